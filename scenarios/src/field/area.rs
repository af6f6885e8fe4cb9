//! A long text, on several lines: a message, an explanation. Lines are kept, stray spaces and empty ends are not.
//!
//! What it says is not its affair; the guard reads it before anything is kept.

use super::{
    Control, Examples, Privacy, Problem, Rules, Setting, Settings,
    clean::{first, tidy},
};

pub(super) struct Area;

/// Longest text read, in characters, whatever its author sets: a form is 64 KiB at the most.
const LONGEST: u16 = 5_000;

static PROBLEMS: [Problem; 2] = [
    Problem::new("sans-texte", "Écrivez une phrase. Par exemple : Je voudrais un rendez-vous."),
    Problem::new("trop-long", "Ce texte est trop long. Écrivez {longueur} caractères au plus."),
];

impl Rules for Area {
    fn word(&self) -> &'static str {
        "texte-long"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Longest]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Area
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let lines: Vec<String> = first(typed).lines().map(tidy).collect();
        let text = lines.join("\n").trim_matches('\n').to_owned();
        if !text.contains(char::is_alphanumeric) {
            return Err(&PROBLEMS[0]);
        }
        let longest = settings.longest.unwrap_or_else(|| self.usual_length()).min(LONGEST);
        if text.chars().count() > usize::from(longest) { Err(&PROBLEMS[1]) } else { Ok(text) }
    }

    fn missing(&self) -> &'static str {
        "Écrivez votre texte."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["Je voudrais un rendez-vous."], Ok("Je voudrais un rendez-vous.")),
                    (&["Bonjour,\r\n\r\nmerci  d’avance. \n"], Ok("Bonjour,\n\nmerci d'avance.")),
                    (&[" - "], Err("sans-texte")),
                ],
            ),
            Examples::with(
                Settings { longest: Some(20), ..Settings::default() },
                &[(&["Je voudrais un rendez-vous."], Err("trop-long"))],
            ),
        ]
    }

    fn usual_length(&self) -> u16 {
        2_000
    }
}
