//! JSON in and out of a calculation: amounts are written as they are, never through binary fractions.

use scenarios::{
    calculation::{Input, Results},
    term::Value,
};
use serde_json::Value as Json;

/// The tree written on `line`, or the sentence that says there is none.
pub(super) fn input(line: &str) -> Result<Input, String> {
    match serde_json::from_str(line) {
        Ok(written) => Ok(tree(written)),
        Err(_) => Err("La ligne n’est pas écrite en JSON.".to_owned()),
    }
}

fn tree(written: Json) -> Input {
    match written {
        Json::Null => Input::Nothing,
        Json::Bool(yes) => Input::YesNo(yes),
        Json::Number(number) => Input::Number(number.to_string()),
        Json::String(text) => Input::Text(text),
        Json::Array(items) => Input::List(items.into_iter().map(tree).collect()),
        Json::Object(keys) => Input::Keys(keys.into_iter().map(|(key, value)| (key, tree(value))).collect()),
    }
}

/// `{"impôt":1564}`, in the order of the results.
pub(super) fn results(results: &Results<'_>) -> String {
    let results = results.iter().map(|(name, value)| format!("{}:{}", text(name), simple(value)));
    format!("{{{}}}", results.collect::<Vec<_>>().join(","))
}

/// `{"hors_perimetre":"…"}`.
pub(super) fn refusal(sentence: &str) -> String {
    format!("{{\"hors_perimetre\":{}}}", text(sentence))
}

fn simple(value: &Value) -> String {
    match value {
        Value::Nothing | Value::Scale(_) => "null".to_owned(),
        Value::Number(_) | Value::Money(_) => value.in_digits().unwrap_or_default(),
        Value::YesNo(yes) => yes.to_string(),
        Value::Date(date) => text(&date.to_string()),
        Value::Month(month) => text(&month.to_string()),
        Value::Text(written) => text(written),
    }
}

fn text(written: &str) -> String {
    Json::String(written.to_owned()).to_string()
}
