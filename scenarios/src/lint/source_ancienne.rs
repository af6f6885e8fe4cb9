//! A source read long ago: the real site may have changed since.

use super::findings::Findings;
use crate::{date::Date, diagnostic::Diagnostic, model::Scenario};

/// Months for which a reading is good.
const GOOD_FOR: i64 = 18;

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let Some(today) = findings.around.today else { return };
    for source in &scenario.sources {
        let Ok(read_on) = Date::from_iso(&source.read_on.value) else { continue };
        let months = read_on.months_until(today);
        if months < GOOD_FOR || findings.is_full() {
            continue;
        }
        let message = format!("cette source a été lue il y a {months} mois");
        findings.say(
            Diagnostic::warning("source-ancienne", source.read_on.span, message)
                .help("relisez-la, corrigez ce qui a changé, puis écrivez la date de cette lecture"),
        );
    }
}
