//! The staff's accounts over HTTP: signing in and out, one's own account, people and places.
//!
//! Passwords and codes come in forms and go nowhere else. Of links, only those that are handed over hold a token.

use app::{
    failure::Failure,
    people::{
        self as pages, Account, Asked, Enrolling, House, Line, Newcomer as Coming, Outcome, Person, Place,
        Role as RoleWords, Session, Signing, Wrong,
    },
    routes::{people, room},
    shell::Page,
    ui::button::GESTURE,
};
use axum::{
    extract::{Path, Query, State},
    http::{Extensions, HeaderMap, header},
    response::Response,
};
use serde::Deserialize;

use super::{
    Web,
    form::Form,
    peer, qr,
    reply::{Failed, Reply, see},
    staff::{host, role_words, session, staff, who},
    when,
};
use crate::{
    backend::{Newcomer, NotMade, Refusal, Signed, Staff, Unsigned, Weak},
    store::Role,
};

#[derive(Deserialize)]
pub(super) struct Key {
    cle: Option<String>,
}

/// The page of the first account; with a wrong or used key there is no such page.
pub(super) async fn ask_to_install(State(web): State<Web>, Query(key): Query<Key>) -> Reply {
    let key = key.cle.filter(|key| web.backend.can_install(key)).ok_or(Failure::NotFound)?;
    Ok(web.page(|| {
        pages::newcomer(Coming { action: people::INSTALL.into(), key: Some(key), ..Coming::default() })
    }))
}

pub(super) async fn install(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let key = form.get(people::KEY).unwrap_or_default().to_owned();
    let place = form.get(people::PLACE).unwrap_or_default().to_owned();
    if !web.backend.can_install(&key) {
        return Err(Failure::NotFound.into());
    }
    let made = web.backend.install(&key, newcomer(&form), &place).await;
    let mut coming = Coming { action: people::INSTALL.into(), key: Some(key), ..Coming::default() };
    coming.new_place = place;
    settle(&web, &headers, &form, made, coming).await
}

/// An invitation, while it is good.
pub(super) async fn ask_to_accept(State(web): State<Web>, Path(token): Path<String>) -> Reply {
    let coming = invited(&web, &token).await?;
    Ok(web.page(|| pages::newcomer(coming)))
}

