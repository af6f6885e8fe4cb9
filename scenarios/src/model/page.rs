//! One page of the clone and its questions.

use super::{Block, BlockKind, Loop, Settings, Template};
use crate::{term::Expr, text::Spanned};

/// One page of the clone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Screen {
    pub key: Spanned<String>,
    pub title: Spanned<Template>,
    /// Name of the step in the progress bar; pages without one are outside it.
    pub step: Option<Spanned<String>>,
    /// Path in the simulated address bar, beginning with `/`.
    pub path: Spanned<String>,
    /// Left out of the way when it does not hold.
    pub when: Option<Spanned<Expr>>,
    /// Shown once for each item.
    pub each: Option<Loop>,
    /// Whether the site's menu is on it.
    pub bare: bool,
    /// Texts, then groups and questions.
    pub blocks: Vec<Block>,
    /// Words on the button that goes on; « Continuer » when nothing is said.
    pub button: Option<Spanned<String>>,
    /// Message sent when the page is left forwards.
    pub sends: Option<Spanned<String>>,
    /// What follows; the next page of the file when nothing is said.
    pub next: Option<Way>,
    /// Pages whose answers are shown for a last reading.
    pub recap: Vec<Spanned<String>>,
    /// Pages whose answers stand on the receipt.
    pub receipt: Vec<Spanned<String>>,
    /// The rehearsal ends on this page. When no page says so, it ends on the one with a receipt.
    pub last: Option<Spanned<bool>>,
    /// A wrong turn: the coach says how to leave it.
    pub detour: bool,
    pub hints: Hints,
}

impl Screen {
    /// Every question of the page, in groups or not.
    pub fn fields(&self) -> Vec<&Field> {
        fn gather<'m>(blocks: &'m [Block], fields: &mut Vec<&'m Field>) {
            for block in blocks {
                match &block.kind {
                    BlockKind::Field(field) => fields.push(field),
                    BlockKind::Group { blocks, .. } => gather(blocks, fields),
                    BlockKind::Rows(rows) => gather(&rows.blocks, fields),
                    _ => {}
                }
            }
        }
        let mut fields = Vec::new();
        gather(&self.blocks, &mut fields);
        fields
    }

    /// Pages that may come after this one by its button.
    pub fn following(&self) -> impl Iterator<Item = &Spanned<String>> {
        let (one, several) = match &self.next {
            Some(Way::To(page)) => (Some(page), [].as_slice()),
            Some(Way::Branches(branches)) => (None, branches.as_slice()),
            None => (None, [].as_slice()),
        };
        one.into_iter().chain(several.iter().map(|branch| &branch.page))
    }
}

/// What follows a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    To(Spanned<String>),
    /// The first whose condition holds; the next page of the file when none does.
    Branches(Vec<Branch>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    pub when: Option<Spanned<Expr>>,
    pub page: Spanned<String>,
}

/// One question on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub key: Spanned<String>,
    /// Word of the kind, such as `date`: see `field::Kind`.
    pub kind: Spanned<String>,
    pub label: Spanned<Template>,
    pub help: Option<Spanned<Template>>,
    /// Asked only when this holds.
    pub when: Option<Spanned<Expr>>,
    /// What its author set, beside its kind.
    pub settings: Settings,
    pub required: Required,
    /// The right answer, by reference to what the persona knows, or computed from it.
    pub expected: Option<Spanned<Expr>>,
    /// What the site has already written, rightly or not.
    pub prefilled: Option<Spanned<Expr>>,
    /// Written only when this holds; always when nothing is said.
    pub prefilled_when: Option<Spanned<Expr>>,
    /// Latest date accepted: `aujourd'hui`.
    pub not_after: Option<Spanned<String>>,
    /// What the site refuses, as the real one would. The first that holds speaks.
    pub refusals: Vec<Refusal>,
    /// Mistakes worth naming: the coach's affair, never the site's.
    pub mistakes: Vec<Mistake>,
    pub hints: Hints,
}

/// Whether an answer must be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Required {
    Always,
    Never,
    /// Optional when this holds.
    Unless(Spanned<Expr>),
}

/// Graded help, weakest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Hints {
    #[default]
    Unsaid,
    /// « aucun »: its author finds no confusion plausible.
    None,
    Said(Vec<Hint>),
}

/// One rung: what the coach says, and the place on a paper that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub says: Spanned<Template>,
    pub shows: Option<Place>,
}

/// A line of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Key of the paper, without numbers: they are those of the items in whose loops the hint stands.
    pub paper: Spanned<String>,
    pub line: Spanned<String>,
}

impl Hints {
    pub fn rungs(&self) -> &[Hint] {
        match self {
            Self::Said(rungs) => rungs,
            Self::Unsaid | Self::None => &[],
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub when: Spanned<When>,
    pub message: Spanned<Template>,
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
    /// The answer is worth this term; or, when the term is a condition, it holds.
    Term(Expr),
}
