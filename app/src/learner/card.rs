//! The persona's card: everything a learner may have to copy, under the names that forms use.

use leptos::prelude::*;
use scenarios::{
    date::Date,
    persona::{ON_CARD, Persona, VALUES},
};

use super::{
    envelope,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    shell::Page,
    ui::{
        button::{ButtonLink, Rank},
        icon::Icon,
        summary_list::{Row, SummaryList},
    },
};

pub fn page(exercise: Exercise<'_>) -> Page {
    let persona = &exercise.state.persona;
    let rows = rows(persona, ON_CARD);
    let content = view! {
        <h1>"La fiche de votre personnage"</h1>
        <p>"Cette personne n’existe pas. Utilisez ses informations, jamais les vôtres."</p>
        <SummaryList rows/>
        {household(persona)}
        {envelope::ways(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Card, Window::Desk, content);
    framed_page("La fiche de votre personnage", body)
}

/// The values at `paths` that the persona has, in the order of the card.
pub(super) fn rows(persona: &Persona, paths: &[&str]) -> Vec<Row> {
    VALUES
        .iter()
        .filter(|value| paths.contains(&value.path))
        .filter_map(|value| Some(Row::new(value.label, in_words(persona.value(value.path)?))))
        .collect()
}

/// The people who live with the persona: a first name and a day of birth each.
pub(super) fn household(persona: &Persona) -> Option<AnyView> {
    let people = |list: &str| -> Vec<Row> {
        let one = |number: usize| {
            let value = |name: &str| persona.value(&format!("{list}.{number}.{name}"));
            Some(Row::new(
                value("prenom")?.to_owned(),
                format!("naissance\u{a0}: {}", in_words(value("naissance")?)),
            ))
        };
        (1..=persona.count(list)).filter_map(one).collect()
    };
    let rows: Vec<Row> = people("adultes").into_iter().chain(people("enfants")).collect();
    (!rows.is_empty()).then(|| view! { <h2>"Les personnes du foyer"</h2> <SummaryList rows/> }.into_any())
}

fn in_words(value: &str) -> String {
    Date::from_iso(value).map_or_else(|_| value.to_owned(), Date::in_words)
}

/// The way back from every side place.
pub(super) fn back(exercise: Exercise<'_>) -> AnyView {
    let href = exercise.routes().root();
    view! {
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href rank=Rank::Primary icon=Icon::ArrowLeft/>
        </div>
    }
    .into_any()
}
