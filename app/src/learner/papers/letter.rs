//! A paper that a scenario writes: who sends it, when, its words, its names and values.

use leptos::prelude::*;
use scenarios::{reference::slug, rehearsal::Letter};

use super::{VOID, line, place};

pub(super) fn sheet(letter: Letter, marked: Option<&str>) -> AnyView {
    let body: Vec<_> = letter.body.into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect();
    let lines = letter.lines.into_iter().map(|(name, value)| {
        let value = place(value, &slug(&name), marked);
        line(name, value)
    });
    let lines: Vec<_> = lines.collect();
    let fields = (!lines.is_empty()).then(|| view! { <dl class="papers__fields">{lines}</dl> });
    let date = letter.date.map(|date| view! { <p class="papers__date">{date}</p> });
    view! {
        <article class="papers papers--letter">
            <p class="papers__void">{VOID}</p>
            <h2 class="papers__title">{letter.title} " " <span class="papers__issuer">{letter.from}</span></h2>
            {date}
            {body}
            {fields}
        </article>
    }
    .into_any()
}
