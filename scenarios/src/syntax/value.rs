//! What is written under one key, and how to speak of the place to the author.

use super::tree::{Node, NodeKind};
use crate::{
    diagnostic::excerpt,
    text::{Span, Spanned},
};

/// A node with the key above it.
#[derive(Clone, Copy)]
pub(crate) struct Value<'t> {
    pub(crate) key: &'t Spanned<String>,
    pub(crate) node: &'t Node,
    /// What the construct is called, such as « la page »; empty for a mere value.
    pub(crate) noun: &'static str,
    /// The key is a name that the author chose.
    pub(crate) named: bool,
}

impl<'t> Value<'t> {
    pub(crate) fn called(self, noun: &'static str) -> Self {
        Self { noun, ..self }
    }

    /// The same place, for one item of the list written there.
    pub(crate) fn item(self, node: &'t Node) -> Self {
        Self { node, noun: "", named: false, ..self }
    }

    /// « la page « connexion » », « le site »…
    pub(crate) fn place(self) -> String {
        if self.named {
            format!("{} « {} »", self.noun, excerpt(&self.key.value))
        } else {
            self.noun.to_owned()
        }
    }

    /// Where the construct begins: its first key after a dash, which tells it from its neighbours; the key above otherwise.
    pub(crate) fn place_span(self, content: &str) -> Span {
        self.first_after_a_dash(content).unwrap_or(self.key).span
    }

    fn first_after_a_dash(self, content: &str) -> Option<&'t Spanned<String>> {
        let NodeKind::Keys(entries) = &self.node.kind else { return None };
        let dashed = content.get(..self.node.span.start)?.trim_end().ends_with('-');
        entries.first().filter(|_| dashed).map(|first| &first.key)
    }

    /// Where a line is to be added.
    pub(crate) fn under(self, content: &str) -> String {
        if let Some(first) = self.first_after_a_dash(content) {
            return format!("après « {}: … »", excerpt(&first.value));
        }
        if self.key.value.is_empty() {
            return "contre la marge".to_owned();
        }
        format!("sous « {}: »", excerpt(&self.key.value))
    }
}
