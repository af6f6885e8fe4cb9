//! What is forgiven everywhere: spaces of all sorts, invisible marks, full-width letters, curved apostrophes.
//!
//! It changes how a text is written, never what it says.

/// Longest text read from one line, in characters; longer ones are refused as they are by real sites.
pub(super) const LONGEST_LINE: u16 = 120;

/// The text without spaces of any sort, control characters and invisible marks.
pub(super) fn without_spaces(text: &str) -> String {
    visible(text).filter(|letter| !letter.is_whitespace()).collect()
}

/// The letters and digits alone, in capitals: how numbers of papers are compared.
pub(super) fn capitals(text: &str) -> String {
    visible(text).filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The text with its spaces reduced to single ones, its invisible marks removed and its apostrophes straight.
pub(super) fn tidy(text: &str) -> String {
    let visible: String = visible(text).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words alone, folded and parted by one space: how labels are compared.
pub(super) fn words(text: &str) -> String {
    let folded = crate::reference::fold(&visible(text).collect::<String>());
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// `digits` in groups of these lengths, parted by a space; whatever is left over ends the last group.
pub(super) fn grouped(digits: &str, groups: &[usize]) -> String {
    let mut left = digits;
    let mut written = String::with_capacity(digits.len() + groups.len());
    for length in groups {
        let Some((group, rest)) = left.split_at_checked(*length).filter(|(_, rest)| !rest.is_empty()) else {
            break;
        };
        written.push_str(group);
        written.push(' ');
        left = rest;
    }
    written + left
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(super) fn first<'t>(typed: &[&'t str]) -> &'t str {
    typed.first().copied().unwrap_or_default()
}

/// Letters that can be seen, and spaces, in their usual width.
fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_whitespace() || !is_invisible(*letter)).map(
        |letter| match letter {
            '’' | 'ʼ' | '‘' => '\'',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            other => other,
        },
    )
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_marks_and_widths_do_not_matter() {
        assert_eq!(tidy(" 7\u{202f}rue\u{a0}de l’\u{200b}Essai "), "7 rue de l'Essai");
        assert_eq!(without_spaces("１２\u{3000}３"), "123");
        assert_eq!(words("Côte d’Azur (Est)"), "cote d azur est");
    }

    #[test]
    fn digits_are_grouped_as_far_as_they_go() {
        assert_eq!(grouped("0639981234", &[2, 2, 2, 2, 2]), "06 39 98 12 34");
        assert_eq!(grouped("063", &[2, 2]), "06 3");
        assert_eq!(grouped("", &[2, 2]), "");
        assert_eq!(grouped("éé", &[1, 1]), "éé");
    }
}