pub(super) async fn accept(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Reply {
    let coming = invited(&web, &token).await?;
    let made = web.backend.accept(&token, newcomer(&form)).await;
    settle(&web, &headers, &form, made, coming).await
}

async fn invited(web: &Web, token: &str) -> Result<Coming, Failed> {
    let invitation = web.backend.invited(token).await?.ok_or(Failure::NotFound)?;
    Ok(Coming {
        action: people::invitation(token),
        place: Some(invitation.place.name),
        role: role_words(invitation.role).to_owned(),
        ..Coming::default()
    })
}

fn newcomer(form: &Form) -> Newcomer {
    let text = |name| form.get(name).unwrap_or_default().to_owned();
    Newcomer { login: text(people::LOGIN), name: text(people::NAME), password: text(people::PASS) }
}

/// Signs in whoever has an account now, or shows what is to be corrected.
async fn settle(
    web: &Web,
    headers: &HeaderMap,
    form: &Form,
    made: Result<Staff, NotMade>,
    mut coming: Coming,
) -> Reply {
    let first = coming.place.is_none();
    let wrong = match made {
        Ok(staff) => {
            let token = web.backend.welcome(&staff, &browser(headers)).await?;
            return Ok(signed_in(web, &token));
        }
        Err(NotMade::Refused(refusal)) => return Err(refusal.into()),
        Err(NotMade::Gone) => return Err(Failure::NotFound.into()),
        Err(NotMade::Login) => Wrong::Login,
        Err(NotMade::Taken) => Wrong::Taken,
        // The place's name is looked at first, the person's next.
        Err(NotMade::Name) if first && coming.new_place.trim().is_empty() => Wrong::Place,
        Err(NotMade::Name) => Wrong::Name,
        Err(NotMade::Password(weak)) => weakness(weak),
    };
    coming.login = form.get(people::LOGIN).unwrap_or_default().to_owned();
    coming.name = form.get(people::NAME).unwrap_or_default().to_owned();
    coming.wrong = vec![wrong];
    Ok(web.page(|| pages::newcomer(coming)))
}

const fn weakness(weak: Weak) -> Wrong {
    match weak {
        Weak::Short => Wrong::Short,
        Weak::Long => Wrong::Long,
        Weak::Guessed => Wrong::Guessed,
    }
}

pub(super) async fn ask_to_sign_in(State(web): State<Web>, headers: HeaderMap) -> Reply {
    Ok(match staff(&web, &headers).await {
        Ok(_) => see(room::ROOMS),
        Err(_) => web.page(|| pages::sign_in("", Signing::NotYet)),
    })
}

pub(super) async fn sign_in(
    State(web): State<Web>,
    headers: HeaderMap,
    extensions: Extensions,
    form: Form,
) -> Reply {
    let login = form.get(people::LOGIN).unwrap_or_default().to_owned();
    let password = form.get(people::PASS).unwrap_or_default().to_owned();
    let from = peer::address(&web.reach, &headers, &extensions);
    let signing = match web.backend.sign_in(&login, password, &browser(&headers), from).await? {
        Ok(Signed::In(token)) => return Ok(signed_in(&web, &token)),
        Ok(Signed::OwesCode(owed)) => return Ok(web.page(|| pages::owed_code(&owed, false))),
        Err(Unsigned::Wrong) => Signing::Wrong,
        Err(Unsigned::Wait(wait)) => Signing::Wait(wait.as_secs().max(1)),
        Err(Unsigned::Blocked) => Signing::Blocked,
    };
    Ok(web.page(|| pages::sign_in(&login, signing)))
}

pub(super) async fn give_code(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let owed = form.get(people::OWED).unwrap_or_default().to_owned();
    let code = form.get(people::DIGITS).unwrap_or_default();
    match web.backend.give_code(&owed, code, &browser(&headers)).await {
        Ok(Ok(Signed::In(token))) => Ok(signed_in(&web, &token)),
        Ok(_) => Ok(web.page(|| pages::owed_code(&owed, true))),
        // Too late, or too many: from the beginning.
        Err(Refusal::NotThere) => Ok(web.page(|| pages::sign_in("", Signing::Ended))),
        Err(other) => Err(other.into()),
    }
}

fn signed_in(web: &Web, token: &str) -> Response {
    let mut response = see(room::ROOMS);
    response.headers_mut().extend(web.cookies.give_staff(token).map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

pub(super) async fn sign_out(State(web): State<Web>, headers: HeaderMap, _: Form) -> Reply {
    if let Ok((staff, token)) = session(&web, &headers).await {
        web.backend.sign_out(&staff, &token).await?;
    }
    let mut response = see(people::SIGN_IN);
    response.headers_mut().extend(web.cookies.take_back_staff().map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

pub(super) async fn account(State(web): State<Web>, headers: HeaderMap) -> Reply {
    show(&web, &headers, None, false).await
}

async fn show(web: &Web, headers: &HeaderMap, outcome: Option<Outcome>, enrols: bool) -> Reply {
    let (staff, token) = session(web, headers).await?;
    let sessions = web.backend.sessions(&staff, &token).await?.into_iter().map(|(row, here)| Session {
        id: row.token_digest,
        browser: row.browser,
        seen: when::moment(row.seen_at_ms),
        here,
    });
    let sessions = sessions.collect();
    let enrolling = (enrols && !staff.has_second_factor).then(|| web.backend.enrol(&staff)).transpose()?;
    let account = Account {
        login: staff.login.clone(),
        role: role_words(staff.role).to_owned(),
        has_second_factor: staff.has_second_factor,
        enrolling: enrolling.map(|enrolment| Enrolling {
            secret: in_groups(&enrolment.secret),
            picture: qr::of(&enrolment.address),
        }),
        sessions,
        outcome,
    };
    let who = who(&staff);
    Ok(web.page(|| pages::account(&who, account)))
}

pub(super) async fn change_password(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let (staff, token) = session(&web, &headers).await?;
    let text = |name| form.get(name).unwrap_or_default().to_owned();
    let changed =
        web.backend.change_password(&staff, &token, text(people::PASS), text(people::NEW_PASS)).await?;
    let outcome = match changed {
        Err(weak) => Outcome::Weak(weakness(weak)),
        Ok(false) => Outcome::WrongPassword,
        Ok(true) => Outcome::PasswordChanged,
    };
    show(&web, &headers, Some(outcome), false).await
}

pub(super) async fn second_factor(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = staff(&web, &headers).await?;
    match form.get(GESTURE) {
        Some("activer") => {
            let code = form.get(people::DIGITS).unwrap_or_default();
            match web.backend.confirm_factor(&staff, code).await {
                Ok(true) => show(&web, &headers, Some(Outcome::FactorOn), false).await,
                Ok(false) => show(&web, &headers, Some(Outcome::WrongCode), true).await,
                // Too late: a new secret.
                Err(Refusal::NotThere) => show(&web, &headers, None, true).await,
                Err(other) => Err(other.into()),
            }
        }
        Some("retirer") => {
            let password = form.get(people::PASS).unwrap_or_default().to_owned();
            let dropped = web.backend.drop_factor(&staff, password).await?;
            let outcome = if dropped { Outcome::FactorOff } else { Outcome::WrongPassword };
            show(&web, &headers, Some(outcome), false).await
        }
        _ => show(&web, &headers, None, true).await,
    }
}

pub(super) async fn end_sessions(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let (staff, token) = session(&web, &headers).await?;
    match form.get(people::SESSION) {
        Some(one) => web.backend.end_session(&staff, one).await?,
        None => web.backend.end_other_sessions(&staff, &token).await?,
    }
    show(&web, &headers, Some(Outcome::SessionsEnded), false).await
}

pub(super) async fn house(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let staff = host(&web, &headers).await?;
    let page = house_page(&web, &staff, None).await?;
    Ok(web.page(|| page()))
}

async fn house_page(
    web: &Web,
    staff: &Staff,
    asked: Option<Asked>,
) -> Result<impl FnOnce() -> Page + use<>, Failed> {
    let role = |role: Role| RoleWords { word: role.word().into(), words: role_words(role).into() };
    let people = web.backend.accounts().await?.into_iter().map(|row| Person {
        oneself: row.id == staff.account,
        id: row.id,
        login: row.login,
        name: row.name,
        role: role(row.role),
        place: row.place.name,
        closed: row.closed_at_ms.is_some(),
    });
    let house = House {
        people: people.collect(),
        places: web
            .backend
            .places()
            .await?
            .into_iter()
            .map(|place| Place { id: place.id, name: place.name })
            .collect(),
        roles: Role::ALL.map(role).to_vec(),
        asked,
    };
    let who = who(staff);
    Ok(move || pages::house(&who, house))
}

pub(super) async fn change_house(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = host(&web, &headers).await?;
    let text = |name: &str| form.get(name).unwrap_or_default().to_owned();
    let given_role = form.get(people::ROLE).and_then(Role::read);
    let done = match (form.get(GESTURE), form.get(people::WHO)) {
        (Some("inviter"), _) => {
            let role = given_role.ok_or(Failure::NotAllowed)?;
            let token = web.backend.invite(&staff, role, &text(people::PLACE)).await?;
            let link = format!("{}{}", super::come_back::here(&web, &headers), people::invitation(&token));
            Asked::Invited(link)
        }
        (Some("lieu"), _) => named(web.backend.name_place(&staff, None, &text(people::NAME)).await)?,
        (Some("renommer"), _) => {
            let place = text(people::PLACE);
            named(web.backend.name_place(&staff, Some(&place), &text(people::NAME)).await)?
        }
        (Some("fermer"), Some(account)) => last_host(web.backend.close_account(&staff, account).await)?,
        (None, Some(account)) => {
            let role = given_role.ok_or(Failure::NotAllowed)?;
            last_host(web.backend.give_role(&staff, account, role).await)?
        }
        _ => return Err(Failure::NotAllowed.into()),
    };
    // Whoever changed their own role may be no host any more.
    let page = house_page(&web, &staff, Some(done)).await?;
    Ok(web.page(|| page()))
}

fn named(named: Result<(), NotMade>) -> Result<Asked, Failed> {
    match named {
        Ok(()) => Ok(Asked::Done),
        Err(NotMade::Refused(refusal)) => Err(refusal.into()),
        Err(_) => Ok(Asked::NoName),
    }
}

fn last_host(changed: Result<(), Refusal>) -> Result<Asked, Failed> {
    match changed {
        Ok(()) => Ok(Asked::Done),
        Err(Refusal::NotThere) => Ok(Asked::LastHost),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn journal(State(web): State<Web>, headers: HeaderMap) -> Reply {
    let staff = host(&web, &headers).await?;
    let (people, places) = (web.backend.accounts().await?, web.backend.places().await?);
    let lines = web.backend.journal(None).await?.into_iter().map(|line| Line {
        at: when::moment(line.at_ms),
        who: people
            .iter()
            .find(|person| person.id == line.account)
            .map_or_else(|| "Miroir".to_owned(), |person| person.name.clone()),
        place: places
            .iter()
            .find(|place| place.id == line.place)
            .map(|place| place.name.clone())
            .unwrap_or_default(),
        what: words_of(&line.act, &line.about, &people),
    });
    let lines = lines.collect();
    let who = who(&staff);
    Ok(web.page(|| pages::journal(&who, lines)))
}

/// A line of the journal in words; `about` holds ids of accounts, and words of ours.
fn words_of(act: &str, about: &str, people: &[crate::store::AccountRow]) -> String {
    let named =
        |id: &str| people.iter().find(|person| person.id == id).map_or(id, |person| &person.name).to_owned();
    let about: Vec<String> = about
        .split(' ')
        .map(|word| Role::read(word).map_or_else(|| named(word), |role| role_words(role).to_owned()))
        .collect();
    let about = about.join(" ");
    let act = match act {
        "compte-ouvert" => "compte ouvert",
        "compte-ferme" => "compte fermé",
        "connexion" => "connexion",
        "deconnexion" => "déconnexion",
        "session-fermee" => "session fermée",
        "sessions-fermees" => "autres sessions fermées",
        "mot-de-passe" => "mot de passe changé",
        "second-facteur" => "second facteur",
        "invite" => "invitation",
        "role" => "rôle donné",
        "lieu" => "lieu nommé",
        "atelier-ouvert" => "atelier ouvert",
        "atelier-ferme" => "atelier terminé",
        "regard" => "page regardée",
        "retire" => "place retirée",
        "purge" => "anciennes lignes effacées",
        other => other,
    };
    if about.trim().is_empty() { act.to_owned() } else { format!("{act} ({})", about.trim()) }
}

/// « Firefox, Linux », from what a browser says of itself: enough to know one's own.
fn browser(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name)
    };
    let browser =
        first(&[("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser.unwrap_or("Navigateur"), system.unwrap_or("appareil inconnu")].join(", ")
}

fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
