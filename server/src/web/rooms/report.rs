//! The report over HTTP: a page. `spreadsheet.rs` gives the same as a file.

use app::mediator::report::{self as pages, Report, Sheet as ShownSheet, Step};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use scenarios::rehearsal::Skill;

use super::{Reply, Web, animal, find, shown, when, who};
use crate::backend::{Rehearsed, Sheet, Told};

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
    let until = row.closed_at_ms.unwrap_or(row.touched_at_ms);
    let mut skills: Vec<(Skill, usize)> = Vec::new();
    for skill in told.sheets.iter().flat_map(|sheet| &sheet.review.practise) {
        match skills.iter_mut().find(|(known, _)| known == skill) {
            Some((_, people)) => *people += 1,
            None => skills.push((*skill, 1)),
        }
    }
    skills.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    Report {
        room: row.workshop.clone(),
        title: shown::title(web, room),
        when: format!(
            "Le {}, de {} à {}",
            when::day(row.opened_at_ms),
            when::hour(row.opened_at_ms),
            when::hour(until)
        ),
        lasted_ms: until - row.opened_at_ms,
        kept: shown::kept(web, room),
        sheets: told.sheets.iter().map(sheet).collect(),
        steps: steps(told),
        hard: shown::hard(&told.watched),
        skills,
    }
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
            let on_page = |field: &String| here.is_some_and(|here| here.field(field).is_some());
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
