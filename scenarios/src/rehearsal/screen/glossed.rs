//! The words of a screen that the scenario explains.

use super::{Asked, Piece};
use crate::{
    glossary::said,
    graph::{Graph, Word},
};

/// The words explained that the title or a piece says, in the scenario's order.
pub(super) fn words(graph: &Graph, title: &str, pieces: &[Piece]) -> Vec<Word> {
    if graph.words.is_empty() {
        return Vec::new();
    }
    let mut texts = vec![title];
    gather(pieces, &mut texts);
    let is_said = |word: &&Word| texts.iter().any(|text| said(text, &word.word).is_some());
    graph.words.iter().filter(is_said).cloned().collect()
}

fn gather<'p>(pieces: &'p [Piece], texts: &mut Vec<&'p str>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(text) | Piece::Heading(text) | Piece::Notice { text, .. } => texts.push(text),
            Piece::List(items) => texts.extend(items.iter().map(String::as_str)),
            Piece::Details { title, text } => {
                texts.push(title);
                texts.extend(text.iter().map(String::as_str));
            }
            Piece::Table { caption, columns, rows } => {
                texts.push(caption);
                texts.extend(columns.iter().chain(rows.iter().flatten()).map(String::as_str));
            }
            Piece::Definitions(pairs) => {
                texts.extend(pairs.iter().flat_map(|(name, meaning)| [name.as_str(), meaning.as_str()]));
            }
            Piece::Link(link) => texts.push(&link.words),
            Piece::Button { words, .. } => texts.push(words),
            Piece::Image { .. } => {}
            Piece::Group { title, pieces } => {
                texts.extend(title.as_deref());
                gather(pieces, texts);
            }
            Piece::Rows { rows, add, .. } => {
                texts.extend(add.as_deref());
                for (title, pieces) in rows {
                    texts.extend(title.as_deref());
                    gather(pieces, texts);
                }
            }
            Piece::Asked(asked) => {
                let Asked { label, help, .. } = &**asked;
                texts.push(label);
                texts.extend(help.as_deref());
            }
        }
    }
}
