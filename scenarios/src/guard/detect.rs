//! Finds the values in a text that look like a real person's own.
//!
//! It answers where and what kind, never whose; a value that can belong to nobody is not found.

use serde::{Deserialize, Serialize};

use super::claim::settle;
use super::reading::{Reading, readings};
use super::span::each_span;
use super::{card, email, iban, nir, phone, plate, tax_number};

/// A kind of personal data that a shape or a check gives away. The serde names are recorded in facts, and stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Nir,
    NumeroFiscal,
    Iban,
    Card,
    Phone,
    Email,
    Plate,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] =
        [Self::Nir, Self::NumeroFiscal, Self::Iban, Self::Card, Self::Phone, Self::Email, Self::Plate];

    /// The name written in facts, vectors and commands: the serde name.
    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word by which addresses, stored facts and reports name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nir => "nir",
            Self::NumeroFiscal => "numero_fiscal",
            Self::Iban => "iban",
            Self::Card => "card",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Plate => "plate",
        }
    }

    /// The name that people know it by, without an article.
    pub fn in_french(self) -> &'static str {
        match self {
            Self::Nir => "numéro de sécurité sociale",
            Self::NumeroFiscal => "numéro fiscal",
            Self::Iban => "numéro de compte bancaire",
            Self::Card => "numéro de carte bancaire",
            Self::Phone => "numéro de téléphone",
            Self::Email => "adresse de courriel",
            Self::Plate => "plaque d’immatriculation",
        }
    }
}

/// Where a value that looks real stands: a byte range of the original text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// The values in a text that look real, from left to right, never overlapping.
///
/// Where two readings overlap, the surer wins: mail address, bank account, social-security number with its key, tax
/// number, card, telephone, social-security number without its key, plate; then the longer; then fiction; then the
/// earlier. Fiction takes part and silences what it overlaps. Time and memory grow with the length of the text,
/// whatever it holds.
pub fn detect(text: &str) -> Vec<Finding> {
    let mut claims = Vec::new();
    for reading in readings(text) {
        look(&reading, &mut claims);
    }
    settle(&claims, text.len())
}

/// The kinds found in a text, each once, in the order of [`Kind::ALL`].
pub fn kinds(text: &str) -> Vec<Kind> {
    let findings = detect(text);
    let found = |kind: &Kind| findings.iter().any(|finding| finding.kind == *kind);
    Kind::ALL.into_iter().filter(found).collect()
}

fn look(reading: &Reading, claims: &mut Vec<super::claim::Claim>) {
    email::claims(reading, claims);
    iban::claims(reading, claims);
    plate::claims(reading, claims);
    each_span(reading, |span| {
        claims.extend(phone::claim(span));
        claims.extend(nir::claim(span));
        if !span.has_letter() {
            claims.extend(tax_number::claim(span));
            claims.extend(card::claim(span));
            claims.extend(iban::claim(span));
        }
    });
}
