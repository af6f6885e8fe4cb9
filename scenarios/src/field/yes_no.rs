//! Yes or no, side by side. Neither is chosen beforehand.

use super::{
    Control, Examples, Privacy, Problem, Rules, Settings,
    clean::{first, words},
};
use crate::term;

pub(super) struct YesNo;

static PROBLEMS: [Problem; 1] = [Problem::new("ni-oui-ni-non", "Choisissez oui ou non.")];

impl Rules for YesNo {
    fn word(&self) -> &'static str {
        "oui-non"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::YesNo
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        match words(first(typed)).as_str() {
            "oui" => Ok("oui".to_owned()),
            "non" => Ok("non".to_owned()),
            _ => Err(&PROBLEMS[0]),
        }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        match canonical {
            "oui" => "Oui".to_owned(),
            "non" => "Non".to_owned(),
            other => other.to_owned(),
        }
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        vec![canonical.to_owned()]
    }

    fn missing(&self) -> &'static str {
        "Choisissez oui ou non."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["oui"], Ok("oui")),
            (&["Non"], Ok("non")),
            (&["peut-être"], Err("ni-oui-ni-non")),
        ])
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::YesNo
    }
}
