//! What every page of the staff has on top: who is signed in, where, and the ways to the other pages.

use leptos::prelude::*;

use crate::{
    routes::{people, room},
    shell::{CONTENT, Page},
    ui::{
        Example,
        button::{Button, Rank},
        icon::Icon,
    },
};

/// Whoever is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    pub name: String,
    pub place: String,
    /// Sees to people and places.
    pub host: bool,
}

/// The entry that is marked as current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Rooms,
    Account,
    People,
    Journal,
}

/// A page of the staff. `wide` is for boards.
pub fn page(who: &Who, here: Option<Entry>, title: &str, wide: bool, body: AnyView) -> Page {
    let class = if wide { "staffed staffed--wide" } else { "page staffed" };
    let view = view! {
        {head(who, here)}
        <main class=class id=CONTENT tabindex="-1">{body}</main>
    };
    Page::new(title, view)
}

pub(super) fn head(who: &Who, here: Option<Entry>) -> AnyView {
    let entry = |label: &'static str, href: &'static str, entry: Entry| {
        let current = (here == Some(entry)).then_some("page");
        view! { <li><a class="staff__entry" href=href aria-current=current>{label}</a></li> }.into_any()
    };
    let host = who.host.then(|| {
        view! {
            {entry("Gens et lieux", people::PEOPLE, Entry::People)}
            {entry("Journal", people::JOURNAL, Entry::Journal)}
        }
        .into_any()
    });
    view! {
        <section class="staff" aria-label="Équipe">
            <p class="staff__who"><b>{who.place.clone()}</b> <span>{who.name.clone()}</span></p>
            <nav class="staff__nav" aria-label="Pages de l’équipe">
                <ul class="staff__list">
                    {entry("Ateliers", room::ROOMS, Entry::Rooms)}
                    {entry("Mon compte", people::ACCOUNT, Entry::Account)}
                    {host}
                </ul>
            </nav>
            <form class="staff__out" method="post" action=people::SIGN_OUT>
                <Button label="Se déconnecter" rank=Rank::Quiet icon=Icon::Lock/>
            </form>
        </section>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let who = |host| Who { name: "Claire".to_owned(), place: "Médiathèque".to_owned(), host };
    vec![
        Example::new("L’en-tête d’un médiateur", head(&who(false), Some(Entry::Account))),
        Example::new("L’en-tête d’un responsable", head(&who(true), Some(Entry::People))),
    ]
}
