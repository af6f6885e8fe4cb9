//! How people write a value: as usual, or clumsily.

use super::chance::Chance;
use scenarios::guard::Kind;

const SPACES: [&str; 6] = [" ", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}"];
const MARKS: [&str; 22] = [
    " ", ".", "-", "/", "_", ",", "  ", " - ", " . ", "\u{2013}", "\u{2011}", "\u{2014}", "\u{b7}", "\u{a0}",
    "\u{202f}", "\u{2007}", "\n", "\t", ", ", " / ", "\u{2022}", "*",
];

/// Cuts a text in groups of these lengths; what is left makes a last group.
pub(crate) fn groups(text: &str, lengths: &[usize], mark: &str) -> String {
    let mut rest = text;
    let mut parts = Vec::new();
    for length in lengths {
        let (part, after) = rest.split_at((*length).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts.join(mark)
}

/// The groups each kind is printed in.
fn printed(kind: Kind, value: &str) -> Vec<usize> {
    match kind {
        Kind::Nir => vec![1, 2, 2, 2, 3, 3, 2],
        Kind::NumeroFiscal => vec![2, 2, 3, 3, 3],
        Kind::Card if value.len() == 15 => vec![4, 6, 5],
        Kind::Card if value.len() == 14 => vec![4, 6, 4],
        Kind::Iban | Kind::Card => vec![4; 9],
        Kind::Phone => vec![2; 5],
        Kind::Email | Kind::Plate => vec![],
    }
}

pub(crate) fn canonical(kind: Kind, value: &str, chance: &mut Chance) -> String {
    let lengths = printed(kind, value);
    match (kind, chance.below(10)) {
        (Kind::Plate, 0..3) => value.replace(['-', ' '], " "),
        (Kind::Plate, 3) => value.replace(['-', ' '], ""),
        (Kind::Plate | Kind::Email, _) => value.to_owned(),
        (Kind::Phone, 3) => groups(value, &lengths, "."),
        (Kind::Phone, 4) => groups(value, &lengths, "-"),
        (Kind::Phone, 5) if !value.starts_with("0262") => {
            format!("+33 {}", groups(&value[1..], &[1, 2, 2, 2, 2], " "))
        }
        (Kind::Phone, 6) => format!("+33{}", &value[1..]),
        (Kind::Phone, 7) => format!("0033{}", &value[1..]),
        (Kind::Nir, 0) => value[..13].to_owned(),
        (Kind::Nir, 1) => groups(&value[..13], &lengths, " "),
        (_, 0..6) => groups(value, &lengths, " "),
        _ => value.to_owned(),
    }
}

/// Random cuts of one to four characters.
fn ragged(text: &str, chance: &mut Chance, mut mark: impl FnMut(&mut Chance) -> String) -> String {
    let mut out = String::new();
    let mut left = 0;
    for (at, c) in text.chars().enumerate() {
        if left == 0 {
            if at > 0 {
                out.push_str(&mark(chance));
            }
            left = chance.between(1, 4);
        }
        out.push(c);
        left -= 1;
    }
    out
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c })
        .collect()
}

fn arabic(text: &str) -> String {
    text.chars()
        .map(|c| c.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit)).unwrap_or(c))
        .collect()
}

fn sprinkled(text: &str, chance: &mut Chance) -> String {
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if chance.once_in(3) {
            out.push_str(chance.pick(&["\u{200b}", "\u{ad}", "\u{200d}", "\u{feff}", "\u{2060}"]));
        }
    }
    out
}

/// Some zeros and ones typed as letters.
fn drawn(text: &str, chance: &mut Chance) -> String {
    let draw = |c: char| match c {
        '0' if !chance.once_in(3) => {
            if chance.once_in(2) {
                'O'
            } else {
                'o'
            }
        }
        '1' if chance.once_in(2) => {
            if chance.once_in(2) {
                'l'
            } else {
                'I'
            }
        }
        c => c,
    };
    text.chars().map(draw).collect()
}

