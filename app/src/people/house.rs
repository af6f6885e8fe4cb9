//! « Gens et lieux »: places, accounts, invitations. For a host.

use leptos::prelude::*;

use super::head::{self, Entry, Who};
use crate::{
    routes::people,
    shell::Page,
    ui::{
        Example,
        button::{Button, GESTURE, Rank},
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::Icon,
        notice::{Notice, Tone},
        radios::{Choice, Radios},
        text_input::TextInput,
    },
};

/// What an account may do, and how it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    pub word: String,
    pub words: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub id: String,
    pub name: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: Role,
    pub place: String,
    pub closed: bool,
    /// Whoever looks at the page.
    pub oneself: bool,
}

/// A link handed over and not used yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invitation {
    /// Names it, and opens nothing.
    pub id: String,
    pub role: String,
    pub place: String,
    pub made_by: String,
    /// « 6 décembre ».
    pub until: String,
}

/// How the last form ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The link, shown once.
    Invited(String),
    Done,
    /// The link was used, or taken back, meanwhile.
    Used,
    /// The last host cannot leave.
    LastHost,
    /// A place, by its id, or a new one, was not named; what was typed.
    NoName(Option<String>, String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    pub places: Vec<Place>,
    pub people: Vec<Person>,
    /// The last made first.
    pub invitations: Vec<Invitation>,
    pub roles: Vec<Role>,
    pub asked: Option<Asked>,
}

const TITLE: &str = "Gens et lieux";

const NO_NAME: &str = "Écrivez le nom du lieu, en soixante signes au plus. Deux lieux n’ont pas le même nom.";

pub fn page(who: &Who, house: House) -> Page {
    let wrong = matches!(house.asked, Some(Asked::NoName(..)));
    head::page(who, Some(Entry::People), TITLE, false, content(house)).wrong(wrong)
}

/// The id of the field that names a place, or a new one.
fn naming(place: Option<&str>) -> String {
    place.map_or_else(|| format!("champ-{}", people::NAME), |id| format!("champ-{}-{id}", people::NAME))
}

/// The field that names a place, with what was typed and is wrong about it.
fn name_field(place: Option<&str>, label: &str, asked: Option<&Asked>) -> AnyView {
    let mut field = Field::new(people::NAME, label);
    field.id = naming(place);
    let mut value = String::new();
    if let Some(Asked::NoName(on, typed)) = asked
        && on.as_deref() == place
    {
        field = field.error(NO_NAME);
        value.clone_from(typed);
    }
    view! { <TextInput field value chars=30/> }.into_any()
}

fn content(house: House) -> AnyView {
    let House { places, people: all, invitations, roles, asked } = house;
    let choices =
        |of: Vec<(String, String)>| of.into_iter().map(|(key, words)| Choice::new(key, words)).collect();
    let role_choices: Vec<Choice> =
        choices(roles.iter().map(|role| (role.word.clone(), role.words.clone())).collect());
    let place_choices: Vec<Choice> =
        choices(places.iter().map(|place| (place.id.clone(), place.name.clone())).collect());
    let first_role = roles.first().map(|role| role.word.clone());
    // Most often, one invites where one is.
    let own = all.iter().find(|person| person.oneself).map(|person| &person.place);
    let own_place = places.iter().find(|place| Some(&place.name) == own).map(|place| place.id.clone());
    let persons: Vec<_> = all.into_iter().map(|person| line(person, &roles, &places)).collect();
    let waiting = waiting(invitations);
    let places: Vec<_> = places.into_iter().map(|one| place(one, asked.as_ref())).collect();
    let new_place = name_field(None, "Nouveau lieu", asked.as_ref());
    let problems = match &asked {
        Some(Asked::NoName(on, _)) => vec![Problem::new(NO_NAME, naming(on.as_deref()))],
        _ => vec![],
    };
    view! {
        <ErrorSummary problems/>
        <h1>{TITLE}</h1>
        {asked.map(told)}
        <section class="people__part">
            <h2>"Inviter quelqu’un"</h2>
            <form class="people__form" method="post" action=people::PEOPLE>
                <Radios field=Field::new(people::ROLE, "Son rôle") choices=role_choices chosen=first_role/>
                <Radios field=Field::new(people::PLACE, "Son lieu") choices=place_choices chosen=own_place/>
                <Button label="Préparer le lien d’invitation" icon=Icon::Person name=GESTURE value="inviter"/>
            </form>
        </section>
        {waiting}
        <section class="people__part">
            <h2>"Les comptes"</h2>
            <ul class="people__list">{persons}</ul>
        </section>
        <section class="people__part">
            <h2>"Les lieux"</h2>
            <ul class="people__list">{places}</ul>
            <form class="people__form" method="post" action=people::PEOPLE>
                {new_place}
                <Button label="Ajouter ce lieu" rank=Rank::Secondary icon=Icon::Plus name=GESTURE value="lieu"/>
            </form>
        </section>
    }
    .into_any()
}

fn told(asked: Asked) -> AnyView {
    match asked {
        Asked::Invited(link) => view! {
            <Notice tone=Tone::Success title="Voici le lien. Il ne sera plus montré.">
                <p>"Donnez-le à la personne. Il sert une fois, pendant sept jours."</p>
                <p class="people__secret">{link}</p>
            </Notice>
        }
        .into_any(),
        Asked::Done => view! { <Notice tone=Tone::Success title="C’est fait.">""</Notice> }.into_any(),
        Asked::Used => view! {
            <Notice tone=Tone::Warning title="Cette invitation ne sert plus.">
                <p>"Elle vient d’être utilisée, ou retirée."</p>
            </Notice>
        }
        .into_any(),
        Asked::LastHost => view! {
            <Notice tone=Tone::Warning title="Impossible\u{a0}: c’est le dernier responsable.">
                <p>"Donnez d’abord ce rôle à quelqu’un d’autre."</p>
            </Notice>
        }
        .into_any(),
        Asked::NoName(..) => ().into_any(),
    }
}

