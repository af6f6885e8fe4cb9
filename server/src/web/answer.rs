//! What is posted: beginning, answering, opening, erasing. Each ends in a 303 to a page.

use app::{
    failure::Failure,
    learner::rehearse::Detour,
    routes::{self, Cookies, Exercise, Gesture},
    ui::coach::HELP,
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use scenarios::rehearsal::{self, Command, Consent, Mode, Stale};

use super::{
    Web, come_back,
    form::Form,
    reply::{Failed, Reply, see},
    room,
};
use crate::{
    backend::{Answered, Erased, Found, Pass, Refusal, Submission},
    chance,
};

/// « S'entraîner seul ». Whoever used this browser before can no longer be reached from it: their exercise goes.
pub(super) async fn begin(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let before = web.cookies.read(&headers);
    let scenario = match form.get(routes::PROCEDURE) {
        Some(scenario) => scenario.to_owned(),
        None => web.backend.library.all().first().map(|bundle| bundle.id.clone()).unwrap_or_default(),
    };
    let (pass, rehearsal) = web.backend.begin_alone(&scenario).await.map_err(|refusal| match refusal {
        Refusal::NotThere => Failed::from(Failure::NotFound),
        other => other.into(),
    })?;
    if let Some(before) = before {
        // Nothing to clear away is as good.
        let _ = web.backend.clear_away(&before).await;
    }
    let mut response = see(&Exercise(&rehearsal).root());
    response.headers_mut().extend(web.cookies.give(&pass).map(|cookie| (header::SET_COOKIE, cookie)));
    if form.get(routes::AGAIN).is_none() {
        forget_comfort(&web, &headers, &mut response);
    }
    Ok(response)
}

/// The one form of a clone's page, by the button that was pressed.
pub(super) async fn answer(
    State(web): State<Web>,
    Path((id, page)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    let graph = std::sync::Arc::clone(&found.graph);
    graph.screen(&page).ok_or(Failure::NotFound)?;
    let gesture = Gesture::read(form.get(app::ui::button::GESTURE)).ok_or(Failure::NotAllowed)?;
    let routes = Exercise(&id);
    let mut submission = form.submission(&page, &rehearsal::expected(&graph, &found.state, &page));
    let answered = match gesture {
        Gesture::Submit => {
            if submission.id.is_empty() {
                submission.id = chance::id();
            }
            web.backend.submit(found, submission).await?
        }
        Gesture::Back => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::GoBack { visit: submission.visit }).await?
        }
        Gesture::Modify(to) => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::GoTo { visit: form.visit(), screen: to }).await?
        }
        Gesture::Follow(page) => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::Follow { visit: form.visit(), page }).await?
        }
        Gesture::Press(button) => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::Press { visit: submission.visit, button }).await?
        }
        Gesture::AddRow(rows) => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::AddRow { visit: submission.visit, rows }).await?
        }
        Gesture::RemoveRow(rows, row) => {
            web.backend.keep_without_row(&found, &submission, &rows, row);
            web.backend.act(found, Command::RemoveRow { visit: submission.visit, rows, row }).await?
        }
        Gesture::Mode(word) => {
            web.backend.keep(&found, &submission);
            let mode = Mode::from_word(&word).ok_or(Failure::NotAllowed)?;
            let answered = web.backend.act(found, Command::ChooseMode { mode }).await?;
            return Ok(lead_to_help(&id, &answered));
        }
        Gesture::Cookies(pressed) => {
            web.backend.keep(&found, &submission);
            let command = match pressed {
                Cookies::Accept => Command::ChooseCookies { consent: Consent::All },
                Cookies::Refuse => Command::ChooseCookies { consent: Consent::Nothing },
                Cookies::Save => {
                    let ticked = form.all(routes::COOKIES).map(str::to_owned).collect();
                    Command::ChooseCookies { consent: Consent::Only(ticked) }
                }
                Cookies::Manage => Command::ReopenCookies,
            };
            let answered = web.backend.act(found, command).await?;
            // The page stays where it was, a page looked at again too.
            return Ok(match answered {
                Answered::Done(_) if pressed == Cookies::Manage => see(&routes.cookies(&page)),
                Answered::Done(_) => see(&routes.page(&page)),
                Answered::Stale(_) => lead(&id, &answered),
            });
        }
        Gesture::Finish => {
            web.backend.keep(&found, &submission);
            web.backend.act(found, Command::Finish).await?
        }
        Gesture::Later => {
            web.backend.keep(&found, &submission);
            return come_back::put_aside(&web, &headers, &id).await;
        }
        Gesture::Hint => {
            web.backend.keep(&found, &submission);
            let answered = match rehearsal::advise(&found.graph, &found.state) {
                Some(advice) => web.backend.act(found, Command::AskHint { field: advice.about }).await?,
                None => Answered::Done(found),
            };
            return Ok(lead_to_help(&id, &answered));
        }
        ours @ (Gesture::Hand(_)
        | Gesture::LowerHand
        | Gesture::CallRead
        | Gesture::CallFollowed
        | Gesture::Look(_)) => {
            web.backend.keep(&found, &submission);
            return room::act(&web, &headers, found, ours, &routes.page(&page)).await;
        }
        aside => return look_aside(&web, &id, &page, found, &submission, aside).await,
    };
    Ok(lead(&id, &answered))
}

