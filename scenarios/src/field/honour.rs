//! A statement on honour: a box that must be ticked before anything is sent.

use super::{Control, Examples, Privacy, Problem, Rules, Settings};
use crate::term;

pub(super) struct Honour;

/// What a ticked box is recorded as.
const TICKED: &str = "oui";

static PROBLEMS: [Problem; 1] =
    [Problem::new("case-inconnue", "Cochez la case pour certifier que tout est exact.")];

impl Rules for Honour {
    fn word(&self) -> &'static str {
        "attestation"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Tick
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        if typed.first() == Some(&TICKED) { Ok(TICKED.to_owned()) } else { Err(&PROBLEMS[0]) }
    }

    fn missing(&self) -> &'static str {
        "Cochez la case pour certifier que tout est exact."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[(&["oui"], Ok("oui")), (&["peut-être"], Err("case-inconnue"))])
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::YesNo
    }
}