/// A number from 0 to 999 999 in words.
pub(crate) fn words(number: u64, hyphen: &str) -> String {
    const UNITS: [&str; 20] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];
    const TENS: [&str; 10] = [
        "",
        "",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "soixante",
        "quatre-vingt",
        "quatre-vingt",
    ];
    let said = match number {
        0..=19 => UNITS[usize::try_from(number).unwrap_or(0)].to_owned(),
        20..=99 => {
            let tens = TENS[usize::try_from(number / 10).unwrap_or(0)];
            let unit = if matches!(number / 10, 7 | 9) { number % 10 + 10 } else { number % 10 };
            match unit {
                0 if number == 80 => "quatre-vingts".to_owned(),
                0 => tens.to_owned(),
                1 | 11 if number < 80 => format!("{tens} et {}", words(unit, "-")),
                _ => format!("{tens}-{}", words(unit, "-")),
            }
        }
        1000.. => {
            let thousands = if number / 1000 == 1 {
                "mille".to_owned()
            } else {
                format!("{} mille", words(number / 1000, "-"))
            };
            if number.is_multiple_of(1000) {
                thousands
            } else {
                format!("{thousands} {}", words(number % 1000, "-"))
            }
        }
        _ => {
            let hundreds = if number / 100 == 1 {
                "cent".to_owned()
            } else {
                format!("{} cent", words(number / 100, "-"))
            };
            if number.is_multiple_of(100) {
                hundreds
            } else {
                format!("{hundreds} {}", words(number % 100, "-"))
            }
        }
    };
    said.replace('-', hyphen)
}

/// Digits in words, group by group as they are read aloud, zeros in front said one by one.
pub(crate) fn said(text: &str, lengths: &[usize], chance: &mut Chance) -> String {
    let hyphen = chance.pick(&["-", " "]);
    let mark = chance.pick(&[" ", " ", ", ", " - "]);
    let doubles = chance.once_in(2);
    let group = |group: &str| {
        if group == "00" && doubles {
            return "double zéro".to_owned();
        }
        let Ok(number) = group.parse::<u64>() else {
            return group
                .chars()
                .map(|c| c.to_digit(10).map_or(c.to_string(), |digit| words(digit.into(), hyphen)))
                .collect::<Vec<_>>()
                .join(" ");
        };
        let zeros = group.len() - group.trim_start_matches('0').len().max(1);
        let mut parts = vec![words(0, hyphen); zeros];
        parts.push(words(number, hyphen));
        parts.join(" ")
    };
    groups(text, lengths, "|").split('|').map(group).collect::<Vec<_>>().join(mark)
}

fn mixed_case(text: &str, chance: &mut Chance) -> String {
    text.chars()
        .map(|c| if chance.once_in(2) { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() })
        .collect()
}

pub(crate) fn clumsy(kind: Kind, value: &str, chance: &mut Chance) -> String {
    match kind {
        Kind::Email => clumsy_email(value, chance),
        Kind::Plate => clumsy_plate(value, chance),
        Kind::Phone => clumsy_phone(value, chance),
        _ => clumsy_number(kind, value, chance),
    }
}

fn clumsy_number(kind: Kind, value: &str, chance: &mut Chance) -> String {
    let lengths = printed(kind, value);
    let mark = chance.pick(&MARKS);
    match chance.below(15) {
        0 | 1 => groups(value, &lengths, mark),
        2 => ragged(value, chance, |_| mark.to_owned()),
        3 => ragged(value, chance, |chance| chance.pick(&[" ", ".", "-", "  ", "/"]).to_owned()),
        4 => drawn(&groups(value, &lengths, " "), chance),
        5 => drawn(value, chance),
        6 => full_width(&groups(value, &lengths, " ")),
        7 => arabic(&groups(value, &lengths, chance.pick(&SPACES))),
        8 => sprinkled(&groups(value, &lengths, chance.pick(&SPACES)), chance),
        9 => value.chars().map(String::from).collect::<Vec<_>>().join(chance.pick(&[" ", ".", "-", ", "])),
        10 => groups(value, &lengths, chance.pick(&SPACES)).to_lowercase(),
        11 => value.to_lowercase(),
        12 if kind == Kind::Card && chance.once_in(2) => said(value, &[2; 10], chance),
        12 if kind != Kind::Iban => said(value, &lengths, chance),
        13 if kind == Kind::Nir => format!("{} clé {}", groups(&value[..13], &lengths, " "), &value[13..]),
        13 if kind == Kind::Iban => groups(value, &[2, 2, 5, 5, 11, 2], " "),
        14 => {
            let (head, tail) = value.split_at(value.len() / 2);
            format!("{}\n{}", groups(head, &[4, 4, 4], " "), groups(tail, &[4, 4, 4], " "))
        }
        _ => groups(value, &[3; 9], " "),
    }
}

