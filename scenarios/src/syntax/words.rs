//! Remedies for words that are not among those a key takes: the one that was meant, where it can be guessed.
//!
//! It finds nothing: readers say what is wrong, and where.

use crate::{
    date::{Date, month_number},
    diagnostic::Diagnostic,
    reference::fold,
    spelling::nearest,
    text::Spanned,
};

/// The remedy when one of `words` is expected; `or` is what else may be written, or done.
pub(crate) fn among(finding: Diagnostic, written: &Spanned<String>, words: &[&str], or: &str) -> Diagnostic {
    if let Some(meant) = nearest(&written.value, words.iter().copied()) {
        return meant.instead(finding, written.span);
    }
    let quoted: Vec<String> = words.iter().map(|word| format!("« {word} »")).collect();
    match (quoted.split_last(), or) {
        (Some((last, [])), "") => finding.help(format!("écrivez {last}")),
        (Some((last, rest)), "") => finding.help(format!("écrivez {} ou {last}", rest.join(", "))),
        (Some(_), or) if or.starts_with("supprimez") => {
            finding.help(format!("écrivez {}, ou {or}", quoted.join(", ")))
        }
        (Some(_), or) => finding.help(format!("écrivez {} ou {or}", quoted.join(", "))),
        (None, _) => finding,
    }
}

/// « vrai », « true », « x »: what other languages and forms write.
pub(crate) fn yes_or_no(finding: Diagnostic, written: &Spanned<String>) -> Diagnostic {
    let meant = match fold(&written.value).as_str() {
        "true" | "yes" | "y" | "o" | "on" | "vrai" | "ouais" | "ok" | "x" | "1" => Some("oui"),
        "false" | "no" | "n" | "off" | "faux" | "0" => Some("non"),
        _ => None,
    };
    match meant {
        Some(meant) => {
            finding.help(format!("écrivez « {meant} », en toutes lettres")).safe_fix(written.span, meant)
        }
        None => finding.help("écrivez « oui » ou « non »"),
    }
}

/// « 12/08/2026 », « 12 août 2026 »: a day written as people do.
pub(crate) fn date(finding: Diagnostic, written: &Spanned<String>) -> Diagnostic {
    match day(&written.value) {
        Some(day) => finding
            .help(format!("écrivez l’année, le mois et le jour : « {day} »"))
            .safe_fix(written.span, day.to_string()),
        None => finding.help("écrivez l’année, le mois et le jour : « 2026-08-12 » pour le 12 août 2026"),
    }
}

fn day(written: &str) -> Option<Date> {
    let folded = fold(written);
    let parts: Vec<&str> = folded.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let month = month.parse().ok().or_else(|| month_number(month))?;
    // Two digits of a year could be of any century.
    (year.len() == 4).then_some(())?;
    Date::new(year.parse().ok()?, month, day.strip_suffix("er").unwrap_or(day).parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for written in ["12/08/2026", "12-8-2026", "12 août 2026", "12.08.2026", "2026/8/12", "2026 08 12"] {
            assert_eq!(day(written).map(|day| day.to_string()).as_deref(), Some("2026-08-12"), "{written}");
        }
        assert_eq!(day("1er mai 2026").map(|day| day.to_string()).as_deref(), Some("2026-05-01"));
        for written in ["12/08/26", "31/02/2026", "août 2026", "hier", "12/13/2026"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
