//! Readers of values: text, word, number, date, reference, template, list.
//!
//! Each gives what it understood, or says why not. Constructs are declared in `scenario.rs`.

use super::{
    fields::{Fields, construct},
    offsets::Offsets,
    report::Report,
    shape,
    sketch::Form,
    template,
    tree::{Entry, NodeKind},
    value::Value,
    words,
};
use crate::{
    date::Date,
    diagnostic::{Diagnostic, excerpt},
    drawing::{DRAWINGS, Drawing},
    model::{Branch, EndingWhen, Hint, Hints, LEVELS, Loop, Place, Required, Template, Way, When},
    persona::Household,
    reference::{fold, slug},
    spelling::closest,
    term::{self, Expr},
    text::{Span, Spanned},
};

/// Codes of the French framework of digital skills (CRCN), in five domains.
const SKILLS: [&str; 16] = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1",
    "5.2",
];

/// A text as written.
pub(crate) fn text<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    let (scalar, span) = shape::text(value, report)?;
    Some(Spanned::new(scalar.value.trim().to_owned(), span))
}

/// A word of the language or a name, in lower case without accents.
pub(crate) fn word<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    Some(text(value, report)?.map(|written| fold(&written)))
}

/// A whole number.
pub(crate) fn number<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<u32>> {
    report.expect(|| Form::Digits);
    let written = text(value, report)?;
    let number =
        written.value.parse().ok().filter(|_| written.value.bytes().all(|byte| byte.is_ascii_digit()));
    if number.is_none() {
        report.say(
            bad(value, "nombre-illisible", written.span, &written.value, "n’est pas un nombre entier")
                .help("écrivez seulement des chiffres, par exemple « 1 »"),
        );
    }
    Some(Spanned::new(number?, written.span))
}

/// A day, such as `2026-08-12`.
pub(crate) fn date<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    report.expect(|| Form::Day);
    let written = text(value, report)?;
    if Date::from_iso(&written.value).is_err() {
        let finding = bad(value, "date-illisible", written.span, &written.value, "n’est pas une date");
        report.say(words::date(finding, &written));
    }
    Some(written)
}

/// « oui » or « non ».
pub(crate) fn yes_or_no<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<bool> {
    report.expect(|| Form::Words(vec!["oui", "non"]));
    let written = text(value, report)?;
    match fold(&written.value).as_str() {
        "oui" => Some(true),
        "non" => Some(false),
        _ => {
            let says = "n’est ni « oui » ni « non »";
            let finding = bad(value, "oui-ou-non-attendu", written.span, &written.value, says);
            report.say(words::yes_or_no(finding, &written));
            None
        }
    }
}

/// « aujourd’hui », the only day that a bound can be.
pub(crate) fn today<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    report.expect(|| Form::Words(vec!["aujourd’hui"]));
    let written = word(value, report)?;
    if written.value != "aujourd'hui" {
        let finding = bad(value, "date-illisible", written.span, &written.value, "n’est pas un jour connu");
        report.say(words::among(finding, &written, &["aujourd’hui"], "supprimez la ligne"));
    }
    Some(written)
}

/// A text that may quote values between braces.
pub(crate) fn template<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Template>> {
    let (scalar, span) = shape::text(value, report)?;
    Some(Spanned::new(template::read(scalar, span, report), span))
}

/// An amount, a date, a condition or a mere value: see `term`.
pub(crate) fn term<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Expr>> {
    let (scalar, span) = shape::text(value, report)?;
    let written = scalar.value.trim_end();
    let offsets = Offsets::new(scalar, span, &report.text.content);
    Some(Spanned::new(parse_term(written, &|place| offsets.span(place.start, place.end), report)?, span))
}

