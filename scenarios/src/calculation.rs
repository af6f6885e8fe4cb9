//! The calculation of a scenario: what it takes, where it stops, its named terms, and the results it gives.
//!
//! It knows neither pages nor JSON: it computes from a tree of values that is handed in.

mod entry;
mod scope;

mod checking;
mod program;

mod exercise;
mod explain;
mod given;

pub use self::{
    entry::{Entry, Shape},
    exercise::Exercise,
    explain::{Explanation, Step},
    given::Input,
    program::{Figured, Program, Results, Wrong},
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    model::Scenario,
    names::{Here, Names},
    parameters::Parameters,
    term::{Definition, Expr},
    text::Spanned,
};

/// The section `calcul:` as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calculation {
    /// The day on which parameters are read; the day of the exercise when nothing is said.
    pub at: Option<Expr>,
    pub inputs: Vec<Entry>,
    pub limits: Vec<Limit>,
    pub terms: Vec<Definition>,
    /// Names of terms or inputs, as printed.
    pub results: Vec<Spanned<String>>,
    /// Some entries or terms could not be read: a name that is not found may be theirs.
    pub partial: bool,
}

/// Where the calculation stops being right: the sentence is said instead of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    pub when: Expr,
    pub sentence: String,
}

/// The program of the scenario's calculation, and everything that is wrong in it. Without a calculation it knows the
/// figures only.
///
/// `is_read` tells whether a page reads the term at a path.
pub fn program(
    scenario: &Scenario,
    parameters: &Parameters,
    is_read: &dyn Fn(&str) -> bool,
) -> (Program, Vec<Diagnostic>) {
    let nothing = Calculation::default();
    let calculation = scenario.calculation.as_ref().unwrap_or(&nothing);
    let names = Names::of(scenario);
    let (program, wrong) = Program::build(calculation, parameters, &Here::outside(&names), is_read);
    let findings = wrong.into_iter().map(|wrong| match wrong {
        Wrong::Error(problem) => problem.finding(&|span| span),
        Wrong::Doubtful(problem) => {
            Diagnostic { severity: Severity::Warning, ..problem.finding(&|span| span) }
        }
    });
    let mut findings: Vec<_> = findings.collect();
    if calculation.partial {
        findings.retain(|finding| !["nom-inconnu", "terme-inutile"].contains(&finding.code));
    }
    (program, findings)
}
