//! A code of six digits received by message. Spaces do not matter; which code is right is not its affair.

use super::{Control, Example, Keyboard, Line, Privacy, Problem, Rules, without_spaces};

pub(super) struct Code;

/// Digits in a code.
const LENGTH: usize = 6;

static PROBLEMS: [Problem; 2] = [
    Problem { code: "pas-des-chiffres", message: "Le code n’a que des chiffres. Par exemple : 123 456" },
    Problem { code: "longueur", message: "Le code a 6 chiffres. Par exemple : 123 456" },
];

impl Rules for Code {
    fn word(&self) -> &'static str {
        "code-reçu"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control(&self) -> Control {
        Control::Lines(&[Line { name: "", label: None, width: 8, keyboard: Keyboard::Digits }])
    }

    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem> {
        let text = without_spaces(typed.first().copied().unwrap_or_default()).replace(['-', '.'], "");
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(&PROBLEMS[0]);
        }
        if text.len() == LENGTH { Ok(text) } else { Err(&PROBLEMS[1]) }
    }

    fn missing(&self) -> &'static str {
        "Tapez les 6 chiffres du code reçu."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> &'static [Example] {
        &[
            (&["482913"], Ok("482913")),
            (&["482 913"], Ok("482913")),
            (&["48291O"], Err("pas-des-chiffres")),
            (&["48291"], Err("longueur")),
        ]
    }
}
