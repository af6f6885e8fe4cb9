//! What a scenario does: every name resolved, no span, nothing left to go wrong.
//!
//! It is built from a model without errors, and from nothing else.

mod build;
mod find;
mod settings;

pub use build::Unsound;
pub use find::{base, numbers};

pub(crate) use find::{gather, id};

use crate::{
    calculation::Figured,
    drawing::Drawing,
    field::{Choice, Kind, Settings},
    model::Tone,
    papers::Paper,
    persona::Household,
    term::Term,
};

/// A scenario ready to be rehearsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    pub title: String,
    pub summary: String,
    pub duration: String,
    pub level: Option<String>,
    /// What differs from the real site, one sentence each.
    pub differences: Vec<String>,
    pub site: Site,
    pub needs: Needs,
    /// What the scenario computes.
    pub(crate) figured: Figured,
    pub(crate) written: Vec<WrittenPaper>,
    /// Steps in plain words, for the envelope.
    pub(crate) envelope: Vec<Template>,
    /// Words of the administration, each with a plain sentence.
    pub words: Vec<Word>,
    /// What to know before doing it for real.
    pub for_real: Option<ForReal>,
    mails: Vec<Mail>,
    screens: Vec<Screen>,
    mishaps: Vec<Mishap>,
    endings: Vec<Ending>,
}

/// A word that a beginner may not know, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub word: String,
    pub says: String,
}

/// What somebody takes home: how to do it for real.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForReal {
    /// The real site's address, to be typed.
    pub address: String,
    /// What to have at hand.
    pub bring: Vec<String>,
    /// How to recognise a false site or message.
    pub fakes: Vec<String>,
    /// Who can help.
    pub help: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    pub subtitle: String,
    pub initials: String,
    pub host: String,
    pub theme: String,
    pub menu: Vec<Link>,
    pub footer: Vec<Link>,
    pub cookies: Option<Cookies>,
}

/// The site's cookie banner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cookies {
    pub text: Template,
    /// What is accepted or not, by name.
    pub purposes: Vec<Choice>,
}

/// Words that lead to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: Template,
    pub page: String,
}

/// What the persona must be like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Youngest and oldest, in years.
    pub ages: Option<(u32, u32)>,
    pub couple: Option<bool>,
    /// Fewest and most children.
    pub children: Option<(u32, u32)>,
    /// Kinds of household, one of which is drawn; any when there is none.
    pub households: Vec<Household>,
    pub traits: Vec<String>,
    /// Papers that Miroir draws; those that the scenario writes depend on the persona.
    pub papers: Vec<Paper>,
}

/// A paper written in the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenPaper {
    pub(crate) key: String,
    pub(crate) each: Vec<Loop>,
    pub(crate) when: Option<Term>,
    pub(crate) title: Template,
    pub(crate) from: Template,
    pub(crate) date: Option<Template>,
    pub(crate) body: Vec<Template>,
    pub(crate) lines: Vec<(String, Template)>,
    /// Whether the persona has it from the start; otherwise a button gives it.
    pub(crate) carried: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub key: String,
    pub phone: bool,
    pub from: Template,
    pub address: String,
    pub subject: Template,
    pub body: Vec<Template>,
    /// Minutes before it arrives.
    pub delay: u16,
    /// Minutes for which its code is good.
    pub lasts: Option<u16>,
    pub at_start: bool,
    /// Key of the paper attached.
    pub attached: Option<String>,
    /// The mailbox puts it among unwanted messages.
    pub unwanted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub key: String,
    pub title: Template,
    pub step: Option<String>,
    pub path: String,
    pub when: Option<Term>,
    /// The loop over which the page is repeated.
    pub each: Option<Loop>,
    /// Whether it has the site's menu.
    pub has_menu: bool,
    pub blocks: Vec<Block>,
    pub button: Option<String>,
    pub sends: Option<String>,
    pub recap: Vec<String>,
    /// Pages whose answers stand on the receipt.
    pub receipt: Vec<String>,
    pub exit: Exit,
    /// A wrong turn.
    pub detour: bool,
    pub hints: Vec<Hint>,
}

/// Where a screen leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// The first branch whose condition holds.
    To(Vec<Branch>),
    /// The last screen.
    End,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    pub when: Option<Term>,
    pub page: String,
}

/// A list gone through: `name` stands for each item of the list at `list`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    pub name: String,
    pub list: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub when: Option<Term>,
    pub kind: BlockKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph(Template),
    Heading(Template),
    List(Vec<Template>),
    Notice { tone: Tone, text: Template },
    Details { title: Template, text: Vec<Template> },
    Table { caption: Template, columns: Vec<Template>, each: Option<Loop>, rows: Vec<Vec<Template>> },
    Definitions(Vec<(String, Template)>),
    Image { drawing: Drawing, description: String },
    Link(Link),
    Button(Button),
    Group { title: Option<Template>, each: Option<Loop>, blocks: Vec<Block> },
    Rows(Box<Rows>),
    Field(Box<Field>),
}

/// A button beside the page's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub words: Template,
    pub sends: Option<String>,
    pub downloads: Option<String>,
}

/// Rows of questions that the learner adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    pub key: String,
    /// The list whose items are the rows to add, and the name of the item of the same number.
    pub expected: Option<Loop>,
    pub first: usize,
    pub most: usize,
    pub title: Option<Template>,
    pub add: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub key: String,
    pub kind: Kind,
    pub settings: Settings,
    pub label: Template,
    pub help: Option<Template>,
    pub when: Option<Term>,
    pub required: Required,
    pub expected: Option<Term>,
    pub prefilled: Option<Term>,
    /// Whether a date after today is refused.
    pub not_after_today: bool,
    pub refusals: Vec<Refusal>,
    pub mistakes: Vec<Mistake>,
    pub hints: Vec<Hint>,
}

/// One rung of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub says: Template,
    pub shows: Option<Place>,
}

/// A line of a paper, pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Key of the paper, without numbers.
    pub paper: String,
    /// How many numbers tell it from the others of its model: the first of those around the question.
    pub depth: usize,
    pub line: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Required {
    Always,
    Never,
    Unless(Term),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub when: When,
    pub message: Template,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub key: String,
    pub when: When,
    pub explanation: Template,
}

/// When a refusal or a named mistake holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Different,
    Slip,
    /// The answer is worth this.
    Is(Term),
    /// This condition holds.
    Holds(Term),
}

/// Something that goes wrong on purpose, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    pub key: String,
    pub strikes: String,
    pub when: Option<Term>,
    pub page: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub key: String,
    pub when: EndingWhen,
    pub title: String,
    pub text: Template,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndingWhen {
    AllRight,
    SomeMistake,
    Holds(Term),
}

/// A text that may quote values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template(pub Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    Value(Term),
}
