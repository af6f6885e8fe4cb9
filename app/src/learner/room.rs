//! In a room: who one is there, the hand one raises, what the mediator asks, who looks.
//!
//! Two parts of every page, changed in place while it lives: the call, above the clone, and the pane, beside it. On a page
//! with a form their buttons are gestures of it, so that what was typed is kept.

use leptos::prelude::*;
use scenarios::rehearsal::{Ask, Call, Hand};

use super::{exercise::Exercise, frame::Place, help};
use crate::{
    live::Live,
    mirror::field::POINTED,
    routes::{BESIDE, Gesture, PLACE_HERE},
    said,
    ui::{
        Example,
        animal::{Animal, animal},
        button::{Button, GESTURE, PAGE_FORM, Rank},
        icon::{Icon, icon},
    },
};

/// Where each part stands.
pub(super) const CALL: &str = "appel";
pub(super) const PANE: &str = "salle";
/// What a page must know of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InRoom {
    pub animal: Animal,
    /// Who looks over the shoulder, and whether they may see values.
    pub looks: Option<(String, bool)>,
    /// Title of the procedure that the mediator proposes.
    pub next: Option<String>,
    /// Label of the question that the mediator points at, and title of the page to go back to.
    pub about: Option<String>,
    /// The mediator has closed the room.
    pub over: bool,
    /// Where what changes is heard.
    pub live: String,
}

/// Something to press, in the page's own form or in the part's.
struct Press {
    has_form: bool,
}

impl Press {
    fn button(&self, label: &str, gesture: &Gesture, rank: Rank, drawing: Option<Icon>) -> AnyView {
        let (label, value) = (label.to_owned(), gesture.write());
        if self.has_form {
            view! { <Button label name=GESTURE value rank icon=drawing form=PAGE_FORM formnovalidate=true/> }
                .into_any()
        } else {
            view! { <Button label name=GESTURE value rank icon=drawing/> }.into_any()
        }
    }

    /// A part's own form, where the page has none.
    fn form(&self, action: String, here: Place, content: AnyView) -> AnyView {
        if self.has_form {
            return content;
        }
        view! {
            <form method="post" action=action>
                {content}
                <input type="hidden" name=PLACE_HERE value=here.word()/>
            </form>
        }
        .into_any()
    }
}

/// What keeps the two parts, and the coach's, as they are on the server.
pub(super) fn live(room: &InRoom) -> AnyView {
    let parts = [CALL, PANE, help::PART, BESIDE].map(ToOwned::to_owned).to_vec();
    view! { <Live address=room.live.clone() parts pointed=POINTED.to_owned()/> }.into_any()
}

/// Above the clone: what the mediator asks, and who looks. Always there, so that what comes is said.
pub(super) fn call(exercise: &Exercise<'_>, room: &InRoom, here: Place, has_form: bool) -> AnyView {
    let press = Press { has_form };
    let asked = exercise.state.call.as_ref().map(|call| asked(call, room, &press));
    let looks = room.looks.as_ref().map(|(name, agreed)| looked_at(name, *agreed, &press));
    let over = room.over.then(|| {
        view! {
            <div class="call">
                {icon(Icon::Info)}
                <p class="call__words">"L’atelier est terminé. Vous pouvez finir votre exercice."</p>
            </div>
        }
        .into_any()
    });
    let content = view! { {asked} {looks} {over} }.into_any();
    let action = exercise.routes().room();
    view! { <div class="calls" id=CALL role="status" tabindex="-1">{press.form(action, here, content)}</div> }
        .into_any()
}

fn asked(call: &Call, room: &InRoom, press: &Press) -> AnyView {
    let read = || press.button("J’ai compris", &Gesture::CallRead, Rank::Secondary, Some(Icon::Check));
    let (class, drawing, words, buttons) = match call {
        Call::Say { words } => ("call", Icon::Hand, said::words(words), read()),
        Call::Point { words, .. } => {
            let about = room.about.as_deref().unwrap_or_default();
            let words = format!("{} Question\u{a0}: «\u{a0}{about}\u{a0}».", said::words(words));
            ("call", Icon::Hand, words, read())
        }
        Call::Look { words } => {
            let words = words.as_ref().map(said::words).unwrap_or_default();
            let words = format!("Regardez par ici. {words}").trim_end().to_owned();
            ("call call--look", Icon::Person, words, ().into_any())
        }
        Call::Go { .. } => {
            let page = room.about.as_deref().unwrap_or_default();
            let words = format!("Votre médiateur vous propose de revenir à la page «\u{a0}{page}\u{a0}».");
            let go = press.button("Y aller", &Gesture::CallFollowed, Rank::Coach, Some(Icon::ArrowRight));
            ("call", Icon::ArrowLeft, words, view! { {go} {read()} }.into_any())
        }
        Call::Next { .. } => {
            let next = room.next.as_deref().unwrap_or("la suite");
            let words = format!("On passe à une autre démarche\u{a0}: «\u{a0}{next}\u{a0}».");
            let go = press.button("Commencer", &Gesture::CallFollowed, Rank::Coach, Some(Icon::ArrowRight));
            ("call", Icon::Form, words, view! { {go} {read()} }.into_any())
        }
    };
    view! {
        <div class=class>
            {icon(drawing)}
            <p class="call__words"><span class="unseen">"Votre médiateur\u{a0}: "</span>{words}</p>
            <div class="call__buttons">{buttons}</div>
        </div>
    }
    .into_any()
}

