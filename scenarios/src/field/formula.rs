//! The number of a registration certificate itself (« numéro de formule »): 2099ZZ00001.
//!
//! Form: HistoVec, the Ministry of the Interior's own checks, read 2026-08.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{capitals, first},
};

pub(super) struct Formula;

static PROBLEMS: [Problem; 1] = [Problem::new(
    "pas-une-formule",
    "Le numéro de formule a 4 chiffres, 2 lettres, puis 5 chiffres. Par exemple : 2099ZZ00001",
)];

impl Rules for Formula {
    fn word(&self) -> &'static str {
        "numéro-de-formule"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(14, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = capitals(first(typed));
        let head = text.bytes().take_while(u8::is_ascii_digit).count();
        let letters = text[head..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let tail = &text[head + letters..];
        let shape = (2..=4).contains(&head)
            && letters == 2
            && tail.len() == 5
            && tail.bytes().all(|byte| byte.is_ascii_digit());
        if shape { Ok(text) } else { Err(&PROBLEMS[0]) }
    }

    fn understood(&self, canonical: &str, _: &Settings) -> Option<String> {
        Some(canonical.to_owned())
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro de formule. Par exemple : 2099ZZ00001"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["2099ZZ00001"], Ok("2099ZZ00001")),
            (&["2099 zz 00001"], Ok("2099ZZ00001")),
            (&["0FCTF00E6ST000001"], Err("pas-une-formule")),
        ])
    }
}
