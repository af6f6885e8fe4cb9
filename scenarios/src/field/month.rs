//! A month: 10/2026, « oct. 2026 », « octobre 26 ». A year of two digits is of this century.
//!
//! It has no day: a payslip, a rent.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    bounds::{Outside, outside},
    clean::{first, is_digits, words},
};
use crate::{
    date::{Date, month_name, month_number},
    term,
};

pub(super) struct Month;

static PROBLEMS: [Problem; 5] = [
    Problem::new("pas-un-mois", "Tapez le mois et l’année. Par exemple : 10/2026"),
    Problem::new("sans-annee", "Il manque l’année. Tapez le mois et l’année. Par exemple : 10/2026"),
    Problem::new("mois-impossible", "Ce mois n’existe pas. Il y a 12 mois. Par exemple : 10/2026"),
    Problem::new("trop-tot", "Ce mois est trop ancien. Tapez {au-moins}, ou un mois plus récent."),
    Problem::new("trop-tard", "Ce mois est trop récent. Tapez {au-plus}, ou un mois plus ancien."),
];

impl Rules for Month {
    fn word(&self) -> &'static str {
        "mois"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Least, Setting::Most, Setting::NotAfterToday]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(14, Keyboard::Text)] })
    }

    /// Gives the year and the month, such as `2026-10`.
    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let (month, year) = numbers(&words(first(typed)))?;
        let canonical = match Date::new(year, month, 1) {
            Ok(_) => format!("{year:04}-{month:02}"),
            Err(_) if (1..=12).contains(&month) => return Err(&PROBLEMS[0]),
            Err(_) => return Err(&PROBLEMS[2]),
        };
        match outside(&canonical, self.usual_least(), settings, |bound| Some(bound.to_owned())) {
            Some(Outside::Below) => Err(&PROBLEMS[3]),
            Some(Outside::Above) => Err(&PROBLEMS[4]),
            None => Ok(canonical),
        }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        read(canonical).map_or_else(
            || canonical.to_owned(),
            |date| format!("{} {}", month_name(date.month()), date.year()),
        )
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        vec![
            read(canonical)
                .map_or_else(|| canonical.to_owned(), |date| format!("{:02}/{}", date.month(), date.year())),
        ]
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez un mois et une année. Par exemple : 10/2026"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let bounded = Settings {
            least: Some("2026-08".to_owned()),
            most: Some("2026-10".to_owned()),
            ..Settings::default()
        };
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["10/2026"], Ok("2026-10")),
                    (&["oct. 2026"], Ok("2026-10")),
                    (&["Octobre 26"], Ok("2026-10")),
                    (&["102026"], Ok("2026-10")),
                    (&["2026-10"], Ok("2026-10")),
                    (&["le mois dernier"], Err("pas-un-mois")),
                    (&["octobre"], Err("sans-annee")),
                    (&["13/2026"], Err("mois-impossible")),
                ],
            ),
            Examples::with(bounded, &[(&["7/2026"], Err("trop-tot")), (&["11/2026"], Err("trop-tard"))]),
        ]
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::Month
    }
}

/// Month and year, from whatever separators.
fn numbers(text: &str) -> Result<(u8, u16), &'static Problem> {
    let nothing = &PROBLEMS[0];
    let number = |digits: &str| digits.parse::<u16>().ok().filter(|_| is_digits(digits));
    let month = |word: &str| month_number(word).or_else(|| u8::try_from(number(word)?).ok());
    let year = |word: &str| number(word).filter(|_| matches!(word.len(), 2 | 4));
    let words: Vec<&str> = text.split(' ').filter(|word| *word != "de").collect();
    let (month, year) = match words[..] {
        [together] if is_digits(together) && together.len() == 6 => {
            (month(&together[..2]), year(&together[2..]))
        }
        [alone] if month_number(alone).is_some() => return Err(&PROBLEMS[1]),
        [first, second] if first.len() == 4 && is_digits(first) => (month(second), year(first)),
        [first, second] => (month(first), year(second)),
        _ => return Err(nothing),
    };
    let (month, year) = month.zip(year).ok_or(nothing)?;
    Ok((month, if year < 100 { 2000 + year } else { year }))
}

/// The first day of `2026-10`.
fn read(canonical: &str) -> Option<Date> {
    Date::from_iso(&format!("{canonical}-01")).ok()
}
