//! The persona's values as a drawn paper prints them, each where a hint can point.
//!
//! It lays nothing out: a paper does.

use leptos::prelude::*;
use scenarios::{
    date::{Date, Month},
    papers::numbered,
    persona::{self, Persona},
    term::Kind,
};

use super::amounts::Cents;
use crate::routes::HERE;

/// The values that a drawn paper shows, and the place of which is marked.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub(super) persona: &'a Persona,
    /// Of the items it is about: they stand for the `*` of paths, from the left.
    pub(super) numbers: &'a [usize],
    pub(super) marked: Option<&'a str>,
}

impl<'a> Drawn<'a> {
    /// As the persona holds it; empty when it does not.
    pub(super) fn value(&self, path: &str) -> &'a str {
        self.persona.value(&numbered(path, self.numbers)).unwrap_or_default()
    }

    /// The amount at `path`, to compute with; none when the persona has no such value.
    pub(super) fn cents(&self, path: &str) -> Option<Cents> {
        Cents::read(self.value(path))
    }

    /// « 14/03/2016 », « juillet 2026 », « 1 478,00 € », « 151,67 »: as papers print it.
    pub(super) fn printed(&self, path: &str) -> String {
        let text = self.value(path);
        let kind = persona::kind(path).map(|value| &value.kind);
        let printed = match kind {
            Some(Kind::Date) => Date::from_iso(text).ok().map(Date::in_digits),
            Some(Kind::Month) => Month::from_iso(text).ok().map(Month::in_words),
            Some(Kind::Money) => Cents::read(text).map(Cents::printed),
            Some(Kind::Number) => Some(text.replace('.', ",")),
            _ => None,
        };
        printed.unwrap_or_else(|| text.to_owned())
    }

    /// The value at `path`, where a hint can point.
    pub(super) fn place(&self, path: &str) -> AnyView {
        self.place_of(path, self.printed(path))
    }

    /// The same, printed otherwise.
    pub(super) fn place_of(&self, path: &str, printed: String) -> AnyView {
        place(printed, path.rsplit('.').next().unwrap_or_default(), self.marked)
    }

    /// A name and the value at `path`, where a hint can point.
    pub(super) fn line(&self, name: impl Into<String>, path: &str) -> AnyView {
        line(name, self.place(path))
    }

    /// « Camille ESSAI »: the persona.
    pub(super) fn name(&self) -> AnyView {
        let surname = self.value("nom").to_uppercase();
        match self.marked {
            Some("prenom" | "nom") => {
                let first = self.place("prenom");
                let last = self.place_of("nom", surname);
                view! { {first} " " {last} }.into_any()
            }
            _ => format!("{} {surname}", self.value("prenom")).into_any(),
        }
    }

    /// « Camille ESSAI »: whom of the household the paper is about, whose first name is at `path`.
    pub(super) fn name_of(&self, path: &str) -> String {
        format!("{} {}", self.value(path), self.value("nom").to_uppercase())
    }

    /// The persona's home, on two lines, as nothing asks to copy it from here.
    pub(super) fn home(&self) -> AnyView {
        view! { {self.value("adresse.voie").to_owned()} <br/> {self.value("adresse.ville").to_owned()} }
            .into_any()
    }
}

/// A value that bears the name `key`, marked when a hint points at it: in colour, with a sign, and in words.
pub(super) fn place(value: String, key: &str, marked: Option<&str>) -> AnyView {
    if marked != Some(key) {
        return value.into_any();
    }
    view! { <mark class="papers__here" id=HERE>{value} " " <span class="papers__arrow">"C’est ici"</span></mark> }
        .into_any()
}

/// One line of a sheet.
pub(super) fn line(name: impl Into<String>, value: impl IntoView + 'static) -> AnyView {
    let name = name.into();
    view! { <div class="papers__field"><dt>{name}</dt><dd>{value.into_any()}</dd></div> }.into_any()
}
