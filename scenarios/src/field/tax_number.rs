//! A tax number (« numéro fiscal »): 13 digits, the first from 0 to 3.
//!
//! Its last three digits are a check that real sites do not make while one types; the guard makes it.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{capitals, first, grouped, is_digits},
};

pub(super) struct TaxNumber;

const LENGTH: usize = 13;

/// Groups of the number as it is printed.
const PRINTED: [usize; 5] = [2, 2, 3, 3, 3];

static PROBLEMS: [Problem; 3] = [
    Problem::new(
        "pas-des-chiffres",
        "Le numéro fiscal n’a que des chiffres. Par exemple : 30 12 345 678 999",
    ),
    Problem::new("longueur", "Le numéro fiscal a 13 chiffres. Par exemple : 30 12 345 678 999"),
    Problem::new(
        "premier-chiffre",
        "Le numéro fiscal commence par 0, 1, 2 ou 3. Par exemple : 30 12 345 678 999",
    ),
];

impl Rules for TaxNumber {
    fn word(&self) -> &'static str {
        "numéro-fiscal"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(20, Keyboard::Digits)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = capitals(first(typed));
        if !is_digits(&text) {
            return Err(&PROBLEMS[0]);
        }
        if text.len() != LENGTH {
            return Err(&PROBLEMS[1]);
        }
        if text.starts_with(['0', '1', '2', '3']) { Ok(text) } else { Err(&PROBLEMS[2]) }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        if is_digits(canonical) { grouped(canonical, &PRINTED) } else { canonical.to_owned() }
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro fiscal. Par exemple : 30 12 345 678 999"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["30 12 345 678 999"], Ok("3012345678999")),
            (&["3012345678999"], Ok("3012345678999")),
            (&["30 12 345 678 99O"], Err("pas-des-chiffres")),
            (&["30 12 345 678"], Err("longueur")),
            (&["90 12 345 678 999"], Err("premier-chiffre")),
        ])
    }
}