/// « différent », « faute-de-frappe », or a term.
pub(crate) fn when<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<When>> {
    let written = text(value, report)?;
    let when = match fold(&written.value).as_str() {
        "different" => When::Different,
        "faute-de-frappe" => When::Slip,
        word if misspelt(word, &["différent", "faute-de-frappe"]) => {
            let finding =
                bad(value, "condition-inconnue", written.span, &written.value, "n’est pas une condition");
            report.say(words::among(finding, &written, &["différent", "faute-de-frappe"], ""));
            return None;
        }
        _ => When::Term(term(value, report)?.value),
    };
    Some(Spanned::new(when, written.span))
}

/// « tout-juste », « une-erreur », or a condition.
pub(crate) fn ending_when<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<EndingWhen>> {
    report.expect(|| Form::WordsOrTerm(vec!["tout-juste", "une-erreur"]));
    let written = text(value, report)?;
    let when = match fold(&written.value).as_str() {
        "tout-juste" => EndingWhen::AllRight,
        "une-erreur" => EndingWhen::SomeMistake,
        word if !word.contains(['.', '(', ' ']) => {
            let finding =
                bad(value, "condition-inconnue", written.span, &written.value, "n’est pas une condition");
            report.say(words::among(finding, &written, &["tout-juste", "une-erreur"], ""));
            return None;
        }
        _ => EndingWhen::Holds(term(value, report)?.value),
    };
    Some(Spanned::new(when, written.span))
}

/// Whether a lone word is nearly one of `words`.
fn misspelt(word: &str, words: &[&str]) -> bool {
    !word.contains(['.', '(', ' ']) && closest(word, words.iter().copied()).is_some()
}

/// « oui », « non », or the condition under which a question is optional.
pub(crate) fn required<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Required> {
    report.expect(|| Form::WordsOrTerm(vec!["oui", "non"]));
    let written = text(value, report)?;
    Some(match fold(&written.value).as_str() {
        "oui" => Required::Never,
        "non" => Required::Always,
        word if !word.contains(['.', '(', ' ']) => {
            let says = "n’est ni « oui » ni « non »";
            let finding = bad(value, "oui-ou-non-attendu", written.span, &written.value, says);
            report.say(words::yes_or_no(finding, &written));
            return None;
        }
        _ => Required::Unless(term(value, report)?),
    })
}

/// Rungs of help, or « aucun ».
pub(crate) fn hints<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Hints> {
    match &value.node.kind {
        NodeKind::Text(_) if report.is_describing() => {
            report.expect(|| Form::Words(vec!["aucune", "aucun", "aucuns"]));
            text(value, report)?;
            None
        }
        NodeKind::Text(scalar) if ["aucun", "aucune", "aucuns"].contains(&fold(&scalar.value).as_str()) => {
            Some(Hints::None)
        }
        _ => Some(Hints::Said(list(hint)(value, report)?)),
    }
}

/// A sentence, or a sentence and the place on a paper that it shows.
fn hint<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Hint> {
    match &value.node.kind {
        NodeKind::Keys(_) => construct("l’indice", marked)(value, report)?,
        _ => Some(Hint { says: template(value, report)?, shows: None }),
    }
}

fn marked(fields: &mut Fields<'_, '_>) -> Option<Hint> {
    let says = fields.required("dit", template);
    let paper = fields.required("papier", word);
    let line = fields.required("ligne", word);
    let shows = paper.zip(line).map(|(paper, line)| Place { paper, line: line.map(|line| slug(&line)) });
    Some(Hint { says: says?, shows })
}

/// A page, or a list of branches.
pub(crate) fn way<'t>(
    branch: impl Fn(Value<'t>, &mut Report<'t>) -> Option<Option<Branch>>,
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Way> {
    move |value, report| match &value.node.kind {
        NodeKind::List(_) => {
            let branches = list(&branch)(value, report)?;
            Some(Way::Branches(branches.into_iter().flatten().collect()))
        }
        _ => Some(Way::To(word(value, report)?)),
    }
}

