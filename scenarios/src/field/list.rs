//! One choice in a long list, found by typing a few letters: countries, departments, banks.
//!
//! What is typed need not be the whole label: the beginning of one, or of one of its words, is enough when a single
//! choice has it. What was understood is shown back; anything doubtful is refused with a sentence.

use super::{
    Choice, Control, Examples, Privacy, Problem, Rules, Setting, Settings,
    choice::{key_of, label_of},
    clean::{first, words},
};
use crate::term;

pub(super) struct List;

static PROBLEMS: [Problem; 2] = [
    Problem::new(
        "choix-inconnu",
        "Cette réponse n’est pas dans la liste. Tapez ses premières lettres, puis choisissez une ligne.",
    ),
    Problem::new(
        "plusieurs-choix",
        "Plusieurs lignes de la liste commencent ainsi. Tapez la réponse en entier, ou choisissez une ligne.",
    ),
];

impl Rules for List {
    fn word(&self) -> &'static str {
        "liste"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Choices]
    }

    fn control<'s>(&self, settings: &'s Settings) -> Control<'s> {
        Control::Search(&settings.choices)
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let written = first(typed);
        if let Some(key) = key_of(written, settings) {
            return Ok(key);
        }
        let said = words(written);
        if said.is_empty() {
            return Err(&PROBLEMS[0]);
        }
        let begins = |choice: &&Choice| words(&choice.label).starts_with(&said);
        let holds = |choice: &&Choice| words(&choice.label).contains(&format!(" {said}"));
        let all = || settings.choices.iter();
        match only(all().filter(begins)) {
            Err(Found::None) => only(all().filter(holds)),
            found => found,
        }
        .map_err(|found| match found {
            Found::None => &PROBLEMS[0],
            Found::Several => &PROBLEMS[1],
        })
    }

    fn shown(&self, canonical: &str, settings: &Settings) -> String {
        label_of(canonical, settings)
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez les premières lettres de la réponse, puis choisissez une ligne."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let departments = [
            ("valmire", "Val-de-Mire"),
            ("haute-mire", "Haute-Mire"),
            ("haute-fiction", "Haute-Fiction"),
            ("iles-d-essai", "Îles d’Essai"),
        ];
        vec![Examples::with(
            Settings::of(&departments),
            &[
                (&["Val-de-Mire"], Ok("valmire")),
                (&["haute f"], Ok("haute-fiction")),
                (&["ILES D'ESSAI"], Ok("iles-d-essai")),
                (&["essai"], Ok("iles-d-essai")),
                (&["haute"], Err("plusieurs-choix")),
                (&["Atlantide"], Err("choix-inconnu")),
            ],
        )]
    }

    fn answer_kind(&self, settings: &Settings) -> term::Kind {
        term::Kind::Choice(settings.choices.iter().map(|choice| choice.key.clone()).collect())
    }
}

/// Why there is no single choice.
enum Found {
    None,
    Several,
}

fn only<'s>(mut choices: impl Iterator<Item = &'s Choice>) -> Result<String, Found> {
    let found = choices.next().ok_or(Found::None)?;
    if choices.next().is_some() { Err(Found::Several) } else { Ok(found.key.clone()) }
}
