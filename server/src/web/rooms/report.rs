//! The report over HTTP: a page. `spreadsheet.rs` gives the same as a file.

use std::collections::{BTreeMap, BTreeSet};

use app::mediator::report::{self as pages, Report, Sheet as ShownSheet, Step};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use scenarios::{graph::numbers, rehearsal::Skill};

use super::{Reply, Web, animal, find, shown, when, who};
use crate::{
    backend::{Rehearsed, Sheet, Told},
    clock,
};

pub(in crate::web) async fn page(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let told = web.backend.report(&room).await?;
    let report = report(&web, &told);
    let who = who(&staff);
    Ok(web.page(|| pages::page(&who, report)))
}

pub(super) fn report(web: &Web, told: &Told) -> Report {
    let room = &told.watched.room;
    let row = &room.row;
    let last = told.sheets.iter().map(|sheet| ended(&sheet.rehearsed)).max();
    let until = row.closed_at_ms.or(last).unwrap_or(row.opened_at_ms);
    let mut people: BTreeMap<Skill, BTreeSet<&str>> = BTreeMap::new();
    for sheet in &told.sheets {
        for skill in &sheet.review.practise {
            people.entry(*skill).or_default().insert(&sheet.seat.seat);
        }
    }
    let mut skills: Vec<(Skill, usize)> =
        people.into_iter().map(|(skill, seats)| (skill, seats.len())).collect();
    skills.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    Report {
        room: row.workshop.clone(),
        title: shown::title(web, room),
        when: between(row.opened_at_ms, until),
        lasted_ms: until - row.opened_at_ms,
        kept: shown::kept(web, room),
        sheets: told.sheets.iter().map(sheet).collect(),
        steps: steps(told),
        hard: shown::hard(&told.watched),
        skills,
    }
}

/// « Le 28 novembre, de 14 h 05 à 16 h 00 ».
fn between(from_ms: i64, until_ms: i64) -> String {
    if clock::day_of(from_ms) == clock::day_of(until_ms) {
        return format!("Le {}, de {} à {}", when::day(from_ms), when::hour(from_ms), when::hour(until_ms));
    }
    format!("Du {} au {}", when::moment(from_ms), when::moment(until_ms))
}

/// When the last thing was done.
fn ended(of: &Rehearsed) -> i64 {
    of.line.ended_at.unwrap_or(of.line.acted_at)
}

fn sheet(sheet: &Sheet) -> ShownSheet {
    let of = &sheet.rehearsed;
    ShownSheet {
        animal: animal(sheet.seat.number),
        procedure: of.graph.title.clone(),
        reached: reached(of),
        lasted_ms: shown::lasted(&of.line),
        refusals: of.line.refusals,
        hints: of.line.hints,
        review: sheet.review.clone(),
    }
}

fn reached(of: &Rehearsed) -> String {
    if of.line.ended_at.is_some() {
        "terminé".to_owned()
    } else {
        format!("jusqu’à «\u{a0}{}\u{a0}»", of.named.screen(&of.graph, &of.line.screen))
    }
}

/// Page by page: the median time of those who left it, and refusals of its questions.
fn steps(told: &Told) -> Vec<Step> {
    let mut steps: Vec<(Step, Vec<i64>, String)> = Vec::new();
    for of in &told.watched.rehearsals {
        for (screen, spent) in &of.line.spent {
            let key = format!("{} {screen}", of.scenario);
            let at = steps.iter().position(|(.., known)| *known == key).unwrap_or_else(|| {
                let page = of.named.screen(&of.graph, screen);
                let step = Step { procedure: of.graph.title.clone(), page, median_ms: 0, refusals: 0 };
                steps.push((step, Vec::new(), key));
                steps.len() - 1
            });
            let (step, times, _) = &mut steps[at];
            times.push(*spent);
            let here = of.graph.screen(screen);
            // A page that comes again for each item asks the questions of its own item.
            let own = |field: &str| numbers(field).starts_with(&numbers(screen));
            let on_page = |field: &String| own(field) && here.is_some_and(|here| here.field(field).is_some());
            let refused = of.line.stumbles.iter().filter(|(field, _)| on_page(field));
            step.refusals += refused.map(|(_, times)| u32::from(*times)).sum::<u32>();
        }
    }
    steps
        .into_iter()
        .map(|(mut step, mut times, _)| {
            times.sort_unstable();
            step.median_ms = times.get(times.len() / 2).copied().unwrap_or_default();
            step
        })
        .collect()
}
