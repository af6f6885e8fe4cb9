//! Kinds of question: one file each, with what it reads, what it may object and how it shows a value.
//!
//! A kind knows the form of an answer, never the right one: that is the graph's affair, and the guard's.
//!
//! To add a kind: write `field/<kind>.rs` with a unit struct implementing [`Rules`], add its variant to [`Kind`]
//! and its line in [`Kind::rules`]; the gallery, the language and the tests of this folder follow.

mod bounds;
mod clean;
mod control;
mod settings;
mod worth;

mod address;
mod amount;
mod area;
mod boxes;
mod choice;
mod code;
mod date;
mod document;
mod email;
mod formula;
mod honour;
mod iban;
mod list;
mod month;
mod nir;
mod number;
mod password;
mod phone;
mod plate;
mod street;
mod tax_number;
mod text;
mod town;
mod yes_no;

#[cfg(test)]
mod tests;

pub use control::{Control, Keyboard, Line};
pub use settings::{Choice, Setting, Settings};

pub(crate) use worth::worth;

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{reference::fold, term};

/// A kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Text,
    Area,
    Number,
    Amount,
    Date,
    BirthDate,
    Month,
    YesNo,
    Choice,
    Boxes,
    List,
    Nir,
    TaxNumber,
    Iban,
    Town,
    Street,
    Address,
    Phone,
    Email,
    Code,
    Password,
    Plate,
    Formula,
    Document,
    Honour,
}

/// What a kind of question must know how to do.
///
/// A canonical value is what [`Rules::parse`] gives; [`Rules::shown`] and [`Rules::parts`] give back any other text as
/// it is, or nearly, and never fail.
pub trait Rules: Sync {
    /// The word of the scenario language, such as « courriel ».
    fn word(&self) -> &'static str;

    /// Whether answers could tell who somebody is.
    fn privacy(&self) -> Privacy;

    /// The settings that change something for this kind.
    fn takes(&self) -> &'static [Setting] {
        &[]
    }

    /// How the question is asked on a page.
    fn control<'s>(&self, settings: &'s Settings) -> Control<'s>;

    /// Reads what was typed, one text a part of the control, into the one way of writing it.
    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem>;

    /// A canonical value as people write it: on a recap, in a sentence.
    fn shown(&self, canonical: &str, _settings: &Settings) -> String {
        canonical.to_owned()
    }

    /// A canonical value, spread over the parts of the control.
    fn parts(&self, canonical: &str, settings: &Settings) -> Vec<String> {
        vec![self.shown(canonical, settings)]
    }

    /// What was understood, said back to whoever typed it; none when it goes without saying.
    fn understood(&self, _canonical: &str, _settings: &Settings) -> Option<String> {
        None
    }

    /// What to say when nothing was typed: an instruction, such as « Tapez une date. ».
    fn missing(&self) -> &'static str;

    /// Everything [`Rules::parse`] can object.
    fn problems(&self) -> &'static [Problem];

    /// Typed texts and what is read from them, for the manual, the gallery and the tests.
    fn examples(&self) -> Vec<Examples>;

    /// The canonical form of a least or a most, as an author writes it.
    fn bound(&self, written: &str) -> Option<String> {
        self.parse(&[written], &Settings { cents: true, ..Settings::default() }).ok()
    }

    /// Characters accepted when the scenario does not say.
    fn usual_length(&self) -> u16 {
        clean::LONGEST_LINE
    }

    /// Least accepted when the scenario does not say, in canonical form; empty when there is none.
    fn usual_least(&self) -> &'static str {
        ""
    }

    /// What `{exemple}` stands for in the sentences of a kind whose example depends on its settings.
    fn sample(&self, _settings: &Settings) -> String {
        String::new()
    }

    /// What an answer is in a term.
    fn answer_kind(&self, _settings: &Settings) -> term::Kind {
        term::Kind::Text
    }

    /// What an answer is worth in a term.
    fn value(&self, canonical: &str) -> term::Value {
        worth(&self.answer_kind(&Settings::default()), canonical)
    }
}

/// A text typed, part by part, and what must be read: a value, or the code of a problem.
pub type Example = (&'static [&'static str], Result<&'static str, &'static str>);

/// Examples, and the settings they are read with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examples {
    pub settings: Settings,
    pub all: &'static [Example],
}

impl Examples {
    /// Examples of a question whose author set nothing.
    fn plain(all: &'static [Example]) -> Vec<Self> {
        vec![Self::with(Settings::default(), all)]
    }

