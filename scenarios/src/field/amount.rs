//! An amount in euros: 1 234,56 or 1234.56 or « 1.234,56 € ».
//!
//! The comma is the decimal mark, as on every French form; a point is one too, unless exactly three digits follow it. So
//! « 1.234 » is a thousand and more, because no amount has three decimals, and « 1,234 » is refused rather than guessed.
//! When both are there, the last one is the decimal mark; a mark that comes twice parts thousands. What was understood
//! is shown back. Nothing is spelled out: « mille » is no amount. Amounts below zero are refused, unless `au-moins` is one.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    bounds::{Outside, outside},
    clean::{first, grouped, is_digits, without_spaces},
};
use crate::{reference::fold, term};

pub(super) struct Amount;

static PROBLEMS: [Problem; 6] = [
    Problem::new("pas-un-montant", "Tapez un montant, en chiffres. Par exemple : 1 234"),
    Problem::new(
        "trop-de-decimales",
        "Après la virgule, il y a deux chiffres au plus. Par exemple : 1 234,56",
    ),
    Problem::new("sans-centimes", "Tapez le montant en euros, sans les centimes. Par exemple : 1 234"),
    Problem::new("trop-long", "Ce montant est trop long. Comptez les chiffres."),
    Problem::new("trop-petit", "Ce montant est trop petit. Tapez {au-moins} ou plus."),
    Problem::new("trop-grand", "Ce montant est trop grand. Tapez {au-plus} ou moins."),
];

impl Rules for Amount {
    fn word(&self) -> &'static str {
        "montant"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Neutral
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Cents, Setting::Least, Setting::Most]
    }

    fn control<'s>(&self, settings: &'s Settings) -> Control<'s> {
        const WHOLE: &[Line] = &[Line::alone(10, Keyboard::Digits).followed_by("€")];
        const WITH_CENTS: &[Line] = &[Line::alone(10, Keyboard::Decimal).followed_by("€")];
        Control::Lines(if settings.cents { WITH_CENTS } else { WHOLE })
    }

    /// Gives euros and two decimals after a point, such as `1234.50`.
    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let figure = figure(&in_euros(first(typed))).map_err(|unread| match unread {
            Unread::Decimals => &PROBLEMS[1],
            Unread::Long => &PROBLEMS[3],
            Unread::Other => &PROBLEMS[0],
        })?;
        if figure.cents != 0 && !settings.cents {
            return Err(&PROBLEMS[2]);
        }
        let in_cents = |bound: &str| Figure::from_stored(bound).map(Figure::in_cents);
        match outside(&figure.in_cents(), self.usual_least(), settings, in_cents) {
            Some(Outside::Below) => Err(&PROBLEMS[4]),
            Some(Outside::Above) => Err(&PROBLEMS[5]),
            None => Ok(figure.canonical()),
        }
    }

    fn shown(&self, canonical: &str, _: &Settings) -> String {
        Figure::from_stored(canonical)
            .map_or_else(|| canonical.to_owned(), |figure| format!("{}\u{a0}€", figure.written()))
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        vec![Figure::from_stored(canonical).map_or_else(|| canonical.to_owned(), Figure::written)]
    }

    fn understood(&self, canonical: &str, settings: &Settings) -> Option<String> {
        Some(self.shown(canonical, settings))
    }

    fn missing(&self) -> &'static str {
        "Tapez un montant en euros. Par exemple : 1 234"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        let bounded = Settings { most: Some("100000.00".to_owned()), ..Settings::default() };
        vec![
            Examples::with(
                Settings { cents: true, ..Settings::default() },
                &[
                    (&["1234,56"], Ok("1234.56")),
                    (&["1 234.56"], Ok("1234.56")),
                    (&["1.234,56 €"], Ok("1234.56")),
                    (&["1,234.56"], Ok("1234.56")),
                    (&["12 € 50"], Ok("12.50")),
                    (&["12,5"], Ok("12.50")),
                    (&["1.234"], Ok("1234.00")),
                    (&["1,234"], Err("trop-de-decimales")),
                    (&["mille"], Err("pas-un-montant")),
                ],
            ),
            Examples::with(
                Settings::default(),
                &[
                    (&["24 000 euros"], Ok("24000.00")),
                    (&["24000,00"], Ok("24000.00")),
                    (&["24 000,50"], Err("sans-centimes")),
                    (&["1234567890123456"], Err("trop-long")),
                ],
            ),
            Examples::with(bounded, &[(&["-12"], Err("trop-petit")), (&["240 000"], Err("trop-grand"))]),
        ]
    }

    fn bound(&self, written: &str) -> Option<String> {
        figure(&in_euros(written)).ok().map(Figure::canonical)
    }

    fn usual_least(&self) -> &'static str {
        "0.00"
    }

    fn answer_kind(&self, _: &Settings) -> term::Kind {
        term::Kind::Money
    }
}

