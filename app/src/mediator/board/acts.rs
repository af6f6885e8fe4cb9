//! What a mediator does: to one seat, from its line or its own page, or to the whole room.
//!
//! One form for each act, so that everything works without script. Those that cannot be undone ask once more, on a page.

use leptos::prelude::*;
use scenarios::rehearsal::{LONGEST_MESSAGE, Mode, Ready};

use super::{Door, Head, Seat};
use crate::{
    mediator::words::mode_words,
    routes::room::Room,
    said,
    ui::{
        button::{Button, Rank},
        icon::{Icon, icon},
    },
};

/// Names of inputs.
pub const ACT: &str = "acte";
pub const SEAT: &str = "place";
pub const POINTED: &str = "champ";
pub const WORDS: &str = "mots";
pub const MESSAGE: &str = "message";
pub const PAGE: &str = "page";
pub const SURE: &str = "sur";
/// Instead of a seat: all of them.
pub const EVERYBODY: &str = "toutes";

/// Whom an act is for.
pub(in crate::mediator) enum Whom<'a> {
    One(&'a Seat),
    All,
}

pub(in crate::mediator) fn acts(head: &Head, whom: &Whom<'_>) -> AnyView {
    match whom {
        Whom::One(seat) => for_one(head, seat),
        Whom::All => for_all(head),
    }
}

/// A form of one act.
fn form(room: &str, seat: &str, class: &'static str, content: AnyView) -> AnyView {
    view! {
        <form class=class method="post" action=Room(room).act()>
            <input type="hidden" name=SEAT value=seat.to_owned()/>
            {content}
        </form>
    }
    .into_any()
}

fn press(label: &'static str, act: &'static str, about: &str, rank: Rank, drawing: Option<Icon>) -> AnyView {
    view! { <Button label about=about.to_owned() rank name=ACT value=act icon=drawing/> }.into_any()
}

fn for_one(head: &Head, seat: &Seat) -> AnyView {
    if seat.gone {
        return ().into_any();
    }
    let about = format!("pour {}", seat.animal.called());
    let one = |class, content| form(&head.room, &seat.id, class, content);
    let first = seat.reasons.first().map(|reason| &reason.why);
    if matches!(first, Some(scenarios::board::Why::Waits { .. })) {
        return one(
            "acts",
            view! {
                {press("Faire entrer", "entrer", &about, Rank::Primary, Some(Icon::Door))}
                {press("Refuser", "retirer", &about, Rank::Secondary, None)}
            }
            .into_any(),
        );
    }
    view! {
        {quick(head, seat)}
        <details class="acts__more">
            <summary class="button button--secondary">{icon(Icon::Dots)} <span class="unseen">"Plus d’actions " {about.clone()}</span></summary>
            <div class="acts__all">{all_of_one(head, seat)}</div>
        </details>
    }
    .into_any()
}

/// What is wanted most: the hand answered, the next hint.
pub(in crate::mediator) fn quick(head: &Head, seat: &Seat) -> AnyView {
    let about = format!("pour {}", seat.animal.called());
    let first = seat.reasons.first().map(|reason| &reason.why);
    let hand = matches!(first, Some(scenarios::board::Why::HandRaised { .. }));
    let hand = hand.then(|| press("J’ai vu", "vu", &about, Rank::Primary, Some(Icon::Hand)));
    let hint = (seat.begun && hand.is_none() && seat.mode != Mode::Test)
        .then(|| press("Indice", "indice", &about, Rank::Secondary, None));
    form(&head.room, &seat.id, "acts", view! { {hand} {hint} }.into_any())
}

