//! A posted form, as browsers send it: read whole, up to a limit, never a file.

use std::collections::BTreeMap;

use app::{failure::Failure, routes};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{StatusCode, header},
};
use scenarios::{graph::Screen, guard, rehearsal::Answers};

use super::reply::Failed;
use crate::{backend::Submission, chance};

/// Names and values, in order. Unreadable bytes are replaced, so that nothing typed is a failure.
pub(super) struct Form(Vec<(String, String)>);

/// Inputs read from one form; the largest page has far fewer.
const MOST_INPUTS: usize = 500;

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failed;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failed> {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|kind| kind.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(Failure::NotAForm.into());
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejection: BytesRejection| {
            let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            Failed::from(if too_large { Failure::TooLarge } else { Failure::TooSlow })
        })?;
        let pairs = form_urlencoded::parse(&body).take(MOST_INPUTS);
        Ok(Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()))
    }
}

impl Form {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Every value sent under `name`, as the ticked boxes of one question are.
    fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The answers to a page's questions; anything else the form holds is left aside.
    pub(super) fn submission(&self, screen: &Screen) -> Submission {
        let mut answers = Answers::new();
        let mut stopped = BTreeMap::new();
        for field in &screen.fields {
            let control = field.kind.rules().control(&field.settings);
            let names: Vec<String> =
                control.lines().iter().map(|line| routes::input_name(&field.key, line)).collect();
            let typed = if control.is_many() {
                names.iter().flat_map(|name| self.all(name)).map(ToOwned::to_owned).collect()
            } else {
                names.iter().map(|name| self.get(name).unwrap_or_default().to_owned()).collect()
            };
            answers.insert(field.key.clone(), typed);
            let kind = names.iter().find_map(|name| self.get(&format!("{}{name}", routes::STOPPED)));
            if let Some(kind) = kind.and_then(guard::Kind::from_word) {
                stopped.insert(field.key.clone(), kind);
            }
        }
        Submission {
            screen: screen.key.clone(),
            visit: self.visit(),
            id: self.get(routes::SUBMISSION).filter(|id| chance::is_id(id)).unwrap_or_default().to_owned(),
            answers,
            stopped,
        }
    }

    /// The visit the page was shown with; 0, which is never one, when it is not said.
    pub(super) fn visit(&self) -> u32 {
        self.get(routes::VISIT).and_then(|visit| visit.parse().ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use scenarios::{graph::Graph, text::Text};

    use super::*;

    const SCENARIO: &str = include_str!("../../../scenarios/tests/rehearsal/kinds.yaml");

    #[test]
    fn every_ticked_box_of_a_question_is_read_and_other_questions_have_one_text_a_line() {
        let (scenario, _) = scenarios::check(&Text::new("kinds.yaml", SCENARIO));
        let graph = Graph::build(&scenario).expect("the scenario is sound");
        let sent = "c.sources=une-pension&c.logement=locataire&c.sources=un-salaire&c.logement=proprietaire";
        let form = Form(form_urlencoded::parse(sent.as_bytes()).into_owned().collect());
        let answers = form.submission(graph.first()).answers;
        assert_eq!(answers["sources"], ["une-pension", "un-salaire"]);
        assert_eq!(answers["logement"], ["locataire"], "the first, when a form says it twice");
        assert_eq!(answers["pays"], [""]);
        assert!(!form.submission(&graph.screens()[1]).answers.contains_key("sources"));
    }

    #[test]
    fn no_box_ticked_is_no_text() {
        let (scenario, _) = scenarios::check(&Text::new("kinds.yaml", SCENARIO));
        let graph = Graph::build(&scenario).expect("the scenario is sound");
        assert!(Form(Vec::new()).submission(graph.first()).answers["sources"].is_empty());
    }
}
