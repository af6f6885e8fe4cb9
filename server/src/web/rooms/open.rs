//! « Ouvrir un atelier » over HTTP.

use app::mediator::open::{
    self as pages, DOOR, END, HINTS, KEEP, MODE, MOST_PROCEDURES, MOST_SEATS, Opening as Form_, PERSONA,
    PROCEDURE, SAME, SEATS, TITLE_INPUT, WAITING_DOOR, Wrong,
};
use app::routes::room as routes;
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use scenarios::{
    guard,
    rehearsal::{HintReach, Mode},
};
use serde::Deserialize;

use super::{Form, Reply, Web, see, staff, who};
use crate::{
    backend::{Opening, Plan},
    clock,
    store::Door,
};

#[derive(Deserialize)]
pub(in crate::web) struct Model {
    modele: Option<String>,
}

const LONGEST_TITLE: usize = 60;

fn blank(web: &Web) -> Form_ {
    let catalogue = web.backend.library.all();
    Form_ {
        catalogue: catalogue.iter().map(|bundle| (bundle.id.clone(), bundle.graph.title.clone())).collect(),
        title: String::new(),
        procedures: Vec::new(),
        mode: Mode::Guided,
        reach: HintReach::default(),
        same: false,
        waiting: false,
        end: String::new(),
        seats: "20".to_owned(),
        keep_as: String::new(),
        wrong: Vec::new(),
    }
}

pub(in crate::web) async fn ask(
    State(web): State<Web>,
    Query(model): Query<Model>,
    headers: HeaderMap,
) -> Reply {
    let staff = staff(&web, &headers).await?;
    let mut form = blank(&web);
    if let Some(wanted) = model.modele {
        let models = web.backend.models(&staff.place.id).await?;
        if let Some((row, kept)) = models.into_iter().find(|(row, _)| row.id == wanted) {
            form.procedures = kept.plan.procedures;
            form.mode = kept.plan.mode;
            form.reach = kept.plan.hints;
            form.same = kept.plan.persona.is_some();
            form.waiting = kept.waits;
            form.title = kept.title;
            if let Some(seats) = kept.seats {
                form.seats = seats.to_string();
            }
            form.keep_as = row.name;
        }
    }
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, form)))
}

pub(in crate::web) async fn open(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = staff(&web, &headers).await?;
    let text = |name: &str| form.get(name).unwrap_or_default().trim().to_owned();
    let mut typed = blank(&web);
    typed.title = text(TITLE_INPUT);
    typed.mode = Mode::from_word(&text(MODE)).unwrap_or_default();
    typed.reach = HintReach::from_word(&text(HINTS)).unwrap_or_default();
    typed.same = text(PERSONA) == SAME;
    typed.waiting = text(DOOR) == WAITING_DOOR;
    typed.end = text(END);
    typed.seats = text(SEATS);
    typed.keep_as = text(KEEP);
    for rank in 1..=MOST_PROCEDURES {
        let wanted = text(&format!("{PROCEDURE}.{rank}"));
        let known = typed.catalogue.iter().any(|(key, _)| *key == wanted);
        if known && !typed.procedures.contains(&wanted) {
            typed.procedures.push(wanted);
        }
    }
    let ends_at_ms = if typed.end.is_empty() { Ok(None) } else { today_at(&typed.end).map(Some).ok_or(()) };
    let seats = typed.seats.parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats));
    let plain = |text: &str| text.chars().count() <= LONGEST_TITLE && guard::clear(text).is_ok();
    let checks = [
        (typed.procedures.is_empty(), Wrong::NoProcedure),
        (!typed.reach.allows(typed.mode), Wrong::Hints),
        (seats.is_none(), Wrong::Seats),
        (ends_at_ms.is_err(), Wrong::End),
        (!plain(&typed.title), Wrong::Title),
        (!plain(&typed.keep_as), Wrong::Name),
    ];
    typed.wrong = checks.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, wrong)| wrong).collect();
    let (Some(seats), Ok(ends_at_ms), true) = (seats, ends_at_ms, typed.wrong.is_empty()) else {
        let who = who(&staff);
        return Ok(web.page(|| pages::page(&who, typed)));
    };
    let opening = Opening {
        title: typed.title,
        plan: Plan {
            procedures: typed.procedures,
            mode: typed.mode,
            hints: typed.reach,
            persona: typed.same.then_some(0),
        },
        seats,
        door: if typed.waiting { Door::Waiting } else { Door::Open },
        ends_at_ms,
        keep_as: Some(typed.keep_as).filter(|name| !name.is_empty()),
    };
    let room = web.backend.open_room(&staff.place.id, &staff.account, opening).await?;
    web.backend.note(&staff, "atelier-ouvert", "").await?;
    Ok(see(&routes::Room(&room).project()))
}

/// « 16:30 », « 16h30 » or « 16 h », today, if it is still to come.
fn today_at(typed: &str) -> Option<i64> {
    let digits: String =
        typed.chars().map(|letter| if letter.is_ascii_digit() { letter } else { ' ' }).collect();
    let mut parts = digits.split_whitespace();
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next().unwrap_or("0").parse().ok()?);
    if parts.next().is_some() {
        return None;
    }
    clock::today_at_ms(hour, minute).filter(|at_ms| *at_ms > clock::now_ms())
}
