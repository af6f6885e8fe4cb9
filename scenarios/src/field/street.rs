//! Number and name of a street. Case, commas and usual abbreviations (av., bd, r.) do not matter.

use super::{Control, Example, Keyboard, LONGEST_LINE, Line, Privacy, Problem, Rules, tidy};

pub(super) struct Street;

static PROBLEMS: [Problem; 1] = [Problem {
    code: "trop-long",
    message: "Cette ligne est trop longue. Tapez seulement le numéro et le nom de la rue.",
}];

/// Usual abbreviations and their words.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("r", "rue"),
    ("av", "avenue"),
    ("ave", "avenue"),
    ("bd", "boulevard"),
    ("bld", "boulevard"),
    ("pl", "place"),
    ("imp", "impasse"),
    ("ch", "chemin"),
];

impl Rules for Street {
    fn word(&self) -> &'static str {
        "voie"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control(&self) -> Control {
        Control::Lines(&[Line { name: "", label: None, width: 34, keyboard: Keyboard::Text }])
    }

    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem> {
        let text = typed.first().copied().unwrap_or_default();
        if text.len() > LONGEST_LINE {
            return Err(&PROBLEMS[0]);
        }
        let spaced = tidy(&text.replace([',', ';'], " ")).replace('’', "'").to_lowercase();
        let words: Vec<&str> = spaced
            .split(' ')
            .map(|word| {
                let bare = word.trim_end_matches('.');
                ABBREVIATIONS.iter().find(|(short, _)| *short == bare).map_or(word, |(_, full)| full)
            })
            .collect();
        Ok(words.join(" "))
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro et le nom de la rue. Par exemple : 12 rue des Lilas"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> &'static [Example] {
        &[
            (&["7 rue des Essais"], Ok("7 rue des essais")),
            (&["7, R. des  Essais"], Ok("7 rue des essais")),
            (
                &[
                    "7 rue qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas",
                ],
                Err("trop-long"),
            ),
        ]
    }
}
