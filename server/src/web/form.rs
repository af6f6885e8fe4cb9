//! A posted form, as browsers send it: read whole, up to a limit, never a file.

use std::collections::BTreeMap;

use app::{failure::Failure, routes};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
};
use scenarios::{
    guard,
    rehearsal::{Answers, Expected},
};

use super::reply::Failed;
use crate::{backend::Submission, chance};

/// Names and values, in order. Unreadable bytes are replaced, so that nothing typed is a failure.
pub(super) struct Form(Vec<(String, String)>);

/// Inputs read from one form; the largest page has far fewer.
const MOST_INPUTS: usize = 500;

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failed;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failed> {
        if !is_one(request.headers()) {
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

/// Whether what comes says that it is a form.
pub(super) fn is_one(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

impl Form {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Every value sent under `name`, as the ticked boxes of one question are.
    pub(super) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The answers to the questions that the page `screen` may ask; anything else the form holds is left aside.
    pub(super) fn submission(&self, screen: &str, asked: &[Expected]) -> Submission {
        let mut answers = Answers::new();
        let mut stopped = BTreeMap::new();
        for question in asked {
            let names: Vec<String> =
                question.lines.iter().map(|line| routes::input_name(&question.id, line)).collect();
            let typed = if question.many {
                names.iter().flat_map(|name| self.all(name)).map(ToOwned::to_owned).collect()
            } else {
                names.iter().map(|name| self.get(name).unwrap_or_default().to_owned()).collect()
            };
            answers.insert(question.id.clone(), typed);
            let kind = names.iter().find_map(|name| self.get(&format!("{}{name}", routes::STOPPED)));
            if let Some(kind) = kind.and_then(guard::Kind::from_word) {
                stopped.insert(question.id.clone(), kind);
            }
        }
        Submission {
            screen: screen.to_owned(),
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
    use super::*;

    fn form(sent: &str) -> Form {
        Form(form_urlencoded::parse(sent.as_bytes()).into_owned().collect())
    }

    fn boxes() -> [Expected; 2] {
        let expected = |id: &str, many| Expected { id: id.to_owned(), lines: vec![""], many };
        [expected("sources", true), expected("logement", false)]
    }

    #[test]
    fn every_ticked_box_of_a_question_is_read_and_other_questions_have_one_text_a_line() {
        let sent = form(
            "c.sources=une-pension&c.logement=locataire&c.sources=un-salaire&c.logement=proprietaire&c.x=y",
        );
        let answers = sent.submission("ressources", &boxes()).answers;
        assert_eq!(answers["sources"], ["une-pension", "un-salaire"]);
        assert_eq!(answers["logement"], ["locataire"], "the first, when a form says it twice");
        assert_eq!(answers.len(), 2, "what is not asked is left aside");
    }

    #[test]
    fn no_box_ticked_is_no_text() {
        assert!(form("").submission("ressources", &boxes()).answers["sources"].is_empty());
    }
}
