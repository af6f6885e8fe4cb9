//! A screen of the clone with its one form: a POST like any other, with or without JavaScript.

use leptos::prelude::*;
use scenarios::rehearsal::{Piece, RecapGroup, RecapValue, Screen, ShownProblem};

use super::{
    cookies::manage,
    pieces::{Around, link, pieces},
    receipt::receipt,
    words::Words,
};
use crate::{
    routes::{Gesture, SUBMISSION, VISIT, input_name},
    ui::{
        button::{Button, GESTURE, PAGE_FORM, Rank},
        error_summary::{ErrorSummary, NewsSummary, Problem},
        icon::Icon,
        stepper::Stepper,
        summary_list::{Row, SummaryList},
        tag::{Tag, Tint},
    },
};

/// What Miroir says on the clone's page.
#[derive(Default)]
pub struct Beside<'a> {
    /// The question that help points at.
    pub pointed: Option<&'a str>,
    /// Under the form's buttons.
    pub below: Option<AnyView>,
}

/// The content of the window. `action` is where the form is posted, `submission` the number of this sending.
pub fn screen(shown: &Screen, action: String, submission: String, beside: Beside<'_>) -> AnyView {
    let Beside { pointed, below } = beside;
    let around = Around { words: Words::new(&shown.words), pointed };
    let (news, wrong): (Vec<_>, Vec<_>) = shown.problems.iter().partition(|problem| problem.news);
    let place = |problem: &ShownProblem| format!("champ-{}", input_name(&problem.field, problem.line));
    // The same sentence about two questions says of each which one it is about.
    let alike = |message: &str| wrong.iter().filter(|problem| problem.message == message).count() > 1;
    let said = |problem: &ShownProblem| {
        let label = problem.label.trim_end_matches(['?', ' ', '\u{a0}', ':']);
        if alike(&problem.message) {
            format!("{label}\u{a0}: {}", problem.message)
        } else {
            problem.message.clone()
        }
    };
    let problems: Vec<_> = wrong.iter().map(|problem| Problem::new(said(problem), place(problem))).collect();
    let news = news.iter().map(|problem| Problem::new(problem.label.clone(), place(problem)));
    // Beside something to correct, the questions that came up are told where they stand.
    let news = if problems.is_empty() { news.collect() } else { Vec::new() };
    let recaps: Vec<_> = shown.recap.iter().map(|group| recap(group, &action, shown.visit)).collect();
    // What asks nothing comes first, then the answers to read again, then the form.
    let asks = shown.pieces.iter().position(is_asked).unwrap_or(shown.pieces.len());
    let (still, asked) = shown.pieces.split_at(asks);
    let over = shown.finish.as_ref().is_some_and(|finish| finish.verdict.is_some());
    view! {
        <ErrorSummary problems/>
        <NewsSummary questions=news/>
        {title(shown)}
        {pieces(still, &around)}
        {receipt(shown)}
        {recaps}
        {if over { ().into_any() } else { form(shown, pieces(asked, &around), action, submission, below) }}
        {footer(shown)}
    }
    .into_any()
}

fn is_asked(piece: &Piece) -> bool {
    match piece {
        Piece::Asked(_) | Piece::Rows { .. } => true,
        Piece::Group { pieces, .. } => pieces.iter().any(is_asked),
        _ => false,
    }
}

/// The links of the site's menu, for its header.
pub fn menu(shown: &Screen) -> Option<AnyView> {
    let links: Vec<_> = shown
        .menu
        .iter()
        .map(|to| {
            let link = link(to);
            view! { <li>{link}</li> }.into_any()
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! { <nav class="site__menu" aria-label="Menu du site"><ul class="site__links">{links}</ul></nav> }.into_any()
    })
}

fn footer(shown: &Screen) -> Option<AnyView> {
    let links: Vec<_> = shown
        .footer
        .iter()
        .map(link)
        .chain(shown.cookies.as_ref().map(|_| manage()))
        .map(|link| view! { <li>{link}</li> }.into_any())
        .collect();
    (!links.is_empty()).then(|| {
        view! { <nav class="foot" aria-label="Pied du site"><ul class="site__links">{links}</ul></nav> }
            .into_any()
    })
}

fn title(shown: &Screen) -> AnyView {
    match shown.step {
        Some(step) => {
            let rank = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
            view! { <Stepper step=rank(step + 1) of=rank(shown.steps.len()) title=shown.title.clone()/> }
                .into_any()
        }
        None => view! { <h1>{shown.title.clone()}</h1> }.into_any(),
    }
}

fn form(
    shown: &Screen,
    fields: Vec<AnyView>,
    action: String,
    submission: String,
    below: Option<AnyView>,
) -> AnyView {
    let go_on = shown.button.clone().map(|label| view! { <Button label/> });
    view! {
        <form id=PAGE_FORM method="post" action=action novalidate autocomplete="off">
            <input type="hidden" name=VISIT value=shown.visit.to_string()/>
            <input type="hidden" name=SUBMISSION value=submission/>
            {fields}
            <div class="row">
                {go_on}
                {shown.can_go_back.then(|| view! {
                    <Button label="Précédent" rank=Rank::Secondary name=GESTURE value=Gesture::Back.write() formnovalidate=true/>
                })}
                {shown.can_go_back.then(|| view! { <Tag label="✓ Enregistré jusqu’ici" tint=Tint::Success/> })}
            </div>
            {below}
        </form>
    }
    .into_any()
}

/// « Modifier » stands in a form of its own: Enter in the page's form must press « Continuer » and nothing else.
fn recap(group: &RecapGroup, action: &str, visit: u32) -> AnyView {
    view! {
        <section class="recap">
            <h2>{group.title.clone()}</h2>
            <SummaryList rows=rows(group)/>
            <form method="post" action=action.to_owned()>
                <input type="hidden" name=VISIT value=visit.to_string()/>
                <Button
                    label="Modifier"
                    about=group.title.clone()
                    rank=Rank::Quiet
                    icon=Icon::Pencil
                    name=GESTURE
                    value=Gesture::Modify(group.screen.clone()).write()
                />
            </form>
        </section>
    }
    .into_any()
}

pub(super) fn rows(group: &RecapGroup) -> Vec<Row> {
    let answer = |value: &RecapValue| match value {
        RecapValue::Shown(text) => text.clone(),
        RecapValue::NotKept => {
            "Vous avez tapé autre chose que sur vos papiers. Miroir ne garde pas ce texte.".to_owned()
        }
        RecapValue::FreeText => "Vous avez répondu. Miroir ne garde pas ce texte.".to_owned(),
        RecapValue::Nothing => "Pas de réponse".to_owned(),
    };
    group.rows.iter().map(|row| Row::new(row.label.clone(), answer(&row.value))).collect()
}
