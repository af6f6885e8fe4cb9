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
    let rules = kind.rules();
    let examples = rules.examples();
    let question = examples.first().map(|examples| field(&asked(kind, examples)));
    let read: Vec<_> = examples.iter().flat_map(|examples| read(kind, examples)).collect();
    let objections = examples.iter().flat_map(|examples| {
        let codes = examples.all.iter().filter_map(|(_, read)| read.err());
        codes.filter_map(|code| kind.message(code, &examples.settings))
    });
    let mut sentences: Vec<String> = vec![kind.missing(&rules_settings(&examples))];
    for sentence in objections.filter(|sentence| !sentence.is_empty()) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    let sentences: Vec<_> =
        sentences.iter().map(|sentence| view! { <li>{spaced(sentence)}</li> }.into_any()).collect();
    view! {
        <div class="kinds">
            {question}
            <h3 class="kinds__title">"Ce qui est compris"</h3>
            <ul class="kinds__list">{read}</ul>
            <h3 class="kinds__title">"Ce qui peut être répondu"</h3>
            <ul class="kinds__list">{sentences}</ul>
        </div>
    }
    .into_any()
}

fn rules_settings(examples: &[Examples]) -> scenarios::field::Settings {
    examples.first().map(|examples| examples.settings.clone()).unwrap_or_default()
}

/// The question as a page asks it, unanswered.
fn asked(kind: Kind, examples: &Examples) -> Asked {
    let control = match kind.rules().control(&examples.settings) {
        Form::Lines(lines) => Control::Lines(lines.iter().map(|line| (*line, String::new())).collect()),
        Form::Area => Control::Area(String::new()),
        Form::Secret => Control::Secret,
        Form::Papers => Control::Papers(scenarios::papers::Paper::ALL.to_vec(), None),
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
        optional: false,
        control,
        problem: None,
        understood: None,
    }
}

/// Examples that are read, and what is understood of each.
fn read(kind: Kind, examples: &Examples) -> Vec<AnyView> {
    let rules = kind.rules();
    let line = |typed: &[&str], canonical: &str| {
        let typed: Vec<_> = typed.iter().copied().filter(|part| !part.trim().is_empty()).collect();
        let understood = rules.shown(canonical, &examples.settings);
        let understood = rules.understood(canonical, &examples.settings).unwrap_or(understood);
        view! { <li><kbd>{typed.join(" | ")}</kbd>" → "<b>{understood}</b></li> }.into_any()
    };
    let accepted = examples.all.iter().filter_map(|(typed, read)| Some((typed, read.ok()?)));
    accepted.map(|(typed, canonical)| line(typed, canonical)).collect()
}