fn clumsy_phone(value: &str, chance: &mut Chance) -> String {
    let pairs = [2; 5];
    let mark = chance.pick(&MARKS);
    let abroad = groups(&value[1..], &[1, 2, 2, 2, 2], mark);
    match chance.below(20) {
        0 | 1 => groups(value, &pairs, mark),
        2 => ragged(value, chance, |chance| chance.pick(&[" ", ".", "-", "/", "_"]).to_owned()),
        3 => drawn(&groups(value, &pairs, " "), chance),
        4 => drawn(value, chance),
        5 => full_width(&groups(value, &pairs, " ")),
        6 => arabic(&groups(value, &pairs, chance.pick(&SPACES))),
        7 => sprinkled(value, chance),
        8 => value.chars().map(String::from).collect::<Vec<_>>().join(" "),
        9 | 10 => said(value, &pairs, chance),
        11 => format!("+33 (0){abroad}"),
        12 => format!("(+33){}", groups(&value[1..], &[1, 2, 2, 2, 2], " ")),
        13 => format!("00 33 {abroad}"),
        14 => format!("+33.{abroad}"),
        15 => groups(value, &[4, 3, 3], chance.pick(&[" ", "-", "."])),
        16 => format!("({}) {}", &value[..2], groups(&value[2..], &pairs, " ")),
        17 => format!("{}-{}", &value[..2], &value[2..]),
        18 => format!("+33 0{abroad}"),
        _ => {
            let (head, tail) = value.split_at(4);
            format!("{} {}", groups(head, &pairs, " "), said(tail, &pairs, chance))
        }
    }
}

fn clumsy_plate(value: &str, chance: &mut Chance) -> String {
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
    let marked = |mark: &str| value.replace(['-', ' '], mark);
    match chance.below(14) {
        12 if value.contains('-') => drawn_plate(value, chance),
        13 if value.contains('-') => drawn_plate(&plain, chance),
        0 => plain.to_lowercase(),
        1 => marked(" ").to_lowercase(),
        2 => marked(
            chance.pick(&[".", "_", "/", " - ", "  ", "\u{2013}", "\u{2011}", "\u{a0}", "\u{b7}", " / "]),
        ),
        3 => full_width(&marked("-")),
        4 => sprinkled(value, chance),
        5 => marked(chance.pick(&["-", "."])).to_lowercase(),
        6 => value.replacen(['-', ' '], " ", 1),
        7 => value.replacen(['-', ' '], "", 1),
        8 => mixed_case(value, chance),
        9 => arabic(value),
        10 => plain,
        _ => {
            value.chars().filter(char::is_ascii_alphanumeric).map(String::from).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Zeros and ones of the digits typed as letters, one digit at least kept.
fn drawn_plate(value: &str, chance: &mut Chance) -> String {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let typed = drawn(&digits, chance);
    if typed.contains(|c: char| c.is_ascii_digit()) {
        value.replace(&digits, &typed)
    } else {
        value.to_owned()
    }
}

fn clumsy_email(value: &str, chance: &mut Chance) -> String {
    let (local, domain) = value.split_once('@').unwrap_or((value, ""));
    let point = chance.pick(&[" point ", " point ", " dot ", "[point]", "(dot)", " (point) ", "[.]"]);
    let spoken = |text: &str| text.replace('.', point).replace('-', " tiret ").replace('_', " underscore ");
    match chance.below(18) {
        0 | 1 => format!(
            "{}{}{}",
            spoken(local),
            chance.pick(&[" arobase ", " arobas ", " Arobase ", "(arobase)", " arrobase "]),
            domain.replace('.', point)
        ),
        2 => format!("{local} arobase {domain}"),
        3 => format!("{local} at {domain}"),
        4 => format!("{local}[at]{domain}"),
        5 => format!("{local} (at) {}", domain.replace('.', point)),
        6 => format!("{local} (à) {domain}"),
        7 => format!("{local} @ {domain}"),
        8 => format!("{local}@ {domain}"),
        9 => format!("{local} @ {}", domain.replace('.', " . ")),
        10 => value.to_uppercase(),
        11 => full_width(value),
        12 => sprinkled(value, chance),
        13 => format!("{local}\u{ff20}{domain}"),
        14 => format!("{local}@{}", domain.replace('.', ",")),
        15 => format!("{local} at {}", domain.replace('.', " dot ")),
        16 => format!("{local}@\n{domain}"),
        _ => format!("{}@{}", local.replace('.', " . "), domain.replace('.', " .")),
    }
}
