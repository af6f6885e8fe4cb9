//! What cannot be undone is asked once more.

use leptos::prelude::*;

use super::board::{ACT, SEAT, SURE};
use crate::{
    people::{self, Who},
    routes::room::Room,
    shell::Page,
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Seat, and how it is called.
    Remove(String, String),
    /// The same, of somebody who waits to be let in.
    Refuse(String, String),
    Close,
}

pub fn page(who: &Who, room: &str, question: Question) -> Page {
    let title = match &question {
        Question::Remove(_, called) => format!("Retirer {called}\u{a0}?"),
        Question::Refuse(_, called) => format!("Refuser {called}\u{a0}?"),
        Question::Close => "Terminer l’atelier\u{a0}?".to_owned(),
    };
    people::staffed(who, None, &title, false, content(room, title.clone(), question))
}

fn content(room: &str, title: String, question: Question) -> AnyView {
    let routes = Room(room);
    let (seat, act, told, label) = match question {
        Question::Remove(seat, _) => (
            seat,
            "retirer",
            "Sa page ne s’ouvrira plus. Son travail reste dans le bilan. Pour revenir, il faudra le code.",
            "Oui, retirer",
        ),
        Question::Refuse(seat, _) => (
            seat,
            "retirer",
            "Cette personne n’entrera pas. Pour revenir, il lui faudra le code.",
            "Oui, refuser",
        ),
        Question::Close => (
            "toutes".to_owned(),
            "terminer",
            "Le code ne servira plus, et personne n’entrera plus. Ceux qui sont là peuvent finir.",
            "Oui, terminer",
        ),
    };
    view! {
        <h1>{title}</h1>
        <p>{told}</p>
        <form class="row" method="post" action=routes.act()>
            <input type="hidden" name=SEAT value=seat/>
            <input type="hidden" name=SURE value="oui"/>
            <Button label rank=Rank::Danger name=ACT value=act/>
            <ButtonLink label="Non, revenir" href=routes.board() rank=Rank::Secondary/>
        </form>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let title = "Terminer l’atelier\u{a0}?".to_owned();
    vec![Example::new("Demander encore une fois", content("salle", title, Question::Close))]
}
