//! Acts, by POST: on one seat or on all, then back to where they were done.

use app::{
    failure::Failure,
    mediator::{
        board::{ACT, EVERYBODY, MESSAGE, Note, PAGE, POINTED, SEAT, SURE, WORDS},
        confirm::{self, Question},
    },
    routes::room as routes,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
};
use scenarios::rehearsal::{Call, Mode, Ready, Unsaid, Words};

use super::{Form, Reply, Web, animal, find, see, who};
use crate::{
    backend::{Act, Refusal, Room, Staff, Whom},
    store::{Door, Standing},
};

pub(in crate::web) async fn act(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let (staff, room) = find(&web, &headers, &id).await?;
    let whom = match form.get(SEAT) {
        None | Some(EVERYBODY) => Whom::All,
        Some(seat) => Whom::One(seat.to_owned()),
    };
    let name = form.get(ACT).ok_or(Failure::NotAllowed)?;
    let sure = form.get(SURE).is_some();
    let question = match (name, &whom) {
        ("terminer", _) if !sure => Some(Question::Close),
        ("retirer", Whom::One(seat)) if !sure => {
            let called = web.backend.watch(&room).await?;
            let one = called.seats.iter().find(|one| one.row.seat == *seat).ok_or(Failure::NotFound)?;
            let called = animal(one.row.number).called();
            let waits = one.row.standing == Standing::Waiting;
            let ask = if waits { Question::Refuse } else { Question::Remove };
            Some(ask(seat.clone(), called))
        }
        ("retirer", Whom::All) => return Err(Failure::NotAllowed.into()),
        _ => None,
    };
    if let Some(question) = question {
        let who = who(&staff);
        return Ok(web.page(|| confirm::page(&who, &id, question)));
    }
    let note = done(&web, &staff, &room, &whom, name, &form).await?;
    // From the page of a seat, back to it; a removed one has none.
    let from_seat = match &whom {
        Whom::One(seat) if name != "retirer" => came_from(&headers, &routes::Room(&id).seat(seat)),
        _ => None,
    };
    let back = from_seat.unwrap_or_else(|| routes::Room(&id).board());
    let still = if stays_still(&headers) { "&suivre=non" } else { "" };
    Ok(see(&format!("{back}?note={}{still}", note.word())))
}

/// The page of a seat, if the act was done there.
fn came_from(headers: &HeaderMap, seat: &str) -> Option<String> {
    let from = headers.get(header::REFERER)?.to_str().ok()?;
    let path = from.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))?;
    (path.split('?').next() == Some(seat)).then(|| seat.to_owned())
}

/// The board on which the act was done is not asked for again by itself, and stays so.
fn stays_still(headers: &HeaderMap) -> bool {
    let from = headers.get(header::REFERER).and_then(|from| from.to_str().ok());
    from.and_then(|from| from.split_once('?')).is_some_and(|(_, query)| query.contains("suivre=non"))
}

async fn done(
    web: &Web,
    staff: &Staff,
    room: &Room,
    whom: &Whom,
    name: &str,
    form: &Form,
) -> Result<Note, super::Failed> {
    let door = match name {
        "ouvrir-porte" => Some(Door::Open),
        "salle-attente" => Some(Door::Waiting),
        "fermer-porte" => Some(Door::Closed),
        _ => None,
    };
    if let Some(door) = door {
        return match web.backend.set_door(room, door).await {
            Ok(()) => Ok(good()),
            Err(Refusal::NotThere) => Ok(Note::Over),
            Err(other) => Err(other.into()),
        };
    }
    if name == "terminer" {
        web.backend.close_room(&room.row.workshop).await?;
        web.backend.note(staff, "atelier-ferme", "").await?;
        return Ok(good());
    }
    // Those who are in finish by themselves: nobody is called together any more, and nobody held.
    let gathers = matches!(name, "entrer" | "regardez") || (*whom == Whom::All && name != "reprendre");
    if gathers && room.is_closed() {
        return Ok(Note::Over);
    }
    let wordless = form.get(MESSAGE).is_some_and(|own| own.trim().is_empty()) && form.get(WORDS).is_none();
    if wordless && matches!(name, "encourager" | "regardez") {
        return Ok(Note::Wordless);
    }
    let act = match asked(web, room, name, form) {
        Ok(act) => act.ok_or(Failure::NotAllowed)?,
        Err(Unsaid::Real(_)) => return Ok(Note::Real),
        Err(Unsaid::TooLong) => return Ok(Note::TooLong),
        Err(Unsaid::Nothing) => return Err(Failure::NotAllowed.into()),
    };
    match web.backend.act_on(room, whom, &act).await {
        Ok(_) => {
            if act == Act::Remove {
                web.backend.note(staff, "retire", "").await?;
            }
            Ok(good())
        }
        Err(Refusal::NotThere) => Ok(Note::Nobody),
        Err(other) => Err(other.into()),
    }
}

fn good() -> Note {
    Note::Done(String::new())
}

/// The act of that name, with what goes with it.
fn asked(web: &Web, room: &Room, name: &str, form: &Form) -> Result<Option<Act>, Unsaid> {
    let text = |name: &str| form.get(name).map(str::trim).filter(|text| !text.is_empty());
    // The mediator's own words come before the ready ones.
    let words = || -> Result<Option<Words>, Unsaid> {
        match text(MESSAGE) {
            Some(own) => Words::own(own).map(Some),
            None => Ok(text(WORDS).and_then(Ready::from_word).map(Words::Ready)),
        }
    };
    let owned = |name: &str| text(name).map(ToOwned::to_owned);
    Ok(match name {
        "vu" => Some(Act::SeeHand),
        "indice" => Some(Act::Hint),
        "reprendre" => Some(Act::Resume),
        "entrer" => Some(Act::LetIn),
        "retirer" => Some(Act::Remove),
        "mode" => text("mode").and_then(Mode::from_word).map(Act::ChooseMode),
        "montrer" => {
            let words = words()?.unwrap_or(Words::Ready(Ready::Here));
            owned(POINTED).map(|field| Act::Call(Call::Point { field, words }))
        }
        "encourager" => words()?.map(|words| Act::Call(Call::Say { words })),
        "regardez" => Some(Act::Call(Call::Look { words: words()? })),
        "aller" => owned(PAGE).map(|screen| Act::Call(Call::Go { screen })),
        "demarche" => owned("demarche")
            .filter(|next| room.plan.procedures.contains(next) && web.backend.library.find(next).is_some())
            .map(|procedure| Act::Call(Call::Next { procedure })),
        _ => None,
    })
}
