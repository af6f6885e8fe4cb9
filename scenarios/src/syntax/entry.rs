//! What a calculation takes: « montant entier facultatif de 0 à 1 000 », « liste de dates de 1 à 2 », or keys.
//!
//! It holds no value.

use super::{
    calculation::term,
    fields::{Fields, construct, entries},
    read,
    report::Report,
    tree::NodeKind,
    value::Value,
};
use crate::{
    calculation::{Entry, Shape},
    diagnostic::{Diagnostic, excerpt},
    reference::fold,
    spelling::closest,
    term::{Expr, Kind, Value as Worth, parse},
    text::Spanned,
};

/// Most items of a list when nothing is said.
const MANY: usize = 100;

const KINDS: [&str; 8] =
    ["montant", "montant entier", "nombre", "nombre entier", "date", "mois", "oui-non", "texte"];

/// A kind alone, or keys.
pub(super) fn entry<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Entry> {
    let name = value.key.clone();
    check_name(&name, report);
    if let NodeKind::Keys(_) = value.node.kind {
        return construct("l’entrée", |fields| long(name.clone(), fields))(value, report).flatten();
    }
    let (shape, optional) = phrase(value, report)?;
    Some(Entry { name, shape, optional, in_exercise: None, what: None })
}

fn long(name: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Entry> {
    let what = fields.optional("quoi", read::text).map(|what| what.value);
    let of_each = fields.optional("chacun", entries("l’entrée", entry));
    let phrased = fields.optional("genre", phrase);
    let least = fields.optional("de", number);
    let most = fields.optional("à", number);
    let optional = fields.optional("facultatif", read::yes_or_no).unwrap_or_default();
    let in_exercise = fields.optional("dans-l-exercice", term);
    let count = |number: &Option<Worth>| {
        number.as_ref().and_then(|number| usize::try_from(crate::term::whole(number.amount())).ok())
    };
    let (shape, said_optional) = match (of_each, phrased) {
        (Some(entries), None) => {
            let least = count(&least).unwrap_or_default();
            let most = count(&most).unwrap_or(MANY).max(least);
            (Shape::Items { entries, least, most }, false)
        }
        (None, Some((shape, optional))) => (bounded(shape, least, most), optional),
        (None, None) | (Some(_), Some(_)) => {
            fields.say(|span| {
                let message =
                    format!("l’entrée « {} » a besoin de « genre » ou de « chacun »", excerpt(&name.value));
                let help =
                    "écrivez « genre: » pour une valeur, ou « chacun: » pour une liste, et un seul des deux";
                Diagnostic::error("entree-illisible", span, message).help(help)
            });
            return None;
        }
    };
    Some(Entry { name, shape, optional: optional || said_optional, in_exercise, what })
}

/// `shape` with the bounds written beside it.
fn bounded(shape: Shape, from: Option<Worth>, to: Option<Worth>) -> Shape {
    let count = |number: Option<Worth>| {
        number.and_then(|number| usize::try_from(crate::term::whole(number.amount())).ok())
    };
    match shape {
        Shape::One { kind, whole, least, most } => {
            let least = from.map(|from| of_kind(&kind, from)).or(least);
            let most = to.map(|to| of_kind(&kind, to)).or(most);
            Shape::One { kind, whole, least, most }
        }
        Shape::List { item, least, most } => {
            let least = count(from).unwrap_or(least);
            Shape::List { item, least, most: count(to).unwrap_or(most).max(least) }
        }
        items @ Shape::Items { .. } => items,
    }
}

/// A bound, or a number of items.
fn number<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Worth> {
    let written = read::text(value, report)?;
    let bound = bound(&written.value);
    if bound.is_none() {
        report.say(unreadable_bound(&written));
    }
    bound
}

/// « montant entier facultatif de 0 à 1 000 ».
fn phrase<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<(Shape, bool)> {
    let written = read::text(value, report)?;
    match understood(&written.value) {
        Ok(understood) => Some(understood),
        Err(Misread::Bound) => {
            report.say(unreadable_bound(&written));
            None
        }
        Err(Misread::Kind(word)) => {
            let message = format!("« {} » n’est pas un genre d’entrée", excerpt(&word));
            let finding = Diagnostic::error("entree-illisible", written.span, message);
            report.say(match closest(&word, KINDS) {
                Some(meant) => finding.help(format!("écrivez « {meant} »")),
                None => finding.help(format!(
                    "choisissez parmi : {}, « un de A, B », « liste de montants »",
                    KINDS.join(", ")
                )),
            });
            None
        }
    }
}

enum Misread {
    Kind(String),
    Bound,
}

fn understood(text: &str) -> Result<(Shape, bool), Misread> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let is = |at: usize, word: &str| folded.get(at).is_some_and(|found| found == word);
    let optional_at = folded.iter().position(|word| word == "facultatif" || word == "facultative");
    let optional = optional_at.is_some();
    let kept = |from: usize| (from..words.len()).filter(move |at| Some(*at) != optional_at);
    if is(0, "un") && is(1, "de") {
        let all: Vec<&str> = kept(2).map(|at| words[at]).collect();
        let choices: Vec<String> = all
            .join(" ")
            .split(|letter: char| letter == ',' || letter.is_whitespace())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        if choices.is_empty() {
            return Err(Misread::Kind(text.to_owned()));
        }
        let shape = Shape::One { kind: Kind::Choice(choices), whole: false, least: None, most: None };
        return Ok((shape, optional));
    }
    let is_list = is(0, "liste") && (is(1, "de") || folded.get(1).is_some_and(|word| word.starts_with("d'")));
    let rest: Vec<String> = kept(if is_list { 2 } else { 0 }).map(|at| folded[at].clone()).collect();
    let bounds_at = rest.iter().position(|word| word == "de").unwrap_or(rest.len());
    let item = simple(&rest[..bounds_at]).ok_or_else(|| Misread::Kind(rest[..bounds_at].join(" ")))?;
    let (from, to) = bounds(&rest[bounds_at..])?;
    let shape = if is_list { Shape::List { item: Box::new(item), least: 0, most: MANY } } else { item };
    Ok((bounded(shape, from, to), optional))
}

