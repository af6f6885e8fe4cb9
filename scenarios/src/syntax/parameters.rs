//! A file of parameters: domains, their figures, and each figure over the years.
//!
//! What a figure is for is `parameters.rs`' affair.

use super::{
    fields::{Fields, construct, entries},
    read,
    report::Report,
    scenario::flat,
    shape,
    value::Value,
};
use crate::{
    date::Date,
    diagnostic::{Diagnostic, excerpt},
    parameters::{Dated, Measure, Parameter},
    reference::fold,
    spelling::closest,
    term::{self, Band, Expr, Scale, Unit, Value as Worth},
    text::Spanned,
};

/// What figures are counted in, as authors write it; a scale may also give euros, as its bands tell.
const UNITS: [(&str, Measure); 6] = [
    ("€", Measure::Euros),
    ("%", Measure::Rate),
    ("ans", Measure::Years),
    ("nombre", Measure::Number),
    ("date", Measure::Date),
    ("barème", Measure::Scale(Unit::Plain)),
];

/// Every figure of the file.
pub(super) fn parameters<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Vec<Parameter>> {
    let domains = entries("le domaine", |domain: Value<'t>, report: &mut Report<'t>| {
        let figures = entries("le paramètre", |figure: Value<'t>, report: &mut Report<'t>| {
            shape::check_name(figure.key, report);
            let name = format!("{}.{}", domain.key.value.trim(), figure.key.value.trim());
            let name = Spanned::new(name, figure.key.span);
            construct("le paramètre", |fields| parameter(name.clone(), fields))(figure, report).flatten()
        });
        shape::check_name(domain.key, report);
        figures(domain, report)
    });
    Some(domains(value, report)?.into_iter().flatten().collect())
}

fn parameter(name: Spanned<String>, fields: &mut Fields<'_, '_>) -> Option<Parameter> {
    let what = fields.optional("quoi", read::text).map(|what| what.value);
    let unit = fields.required("unité", measure);
    let good_for = fields.optional("révision", months);
    let values = fields.required("valeurs", read::list(construct("la valeur", |fields| dated(unit, fields))));
    let mut values = flat(values);
    values.sort_by_key(|dated| dated.since);
    if let Some(twice) = values.windows(2).find(|pair| pair[0].since == pair[1].since) {
        let since = twice[0].since.in_words();
        fields.say(|span| {
            let message = format!("deux valeurs commencent le {since}");
            Diagnostic::error("valeurs-du-meme-jour", span, message)
                .help("gardez-en une seule, ou changez la date de l’autre")
        });
    }
    let gives = values.first().and_then(|dated| match &dated.value {
        Worth::Scale(scale) => Some(Measure::Scale(scale.values())),
        _ => None,
    });
    let unit = gives.or(unit)?;
    (!values.is_empty()).then_some(Parameter { name, what, unit, good_for, values })
}

fn dated(unit: Option<Measure>, fields: &mut Fields<'_, '_>) -> Option<Dated> {
    let since = fields.required("depuis", day);
    let value = match unit {
        Some(Measure::Scale(_)) => {
            let bands = fields.required("tranches", read::list(construct("la tranche", band)));
            bands.and_then(|bands| scale(bands.into_iter().flatten().collect(), fields))
        }
        Some(unit) => fields.required("valeur", figure(unit)),
        None => {
            fields.optional("valeur", |_, _| Some(()));
            fields.optional("tranches", |_, _| Some(()));
            None
        }
    };
    let source = fields.required("source", read::text);
    let read_on = fields.required("lu", day);
    Some(Dated { since: since?.value, value: value?, source: source?.value, read_on: read_on? })
}

/// From where the band goes, and what it gives.
fn band(fields: &mut Fields<'_, '_>) -> Option<(Worth, Worth)> {
    let from = fields.required("à-partir-de", figure_of_any);
    let rate = fields.optional("taux", figure(Measure::Rate));
    let amount = fields.optional("montant", figure(Measure::Euros));
    let number = fields.optional("nombre", figure(Measure::Number));
    let mut given = [rate, amount, number].into_iter().flatten();
    let (first, second) = (given.next(), given.next());
    if first.is_none() == second.is_none() {
        fields.say(|span| {
            let message = "chaque tranche donne un taux, un montant ou un nombre, et un seul";
            Diagnostic::error("tranche-illisible", span, message)
                .help("écrivez par exemple « {à-partir-de: 11 600 €, taux: 11 %} »")
        });
    }
    Some((from?, first?))
}