/// « adulte dans personnage.adultes ».
pub(crate) fn each<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Loop> {
    let (scalar, span) = shape::text(value, report)?;
    let written = scalar.value.trim();
    let offsets = Offsets::new(scalar, span, &report.text.content);
    let parts = written.split_once(" dans ").map(|(name, list)| (name.trim(), list.trim()));
    let proper = |word: &str, dots: bool| {
        !word.is_empty()
            && fold(word)
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || (dots && letter == '.'))
    };
    let Some((name, list)) = parts.filter(|(name, list)| proper(name, false) && proper(list, true)) else {
        report.say(
            bad(value, "boucle-illisible", span, written, "ne dit pas sur quoi l’on répète")
                .help("écrivez un nom, « dans », puis une liste : « enfant dans personnage.enfants »"),
        );
        return None;
    };
    let start = scalar.value.len() - list.len() - (scalar.value.len() - scalar.value.trim_end().len());
    let list_span = offsets.span(start, start + list.len());
    Some(Loop { name: Spanned::new(fold(name), span), list: Spanned::new(fold(list), list_span) })
}

/// One loop, or several from the outside in.
pub(crate) fn loops<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Loop>> {
    match &value.node.kind {
        NodeKind::List(_) => list(each)(value, report),
        _ => Some(vec![each(value, report)?]),
    }
}

/// Two numbers, such as « 25 à 60 », or one that is both.
pub(crate) fn range<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<(u32, u32)>> {
    let written = text(value, report)?;
    let folded = fold(&written.value);
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let range = match folded.split_once(" a ") {
        Some((low, high)) => number(low).zip(number(high)),
        None => number(&folded).map(|both| (both, both)),
    };
    let range = range.filter(|(low, high)| low <= high);
    if range.is_none() {
        report.say(
            bad(value, "nombres-illisibles", written.span, &written.value, "n’est pas un intervalle")
                .help("écrivez le plus petit, « à », puis le plus grand : « 25 à 60 »"),
        );
    }
    Some(Spanned::new(range?, written.span))
}

/// « 2 minutes ».
pub(crate) fn minutes<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<u32>> {
    let written = text(value, report)?;
    let folded = fold(&written.value);
    let digits = folded.trim_end_matches("minutes").trim_end_matches("minute").trim();
    let number = digits.parse::<u32>().ok().filter(|minutes| *minutes <= 1_440);
    if number.is_none() {
        report.say(
            bad(value, "duree-illisible", written.span, &written.value, "n’est pas une durée")
                .help("écrivez un nombre de minutes, une journée au plus : « 2 minutes »"),
        );
    }
    Some(Spanned::new(number?, written.span))
}

/// One word among `words`; `None` and a finding otherwise.
fn choice<'t, T: Copy>(
    words: &'static [(&'static str, T)],
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Spanned<T>> {
    move |value, report| {
        report.expect(|| Form::Words(words.iter().map(|(word, _)| *word).collect()));
        let written = text(value, report)?;
        let folded = fold(&written.value);
        if let Some((_, meant)) = words.iter().find(|(word, _)| fold(word) == folded) {
            return Some(Spanned::new(*meant, written.span));
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let finding =
            bad(value, "mot-inconnu", written.span, &written.value, "n’est pas un des mots attendus");
        report.say(match closest(&folded, known.iter().copied()) {
            Some(meant) => {
                finding.help(format!("écrivez « {meant} »")).doubtful_fix(written.span, meant.to_owned())
            }
            None => finding.help(format!("choisissez parmi : {}", known.join(", "))),
        });
        None
    }
}

/// How a message comes; true by telephone.
pub(crate) fn means<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<bool> {
    Some(choice(&[("courriel", false), ("téléphone", true)])(value, report)?.value)
}

/// One of the drawings that Miroir has.
pub(crate) fn drawing<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Drawing>> {
    choice(&DRAWINGS)(value, report)
}

/// A kind of household.
pub(crate) fn household<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Household>> {
    const WORDS: [(&str, Household); Household::ALL.len()] = {
        let mut words = [("", Household::ALL[0]); Household::ALL.len()];
        let mut at = 0;
        while at < words.len() {
            words[at] = (Household::ALL[at].word(), Household::ALL[at]);
            at += 1;
        }
        words
    };
    choice(&WORDS)(value, report)
}

/// Whether the persona lives in a couple.
pub(crate) fn couple<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<bool>> {
    choice(&[("seul", false), ("couple", true)])(value, report)
}

/// One of the levels.
pub(crate) fn level<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    const WORDS: [(&str, &str); 3] = [(LEVELS[0], LEVELS[0]), (LEVELS[1], LEVELS[1]), (LEVELS[2], LEVELS[2])];
    Some(choice(&WORDS)(value, report)?.map(ToOwned::to_owned))
}

