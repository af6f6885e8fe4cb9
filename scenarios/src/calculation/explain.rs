//! The steps of a calculation in plain words, values put in, with the rules they come from.
//!
//! It computes nothing that was not worked out already.

use crate::{
    date::Date,
    parameters::Parameters,
    reference::fold,
    term::{Bound, Definitions, Found, Value, Worked, World, starred},
};

/// One term worked out, told in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the author calls it, or its name.
    pub label: String,
    /// The item of a list that it is about, from 1.
    pub item: Option<usize>,
    pub value: Value,
    /// How it was found, values put in.
    pub explanation: String,
    /// The author's own words about it.
    pub says: Option<String>,
    /// The rules it comes from: its own, then those of the figures it reads.
    pub sources: Vec<String>,
}

/// What was worked out in `world`, figures being read on the day `at`.
pub(super) fn steps(
    definitions: &Definitions,
    parameters: &Parameters,
    world: &Found<'_>,
    at: Date,
) -> Vec<Step> {
    let book = Book { definitions, parameters };
    let steps = world.steps();
    steps.into_iter().map(|(worked, item, value)| book.step(worked, item, value, world, at)).collect()
}

/// Where names find their labels.
struct Book<'a> {
    definitions: &'a Definitions,
    parameters: &'a Parameters,
}

impl Book<'_> {
    fn step(&self, worked: &Worked, item: Option<usize>, value: Value, world: &Found<'_>, at: Date) -> Step {
        let variables: Vec<(String, String)> = worked
            .each
            .iter()
            .zip(item)
            .map(|((variable, list), item)| (variable.clone(), format!("{list}.{item}")))
            .collect();
        let here = Bound { inner: world, variables: &variables };
        let explanation = worked.term.worded(&|path| self.named(path, worked, &here));
        let mut sources: Vec<String> = worked.source.iter().cloned().collect();
        for path in worked.term.sources() {
            let figure = self.parameters.get(path).and_then(|parameter| parameter.at(at));
            if let Some(figure) = figure.filter(|figure| !sources.contains(&figure.source)) {
                sources.push(figure.source.clone());
            }
        }
        let label = self.label(&worked.path).unwrap_or_else(|| name_of(&worked.path).to_owned());
        Step { label, item, value, explanation, says: worked.says.clone(), sources }
    }

    /// « Revenu net (16 200 €) »; a list or a table by its name alone.
    fn named(&self, path: &str, worked: &Worked, here: &Bound<'_>) -> String {
        let column = worked.each.as_ref().and_then(|(variable, list)| {
            let rest = path.strip_prefix(variable.as_str())?.strip_prefix('.')?;
            Some(format!("{list}.*.{rest}"))
        });
        let name = self.label(&column.unwrap_or_else(|| starred(path))).unwrap_or_else(|| path.to_owned());
        let is_list = here.count(path) > 0;
        match here.value(path) {
            Value::Scale(_) => name,
            Value::Nothing if is_list => name,
            value => format!("{name} ({})", value.in_french()),
        }
    }

    fn label(&self, path: &str) -> Option<String> {
        let term = self.definitions.get(path).and_then(|worked| worked.label.clone());
        term.or_else(|| self.parameters.get(&fold(path)).map(|parameter| parameter.label().to_owned()))
    }
}

/// The name itself, without the list of which it is a column.
fn name_of(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
