//! Characters that nobody meant to write: they come from a copy, a broken file, or another programme.
//!
//! Margins are `slips`' affair.

use super::{mend::Edit, report::Report};
use crate::{diagnostic::Diagnostic, text::Span};

/// Odd characters past which a file is no text at all.
const MOST: usize = 50;

/// Tells the odd characters of `content`; gives the edits that read a space in their place, or none for what is no text.
pub(crate) fn odd(content: &str, report: &mut Report<'_>) -> Option<Vec<Edit>> {
    let odd = |(_, letter): &(usize, char)| is_odd(*letter);
    if content.char_indices().filter(odd).nth(MOST).is_some() {
        report.say(
            Diagnostic::error("pas-un-texte", Span::default(), "le fichier n’est pas un texte")
                .help("enregistrez-le de nouveau en « texte brut », encodage UTF-8"),
        );
        return None;
    }
    let mut edits = Vec::new();
    for (at, letter) in content.char_indices().filter(odd) {
        let span = Span::new(at, at + letter.len_utf8());
        edits.push(Edit::new(span, if at == 0 { "" } else { " " }));
        // Some editors begin a file with this invisible mark.
        if letter == '\u{feff}' && at == 0 {
            continue;
        }
        report.say(
            Diagnostic::error("caractere-invisible", span, "un caractère invisible est écrit ici")
                .help("effacez-le : il vient sans doute d’une copie")
                .safe_fix(span, ""),
        );
    }
    Some(edits)
}

fn is_odd(letter: char) -> bool {
    letter == '\u{feff}' || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}
