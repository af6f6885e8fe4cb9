//! A password: read letter by letter, case counts, typed hidden, never shown again.
//!
//! `au-moins` asks for a new one: that many characters, with a capital, a small letter, a digit and a sign, as the
//! CNIL advises from 12 (recommendation of 2022, from our notes on procedures, D.4). Without it, any is read.

use super::{Control, Examples, Privacy, Problem, Rules, Setting, Settings, clean::is_digits};

pub(super) struct Password;

/// Longest password read, in characters.
const LONGEST: usize = 100;

static PROBLEMS: [Problem; 6] = [
    Problem::new("trop-court", "Ce mot de passe est trop court. Il faut au moins {au-moins} caractères."),
    Problem::new("sans-majuscule", "Ajoutez une lettre majuscule, comme A."),
    Problem::new("sans-minuscule", "Ajoutez une lettre minuscule, comme a."),
    Problem::new("sans-chiffre", "Ajoutez un chiffre, comme 7."),
    Problem::new("sans-signe", "Ajoutez un signe, comme ! ou ?"),
    Problem::new("trop-long", "Ce mot de passe est trop long. Tapez 100 caractères au plus."),
];

impl Rules for Password {
    fn word(&self) -> &'static str {
        "mot-de-passe"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Secret
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Least]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Secret
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let text = super::clean::first(typed);
        let length = text.chars().count();
        if length > LONGEST {
            return Err(&PROBLEMS[5]);
        }
        let Some(least) = settings.least.as_deref().and_then(|least| least.parse().ok()) else {
            return Ok(text.to_owned());
        };
        let is_sign = |letter: char| !letter.is_alphanumeric();
        let wanted: [(bool, usize); 5] = [
            (length >= least, 0),
            (text.contains(char::is_uppercase), 1),
            (text.contains(char::is_lowercase), 2),
            (text.contains(char::is_numeric), 3),
            (text.contains(is_sign), 4),
        ];
        match wanted.iter().find(|(there, _)| !there) {
            Some((_, problem)) => Err(&PROBLEMS[*problem]),
            None => Ok(text.to_owned()),
        }
    }

    fn missing(&self) -> &'static str {
        "Tapez le mot de passe."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        vec![
            Examples::with(
                Settings { least: Some("12".to_owned()), ..Settings::default() },
                &[
                    (&["Lune-Bleue-42"], Ok("Lune-Bleue-42")),
                    (&["Lune-42"], Err("trop-court")),
                    (&["lune-bleue-42"], Err("sans-majuscule")),
                    (&["LUNE-BLEUE-42"], Err("sans-minuscule")),
                    (&["Lune-Bleue-Mer"], Err("sans-chiffre")),
                    (&["LuneBleue4242"], Err("sans-signe")),
                ],
            ),
            Examples::with(
                Settings::default(),
                &[
                    (&["lune"], Ok("lune")),
                    (
                        &[
                            "Une phrase qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas",
                        ],
                        Err("trop-long"),
                    ),
                ],
            ),
        ]
    }

    fn bound(&self, written: &str) -> Option<String> {
        (is_digits(written) && written.len() <= 2).then(|| written.to_owned())
    }
}
