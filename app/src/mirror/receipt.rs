//! What the imitated site shows once a request is sent: a number, a date, and what was sent. Made to be printed.

use leptos::prelude::*;
use scenarios::rehearsal::Screen;

use super::screen::rows;
use crate::ui::summary_list::{Row, SummaryList};

pub(super) fn receipt(shown: &Screen) -> Option<AnyView> {
    let receipt = shown.finish.as_ref()?.receipt.as_ref()?;
    let mut answers = vec![
        Row::new("Numéro de la demande", receipt.number.clone()),
        Row::new("Date", receipt.date.clone()),
    ];
    // One page needs no title of its own; several are told apart.
    let several = receipt.groups.len() > 1;
    let mut groups = Vec::new();
    for group in &receipt.groups {
        if several {
            let title = group.title.clone();
            groups.push(view! { <h3>{title}</h3> <SummaryList rows=rows(group)/> }.into_any());
        } else {
            answers.extend(rows(group));
        }
    }
    let sheet = view! {
        <section class="receipt" aria-label="Accusé d’enregistrement">
            <p class="receipt__void" aria-hidden="true">"SPÉCIMEN — ENTRAÎNEMENT"</p>
            <h2 class="receipt__title">"Accusé d’enregistrement"</h2>
            <SummaryList rows=answers/>
            {groups}
        </section>
    };
    Some(sheet.into_any())
}
