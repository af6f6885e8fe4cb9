//! « Mes ateliers »: those that are open, those that are over, and plans kept to open one again.

use leptos::prelude::*;

use crate::{
    people::{self, Entry, Who},
    routes::room::{MODELS, OPEN, Room},
    shell::Page,
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        icon::Icon,
    },
};

/// The name of the input that names a model.
pub const MODEL: &str = "modele";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rooms {
    pub rooms: Vec<Listed>,
    /// Plans kept: ids and names.
    pub models: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub title: String,
    /// « 28 novembre à 14 h 05 ».
    pub opened: String,
    /// Three by three; none once it is closed.
    pub code: Option<String>,
    pub people: i64,
    /// « jusqu'au 5 décembre ».
    pub kept: String,
}

const TITLE: &str = "Ateliers";

pub fn page(who: &Who, rooms: Rooms) -> Page {
    people::staffed(who, Some(Entry::Rooms), TITLE, false, content(rooms))
}

fn content(rooms: Rooms) -> AnyView {
    let Rooms { rooms, models } = rooms;
    let (open, over): (Vec<Listed>, Vec<Listed>) = rooms.into_iter().partition(|room| room.code.is_some());
    let none = open.is_empty().then(|| view! { <p class="rooms__none">"Aucun atelier n’est ouvert. Ouvrez-en un, puis projetez son code."</p> });
    let open: Vec<_> = open.into_iter().map(running).collect();
    let past = !over.is_empty();
    let over: Vec<_> = over.into_iter().map(finished).collect();
    let kept = !models.is_empty();
    let models: Vec<_> = models.into_iter().map(model).collect();
    view! {
        <h1>{TITLE}</h1>
        <p><ButtonLink label="Ouvrir un atelier" href=OPEN icon=Icon::Plus/></p>
        {none}
        <ul class="rooms">{open}</ul>
        {kept.then(|| view! { <section><h2>"Modèles gardés"</h2><ul class="rooms">{models}</ul></section> })}
        {past.then(|| view! { <section><h2>"Ateliers terminés"</h2><ul class="rooms">{over}</ul></section> })}
    }
    .into_any()
}

fn people_words(people: i64) -> String {
    match people {
        0 => "personne encore".to_owned(),
        1 => "1\u{a0}personne".to_owned(),
        people => format!("{people}\u{a0}personnes"),
    }
}

fn running(room: Listed) -> AnyView {
    let Listed { id, title, opened, code, people, .. } = room;
    let routes = Room(&id);
    let (board, project) = (routes.board(), routes.project());
    let about = format!("de «\u{a0}{title}\u{a0}»");
    view! {
        <li class="rooms__room rooms__room--open">
            <div>
                <h2 class="rooms__title">{title}</h2>
                <p class="rooms__about">"Ouvert le " {opened} " · " {people_words(people)}</p>
            </div>
            <p class="board__code"><span class="unseen">"Code\u{a0}: "</span> {code}</p>
            <div class="row">
                <ButtonLink label="Tableau de suivi" about=about.clone() href=board icon=Icon::Chart/>
                <ButtonLink label="Projeter" about href=project rank=Rank::Secondary icon=Icon::Screen/>
            </div>
        </li>
    }
    .into_any()
}

fn finished(room: Listed) -> AnyView {
    let Listed { id, title, opened, people, kept, .. } = room;
    let about = format!("de «\u{a0}{title}\u{a0}»");
    view! {
        <li class="rooms__room">
            <div>
                <h3 class="rooms__title">{title}</h3>
                <p class="rooms__about">{opened} " · " {people_words(people)} " · gardé " {kept}</p>
            </div>
            <div class="row">
                <ButtonLink label="Bilan" about=about.clone() href=Room(&id).report() rank=Rank::Secondary icon=Icon::Chart/>
                <ButtonLink label="Tableau" about href=Room(&id).board() rank=Rank::Quiet/>
            </div>
        </li>
    }
    .into_any()
}

fn model((id, name): (String, String)) -> AnyView {
    let open = format!("{OPEN}?{MODEL}={id}");
    let about = format!("«\u{a0}{name}\u{a0}»");
    view! {
        <li class="rooms__room">
            <h3 class="rooms__title">{name}</h3>
            <div class="row">
                <ButtonLink label="Ouvrir avec ce modèle" about=about.clone() href=open rank=Rank::Secondary/>
                <form method="post" action=MODELS>
                    <Button label="Supprimer" about rank=Rank::Quiet name=MODEL value=id/>
                </form>
            </div>
        </li>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let listed = |title: &str, code: Option<&str>| Listed {
        id: title.to_lowercase(),
        title: title.to_owned(),
        opened: "28\u{a0}novembre à 14\u{a0}h\u{a0}05".to_owned(),
        code: code.map(ToOwned::to_owned),
        people: 7,
        kept: "jusqu’au 5\u{a0}décembre".to_owned(),
    };
    let rooms = Rooms {
        rooms: vec![listed("Impôts", Some("482\u{a0}017\u{a0}395")), listed("CAF", None)],
        models: vec![("m".to_owned(), "Impôts du mardi".to_owned())],
    };
    vec![
        Example::new("Mes ateliers", content(rooms)),
        Example::new("Mes ateliers, la première fois", content(Rooms::default())),
    ]
}
