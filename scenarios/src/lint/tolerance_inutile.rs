//! A warning let be that nobody gives, or that cannot be let be.

use super::{RULES, findings::Findings, tolerances};
use crate::{
    diagnostic::{Diagnostic, excerpt},
    model::Scenario,
    spelling::{closest, nearest},
    syntax,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let sure = !findings.doubtful && !findings.is_full() && !findings.found.iter().any(Diagnostic::is_error);
    let codes = || RULES.iter().map(|rule| rule.code).chain(syntax::WARNINGS);
    let mut told = Vec::new();
    for tolerated in findings.tolerances.all() {
        let rule = &tolerated.tolerance.rule;
        let code = excerpt(&rule.value);
        let about = |what, span, message: String| Diagnostic::error(what, span, message);
        told.push(match &tolerated.tolerance.within {
            _ if !codes().any(|known| known == rule.value) => {
                let message = format!("« {code} » n’est pas un avertissement qu’on peut tolérer");
                let finding = about("regle-inconnue", rule.span, message);
                match nearest(&rule.value, codes()) {
                    Some(meant) => meant.instead(finding, rule.span),
                    None => finding.help("recopiez le nom que donne « miroir check », entre crochets"),
                }
            }
            Some(within) if tolerated.is_nowhere() && !findings.ignores(scenario.screens.is_empty()) => {
                let message =
                    format!("« {} » n’est ni une page ni un champ", excerpt(&findings.word(within)));
                let finding = about("page-introuvable", within.span, message);
                let names = tolerances::places(scenario).map(|key| key.value.as_str());
                match closest(&within.value, names) {
                    Some(meant) => {
                        finding.help(format!("écrivez « {meant} »")).doubtful_fix(within.span, meant)
                    }
                    None => finding
                        .help("supprimez « dans: » pour tout le fichier, ou nommez une page ou un champ"),
                }
            }
            _ if tolerated.refused => {
                let message = format!("« {code} » est une erreur, et ne peut pas être toléré");
                about("tolerance-refusee", rule.span, message)
                    .help("corrigez l’erreur, puis supprimez cette tolérance")
            }
            _ if sure && !tolerated.used => {
                let message = format!("aucun avertissement « {code} » n’est donné ici");
                Diagnostic::warning("tolerance-inutile", rule.span, message).help("supprimez cette tolérance")
            }
            _ => continue,
        });
    }
    if let Some(extra) = scenario.tolerances.get(tolerances::MOST) {
        let message = format!("plus de {} tolérances sont écrites", tolerances::MOST);
        told.push(
            Diagnostic::error("trop-de-tolerances", extra.rule.span, message)
                .help("corrigez ce qui peut l’être, et gardez les autres"),
        );
    }
    for finding in told {
        findings.say(finding);
    }
}