/// What can still be taken back.
fn waiting(invitations: Vec<Invitation>) -> Option<AnyView> {
    if invitations.is_empty() {
        return None;
    }
    let lines: Vec<_> = invitations
        .into_iter()
        .map(|Invitation { id, role, place, made_by, until }| {
            let about = format!("l’invitation de {made_by} pour {role}, {place}");
            view! {
                <li class="people__line">
                    <span><b>{role}</b> ", " {place} ". Préparée par " {made_by} ", valable jusqu’au " {until} "."</span>
                    <form class="row" method="post" action=people::PEOPLE>
                        <input type="hidden" name=people::INVITED value=id/>
                        <Button label="Retirer" about=about rank=Rank::Secondary name=GESTURE value="retirer"/>
                    </form>
                </li>
            }
            .into_any()
        })
        .collect();
    let section = view! {
        <section class="people__part">
            <h2>"Les invitations en attente"</h2>
            <ul class="people__list">{lines}</ul>
        </section>
    };
    Some(section.into_any())
}

fn line(person: Person, roles: &[Role], places: &[Place]) -> AnyView {
    let Person { id, login, name, role, place, closed, oneself } = person;
    let about = format!("pour {name}");
    let others: Vec<_> = roles
        .iter()
        .filter(|other| other.word != role.word)
        .map(|other| {
            let label = format!("Rôle\u{a0}: {}", other.words);
            view! { <Button label about=about.clone() rank=Rank::Quiet name=people::ROLE value=other.word.clone()/> }.into_any()
        })
        .collect();
    let elsewhere: Vec<_> = places
        .iter()
        .filter(|other| other.name != place)
        .map(|other| view! { <option value=other.id.clone()>{other.name.clone()}</option> }.into_any())
        .collect();
    let moves = (!closed && !elsewhere.is_empty()).then(|| {
        let list = format!("lieu-{id}");
        view! {
            <form class="people__form" method="post" action=people::PEOPLE>
                <input type="hidden" name=people::WHO value=id.clone()/>
                <p class="acts__field">
                    <label for=list.clone()>"Autre lieu"</label>
                    <select id=list name=people::PLACE>{elsewhere}</select>
                </p>
                <Button label="Changer de lieu" about=about.clone() rank=Rank::Secondary name=GESTURE value="deplacer"/>
            </form>
        }
        .into_any()
    });
    let whole = (!closed && !oneself).then(|| {
        view! {
            <form class="row" method="post" action=people::PEOPLE>
                <input type="hidden" name=people::WHO value=id.clone()/>
                {others}
                <Button label="Fermer ce compte" about=about.clone() rank=Rank::Danger name=GESTURE value="fermer"/>
            </form>
        }
        .into_any()
    });
    // Of one's own account, the place alone.
    let acts = (whole.is_some() || moves.is_some()).then(|| {
        view! {
            <details class="details">
                <summary class="details__summary">"Changer" <span class="unseen">" " {about.clone()}</span></summary>
                {moves} {whole}
            </details>
        }
        .into_any()
    });
    let state = if closed { ", fermé" } else { "" };
    view! {
        <li class="people__line">
            <span><b>{name}</b> " (" {login} "), " {role.words} ", " {place} {state}</span>
            {acts}
        </li>
    }
    .into_any()
}

fn place(place: Place, asked: Option<&Asked>) -> AnyView {
    let Place { id, name } = place;
    let field = name_field(Some(&id), "Nouveau nom", asked);
    let is_wrong = matches!(asked, Some(Asked::NoName(Some(on), _)) if *on == id);
    let about = format!("pour {name}");
    view! {
        <li class="people__line">
            <b>{name}</b>
            <details class="details" open=is_wrong>
                <summary class="details__summary">"Renommer" <span class="unseen">" " {about}</span></summary>
                <form class="people__form" method="post" action=people::PEOPLE>
                    <input type="hidden" name=people::PLACE value=id/>
                    {field}
                    <Button label="Renommer" rank=Rank::Secondary name=GESTURE value="renommer"/>
                </form>
            </details>
        </li>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let role = |word: &str, words: &str| Role { word: word.to_owned(), words: words.to_owned() };
    let roles = vec![role("mediator", "médiateur"), role("host", "responsable")];
    let person = |name: &str, oneself, closed| Person {
        id: name.to_lowercase(),
        login: name.to_lowercase(),
        name: name.to_owned(),
        role: roles[0].clone(),
        place: "Médiathèque".to_owned(),
        closed,
        oneself,
    };
    let house = House {
        places: vec![Place { id: "m".to_owned(), name: "Médiathèque".to_owned() }],
        people: vec![person("Claire", true, false), person("Paul", false, false), person("Lou", false, true)],
        invitations: vec![Invitation {
            id: "i".to_owned(),
            role: "médiation".to_owned(),
            place: "Médiathèque".to_owned(),
            made_by: "Claire".to_owned(),
            until: "6\u{a0}décembre".to_owned(),
        }],
        roles: roles.clone(),
        asked: Some(Asked::Invited("192.168.1.20:3000/invitation/…".to_owned())),
    };
    // Two examples on one page: their fields have ids of their own.
    let place = Place { id: "n".to_owned(), name: "Mairie".to_owned() };
    let unnamed = Asked::NoName(Some("n".to_owned()), String::new());
    let unnamed = House { asked: Some(unnamed), places: vec![place], ..house.clone() };
    vec![
        Example::new("Gens et lieux, une invitation prête", content(house)),
        Example::new("Gens et lieux, un nom oublié", content(unnamed)),
    ]
}
