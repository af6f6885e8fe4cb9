//! What a scenario says, as its author wrote it: every value keeps its place in the text.
//!
//! It resolves no name and knows no rehearsal: `lint` reads it, `graph` is built from it.

mod content;
mod page;
mod settings;
mod tolerance;

pub use self::{
    content::{Block, BlockKind, Loop, Rows, Tone},
    page::{Branch, Field, Hint, Hints, Mistake, Place, Refusal, Required, Screen, Way, When},
    settings::{Choice, Settings},
    tolerance::Tolerance,
};
use crate::{persona::Household, term::Expr, text::Spanned};

/// A whole scenario file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scenario {
    pub title: Spanned<String>,
    /// Folder of the agency in the catalogue, such as `ants`.
    pub agency: Spanned<String>,
    pub summary: Spanned<String>,
    /// How long a beginner takes, in words, such as « 15 minutes ».
    pub duration: Spanned<String>,
    /// How much a learner must already manage: one of [`LEVELS`].
    pub level: Option<Spanned<String>>,
    /// Digital skills practised, by their code in the CRCN, such as `2.1`.
    pub skills: Vec<Spanned<String>>,
    pub version: Spanned<u32>,
    pub licence: Option<Spanned<String>>,
    /// Warnings that the author lets be.
    pub tolerances: Vec<Tolerance>,
    pub sources: Vec<Source>,
    /// What differs from the real site, one sentence each.
    pub differences: Vec<Spanned<String>>,
    pub site: Site,
    pub persona: PersonaNeeds,
    pub papers: Vec<Paper>,
    pub mails: Vec<Mail>,
    pub screens: Vec<Screen>,
    pub mishaps: Vec<Mishap>,
    pub endings: Vec<Ending>,
    /// Steps in plain words, printed on the learner's envelope.
    pub envelope: Vec<Spanned<Template>>,
    /// Words of the administration, each with a plain sentence.
    pub words: Vec<Word>,
    /// What to know before doing it for real.
    pub for_real: Option<ForReal>,
    pub calculation: Option<crate::calculation::Calculation>,
}

/// A word that a beginner may not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub word: Spanned<String>,
    pub says: Spanned<String>,
}

/// What somebody takes home: how to do it for real.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ForReal {
    /// The real site's address, to be typed: `www.caf.fr`.
    pub address: Spanned<String>,
    /// What to have at hand.
    pub bring: Vec<Spanned<String>>,
    /// How to recognise a false site or message.
    pub fakes: Vec<Spanned<String>>,
    /// Who can help.
    pub help: Vec<Spanned<String>>,
}

/// How much a learner must already manage.
pub const LEVELS: [&str; 3] = ["premiers pas", "à l’aise", "confirmé"];

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
    /// Links shown on every page, but on those that say otherwise.
    pub menu: Vec<Link>,
    /// Links at the foot of every page.
    pub footer: Vec<Link>,
    /// Its cookie banner.
    pub cookies: Option<Cookies>,
}

/// What the site asks of every visitor before it measures or shows anything of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookies {
    pub text: Spanned<Template>,
    /// What cookies are for, each accepted or not.
    pub purposes: Spanned<Vec<Choice>>,
}

/// Words that lead to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: Spanned<Template>,
    pub page: Spanned<String>,
}

/// What the persona must be like for the scenario to make sense.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonaNeeds {
    /// Youngest and oldest, in years.
    pub ages: Option<Spanned<(u32, u32)>>,
    /// « seul » or « couple »; either when nothing is said.
    pub couple: Option<Spanned<bool>>,
    /// Fewest and most children in the household.
    pub children: Option<Spanned<(u32, u32)>>,
    /// Kinds of household, one of which is drawn; each says by itself who works and who has children.
    pub households: Vec<Spanned<Household>>,
    pub traits: Vec<Spanned<String>>,
    pub papers: Vec<Spanned<String>>,
}

/// A paper written in the scenario: a letter or a statement with lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub key: Spanned<String>,
    /// One paper for each item, loops from the outside in.
    pub each: Vec<Loop>,
    pub when: Option<Spanned<Expr>>,
    pub title: Spanned<Template>,
    pub from: Spanned<Template>,
    pub date: Option<Spanned<Template>>,
    pub body: Vec<Spanned<Template>>,
    /// Names and values, in columns.
    pub lines: Vec<(Spanned<String>, Spanned<Template>)>,
}

/// A message that arrives in the simulated mailbox, or on the simulated telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub key: Spanned<String>,
    pub phone: bool,
    pub from: Spanned<Template>,
    /// Nothing for a text message.
    pub address: Option<Spanned<String>>,
    pub subject: Option<Spanned<Template>>,
    pub body: Vec<Spanned<Template>>,
    /// Minutes of the scenario's time before it arrives.
    pub delay: Option<Spanned<u32>>,
    /// Minutes of the scenario's time for which its code is good.
    pub lasts: Option<Spanned<u32>>,
    /// It is there when the rehearsal begins.
    pub at_start: bool,
    /// The paper attached to it.
    pub attached: Option<Spanned<String>>,
    /// The mailbox puts it among unwanted messages.
    pub unwanted: bool,
}

/// Something that goes wrong on purpose, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    pub key: Spanned<String>,
    /// The page whose sending it strikes.
    pub strikes: Spanned<String>,
    pub when: Option<Spanned<Expr>>,
    /// The page that shows it.
    pub page: Spanned<String>,
}

/// How a rehearsal can finish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub key: Spanned<String>,
    pub when: Spanned<EndingWhen>,
    pub title: Spanned<String>,
    pub text: Spanned<Template>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndingWhen {
    /// « tout-juste »: every answer is the expected one.
    AllRight,
    /// « une-erreur »: at least one is not.
    SomeMistake,
    /// A condition on what happened.
    Holds(Expr),
}

/// A text that may quote values: « Bonjour {personnage.prénom} ».
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    Value(Spanned<Expr>),
}

impl Scenario {
    /// Which pages are the last, in their order: those that say so, or when none does those with a receipt.
    pub fn last_pages(&self) -> Vec<bool> {
        let said = |screen: &Screen| screen.last.as_ref().is_some_and(|last| last.value);
        let one_is_said = self.screens.iter().any(said);
        let last = |screen: &Screen| if one_is_said { said(screen) } else { !screen.receipt.is_empty() };
        self.screens.iter().map(last).collect()
    }

    /// Every question, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.screens.iter().flat_map(Screen::fields)
    }
}

impl Template {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { parts: vec![Part::Plain(text.into())] }
    }

    /// The terms quoted, each with its place.
    pub fn values(&self) -> impl Iterator<Item = &Spanned<Expr>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Value(value) => Some(value),
            Part::Plain(_) => None,
        })
    }

    /// The words alone, without what is quoted.
    pub fn words(&self) -> String {
        let plain = |part: &Part| match part {
            Part::Plain(text) => Some(text.clone()),
            Part::Value(_) => None,
        };
        self.parts.iter().filter_map(plain).collect()
    }
}
