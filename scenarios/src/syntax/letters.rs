//! Characters that nobody meant to write: they come from a copy, a broken file, or another programme.
//!
//! Margins are `slips`' affair.

use super::{mend::Edit, report::Report};
use crate::{diagnostic::Diagnostic, text::Span};

/// Odd characters past which a file is no text at all.
const MOST: usize = 50;

/// Tells the odd characters of `content`; gives the edits that read a space in their place, or none for what is no text.
pub(crate) fn odd(content: &str, report: &mut Report<'_>) -> Option<Vec<Edit>> {
    if odd_letters(content).nth(MOST).is_some() {
        report.say(
            Diagnostic::error("pas-un-texte", Span::default(), "le fichier n’est pas un texte")
                .help("enregistrez-le de nouveau en « texte brut », encodage UTF-8"),
        );
        return None;
    }
    let mut edits = Vec::new();
    for (at, letter) in odd_letters(content) {
        let span = Span::new(at, at + letter.len_utf8());
        let space = if letter.is_control() { " " } else { "" };
        edits.push(Edit::new(span, space));
        // Some editors begin a file with this invisible mark.
        if letter == '\u{feff}' && at == 0 {
            continue;
        }
        let finding = Diagnostic::error("caractere-invisible", span, "un caractère invisible est écrit ici")
            .help("effacez-le : il vient sans doute d’une copie");
        report.say(if letter == '\r' {
            finding.doubtful_fix(span, space)
        } else {
            finding.safe_fix(span, "")
        });
    }
    Some(edits)
}

fn odd_letters(content: &str) -> impl Iterator<Item = (usize, char)> {
    let ends_line = |at: usize| content.as_bytes().get(at + 1) == Some(&b'\n');
    content.char_indices().filter(move |(at, letter)| is_odd(*letter) && (*letter != '\r' || !ends_line(*at)))
}

fn is_odd(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        // Marks of copies: hyphens and spaces without width, directions of writing, ends of lines that none sees.
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'
        | '\u{feff}' => true,
        other => other.is_control(),
    }
}
