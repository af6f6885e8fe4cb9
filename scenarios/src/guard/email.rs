//! Mail addresses, typed or said: « jean.dupont@… », « jean point dupont arobase … point fr ».
//!
//! Source: RFC 2606 and RFC 6761 (names reserved for examples, which are **fiction**: .example, .test, .invalid,
//! .localhost, example.com, .net and .org), as our notes on procedures (section F) list them, read on 2026-11-23. A
//! name after a lone @ is an account on a social network, not an address.

use super::claim::{Claim, Rank};
use super::detect::Kind;
use super::reading::{Gap, Join, Piece, Reading, same};

/// How plainly something says « at ».
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// « a@b », « arobase », « (at) ».
    Plain,
    /// « a @ b ».
    Spaced,
    /// « a @b », which may greet an account.
    Greeting,
    /// « at ».
    English,
    /// « a », « chez ».
    Faint,
}

pub(super) fn claims(reading: &Reading, claims: &mut Vec<Claim>) {
    for at in 1..reading.pieces.len() {
        claims.extend(claim(reading, at));
    }
}

fn claim(reading: &Reading, at: usize) -> Option<Claim> {
    let (mark, opening) = mark(reading, at)?;
    if mark == Mark::Faint && !is_provider(reading, opening) {
        return None;
    }
    let domain = Domain::after(reading, opening)?;
    let local = Local::before(reading, at)?;
    if local.is_placeholder(reading, at) {
        return None;
    }
    let address = match mark {
        Mark::Plain => true,
        Mark::Spaced => domain.is_dotted() || local.distinct,
        Mark::Greeting => local.distinct || domain.is_dotted() && domain.provider,
        Mark::English => domain.is_dotted() && domain.known,
        Mark::Faint => {
            let said = domain.dots == Dots::Said && !reading.is(at, "a");
            domain.is_dotted() && domain.provider && (local.distinct || said)
        }
    };
    let (start, end) = reading.range(local.first, domain.last);
    address.then_some(Claim { rank: Rank::Mail, real: (!domain.reserved).then_some(Kind::Email), start, end })
}

/// The name of the sign, and how people spell it.
const ARROBA: [&str; 9] =
    ["arobase", "arobas", "arrobase", "arobaze", "arobaz", "arobasse", "aerobase", "arrobas", "arobace"];

/// The « at » before or in piece `at`, and the first piece of the domain.
fn mark(reading: &Reading, at: usize) -> Option<(Mark, usize)> {
    let gap = reading.pieces.get(at)?.gap;
    let units = reading.units_of(gap);
    let signs = units.iter().filter(|unit| unit.c == b'@').count();
    if signs > 0 {
        let bare = units.iter().all(|unit| unit.c == b'@' || is_wrapping(unit.c));
        let blank = |at: Option<usize>| {
            at.and_then(|at| units.get(at)).is_some_and(|unit| matches!(unit.c, b' ' | b'\n'))
        };
        let mark = match (blank(Some(0)), blank(units.len().checked_sub(1))) {
            (false, _) => Mark::Plain,
            (true, true) => Mark::Spaced,
            (true, false) => Mark::Greeting,
        };
        return (bare && signs <= 2).then_some((mark, at));
    }
    if !reading.pieces.get(at)?.is_word()
        || reading.gap_after(at).join == Join::Broken
        || gap.join == Join::Broken
    {
        return None;
    }
    let after = reading.units_of(reading.gap_after(at));
    let wrapped = units
        .iter()
        .chain(after)
        .filter(|unit| is_wrapping(unit.c) && !matches!(unit.c, b' ' | b'\n'))
        .count()
        >= 2;
    let is = |words: &[&str]| words.iter().any(|word| reading.is(at, word));
    let mark = if is(&ARROBA) || wrapped && is(&["at", "a", "chez"]) {
        Mark::Plain
    } else if is(&["at"]) {
        Mark::English
    } else if is(&["a", "chez"]) {
        Mark::Faint
    } else {
        return None;
    };
    Some((mark, at + 1))
}

fn is_wrapping(c: u8) -> bool {
    matches!(
        c,
        b' ' | b'\n'
            | b'('
            | b')'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'<'
            | b'>'
            | b'*'
            | b'_'
            | b'-'
            | b'|'
            | b'\''
    )
}

/// What stands before the « at ».
struct Local {
    first: usize,
    /// It has a dot, a digit or an underscore: no word of a sentence.
    distinct: bool,
}

impl Local {
    fn before(reading: &Reading, at: usize) -> Option<Self> {
        const LONGEST: usize = 24;
        let mut first = at.checked_sub(1)?;
        let mut distinct = !reading.pieces.get(first)?.is_word();
        while first > 0 && at - first < LONGEST {
            let gap = reading.pieces.get(first)?.gap;
            let said = said_mark(reading, first);
            if gap.join == Join::Glued
                || matches!(gap.mark, b'.' | b'_' | b'-')
                || is_spaced_dot(reading, gap)
                || is_plus(reading, gap)
            {
                first -= 1;
                distinct |= gap.mark != b'-';
            } else if let Some(before) = said {
                first = before;
                distinct = true;
            } else {
                break;
            }
            distinct |= reading.pieces.get(first).is_some_and(|piece| !piece.is_word());
        }
        let handle =
            reading.units_of(reading.pieces.get(first)?.gap).last().is_some_and(|unit| unit.c == b'@');
        (!handle).then_some(Self { first, distinct })
    }
}

