//! What a page shows, from the top down: texts, tables, images, groups of questions.

use super::{Field, Template};
use crate::{drawing::Drawing, term::Expr, text::Spanned};

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Shown only when this holds.
    pub when: Option<Spanned<Expr>>,
    pub kind: BlockKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph(Spanned<Template>),
    Heading(Spanned<Template>),
    List(Vec<Spanned<Template>>),
    Notice {
        tone: Tone,
        text: Spanned<Template>,
    },
    Details {
        title: Spanned<Template>,
        text: Vec<Spanned<Template>>,
    },
    Table {
        caption: Spanned<Template>,
        columns: Vec<Spanned<Template>>,
        /// One row for each item of the list, or the rows as they are written.
        each: Option<Loop>,
        rows: Vec<Vec<Spanned<Template>>>,
    },
    /// Names and what they mean, or what they are worth.
    Definitions(Vec<(Spanned<String>, Spanned<Template>)>),
    Image {
        drawing: Spanned<Drawing>,
        description: Spanned<String>,
    },
    Link {
        words: Spanned<Template>,
        page: Spanned<String>,
    },
    /// A button beside the page's own: it sends a message, or gives a paper to keep.
    Button {
        words: Spanned<Template>,
        sends: Option<Spanned<String>>,
        downloads: Option<Spanned<String>>,
    },
    /// Questions under one title, once or for each item of a list.
    Group {
        title: Option<Spanned<Template>>,
        each: Option<Loop>,
        blocks: Vec<Block>,
    },
    Rows(Box<Rows>),
    Field(Box<Field>),
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Info,
    Warning,
}

/// Rows of questions that the learner adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    pub key: Spanned<String>,
    /// The list whose items are the rows to add.
    pub expected: Option<Loop>,
    /// Rows there are before any is added.
    pub first: Option<Spanned<u32>>,
    pub most: Option<Spanned<u32>>,
    pub title: Option<Spanned<Template>>,
    /// Words on the button that adds a row.
    pub add: Spanned<String>,
    pub blocks: Vec<Block>,
}

/// « adulte dans personnage.adultes ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    pub name: Spanned<String>,
    /// A dotted name.
    pub list: Spanned<String>,
}
