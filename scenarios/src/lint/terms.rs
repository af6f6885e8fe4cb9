//! What is wrong in terms: unknown names, kinds that do not go together, conditions that are not.
//!
//! Not a rule of its own: a term tells its problems itself, and this says where it stands.

use std::collections::BTreeSet;

use super::{
    findings::{self, Findings},
    quotes::{Quoted, Wanted, terms},
};
use crate::{
    calculation,
    diagnostic::{Diagnostic, excerpt},
    model::Scenario,
    names::Names,
    papers::Paper,
    persona::{VALUES, spelt},
    reference::{Reference, fold},
    spelling::nearest,
    term::{self, Kind, Problem},
    text::Span,
};

pub(super) fn look(scenario: &Scenario, findings: &mut Findings<'_>) {
    let written = Names::of(scenario);
    // What pages read matters to a calculation alone.
    let quoted = if scenario.calculation.is_some() { terms(scenario, &written) } else { Vec::new() };
    let read: BTreeSet<String> = quoted
        .iter()
        .flat_map(|quoted| quoted.term.paths().into_iter().map(|(path, _)| quoted.here.path(&path)))
        .collect();
    let parameters = findings.around.parameters;
    let (program, wrong) = calculation::program(scenario, parameters, &|path| read.contains(path));
    for finding in wrong {
        findings.say(finding);
    }
    let names = written.with(&program);
    let mut told_elsewhere = 0;
    for quoted in terms(scenario, &names) {
        // What other rules tell will fill the findings too: looking for more remedies is of no use.
        if findings.is_full() || told_elsewhere > findings::MOST {
            return;
        }
        match term::check(quoted.term, &quoted.here) {
            Ok(term) => {
                let wrong = match &quoted.wanted {
                    Wanted::Anything => false,
                    Wanted::Condition => *term.kind() != Kind::YesNo,
                    Wanted::Answer(kind) => !go_together(kind, term.kind()),
                    Wanted::AnswerOrCondition(kind) => {
                        *term.kind() != Kind::YesNo && !go_together(kind, term.kind())
                    }
                };
                if wrong {
                    findings.say(misplaced(&quoted, term.kind()));
                }
            }
            Err(problems) => {
                for problem in problems {
                    if is_told_elsewhere(&problem, &quoted) {
                        told_elsewhere += 1;
                    } else {
                        let finding =
                            unquoted(&problem, &quoted).unwrap_or_else(|| finding(problem, findings));
                        findings.say(finding);
                    }
                }
            }
        }
    }
}

/// Unknown values of the persona, papers and messages have rules of their own, which say more.
fn is_told_elsewhere(problem: &Problem, quoted: &Quoted<'_, '_>) -> bool {
    problem.code == "nom-inconnu"
        && quoted
            .term
            .paths()
            .iter()
            .any(|(path, span)| *span == problem.span && Reference::parse(&quoted.here.path(path)).is_ok())
}

/// « attendu: locataire »: a word of the question's own choices, without its quotes.
fn unquoted(problem: &Problem, quoted: &Quoted<'_, '_>) -> Option<Diagnostic> {
    let (Wanted::Answer(Kind::Choice(words)) | Wanted::AnswerOrCondition(Kind::Choice(words))) =
        &quoted.wanted
    else {
        return None;
    };
    let written = quoted.term.as_path().filter(|_| problem.code == "nom-inconnu")?;
    let word = words.iter().find(|word| fold(word) == written)?;
    let message = format!("« {word} » est un texte écrit sans guillemets");
    let finding = Diagnostic::error(problem.code, problem.span, message);
    let meant = format!("« {word} »");
    Some(finding.help(format!("écrivez-le avec des guillemets : {meant}")).doubtful_fix(problem.span, meant))
}

fn finding(problem: Problem, findings: &Findings<'_>) -> Diagnostic {
    let (unknown, span) = (problem.code == "nom-inconnu" && problem.replacement.is_none(), problem.span);
    let finding = problem.finding(&|span| span);
    if unknown { meant(finding, &findings.written(span), span) } else { finding }
}

fn misplaced(quoted: &Quoted<'_, '_>, kind: &Kind) -> Diagnostic {
    let (says, help) = match &quoted.wanted {
        Wanted::Answer(wanted) | Wanted::AnswerOrCondition(wanted) => (
            format!("la réponse à cette question est {}, et ceci est {}", wanted.in_words(), kind.in_words()),
            format!("écrivez {}", wanted.in_words()),
        ),
        Wanted::Condition | Wanted::Anything => (
            format!("une condition est vraie ou fausse, et ceci est {}", kind.in_words()),
            "comparez-le à une valeur, par exemple avec « = » ou « > »".to_owned(),
        ),
    };
    Diagnostic::error("genre-inattendu", quoted.term.span(), says).help(help)
}

/// Whether an answer of kind `asked` can be worth a term of kind `given`.
fn go_together(asked: &Kind, given: &Kind) -> bool {
    use Kind::{Choice, Money, Number, Text};
    match (asked, given) {
        (Choice(_) | Text, Choice(_) | Text) | (Money | Number, Money | Number) => true,
        _ => asked == given,
    }
}

/// First words of names.
const SPACES: [&str; 11] = [
    "personnage",
    "papier",
    "message",
    "reçu",
    "exercice",
    "site",
    "réponse",
    "passée",
    "erreur",
    "lignes",
    "paramètre",
];

/// The remedy of a name of what the learner can know, such as « personage.nom » or « nom ».
fn meant(finding: Diagnostic, whole: &str, span: Span) -> Diagnostic {
    let folded = fold(whole);
    if let Some((space, rest)) = whole.split_once('.')
        && let Some(meant) = nearest(space, SPACES)
        && Reference::parse(&format!("{}.{rest}", meant.word)).is_ok()
    {
        return meant.written(finding, span, &excerpt(&format!("{}.{rest}", meant.word)));
    }
    let alone = VALUES
        .iter()
        .find(|value| value.path == folded)
        .map(|value| format!("personnage.{}", spelt(value.path)))
        .or_else(|| Paper::from_key(&folded).map(|paper| format!("papier.{}", paper.key())));
    match alone {
        Some(meant) => finding.help(format!("écrivez « {meant} »")).doubtful_fix(span, meant),
        None => finding.help("écrivez « personnage. », « papier. » ou « message. », puis ce que vous voulez citer, par exemple « personnage.prénom »"),
    }
}
