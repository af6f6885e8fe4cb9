//! A hint that gives the answer before the last rung: nothing would be left to find.

use std::collections::BTreeMap;

use super::{
    findings::Findings,
    shown::{QUOTED, words},
};
use crate::{
    diagnostic::Diagnostic,
    model::{Choice, Field, Scenario, Template},
    papers::Paper,
    reference::fold,
    term::{Expr, Value},
    text::{Span, Spanned},
};

/// The rung that shows; in a shorter ladder, the last one does.
const SHOWS: usize = 4;

/// Letters of a hint, and choices of a question, that are looked at: the longer do not read as help.
const LONGEST: usize = 2_000;
const MOST_CHOICES: usize = 50;

/// Letters of an answer too particular to be in a hint by chance.
const PARTICULAR: usize = 4;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let papers: Papers<'_> =
        scenario.papers.iter().map(|paper| (paper.key.value.as_str(), &paper.title.value)).collect();
    for field in scenario.fields() {
        let (Some(expected), [ladder @ .., last]) = (&field.expected, field.hints.rungs()) else { continue };
        let alone = ladder.is_empty().then_some(last);
        let said = said(field, &expected.value, &papers);
        for hint in ladder.iter().take(SHOWS - 1).chain(alone).map(|hint| &hint.says) {
            let quoted = quoted(&expected.value, &hint.value);
            let written = || Some(findings.within(hint.span, tells(field, said.as_deref()?, &hint.value)?));
            let Some(span) = quoted.or_else(written) else { continue };
            let message = format!("cet indice donne la réponse du champ « {} »", findings.word(&field.key));
            let help = if alone.is_some() {
                "ajoutez avant lui des indices qui disent où chercher"
            } else {
                "dites plutôt où chercher, et gardez la réponse pour le dernier indice"
            };
            findings.say(
                Diagnostic::warning("indice-qui-donne-la-reponse", span, message)
                    .label(expected.span, "la réponse attendue est écrite ici")
                    .help(help),
            );
        }
    }
}

/// Titles of the papers written in the scenario, by key.
type Papers<'m> = BTreeMap<&'m str, &'m Template>;

/// Where `hint` quotes what is expected.
fn quoted(expected: &Expr, hint: &Template) -> Option<Span> {
    let same = |term: &&Spanned<Expr>| {
        let path = term.value.as_path();
        path == Some("attendu") || path.is_some() && path == expected.as_path()
    };
    hint.values().find(same).map(|quoted| quoted.span)
}

/// `said`, when `hint` says it and no other choice: who names several choices explains them.
fn tells<'s>(field: &Field, said: &'s str, hint: &Template) -> Option<&'s str> {
    let hint = words(hint).replace(QUOTED, "\n");
    if hint.len() > LONGEST {
        return None;
    }
    let hint = fold(&hint);
    let (before, after) = hint.split_once(&fold(said))?;
    let joined = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = !joined(before.chars().next_back()) && !joined(after.chars().next());
    let mut others = choices(field).take(MOST_CHOICES).filter(|choice| choice.label.value != said);
    (whole && !others.any(|other| hint.contains(&fold(&other.label.value)))).then_some(said)
}

/// The expected answer in the words of a hint, when they are particular.
fn said(field: &Field, expected: &Expr, papers: &Papers<'_>) -> Option<String> {
    let said = match expected {
        Expr::Literal(Value::YesNo(_), _) => return None,
        Expr::Literal(value, _) => {
            let key = value.stored();
            let choice = choices(field).find(|choice| choice.key.value == key);
            choice.map_or_else(|| value.in_french(), |choice| choice.label.value.clone())
        }
        Expr::Path(path, _) => {
            let key = path.strip_prefix("papier.")?;
            let drawn = Paper::from_key(key).map(|paper| paper.title().to_owned());
            drawn.or_else(|| papers.get(key).map(|title| words(title).into_owned()))?
        }
        _ => return None,
    };
    (said.chars().filter(|letter| letter.is_alphanumeric()).count() >= PARTICULAR).then_some(said)
}

fn choices(field: &Field) -> impl Iterator<Item = &Choice> {
    field.settings.choices.iter().flat_map(|choices| &choices.value)
}
