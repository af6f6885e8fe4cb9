//! The pieces of a screen, from the top down: texts, tables, groups of questions, links, rows.
//!
//! A link of the clone is a button that submits the page's form: where it leads is recorded, and nothing typed is lost.

use leptos::prelude::*;
use scenarios::{
    drawing::Drawing,
    model::Tone as Matters,
    rehearsal::{Piece, ShownLink},
};

use super::{
    field::{field, pointed},
    words::Words,
};
use crate::{
    routes::Gesture,
    ui::{
        button::{Go, GoButton, Rank},
        details::Details,
        icon::{Icon, icon},
        notice::{Notice, Tone},
        summary_list::{Row, SummaryList},
        table::Table,
    },
};

/// What a page says beside its pieces: its words explained, and the question that help points at.
pub(super) struct Around<'a> {
    pub(super) words: Words<'a>,
    pub(super) pointed: Option<&'a str>,
}

pub(super) fn pieces(all: &[Piece], around: &Around<'_>) -> Vec<AnyView> {
    let alike = |one: &Piece, next: &Piece| {
        matches!(
            (one, next),
            (Piece::Group { title: Some(_), .. }, Piece::Group { title: Some(_), .. })
                | (Piece::Link(_), Piece::Link(_))
        )
    };
    all.chunk_by(alike).map(|alike| run(alike, around)).collect()
}

/// Groups that follow each other, as one for each month, stand side by side where there is room; links make a list.
fn run(alike: &[Piece], around: &Around<'_>) -> AnyView {
    let each = alike.iter().map(|one| piece(one, around));
    match alike {
        [Piece::Group { .. }, _, ..] => {
            view! { <div class="groups">{each.collect::<Vec<_>>()}</div> }.into_any()
        }
        [Piece::Link(_), _, ..] => {
            let links = each.map(|link| view! { <li>{link}</li> }.into_any()).collect::<Vec<_>>();
            view! { <ul class="ways">{links}</ul> }.into_any()
        }
        _ => each.collect::<Vec<_>>().into_any(),
    }
}

fn piece(piece: &Piece, around: &Around<'_>) -> AnyView {
    let said = |text: &String| around.words.in_text(text);
    match piece {
        Piece::Paragraph(text) => view! { <p>{said(text)}</p> }.into_any(),
        Piece::Heading(text) => view! { <h2>{text.clone()}</h2> }.into_any(),
        Piece::List(items) => {
            let items =
                items.iter().map(|item| view! { <li>{said(item)}</li> }.into_any()).collect::<Vec<_>>();
            view! { <ul>{items}</ul> }.into_any()
        }
        Piece::Notice { tone, text } => {
            let tone = match tone {
                Matters::Info => Tone::Info,
                Matters::Warning => Tone::Warning,
            };
            let text = said(text);
            view! { <Notice tone><p>{text}</p></Notice> }.into_any()
        }
        Piece::Details { title, text } => {
            let text = text.iter().map(|text| view! { <p>{said(text)}</p> }.into_any()).collect::<Vec<_>>();
            view! { <Details summary=title.clone()>{text}</Details> }.into_any()
        }
        Piece::Table { caption, columns, rows } => {
            view! { <Table caption=caption.clone() columns=columns.clone() rows=rows.clone()/> }.into_any()
        }
        Piece::Definitions(pairs) => {
            let rows = pairs.iter().map(|(name, meaning)| Row::new(name.clone(), meaning.clone())).collect();
            view! { <SummaryList rows/> }.into_any()
        }
        Piece::Image { drawing, description } => {
            view! { <p class="picture" role="img" aria-label=description.clone()>{icon(drawn(*drawing))}</p> }
                .into_any()
        }
        Piece::Link(to) => {
            let link = link(to);
            view! { <p class="way">{link}</p> }.into_any()
        }
        Piece::Button { words, rank, downloaded } => {
            let go = Go::submit(Gesture::Press(*rank).write());
            let said = downloaded.then(|| {
                view! { <span class="press__done" role="status">{icon(Icon::Check)} " Téléchargé. Il est dans «\u{a0}Papiers\u{a0}»."</span> }
            });
            view! { <p class="press"><GoButton label=words.clone() go rank=Rank::Secondary/> {said}</p> }
                .into_any()
        }
        Piece::Group { title, pieces: inside } => group(title.clone(), pieces(inside, around)),
        Piece::Rows { name, rows, add } => lines(name, rows, add.as_deref(), around),
        Piece::Asked(asked) if around.pointed == Some(asked.key.as_str()) => pointed(asked),
        Piece::Asked(asked) => field(asked),
    }
}

const fn drawn(drawing: Drawing) -> Icon {
    match drawing {
        Drawing::Card => Icon::Card,
        Drawing::Home => Icon::Home,
        Drawing::Lock => Icon::Lock,
        Drawing::Mail => Icon::Mail,
        Drawing::Papers => Icon::Papers,
        Drawing::Person => Icon::Person,
        Drawing::Phone => Icon::Phone,
        Drawing::Print => Icon::Print,
        Drawing::Shield => Icon::Shield,
    }
}

/// Words that lead to another page of the clone.
pub(super) fn link(to: &ShownLink) -> AnyView {
    let go = Go::submit(Gesture::Follow(to.page.clone()).write());
    view! { <GoButton label=to.words.clone() go rank=Rank::Quiet/> }.into_any()
}

fn group(title: Option<String>, inside: Vec<AnyView>) -> AnyView {
    match title {
        Some(title) => {
            view! { <section class="group"><h2 class="group__title">{title}</h2>{inside}</section> }
                .into_any()
        }
        None => view! { <div class="group group--bare">{inside}</div> }.into_any(),
    }
}

fn lines(
    name: &str,
    rows: &[(Option<String>, Vec<Piece>)],
    add: Option<&str>,
    around: &Around<'_>,
) -> AnyView {
    let several: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(at, (title, inside))| {
            let title = title.clone().unwrap_or_else(|| format!("Ligne {}", at + 1));
            let go = Go::submit(Gesture::RemoveRow(name.to_owned(), at + 1).write());
            let mut inside = pieces(inside, around);
            let about = title.clone();
            inside.push(view! { <GoButton label="Retirer" about go rank=Rank::Quiet/> }.into_any());
            group(Some(title), inside)
        })
        .collect();
    let add = add.map(|words| {
        let go = Go::submit(Gesture::AddRow(name.to_owned()).write());
        view! { <GoButton label=words.to_owned() go rank=Rank::Secondary icon=Icon::Plus/> }
    });
    view! { <div class="lines">{several} <div class="row">{add}</div></div> }.into_any()
}