fn looked_at(name: &str, agreed: bool, press: &Press) -> AnyView {
    let words = if agreed {
        format!("{name} regarde votre page, et voit ce que vous avez envoyé.")
    } else {
        format!("{name} regarde votre page. Ce que vous tapez est caché.")
    };
    let agree = (!agreed)
        .then(|| press.button("Montrer ce que je tape", &Gesture::Look(true), Rank::Secondary, None));
    let decline = press.button("Je préfère que non", &Gesture::Look(false), Rank::Secondary, None);
    view! {
        <div class="call call--eye">
            {icon(Icon::Eye)}
            <p class="call__words">{words}</p>
            <div class="call__buttons">{agree} {decline}</div>
        </div>
    }
    .into_any()
}

/// Beside the clone: who one is in the room, and the hand.
pub(super) fn pane(exercise: &Exercise<'_>, room: &InRoom, here: Place, has_form: bool) -> AnyView {
    let press = Press { has_form };
    let hand = hand(exercise.state.hand, &press);
    let content = press.form(exercise.routes().room(), here, hand);
    let called = room.animal.called();
    view! {
        <section class="pane room" id=PANE aria-label="Votre atelier">
            <p class="room__who">{animal(room.animal)} <span>"Vous êtes " <b>{called}</b></span></p>
            {content}
        </section>
    }
    .into_any()
}

fn hand(hand: Option<Hand>, press: &Press) -> AnyView {
    match hand {
        None => {
            let asks = Ask::ALL.map(|asks| {
                let button = press.button(said::ask(asks), &Gesture::Hand(asks), Rank::Secondary, None);
                view! { <li>{button}</li> }.into_any()
            });
            view! {
                <details class="room__hand">
                    <summary class="button button--coach">{icon(Icon::Hand)} "Appeler le médiateur"</summary>
                    <p>"Que voulez-vous lui dire\u{a0}?"</p>
                    <ul class="room__asks">{Vec::from(asks)}</ul>
                </details>
            }
            .into_any()
        }
        Some(Hand { asks, seen }) => {
            let told = if seen { "Votre médiateur a vu. Il arrive." } else { "Votre main est levée." };
            let lower = press.button("Ce n’est plus la peine", &Gesture::LowerHand, Rank::Secondary, None);
            view! {
                <div class="room__up" role="status">
                    <p>{icon(Icon::Hand)} " " <b>{told}</b></p>
                    <p>"«\u{a0}" {said::ask(asks)} "\u{a0}»"</p>
                    {lower}
                </div>
            }
            .into_any()
        }
    }
}

pub fn examples() -> Vec<Example> {
    let press = Press { has_form: true };
    let room = InRoom {
        animal: Animal::nth(0),
        looks: Some(("Claire".to_owned(), false)),
        next: Some("Changer d’adresse".to_owned()),
        about: Some("Montant net social d’août".to_owned()),
        over: false,
        live: String::new(),
    };
    let ready = scenarios::rehearsal::Words::Ready(scenarios::rehearsal::Ready::LookAtPaper);
    let calls = [
        Call::Say { words: ready.clone() },
        Call::Point { field: String::new(), words: ready },
        Call::Look { words: None },
        Call::Go { screen: String::new() },
        Call::Next { procedure: String::new() },
    ];
    let calls: Vec<_> = calls.iter().map(|call| asked(call, &room, &press)).collect();
    let hands = [None, Some(false), Some(true)].map(|seen| {
        let up = seen.map(|seen| Hand { asks: Ask::Paper, seen });
        view! { <section class="pane room" aria-label="Votre atelier">{hand(up, &press)}</section> }
            .into_any()
    });
    vec![
        Example::new("Ce que demande le médiateur", view! { <div class="calls">{calls}</div> }),
        Example::new(
            "Quelqu’un regarde",
            view! {
                <div class="calls">{looked_at("Claire", false, &press)} {looked_at("Claire", true, &press)}</div>
            },
        ),
        Example::new("La main", view! { <div>{Vec::from(hands)}</div> }),
    ]
}
