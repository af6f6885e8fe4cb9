//! The report: by seat, by step, by skill; what was hard. Nothing in it names anybody. To be printed, or opened in a
//! spreadsheet.

use leptos::prelude::*;
use scenarios::rehearsal::{Review, Skill};

pub use super::words::skill_words;
use super::{seat::sheet, words::minutes};
use crate::{
    people::{self, Who},
    routes::room::Room,
    shell::Page,
    ui::{
        Example,
        animal::{Animal, animal},
        bar::bar,
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
    },
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub room: String,
    pub title: String,
    /// « le 28 novembre, de 14 h 05 à 16 h 00 ».
    pub when: String,
    pub lasted_ms: i64,
    pub kept: String,
    pub sheets: Vec<Sheet>,
    pub steps: Vec<Step>,
    /// Labels, refusals, and how many people.
    pub hard: Vec<(String, u32, usize)>,
    /// How many should practise what.
    pub skills: Vec<(Skill, usize)>,
}

/// One rehearsal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub animal: Animal,
    pub procedure: String,
    /// « terminé », or the page where it stopped.
    pub reached: String,
    pub lasted_ms: i64,
    pub refusals: u16,
    pub hints: u16,
    pub review: Review,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub procedure: String,
    pub page: String,
    pub median_ms: i64,
    pub refusals: u32,
}

/// How a rehearsal that went to its end is told in `Sheet::reached`.
pub const DONE: &str = "terminé";

pub fn page(who: &Who, report: Report) -> Page {
    let title = format!("{} — bilan", report.title);
    people::staffed(who, None, &title, false, content(report))
}

fn content(report: Report) -> AnyView {
    let head = head(&report);
    let Report { sheets, steps, hard, skills, .. } = report;
    if sheets.is_empty() {
        return view! { {head} <p class="pane">"Personne n’a commencé d’exercice. Il n’y a rien à raconter."</p> }
            .into_any();
    }
    view! {
        {head}
        <div class="report__sides">
            {difficulty(hard)}
            {practise(skills)}
        </div>
        {seats(&sheets)}
        {(!steps.is_empty()).then(|| pages(&steps))}
        <section class="report__part">
            <h2>"Fiches de chacun"</h2>
            <div class="report__sheets">{sheets.iter().map(individual).collect::<Vec<_>>()}</div>
        </section>
    }
    .into_any()
}

/// What it was, how long, how many, and the ways on.
fn head(report: &Report) -> AnyView {
    let Report { room, title, when, lasted_ms, kept, sheets, .. } = report;
    let routes = Room(room);
    let done = sheets.iter().filter(|sheet| sheet.reached == DONE).count();
    let (alone, asked) = sheets
        .iter()
        .fold((0, 0), |(alone, asked), sheet| (alone + sheet.review.alone, asked + sheet.review.sought()));
    let numbers = (!sheets.is_empty()).then(|| {
        view! {
            <dl class="report__numbers">
                {number("Durée", minutes(*lasted_ms))}
                {number(if sheets.len() > 1 { "Exercices" } else { "Exercice" }, sheets.len().to_string())}
                {number("Terminés", format!("{done} sur {}", sheets.len()))}
                {number("Réponses justes du premier coup", out_of(alone, asked))}
            </dl>
        }
    });
    view! {
        <p class="report__links"><ButtonLink label="Tableau de suivi" href=routes.board() rank=Rank::Quiet icon=Icon::ArrowLeft/></p>
        <h1>{format!("{title}\u{a0}: bilan")}</h1>
        <p>{when.clone()} ". Personne n’y est nommé. Gardé " {kept.clone()} "."</p>
        {numbers}
        <p class="report__links">
            <ButtonLink label="Ouvrir dans un tableur (CSV)" href=routes.csv() rank=Rank::Secondary icon=Icon::Chart/>
            <span class="report__print">{icon(Icon::Print)} " Pour imprimer\u{a0}: Ctrl et P. Chaque fiche a sa feuille."</span>
        </p>
    }
    .into_any()
}

/// « 6 sur 9 »; a dash while there is nothing to count.
fn out_of(some: usize, all: usize) -> String {
    if all == 0 { "—".to_owned() } else { format!("{some} sur {all}") }
}