/// A figure with two decimals at the most. Both parts have the same sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) units: i64,
    pub(super) cents: i64,
}

/// Why a text is not a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// More than two digits after the comma.
    Decimals,
    /// More digits than any answer has.
    Long,
    Other,
}

/// Digits read before the comma at the most.
const MOST_DIGITS: usize = 12;

/// Reads digits, a sign and marks; see the module for what the marks mean.
pub(super) fn figure(typed: &str) -> Result<Figure, Unread> {
    let text = without_spaces(typed);
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (units, decimals) = split(text)?;
    let units = units.trim_start_matches('0');
    if units.len() > MOST_DIGITS {
        return Err(Unread::Long);
    }
    if decimals.len() > 2 {
        return Err(Unread::Decimals);
    }
    let number =
        |digits: &str| if digits.is_empty() { Ok(0) } else { digits.parse().map_err(|_| Unread::Other) };
    let sign = if negative { -1 } else { 1 };
    let (units, cents): (i64, i64) = (number(units)?, number(&format!("{decimals:0<2}"))?);
    Ok(Figure { units: sign * units, cents: sign * cents })
}

/// Digits before and after the decimal mark.
fn split(text: &str) -> Result<(String, &str), Unread> {
    let marks: Vec<(usize, char)> =
        text.char_indices().filter(|(_, letter)| matches!(letter, '.' | ',')).collect();
    let decimal = match marks.as_slice() {
        [] => None,
        [(at, mark)] => (*mark == ',' || text.len() - at != 4 || *at == 0).then_some(*at),
        [.., (_, before), (at, last)] => (before != last).then_some(*at),
    };
    let (units, decimals) = match decimal {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let mut groups = units.split(['.', ',']);
    let (first, rest) = (groups.next().unwrap_or_default(), groups.collect::<Vec<_>>());
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let thousands = rest.is_empty() || (is_digits(first) && rest.iter().all(|group| group.len() == 3));
    let something = !(first.is_empty() && decimals.is_empty());
    if thousands
        && something
        && all_digits(first)
        && all_digits(decimals)
        && rest.iter().all(|group| all_digits(group))
    {
        Ok((units.replace(['.', ','], ""), decimals))
    } else {
        Err(Unread::Other)
    }
}

/// Without the name of the money; « 12 € 50 » is 12,50.
fn in_euros(typed: &str) -> String {
    let text = fold(&without_spaces(typed));
    let text = text.replace("euros", "€").replace("euro", "€").replace("eur", "€");
    match text.split_once('€') {
        Some((units, cents)) if is_digits(units) && cents.len() == 2 && is_digits(cents) => {
            format!("{units},{cents}")
        }
        Some((figure, "") | ("", figure)) => figure.to_owned(),
        _ => text,
    }
}

/// « 1 203 », with narrow spaces that do not break, as terms write it.
pub(super) fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let head = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let groups: Vec<usize> = std::iter::once(head).chain(std::iter::repeat_n(3, digits.len() / 3)).collect();
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(&digits, &groups).replace(' ', "\u{202f}"))
}

impl Figure {
    /// Reads `1234.56`, and what terms and personas store: `1234.5`, `1234`.
    fn from_stored(text: &str) -> Option<Self> {
        let (units, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let plain = is_digits(units.strip_prefix('-').unwrap_or(units)) && matches!(decimals.len(), 1 | 2);
        figure(text).ok().filter(|_| plain)
    }

    const fn in_cents(self) -> i64 {
        self.units * 100 + self.cents
    }

    fn canonical(self) -> String {
        let sign = if self.in_cents() < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", self.units.abs(), self.cents.abs())
    }

    /// « 1 234,56 », or « 1 234 » when there are no cents.
    fn written(self) -> String {
        let sign = if self.units == 0 && self.cents < 0 { "−" } else { "" };
        let cents = if self.cents == 0 { String::new() } else { format!(",{:02}", self.cents.abs()) };
        format!("{sign}{}{cents}", thousands(self.units))
    }
}
