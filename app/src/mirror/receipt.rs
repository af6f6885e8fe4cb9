//! What the imitated site shows once a request is sent: a number, a date, and what was sent. Made to be printed.

use leptos::prelude::*;
use scenarios::rehearsal::Screen;

use super::screen::rows;
use crate::ui::summary_list::{Row, SummaryList};

pub(super) fn receipt(shown: &Screen) -> AnyView {
    let Some(finish) = &shown.finish else { return ().into_any() };
    let mut answers =
        vec![Row::new("Numéro de la demande", finish.number.clone()), Row::new("Date", finish.date.clone())];
    answers.extend(finish.receipt.iter().flat_map(rows));
    view! {
        <section class="receipt" aria-label="Accusé d’enregistrement">
            <p class="receipt__void" aria-hidden="true">"SPÉCIMEN — ENTRAÎNEMENT"</p>
            <h2 class="receipt__title">"Accusé d’enregistrement"</h2>
            <SummaryList rows=answers/>
        </section>
    }
    .into_any()
}
