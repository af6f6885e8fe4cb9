//! Folds a text into plain units: one ASCII byte per character, with the place it came from.
//!
//! It does not decide what anything means: digits of other scripts become digits, every space a space, every dash a
//! dash, accents fall, and what cannot be seen disappears.

/// A letter that ASCII has no base for.
pub(super) const LETTER: u8 = 0x80;
/// Anything else that no identifier contains.
pub(super) const SYMBOL: u8 = 0x81;

/// One visible character: its fold, and its byte range in the original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) c: u8,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Unit {
    pub(super) fn is_letter(self) -> bool {
        self.c.is_ascii_alphabetic() || self.c == LETTER
    }

    pub(super) fn is_alphanumeric(self) -> bool {
        self.c.is_ascii_digit() || self.is_letter()
    }
}

/// The visible characters of a text, folded, in order.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let folded = text.char_indices().filter_map(|(start, character)| {
        fold(character).map(|c| Unit { c, start, end: start + character.len_utf8() })
    });
    folded.collect()
}

/// First code points of the decimal digits of scripts in use (Unicode general category Nd).
const ZEROS: [u32; 22] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
];

/// Base letters of U+00C0 to U+017F; a dot where there is none.
const LATIN: &[u8; 192] = b"AAAAAAACEEEEIIII.NOOOOO.OUUUUY..aaaaaaaceeeeiiii.nooooo.ouuuuy.y\
AaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGgHh..IiIiIiIiI...JjKk.LlLlLl....NnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.";

fn fold(character: char) -> Option<u8> {
    if let Ok(ascii) = u8::try_from(character)
        && ascii.is_ascii()
    {
        return Some(match ascii {
            b'\r' | b'\n' => b'\n',
            0..=b' ' => b' ',
            0x7F => SYMBOL,
            _ => ascii,
        });
    }
    let code = u32::from(character);
    if is_invisible(code) {
        return None;
    }
    Some(if let Some(digit) = digit(code) {
        digit
    } else {
        punctuation(code).unwrap_or_else(|| letter(code))
    })
}

fn is_invisible(code: u32) -> bool {
    matches!(code, 0xAD | 0x300..=0x36F | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
}

fn digit(code: u32) -> Option<u8> {
    let value = match code {
        0x1D7F6..=0x1D7FF => code - 0x1D7F6,
        0x2460..=0x2468 => code - 0x2460 + 1,
        0x24EA => 0,
        _ => ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?,
    };
    u8::try_from(value).ok().map(|value| b'0' + value)
}

fn punctuation(code: u32) -> Option<u8> {
    Some(match code {
        0xA0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => b' ',
        0x85 | 0x2028 | 0x2029 => b'\n',
        0x2D7 | 0x58A | 0x2010..=0x2015 | 0x2043 | 0x2212 | 0x2E3A | 0x2E3B | 0xFE58 | 0xFE63 => b'-',
        0xB7 | 0x2022 | 0x2024 | 0x2026 | 0x2027 | 0x2219 | 0x22C5 | 0x3002 | 0x30FB | 0xFF61 => b'.',
        0x2044 | 0x2215 | 0x29F8 => b'/',
        0x2B9..=0x2BC | 0x2018 | 0x2019 | 0x2032 => b'\'',
        0xFE6B => b'@',
        0xFF01..=0xFF5E => u8::try_from(code - 0xFEE0).ok()?,
        0x80..=0xBF | 0xD7 | 0xF7 | 0x2000..=0x2BFF | 0x3000..=0x303F | 0xFE00..=0xFE6F | 0x1F000.. => SYMBOL,
        _ => return None,
    })
}

fn letter(code: u32) -> u8 {
    let latin = usize::try_from(code).ok().and_then(|code| LATIN.get(code.checked_sub(0xC0)?));
    match (latin, code) {
        (Some(base), _) if *base != b'.' => *base,
        // Cyrillic and Greek letters drawn like a zero.
        (_, 0x41E | 0x39F) => b'O',
        (_, 0x43E | 0x3BF) => b'o',
        _ => LETTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        units(text).iter().map(|unit| char::from(unit.c)).collect()
    }

    #[test]
    fn digits_of_other_scripts_become_digits() {
        assert_eq!(folded("０６ ٠٦ ۰۶ ०६ 𝟎𝟔 0️⃣6️⃣"), "06 06 06 06 06 06");
    }

    #[test]
    fn accents_fall_and_what_cannot_be_seen_disappears() {
        assert_eq!(folded("Sécurité à N\u{303}oël\u{200b}\u{ad}ÇŸ"), "Securite a NoelCY");
    }

    #[test]
    fn every_space_is_a_space_and_every_dash_a_dash() {
        assert_eq!(folded("1\u{a0}2\u{202f}3\u{2009}4–5—6‑7·8"), "1 2 3 4-5-6-7.8");
    }

    #[test]
    fn a_unit_remembers_its_place() {
        assert_eq!(units("é٣"), [Unit { c: b'e', start: 0, end: 2 }, Unit { c: b'3', start: 2, end: 4 }]);
    }
}
