//! What is known of a room, as its pages take it: names, times, reasons. No value is here to be handed on.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    mediator::board::{Board, Door as ShownDoor, Group, Head, Reason, Seat},
    ui::animal::Animal,
};
use scenarios::{
    board::{BoardFact, Line, Named, Why, pace},
    rehearsal::Mode,
};

use jiff::ToSpan as _;

use super::{Web, animal, when};
use crate::{
    backend::{Minute, Rehearsed, Room, SeatNow, Watched},
    clock,
    store::{Door, Standing},
};

/// Where those are whose page belongs to no step.
const BESIDE: &str = "Avant, ou à côté";
/// Where those are who went to the end.
const DONE: &str = "Terminé";
/// Questions called hard.
const MOST_HARD: usize = 4;

pub(super) fn shown(web: &Web, watched: &Watched) -> Board {
    let paces = pace(watched.rehearsals.iter().map(|rehearsed| (&*rehearsed.scenario, &rehearsed.line)));
    let mut seats: Vec<(Vec<Why>, Seat)> =
        watched.seats.iter().map(|seat| (seat.whys.clone(), shown_seat(watched, seat, &paces))).collect();
    // Of the same urgency, in the order of coming.
    seats.sort_by(|(one, _), (other, _)| one.first().cmp(&other.first()));
    let present = watched.seats.iter().filter(|seat| seat.row.standing == Standing::In).count();
    let waits = |seat: &&SeatNow| seat.row.standing == Standing::Waiting && !watched.room.is_closed();
    let waiting = watched.seats.iter().filter(waits).count();
    // Whoever waits at the door is counted there.
    // Of those who left, nobody can be helped any more.
    let helped = |why: &Why| why.calls() && !matches!(why, Why::Waits { .. } | Why::LeftUnsigned);
    let calls = |(whys, _): &&(Vec<Why>, Seat)| whys.first().is_some_and(helped);
    let calling = seats.iter().filter(calls).count();
    Board {
        head: Head { present, waiting, calling, ..head(web, &watched.room) },
        seats: seats.into_iter().map(|(_, seat)| seat).collect(),
        group: group(watched),
        minutes: of_those_there(watched).take(8).map(|it| minute(watched, it, true)).collect(),
        now_ms: watched.now_ms,
        said: String::new(),
        note: None,
        shown: String::new(),
        follows: true,
    }
}

pub(super) fn head(web: &Web, room: &Room) -> Head {
    let title_of = |procedure: &String| {
        web.backend.library.find(procedure).map(|found| (procedure.clone(), found.graph.title.clone()))
    };
    Head {
        room: room.row.workshop.clone(),
        title: title(web, room),
        code: room.row.code.as_deref().map(spaced),
        began: when::hour(room.row.opened_at_ms),
        ends: room.row.ends_at_ms.map(when::hour),
        door: match room.row.door {
            Door::Open => ShownDoor::Open,
            Door::Waiting => ShownDoor::Waiting,
            Door::Closed => ShownDoor::Closed,
        },
        procedures: room.plan.procedures.iter().filter_map(title_of).collect(),
        present: 0,
        waiting: 0,
        calling: 0,
    }
}

/// The mediator's own, or the first procedure's.
pub(super) fn title(web: &Web, room: &Room) -> String {
    if !room.row.title.is_empty() {
        return room.row.title.clone();
    }
    let first = room.plan.procedures.first().and_then(|procedure| web.backend.library.find(procedure));
    first.map_or_else(|| "Atelier".to_owned(), |first| first.graph.title.clone())
}

/// Until when a room is kept.
pub(super) fn kept(web: &Web, room: &Room) -> String {
    let days = i64::from(web.backend.keep_days());
    format!("jusqu’au {}", when::date(clock::day_of(room.row.touched_at_ms).saturating_add(days.days())))
}

/// Three by three.
pub(super) fn spaced(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    digits.chunks(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}")
}

