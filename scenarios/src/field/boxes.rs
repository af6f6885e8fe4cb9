//! Several choices, each a box to tick. How many may be asked.
//!
//! None ticked is no answer: the question says « facultatif » when that is fine.

use super::{
    Control, Examples, Privacy, Problem, Rules, Setting, Settings,
    bounds::{Outside, outside},
    choice::{key_of, label_of},
    clean::is_digits,
};

pub(super) struct Boxes;

/// Between keys, in the canonical form.
const BETWEEN: &str = " ";

static PROBLEMS: [Problem; 3] = [
    Problem::new("choix-inconnu", "Cochez une ou plusieurs des cases proposées."),
    Problem::new("trop-peu", "Cochez encore une case, ou plusieurs. Il en faut au moins {au-moins}."),
    Problem::new("trop", "Décochez une case, ou plusieurs. Il en faut au plus {au-plus}."),
];

impl Rules for Boxes {
    fn word(&self) -> &'static str {
        "cases"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Choices, Setting::Least, Setting::Most]
    }

    fn control<'s>(&self, settings: &'s Settings) -> Control<'s> {
        Control::Boxes(&settings.choices)
    }

    /// Gives the keys of the ticked boxes in the order of the scenario, parted by a space.
    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let ticked: Option<Vec<String>> = typed.iter().map(|written| key_of(written, settings)).collect();
        let ticked = ticked.filter(|ticked| !ticked.is_empty()).ok_or(&PROBLEMS[0])?;
        let keys: Vec<&str> = settings
            .choices
            .iter()
            .map(|choice| choice.key.as_str())
            .filter(|key| ticked.iter().any(|ticked| ticked == key))
            .collect();
        match outside(&keys.len(), self.usual_least(), settings, |bound| bound.parse().ok()) {
            Some(Outside::Below) => Err(&PROBLEMS[1]),
            Some(Outside::Above) => Err(&PROBLEMS[2]),
            None => Ok(keys.join(BETWEEN)),
        }
    }

    fn shown(&self, canonical: &str, settings: &Settings) -> String {
        let labels: Vec<String> = canonical.split(BETWEEN).map(|key| label_of(key, settings)).collect();
        labels.join(", ")
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        canonical.split(BETWEEN).map(ToOwned::to_owned).collect()
    }

    fn missing(&self) -> &'static str {
        "Cochez au moins une case."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let incomes =
            [("salaire", "Un salaire"), ("chomage", "Des allocations chômage"), ("pension", "Une pension")];
        vec![
            Examples::with(
                Settings::of(&incomes),
                &[
                    (&["pension", "salaire"], Ok("salaire pension")),
                    (&["Des allocations chômage"], Ok("chomage")),
                    (&["salaire", "loterie"], Err("choix-inconnu")),
                ],
            ),
            Examples::with(
                Settings { least: Some("2".to_owned()), ..Settings::of(&incomes) },
                &[(&["salaire"], Err("trop-peu"))],
            ),
            Examples::with(
                Settings { most: Some("2".to_owned()), ..Settings::of(&incomes) },
                &[(&["salaire", "chomage", "pension"], Err("trop"))],
            ),
        ]
    }

    fn bound(&self, written: &str) -> Option<String> {
        (is_digits(written) && written.len() <= 3).then(|| written.to_owned())
    }
}
