//! French spaces: a no-break one before « : ; ? ! » and inside the quotes, so that no line begins with a colon.
//!
//! It changes spaces, never words.

const NO_BREAK: char = '\u{a0}';

/// `text` with the spaces that French typography wants unbreakable made so.
pub fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut after_quote = false;
    while let Some(letter) = letters.next() {
        let before_mark = matches!(letters.peek(), Some(':' | ';' | '?' | '!' | '»' | '€' | '%'));
        spaced.push(if letter == ' ' && (before_mark || after_quote) { NO_BREAK } else { letter });
        after_quote = letter == '«';
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_that_may_not_break_do_not() {
        assert_eq!(spaced("« Oui » : 3 € ?"), "«\u{a0}Oui\u{a0}»\u{a0}: 3\u{a0}€\u{a0}?");
        assert_eq!(spaced("Rien à changer."), "Rien à changer.");
    }
}