fn shown_seat(watched: &Watched, seat: &SeatNow, paces: &BTreeMap<(&str, &str), i64>) -> Seat {
    let latest = seat.latest.as_ref();
    let line = latest.map(|rehearsed| &rehearsed.line);
    let since_ms = line.map(|line| line.on_screen(watched.now_ms)).unwrap_or_default();
    let usual = latest.and_then(|of| paces.get(&(&*of.scenario, of.line.screen.as_str()))).copied();
    let usual = usual.filter(|usual| *usual > 0);
    let reasons = seat.whys.iter().map(|why| Reason { about: about(latest, why), why: why.clone() });
    let ended = line.is_some_and(|line| line.ended_at.is_some());
    Seat {
        id: seat.row.seat.clone(),
        animal: animal(seat.row.number),
        reasons: reasons.collect(),
        procedure: latest.map(|of| of.scenario.to_string()).unwrap_or_default(),
        page: latest.map(page).unwrap_or_default(),
        step: latest.and_then(step).unwrap_or_default(),
        since_ms,
        pace: usual.filter(|_| !ended).map(|usual| since_ms * 100 / usual),
        refusals: line.map(|line| line.refusals).unwrap_or_default(),
        hints: line.map(|line| line.hints).unwrap_or_default(),
        acted_at_ms: line.map_or(seat.row.since_ms, |line| line.acted_at),
        mode: line.map_or(Mode::default(), |line| line.mode),
        questions: latest.filter(|_| !ended).map(questions).unwrap_or_default(),
        pointed: line.and_then(|line| line.refused.as_ref()).map(|(field, _)| field.clone()),
        pages: latest.filter(|_| !ended).map(pages).unwrap_or_default(),
        looked_at: seat.looked_at_by.is_some(),
        begun: latest.is_some(),
        gone: matches!(seat.row.standing, Standing::Left | Standing::Removed),
    }
}

fn about(latest: Option<&Rehearsed>, why: &Why) -> Option<String> {
    let Why::Refusals { field, .. } = why else { return None };
    latest.map(|of| of.named.question(&of.graph, &of.line.screen, field))
}

fn page(of: &Rehearsed) -> String {
    of.named.screen(&of.graph, &of.line.screen)
}

/// « 3. Ressources ».
fn step(of: &Rehearsed) -> Option<String> {
    let rank = Named::step(&of.graph, &of.line.screen)?;
    let steps = of.graph.steps();
    Some(format!("étape {} sur {}", rank + 1, steps.len()))
}

fn questions(of: &Rehearsed) -> Vec<(String, String)> {
    of.named.questions(&of.graph, &of.line.screen)
}

/// Pages that were left, as often as they were seen; the last first.
fn pages(of: &Rehearsed) -> Vec<(String, String)> {
    let seen = of.line.spent.keys().filter(|screen| **screen != of.line.screen);
    seen.map(|screen| (screen.clone(), of.named.screen(&of.graph, screen))).collect()
}

/// How many at each step, and what is hard. Where several procedures are under way, a step says of which it is, and those
/// with nobody are left out.
fn group(watched: &Watched) -> Group {
    let now: Vec<&Rehearsed> = watched
        .seats
        .iter()
        .filter(|seat| seat.row.standing == Standing::In)
        .filter_map(|seat| seat.latest.as_ref())
        .collect();
    let mut counts: Vec<(&Rehearsed, &str, usize)> = Vec::new();
    let mut procedures = 0;
    for procedure in &watched.room.plan.procedures {
        let Some(of) = now.iter().find(|of| *of.scenario == **procedure) else { continue };
        procedures += 1;
        let steps = [BESIDE].into_iter().chain(of.graph.steps()).chain([DONE]);
        counts.extend(steps.map(|step| (*of, step, 0)));
    }
    for of in &now {
        let screen = of.graph.screen(&of.line.screen);
        let step = match screen.and_then(|screen| screen.step.as_deref()) {
            _ if of.line.ended_at.is_some() => DONE,
            step => step.unwrap_or(BESIDE),
        };
        let same = |(other, known, _): &&mut (&Rehearsed, &str, usize)| {
            other.scenario == of.scenario && *known == step
        };
        if let Some((.., count)) = counts.iter_mut().find(same) {
            *count += 1;
        }
    }
    let several = procedures > 1;
    let counts = counts.into_iter().filter(|(.., count)| !several || *count > 0);
    let named = |of: &Rehearsed, step: &str| {
        if several { format!("{}\u{a0}: {step}", of.graph.title) } else { step.to_owned() }
    };
    let steps = counts.map(|(of, step, count)| (named(of, step), count)).collect();
    let mut hard = hard(watched);
    hard.truncate(MOST_HARD);
    Group { steps, hard: hard.into_iter().map(|(label, times, _)| (label, times)).collect() }
}