/// What stands around the form, by a button of it: what was typed is kept meanwhile.
async fn look_aside(
    web: &Web,
    id: &str,
    page: &str,
    found: Found,
    submission: &Submission,
    gesture: Gesture,
) -> Reply {
    web.backend.keep(&found, submission);
    let routes = Exercise(id);
    let (command, to) = match gesture {
        Gesture::Card => return Ok(see(&routes.card())),
        Gesture::Papers => return Ok(see(&routes.papers())),
        Gesture::Messages => return Ok(see(&routes.messages())),
        Gesture::Lost => return Ok(see(&routes.lost())),
        Gesture::Comfort => return Ok(see(&routes.comfort())),
        Gesture::Erase => return Ok(see(&routes.erase())),
        Gesture::Procedure => return Ok(see(&routes.page(page))),
        Gesture::Phone => (Command::ReadPhone, routes.phone()),
        Gesture::PutAway => (Command::PutPaperAway, routes.page(page)),
        Gesture::Lay(paper) => (Command::LayPaper { paper }, routes.beside(page, routes::BESIDE)),
        Gesture::Show { paper, place } if is_plain(&place) => {
            (Command::LayPaper { paper }, routes.beside(page, routes::HERE))
        }
        _ => return Err(Failure::NotAllowed.into()),
    };
    match web.backend.act(found, command).await? {
        Answered::Done(_) => Ok(see(&to)),
        Answered::Stale(_) => Err(Failure::NotFound.into()),
    }
}