fn number(name: &'static str, value: String) -> AnyView {
    view! { <div class="report__number"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

/// Question by question, what stopped the group.
fn difficulty(hard: Vec<(String, u32, usize)>) -> AnyView {
    let most = hard.iter().map(|(_, times, _)| *times).max().unwrap_or_default();
    let title = "Ce qui a été difficile pour le groupe";
    if hard.is_empty() {
        return view! { <section class="pane"><h2 class="pane__title">{title}</h2><p>"Aucune question n’a été refusée."</p></section> }
            .into_any();
    }
    let rows: Vec<_> = hard
        .into_iter()
        .map(|(label, times, people)| {
            view! {
                <tr>
                    <th scope="row">{label}</th><td class="report__bar">{bar(times, most)}</td>
                    <td class="report__count">{times}</td><td class="report__count">{people}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table(
        title,
        view! {
            <th scope="col">"Question"</th><td></td><th class="report__count" scope="col">"Refus"</th>
            <th class="report__count" scope="col">"Personnes"</th>
        }
        .into_any(),
        rows,
    )
}

fn practise(skills: Vec<(Skill, usize)>) -> AnyView {
    let none = skills.is_empty().then(|| view! { <p>"Rien de particulier."</p> });
    let skills: Vec<_> = skills
        .into_iter()
        .map(|(skill, people)| {
            let people =
                if people > 1 { format!("{people}\u{a0}personnes") } else { "1\u{a0}personne".to_owned() };
            view! { <li class="report__skill"><span>{skill_words(skill)}</span> <b>{people}</b></li> }
                .into_any()
        })
        .collect();
    view! {
        <section class="pane">
            <h2 class="pane__title">"À travailler ensemble"</h2>
            {none}
            <ul class="board__list">{skills}</ul>
        </section>
    }
    .into_any()
}

fn seats(sheets: &[Sheet]) -> AnyView {
    let rows = sheets.iter().map(row).collect();
    table("Place par place", view! {
        <th scope="col">"Place"</th><th scope="col">"Démarche"</th><th scope="col">"Jusqu’où"</th>
        <th class="report__count" scope="col">"Durée"</th><th class="report__count" scope="col">"Refus"</th>
        <th class="report__count" scope="col">"Indices"</th><th class="report__count" scope="col">"Du premier coup"</th>
    }.into_any(), rows)
}

fn row(sheet: &Sheet) -> AnyView {
    let Sheet { animal: which, procedure, reached, lasted_ms, refusals, hints, review } = sheet;
    view! {
        <tr>
            <th scope="row"><span class="report__who">{animal(*which)} {which.name()}</span></th>
            <td>{procedure.clone()}</td><td>{reached.clone()}</td>
            <td class="report__count">{minutes(*lasted_ms)}</td><td class="report__count">{*refusals}</td>
            <td class="report__count">{*hints}</td><td class="report__count">{out_of(review.alone, review.sought())}</td>
        </tr>
    }
    .into_any()
}

fn pages(steps: &[Step]) -> AnyView {
    let longest = steps.iter().map(|step| step.median_ms).max().unwrap_or_default();
    let rows: Vec<_> = steps
        .iter()
        .map(|Step { procedure, page, median_ms, refusals }| {
            view! {
                <tr>
                    <th scope="row">{page.clone()}</th><td>{procedure.clone()}</td>
                    <td class="report__bar">{bar(*median_ms, longest)}</td>
                    <td class="report__count">{minutes(*median_ms)}</td><td class="report__count">{*refusals}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table("Page par page", view! {
        <th scope="col">"Page"</th><th scope="col">"Démarche"</th><td></td>
        <th class="report__count" scope="col">"Temps médian"</th><th class="report__count" scope="col">"Refus"</th>
    }.into_any(), rows)
}

/// On a narrow screen it scrolls by itself, never the page.
fn table(title: &'static str, columns: AnyView, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="pane report__part">
            <h2 class="pane__title">{title}</h2>
            <div class="people__scroll" tabindex="0" role="region" aria-label=title>
                <table class="people__table"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </section>
    }
    .into_any()
}

fn individual(one: &Sheet) -> AnyView {
    view! {
        <article class="pane report__sheet">
            <h3 class="report__who">{animal(one.animal)} {one.animal.name()}</h3>
            <p>{one.procedure.clone()} "\u{a0}: " {one.reached.clone()} ", en " {minutes(one.lasted_ms)} "."</p>
            {sheet(&one.review)}
        </article>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let review = Review {
        asked: 9,
        alone: 6,
        shown: 0,
        hard: Vec::new(),
        wrong_turns: 0,
        stops: 0,
        practise: vec![Skill::Copy],
    };
    let one = |number: usize| Sheet {
        animal: Animal::nth(number),
        procedure: "Changer d’adresse".to_owned(),
        reached: DONE.to_owned(),
        lasted_ms: 14 * 60_000,
        refusals: 3,
        hints: 1,
        review: review.clone(),
    };
    let report = Report {
        title: "Mardi matin".to_owned(),
        when: "Le 28\u{a0}novembre, de 14\u{a0}h\u{a0}05 à 16\u{a0}h\u{a0}00".to_owned(),
        lasted_ms: 115 * 60_000,
        kept: "jusqu’au 5\u{a0}décembre".to_owned(),
        sheets: vec![one(0), one(1)],
        steps: vec![Step {
            procedure: "Changer d’adresse".to_owned(),
            page: "Véhicule".to_owned(),
            median_ms: 180_000,
            refusals: 4,
        }],
        hard: vec![("Numéro de formule".to_owned(), 4, 2)],
        skills: vec![(Skill::Copy, 2)],
        ..Report::default()
    };
    let empty = Report {
        sheets: Vec::new(),
        steps: Vec::new(),
        hard: Vec::new(),
        skills: Vec::new(),
        ..report.clone()
    };
    vec![
        Example::new("Le bilan", content(report)),
        Example::new("Le bilan, quand personne n’a commencé", content(empty)),
    ]
}
