//! Postal code and town, on two lines. Whether the town exists is not its affair.

use super::{Control, Example, Keyboard, LONGEST_LINE, Line, Privacy, Problem, Rules, tidy, without_spaces};

pub(super) struct Town;

static PROBLEMS: [Problem; 3] = [
    Problem { code: "code-postal", message: "Le code postal a 5 chiffres. Par exemple : 96120" },
    Problem {
        code: "sans-commune",
        message: "Tapez le nom de la commune, après le code postal. Par exemple : Valfranche",
    },
    Problem {
        code: "trop-long",
        message: "Le nom de la commune est trop long. Tapez seulement le nom de la commune.",
    },
];

impl Rules for Town {
    fn word(&self) -> &'static str {
        "code-postal-et-commune"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control(&self) -> Control {
        Control::Lines(&[
            Line { name: "code-postal", label: Some("Code postal"), width: 7, keyboard: Keyboard::Digits },
            Line { name: "commune", label: Some("Commune"), width: 26, keyboard: Keyboard::Text },
        ])
    }

    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem> {
        let both = tidy(&typed.join(" "));
        if both.len() > LONGEST_LINE {
            return Err(&PROBLEMS[2]);
        }
        let digits: String = without_spaces(&both).chars().take_while(char::is_ascii_digit).collect();
        if digits.len() != 5 {
            return Err(&PROBLEMS[0]);
        }
        let mut left = 5;
        let town = both.trim_start_matches(|letter: char| {
            if left > 0 && letter.is_ascii_digit() {
                left -= 1;
                return true;
            }
            letter == ' '
        });
        if town.is_empty() {
            return Err(&PROBLEMS[1]);
        }
        Ok(format!("{digits} {}", town.replace('’', "'")))
    }

    fn parts(&self, canonical: &str) -> Vec<String> {
        let (code, town) = canonical.split_once(' ').unwrap_or((canonical, ""));
        vec![code.to_owned(), town.to_owned()]
    }

    fn missing(&self) -> &'static str {
        "Tapez le code postal et la commune. Par exemple : 96120 Valfranche"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> &'static [Example] {
        &[
            (&["96120", "Valfranche"], Ok("96120 Valfranche")),
            (&["96 120 ", " Montclair-les-Essais"], Ok("96120 Montclair-les-Essais")),
            (&["", "Valfranche"], Err("code-postal")),
            (&["9612", "Valfranche"], Err("code-postal")),
            (&["96120", ""], Err("sans-commune")),
            (
                &[
                    "96120",
                    "Une commune dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas",
                ],
                Err("trop-long"),
            ),
        ]
    }
}