/// What was refused: labels, times, how many people; the most first.
pub(super) fn hard(watched: &Watched) -> Vec<(String, u32, usize)> {
    let mut hard: Vec<(String, u32, BTreeSet<&str>)> = Vec::new();
    for of in &watched.rehearsals {
        for (field, times) in &of.line.stumbles {
            // The same question about another item has the label of a sister: counted with it.
            let on = of.graph.field(field).map(|(screen, _)| screen.key.clone()).unwrap_or_default();
            let label = of.named.question(&of.graph, &on, field);
            match hard.iter_mut().find(|(known, ..)| *known == label) {
                Some((_, all, people)) => {
                    *all += u32::from(*times);
                    people.insert(&of.seat);
                }
                None => hard.push((label, u32::from(*times), BTreeSet::from([&*of.seat]))),
            }
        }
    }
    hard.sort_by_key(|(_, times, _)| std::cmp::Reverse(*times));
    hard.into_iter().map(|(label, times, people)| (label, times, people.len())).collect()
}

/// What happened to those who have a place: of the others the board says nothing any more.
fn of_those_there(watched: &Watched) -> impl Iterator<Item = &Minute> {
    let there = |minute: &&Minute| watched.seats.iter().any(|seat| seat.row.seat == minute.seat);
    watched.minutes.iter().filter(there)
}

/// « 14 h 31 », « loutre verte lève la main ».
pub(super) fn minute(watched: &Watched, minute: &Minute, named: bool) -> (String, String) {
    let seat = watched.seats.iter().find(|seat| seat.row.seat == minute.seat);
    let who = seat.map(|seat| animal(seat.row.number)).map(Animal::name).unwrap_or_default();
    let of = watched.rehearsals.iter().find(|of| of.rehearsal == minute.rehearsal);
    let label =
        |field: &str| of.map(|of| of.named.question(&of.graph, &minute.screen, field)).unwrap_or_default();
    let what = match &minute.fact {
        BoardFact::Refused { fields } => match fields.first() {
            Some(field) => format!("refus sur «\u{a0}{}\u{a0}»", label(field)),
            None => "refus".to_owned(),
        },
        BoardFact::Stopped { .. } => "vraie donnée arrêtée".to_owned(),
        BoardFact::Hinted { .. } => "reçoit un indice".to_owned(),
        BoardFact::HandRaised { .. } => "lève la main".to_owned(),
        BoardFact::HandSeen => "main vue".to_owned(),
        BoardFact::Registered => "envoie sa demande".to_owned(),
        BoardFact::Ended => "a terminé".to_owned(),
        _ => String::new(),
    };
    let what = if named { format!("{who}\u{a0}: {what}") } else { what };
    (when::hour(minute.at_ms), what)
}

/// How long a rehearsal lasted so far.
pub(super) const fn lasted(line: &Line) -> i64 {
    let until = match line.ended_at {
        Some(ended) => ended,
        None => line.acted_at,
    };
    until - line.began_at
}
