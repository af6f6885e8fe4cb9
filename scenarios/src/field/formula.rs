//! The number of a registration certificate itself (« numéro de formule »): 2099ZZ00001.
//!
//! Form: HistoVec, the Ministry of the Interior's own checks, read 2026-08.

use super::{Control, Example, Keyboard, Line, Privacy, Problem, Rules, capitals};

pub(super) struct Formula;

static PROBLEMS: [Problem; 1] = [Problem {
    code: "pas-une-formule",
    message: "Le numéro de formule a 4 chiffres, 2 lettres, puis 5 chiffres. Par exemple : 2099ZZ00001",
}];

impl Rules for Formula {
    fn word(&self) -> &'static str {
        "numéro-de-formule"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control(&self) -> Control {
        Control::Lines(&[Line { name: "", label: None, width: 14, keyboard: Keyboard::Text }])
    }

    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem> {
        let text = capitals(typed.first().copied().unwrap_or_default());
        let head = text.bytes().take_while(u8::is_ascii_digit).count();
        let letters = text[head..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let tail = &text[head + letters..];
        let shape = (2..=4).contains(&head)
            && letters == 2
            && tail.len() == 5
            && tail.bytes().all(|byte| byte.is_ascii_digit());
        if shape { Ok(text) } else { Err(&PROBLEMS[0]) }
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro de formule. Par exemple : 2099ZZ00001"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> &'static [Example] {
        &[
            (&["2099ZZ00001"], Ok("2099ZZ00001")),
            (&["2099 zz 00001"], Ok("2099ZZ00001")),
            (&["0FCTF00E6ST000001"], Err("pas-une-formule")),
        ]
    }
}
