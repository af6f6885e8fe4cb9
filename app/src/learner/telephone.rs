//! The simulated telephone: its text messages, in the order in which they came.

use leptos::prelude::*;
use scenarios::rehearsal::OpenMail;

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
    mailbox::REFRESH,
};
use crate::{
    shell::Page,
    ui::{
        Example,
        button::{Button, Rank},
        icon::{Icon, icon},
    },
};

/// Words of the button that lets a minute go by.
pub(super) const LOOK_AGAIN: &str = "Regarder les nouveaux messages";

pub fn page(exercise: Exercise<'_>, texts: Vec<OpenMail>) -> Page {
    let action = exercise.routes().phone();
    let number = exercise.state.persona.value("telephone").unwrap_or_default().to_owned();
    let screen = glass(number, texts);
    let content = view! {
        <h1>"Votre téléphone"</h1>
        <p>"Ce téléphone n’existe pas. C’est celui de votre personnage."</p>
        {screen}
        <form method="post" action=action>
            <div class="row">
                <Button label=LOOK_AGAIN rank=Rank::Secondary icon=Icon::Phone name=REFRESH value="oui"/>
            </div>
        </form>
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Phone, Window::Desk, content);
    framed_page("Votre téléphone", body)
}

/// What the telephone shows.
fn glass(number: String, texts: Vec<OpenMail>) -> AnyView {
    let label = format!("Messages reçus au {number}");
    let content = if texts.is_empty() {
        view! { <p>"Pas encore de message. Un code peut mettre une minute à venir."</p> }.into_any()
    } else {
        let texts: Vec<_> = texts.into_iter().map(text).collect();
        view! { <ol class="telephone__texts">{texts}</ol> }.into_any()
    };
    view! {
        <section class="telephone" aria-label=label>
            <p class="telephone__number">{icon(Icon::Phone)} " " {number}</p>
            {content}
        </section>
    }
    .into_any()
}

fn text(text: OpenMail) -> AnyView {
    let body: Vec<_> = text.body.into_iter().map(|said| view! { <p>{said}</p> }.into_any()).collect();
    view! {
        <li class="telephone__text">
            <p class="telephone__from">{text.from}</p>
            <div class="telephone__body">{body}</div>
        </li>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let said = |number, from: &str, body: &str| OpenMail {
        number,
        phone: true,
        from: from.to_owned(),
        address: String::new(),
        subject: String::new(),
        body: vec![body.to_owned()],
        attached: None,
    };
    let texts = vec![
        said(1, "Ma caisse", "Votre code est 482913. Ne le donnez à personne."),
        said(2, "Colis", "Votre colis attend. Payez ici les frais."),
    ];
    vec![
        Example::new("Deux messages", glass("06 39 98 10 01".to_owned(), texts)),
        Example::new("Rien encore", glass("06 39 98 10 02".to_owned(), Vec::new())),
    ]
}
