//! The papers of everybody in the room, to be printed in one go: one person after the other, each on sheets of its own.

use leptos::prelude::*;

use crate::{
    people::{self, Who},
    routes::room::Room,
    shell::Page,
    ui::{
        animal::{Animal, animal},
        button::{ButtonLink, Rank},
        icon::Icon,
    },
};

/// One person's: the animal of the seat, the envelope's title, what is in it.
pub struct Kit {
    pub animal: Animal,
    pub title: String,
    pub content: AnyView,
}

pub fn page(who: &Who, room: &str, title: &str, kits: Vec<Kit>) -> Page {
    let none = kits.is_empty().then(|| {
        view! { <p>"Personne n’a commencé. Les enveloppes sont là quand les gens sont entrés."</p> }
    });
    let kits: Vec<_> = kits
        .into_iter()
        .map(|Kit { animal: which, title, content }| {
            view! {
                <article class="envelope envelopes__one">
                    <h2 class="seat__who">{animal(which)} {which.name()} " — " {title}</h2>
                    {content}
                </article>
            }
            .into_any()
        })
        .collect();
    let body = view! {
        <div class="envelopes__how">
            <h1>{format!("{title}\u{a0}: les enveloppes")}</h1>
            <p>"Imprimez cette page\u{a0}: chaque personne a ses feuilles."</p>
            <ButtonLink label="Tableau de suivi" href=Room(room).board() rank=Rank::Quiet icon=Icon::ArrowLeft/>
            {none}
        </div>
        {kits}
    };
    people::staffed(who, None, &format!("{title} — enveloppes"), false, body.into_any())
}
