//! The words and signs of a term, each with its place.
//!
//! It knows no grammar: `parse.rs` says which may follow which.

use rust_decimal::Decimal;

use super::{Problem, number};
use crate::{
    date::{Date, Month},
    diagnostic::excerpt,
    reference::fold,
    text::Span,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a word of the language, folded.
    Name(String),
    Number(Decimal),
    Money(Decimal),
    /// What was written before « % », divided by 100.
    Percent(Decimal),
    Date(Date),
    Month(Month),
    Text(String),
    /// One of [`SIGNS`]' right sides.
    Sign(&'static str),
}

/// What can be written, and the sign it stands for; the longest first.
const SIGNS: &[(&str, &str)] = &[
    ("<>", "≠"),
    ("!=", "≠"),
    ("<=", "≤"),
    (">=", "≥"),
    ("==", "="),
    ("≠", "≠"),
    ("≤", "≤"),
    ("≥", "≥"),
    ("=", "="),
    ("<", "<"),
    (">", ">"),
    ("+", "+"),
    ("-", "-"),
    ("−", "-"),
    ("–", "-"),
    ("*", "*"),
    ("×", "*"),
    ("/", "/"),
    ("÷", "/"),
    ("(", "("),
    (")", ")"),
    (";", ";"),
];

/// Quotes, with those that close them.
const QUOTES: &[(char, char)] = &[('"', '"'), ('«', '»'), ('“', '”')];

/// The tokens of `text`, or everything in it that is none.
pub(crate) fn tokens(text: &str) -> Result<Vec<(Token, Span)>, Vec<Problem>> {
    let mut reader = Reader { text, at: 0, found: Vec::new(), problems: Vec::new() };
    while let Some(letter) = reader.rest().chars().next() {
        reader.one(letter);
    }
    if reader.problems.is_empty() { Ok(reader.found) } else { Err(reader.problems) }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    found: Vec<(Token, Span)>,
    problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn one(&mut self, first: char) {
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if first.is_ascii_digit() {
            self.number_or_name();
        } else if first.is_alphabetic() || first == '_' {
            self.name();
        } else if let Some((_, closing)) = QUOTES.iter().find(|(opening, _)| *opening == first) {
            self.quoted(first, *closing);
        } else if let Some((written, sign)) =
            SIGNS.iter().find(|(written, _)| self.rest().starts_with(written))
        {
            self.push(Token::Sign(sign), written.len());
        } else {
            let span = Span::new(self.at, self.at + first.len_utf8());
            self.at = span.end;
            self.problems.push(odd_sign(first, span));
        }
    }

    fn push(&mut self, token: Token, length: usize) {
        self.found.push((token, Span::new(self.at, self.at + length)));
        self.at += length;
    }

    fn refuse(&mut self, code: &'static str, length: usize, message: String, help: &str) {
        self.problems.push(Problem::new(code, Span::new(self.at, self.at + length), message).help(help));
        self.at += length;
    }

    /// A hyphen at the end of a name is a minus: `a- b`.
    fn name(&mut self) {
        let run = name_run(self.rest()).trim_end_matches(['-', '.', '\'', '’']);
        let written = excerpt(run);
        if run.split('.').any(str::is_empty) {
            let message = format!("le nom « {written} » contient deux points de suite");
            self.refuse("terme-illisible", run.len(), message, "gardez un seul point entre deux mots");
        } else if self.rest()[run.len()..].starts_with('.') {
            let message = format!("le nom « {written} » est suivi d’un point");
            let help = "écrivez la suite du nom après le point, ou retirez le point";
            self.refuse("terme-illisible", run.len() + 1, message, help);
        } else {
            self.push(Token::Name(fold(run)), run.len());
        }
    }

    fn number_or_name(&mut self) {
        let rest = self.rest();
        let run = name_run(rest);
        let first = run.split('.').next().unwrap_or_default();
        if first.chars().any(char::is_alphabetic) {
            return self.name();
        }
        let day = first.trim_end_matches(['-', '\'', '’', '_']);
        let is_day = day.len() == 10 && day.bytes().filter(|byte| *byte == b'-').count() == 2;
        if is_day || (day.len() == 7 && day.as_bytes()[4] == b'-') {
            let token = if is_day {
                Date::from_iso(day).map(Token::Date)
            } else {
                Month::from_iso(day).map(Token::Month)
            };
            return match token {
                Ok(token) => self.push(token, day.len()),
                Err(_) => self.refuse(
                    "date-illisible",
                    day.len(),
                    format!("« {} » n’est pas un jour du calendrier", excerpt(day)),
                    "écrivez l’année, le mois et le jour : « 2026-08-12 » pour le 12 août 2026",
                ),
            };
        }
        if let Some((length, meant)) = slashed_date(rest) {
            let span = Span::new(self.at, self.at + length);
            let message = format!("« {} » serait une division", &rest[..length]);
            let problem = Problem::new("date-illisible", span, message);
            self.problems.push(problem.help(format!("écrivez « {meant} »")).replacement(meant));
            self.at += length;
            return;
        }
        self.number();
    }

    fn number(&mut self) {
        let rest = self.rest();
        let mut digits = String::new();
        let mut length = take_digits(rest, &mut digits);
        let may_go_on = length <= 3;
        while may_go_on
            && digits.len() <= 15
            && let Some(group) = thousands(&rest[length..])
        {
            digits.push_str(&rest[length + group - 3..length + group]);
            length += group;
        }
        let units = digits.len();
        if let Some(after) = rest[length..].strip_prefix([',', '.'])
            && after.starts_with(|letter: char| letter.is_ascii_digit())
        {
            digits.push('.');
            length += 1 + take_digits(after, &mut digits);
        }
        let written = excerpt(&rest[..length]);
        let after = &rest[length..];
        if after.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
            let message = format!("le nombre « {written} » est collé au mot qui le suit");
            return self.refuse("terme-illisible", length, message, "mettez une espace entre les deux");
        }
        let parsed = digits.parse::<Decimal>().ok().filter(|_| units <= 15);
        let Some(parsed) = parsed.filter(|parsed| number::bounded(*parsed) == *parsed) else {
            let message = format!("le nombre « {written} » a trop de chiffres");
            let help = "écrivez au plus 15 chiffres avant la virgule et 10 après";
            return self.refuse("nombre-trop-grand", length, message, help);
        };
        let spaces = after.len() - after.trim_start_matches(is_space).len();
        let unit = after[spaces..].chars().next();
        match unit {
            Some('€') => self.push(Token::Money(parsed), length + spaces + '€'.len_utf8()),
            Some('%') => {
                let rate = number::hundredth(parsed);
                self.push(Token::Percent(rate), length + spaces + 1);
            }
            _ => self.push(Token::Number(parsed), length),
        }
    }

    fn quoted(&mut self, opening: char, closing: char) {
        let inside = &self.rest()[opening.len_utf8()..];
        if let Some(end) = inside.find(closing) {
            let text = inside[..end].trim().to_owned();
            self.push(Token::Text(text), opening.len_utf8() + end + closing.len_utf8());
        } else {
            let message = format!("un guillemet « {opening} » est ouvert et n’est pas fermé");
            let help = format!("ajoutez « {closing} » à la fin du texte");
            self.refuse("terme-illisible", opening.len_utf8(), message, &help);
        }
    }
}

