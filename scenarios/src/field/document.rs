//! A document to attach, chosen among the persona's papers: there is no upload.

use super::{Control, Examples, Privacy, Problem, Rules, Settings, clean::first};
use crate::papers::Paper;

pub(super) struct Document;

static PROBLEMS: [Problem; 1] = [Problem::new("papier-inconnu", "Choisissez un papier dans la liste.")];

impl Rules for Document {
    fn word(&self) -> &'static str {
        "document"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Papers
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let paper = Paper::from_key(first(typed)).ok_or(&PROBLEMS[0])?;
        Ok(paper.key().to_owned())
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        Paper::from_key(canonical).map_or_else(|| canonical.to_owned(), |paper| paper.title().to_owned())
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        vec![canonical.to_owned()]
    }

    fn missing(&self) -> &'static str {
        "Choisissez un papier à joindre."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["carte-grise"], Ok("carte-grise")),
            (&["photo-de-vacances"], Err("papier-inconnu")),
        ])
    }
}
