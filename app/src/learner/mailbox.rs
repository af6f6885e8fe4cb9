//! The simulated mailbox: its messages, newest first, and one of them open.

use leptos::prelude::*;
use scenarios::rehearsal::{MailLine, OpenMail};

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Site, Theme, Window},
};
use crate::{
    shell::Page,
    ui::{
        button::{ButtonLink, Rank},
        icon::Icon,
    },
};

pub fn list(exercise: Exercise<'_>, mails: Vec<MailLine>) -> Page {
    let action = exercise.routes().messages();
    let empty = mails.is_empty();
    let lines: Vec<_> = mails.into_iter().map(line).collect();
    let content = view! {
        <h1>"Vos messages"</h1>
        {if empty {
            view! { <p>"Vous n’avez pas de message. Un message arrive quand la démarche en envoie un."</p> }.into_any()
        } else {
            view! { <form method="post" action=action><ul class="mailbox">{lines}</ul></form> }.into_any()
        }}
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Messages, window(), false, None, content);
    framed_page("Vos messages", body)
}

fn line(mail: MailLine) -> AnyView {
    let class = if mail.opened { "mailbox__mail" } else { "mailbox__mail mailbox__mail--unread" };
    let unread = (!mail.opened).then(|| view! { <span class="unseen">"Non lu, "</span> });
    view! {
        <li class=class>
            <button class="mailbox__link" type="submit" name="message" value=mail.number.to_string()>
                <span class="mailbox__from">{unread} {mail.from}</span>
                <span class="mailbox__subject">{mail.subject}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The mailbox is a site of its own, of nobody's brand.
fn window() -> Window {
    Window::Site(Site {
        theme: Theme::Ardoise,
        url: "https://messagerie.example/reception".to_owned(),
        initials: "@".to_owned(),
        name: "Messagerie".to_owned(),
        subtitle: "boîte de réception d’entraînement".to_owned(),
    })
}

pub fn open(exercise: Exercise<'_>, mail: OpenMail) -> Page {
    let title = mail.subject.clone();
    let body: Vec<_> =
        mail.body.into_iter().map(|paragraph| view! { <p>{paragraph}</p> }.into_any()).collect();
    let to = exercise.state.persona.value("courriel").unwrap_or_default().to_owned();
    let content = view! {
        <h1>"Vos messages"</h1>
        <article class="mail">
            <h2 class="mail__subject">{mail.subject}</h2>
            <dl class="mail__head">
                <div><dt>"De"</dt><dd>{mail.from} " " <span class="mail__address">{mail.address}</span></dd></div>
                <div><dt>"À"</dt><dd class="mail__address">{to}</dd></div>
            </dl>
            <div class="mail__body">{body}</div>
        </article>
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=exercise.routes().root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tous les messages" href=exercise.routes().messages() rank=Rank::Secondary icon=Icon::Mail/>
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Messages, window(), false, None, content);
    framed_page(title, body)
}
