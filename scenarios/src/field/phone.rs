//! A French telephone number: 06 39 98 12 34, 06.39.98.12.34, +33 6 39 98 12 34.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{first, grouped, is_digits, without_spaces},
};

pub(super) struct Phone;

const LENGTH: usize = 10;

static PROBLEMS: [Problem; 3] = [
    Problem::new(
        "pas-des-chiffres",
        "Un numéro de téléphone n’a que des chiffres. Par exemple : 06 39 98 12 34",
    ),
    Problem::new("longueur", "Un numéro de téléphone a 10 chiffres. Par exemple : 06 39 98 12 34"),
    Problem::new(
        "premier-chiffre",
        "Un numéro de téléphone commence par 0, puis un autre chiffre. Par exemple : 06 39 98 12 34",
    ),
];

impl Rules for Phone {
    fn word(&self) -> &'static str {
        "téléphone"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(14, Keyboard::Phone)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = without_spaces(first(typed)).replace(['.', '-', '/', '‑', '–'], "");
        let text = text.replace("(0)", "");
        let national = ["+33", "0033"].iter().find_map(|country| text.strip_prefix(country));
        let digits = match national {
            Some(rest) if rest.starts_with('0') => rest.to_owned(),
            Some(rest) => format!("0{rest}"),
            None => text,
        };
        if !is_digits(&digits) {
            return Err(&PROBLEMS[0]);
        }
        if digits.len() != LENGTH {
            return Err(&PROBLEMS[1]);
        }
        if digits.starts_with('0') && !digits.starts_with("00") { Ok(digits) } else { Err(&PROBLEMS[2]) }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        if is_digits(canonical) { grouped(canonical, &[2; 5]) } else { canonical.to_owned() }
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez un numéro de téléphone. Par exemple : 06 39 98 12 34"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["06 39 98 12 34"], Ok("0639981234")),
            (&["06.39.98.12.34"], Ok("0639981234")),
            (&["+33 (0)6 39 98 12 34"], Ok("0639981234")),
            (&["0033 1 99 00 12 34"], Ok("0199001234")),
            (&["O6 39 98 12 34"], Err("pas-des-chiffres")),
            (&["06 39 98 12"], Err("longueur")),
            (&["63 99 81 23 40"], Err("premier-chiffre")),
        ])
    }
}
