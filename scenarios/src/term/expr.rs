//! A term as it is written, and what is wrong in its writing.
//!
//! It knows neither kinds nor values: `check.rs` does.

use rust_decimal::Decimal;

use super::{
    Value,
    functions::{Fold, Function},
};
use crate::{
    diagnostic::Diagnostic,
    text::{Span, Spanned},
};

/// A term as written; places count bytes from its first letter. At most 40 deep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// A dotted name, such as `personnage.adresse.voie`, in lower case without accents.
    Path(String, Span),
    /// A number, an amount, a date, a month, a text, yes or no.
    Literal(Value, Span),
    /// « 10 % », kept as 0,10.
    Percent(Decimal, Span),
    Negative(Box<Self>, Span),
    /// Added or subtracted in turn.
    Sum(Vec<(Adding, Self)>, Span),
    /// Multiplied or divided in turn.
    Product(Vec<(Scaling, Self)>, Span),
    Compare(Box<Self>, Comparison, Box<Self>, Span),
    All(Vec<Self>, Span),
    Any(Vec<Self>, Span),
    Not(Box<Self>, Span),
    /// « si … alors … sinon si … alors … sinon … ».
    Choose(Vec<(Self, Self)>, Box<Self>, Span),
    Call(Function, Vec<Self>, Span),
    Each(Box<Each>, Span),
}

/// « somme(item pour variable dans list si condition) ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Each {
    pub fold: Fold,
    /// What is folded; for `compte`, nothing.
    pub item: Option<Expr>,
    /// Empty for « compte(liste) ».
    pub variable: Spanned<String>,
    pub list: Spanned<String>,
    pub condition: Option<Expr>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    Plus,
    Minus,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaling {
    Times,
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    Different,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// What is wrong in a term, in the words of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub span: Span,
    pub message: String,
    pub help: Option<String>,
    /// What to write at `span` instead, when it is known.
    pub replacement: Option<String>,
}

impl Problem {
    /// The finding, `place` saying where the term's letters stand in a text.
    pub(crate) fn finding(self, place: &dyn Fn(Span) -> Span) -> Diagnostic {
        let span = place(self.span);
        let mut finding = Diagnostic::error(self.code, span, self.message);
        if let Some(help) = self.help {
            finding = finding.help(help);
        }
        match self.replacement {
            Some(replacement) => finding.doubtful_fix(span, replacement),
            None => finding,
        }
    }

    pub fn new(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), help: None, replacement: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub fn replacement(mut self, replacement: impl Into<String>) -> Self {
        self.replacement = Some(replacement.into());
        self
    }
}

impl Expr {
    pub const fn span(&self) -> Span {
        match self {
            Self::Path(_, span)
            | Self::Literal(_, span)
            | Self::Percent(_, span)
            | Self::Negative(_, span)
            | Self::Sum(_, span)
            | Self::Product(_, span)
            | Self::Compare(_, _, _, span)
            | Self::All(_, span)
            | Self::Any(_, span)
            | Self::Not(_, span)
            | Self::Choose(_, _, span)
            | Self::Call(_, _, span)
            | Self::Each(_, span) => *span,
        }
    }

    /// The name, when the term is nothing else.
    pub fn as_path(&self) -> Option<&str> {
        if let Self::Path(path, _) = self { Some(path) } else { None }
    }

    /// The names read, loop variables replaced by what they go through: `adultes.*.salaire`; numbers as written.
    pub fn paths(&self) -> Vec<(String, Span)> {
        let mut found = Vec::new();
        self.gather(&mut Vec::new(), &mut found);
        found
    }

    /// The same term, `by` bytes further in a text.
    #[must_use]
    pub fn shift(mut self, by: usize) -> Self {
        self.each_span(&mut |span| *span = Span::new(span.start + by, span.end + by));
        self
    }

    /// The same term, whose places are changed by `place`: for a text whose letters are not those of its file.
    #[must_use]
    pub fn replaced(mut self, place: impl Fn(Span) -> Span) -> Self {
        self.each_span(&mut |span| *span = place(*span));
        self
    }

    fn children(&self) -> Vec<&Self> {
        match self {
            Self::Path(..) | Self::Literal(..) | Self::Percent(..) | Self::Each(..) => Vec::new(),
            Self::Negative(inner, _) | Self::Not(inner, _) => vec![inner],
            Self::Sum(items, _) => items.iter().map(|(_, item)| item).collect(),
            Self::Product(items, _) => items.iter().map(|(_, item)| item).collect(),
            Self::Compare(left, _, right, _) => vec![left, right],
            Self::All(items, _) | Self::Any(items, _) | Self::Call(_, items, _) => items.iter().collect(),
            Self::Choose(branches, otherwise, _) => {
                let branches = branches.iter().flat_map(|(condition, then)| [condition, then]);
                branches.chain([&**otherwise]).collect()
            }
        }
    }

    fn gather(&self, variables: &mut Vec<(String, String)>, found: &mut Vec<(String, Span)>) {
        match self {
            Self::Path(path, span) => found.push((canonical(variables, path), *span)),
            Self::Each(each, _) => {
                let list = canonical(variables, &each.list.value);
                found.push((list.clone(), each.list.span));
                variables.push((each.variable.value.clone(), format!("{list}.*")));
                for inner in each.item.iter().chain(&each.condition) {
                    inner.gather(variables, found);
                }
                variables.pop();
            }
            _ => self.children().into_iter().for_each(|child| child.gather(variables, found)),
        }
    }

    fn each_span(&mut self, change: &mut impl FnMut(&mut Span)) {
        let span = match self {
            Self::Path(_, span) | Self::Literal(_, span) | Self::Percent(_, span) => span,
            Self::Negative(inner, span) | Self::Not(inner, span) => {
                inner.each_span(change);
                span
            }
            Self::Sum(items, span) => {
                for (_, item) in items {
                    item.each_span(change);
                }
                span
            }
            Self::Product(items, span) => {
                for (_, item) in items {
                    item.each_span(change);
                }
                span
            }
            Self::Compare(left, _, right, span) => {
                left.each_span(change);
                right.each_span(change);
                span
            }
            Self::All(items, span) | Self::Any(items, span) | Self::Call(_, items, span) => {
                for item in items {
                    item.each_span(change);
                }
                span
            }
            Self::Choose(branches, otherwise, span) => {
                for (condition, then) in branches {
                    condition.each_span(change);
                    then.each_span(change);
                }
                otherwise.each_span(change);
                span
            }
            Self::Each(each, span) => {
                change(&mut each.variable.span);
                change(&mut each.list.span);
                for inner in each.item.iter_mut().chain(&mut each.condition) {
                    inner.each_span(change);
                }
                span
            }
        };
        change(span);
    }
}

/// `path` with its first word, when it is a variable, replaced by what it goes through.
pub(crate) fn canonical(variables: &[(String, String)], path: &str) -> String {
    let (head, rest) = path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)));
    match (variables.iter().rev().find(|(variable, _)| variable == head), rest) {
        (None, _) => path.to_owned(),
        (Some((_, item)), None) => item.clone(),
        (Some((_, item)), Some(rest)) => format!("{item}.{rest}"),
    }
}
