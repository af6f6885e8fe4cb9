//! One seat: a line, or a tile when there are many and this one is quiet.

use leptos::prelude::*;
use scenarios::board::Why;

use super::{Head, Seat, acts};
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
const ALL_LINES: usize = 12;
/// Above, at the most so many of those who need somebody.
const MOST_LINES: usize = 5;
/// Hundredths of the group's median from which a time is told in bold.
const SLOW: i64 = 200;

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

/// Ids of the parts of a line.
pub fn part_ids(seat: &Seat) -> [String; 6] {
    PARTS.map(|part| id(part, seat))
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
                <span class="unseen">"Page\u{a0}: "</span> <span class="seat__page">{seat.page.clone()}</span>
                <span class="seat__small">{seat.step.clone()}</span>
            </p>
        }
        .into_any(),
        Part::Since => {
            let since = if seat.begun { words::minutes(seat.since_ms) } else { "–".to_owned() };
            view! {
                <p class="seat__since" id=id data-acte=seat.acted_at_ms.to_string()>
                    <span class="unseen">"Depuis\u{a0}: "</span> {since}
                    {seat.pace.map(pace)}
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
            view! { <div class="seat__acts" id=id>{acts::for_one(head, seat)}</div> }.into_any()
        }
    }
}

/// How many; none is a dot, which is not read aloud.
fn count(count: u16) -> AnyView {
    if count == 0 {
        view! { <span class="seat__none" aria-hidden="true">"·"</span> <span class="unseen">"0"</span> }
            .into_any()
    } else {
        count.to_string().into_any()
    }
}

/// The time on the page against the group's median, in hundredths of it.
fn pace(pace: i64) -> AnyView {
    let times = format!("{},{}", pace / 100, pace % 100 / 10);
    let class = if pace >= SLOW { "seat__small seat__small--slow" } else { "seat__small" };
    view! {
        <span class=class>
            <span aria-hidden="true">"×" {times.clone()}</span> <span class="unseen">", soit " {times} " fois le temps du groupe"</span>
        </span>
    }
    .into_any()
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

/// A quiet one among many: who, where, since when. What it says of one who calls comes first.
pub(super) fn tile(head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let mut reasons = seat.reasons.iter().map(|of| words::told(&of.why, of.about.as_deref(), now_ms));
    let going = seat.reasons.iter().all(|reason| reason.why == Why::Going);
    let (shade, drawing, title) = match reasons.next() {
        Some(first) => (first.shade, first.icon, first.title),
        None => ("calme", Icon::ArrowRight, String::new()),
    };
    // The other reasons are there too, by their signs.
    let others: Vec<_> = reasons
        .map(|told| view! { {icon(told.icon)} <span class="unseen">{told.title}</span> }.into_any())
        .collect();
    let place = if seat.step.is_empty() { seat.page.clone() } else { seat.step.clone() };
    let since =
        seat.begun.then(|| view! { <span class="tile__since">"· " {words::minutes(seat.since_ms)}</span> });
    let what = if going {
        view! { <span class="tile__what"><span class="tile__first">{place}</span> {since}</span> }.into_any()
    } else {
        view! { <span class=format!("tile__what seat__reason--{shade}")>{icon(drawing)} <span class="tile__first">{title}</span> {others}</span> }
            .into_any()
    };
    view! {
        <li class=format!("tile tile--{shade}") id=format!("place-{}", seat.id)>
            <a class="tile__link" id=id(Part::Since, seat) data-acte=seat.acted_at_ms.to_string() href=Room(&head.room).seat(&seat.id)>
                {animal(seat.animal)}
                <span class="tile__words"><b>{seat.animal.name()}</b> {what}</span>
            </a>
        </li>
    }
    .into_any()
}