/// Everything that can be done for one seat, at ease.
pub(in crate::mediator) fn all_of_one(head: &Head, seat: &Seat) -> AnyView {
    let about = format!("pour {}", seat.animal.called());
    let one = |content| form(&head.room, &seat.id, "acts__form", content);
    let id = |what: &str| format!("{what}-{}", seat.id);
    let point = (!seat.questions.is_empty()).then(|| {
        let choices = options(&seat.questions, seat.pointed.as_deref());
        one(view! {
            {select(&id("montrer"), "Montrer une question", POINTED, choices)}
            {sentences(&id("mots-montrer"), &Ready::POINTING)}
            {own(&id("message-montrer"))}
            {press("Montrer", "montrer", &about, Rank::Coach, Some(Icon::Hand))}
        }
        .into_any())
    });
    let encourage = seat.begun.then(|| {
        one(view! {
            {sentences(&id("mots-dire"), &Ready::ENCOURAGING)}
            {own(&id("message-dire"))}
            {press("Dire", "encourager", &about, Rank::Coach, None)}
        }
        .into_any())
    });
    let mode = seat.begun.then(|| {
        let modes: Vec<(String, String)> =
            Mode::ALL.iter().map(|mode| (mode.word().to_owned(), mode_words(*mode).to_owned())).collect();
        one(view! {
            {select(&id("mode"), "Façon de s’entraîner", "mode", options(&modes, Some(seat.mode.word())))}
            {press("Changer", "mode", &about, Rank::Secondary, None)}
        }
        .into_any())
    });
    let back = (!seat.pages.is_empty()).then(|| {
        one(view! {
            {select(&id("aller"), "Proposer de revenir à une page", PAGE, options(&seat.pages, None))}
            {press("Proposer", "aller", &about, Rank::Secondary, None)}
        }
        .into_any())
    });
    let next = (seat.begun && head.procedures.len() > 1).then(|| {
        one(view! {
            {select(&id("suite"), "Proposer une autre démarche", "demarche", options(&head.procedures, None))}
            {press("Proposer", "demarche", &about, Rank::Secondary, None)}
        }
        .into_any())
    });
    let look = Room(&head.room).look(&seat.id);
    view! {
        {point} {encourage} {mode} {back} {next}
        <form class="acts" method="post" action=look>
            <Button label="Regarder sa page" about=about.clone() rank=Rank::Secondary icon=Icon::Eye/>
        </form>
        {form(&head.room, &seat.id, "acts", view! {
            {press("Regardez par ici", "regardez", &about, Rank::Secondary, Some(Icon::Pause))}
            {press("Reprendre", "reprendre", &about, Rank::Secondary, None)}
            {press("Retirer de l’atelier", "retirer", &about, Rank::Danger, None)}
        }.into_any())}
    }
    .into_any()
}

/// « Regardez par ici » for everybody, always at hand.
pub(super) fn pause(head: &Head) -> AnyView {
    if head.code.is_none() {
        return ().into_any();
    }
    form(&head.room, EVERYBODY, "acts", view! {
        {press("Regardez par ici", "regardez", "tout le monde", Rank::Coach, Some(Icon::Pause))}
        {press("Reprendre", "reprendre", "tout le monde", Rank::Secondary, None)}
    }.into_any())
}

fn for_all(head: &Head) -> AnyView {
    if head.code.is_none() {
        return ().into_any();
    }
    let all = |class, content| form(&head.room, EVERYBODY, class, content);
    let door = [
        (Door::Open, "Ouvrir la porte", "ouvrir-porte"),
        (Door::Waiting, "Salle d’attente", "salle-attente"),
        (Door::Closed, "Fermer la porte", "fermer-porte"),
    ];
    let door: Vec<_> = door
        .into_iter()
        .filter(|(door, ..)| *door != head.door)
        .map(|(_, label, act)| press(label, act, "", Rank::Secondary, Some(Icon::Door)))
        .collect();
    let let_in =
        (head.waiting > 0).then(|| press("Faire entrer tout le monde", "entrer", "", Rank::Primary, None));
    let next = (head.procedures.len() > 1).then(|| {
        all("acts__form", view! {
            {select("suite-toutes", "Passer à une autre démarche", "demarche", options(&head.procedures, None))}
            {press("Proposer à tous", "demarche", "", Rank::Secondary, None)}
        }.into_any())
    });
    view! {
        <section class="board__all" aria-labelledby="titre-tous">
            <h2 id="titre-tous">"Pour tout le monde"</h2>
            <div class="board__acts">
                {all("acts__form", view! {
                    {own("message-toutes")}
                    {press("Regardez par ici, avec ce mot", "regardez", "", Rank::Coach, Some(Icon::Pause))}
                }.into_any())}
                {next}
                {all("acts", view! { {let_in} {door} {press("Terminer l’atelier", "terminer", "", Rank::Danger, None)} }.into_any())}
            </div>
        </section>
    }
    .into_any()
}

fn select(id: &str, label: &'static str, name: &'static str, options: Vec<AnyView>) -> AnyView {
    view! {
        <p class="acts__field">
            <label for=id.to_owned()>{label}</label>
            <select id=id.to_owned() name=name>{options}</select>
        </p>
    }
    .into_any()
}

fn options(of: &[(String, String)], chosen: Option<&str>) -> Vec<AnyView> {
    of.iter()
        .map(|(value, words)| {
            let selected = chosen == Some(value);
            view! { <option value=value.clone() selected=selected>{words.clone()}</option> }.into_any()
        })
        .collect()
}

fn sentences(id: &str, of: &[Ready]) -> AnyView {
    let of: Vec<(String, String)> =
        of.iter().map(|ready| (ready.word().to_owned(), said::ready(*ready).to_owned())).collect();
    select(id, "Phrase", WORDS, options(&of, None))
}

/// The mediator's own words come before the ready ones, when there are any.
fn own(id: &str) -> AnyView {
    view! {
        <p class="acts__field">
            <label for=id.to_owned()>"Ou un mot à vous, sans nom ni numéro (facultatif)"</label>
            <input type="text" id=id.to_owned() name=MESSAGE maxlength=LONGEST_MESSAGE.to_string() autocomplete="off"/>
        </p>
    }
    .into_any()
}
