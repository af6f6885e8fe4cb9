//! A short text on one line: a name, a town, a number of a sort that has no kind of its own.
//!
//! Stray spaces and curved apostrophes do not matter; what the words say is not its affair.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    clean::{first, tidy},
};

pub(super) struct Text;

/// Longer ones are asked as `texte-long`, whatever their author sets.
const LONGEST: u16 = 200;

static PROBLEMS: [Problem; 2] = [
    Problem::new("sans-texte", "Tapez une réponse avec des lettres ou des chiffres. Par exemple : Essai"),
    Problem::new("trop-long", "Cette réponse est trop longue. Tapez {longueur} caractères au plus."),
];

impl Rules for Text {
    fn word(&self) -> &'static str {
        "texte"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Longest]
    }

    fn control<'s>(&self, settings: &'s Settings) -> Control<'s> {
        const SHORT: &[Line] = &[Line::alone(10, Keyboard::Text)];
        const USUAL: &[Line] = &[Line::alone(30, Keyboard::Text)];
        Control::Lines(if settings.longest.is_some_and(|longest| longest <= 10) { SHORT } else { USUAL })
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let text = tidy(first(typed));
        let longest = settings.longest.unwrap_or_else(|| self.usual_length()).min(LONGEST);
        if !text.contains(char::is_alphanumeric) {
            return Err(&PROBLEMS[0]);
        }
        if text.chars().count() > usize::from(longest) { Err(&PROBLEMS[1]) } else { Ok(text) }
    }

    fn missing(&self) -> &'static str {
        "Tapez une réponse."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["Essai"], Ok("Essai")),
                    (&["  Noé   d’Essai "], Ok("Noé d'Essai")),
                    (&["…"], Err("sans-texte")),
                ],
            ),
            Examples::with(
                Settings { longest: Some(12), ..Settings::default() },
                &[(&["Valfranche"], Ok("Valfranche")), (&["Montclair-les-Essais"], Err("trop-long"))],
            ),
        ]
    }
}