impl Local {
    /// « prénom.nom@… »: a sentence about addresses, not an address.
    fn is_placeholder(&self, reading: &Reading, at: usize) -> bool {
        const SAID: [&str; 9] =
            ["prenom", "nom", "votre", "adresse", "exemple", "identifiant", "utilisateur", "pseudo", "point"];
        (self.first..at).all(|piece| SAID.iter().any(|word| reading.is(piece, word)))
    }
}

/// The piece before a separator said in words before `at`: « jean point dupont », « jean tiret bas dupont ».
fn said_mark(reading: &Reading, at: usize) -> Option<usize> {
    let soft = |at: usize| reading.pieces.get(at).is_some_and(|piece| piece.gap.join < Join::Broken);
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reading.is(at, word));
    let word = at.checked_sub(1)?;
    let before = word.checked_sub(1)?;
    if !soft(at) || !soft(word) {
        return None;
    }
    if is(word, &["point", "dot", "tiret", "underscore", "moins", "plus"]) {
        return Some(before);
    }
    (is(word, &["bas"]) && is(before, &["tiret"]) && soft(before)).then(|| before.checked_sub(1)).flatten()
}

fn is_plus(reading: &Reading, gap: Gap) -> bool {
    matches!(reading.units_of(gap), [one] if matches!(one.c, b'+' | b'%'))
}

/// « . », « (.) », « [.] » with spaces or not.
fn is_spaced_dot(reading: &Reading, gap: Gap) -> bool {
    let units = reading.units_of(gap);
    let dots = units.iter().filter(|unit| unit.c == b'.').count();
    // « . Merci » ends a sentence: a dot with a space after it has one before it too.
    let sentence = units.first().is_some_and(|unit| unit.c == b'.') && units.len() > 1;
    dots == 1 && !sentence && units.iter().all(|unit| unit.c == b'.' || is_wrapping(unit.c))
}

/// The dots of a domain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dots {
    None,
    Written,
    /// « gmail point com ».
    Said,
}

/// What stands after the « at ».
struct Domain {
    last: usize,
    dots: Dots,
    /// It ends in a domain in use in these parts.
    known: bool,
    /// Its first name is a mail provider's.
    provider: bool,
    /// Nobody can have it.
    reserved: bool,
}

const TOP: &[&str] = &[
    "fr",
    "com",
    "net",
    "org",
    "eu",
    "info",
    "be",
    "ch",
    "lu",
    "ca",
    "uk",
    "de",
    "es",
    "it",
    "pt",
    "re",
    "gp",
    "mq",
    "gf",
    "nc",
    "pf",
    "yt",
    "pm",
    "mc",
    "ma",
    "tn",
    "dz",
    "sn",
    "ci",
    "cm",
    "io",
    "co",
    "us",
    "nl",
    "pl",
    "ro",
    "pro",
    "biz",
    "gouv",
    "asso",
    "bzh",
    "paris",
    "email",
    "con",
    "me",
    "edu",
    "example",
    "test",
    "invalid",
    "localhost",
];
const PROVIDERS: &[&str] = &[
    "gmail",
    "orange",
    "free",
    "wanadoo",
    "laposte",
    "hotmail",
    "outlook",
    "yahoo",
    "sfr",
    "icloud",
    "live",
    "bbox",
    "numericable",
    "aol",
    "protonmail",
    "proton",
    "gmx",
    "msn",
    "neuf",
    "aliceadsl",
    "voila",
    "mailo",
    "yopmail",
    "googlemail",
    "ymail",
];

fn is_provider(reading: &Reading, piece: usize) -> bool {
    let letters = reading.glyphs_of(piece);
    let begins = |word: &&&str| letters.get(..word.len()).is_some_and(|start| same(start, word));
    // « gmailcom »: the dot is missing.
    let ends = |word: &&str| {
        letters.get(word.len()..).is_some_and(|end| end.is_empty() || TOP.iter().any(|top| same(end, top)))
    };
    PROVIDERS.iter().filter(begins).any(ends)
}

impl Domain {
    fn is_dotted(&self) -> bool {
        self.dots > Dots::None
    }