    const fn with(settings: Settings, all: &'static [Example]) -> Self {
        Self { settings, all }
    }
}

/// Whether answers could tell who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Names, addresses, numbers, free texts: recorded as a reference to the persona, never as text.
    Identity,
    /// Codes and passwords: as [`Privacy::Identity`], compared letter by letter, and never shown again in a page.
    Secret,
    /// Amounts, dates of events, choices: identify nobody, recorded once the detector has passed them.
    Neutral,
}

/// An objection to the form of an answer: a code that events keep, a sentence that says what to type.
///
/// A sentence may quote the settings: `{au-moins}`, `{au-plus}`, `{longueur}`, `{exemple}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub message: &'static str,
    /// Name of the line to put right; the first one when empty.
    pub line: &'static str,
}

impl Problem {
    const fn new(code: &'static str, message: &'static str) -> Self {
        Self { code, message, line: "" }
    }

    const fn on(self, line: &'static str) -> Self {
        Self { line, ..self }
    }
}

impl Kind {
    pub const ALL: [Self; 25] = [
        Self::Text,
        Self::Area,
        Self::Number,
        Self::Amount,
        Self::Date,
        Self::BirthDate,
        Self::Month,
        Self::YesNo,
        Self::Choice,
        Self::Boxes,
        Self::List,
        Self::Nir,
        Self::TaxNumber,
        Self::Iban,
        Self::Town,
        Self::Street,
        Self::Address,
        Self::Phone,
        Self::Email,
        Self::Code,
        Self::Password,
        Self::Plate,
        Self::Formula,
        Self::Document,
        Self::Honour,
    ];

    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::Text => &text::Text,
            Self::Area => &area::Area,
            Self::Number => &number::Number,
            Self::Amount => &amount::Amount,
            Self::Date => &date::DateField::OfEvent,
            Self::BirthDate => &date::DateField::OfBirth,
            Self::Month => &month::Month,
            Self::YesNo => &yes_no::YesNo,
            Self::Choice => &choice::OneChoice,
            Self::Boxes => &boxes::Boxes,
            Self::List => &list::List,
            Self::Nir => &nir::Nir,
            Self::TaxNumber => &tax_number::TaxNumber,
            Self::Iban => &iban::Iban,
            Self::Town => &town::Town,
            Self::Street => &street::Street,
            Self::Address => &address::Address,
            Self::Phone => &phone::Phone,
            Self::Email => &email::Email,
            Self::Code => &code::Code,
            Self::Password => &password::Password,
            Self::Plate => &plate::Plate,
            Self::Formula => &formula::Formula,
            Self::Document => &document::Document,
            Self::Honour => &honour::Honour,
        }
    }

    /// The kind an author calls `word`; accents and case do not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        static FOLDED: LazyLock<BTreeMap<String, Kind>> =
            LazyLock::new(|| Kind::ALL.map(|kind| (fold(kind.rules().word()), kind)).into());
        FOLDED.get(&fold(word)).copied()
    }

    /// The problem of that code, as stored in an event.
    pub fn problem(self, code: &str) -> Option<&'static Problem> {
        self.rules().problems().iter().find(|problem| problem.code == code)
    }

    /// The sentence for a problem's code, for a question of these settings.
    pub fn message(self, code: &str, settings: &Settings) -> Option<String> {
        self.problem(code).map(|problem| self.filled(problem.message, settings))
    }

    /// What to say when nothing was typed.
    pub fn missing(self, settings: &Settings) -> String {
        self.filled(self.rules().missing(), settings)
    }

    fn filled(self, sentence: &str, settings: &Settings) -> String {
        let rules = self.rules();
        let least = settings.least.as_deref().unwrap_or_else(|| rules.usual_least());
        let most = settings.most.as_deref().unwrap_or_default();
        let longest = settings.longest.unwrap_or_else(|| rules.usual_length());
        let words: [(&str, &dyn Fn() -> String); 4] = [
            ("{au-moins}", &|| rules.shown(least, settings)),
            ("{au-plus}", &|| rules.shown(most, settings)),
            ("{longueur}", &|| longest.to_string()),
            ("{exemple}", &|| rules.sample(settings)),
        ];
        words.iter().fold(sentence.to_owned(), |sentence, (word, value)| {
            if sentence.contains(word) { sentence.replace(word, &value()) } else { sentence }
        })
    }
}
