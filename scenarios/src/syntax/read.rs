//! Readers of values: text, word, number, date, reference, template, list.
//!
//! Each gives what it understood, or says why not. Constructs are declared in `scenario.rs`.

use super::{report::Report, shape, sketch::Form, template, value::Value, words};
use crate::{
    date::Date,
    diagnostic::{Diagnostic, excerpt},
    model::{EndingWhen, Template, When},
    reference::{Reference, fold},
    text::{Span, Spanned},
};

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

/// A name of what the learner can know, such as `personnage.adresse.voie`.
pub(crate) fn reference<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<Reference>> {
    let written = text(value, report)?;
    let reference = parse_reference(&written.value, written.span, report)?;
    Some(Spanned::new(reference, written.span))
}

/// « différent », « faute-de-frappe », or a reference.
pub(crate) fn when<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<When>> {
    let written = text(value, report)?;
    let when = match fold(&written.value).as_str() {
        "different" => When::Different,
        "faute-de-frappe" => When::Slip,
        other => {
            let Ok(reference) = Reference::parse(other) else {
                let finding =
                    bad(value, "condition-inconnue", written.span, &written.value, "n’est pas une condition");
                let or = "une valeur, par exemple « personnage.nom »";
                report.say(words::among(finding, &written, &["différent", "faute-de-frappe"], or));
                return None;
            };
            When::Is(reference)
        }
    };
    Some(Spanned::new(when, written.span))
}

/// « tout-juste » or « une-erreur ».
pub(crate) fn ending_when<'t>(value: Value<'t>, report: &mut Report<'t>) -> Option<Spanned<EndingWhen>> {
    report.expect(|| Form::Words(vec!["tout-juste", "une-erreur"]));
    let written = text(value, report)?;
    let when = match fold(&written.value).as_str() {
        "tout-juste" => EndingWhen::AllRight,
        "une-erreur" => EndingWhen::SomeMistake,
        _ => {
            let finding =
                bad(value, "condition-inconnue", written.span, &written.value, "n’est pas une condition");
            report.say(words::among(finding, &written, &["tout-juste", "une-erreur"], ""));
            return None;
        }
    };
    Some(Spanned::new(when, written.span))
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

/// The reference written at `span`, or a finding.
pub(crate) fn parse_reference(written: &str, span: Span, report: &mut Report<'_>) -> Option<Reference> {
    let parsed = Reference::parse(written);
    if parsed.is_err() && !report.is_full() {
        let finding = Diagnostic::error(
            "reference-inconnue",
            span,
            format!("« {} » ne désigne rien", excerpt(written)),
        );
        report.say(words::reference(finding, &Spanned::new(written.to_owned(), span)));
    }
    parsed.ok()
}

fn bad(value: Value<'_>, code: &'static str, span: Span, written: &str, says: &str) -> Diagnostic {
    let key = excerpt(&value.key.value);
    Diagnostic::error(code, span, format!("« {} », écrit après « {key} », {says}", excerpt(written)))
}
