//! A document to attach, chosen among the persona's papers: there is no upload.

use super::{Control, Examples, Privacy, Problem, Rules, Settings, clean::first};

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

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        settings.choice(first(typed)).map(|paper| paper.key.clone()).ok_or(&PROBLEMS[0])
    }

    fn shown(&self, canonical: &str, settings: &Settings) -> String {
        settings.choice(canonical).map_or_else(|| canonical.to_owned(), |paper| paper.label.clone())
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
        vec![Examples::with(
            Settings::of(&[("carte-grise", "Carte grise"), ("facture", "Facture d’électricité")]),
            &[(&["carte-grise"], Ok("carte-grise")), (&["photo-de-vacances"], Err("papier-inconnu"))],
        )]
    }
}
