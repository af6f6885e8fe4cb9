//! What is wrong on the page, on top of it, each line leading to its field. Focus lands there without script.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

/// One thing to correct: the very words that stand beside the field, and the field's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub message: String,
    pub field: String,
}

impl Problem {
    pub fn new(message: impl Into<String>, field: impl Into<String>) -> Self {
        Self { message: message.into(), field: field.into() }
    }
}

/// Draws nothing when there is nothing to correct. First thing inside `<main>`, before the title.
#[component]
pub fn ErrorSummary(problems: Vec<Problem>) -> impl IntoView {
    if problems.is_empty() {
        return ().into_any();
    }
    let title = match problems.len() {
        1 => "Il y a un problème".to_owned(),
        many => format!("Il y a {many} problèmes"),
    };
    let lines: Vec<_> = problems
        .into_iter()
        .map(|problem| {
            let href = format!("#{}", problem.field);
            view! { <li><a class="error_summary__link" href=href>{problem.message}</a></li> }.into_any()
        })
        .collect();
    view! {
        <div class="error_summary" tabindex="-1" autofocus>
            <div role="alert">
                <h2 class="error_summary__title">{icon(Icon::Warning)} {title}</h2>
                <ul class="error_summary__list">{lines}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// Questions that have just come up, each line leading to one: nothing is wrong. Nothing is drawn when there is none.
#[component]
pub fn NewsSummary(questions: Vec<Problem>) -> impl IntoView {
    if questions.is_empty() {
        return ().into_any();
    }
    let title = match questions.len() {
        1 => "Encore une question".to_owned(),
        many => format!("Encore {many} questions"),
    };
    let lines: Vec<_> = questions
        .into_iter()
        .map(|question| {
            let href = format!("#{}", question.field);
            view! { <li><a class="error_summary__link" href=href>{question.message}</a></li> }.into_any()
        })
        .collect();
    view! {
        <div class="error_summary error_summary--news" tabindex="-1" autofocus>
            <div role="status">
                <h2 class="error_summary__title">{icon(Icon::Info)} {title}</h2>
                <ul class="error_summary__list">{lines}</ul>
            </div>
        </div>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Deux questions viennent d’apparaître",
            view! {
                <NewsSummary questions=vec![
                    Problem::new("Joseph, salaire versé en juillet 2026", "champ-nouvelle-1"),
                    Problem::new("Joseph, salaire versé en août 2026", "champ-nouvelle-2"),
                ]/>
            },
        ),
        Example::new(
            "Deux problèmes",
            view! {
                <ErrorSummary problems=vec![
                    Problem::new("Ce montant ne correspond pas à ce que votre employeur a transmis.", "champ-montant"),
                    Problem::new("Choisissez oui ou non.", "champ-travail"),
                ]/>
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn focus_lands_on_the_summary_and_each_line_leads_to_its_field() {
        let html =
            to_html(|| view! { <ErrorSummary problems=vec![Problem::new("Écrivez un nom.", "champ-nom")]/> });
        assert!(html.contains("autofocus") && html.contains(r#"tabindex="-1""#), "{html}");
        assert!(html.contains("Il y a un problème"), "{html}");
        assert!(html.contains(r##"href="#champ-nom""##), "{html}");
    }

    #[test]
    fn nothing_to_correct_draws_nothing() {
        assert!(!to_html(|| view! { <ErrorSummary problems=vec![]/> }).contains("error_summary"));
    }
}
