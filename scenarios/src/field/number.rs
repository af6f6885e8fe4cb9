//! A whole number: 2, 1 203, 1.203, « 12,0 ». How many, how old, how far; never the number of a paper.
//!
//! A comma is the decimal mark, so « 1,203 » is no whole number; a point before three digits parts thousands. Numbers
//! below zero are refused, unless `au-moins` is one.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    amount::{Figure, Unread, figure},
    bounds::{Outside, outside},
    clean::first,
};
use crate::term;

pub(super) struct Number;

static PROBLEMS: [Problem; 5] = [
    Problem::new("pas-un-nombre", "Tapez un nombre, en chiffres. Par exemple : 2"),
    Problem::new("pas-entier", "Tapez un nombre sans virgule. Par exemple : 2"),
    Problem::new("trop-long", "Ce nombre est trop long. Comptez les chiffres."),
    Problem::new("trop-petit", "Ce nombre est trop petit. Tapez {au-moins} ou plus."),
    Problem::new("trop-grand", "Ce nombre est trop grand. Tapez {au-plus} ou moins."),
];

impl Rules for Number {
    fn word(&self) -> &'static str {
        "nombre"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Least, Setting::Most]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(10, Keyboard::Digits)] })
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let number = match figure(first(typed)) {
            Ok(Figure { units, cents: 0 }) => units,
            Ok(_) | Err(Unread::Decimals) => return Err(&PROBLEMS[1]),
            Err(Unread::Long) => return Err(&PROBLEMS[2]),
            Err(Unread::Other) => return Err(&PROBLEMS[0]),
        };
        match outside(&number, self.usual_least(), settings, |bound| bound.parse().ok()) {
            Some(Outside::Below) => Err(&PROBLEMS[3]),
            Some(Outside::Above) => Err(&PROBLEMS[4]),
            None => Ok(number.to_string()),
        }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        canonical.parse().map_or_else(|_| canonical.to_owned(), super::amount::thousands)
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez un nombre, en chiffres. Par exemple : 2"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let most = Settings { most: Some("2000".to_owned()), ..Settings::default() };
        let below_zero = Settings { least: Some("-20".to_owned()), ..Settings::default() };
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["2"], Ok("2")),
                    (&["1 203"], Ok("1203")),
                    (&["1.203"], Ok("1203")),
                    (&["12,0"], Ok("12")),
                    (&["１２"], Ok("12")),
                    (&["deux"], Err("pas-un-nombre")),
                    (&["2,5"], Err("pas-entier")),
                    (&["1,203"], Err("pas-entier")),
                    (&["1234567890123456"], Err("trop-long")),
                ],
            ),
            Examples::with(
                most,
                &[(&["-5"], Err("trop-petit")), (&["2026"], Err("trop-grand")), (&["0"], Ok("0"))],
            ),
            Examples::with(below_zero, &[(&["-5"], Ok("-5"))]),
        ]
    }

    fn bound(&self, written: &str) -> Option<String> {
        figure(written).ok().filter(|figure| figure.cents == 0).map(|figure| figure.units.to_string())
    }

    fn usual_least(&self) -> &'static str {
        "0"
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::Number
    }
}
