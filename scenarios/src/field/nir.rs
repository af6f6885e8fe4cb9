//! A social-security number: 13 characters, and a key of two digits that some sites ask and others refuse.
//!
//! Both lengths are read, unless `longueur` asks for one. The canonical form has 13 characters: the key adds nothing,
//! and a wrong one is told. Form and key: `guard/nir.rs`. Whose number it is, is the guard's affair.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    clean::{capitals, first, grouped},
};

pub(super) struct Nir;

const WITHOUT_KEY: usize = 13;
const WITH_KEY: usize = 15;

static PROBLEMS: [Problem; 6] = [
    Problem::new(
        "pas-des-chiffres",
        "Ce numéro n’a que des chiffres, sauf 2A ou 2B pour la Corse. Par exemple : 2 85 07 96 123 000",
    ),
    Problem::new(
        "longueur",
        "Il manque des chiffres, ou il y en a trop. Comptez-les : il en faut 13, et 15 avec la clé. Par exemple : 2 85 07 96 123 000",
    ),
    Problem::new(
        "avec-la-cle",
        "Tapez les 13 premiers chiffres, sans les 2 chiffres de la clé. Par exemple : 2 85 07 96 123 000",
    ),
    Problem::new(
        "sans-la-cle",
        "Ajoutez les 2 chiffres de la clé, à la fin du numéro. Par exemple : 2 85 07 96 123 000 41",
    ),
    Problem::new(
        "premier-chiffre",
        "Vérifiez le premier chiffre : 1 pour un homme, 2 pour une femme. Par exemple : 2 85 07 96 123 000",
    ),
    Problem::new("cle-fausse", "Un chiffre au moins est faux. Comparez chaque chiffre avec votre carte."),
];

impl Rules for Nir {
    fn word(&self) -> &'static str {
        "numéro-de-sécurité-sociale"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Longest]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(20, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let text = capitals(first(typed));
        let (number, key) = match text.len() {
            WITHOUT_KEY => (text.as_str(), None),
            WITH_KEY => {
                let (number, key) = text.split_at(WITHOUT_KEY);
                (number, Some(key))
            }
            _ if text.bytes().all(|byte| byte.is_ascii_digit()) => return Err(&PROBLEMS[1]),
            _ => return Err(&PROBLEMS[0]),
        };
        let expected = expected_key(number).ok_or(&PROBLEMS[0])?;
        match (asked(settings), key) {
            (Some(WITHOUT_KEY), Some(_)) => return Err(&PROBLEMS[2]),
            (Some(WITH_KEY), None) => return Err(&PROBLEMS[3]),
            _ => {}
        }
        if !number.starts_with(['1', '2', '3', '4', '7', '8']) {
            return Err(&PROBLEMS[4]);
        }
        if key.is_some_and(|key| key != expected) {
            return Err(&PROBLEMS[5]);
        }
        Ok(number.to_owned())
    }

    fn shown(&self, canonical: &str, settings: &Settings) -> String {
        let text = capitals(canonical);
        let number = text.get(..WITHOUT_KEY).filter(|_| matches!(text.len(), WITHOUT_KEY | WITH_KEY));
        match number.and_then(|number| Some((number, expected_key(number)?))) {
            Some((number, key)) if asked(settings) == Some(WITH_KEY) => {
                // A key that came along is kept: a wrong one must not be put right in silence.
                let key = text.get(WITHOUT_KEY..).filter(|key| !key.is_empty()).unwrap_or(&key);
                grouped(&format!("{number}{key}"), &PRINTED)
            }
            Some((number, _)) => grouped(number, &PRINTED),
            None => canonical.to_owned(),
        }
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez le numéro de sécurité sociale. Par exemple : 2 85 07 96 123 000"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let of = |longest| Settings { longest: Some(longest), ..Settings::default() };
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["2 85 07 96 123 000"], Ok("2850796123000")),
                    (&["2850796123000 41"], Ok("2850796123000")),
                    (&["1 95 06 2a 999 000 22"], Ok("195062A999000")),
                    (&["2 85 07 96 123 00O"], Err("pas-des-chiffres")),
                    (&["2 85 07 96 123"], Err("longueur")),
                    (&["9 85 07 96 123 000"], Err("premier-chiffre")),
                    (&["2 85 07 96 123 000 42"], Err("cle-fausse")),
                ],
            ),
            Examples::with(
                of(13),
                &[
                    (&["2.85.07.96.123.000"], Ok("2850796123000")),
                    (&["2 85 07 96 123 000 41"], Err("avec-la-cle")),
                ],
            ),
            Examples::with(
                of(15),
                &[(&["285079612300041"], Ok("2850796123000")), (&["2 85 07 96 123 000"], Err("sans-la-cle"))],
            ),
        ]
    }
}

/// Groups of the number as it is printed, with its key.
const PRINTED: [usize; 7] = [1, 2, 2, 2, 3, 3, 2];

/// The only length accepted, when the scenario asks for one that exists.
fn asked(settings: &Settings) -> Option<usize> {
    settings.longest.map(usize::from).filter(|longest| matches!(*longest, WITHOUT_KEY | WITH_KEY))
}

/// 97 less the number modulo 97, where 2A counts as 19 and 2B as 18; nothing when the 13 characters are no number.
fn expected_key(number: &str) -> Option<String> {
    let department = number.get(5..7)?;
    let digits = match department {
        "2A" => number.replacen("2A", "19", 1),
        "2B" => number.replacen("2B", "18", 1),
        _ => number.to_owned(),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u64 = digits.parse().ok()?;
    Some(format!("{:02}", 97 - number % 97))
}