/// Whether it can be the name of a place on a paper.
fn is_plain(place: &str) -> bool {
    place.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

pub(super) async fn open_paper(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    if let Some(paper) = form.get(app::learner::papers::LAY) {
        let laid = web.backend.act(found, Command::LayPaper { paper: paper.to_owned() }).await?;
        return match laid {
            Answered::Done(found) => Ok(see(&Exercise(&id).beside(&found.state.screen, routes::BESIDE))),
            Answered::Stale(_) => Err(Failure::NotFound.into()),
        };
    }
    let paper = form.get("papier").ok_or(Failure::NotFound)?.to_owned();
    match web.backend.act(found, Command::OpenPaper { paper: paper.clone() }).await? {
        Answered::Done(_) => Ok(see(&Exercise(&id).paper(&paper))),
        Answered::Stale(_) => Err(Failure::NotFound.into()),
    }
}

pub(super) async fn open_message(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    if form.get(app::learner::mailbox::REFRESH).is_some() {
        web.backend.act(found, Command::Wait).await?;
        return Ok(see(&Exercise(&id).messages()));
    }
    if let Some(number) = form.get(app::learner::mailbox::KEEP).and_then(|number| number.parse().ok()) {
        return match web.backend.act(found, Command::KeepAttached { number }).await? {
            Answered::Done(_) => Ok(see(&Exercise(&id).message(number))),
            Answered::Stale(_) => Err(Failure::NotFound.into()),
        };
    }
    let number = form.get("message").and_then(|number| number.parse().ok()).ok_or(Failure::NotFound)?;
    match web.backend.act(found, Command::OpenMail { number }).await? {
        Answered::Done(_) => Ok(see(&Exercise(&id).message(number))),
        Answered::Stale(_) => Err(Failure::NotFound.into()),
    }
}

/// Takes the telephone in hand, from a page that has no form of the clone; « Regarder les nouveaux messages » lets a minute
/// go by.
pub(super) async fn read_phone(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let found = find(&web, &headers, &id).await?;
    let found = if form.get(app::learner::mailbox::REFRESH).is_some() {
        match web.backend.act(found, Command::Wait).await? {
            Answered::Done(found) => found,
            Answered::Stale(_) => return Ok(see(&Exercise(&id).phone())),
        }
    } else {
        found
    };
    web.backend.act(found, Command::ReadPhone).await?;
    Ok(see(&Exercise(&id).phone()))
}

/// « Oui, tout effacer ».
pub(super) async fn erase(
    State(web): State<Web>,
    Path(id): Path<String>,
    headers: HeaderMap,
    _: Form,
) -> Reply {
    let pass = pass(&web, &headers)?;
    web.backend.find(&pass, &id).await?;
    let to = match web.backend.erase(&pass).await? {
        Erased::All => routes::ERASED,
        Erased::Seat => routes::SEAT_GIVEN,
    };
    Ok(parted(&web, &headers, to))
}

/// Leads there, without a pass any more.
pub(super) fn parted(web: &Web, headers: &HeaderMap, to: &str) -> Response {
    let mut response = see(to);
    response.headers_mut().extend(web.cookies.take_back().map(|cookie| (header::SET_COOKIE, cookie)));
    forget_comfort(web, headers, &mut response);
    // Over TLS browsers also empty what pages kept; on plain HTTP they ignore it. Never « cookies »: a mediator may be
    // logged in in the same browser.
    response
        .headers_mut()
        .insert(header::HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"storage\""));
    response
}

/// The settings of whoever reads go with their exercise.
fn forget_comfort(web: &Web, headers: &HeaderMap, response: &mut Response) {
    if web.cookies.comfort(headers).is_some()
        && let Some(cookie) = web.cookies.take_back_comfort()
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

pub(super) fn pass(web: &Web, headers: &HeaderMap) -> Result<Pass, Failed> {
    web.cookies.read(headers).ok_or(Failure::NoExercise.into())
}

pub(super) async fn find(web: &Web, headers: &HeaderMap, id: &str) -> Result<Found, Failed> {
    Ok(web.backend.find(&pass(web, headers)?, id).await?)
}

/// To the current page, where help is said: on a phone that is far from the top.
fn lead_to_help(id: &str, answered: &Answered) -> Response {
    match answered {
        Answered::Done(found) => see(&Exercise(id).beside(&found.state.screen, HELP)),
        Answered::Stale(_) => lead(id, answered),
    }
}

/// To the current page, with a word when it is not the one expected.
fn lead(id: &str, answered: &Answered) -> Response {
    let routes = Exercise(id);
    match answered {
        Answered::Done(found) => see(&routes.page(&found.state.screen)),
        Answered::Stale(stale) => {
            let detour = match stale {
                Stale::Ended => Detour::Ended,
                Stale::OldPage | Stale::NotThere => Detour::OldPage,
            };
            see(&format!("{}?info={}", routes.root(), detour.word()))
        }
    }
}
