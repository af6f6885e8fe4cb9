//! The simulated mailbox: its messages, newest first, and one of them open.

use leptos::prelude::*;
use scenarios::rehearsal::{self, MailLine, OpenMail};

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    mirror::site::{Site, Theme},
    shell::Page,
    ui::{
        button::{Button, ButtonLink, Rank},
        details::Details,
        icon::{Icon, icon},
    },
};

/// The name of the button that keeps the paper attached to a message.
pub const KEEP: &str = "enregistrer";
/// The name of the button that lets a minute go by.
pub const REFRESH: &str = "relever";

pub fn list(exercise: Exercise<'_>, mails: Vec<MailLine>) -> Page {
    let action = exercise.routes().messages();
    let (unwanted, mails): (Vec<_>, Vec<_>) = mails.into_iter().partition(|mail| mail.unwanted);
    let nothing = mails.is_empty().then(|| {
        view! { <p>"Vous n’avez pas de message. Un message arrive quand la démarche en envoie un."</p> }
    });
    // Whoever looks for a text message here is shown where it comes.
    let phone = rehearsal::has_phone(exercise.graph).then(|| {
        view! {
            <p>
                "Un code peut aussi venir sur votre téléphone. "
                <a href=exercise.routes().phone()>"Regarder le téléphone"</a>
            </p>
        }
    });
    let content = view! {
        <h1>"Vos messages"</h1>
        {nothing}
        <form method="post" action=action>
            {lines(mails)}
            {aside(unwanted)}
            <div class="row">
                <Button label="Relever les messages" rank=Rank::Secondary icon=Icon::Mail name=REFRESH value="oui"/>
            </div>
        </form>
        {phone}
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Messages, window(), content);
    framed_page("Vos messages", body)
}

fn lines(mails: Vec<MailLine>) -> Option<AnyView> {
    let lines: Vec<_> = mails.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="mailbox">{lines}</ul> }.into_any())
}

/// What the mailbox itself holds to be unwanted: folded, and looked into by whoever misses a message.
fn aside(unwanted: Vec<MailLine>) -> Option<AnyView> {
    let summary = match unwanted.len() {
        0 => return None,
        1 => "Indésirables\u{a0}: 1 message".to_owned(),
        several => format!("Indésirables\u{a0}: {several} messages"),
    };
    Some(view! { <Details summary>{lines(unwanted)}</Details> }.into_any())
}

fn line(mail: MailLine) -> AnyView {
    let class = if mail.opened { "mailbox__mail" } else { "mailbox__mail mailbox__mail--unread" };
    let unread = (!mail.opened).then(|| view! { <span class="unseen">"Non lu, "</span> });
    let paper = mail
        .has_paper
        .then(|| view! { " " {icon(Icon::Attach)} <span class="unseen">", pièce jointe"</span> });
    view! {
        <li class=class>
            <button class="mailbox__link" type="submit" name="message" value=mail.number.to_string()>
                <span class="mailbox__from">{unread} {mail.from}</span>
                <span class="mailbox__subject">{mail.subject} {paper}</span>
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
    let action = exercise.routes().messages();
    let content = view! {
        <h1>"Vos messages"</h1>
        <article class="mail">
            <h2 class="mail__subject">{title.clone()}</h2>
            <dl class="mail__head">
                <div><dt>"De"</dt><dd>{mail.from} " " <span class="mail__address">{mail.address}</span></dd></div>
                <div><dt>"À"</dt><dd class="mail__address">{to}</dd></div>
            </dl>
            <div class="mail__body">{body}</div>
            {attached(mail.number, mail.attached, action)}
        </article>
        <div class="row">
            <ButtonLink label="Revenir à la démarche" href=exercise.routes().root() icon=Icon::ArrowLeft/>
            <ButtonLink label="Tous les messages" href=exercise.routes().messages() rank=Rank::Secondary icon=Icon::Mail/>
        </div>
    }
    .into_any();
    let body = exercise.framed(Place::Messages, window(), content);
    framed_page(title, body)
}

/// The paper attached, and the way to keep it among one's papers.
fn attached(number: u32, attached: Option<(String, String, bool)>, action: String) -> Option<AnyView> {
    let (_, title, kept) = attached?;
    let way = if kept {
        view! { <p class="mail__kept">{icon(Icon::Check)} " Gardée dans vos papiers."</p> }.into_any()
    } else {
        view! {
            <form method="post" action=action>
                <Button label="Enregistrer" about=title.clone() rank=Rank::Secondary name=KEEP value=number.to_string()/>
            </form>
        }
        .into_any()
    };
    Some(view! { <div class="mail__attached"><p>{icon(Icon::Attach)} " Pièce jointe\u{a0}: " <b>{title}</b></p> {way}</div> }.into_any())
}
