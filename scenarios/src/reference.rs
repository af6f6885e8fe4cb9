//! Names by which a scenario quotes what a learner can know: the persona's values, papers, codes, the receipt.
//!
//! A reference says where to look, never what is found there.

use serde::{Deserialize, Serialize};

/// What a reference points into.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Reference {
    /// `personnage.…`: a value of the persona, such as `personnage.adresse.voie`.
    Persona(String),
    /// `papier.…`: a paper of the persona, such as `papier.carte-grise`.
    Paper(String),
    /// `message.<key>.code`: the code last sent by this message.
    Code(String),
    /// `message.code`: inside a message, its own code.
    OwnCode,
    /// `reçu.numéro`: the number of the request, known once it is sent.
    ReceiptNumber,
    /// `exercice.date`: the day the rehearsal began.
    Today,
}

/// Why a text is not a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownReference(pub String);

impl Reference {
    /// Reads a reference as an author writes it; accents and case do not matter.
    pub fn parse(text: &str) -> Result<Self, UnknownReference> {
        let folded = fold(text.trim());
        let unknown = || UnknownReference(text.trim().to_owned());
        let (space, rest) = folded.split_once('.').ok_or_else(unknown)?;
        match (space, rest) {
            (_, "") => Err(unknown()),
            ("personnage", path) => Ok(Self::Persona(path.to_owned())),
            ("papier", key) => Ok(Self::Paper(key.to_owned())),
            ("message", "code") => Ok(Self::OwnCode),
            ("message", path) => match path.strip_suffix(".code") {
                Some(key) if !key.is_empty() => Ok(Self::Code(key.to_owned())),
                _ => Err(unknown()),
            },
            ("recu", "numero") => Ok(Self::ReceiptNumber),
            ("exercice", "date") => Ok(Self::Today),
            _ => Err(unknown()),
        }
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Persona(path) => write!(f, "personnage.{path}"),
            Self::Paper(key) => write!(f, "papier.{key}"),
            Self::Code(key) => write!(f, "message.{key}.code"),
            Self::OwnCode => f.write_str("message.code"),
            Self::ReceiptNumber => f.write_str("recu.numero"),
            Self::Today => f.write_str("exercice.date"),
        }
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

impl TryFrom<String> for Reference {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|unknown| format!("not a reference: {}", unknown.0))
    }
}

/// Lower case without accents, so that « Prénom » and « prenom » are one name.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        // Most letters are of this sort, and most of a scenario's checking is this loop.
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            folded.extend(folded_letter(letter));
        }
    }
    folded
}

/// A name made of words: « Montant net social » gives `montant-net-social`.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Whether two texts are one name, accents and case apart.
pub fn same_name(one: &str, other: &str) -> bool {
    folded_letters(one).eq(folded_letters(other))
}

fn folded_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(folded_letter)
}

fn folded_letter(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().flat_map(|letter| {
        let (first, second) = match letter {
            'à' | 'â' | 'ä' => ('a', None),
            'ç' => ('c', None),
            'é' | 'è' | 'ê' | 'ë' => ('e', None),
            'î' | 'ï' => ('i', None),
            'ô' | 'ö' => ('o', None),
            'ù' | 'û' | 'ü' => ('u', None),
            'ÿ' => ('y', None),
            'œ' => ('o', Some('e')),
            'æ' => ('a', Some('e')),
            '’' => ('\'', None),
            // Combining accents, as some keyboards and files write them.
            '\u{300}'..='\u{36f}' => return [None, None].into_iter().flatten(),
            other => (other, None),
        };
        [Some(first), second].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(Reference::parse("Personnage.Prénom"), Ok(Reference::Persona("prenom".into())));
        assert_eq!(Reference::parse("reçu.numéro"), Ok(Reference::ReceiptNumber));
    }

    #[test]
    fn a_reference_reads_back_as_it_is_written() {
        for text in ["personnage.adresse.voie", "papier.carte-grise", "message.a.code", "message.code"] {
            assert_eq!(Reference::parse(text).map(|r| r.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn an_unknown_space_is_not_a_reference() {
        for text in ["", "prenom", "voisin.nom", "personnage.", "message.x", "message..code"] {
            assert!(Reference::parse(text).is_err(), "{text}");
        }
    }
}
