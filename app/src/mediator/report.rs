//! The report: by seat, by step, by skill; what was hard. Nothing in it names anybody. To be printed, or opened in a
//! spreadsheet.

use leptos::prelude::*;
use scenarios::rehearsal::{Review, Skill};

use super::{
    seat::sheet,
    words::{minutes, skill_words},
};
use crate::{
    people::{self, Who},
    routes::room::Room,
    shell::Page,
    ui::{
        Example,
        animal::{Animal, animal},
        button::{ButtonLink, Rank},
        icon::Icon,
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

pub fn page(who: &Who, report: Report) -> Page {
    let title = format!("{} — bilan", report.title);
    people::staffed(who, None, &title, false, content(report))
}

fn content(report: Report) -> AnyView {
    let Report { room, title, when, lasted_ms, kept, sheets, steps, hard, skills } = report;
    let routes = Room(&room);
    let (board, csv) = (routes.board(), routes.csv());
    let people = match sheets.len() {
        1 => "1\u{a0}exercice".to_owned(),
        many => format!("{many}\u{a0}exercices"),
    };
    let head = view! {
        <h1>{format!("{title}\u{a0}: bilan")}</h1>
        <p>{when} ", " {minutes(lasted_ms)} ". " {people} ". Gardé " {kept} "."</p>
        <p class="report__links">
            <ButtonLink label="Tableau de suivi" href=board rank=Rank::Quiet icon=Icon::ArrowLeft/>
            <ButtonLink label="Ouvrir dans un tableur (CSV)" href=csv rank=Rank::Secondary icon=Icon::Chart/>
        </p>
    };
    if sheets.is_empty() {
        return view! { {head} <p>"Personne n’a commencé d’exercice. Il n’y a rien à raconter."</p> }
            .into_any();
    }
    let rows: Vec<_> = sheets.iter().map(row).collect();
    let most = hard.iter().map(|(_, times, _)| *times).max().unwrap_or(1).max(1);
    let none = hard.is_empty().then(|| view! { <p>"Aucune question n’a été refusée."</p> });
    let hard: Vec<_> = hard
        .into_iter()
        .map(|(label, times, people)| {
            view! {
                <li class="board__step">
                    <span>{label}</span>
                    <meter class="board__meter" min="0" max=most value=times aria-hidden="true"></meter>
                    <b>{times} "\u{a0}refus"</b> <span class="seat__small">{people} "\u{a0}pers."</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let skills: Vec<_> = skills
        .into_iter()
        .map(|(skill, people)| view! { <li>{skill_words(skill)} "\u{a0}: " <b>{people}</b></li> }.into_any())
        .collect();
    let steps: Vec<_> = steps
        .into_iter()
        .map(|Step { procedure, page, median_ms, refusals }| {
            view! { <tr><td>{procedure}</td><th scope="row">{page}</th><td>{minutes(median_ms)}</td><td>{refusals}</td></tr> }.into_any()
        })
        .collect();
    let each: Vec<_> = sheets
        .iter()
        .map(|one| {
            view! {
                <article class="report__sheet">
                    <h2 class="seat__who">{animal(one.animal)} {one.animal.name()}</h2>
                    <p>{one.procedure.clone()} "\u{a0}: " {one.reached.clone()} ", en " {minutes(one.lasted_ms)} "."</p>
                    {sheet(&one.review)}
                </article>
            }
            .into_any()
        })
        .collect();
    view! {
        {head}
        <section class="people__part">
            <h2>"Place par place"</h2>
            <div class="people__scroll" tabindex="0" role="region" aria-label="Place par place">
                <table class="people__table">
                    <thead><tr>
                        <th scope="col">"Place"</th><th scope="col">"Démarche"</th><th scope="col">"Jusqu’où"</th><th scope="col">"Durée"</th>
                        <th scope="col">"Refus"</th><th scope="col">"Indices"</th><th scope="col">"Du premier coup"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
        <section class="people__part"><h2>"Ce qui a été difficile pour le groupe"</h2>{none}<ul class="board__list">{hard}</ul></section>
        <section class="people__part"><h2>"À travailler ensemble"</h2><ul>{skills}</ul></section>
        <section class="people__part">
            <h2>"Page par page"</h2>
            <div class="people__scroll" tabindex="0" role="region" aria-label="Page par page">
                <table class="people__table">
                    <thead><tr><th scope="col">"Démarche"</th><th scope="col">"Page"</th><th scope="col">"Temps médian"</th><th scope="col">"Refus"</th></tr></thead>
                    <tbody>{steps}</tbody>
                </table>
            </div>
        </section>
        <section class="people__part"><h2>"Fiches de chacun"</h2>{each}</section>
    }
    .into_any()
}

fn row(sheet: &Sheet) -> AnyView {
    let Sheet { animal: which, procedure, reached, lasted_ms, refusals, hints, review } = sheet;
    view! {
        <tr>
            <th scope="row">{which.name()}</th><td>{procedure.clone()}</td><td>{reached.clone()}</td><td>{minutes(*lasted_ms)}</td>
            <td>{*refusals}</td><td>{*hints}</td><td>{review.alone} " sur " {review.asked}</td>
        </tr>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let review = Review {
        asked: 9,
        alone: 6,
        hard: Vec::new(),
        wrong_turns: 0,
        stops: 0,
        practise: vec![Skill::Copy],
    };
    let one = |number: usize| Sheet {
        animal: Animal::nth(number),
        procedure: "Changer d’adresse".to_owned(),
        reached: "terminé".to_owned(),
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
    vec![Example::new("Le bilan", content(report))]
}
