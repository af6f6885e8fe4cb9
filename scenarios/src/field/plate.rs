//! A number plate: today's (AA-123-AA) or the former one (123 AB 75). Case, spaces and dashes do not matter.
//!
//! Forms: HistoVec, the Ministry of the Interior's own checks, read 2026-08.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{capitals, first},
};

pub(super) struct Plate;

static PROBLEMS: [Problem; 2] = [
    Problem::new(
        "lettre-o",
        "Au milieu de la plaque, il faut des chiffres. Tapez le chiffre zéro (0), pas la lettre O.",
    ),
    Problem::new(
        "pas-une-plaque",
        "Le numéro a deux lettres, trois chiffres, deux lettres. Par exemple : AA-000-AA",
    ),
];

impl Rules for Plate {
    fn word(&self) -> &'static str {
        "plaque"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(12, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = capitals(first(typed));
        if let Some(plate) = current(&text).or_else(|| former(&text)) {
            return Ok(plate);
        }
        let repaired: String = text
            .char_indices()
            .map(|(at, letter)| if (2..5).contains(&at) && letter == 'O' { '0' } else { letter })
            .collect();
        if repaired != text && current(&repaired).is_some() { Err(&PROBLEMS[0]) } else { Err(&PROBLEMS[1]) }
    }

    fn understood(&self, canonical: &str, _: &Settings) -> Option<String> {
        Some(canonical.to_owned())
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro d’immatriculation. Par exemple : AA-000-AA"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["GA-000-ZZ"], Ok("GA-000-ZZ")),
            (&["ga 000 zz"], Ok("GA-000-ZZ")),
            (&["123 ab 96"], Ok("123 AB 96")),
            (&["GA-OO0-ZZ"], Err("lettre-o")),
            (&["GA-00-ZZ"], Err("pas-une-plaque")),
        ])
    }
}

/// Two letters, three digits, two letters.
fn current(text: &str) -> Option<String> {
    let shape = text.len() == 7
        && text.bytes().enumerate().all(|(at, byte)| {
            if (2..5).contains(&at) { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() }
        });
    shape.then(|| format!("{}-{}-{}", &text[..2], &text[2..5], &text[5..]))
}

/// Two to four digits, two or three letters, a department.
fn former(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text[digits..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let department = &text[digits + letters..];
    let shape = (2..=4).contains(&digits)
        && (2..=3).contains(&letters)
        && (2..=3).contains(&department.len())
        && department.bytes().all(|byte| byte.is_ascii_digit());
    shape.then(|| format!("{} {} {department}", &text[..digits], &text[digits..digits + letters]))
}
