//! The date of an event: 5/11/2026, 05.11.26, « 5 novembre 2026 ». Not a birth date, which says who somebody is.

use super::{Control, Example, Keyboard, Line, Privacy, Problem, Rules, tidy};
use crate::{
    date::{Date, month_number},
    reference::fold,
};

pub(super) struct DateField;

static PROBLEMS: [Problem; 2] = [
    Problem {
        code: "pas-une-date", message: "Tapez le jour, le mois et l’année. Par exemple : 5/11/2026"
    },
    Problem {
        code: "jour-impossible",
        message: "Ce jour n’existe pas. Vérifiez le jour et le mois. Par exemple : 5/11/2026",
    },
];

impl Rules for DateField {
    fn word(&self) -> &'static str {
        "date"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn control(&self) -> Control {
        Control::Lines(&[Line { name: "", label: None, width: 14, keyboard: Keyboard::Text }])
    }

    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem> {
        let text = fold(&tidy(typed.first().copied().unwrap_or_default()));
        let (day, month, year) = numbers(&text).ok_or(&PROBLEMS[0])?;
        let date = Date::new(year, month, day).map_err(|_| &PROBLEMS[1])?;
        Ok(date.to_string())
    }

    fn shown(&self, canonical: &str) -> String {
        Date::from_iso(canonical).map_or_else(|_| canonical.to_owned(), Date::in_digits)
    }

    fn missing(&self) -> &'static str {
        "Tapez une date : le jour, le mois et l’année. Par exemple : 5/11/2026"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> &'static [Example] {
        &[
            (&["5/11/2026"], Ok("2026-11-05")),
            (&["05.11.26"], Ok("2026-11-05")),
            (&["05112026"], Ok("2026-11-05")),
            (&["2026-11-05"], Ok("2026-11-05")),
            (&["5 novembre 2026"], Ok("2026-11-05")),
            (&["jeudi 1er août 2024"], Ok("2024-08-01")),
            (&["hier"], Err("pas-une-date")),
            (&["31/02/2026"], Err("jour-impossible")),
        ]
    }
}

/// Day, month and year, from whatever separators; a year of two digits is of this century.
fn numbers(text: &str) -> Option<(u8, u8, u16)> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((text[..2].parse().ok()?, text[2..4].parse().ok()?, text[4..].parse().ok()?));
    }
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_weekday(word) && *word != "le")
        .collect();
    let [first, second, third] = words[..] else { return None };
    if first.len() == 4 {
        return Some((third.parse().ok()?, second.parse().ok()?, first.parse().ok()?));
    }
    let day = first.strip_suffix("er").unwrap_or(first).parse().ok()?;
    let month = second.parse().ok().or_else(|| month_number(second))?;
    let year: u16 = third.parse().ok()?;
    Some((day, month, if third.len() == 2 { 2000 + year } else { year }))
}

fn is_weekday(word: &str) -> bool {
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].contains(&word)
}
