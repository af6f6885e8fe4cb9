//! What a scenario says, as its author wrote it: every value keeps its place in the text.
//!
//! It resolves no name and knows no rehearsal: `lint` reads it, `graph` is built from it.

mod tolerance;

pub use self::tolerance::Tolerance;
use crate::{reference::Reference, text::Spanned};

/// A whole scenario file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scenario {
    pub title: Spanned<String>,
    /// Folder of the agency in the catalogue, such as `ants`.
    pub agency: Spanned<String>,
    pub summary: Spanned<String>,
    /// How long a beginner takes, in words, such as « 15 minutes ».
    pub duration: Spanned<String>,
    pub version: Spanned<u32>,
    pub licence: Option<Spanned<String>>,
    /// Warnings that the author lets be.
    pub tolerances: Vec<Tolerance>,
    pub sources: Vec<Source>,
    /// What differs from the real site, one sentence each.
    pub differences: Vec<Spanned<String>>,
    pub site: Site,
    pub persona: PersonaNeeds,
    pub mails: Vec<Mail>,
    pub screens: Vec<Screen>,
    pub endings: Vec<Ending>,
}

/// Where a fact of the scenario was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub what: Spanned<String>,
    /// ISO date, such as `2026-08-12`.
    pub read_on: Spanned<String>,
}

/// The imitated site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    pub name: Spanned<String>,
    pub subtitle: Spanned<String>,
    /// One to three letters on a coloured square, in place of any emblem.
    pub initials: Spanned<String>,
    /// Host shown in the simulated address bar; nothing links to it.
    pub host: Spanned<String>,
    pub theme: Spanned<String>,
}

/// What the persona must have for the scenario to make sense.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonaNeeds {
    pub traits: Vec<Spanned<String>>,
    pub papers: Vec<Spanned<String>>,
}

/// A message that arrives in the simulated mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub key: Spanned<String>,
    pub from: Spanned<String>,
    pub address: Spanned<String>,
    pub subject: Spanned<Template>,
    pub body: Vec<Spanned<Template>>,
}

/// One page of the clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub key: Spanned<String>,
    pub title: Spanned<String>,
    /// Name of the step in the progress bar; pages without one are outside it.
    pub step: Option<Spanned<String>>,
    /// Path in the simulated address bar, beginning with `/`.
    pub path: Spanned<String>,
    pub paragraphs: Vec<Spanned<Template>>,
    pub fields: Vec<Field>,
    /// Words on the button that goes on; « Continuer » when nothing is said.
    pub button: Option<Spanned<String>>,
    /// Message sent when the page is left forwards.
    pub sends: Option<Spanned<String>>,
    /// Page that follows; the next one in the file when nothing is said.
    pub next: Option<Spanned<String>>,
    /// Pages whose answers are shown for a last reading.
    pub recap: Vec<Spanned<String>>,
    /// Pages whose answers stand on the receipt; a page with a receipt is the last.
    pub receipt: Vec<Spanned<String>>,
}

/// One question on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub key: Spanned<String>,
    /// Word of the kind, such as `date`: see `field::Kind`.
    pub kind: Spanned<String>,
    pub label: Spanned<String>,
    pub help: Option<Spanned<String>>,
    pub optional: bool,
    /// The right answer, by reference to what the persona knows.
    pub expected: Option<Spanned<Reference>>,
    /// Latest date accepted: `aujourd'hui`.
    pub not_after: Option<Spanned<String>>,
    /// What the site refuses, as the real one would. The first that holds speaks.
    pub refusals: Vec<Refusal>,
    /// Mistakes worth naming: the coach's affair, never the site's.
    pub mistakes: Vec<Mistake>,
    /// Graded help, weakest first, at most four.
    pub hints: Vec<Spanned<Template>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub when: Spanned<When>,
    pub message: Spanned<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub key: Spanned<String>,
    pub when: Spanned<When>,
    pub explanation: Spanned<Template>,
}

/// When a refusal or a named mistake holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// « différent »: anything but the expected answer.
    Different,
    /// « faute-de-frappe »: nearly the expected answer.
    Slip,
    /// The answer is this value of the persona, or this paper.
    Is(Reference),
}

/// How a rehearsal can finish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub key: Spanned<String>,
    pub when: Spanned<EndingWhen>,
    pub title: Spanned<String>,
    pub text: Spanned<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndingWhen {
    /// « tout-juste »: every answer is the expected one.
    AllRight,
    /// « une-erreur »: at least one is not.
    SomeMistake,
}

/// A text that may quote values: « Bonjour {personnage.prénom} ».
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    Value(Spanned<Reference>),
}

impl Template {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { parts: vec![Part::Plain(text.into())] }
    }
}
