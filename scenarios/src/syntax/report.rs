//! The findings of one reading, as they are gathered.
//!
//! It words nothing but their excess: each construct words its own.

use super::sketch::{Form, Sketch};
use crate::{
    diagnostic::{self, Diagnostic},
    text::{Span, Text},
};

/// Findings told about one text; past these, their number alone is.
pub(crate) const MOST_FINDINGS: usize = 100;

/// Terms of one text; a real scenario has some hundreds.
const MOST_TERMS: usize = 5_000;

/// Where readers say what is wrong, with the text at hand to point into it.
pub(crate) struct Report<'t> {
    pub(crate) text: &'t Text,
    findings: Vec<Diagnostic>,
    unsaid: usize,
    /// Terms read so far.
    terms: usize,
    /// There is no text: readers say what they would accept.
    pub(crate) sketch: Option<Sketch>,
}

impl<'t> Report<'t> {
    pub(crate) fn new(text: &'t Text) -> Self {
        Self { text, findings: Vec::new(), unsaid: 0, terms: 0, sketch: None }
    }

    /// For readers to say what they accept, instead of reading.
    pub(crate) fn describing(text: &'t Text) -> Self {
        Self { sketch: Some(Sketch::default()), ..Self::new(text) }
    }

    /// Whether readers are asked what they accept: a probe, which is empty, must reach the shape they would ask for.
    pub(crate) fn is_describing(&self) -> bool {
        self.sketch.is_some()
    }

    /// Says of the text asked for next what it may be, for editors.
    pub(crate) fn expect(&mut self, form: impl FnOnce() -> Form) {
        if let Some(sketch) = &mut self.sketch {
            sketch.expect(form());
        }
    }

    pub(crate) fn say(&mut self, finding: Diagnostic) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.unsaid += 1;
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Counts one more term; false past those that a scenario may have, which is told once, at `span`.
    pub(crate) fn takes_a_term(&mut self, span: impl FnOnce() -> Span) -> bool {
        self.terms += 1;
        if self.terms == MOST_TERMS + 1 {
            self.say(
                Diagnostic::error("trop-de-termes", span(), "le scénario cite plus de cinq mille valeurs")
                    .help("partagez-le en plusieurs scénarios"),
            );
        }
        self.terms <= MOST_TERMS
    }

    /// No more terms are read.
    pub(crate) fn has_too_many_terms(&self) -> bool {
        self.terms > MOST_TERMS
    }

    /// Nothing more will be told: looking for remedies is of no use.
    pub(crate) fn is_full(&self) -> bool {
        self.findings.len() >= MOST_FINDINGS
    }

    /// Counts a finding that is not worth wording, since nothing more is told.
    pub(crate) fn say_one_more(&mut self) {
        self.unsaid += 1;
    }

    /// Adds the findings of another reading of the same text.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.unsaid += other.unsaid;
        self.say_all(other.findings);
    }

    pub(crate) fn say_all(&mut self, findings: Vec<Diagnostic>) {
        for finding in findings {
            self.say(finding);
        }
    }

    /// Forgets what only comes from the text having been cut short.
    pub(crate) fn forget_absences(&mut self) {
        self.findings.retain(|finding| finding.code != "cle-manquante");
    }

    /// The findings in the order of the text.
    pub(crate) fn into_findings(mut self) -> Vec<Diagnostic> {
        let end = self.text.own().len();
        diagnostic::sort(&mut self.findings);
        self.findings.dedup();
        if self.unsaid > 0 {
            let message = format!("il y a encore au moins {} autres erreurs", self.unsaid);
            self.findings.push(
                Diagnostic::error("trop-d-erreurs", Span::new(end, end), message)
                    .help("corrigez les premières, puis vérifiez de nouveau"),
            );
        }
        self.findings
    }
}
