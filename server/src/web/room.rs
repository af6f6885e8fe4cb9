//! In a room, on the learner's side: what its pages must know, what its buttons do, what is heard while they live.

use app::{
    failure::Failure,
    learner::{frame::Place, room::InRoom},
    routes::{Exercise, Gesture, PLACE_HERE},
    ui::{animal::Animal, button::GESTURE},
};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use scenarios::rehearsal::{self, Call, Command, Draft, Viewer};

use super::{
    Web,
    answer::{find, pass},
    form::Form,
    reply::{Reply, see},
    stream::{self, Drawn, Next, Source},
};
use crate::backend::{Answered, Backend, Found, Here, Looking, Pass, Refusal, Topic};

/// What the pages of a rehearsal know of its room; `None` for somebody alone.
pub(super) async fn in_room(web: &Web, found: &Found) -> Result<Option<InRoom>, Refusal> {
    let Some(chair) = &found.chair else { return Ok(None) };
    let over = web.backend.room_is_over(&found.workshop).await?;
    let looks = web.backend.looked_at(&found.workshop, &chair.seat);
    let seen = seen(found, looks.as_ref(), over);
    let called = called(web, found);
    Ok(Some(InRoom {
        animal: animal(chair.number),
        looks: looks.map(|look| (look.name, look.agreed)),
        next: called.next,
        about: called.about,
        over,
        live: Exercise(&found.rehearsal).live(&seen),
    }))
}

/// The colour-animal of a seat.
pub(super) fn animal(number: i64) -> Animal {
    Animal::nth(usize::try_from(number - 1).unwrap_or_default())
}

/// The names of what is called for.
#[derive(Default)]
struct Called {
    next: Option<String>,
    about: Option<String>,
}

fn called(web: &Web, found: &Found) -> Called {
    let Found { graph, state, .. } = found;
    let screen = |key: &str| rehearsal::screen(graph, state, key, &Draft::default(), Viewer::Learner);
    match &state.call {
        Some(Call::Next { procedure }) => Called {
            next: web.backend.library.find(procedure).map(|next| next.graph.title.clone()),
            about: None,
        },
        Some(Call::Go { screen: to }) => Called { next: None, about: screen(to).map(|screen| screen.title) },
        Some(Call::Point { field, .. }) => {
            let screen = screen(&state.screen);
            let asked = screen.as_ref().map(|screen| screen.asked()).unwrap_or_default();
            let asked = asked.into_iter().find(|asked| asked.key == *field);
            Called { next: None, about: asked.map(|asked| asked.label.clone()) }
        }
        Some(Call::Say { .. } | Call::Look { .. }) | None => Called::default(),
    }
}

/// Tells apart what a page shows of its room: the same word, the same parts.
fn seen(found: &Found, looks: Option<&Looking>, over: bool) -> String {
    let state = &found.state;
    let looks = looks.map(|look| (&look.name, look.agreed));
    let told =
        format!("{:?} {:?} {:?} {:?} {looks:?} {over}", state.hand, state.call, state.mode, state.hints);
    stream::word(&told)
}

/// What changes in the room while a page lives. The browser at the other end shows that somebody is there.
pub(super) async fn live(
    State(web): State<Web>,
    Path(id): Path<String>,
    Query(drawn): Query<Drawn>,
    headers: HeaderMap,
) -> Reply {
    let pass = pass(&web, &headers)?;
    let found = web.backend.find(&pass, &id).await?;
    let chair = found.chair.ok_or(Failure::NotFound)?;
    let told = web.backend.hub.listen(Topic::Seat(pass.workshop.clone(), chair.seat.clone()));
    let here = web.backend.presences.enter(&pass.workshop, &chair.seat);
    web.backend.moved(&pass.workshop);
    let closing = web.backend.closing();
    let source = Learner { web, pass, id, shown: stream::shown(&headers, drawn), _here: here };
    Ok(stream::stream(source, told, closing, chair.number.unsigned_abs() * 37))
}