fn scale(bands: Vec<(Worth, Worth)>, fields: &mut Fields<'_, '_>) -> Option<Worth> {
    let in_euros = bands.iter().filter(|(_, gives)| matches!(gives, Worth::Money(_))).count();
    let unit = if in_euros == 0 { Unit::Plain } else { Unit::Euros };
    let mixed = in_euros > 0 && in_euros < bands.len();
    let bands =
        bands.into_iter().map(|(from, gives)| Band { from: from.amount(), value: gives.amount() }).collect();
    let scale = Scale::new(bands, unit).ok().filter(|_| !mixed);
    if scale.is_none() {
        fields.say(|span| {
            let message = "les tranches ne se suivent pas, ou ne donnent pas toutes la même chose";
            Diagnostic::error("tranche-illisible", span, message).help(
                "écrivez-les de la plus basse à la plus haute, avec « taux » partout ou « montant » partout",
            )
        });
    }
    scale.map(Worth::Scale)
}

fn measure<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Measure> {
    let written = read::text(value, report)?;
    let folded = fold(&written.value);
    let found = UNITS.iter().find(|(word, _)| fold(word) == folded);
    if found.is_none() {
        let message = format!("« {} » n’est pas une unité", excerpt(&written.value));
        let finding = Diagnostic::error("unite-inconnue", written.span, message);
        let words = UNITS.map(|(word, _)| word);
        report.say(match closest(&folded, words) {
            Some(meant) => finding.help(format!("écrivez « {meant} »")).doubtful_fix(written.span, meant),
            None => finding.help(format!("choisissez parmi : {}", words.join(", "))),
        });
    }
    found.map(|(_, measure)| *measure)
}

/// « 12 mois », « 1 an ».
fn months<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<u32> {
    let written = read::text(value, report)?;
    let months = written.value.split_once(char::is_whitespace).and_then(|(count, unit)| {
        let count: u32 = count.parse().ok()?;
        match fold(unit.trim()).as_str() {
            "mois" => Some(count),
            "an" | "ans" => count.checked_mul(12),
            _ => None,
        }
    });
    let months = months.filter(|months| (1..=1_200).contains(months));
    if months.is_none() {
        let message = format!("« {} » n’est pas une durée", excerpt(&written.value));
        let help = "écrivez par exemple « 12 mois » ou « 2 ans »";
        report.say(Diagnostic::error("duree-illisible", written.span, message).help(help));
    }
    months
}

/// A day of the calendar.
fn day<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Date>> {
    let written = read::date(value, report)?;
    let date = Date::from_iso(&written.value).ok();
    Some(Spanned::new(date?, written.span))
}

/// What is written, when it is a figure and no calculation.
fn literal(expr: &Expr) -> Option<Worth> {
    match expr {
        Expr::Literal(value, _) => Some(value.clone()),
        Expr::Percent(rate, _) => Some(Worth::Number(*rate)),
        Expr::Negative(inner, _) => match literal(inner)? {
            Worth::Number(number) => Some(Worth::Number(-number)),
            Worth::Money(amount) => Some(Worth::Money(-amount)),
            _ => None,
        },
        _ => None,
    }
}

fn figure_of_any<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Worth> {
    let written = read::term(value, report)?;
    let found = literal(&written.value).filter(|found| matches!(found, Worth::Number(_) | Worth::Money(_)));
    if found.is_none() {
        report.say(no_figure(value, written.span, "un nombre ou un montant", "11 600 €"));
    }
    found
}

/// A figure counted in `measure`; the unit may be written or not.
fn figure<'t>(measure: Measure) -> impl Fn(Value<'t>, &mut Report<'t>) -> Option<Worth> {
    move |value, report| {
        let written = read::term(value, report)?;
        let is_percent = matches!(written.value, Expr::Percent(..));
        let (found, name, example) = match (measure, literal(&written.value)) {
            (Measure::Euros, Some(Worth::Number(amount) | Worth::Money(amount))) if !is_percent => {
                (Some(Worth::Money(amount)), "", "")
            }
            (Measure::Rate, Some(rate @ Worth::Number(_))) if is_percent => (Some(rate), "", ""),
            (Measure::Rate, Some(Worth::Number(percents))) => {
                (Some(Worth::Number(term::hundredth(percents))), "", "")
            }
            (Measure::Years | Measure::Number, Some(number @ Worth::Number(_))) => (Some(number), "", ""),
            (Measure::Date, Some(date @ Worth::Date(_))) => (Some(date), "", ""),
            (Measure::Euros, _) => (None, "un montant en euros", "889 €"),
            (Measure::Rate, _) => (None, "un pourcentage", "45,25 %"),
            (Measure::Date, _) => (None, "une date", "2026-05-01"),
            _ => (None, "un nombre", "65"),
        };
        if found.is_none() {
            report.say(no_figure(value, written.span, name, example));
        }
        found
    }
}

fn no_figure(value: Value<'_>, span: crate::text::Span, name: &str, example: &str) -> Diagnostic {
    let message = format!("« {} » attend {name}", excerpt(&value.key.value));
    Diagnostic::error("valeur-illisible", span, message).help(format!("écrivez par exemple « {example} »"))
}