/// The letters at the beginning of `text` that a name can hold.
fn name_run(text: &str) -> &str {
    let is_of_name = |letter: char| {
        letter.is_alphanumeric()
            || matches!(letter, '-' | '_' | '\'' | '’' | '.')
            || ('\u{300}'..='\u{36f}').contains(&letter)
    };
    let end = text.find(|letter| !is_of_name(letter)).unwrap_or(text.len());
    &text[..end]
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Copies the digits at the beginning of `text`, and says how many there are.
fn take_digits(text: &str, digits: &mut String) -> usize {
    let length = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    digits.push_str(&text[..length]);
    length
}

/// The length of « space, three digits » at the beginning of `text`, when it goes on a number.
fn thousands(text: &str) -> Option<usize> {
    let space = text.chars().next().filter(|letter| is_space(*letter))?;
    let after = &text[space.len_utf8()..];
    let digits = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
    (digits == 3).then_some(space.len_utf8() + 3)
}

/// The length of a date written `5/11/2026`, and how to write it.
fn slashed_date(text: &str) -> Option<(usize, String)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '/').unwrap_or(text.len());
    let mut parts = text[..end].split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let meant = format!("{year}-{month:0>2}-{day:0>2}");
    (parts.next().is_none() && Date::from_iso(&meant).is_ok()).then_some((end, meant))
}

fn odd_sign(sign: char, span: Span) -> Problem {
    let problem = Problem::new("terme-illisible", span, format!("le signe « {sign} » n’a pas de sens ici"));
    match sign {
        ',' => problem.help("séparez les valeurs par « ; »").replacement(" ;"),
        '&' => problem.help("écrivez « et »").replacement(" et "),
        '|' => problem.help("écrivez « ou »").replacement(" ou "),
        '!' => problem.help("écrivez « non »").replacement("non "),
        '\'' | '’' | '‘' => problem.help("mettez les textes entre guillemets droits : \"…\""),
        '{' | '}' => problem.help("retirez les accolades : un calcul n’en a pas besoin"),
        '[' | ']' => problem.help("employez des parenthèses"),
        '€' | '%' => problem.help(format!("écrivez le nombre, puis « {sign} » : « 10 {sign} »")),
        ':' => problem.help("écrivez « ÷ » ou « / » pour diviser"),
        _ => problem.help(format!("retirez « {sign} »")),
    }
}
