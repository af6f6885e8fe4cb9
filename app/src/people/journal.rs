//! The journal: what was done with accounts and rooms, by whom. Never anything of a learner.

use leptos::prelude::*;

use super::head::{self, Entry, Who};
use crate::{shell::Page, ui::Example};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// « 28 novembre, 14 h 05 ».
    pub at: String,
    pub who: String,
    pub place: String,
    /// In words.
    pub what: String,
}

const TITLE: &str = "Journal";

pub fn page(who: &Who, lines: Vec<Line>) -> Page {
    head::page(who, Some(Entry::Journal), TITLE, false, content(lines))
}

fn content(lines: Vec<Line>) -> AnyView {
    let rows: Vec<_> = lines
        .into_iter()
        .map(|Line { at, who, place, what }| {
            view! { <tr><td>{at}</td><td>{who}</td><td>{place}</td><td>{what}</td></tr> }.into_any()
        })
        .collect();
    view! {
        <h1>{TITLE}</h1>
        <p>"Ce que l’équipe a fait, gardé un an. Personne ne peut le changer. Rien n’y parle d’un apprenant."</p>
        <div class="people__scroll" tabindex="0" role="region" aria-label="Lignes du journal">
            <table class="people__table">
                <thead><tr><th scope="col">"Quand"</th><th scope="col">"Qui"</th><th scope="col">"Lieu"</th><th scope="col">"Quoi"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let line = Line {
        at: "28 novembre, 14 h 05".to_owned(),
        who: "Claire".to_owned(),
        place: "Médiathèque".to_owned(),
        what: "connexion (Firefox, Linux)".to_owned(),
    };
    vec![Example::new("Le journal", content(vec![line]))]
}
