//! One choice among a few, all of them visible. Past a dozen, `liste` is kinder.

use super::{
    Control, Examples, Privacy, Problem, Rules, Setting, Settings,
    clean::{first, words},
};
use crate::term;

pub(super) struct OneChoice;

static PROBLEMS: [Problem; 1] = [Problem::new("choix-inconnu", "Choisissez une des réponses proposées.")];

impl Rules for OneChoice {
    fn word(&self) -> &'static str {
        "choix"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Choices]
    }

    fn control<'s>(&self, settings: &'s Settings) -> Control<'s> {
        Control::Radios(&settings.choices)
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        key_of(first(typed), settings).ok_or(&PROBLEMS[0])
    }

    fn shown(&self, canonical: &str, settings: &Settings) -> String {
        label_of(canonical, settings)
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        vec![canonical.to_owned()]
    }

    fn missing(&self) -> &'static str {
        "Choisissez une réponse."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let homes = [("locataire", "Je suis locataire"), ("proprietaire", "Je suis propriétaire")];
        vec![Examples::with(
            Settings::of(&homes),
            &[
                (&["locataire"], Ok("locataire")),
                (&["je suis Propriétaire"], Ok("proprietaire")),
                (&["je suis en vacances"], Err("choix-inconnu")),
            ],
        )]
    }

    fn answer_kind(&self, settings: &Settings) -> term::Kind {
        term::Kind::Choice(settings.choices.iter().map(|choice| choice.key.clone()).collect())
    }
}

/// The key that `written` is, or whose label it is.
pub(super) fn key_of(written: &str, settings: &Settings) -> Option<String> {
    if let Some(choice) = settings.choice(written) {
        return Some(choice.key.clone());
    }
    let said = words(written);
    let choice = settings
        .choices
        .iter()
        .find(|choice| !said.is_empty() && (words(&choice.label) == said || words(&choice.key) == said))?;
    Some(choice.key.clone())
}

/// The label of a key; anything else as it is.
pub(super) fn label_of(key: &str, settings: &Settings) -> String {
    settings.choice(key).map_or_else(|| key.to_owned(), |choice| choice.label.clone())
}
