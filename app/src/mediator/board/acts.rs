//! What a mediator does: to one seat, from its line or its own page, or to the whole room.
//!
//! One form for each act, so that everything works without script. Those that cannot be undone ask once more, on a page.

use leptos::prelude::*;
use scenarios::{
    board::Why,
    rehearsal::{LONGEST_MESSAGE, Mode, Ready},
};

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

/// A form of one act.
fn form(room: &str, seat: &str, class: &'static str, content: AnyView) -> AnyView {
    view! {
        <form class=class method="post" action=Room(room).act() data-reste="">
            <input type="hidden" name=SEAT value=seat.to_owned()/>
            {content}
        </form>
    }
    .into_any()
}

fn press(label: &'static str, act: &'static str, about: &str, rank: Rank, drawing: Option<Icon>) -> AnyView {
    view! { <Button label about=about.to_owned() rank name=ACT value=act icon=drawing/> }.into_any()
}

/// What a line offers: what is wanted most, and the rest folded.
pub(in crate::mediator) fn for_one(head: &Head, seat: &Seat) -> AnyView {
    let over = head.code.is_none();
    let waits = seat.reasons.iter().any(|reason| matches!(reason.why, Why::Waits { .. }));
    if seat.gone || (over && waits) {
        return ().into_any();
    }
    let about = format!("pour {}", seat.animal.called());
    let one = |class, content| form(&head.room, &seat.id, class, content);
    if waits {
        return one(
            "acts",
            view! {
                {press("Faire entrer", "entrer", &about, Rank::Primary, None)}
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

/// What is wanted most: the hand answered, the refused question shown, the next hint.
pub(in crate::mediator) fn quick(head: &Head, seat: &Seat) -> AnyView {
    let about = format!("pour {}", seat.animal.called());
    let has = |is: fn(&Why) -> bool| seat.reasons.iter().any(|reason| is(&reason.why));
    let hand = has(|why| matches!(why, Why::HandRaised { .. }));
    let seen = hand.then(|| press("J’ai vu", "vu", &about, Rank::Primary, Some(Icon::Hand)));
    // Whoever raises a hand is answered first: the rest is one press further.
    let point = seat.pointed.as_ref().filter(|_| !hand).map(|field| {
        view! {
            <input type="hidden" name=POINTED value=field.clone()/>
            {press("Montrer", "montrer", &about, Rank::Secondary, None)}
        }
        .into_any()
    });
    let hint = (helped(seat) && !hand).then(|| press("Indice", "indice", &about, Rank::Secondary, None));
    let some = seen.is_some() || point.is_some() || hint.is_some();
    let form = some.then(|| form(&head.room, &seat.id, "acts", view! { {seen} {point} {hint} }.into_any()));
    // A part of its own, and always there: it changes while something is being written beside it.
    view! { <div class="acts__first" id=format!("urgent-{}", seat.id)>{form}</div> }.into_any()
}

/// A hint can be of use.
fn helped(seat: &Seat) -> bool {
    let over = |why: &Why| matches!(why, Why::Done | Why::Sent | Why::LeftUnsigned);
    seat.begun && seat.mode != Mode::Test && !seat.reasons.iter().any(|reason| over(&reason.why))
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
            {sentences(&id("mots-montrer"), "Avec la phrase", &Ready::POINTING)}
            {own(&id("message-montrer"), OWN)}
            {press("Montrer", "montrer", &about, Rank::Coach, Some(Icon::Hand))}
        }
        .into_any())
    });
    let encourage = seat.begun.then(|| {
        one(view! {
            {sentences(&id("mots-dire"), "Dire un mot", &Ready::ENCOURAGING)}
            {own(&id("message-dire"), OWN)}
            {press("Dire", "encourager", &about, Rank::Coach, None)}
        }
        .into_any())
    });
    let others = [mode(seat, &about), back(seat, &about), next(head, seat, &about)];
    let others: Vec<_> = others.into_iter().flatten().map(one).collect();
    let others = (!others.is_empty()).then(|| view! { <div class="acts__column">{others}</div> });
    let look = seat.begun.then(|| {
        view! {
            <form method="post" action=Room(&head.room).look(&seat.id)>
                <Button label="Regarder sa page" about=about.clone() rank=Rank::Secondary icon=Icon::Eye/>
            </form>
        }
    });
    let hint =
        helped(seat).then(|| press("Donner l’indice suivant", "indice", &about, Rank::Secondary, None));
    let all_stop = (seat.begun && head.code.is_some()).then(|| {
        view! {
            {press("Regardez par ici", "regardez", &about, Rank::Secondary, Some(Icon::Pause))}
            {press("Reprendre", "reprendre", &about, Rank::Secondary, None)}
        }
    });
    view! {
        {point} {encourage} {others}
        <div class="acts__row">
            {look}
            {form(&head.room, &seat.id, "acts", view! {
                {hint} {all_stop} {press("Retirer de l’atelier", "retirer", &about, Rank::Danger, None)}
            }.into_any())}
        </div>
    }
    .into_any()
}

