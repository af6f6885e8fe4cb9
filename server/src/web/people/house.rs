//! « Gens et lieux », and the journal: for a host.

use app::{
    failure::Failure,
    people::{self as pages, Asked, House, Invitation, Line, Person, Place, Role as RoleWords},
    routes::people,
    shell::Page,
    ui::button::GESTURE,
};
use axum::{
    extract::{Query, State},
    http::HeaderMap,
};
use serde::Deserialize;

use super::unknown;
use crate::{
    backend::{NotMade, Refusal, Staff},
    store::{AccountRow, PlaceRow, Role},
    web::{
        Web, come_back,
        form::Form,
        reply::{Failed, Reply, see},
        staff::{host, role_words, who},
        when,
    },
};

/// What the page's address says of the last form.
#[derive(Deserialize)]
pub(in crate::web) struct Done {
    fait: Option<String>,
}

const DONE: &str = "oui";

pub(in crate::web) async fn house(
    State(web): State<Web>,
    Query(done): Query<Done>,
    headers: HeaderMap,
) -> Reply {
    let staff = host(&web, &headers).await?;
    let asked = done.fait.filter(|word| word == DONE).map(|_| Asked::Done);
    let page = house_page(&web, &staff, asked).await?;
    Ok(web.page(page))
}

async fn house_page(
    web: &Web,
    staff: &Staff,
    asked: Option<Asked>,
) -> Result<impl FnOnce() -> Page + use<>, Failed> {
    let role = |role: Role| RoleWords { word: role.word().into(), words: role_words(role).into() };
    let accounts = web.backend.accounts().await?;
    let name_of = |account: &str| {
        accounts.iter().find(|row| row.id == account).map(|row| row.name.clone()).unwrap_or_default()
    };
    let invitations = web.backend.invitations().await?.into_iter().map(|row| Invitation {
        id: row.token_digest,
        role: role_words(row.role).into(),
        place: row.place.name,
        made_by: name_of(&row.made_by),
        until: when::day(row.good_until_ms),
    });
    let invitations = invitations.collect();
    let people = accounts.into_iter().map(|row| Person {
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
        invitations,
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

pub(in crate::web) async fn change_house(State(web): State<Web>, headers: HeaderMap, form: Form) -> Reply {
    let staff = host(&web, &headers).await?;
    let text = |name: &str| form.get(name).unwrap_or_default().to_owned();
    let given_role = form.get(people::ROLE).and_then(Role::read);
    let asked = match (form.get(GESTURE), form.get(people::WHO)) {
        (Some("inviter"), _) => {
            let role = given_role.ok_or(Failure::NotAllowed)?;
            let token = web.backend.invite(&staff, role, &text(people::PLACE)).await.map_err(unknown)?;
            let link = format!("{}{}", come_back::here(&web, &headers), people::invitation(&token));
            Asked::Invited(link)
        }
        (Some("retirer"), _) => match web.backend.withdraw(&staff, &text(people::INVITED)).await {
            Ok(()) => Asked::Done,
            Err(Refusal::NotThere) => Asked::Used,
            Err(other) => return Err(other.into()),
        },
        (Some("lieu"), _) => name(&web, &staff, None, &text(people::NAME)).await?,
        (Some("renommer"), _) => name(&web, &staff, Some(text(people::PLACE)), &text(people::NAME)).await?,
        (Some("fermer"), Some(account)) => {
            // Pressed twice, it is closed once.
            let people = web.backend.accounts().await?;
            let closed = people.iter().any(|row| row.id == account && row.closed_at_ms.is_some());
            if closed { Asked::Done } else { last_host(web.backend.close_account(&staff, account).await)? }
        }
        (Some("deplacer"), Some(account)) => {
            web.backend.give_place(&staff, account, &text(people::PLACE)).await.map_err(unknown)?;
            Asked::Done
        }
        (None, Some(account)) => {
            let role = given_role.ok_or(Failure::NotAllowed)?;
            last_host(web.backend.give_role(&staff, account, role).await)?
        }
        _ => return Err(Failure::NotAllowed.into()),
    };
    if asked == Asked::Done {
        return Ok(see(&people::done(people::PEOPLE, DONE)));
    }
    let page = house_page(&web, &staff, Some(asked)).await?;
    Ok(web.page(page))
}

async fn name(web: &Web, staff: &Staff, place: Option<String>, typed: &str) -> Result<Asked, Failed> {
    match web.backend.name_place(staff, place.as_deref(), typed).await {
        Ok(()) => Ok(Asked::Done),
        Err(NotMade::Refused(refusal)) => Err(unknown(refusal)),
        Err(_) => Ok(Asked::NoName(place, typed.to_owned())),
    }
}

fn last_host(changed: Result<(), Refusal>) -> Result<Asked, Failed> {
    match changed {
        Ok(()) => Ok(Asked::Done),
        Err(Refusal::NotThere) => Ok(Asked::LastHost),
        Err(other) => Err(other.into()),
    }
}

pub(in crate::web) async fn journal(State(web): State<Web>, headers: HeaderMap) -> Reply {
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
        what: words_of(&line.act, &line.about, &people, &places),
    });
    let lines = lines.collect();
    let who = who(&staff);
    Ok(web.page(|| pages::journal(&who, lines)))
}

/// A line of the journal in words; `about` holds ids of accounts and places, and words of ours.
fn words_of(act: &str, about: &str, people: &[AccountRow], places: &[PlaceRow]) -> String {
    let person = |id: &str| people.iter().find(|person| person.id == id).map(|person| &person.name);
    let place = |id: &str| places.iter().find(|place| place.id == id).map(|place| &place.name);
    let named = |id: &str| person(id).or_else(|| place(id)).map_or(id, String::as_str).to_owned();
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
        "invitation-retiree" => "invitation retirée",
        "autre-lieu" => "changement de lieu",
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
