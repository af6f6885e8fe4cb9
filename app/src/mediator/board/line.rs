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

pub(super) fn line(head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let told: Vec<Told> =
        seat.reasons.iter().map(|reason| words::told(&reason.why, reason.about.as_deref(), now_ms)).collect();
    let shade = told.first().map(|told| told.shade).unwrap_or_default();
    let reasons: Vec<_> = told.into_iter().map(reason).collect();
    let id = |part: &str| format!("{part}-{}", seat.id);
    let pace = seat.pace.map(|pace| format!("×{},{}", pace / 100, pace % 100 / 10));
    let eye = seat.looked_at.then(|| {
        view! { <span class="seat__eye">{icon(Icon::Eye)} <span class="unseen">"regardé"</span></span> }
            .into_any()
    });
    let since = if seat.begun { words::minutes(seat.since_ms) } else { "–".to_owned() };
    let count = |count: u16| if count == 0 { "·".to_owned() } else { count.to_string() };
    view! {
        <li class=format!("seat seat--{shade}") id=format!("place-{}", seat.id) data-acte=seat.acted_at_ms.to_string()>
            <h3 class="seat__who">
                {animal(seat.animal)}
                <a class="seat__name" href=Room(&head.room).seat(&seat.id)>{seat.animal.name()}</a> {eye}
            </h3>
            <ul class="seat__why" id=id("pourquoi")>{reasons}</ul>
            <p class="seat__where" id=id("ou")>
                <span class="unseen">"Page\u{a0}: "</span> {seat.page.clone()} <span class="seat__small">{seat.step.clone()}</span>
            </p>
            <p class="seat__since" id=id("depuis")>
                <span class="unseen">"Depuis\u{a0}: "</span> {since}
                <span class="seat__small">{pace.map(|pace| view! { <span class="unseen">"rythme du groupe\u{a0}: "</span> {pace} })}</span>
            </p>
            <p class="seat__count" id=id("refus")>{count(seat.refusals)} <span class="unseen">" refus"</span></p>
            <p class="seat__count" id=id("indices")>{count(seat.hints)} <span class="unseen">" indices"</span></p>
            <div class="seat__acts" id=id("actes")>{acts::acts(head, &Whom::One(seat))}</div>
        </li>
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

/// A quiet one among many: who, where, since when.
pub(super) fn tile(head: &Head, seat: &Seat, now_ms: i64) -> AnyView {
    let told = seat.reasons.first().map(|reason| words::told(&reason.why, reason.about.as_deref(), now_ms));
    let (shade, title) = told.map(|told| (told.shade, told.title)).unwrap_or_default();
    let since = if seat.begun { words::minutes(seat.since_ms) } else { String::new() };
    view! {
        <li class=format!("tile tile--{shade}") id=format!("place-{}", seat.id) data-acte=seat.acted_at_ms.to_string()>
            <a class="tile__link" href=Room(&head.room).seat(&seat.id)>
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
