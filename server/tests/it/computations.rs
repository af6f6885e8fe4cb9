//! What the calculations of the catalogue give to known households, against an independent legislative model.
//!
//! Each line of `computations/` holds a household (« donné ») and what OpenFisca-France 176.1.8 gives it (« attendu »).

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use serde_json::Value;

/// Scenario, households, and euros by which a result may differ: the model rounds nothing, and the tax rounds each line of
/// its notice to the nearest euro.
const KNOWN: [(&str, &str, f64); 2] = [
    ("caf/declaration-trimestrielle", include_str!("computations/caf.jsonl"), 0.0201),
    ("impots/declaration-revenus", include_str!("computations/impots.jsonl"), 2.0),
];

pub(crate) fn computes(scenario: &str, lines: &[String]) -> Vec<Value> {
    let told = told(&["compute", scenario], lines);
    told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What `--explain` says of one line, with plain spaces.
pub(crate) fn explained(scenario: &str, line: &Value) -> String {
    told(&["compute", scenario, "--explain"], &[line.to_string()]).replace(['\u{202f}', '\u{a0}'], " ")
}

fn told(arguments: &[&str], lines: &[String]) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_miroir"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary");
    let mut input = child.stdin.take().expect("an input");
    let given = lines.join("\n");
    let writer = std::thread::spawn(move || input.write_all(given.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("a writer").expect("every line is read");
    String::from_utf8(output.stdout).expect("utf-8")
}

#[test]
fn known_households_get_what_the_law_gives_them() {
    for (scenario, known, close) in KNOWN {
        let known: Vec<Value> = known.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let given: Vec<String> = known.iter().map(|line| line["donné"].to_string()).collect();
        let results = computes(scenario, &given);
        assert_eq!(results.len(), known.len(), "{scenario}");
        for (line, result) in known.iter().zip(results) {
            for (name, expected) in line["attendu"].as_object().expect("results") {
                let (found, expected) = (result[name].as_f64(), expected.as_f64().expect("a number"));
                assert!(
                    found.is_some_and(|found| (found - expected).abs() <= close),
                    "{scenario}, {name}: {found:?}, not {expected}: {line}"
                );
            }
        }
    }
}

#[test]
fn what_a_calculation_does_not_know_is_said_in_a_sentence() {
    let adult = |birth: &str| format!(r#"{{"naissance":"{birth}","net_social":[900,900,900]}}"#);
    let line = |month: &str, birth: &str, children: &str| {
        format!(r#"{{"mois":"{month}","adultes":[{}],"enfants":[{children}]}}"#, adult(birth))
    };
    let lines = [
        line("2031-04", "1992-04-19", ""),
        line("2026-09", "1961-08-31", ""),
        line("2026-09", "2008-09-02", ""),
        line("2026-09", "1992-04-19", r#""2026-10-01""#),
        line("2026-09", "1992-04-19", r#""bientôt""#),
        r#"{"mois":"2026-09","adultes":[]}"#.to_owned(),
        r#"{"mois":"2026-09","adultes":[{"naissance":"1992-04-19","net_social":[0,-1,0]}]}"#.to_owned(),
        r#"{"mois":"2026-09","adultes":[{"naissance":"1992-04-19","net_social":[0,0]}]}"#.to_owned(),
    ];
    for (line, result) in lines.iter().zip(computes("caf/declaration-trimestrielle", &lines)) {
        let sentence = result["hors_perimetre"].as_str().unwrap_or_default();
        assert!(sentence.ends_with('.') && sentence.len() > 20, "{line}: {result}");
    }
}
