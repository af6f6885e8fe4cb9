//! A date: 5/11/2026, 05.11.26, « 5 novembre 2026 ».
//!
//! That of an event identifies nobody, and a year of two digits is of this century. That of a birth says who somebody
//! is, and its year has four digits: 26 could be 1926.

use super::{
    Control, Example, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    bounds::{Outside, outside},
    clean::{first, tidy},
};
use crate::{
    date::{Date, month_number},
    reference::fold,
    term,
};

pub(super) enum DateField {
    OfEvent,
    OfBirth,
}

static PROBLEMS: [Problem; 4] = [
    Problem::new("pas-une-date", "Tapez le jour, le mois et l’année. Par exemple : 5/11/2026"),
    Problem::new(
        "jour-impossible",
        "Ce jour n’existe pas. Vérifiez le jour et le mois. Par exemple : 5/11/2026",
    ),
    Problem::new("trop-tot", "Cette date est trop ancienne. Tapez le {au-moins}, ou une date plus récente."),
    Problem::new("trop-tard", "Cette date est trop récente. Tapez le {au-plus}, ou une date plus ancienne."),
];

static PROBLEMS_OF_BIRTH: [Problem; 5] = [
    Problem::new("pas-une-date", "Tapez le jour, le mois et l’année. Par exemple : 14/07/1985"),
    Problem::new(
        "jour-impossible",
        "Ce jour n’existe pas. Vérifiez le jour et le mois. Par exemple : 14/07/1985",
    ),
    Problem::new("trop-tot", "Cette date est trop ancienne. Tapez le {au-moins}, ou une date plus récente."),
    Problem::new("trop-tard", "Cette date est trop récente. Tapez le {au-plus}, ou une date plus ancienne."),
    Problem::new("annee-incomplete", "Tapez les 4 chiffres de l’année. Par exemple : 14/07/1985"),
];

impl Rules for DateField {
    fn word(&self) -> &'static str {
        match self {
            Self::OfEvent => "date",
            Self::OfBirth => "date-de-naissance",
        }
    }

    fn privacy(&self) -> Privacy {
        match self {
            Self::OfEvent => Privacy::Neutral,
            Self::OfBirth => Privacy::Identity,
        }
    }

    fn takes(&self) -> &'static [Setting] {
        match self {
            Self::OfEvent => &[Setting::Least, Setting::Most, Setting::NotAfterToday],
            // Today is compared with what is recorded: a birth date is not.
            Self::OfBirth => &[Setting::Least, Setting::Most],
        }
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(14, Keyboard::Text)] })
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let problems = self.problems();
        let Numbers { day, month, year, short } = numbers(&fold(&tidy(first(typed)))).ok_or(&problems[0])?;
        if short && matches!(self, Self::OfBirth) {
            return Err(&problems[4]);
        }
        let canonical = Date::new(year, month, day).map_err(|_| &problems[1])?.to_string();
        match outside(&canonical, self.usual_least(), settings, |bound| Some(bound.to_owned())) {
            Some(Outside::Below) => Err(&problems[2]),
            Some(Outside::Above) => Err(&problems[3]),
            None => Ok(canonical),
        }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        Date::from_iso(canonical).map_or_else(|_| canonical.to_owned(), Date::in_digits)
    }

    fn understood(&self, canonical: &str, _: &Settings) -> Option<String> {
        Date::from_iso(canonical).ok().map(Date::in_words)
    }

    fn missing(&self) -> &'static str {
        match self {
            Self::OfEvent => "Tapez une date : le jour, le mois et l’année. Par exemple : 5/11/2026",
            Self::OfBirth => {
                "Tapez la date de naissance : le jour, le mois et l’année. Par exemple : 14/07/1985"
            }
        }
    }

    fn problems(&self) -> &'static [Problem] {
        match self {
            Self::OfEvent => &PROBLEMS,
            Self::OfBirth => &PROBLEMS_OF_BIRTH,
        }
    }

    fn examples(&self) -> Vec<Examples> {
        let bounded = Settings {
            least: Some("2026-01-01".to_owned()),
            most: Some("2026-12-31".to_owned()),
            ..Settings::default()
        };
        let plain: &[Example] = match self {
            Self::OfEvent => &[
                (&["5/11/2026"], Ok("2026-11-05")),
                (&["05.11.26"], Ok("2026-11-05")),
                (&["05112026"], Ok("2026-11-05")),
                (&["2026-11-05"], Ok("2026-11-05")),
                (&["5 novembre 2026"], Ok("2026-11-05")),
                (&["jeudi 1er août 2024"], Ok("2024-08-01")),
                (&["hier"], Err("pas-une-date")),
                (&["31/02/2026"], Err("jour-impossible")),
            ],
            Self::OfBirth => &[
                (&["14/07/1985"], Ok("1985-07-14")),
                (&["14 juillet 1985"], Ok("1985-07-14")),
                (&["juillet 1985"], Err("pas-une-date")),
                (&["31/02/1985"], Err("jour-impossible")),
                (&["14/07/85"], Err("annee-incomplete")),
            ],
        };
        let outside: &[Example] = &[(&["31/12/2025"], Err("trop-tot")), (&["1/1/2027"], Err("trop-tard"))];
        vec![Examples::with(Settings::default(), plain), Examples::with(bounded, outside)]
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::Date
    }
}

/// What was read of a date.
struct Numbers {
    day: u8,
    month: u8,
    year: u16,
    /// Whether the year had two digits.
    short: bool,
}

/// Day, month and year, from whatever separators; a year of two digits is of this century.
fn numbers(text: &str) -> Option<Numbers> {
    let whole = |day, month, year| Numbers { day, month, year, short: false };
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole(text[..2].parse().ok()?, text[2..4].parse().ok()?, text[4..].parse().ok()?));
    }
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_weekday(word) && *word != "le")
        .collect();
    let [first, second, third] = words[..] else { return None };
    if first.len() == 4 {
        return Some(whole(third.parse().ok()?, second.parse().ok()?, first.parse().ok()?));
    }
    let day = first.strip_suffix("er").unwrap_or(first).parse().ok()?;
    let month = second.parse().ok().or_else(|| month_number(second))?;
    let year: u16 = third.parse().ok()?;
    let short = third.len() == 2;
    Some(Numbers { day, month, year: if short { 2000 + year } else { year }, short })
}

fn is_weekday(word: &str) -> bool {
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].contains(&word)
}