/// A code of the digital-skills framework (CRCN), such as « 2.1 ».
pub(crate) fn skill<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    report.expect(|| Form::Words(SKILLS.to_vec()));
    let written = text(value, report)?;
    if !SKILLS.contains(&written.value.as_str()) {
        report.say(
            bad(
                value,
                "competence-inconnue",
                written.span,
                &written.value,
                "n’est pas une compétence du CRCN",
            )
            .help(format!("choisissez parmi : {}", SKILLS.join(", "))),
        );
        return None;
    }
    Some(written)
}

/// « oui » or « non », with its place.
pub(crate) fn yes_or_no_there<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<bool>> {
    Some(Spanned::new(yes_or_no(value, report)?, value.node.span))
}

/// A name that the author chooses: letters, digits and hyphens.
pub(crate) fn name<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<String>> {
    let written = text(value, report)?;
    shape::check_name(&written, report);
    Some(written.map(|written| fold(&written)))
}

/// Names and texts, in the order in which they are written.
pub(crate) fn named_texts<'t>(
    value: Value<'t>,
    report: &mut Report<'t>,
) -> Option<Vec<(Spanned<String>, Spanned<String>)>> {
    pairs_of(value, report, text)
}

/// Names and what is written beside them, in order.
pub(crate) fn pairs<'t>(
    value: Value<'t>,
    report: &mut Report<'t>,
) -> Option<Vec<(Spanned<String>, Spanned<Template>)>> {
    pairs_of(value, report, template)
}

fn pairs_of<'t, T>(
    value: Value<'t>,
    report: &mut Report<'t>,
    read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
) -> Option<Vec<(Spanned<String>, T)>> {
    if let Some(sketch) = report.sketch.as_mut().filter(|_| matches!(value.node.kind, NodeKind::Keys(_))) {
        sketch.pairs();
        return None;
    }
    let entries = shape::keys(value, report)?;
    let pair = |entry: &'t Entry| {
        let place = Value { key: &entry.key, node: &entry.value, noun: "", named: false };
        Some((entry.key.clone(), read(place, report)?))
    };
    Some(entries.iter().filter_map(pair).collect())
}

/// Any number of items, at least one, each read by `read`.
pub(crate) fn list<'t, T>(
    read: impl Fn(Value<'t>, &mut Report<'t>) -> Option<T>,
) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Vec<T>> {
    move |value, report| {
        let items = shape::list(value, report)?;
        Some(items.iter().filter_map(|item| read(value.item(item), report)).collect())
    }
}

/// The term written as `written`, or findings; `place` says where its letters stand in the text.
pub(crate) fn parse_term(
    written: &str,
    place: &dyn Fn(Span) -> Span,
    report: &mut Report<'_>,
) -> Option<Expr> {
    if !report.takes_a_term(|| place(Span::new(0, written.len()))) {
        return None;
    }
    match term::parse(written) {
        Ok(expr) => Some(expr.replaced(place)),
        Err(_) if report.is_full() => None,
        Err(problems) => {
            for problem in problems {
                report.say(problem.finding(place));
            }
            None
        }
    }
}

fn bad(value: Value<'_>, code: &'static str, span: Span, written: &str, says: &str) -> Diagnostic {
    let key = excerpt(&value.key.value);
    Diagnostic::error(code, span, format!("« {} », écrit après « {key} », {says}", excerpt(written)))
}