    fn after(reading: &Reading, first: usize) -> Option<Self> {
        const MOST: usize = 8;
        let one_of = |at: usize, words: &[&str]| words.iter().any(|word| reading.is(at, word));
        let mut end = end_of_name(reading, first)?;
        let provider = is_provider(reading, first);
        let mut domain = Self { last: end, dots: Dots::None, known: false, provider, reserved: false };
        let mut previous = first;
        for _ in 0..MOST {
            let Some((dot, name)) = dot_after(reading, end) else { break };
            let top = one_of(name, TOP);
            let dots = match dot {
                Dot::Tight | Dot::Said => true,
                Dot::Spaced => top || !domain.is_dotted() && dot_after(reading, name).is_some(),
                Dot::Missing => {
                    top && !domain.is_dotted() && (provider || reading.gap_after(end).mark == b',')
                }
            };
            if !dots || domain.known && !top {
                break;
            }
            end = end_of_name(reading, name)?;
            let named = end == name
                && reading.pieces.get(name).is_some_and(Piece::is_word)
                && reading.glyphs_of(name).len() >= 2;
            if named && (top || dot == Dot::Tight) {
                let owned = top && one_of(name, &["com", "net", "org"]) && reading.is(previous, "example");
                let reserved = one_of(name, &["example", "test", "invalid", "localhost"]) || owned;
                let dots = domain.dots.max(if dot == Dot::Said { Dots::Said } else { Dots::Written });
                domain = Self { last: end, dots, known: top, reserved, ..domain };
            }
            previous = name;
        }
        (domain.is_dotted() || domain.provider).then_some(domain)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dot {
    Tight,
    Spaced,
    Said,
    /// A space or a comma where a dot should be.
    Missing,
}

/// The dot after a piece, and the piece after the dot.
fn dot_after(reading: &Reading, at: usize) -> Option<(Dot, usize)> {
    let gap = reading.gap_after(at);
    let next = at + 1;
    reading.pieces.get(next)?;
    let said = ["point", "dot", "pt"].iter().any(|word| reading.is(next, word));
    let after = reading.gap_after(next);
    if said && gap.join < Join::Broken && after.join < Join::Broken && next + 1 < reading.pieces.len() {
        return Some((Dot::Said, next + 1));
    }
    let units = reading.units_of(gap);
    let dots = units.iter().filter(|unit| unit.c == b'.').count();
    if gap.mark == b'.' {
        Some((Dot::Tight, next))
    } else if dots == 1 && units.iter().all(|unit| unit.c == b'.' || is_wrapping(unit.c)) {
        Some((Dot::Spaced, next))
    } else if matches!(gap.mark, b' ' | b',') {
        Some((Dot::Missing, next))
    } else {
        None
    }
}

/// The last piece of a name between dots: « mairie-3f » is three pieces.
fn end_of_name(reading: &Reading, first: usize) -> Option<usize> {
    reading.pieces.get(first)?;
    let continues = |at: &usize| {
        reading.pieces.get(*at).is_some_and(|piece| piece.gap.join == Join::Glued || piece.gap.mark == b'-')
    };
    Some((first + 1..first + 8).take_while(continues).last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::super::detect::{detect, kinds};
    use super::*;

    /// Nobody's address stands in the code: `#` is the provider, put in when the test runs.
    #[test]
    fn an_address_is_found_however_it_is_written() {
        for text in [
            "jean.dupont@#.com",
            "JEAN.DUPONT@#.COM",
            "jean dupont@#.com",
            "j_dupont+impots@mail.#.com",
            "jean.dupont @ # . com",
            "jean.dupont@#,com",
            "jean.dupont@# com",
            "jean.dupont@#",
            "jean point dupont arobase # point com",
            "jean.dupont[at]#[dot]com",
            "jean.dupont (at) # (point) com",
            "jean.dupont at # dot com",
            "jean.dupont (à) #.com",
            "jean.dupont à #.com",
            "jean.dupont chez #.com",
            "jean chez # point com",
            "jean.dupont＠#．com",
            "zoé.lefèvre@mairie-#.com",
            "mail:jean.dupont@#.com.",
            "jean tiret bas dupont arobase # point com",
            "jean.dupont @#.com",
            "jean75@#.com, merci",
        ] {
            let text = text.replace('#', "gmail");
            assert_eq!(kinds(&text), [Kind::Email], "{text}");
        }
    }

    #[test]
    fn the_whole_address_is_marked() {
        let text = "Écrivez à jean point dupont arobase # point com. Merci".replace('#', "gmail");
        let found: Vec<_> = detect(&text).iter().map(|finding| &text[finding.start..finding.end]).collect();
        assert_eq!(found, ["jean point dupont arobase # point com".replace('#', "gmail")]);
    }

    #[test]
    fn names_reserved_for_examples_are_fiction() {
        for text in [
            "camille.essai@courriel.example",
            "a@b.test",
            "a@b.invalid",
            "a@b.localhost",
            "jean@example.com",
            "jean@mail.example.org",
            "camille point essai arobase courriel point example",
            "camille.essai@courriel.example.Merci",
            "Camille.Essai @ courriel . example",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    #[test]
    fn accounts_and_sentences_are_no_addresses() {
        for text in [
            "Suivez @mairie_lyon",
            "Suivez-nous @paris.fr",
            "@mairie@social.gouv.fr",
            "L'arobase @ et le point",
            "rendez-vous @ 14h. Merci",
            "Connectez-vous à impots.gouv.fr",
            "J'ai un compte chez orange.fr",
            "react@18.2.0",
            "le caractère arobase sert à écrire",
            "Je suis à Orange. Merci",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