struct Learner {
    web: Web,
    pass: Pass,
    id: String,
    /// What the page shows already.
    shown: String,
    _here: Here,
}

impl Source for Learner {
    async fn look(&mut self, _: u64) -> Next {
        let backend: &Backend = &self.web.backend;
        let found = match backend.find(&self.pass, &self.id).await {
            Ok(found) => found,
            // The seat was taken back, or up elsewhere: nothing more comes this way.
            Err(Refusal::NotThere | Refusal::TakenUp) => return Next::Reload,
            Err(_) => return Next::Nothing,
        };
        let Some(chair) = &found.chair else { return Next::Reload };
        let Ok(over) = backend.room_is_over(&found.workshop).await else { return Next::Nothing };
        let now = seen(&found, backend.looked_at(&found.workshop, &chair.seat).as_ref(), over);
        Next::ask_again(&mut self.shown, now)
    }
}

impl Drop for Learner {
    /// The board shows a moment later who has left.
    fn drop(&mut self) {
        self.web.backend.moved(&self.pass.workshop);
    }
}

/// A gesture of the room, from a page without a form of the clone.
pub(super) async fn gesture(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    let gesture = Gesture::read(form.get(GESTURE)).ok_or(Failure::NotAllowed)?;
    let back = form.get(PLACE_HERE).and_then(Place::named).unwrap_or(Place::Procedure);
    let back = back.address(Exercise(&id));
    act(&web, &headers, found, gesture, &back).await
}

/// The same, from any page: leads to `back`, unless the gesture leads elsewhere.
pub(super) async fn act(web: &Web, headers: &HeaderMap, found: Found, gesture: Gesture, back: &str) -> Reply {
    let chair = found.chair.clone().ok_or(Failure::NotAllowed)?;
    let id = found.rehearsal.clone();
    let command = match gesture {
        Gesture::Hand(asks) => Command::RaiseHand { asks },
        Gesture::LowerHand => Command::LowerHand,
        Gesture::CallRead => Command::CloseCall,
        Gesture::CallFollowed => return follow(web, headers, found).await,
        Gesture::Look(agrees) => {
            web.backend.answer_look(&pass(web, headers)?, agrees);
            return Ok(see(back));
        }
        _ => return Err(Failure::NotAllowed.into()),
    };
    let workshop = found.workshop.clone();
    match web.backend.act(found, command).await? {
        Answered::Done(_) => {
            web.backend.tell_seat(&workshop, &chair.seat);
            Ok(see(back))
        }
        Answered::Stale(_) => Ok(see(&Exercise(&id).root())),
    }
}

/// Where the mediator proposes to go: a page already seen, or another procedure.
async fn follow(web: &Web, headers: &HeaderMap, found: Found) -> Reply {
    let id = found.rehearsal.clone();
    let call = found.state.call.clone();
    let visit = found.state.visit;
    let pass = pass(web, headers)?;
    match call {
        Some(Call::Go { screen }) => {
            if let Answered::Done(found) = web.backend.act(found, Command::CloseCall).await? {
                web.backend.act(found, Command::GoTo { visit, screen }).await?;
            }
            Ok(see(&Exercise(&id).root()))
        }
        Some(Call::Next { procedure }) => {
            // Begun first: a proposal that could not be followed stands.
            let next = web.backend.begin_in_room(&pass, Some(&procedure)).await?;
            web.backend.act(found, Command::CloseCall).await?;
            Ok(see(&Exercise(&next).root()))
        }
        // Pressed twice: where the first press led.
        _ => {
            let latest = web.backend.latest(&pass).await?.unwrap_or(id);
            Ok(see(&Exercise(&latest).root()))
        }
    }
}

/// A seat's own page, wherever it is in the room's course.
pub(super) fn begun(rehearsal: &str) -> Response {
    see(&Exercise(rehearsal).root())
}