fn mode(seat: &Seat, about: &str) -> Option<AnyView> {
    let modes: Vec<(String, String)> =
        Mode::ALL.iter().map(|mode| (mode.word().to_owned(), mode_words(*mode).to_owned())).collect();
    seat.begun.then(|| {
        let id = format!("mode-{}", seat.id);
        beside(
            select(&id, "Façon de s’entraîner", "mode", options(&modes, Some(seat.mode.word()))),
            press("Changer", "mode", about, Rank::Secondary, None),
        )
    })
}

fn back(seat: &Seat, about: &str) -> Option<AnyView> {
    (!seat.pages.is_empty()).then(|| {
        let id = format!("aller-{}", seat.id);
        beside(
            select(&id, "Revenir à une page", PAGE, options(&seat.pages, None)),
            press("Proposer", "aller", about, Rank::Secondary, None),
        )
    })
}

fn next(head: &Head, seat: &Seat, about: &str) -> Option<AnyView> {
    (seat.begun && head.procedures.len() > 1).then(|| {
        let id = format!("suite-{}", seat.id);
        beside(
            select(&id, "Passer à une autre démarche", "demarche", following(head, &seat.procedure)),
            press("Proposer", "demarche", about, Rank::Secondary, None),
        )
    })
}

/// All procedures of the room; the one after `current` is chosen, as it is the likeliest.
fn following(head: &Head, current: &str) -> Vec<AnyView> {
    let after = head.procedures.iter().skip_while(|(name, _)| name != current).nth(1);
    options(&head.procedures, after.map(|(name, _)| &**name))
}

/// A choice, and the button that sends it on the same line.
fn beside(choice: AnyView, button: AnyView) -> AnyView {
    view! { <div class="acts__beside">{choice} {button}</div> }.into_any()
}

/// What the whole room is told, always in sight.
pub(super) fn for_all(head: &Head) -> AnyView {
    let let_in =
        (head.waiting > 1).then(|| press("Faire entrer", "entrer", "tout le monde", Rank::Primary, None));
    let all = form(
        &head.room,
        EVERYBODY,
        "acts",
        view! {
            {let_in}
            {press("Regardez par ici", "regardez", "", Rank::Coach, Some(Icon::Pause))}
            {press("Reprendre", "reprendre", "", Rank::Secondary, None)}
        }
        .into_any(),
    );
    // A part of its own, as above.
    view! { <div class="acts__first" id="pour-toutes">{all}</div> }.into_any()
}

/// The rarer acts for the whole room: a word of one's own, another procedure, the door, the end.
pub(super) fn rarer_for_all(head: &Head) -> AnyView {
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
    let next = (head.procedures.len() > 1).then(|| {
        all(
            "acts__form",
            beside(
                select(
                    "suite-toutes",
                    "Passer à une autre démarche",
                    "demarche",
                    following(head, head.procedures.first().map_or("", |(first, _)| first)),
                ),
                press("Proposer à tous", "demarche", "", Rank::Secondary, None),
            ),
        )
    });
    view! {
        {all("acts__form", view! {
            {own("message-toutes", "Un mot pour tous, sans nom ni numéro")}
            <div class="acts">
                {press("Dire à tous", "encourager", "", Rank::Coach, None)}
                {press("Dire à tous et arrêter les pages", "regardez", "", Rank::Secondary, Some(Icon::Pause))}
            </div>
        }
        .into_any())}
        {next}
        {all("acts", view! { {door} {press("Terminer l’atelier", "terminer", "", Rank::Danger, None)} }.into_any())}
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

fn sentences(id: &str, label: &'static str, of: &[Ready]) -> AnyView {
    let of: Vec<(String, String)> =
        of.iter().map(|ready| (ready.word().to_owned(), said::ready(*ready).to_owned())).collect();
    select(id, label, WORDS, options(&of, None))
}

const OWN: &str = "Ou vos mots, sans nom ni numéro";

/// The mediator's own words come before the ready ones, when there are any.
fn own(id: &str, label: &'static str) -> AnyView {
    view! {
        <p class="acts__field">
            <label for=id.to_owned()>{label}</label>
            <input type="text" id=id.to_owned() name=MESSAGE maxlength=LONGEST_MESSAGE.to_string() autocomplete="off"/>
        </p>
    }
    .into_any()
}
