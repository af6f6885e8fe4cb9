//! Number and name of a street. Case, commas and usual abbreviations (av., bd, r.) do not matter.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{LONGEST_LINE, first, tidy},
};

pub(super) struct Street;

static PROBLEMS: [Problem; 1] = [Problem::new(
    "trop-long",
    "Cette ligne est trop longue. Tapez seulement le numéro et le nom de la rue.",
)];

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

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(34, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = first(typed);
        if text.chars().count() > usize::from(LONGEST_LINE) { Err(&PROBLEMS[0]) } else { Ok(read(text)) }
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro et le nom de la rue. Par exemple : 12 rue des Lilas"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["7 rue des Essais"], Ok("7 rue des essais")),
            (&["7, R. des  Essais"], Ok("7 rue des essais")),
            (
                &[
                    "7 rue qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas",
                ],
                Err("trop-long"),
            ),
        ])
    }
}

/// The line in lower case, without commas, its abbreviations spelled out.
pub(super) fn read(text: &str) -> String {
    let spaced = tidy(&text.replace([',', ';'], " ")).to_lowercase();
    let words: Vec<&str> = spaced
        .split(' ')
        .map(|word| {
            let bare = word.trim_end_matches('.');
            ABBREVIATIONS.iter().find(|(short, _)| *short == bare).map_or(word, |(_, full)| full)
        })
        .collect();
    words.join(" ")
}
