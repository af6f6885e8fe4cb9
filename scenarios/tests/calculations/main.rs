//! Whole calculations written in the language: the income tax against known results, and what is refused.

#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]
#![cfg(feature = "authoring")]

mod household;
mod parameters;
mod refusals;
mod slips;
mod tax;

use scenarios::{
    calculation::{self, Input, Program},
    check_parameters, check_with,
    date::Date,
    diagnostic::Diagnostic,
    parameters::Parameters,
    term::Value,
    text::Text,
};

const BASE: &str = include_str!("../manual/base.yaml");

/// The figures of the house.
pub(crate) fn figures() -> Parameters {
    let files = [
        ("impot.yaml", include_str!("../../parameters/impot.yaml")),
        ("caf.yaml", include_str!("../../parameters/caf.yaml")),
    ];
    files.into_iter().fold(Parameters::default(), |known, (name, content)| {
        let text = Text::new(name, content);
        let (parameters, findings) = check_parameters(&text);
        assert_eq!(short(&text, &findings), [] as [String; 0]);
        known.over(parameters)
    })
}

/// The calculation of a text that holds nothing else, and its findings.
pub(crate) fn program(calculation: &str) -> (Program, Vec<String>) {
    let text = Text::new("calcul.yaml", format!("{calculation}\n{BASE}"));
    let parameters = figures();
    let (scenario, findings) = check_with(&text, &parameters);
    let program = calculation::program(&scenario, &parameters, &|_| false).map(|(program, _)| program);
    (program.unwrap_or_default(), short(&text, &findings))
}

pub(crate) fn short(text: &Text, findings: &[Diagnostic]) -> Vec<String> {
    let told = findings.iter().map(|finding| {
        let at = text.position(finding.span.start);
        let help = finding.help.as_deref().unwrap_or_default();
        format!("{}:{}: {}: {} → {help}", at.line, at.column, finding.code, finding.message)
    });
    told.collect()
}

pub(crate) fn right(calculation: &str) -> Program {
    let (program, findings) = program(calculation);
    assert_eq!(findings, [] as [String; 0]);
    program
}

pub(crate) fn today() -> Date {
    Date::from_iso("2026-11-23").expect("a day")
}

/// JSON as the core is handed it.
pub(crate) fn input(json: &str) -> Input {
    fn tree(value: serde_json::Value) -> Input {
        match value {
            serde_json::Value::Null => Input::Nothing,
            serde_json::Value::Bool(yes) => Input::YesNo(yes),
            serde_json::Value::Number(number) => Input::Number(number.to_string()),
            serde_json::Value::String(text) => Input::Text(text),
            serde_json::Value::Array(items) => Input::List(items.into_iter().map(tree).collect()),
            serde_json::Value::Object(keys) => {
                Input::Keys(keys.into_iter().map(|(key, value)| (key, tree(value))).collect())
            }
        }
    }
    tree(serde_json::from_str(json).expect("JSON"))
}

/// Results in French with plain spaces, or the sentence said instead.
pub(crate) fn run(program: &Program, json: &str) -> Result<Vec<(String, String)>, String> {
    let results = program.run(&input(json), today())?;
    Ok(results.into_iter().map(|(name, value)| (name.to_owned(), plain(&value))).collect())
}

pub(crate) fn plain(value: &Value) -> String {
    value.in_french().replace(['\u{202f}', '\u{a0}'], " ")
}
