//! The number of a bank account: 27 characters for a French one, from 15 to 34 elsewhere.
//!
//! The check is that of ISO 13616: the whole number, its first four characters put last and letters counted from 10,
//! leaves 1 modulo 97. Whether the account can exist is the guard's affair.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{capitals, first, grouped},
};

pub(super) struct Iban;

const FRENCH: usize = 27;

static PROBLEMS: [Problem; 3] = [
    Problem::new(
        "pas-un-iban",
        "Un IBAN commence par 2 lettres et 2 chiffres. Par exemple : FR13 9999 9000 0000 0000 0000 100",
    ),
    Problem::new(
        "longueur",
        "Un IBAN français a 27 lettres et chiffres. Par exemple : FR13 9999 9000 0000 0000 0000 100",
    ),
    Problem::new("cle-fausse", "Une lettre ou un chiffre est faux. Comparez chaque groupe avec le papier."),
];

impl Rules for Iban {
    fn word(&self) -> &'static str {
        "iban"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(34, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = capitals(first(typed));
        let text = text.strip_prefix("IBAN").unwrap_or(&text);
        let head = text.as_bytes().get(..4).ok_or(&PROBLEMS[0])?;
        if !(head[..2].iter().all(u8::is_ascii_alphabetic) && head[2..].iter().all(u8::is_ascii_digit)) {
            return Err(&PROBLEMS[0]);
        }
        let right_length =
            if text.starts_with("FR") { text.len() == FRENCH } else { (15..=34).contains(&text.len()) };
        if !right_length {
            return Err(&PROBLEMS[1]);
        }
        if rest(text) == 1 { Ok(text.to_owned()) } else { Err(&PROBLEMS[2]) }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        let plain = canonical.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if plain { grouped(canonical, &[4; 8]) } else { canonical.to_owned() }
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez l’IBAN. Il commence par FR. Par exemple : FR13 9999 9000 0000 0000 0000 100"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["FR13 9999 9000 0000 0000 0000 100"], Ok("FR1399999000000000000000100")),
            (&["iban : fr13-9999-9000-0000-0000-0000-100"], Ok("FR1399999000000000000000100")),
            (&["9999 9000 0000 0000"], Err("pas-un-iban")),
            (&["FR13 9999 9000 0000 0000 0000"], Err("longueur")),
            (&["FR14 9999 9000 0000 0000 0000 100"], Err("cle-fausse")),
        ])
    }
}

/// What the number leaves modulo 97.
fn rest(iban: &str) -> u32 {
    let (head, tail) = iban.split_at_checked(4).unwrap_or((iban, ""));
    tail.chars().chain(head.chars()).filter_map(|letter| letter.to_digit(36)).fold(0, |rest, digit| {
        let shift = if digit < 10 { 10 } else { 100 };
        (rest * shift + digit) % 97
    })
}
