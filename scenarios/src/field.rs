//! Kinds of question: one file each, with what it reads, what it may object and how it shows a value.
//!
//! A kind knows the form of an answer, never the right one: that is the graph's affair, and the guard's.
//!
//! To add a kind: write `field/<kind>.rs` with a unit struct implementing [`Rules`], add its variant to [`Kind`]
//! and its line in [`Kind::rules`]; the gallery, the language and the tests of this file follow.

mod code;
mod date;
mod document;
mod email;
mod formula;
mod honour;
mod plate;
mod street;
mod town;

/// A kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Email,
    Code,
    Plate,
    Formula,
    Street,
    Town,
    Date,
    Document,
    Honour,
}

/// What a kind of question must know how to do.
pub trait Rules: Sync {
    /// The word of the scenario language, such as « courriel ».
    fn word(&self) -> &'static str;

    /// Whether answers could tell who somebody is.
    fn privacy(&self) -> Privacy;

    /// How the question is asked on a page.
    fn control(&self) -> Control;

    /// Reads what was typed, one text a part of the control, into the one way of writing it.
    fn parse(&self, typed: &[&str]) -> Result<String, &'static Problem>;

    /// What [`Rules::parse`] gave, as people write it.
    fn shown(&self, canonical: &str) -> String {
        canonical.to_owned()
    }

    /// What [`Rules::parse`] gave, spread over the parts of the control.
    fn parts(&self, canonical: &str) -> Vec<String> {
        vec![self.shown(canonical)]
    }

    /// What to say when nothing was typed: an instruction, such as « Tapez une date. ».
    fn missing(&self) -> &'static str;

    /// Everything [`Rules::parse`] can object.
    fn problems(&self) -> &'static [Problem];

    /// Typed texts and what is read from them, for the manual, the gallery and the tests.
    fn examples(&self) -> &'static [Example];
}

/// A text typed, part by part, and what must be read: a value, or the code of a problem.
pub type Example = (&'static [&'static str], Result<&'static str, &'static str>);

/// Whether answers could tell who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Names, addresses, numbers, codes: recorded as a reference to the persona, never as text.
    Identity,
    /// Amounts, dates of events, choices: identify nobody, recorded once the detector has passed them.
    Neutral,
}

/// How a question is asked on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// One or more lines to type in.
    Lines(&'static [Line]),
    /// One of the persona's papers, from a simulated chooser.
    Papers,
    /// A box to tick.
    Tick,
}

/// One line to type in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Distinguishes the lines of one question in a form; empty when there is only one.
    pub name: &'static str,
    /// Its own label, when the question has several lines.
    pub label: Option<&'static str>,
    /// Width in characters of the longest usual answer.
    pub width: u8,
    pub keyboard: Keyboard,
}

/// The keyboard a phone should offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    Text,
    Digits,
    Email,
}

/// An objection to the form of an answer: a code that events keep, a sentence that says what to type.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub message: &'static str,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Email,
        Self::Code,
        Self::Plate,
        Self::Formula,
        Self::Street,
        Self::Town,
        Self::Date,
        Self::Document,
        Self::Honour,
    ];

    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::Email => &email::Email,
            Self::Code => &code::Code,
            Self::Plate => &plate::Plate,
            Self::Formula => &formula::Formula,
            Self::Street => &street::Street,
            Self::Town => &town::Town,
            Self::Date => &date::DateField,
            Self::Document => &document::Document,
            Self::Honour => &honour::Honour,
        }
    }

    /// The kind an author calls `word`; accents and case do not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = crate::reference::fold(word);
        Self::ALL.into_iter().find(|kind| crate::reference::fold(kind.rules().word()) == word)
    }

    /// The sentence for a problem's code, as stored in an event.
    pub fn message(self, code: &str) -> Option<&'static str> {
        self.rules().problems().iter().find(|problem| problem.code == code).map(|problem| problem.message)
    }
}

/// Longest text read from one line, in bytes; longer ones are refused as they are by real sites.
pub const LONGEST_LINE: usize = 120;

/// The text without spaces of any sort, control characters and invisible marks.
fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !is_invisible(*letter)).collect()
}

/// The letters and digits alone, in capitals: how numbers of papers are compared.
fn capitals(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The text with its spaces reduced to single ones and its invisible marks removed.
fn tidy(text: &str) -> String {
    let visible: String =
        text.chars().filter(|letter| letter.is_whitespace() || !is_invisible(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_reads_as_it_says() {
        for kind in Kind::ALL {
            for (typed, expected) in kind.rules().examples() {
                let read = kind.rules().parse(typed);
                assert_eq!(read.as_deref().map_err(|problem| problem.code), *expected, "{kind:?} {typed:?}");
            }
        }
    }

    #[test]
    fn every_problem_has_an_example_and_every_code_is_unique() {
        for kind in Kind::ALL {
            let mut codes: Vec<_> = kind.rules().problems().iter().map(|problem| problem.code).collect();
            for code in &codes {
                let shown = kind.rules().examples().iter().any(|(_, read)| *read == Err(code));
                assert!(shown, "{kind:?}: no example of {code}");
            }
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), kind.rules().problems().len(), "{kind:?}");
        }
    }

    #[test]
    fn what_is_read_is_read_again_from_its_parts() {
        for kind in Kind::ALL {
            for canonical in kind.rules().examples().iter().filter_map(|(_, read)| read.ok()) {
                let parts = kind.rules().parts(canonical);
                let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                assert_eq!(kind.rules().parse(&parts).as_deref(), Ok(canonical), "{kind:?}");
            }
        }
    }

    #[test]
    fn kinds_are_found_by_their_word_with_or_without_accents() {
        assert_eq!(Kind::from_word("code-reçu"), Some(Kind::Code));
        assert_eq!(Kind::from_word("Numero-de-formule"), Some(Kind::Formula));
        assert_eq!(Kind::from_word("couleur"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_kind_panic(typed in proptest::collection::vec(".{0,40}", 0..4)) {
            let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
            for kind in Kind::ALL {
                let _ = kind.rules().parse(&typed);
                if let Some(text) = typed.first() {
                    let _ = (kind.rules().shown(text), kind.rules().parts(text));
                }
            }
        }
    }
}
