//! Every kind of question, for the gallery: how it is asked, what it reads, all it can object.
//!
//! It is drawn from the rules themselves: nothing is repeated here.

use leptos::prelude::*;
use scenarios::{
    field::{Control as Form, Examples, Kind},
    reference::fold,
    rehearsal::{Asked, Control},
    typography::spaced,
};

use super::field::field;
use crate::ui::Example;

/// One example a kind, under its word of the language.
pub fn examples() -> Vec<Example> {
    Kind::ALL.into_iter().map(|kind| Example::new(kind.rules().word(), sheet(kind))).collect()
}

fn sheet(kind: Kind) -> AnyView {
    let examples = kind.rules().examples();
    let question = examples.first().map(|examples| field(&asked(kind, examples)));
    let read: Vec<_> = examples.iter().flat_map(|examples| read(kind, examples)).collect();
    view! {
        <div class="kinds">
            {question}
            <h3 class="kinds__title">"Ce qui est compris"</h3>
            <ul class="kinds__list">{read}</ul>
            <h3 class="kinds__title">"Ce qui est refusé"</h3>
            <ul class="kinds__list">{missing(kind, &examples)} {refused(kind, &examples)}</ul>
        </div>
    }
    .into_any()
}

/// The question as a page asks it, unanswered.
fn asked(kind: Kind, examples: &Examples) -> Asked {
    let control = match kind.rules().control(&examples.settings) {
        Form::Lines(lines) => Control::Lines(lines.iter().map(|line| (*line, String::new())).collect()),
        Form::Area => Control::Area(String::new()),
        Form::Secret => Control::Secret,
        Form::Papers => Control::Papers(examples.settings.choices.clone(), None),
        Form::Tick => Control::Tick(false),
        Form::YesNo => Control::YesNo(None),
        Form::Radios(choices) => Control::Radios(choices.to_vec(), None),
        Form::Boxes(choices) => Control::Boxes(choices.to_vec(), Vec::new()),
        Form::Search(choices) => Control::Search(choices.to_vec(), String::new()),
    };
    Asked {
        key: format!("genre-{}", fold(kind.rules().word())),
        label: format!("Une question de genre «\u{a0}{}\u{a0}»", kind.rules().word()),
        help: None,
        privacy: kind.rules().privacy(),
        optional: false,
        control,
        problem: None,
        news: false,
        understood: None,
    }
}

/// Examples that are read, and what is understood of each.
fn read(kind: Kind, examples: &Examples) -> Vec<AnyView> {
    let rules = kind.rules();
    let accepted = examples.all.iter().filter_map(|(typed, read)| Some((*typed, read.ok()?)));
    let line = |(typed, canonical): (&[&str], &str)| {
        let understood = rules.understood(canonical, &examples.settings);
        let understood = understood.unwrap_or_else(|| rules.shown(canonical, &examples.settings));
        view! { <li>{written(typed)} " → " <b>{understood}</b></li> }.into_any()
    };
    accepted.map(line).collect()
}

/// Every objection once, after a text that provokes it.
fn refused(kind: Kind, examples: &[Examples]) -> Vec<AnyView> {
    let example = |code: &str| {
        examples.iter().find_map(|examples| {
            let (typed, _) = examples.all.iter().find(|(_, read)| *read == Err(code))?;
            Some((*typed, kind.message(code, &examples.settings)?))
        })
    };
    let problems = kind.rules().problems().iter().filter_map(|problem| example(problem.code));
    problems.map(|(typed, message)| line(written(typed), &message)).collect()
}

fn missing(kind: Kind, examples: &[Examples]) -> Option<AnyView> {
    let settings = examples.first().map(|examples| &examples.settings)?;
    Some(line(view! { <i>"rien"</i> }.into_any(), &kind.missing(settings)))
}

fn line(typed: AnyView, message: &str) -> AnyView {
    view! { <li>{typed} " → " {spaced(message)}</li> }.into_any()
}

/// What is typed, its parts side by side; the end of a long one is left out.
fn written(typed: &[&str]) -> AnyView {
    const LONGEST: usize = 60;
    let parts: Vec<&str> = typed.iter().copied().filter(|part| !part.is_empty()).collect();
    let all = parts.join(" | ");
    let mut shown: String = all.chars().take(LONGEST).collect();
    if shown.len() < all.len() {
        shown.push('…');
    }
    view! { <kbd>{shown}</kbd> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn every_kind_shows_everything_it_can_object() {
        for kind in Kind::ALL {
            let html = to_html(|| sheet(kind));
            // Each problem, and nothing typed.
            let lines = html.matches(" → ").count();
            let read: usize = kind.rules().examples().iter().map(|examples| read(kind, examples).len()).sum();
            assert_eq!(lines, read + kind.rules().problems().len() + 1, "{kind:?}");
        }
    }
}
