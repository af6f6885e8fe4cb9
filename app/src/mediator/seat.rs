//! One learner: the whole state, what can be done, what happened, and at the end the sheet.

use leptos::prelude::*;
use scenarios::{board::Why, rehearsal::Review};

use super::{
    board::{Head, Note, Seat, acts as board_acts},
    words::{self, skill_words},
};
use crate::{
    people::{self, Who},
    routes::room::Room,
    shell::{Page, Refresh},
    ui::{
        Example,
        animal::animal,
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    pub head: Head,
    pub seat: Seat,
    pub now_ms: i64,
    /// The last first.
    pub minutes: Vec<(String, String)>,
    pub review: Option<Review>,
    pub note: Option<Note>,
}

pub fn page(who: &Who, followed: Followed) -> Page {
    let title = format!("{} — {}", followed.seat.animal.name(), followed.head.title);
    people::staffed(who, None, &title, false, content(followed)).refresh(Some(Refresh(15)))
}

fn content(followed: Followed) -> AnyView {
    let Followed { head, seat, now_ms, minutes, review, note } = followed;
    let reasons: Vec<_> = seat
        .reasons
        .iter()
        .map(|reason| {
            let told = words::told(&reason.why, reason.about.as_deref(), now_ms);
            view! {
                <li class=format!("seat__reason seat__reason--{}", told.shade)>
                    {icon(told.icon)} <span><b>{told.title}</b> " " {told.detail}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let minutes: Vec<_> = minutes
        .into_iter()
        .map(|(when, what)| view! { <li><b>{when}</b> " · " {what}</li> }.into_any())
        .collect();
    let waits = matches!(seat.reasons.first().map(|reason| &reason.why), Some(Why::Waits { .. }));
    let acts = if seat.gone || waits { ().into_any() } else { board_acts::all_of_one(&head, &seat) };
    let first = if waits { board_acts::for_one(&head, &seat) } else { board_acts::quick(&head, &seat) };
    view! {
        <p><ButtonLink label="Tableau de suivi" href=Room(&head.room).board() rank=Rank::Quiet icon=Icon::ArrowLeft/></p>
        <h1 class="seat__who">{animal(seat.animal)} {seat.animal.name()}</h1>
        {note.map(Note::drawn)}
        <ul class="seat__why">{reasons}</ul>
        <p>"Page\u{a0}: " <b>{seat.page.clone()}</b> ", depuis " {words::minutes(seat.since_ms)} ". " {seat.refusals} " refus, " {seat.hints} " indices."</p>
        {first}
        <section class="people__part"><h2>"Ce que vous pouvez faire"</h2><div class="acts__all">{acts}</div></section>
        <section class="people__part"><h2>"Ce qui s’est passé"</h2><ul class="board__list">{minutes}</ul></section>
        {review.map(|review| sheet(&review))}
    }
    .into_any()
}

/// What was learnt: counted, and without anything that was typed.
pub(super) fn sheet(review: &Review) -> AnyView {
    let hard: Vec<_> = review
        .hard
        .iter()
        .map(|hard| {
            let wrong = if hard.wrong { ", la réponse est à revoir" } else { "" };
            view! { <li>{hard.label.clone()} "\u{a0}: " {hard.refused} " refus, " {hard.hints} " indices" {wrong}</li> }.into_any()
        })
        .collect();
    let practise: Vec<_> =
        review.practise.iter().map(|skill| view! { <li>{skill_words(*skill)}</li> }.into_any()).collect();
    let (some, more) = (!hard.is_empty(), !practise.is_empty());
    view! {
        <section class="people__part">
            <h3>"Comment cela s’est passé"</h3>
            <p><b>{review.alone}</b> " questions sur " {review.asked} " réussies du premier coup, sans aide."</p>
            {some.then(|| view! { <h4>"Ce qui a été difficile"</h4><ul>{hard}</ul> })}
            {more.then(|| view! { <h4>"À travailler"</h4><ul>{practise}</ul> })}
        </section>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    use scenarios::rehearsal::{Hard, Skill};
    let hard = Hard { label: "Net social d’août".to_owned(), refused: 2, hints: 1, wrong: false };
    let review = Review {
        asked: 9,
        alone: 6,
        hard: vec![hard],
        wrong_turns: 0,
        stops: 0,
        practise: vec![Skill::ReadPapers],
    };
    let seat = Seat { id: "seul".to_owned(), ..super::board::sample(4, vec![Why::Circles]) };
    let followed = Followed {
        head: super::board::sample_head(1),
        seat,
        now_ms: 60 * 60_000,
        minutes: vec![("14\u{a0}h\u{a0}31".to_owned(), "lève la main".to_owned())],
        review: Some(review),
        note: None,
    };
    vec![Example::new("Une place", content(followed))]
}
