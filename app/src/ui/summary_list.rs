//! The recap before sending: what was answered, and « Modifier » beside each answer.

use leptos::prelude::*;

use super::{
    Example,
    button::{ButtonLink, Rank},
    icon::Icon,
};

/// One answer. `action` is the « Modifier » button or link; it names its row for screen readers (`about`).
pub struct Row {
    pub question: String,
    pub answer: String,
    pub action: Option<AnyView>,
}

impl Row {
    pub fn new(question: impl Into<String>, answer: impl Into<String>) -> Self {
        Self { question: question.into(), answer: answer.into(), action: None }
    }

    #[must_use]
    pub fn action(mut self, action: impl IntoView + 'static) -> Self {
        self.action = Some(action.into_any());
        self
    }
}

#[component]
pub fn SummaryList(rows: Vec<Row>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <div class="summary_list__row">
                    <dt class="summary_list__question">{row.question}</dt>
                    <dd class="summary_list__answer">{row.answer}</dd>
                    {row.action.map(|action| view! { <dd class="summary_list__action">{action}</dd> })}
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <dl class="summary_list">{rows}</dl> }
}

pub fn examples() -> Vec<Example> {
    let change = |about: &'static str| view! { <ButtonLink label="Modifier" about href="#summary_list" rank=Rank::Quiet icon=Icon::Pencil/> };
    vec![Example::new(
        "Trois réponses",
        view! {
            <SummaryList rows=vec![
                Row::new("Nom de naissance", "ESSAI").action(change("le nom de naissance")),
                Row::new("Immatriculation", "AA-000-AA").action(change("l’immatriculation")),
                Row::new("Montant à payer", "13,76\u{a0}€"),
            ]/>
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn an_answer_is_escaped_and_tied_to_its_question() {
        let html = to_html(|| view! { <SummaryList rows=vec![Row::new("Nom", "<b>ESSAI")]/> });
        assert!(html.contains("&lt;b&gt;ESSAI") && html.contains("<dt") && html.contains("<dd"), "{html}");
    }
}
