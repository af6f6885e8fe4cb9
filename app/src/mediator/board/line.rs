//! One seat: a line, or a tile when there are many and this one is quiet.

use leptos::prelude::*;

use super::{
    Head, Seat,
    acts::{self, Whom},
};
use crate::{
    mediator::words::{self, Told},
    render::to_html,
    routes::room::Room,
    ui::{
        animal::animal,
        icon::{Icon, icon},
    },
};

/// Up to so many people, everybody has a line.
const ALL_LINES: usize = 15;
/// Above, at the most so many of those who need somebody.
const MOST_LINES: usize = 8;

/// Whether a seat of that rank has a line, among so many.
pub fn is_line(seat: &Seat, rank: usize, crowd: usize) -> bool {
    let calls = seat.reasons.first().is_some_and(|reason| reason.why.calls());
    crowd <= ALL_LINES || (calls && rank < MOST_LINES)
}

/// Its HTML, as a stream sends it.
pub fn drawn(head: &Head, seat: &Seat, rank: usize, crowd: usize, now_ms: i64) -> String {
    to_html(|| if is_line(seat, rank, crowd) { line(head, seat, now_ms) } else { tile(head, seat, now_ms) })
}

/// What a line is around its parts: when it is the same, only the parts that have changed are sent.
pub fn shell(seat: &Seat, rank: usize, crowd: usize, now_ms: i64) -> String {
    let shade = shade(seat, now_ms);
    format!("{} {shade} {}", is_line(seat, rank, crowd), seat.looked_at)
}

/// Ids and HTML of the parts of a line.
pub fn parts(head: &Head, seat: &Seat, now_ms: i64) -> [(String, String); 6] {
    PARTS.map(|part| (id(part, seat), to_html(|| drawn_part(part, head, seat, now_ms))))
}

#[derive(Clone, Copy)]
enum Part {
    Why,
    Where,
    Since,
    Refusals,
    Hints,
    Acts,
}

const PARTS: [Part; 6] = [Part::Why, Part::Where, Part::Since, Part::Refusals, Part::Hints, Part::Acts];

fn id(part: Part, seat: &Seat) -> String {
    let name = match part {
        Part::Why => "pourquoi",
        Part::Where => "ou",
        Part::Since => "depuis",
        Part::Refusals => "refus",
        Part::Hints => "indices",
        Part::Acts => "actes",
    };
    format!("{name}-{}", seat.id)
}

fn shade(seat: &Seat, now_ms: i64) -> &'static str {
    let first = seat.reasons.first();
    first.map(|reason| words::told(&reason.why, None, now_ms).shade).unwrap_or_default()
}

pub(super) fn line(head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let eye = seat.looked_at.then(|| {
        view! { <span class="seat__eye">{icon(Icon::Eye)} <span class="unseen">"regardé"</span></span> }
            .into_any()
    });
    let parts: Vec<_> = PARTS.iter().map(|part| drawn_part(*part, head, seat, now_ms)).collect();
    view! {
        <li class=format!("seat seat--{}", shade(seat, now_ms)) id=format!("place-{}", seat.id)>
            <h3 class="seat__who">
                {animal(seat.animal)}
                <a class="seat__name" href=Room(&head.room).seat(&seat.id)>{seat.animal.name()}</a> {eye}
            </h3>
            {parts}
        </li>
    }
    .into_any()
}

fn drawn_part(part: Part, head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let id = id(part, seat);
    let count = |count: u16| if count == 0 { "·".to_owned() } else { count.to_string() };
    match part {
        Part::Why => {
            let reasons: Vec<_> = seat
                .reasons
                .iter()
                .map(|of| reason(words::told(&of.why, of.about.as_deref(), now_ms)))
                .collect();
            view! { <ul class="seat__why" id=id>{reasons}</ul> }.into_any()
        }
        Part::Where => view! {
            <p class="seat__where" id=id>
                <span class="unseen">"Page\u{a0}: "</span> {seat.page.clone()} <span class="seat__small">{seat.step.clone()}</span>
            </p>
        }
        .into_any(),
        Part::Since => {
            let since = if seat.begun { words::minutes(seat.since_ms) } else { "–".to_owned() };
            let pace = seat.pace.map(|pace| format!("×{},{}", pace / 100, pace % 100 / 10));
            view! {
                <p class="seat__since" id=id data-acte=seat.acted_at_ms.to_string()>
                    <span class="unseen">"Depuis\u{a0}: "</span> {since}
                    <span class="seat__small">{pace.map(|pace| view! { <span class="unseen">"rythme du groupe\u{a0}: "</span> {pace} })}</span>
                </p>
            }
            .into_any()
        }
        Part::Refusals => {
            view! { <p class="seat__count" id=id>{count(seat.refusals)} <span class="unseen">" refus"</span></p> }.into_any()
        }
        Part::Hints => {
            view! { <p class="seat__count" id=id>{count(seat.hints)} <span class="unseen">" indices"</span></p> }.into_any()
        }
        Part::Acts => {
            view! { <div class="seat__acts" id=id>{acts::acts(head, &Whom::One(seat))}</div> }.into_any()
        }
    }
}

fn reason(told: Told) -> AnyView {
    let Told { icon: drawing, shade, title, detail } = told;
    view! {
        <li class=format!("seat__reason seat__reason--{shade}")>
            {icon(drawing)} <span><b>{title}</b> <span class="seat__small">{detail}</span></span>
        </li>
    }
    .into_any()
}

/// A quiet one among many: who, where, since when.
pub(super) fn tile(head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let told = seat.reasons.first().map(|reason| words::told(&reason.why, reason.about.as_deref(), now_ms));
    let (shade, title) = told.map(|told| (told.shade, told.title)).unwrap_or_default();
    let since = if seat.begun { words::minutes(seat.since_ms) } else { String::new() };
    view! {
        <li class=format!("tile tile--{shade}") id=format!("place-{}", seat.id)>
            <a class="tile__link" id=id(Part::Since, seat) data-acte=seat.acted_at_ms.to_string() href=Room(&head.room).seat(&seat.id)>
                {animal(seat.animal)}
                <span class="tile__words">
                    <b>{seat.animal.name()}</b>
                    <span>{title}</span>
                    <span class="seat__small">{seat.page.clone()} " " {since}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