/// « montant entier », « dates ».
fn simple(words: &[String]) -> Option<Shape> {
    let singular =
        |word: &String| if word == "mois" { "mois" } else { word.trim_end_matches('s') }.to_owned();
    let words: Vec<String> = words.iter().map(singular).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (kind, whole) = match words.as_slice() {
        ["montant"] => (Kind::Money, false),
        ["montant", "entier"] => (Kind::Money, true),
        ["nombre"] => (Kind::Number, false),
        ["nombre", "entier"] => (Kind::Number, true),
        ["date"] => (Kind::Date, false),
        ["mois"] => (Kind::Month, false),
        ["oui-non"] => (Kind::YesNo, false),
        ["texte"] => (Kind::Text, false),
        _ => return None,
    };
    Some(Shape::One { kind, whole, least: None, most: None })
}

/// « de 0 à 1 000 », or nothing.
fn bounds(words: &[String]) -> Result<(Option<Worth>, Option<Worth>), Misread> {
    if words.is_empty() {
        return Ok((None, None));
    }
    let to = words.iter().position(|word| word == "a").ok_or(Misread::Bound)?;
    let low = bound(&words[1..to].join(" ")).ok_or(Misread::Bound)?;
    let high = bound(&words[to + 1..].join(" ")).ok_or(Misread::Bound)?;
    Ok((Some(low), Some(high)))
}

fn bound(text: &str) -> Option<Worth> {
    match parse(text).ok()? {
        Expr::Literal(value, _) => Some(value),
        Expr::Negative(inner, _) => match *inner {
            Expr::Literal(Worth::Number(number), _) => Some(Worth::Number(-number)),
            Expr::Literal(Worth::Money(amount), _) => Some(Worth::Money(-amount)),
            _ => None,
        },
        _ => None,
    }
}

fn of_kind(kind: &Kind, value: Worth) -> Worth {
    match (kind, value) {
        (Kind::Money, Worth::Number(amount)) => Worth::Money(amount),
        (_, value) => value,
    }
}

fn unreadable_bound(written: &Spanned<String>) -> Diagnostic {
    let message = format!("les bornes de « {} » ne sont pas comprises", excerpt(&written.value));
    Diagnostic::error("entree-illisible", written.span, message)
        .help("écrivez le plus petit, « à », puis le plus grand : « nombre de 2024 à 2025 »")
}

fn check_name(name: &Spanned<String>, report: &mut Report<'_>) {
    let path = fold(name.value.trim());
    let is_name = path.chars().any(char::is_alphabetic)
        && path.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        && !path.ends_with('-');
    if !is_name {
        let message = format!("« {} » n’est pas un nom d’entrée", excerpt(&name.value));
        report
            .say(Diagnostic::error("nom-illisible", name.span, message).help(
                "n’employez que des lettres, des chiffres, « - » et « _ », par exemple « revenu-net »",
            ));
    }
}
