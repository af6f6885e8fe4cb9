//! Where a text says a word that is explained.
//!
//! It looks for whole words, whatever their case, in the singular or with a final « s » or « x ».

/// Where `word` is said first in `text`, as byte offsets.
pub fn said(text: &str, word: &str) -> Option<(usize, usize)> {
    let mut before = None;
    for (at, letter) in text.char_indices() {
        // What follows an at-sign is an address.
        let begins = !before.is_some_and(|letter: char| letter.is_alphanumeric() || letter == '@');
        before = Some(letter);
        if !begins {
            continue;
        }
        if let Some(end) = matched(&text[at..], word).map(|length| at + length) {
            return Some((at, end));
        }
    }
    None
}

/// Length in bytes of `word` at the beginning of `text`, its plural included.
fn matched(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut length = 0;
    for wanted in word.chars() {
        let found = rest.next()?;
        if !same(found, wanted) {
            return None;
        }
        length += found.len_utf8();
    }
    let ends = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    let mut after = rest.clone();
    match after.next() {
        letter if ends(letter) => Some(length),
        Some(plural @ ('s' | 'x')) if ends(after.next()) => Some(length + plural.len_utf8()),
        _ => None,
    }
}

/// The same letter whatever its case; a no-break space is a space, and so on for apostrophes.
fn same(one: char, other: char) -> bool {
    let plain = |letter: char| match letter {
        '\u{a0}' | '\u{202f}' => ' ',
        '’' => '\'',
        letter => letter,
    };
    let (one, other) = (plain(one), plain(other));
    one == other || one.to_lowercase().eq(other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        said(text, word).map(|(from, to)| &text[from..to])
    }

    #[test]
    fn a_word_is_found_whole_whatever_its_case_and_number() {
        assert_eq!(found("Vos Quotients familiaux", "quotient"), Some("Quotients"));
        assert_eq!(found("Le RIB, s’il vous plaît", "RIB"), Some("RIB"));
        assert_eq!(
            found("L’impôt\u{a0}sur le revenu", "impôt sur le revenu"),
            Some("impôt\u{a0}sur le revenu")
        );
        assert_eq!(found("C’est l’état civil", "état"), Some("état"));
    }

    #[test]
    fn a_part_of_a_word_is_no_word() {
        assert_eq!(found("Une participation", "part"), None);
        assert_eq!(found("Une contrepart", "part"), None);
        assert_eq!(found("nom@courriel.example", "courriel"), None);
        assert_eq!(found("", "part"), None);
        assert_eq!(found("une pièce", "pièces"), None);
    }
}
