//! The house kept tidy: arrows, closed doors and manners that no compiler checks.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project").to_owned()
}

/// Every file below `folder` whose name ends with `ending`, with its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(at: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(at).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                let name = entry.file_name();
                if name != "node_modules" && name != "target" && name != "results" {
                    walk(&path, ending, found);
                }
            } else if entry.file_name().to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no {ending} in {folder}");
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a text"))
    };
    found.into_iter().map(named).collect()
}

/// Names, without folder and ending, of what lies in `folder`.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    files(folder, ending)
        .into_iter()
        .filter_map(|(name, _)| {
            let rest = name.strip_prefix(folder)?.trim_start_matches('/');
            let stem = rest.strip_suffix(ending)?;
            (!stem.contains('/')).then(|| stem.to_owned())
        })
        .collect()
}

/// The part of a Rust file before its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// Lines of the files of `folder` that hold one of `words`, outside tests and comments, except in files that `but` names.
fn holding(folder: &str, words: &[&str], but: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in files(folder, ".rs") {
        if but.iter().any(|except| name.starts_with(except)) {
            continue;
        }
        for line in code(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    found
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_goes_to_the_browser_holds_nothing_of_the_server() {
    let tree = |depth: &[&str]| {
        let told = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--locked",
                "--offline",
                "-p",
                "app",
                "--no-default-features",
                "--features",
                "hydrate",
            ])
            .args([
                "--target",
                "wasm32-unknown-unknown",
                "-e",
                "normal",
                "--prefix",
                "none",
                "--format",
                "{p}",
            ])
            .args(depth)
            .current_dir(root())
            .output()
            .expect("cargo is there");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let told = String::from_utf8(told.stdout).expect("utf-8");
        told.lines().filter_map(|line| line.split(' ').next()).map(ToOwned::to_owned).collect::<BTreeSet<_>>()
    };
    let everything = tree(&[]);
    assert!(everything.contains("leptos") && everything.contains("scenarios"));
    for heavy in [
        "tokio",
        "axum",
        "tower",
        "sqlx",
        "fake",
        "rand",
        "saphyr",
        "saphyr-parser",
        "serde-saphyr",
        "yaml-rust2",
    ] {
        assert!(!everything.contains(heavy), "{heavy} would go to the browser");
    }
    assert!(!tree(&["--depth", "1"]).contains("regex"), "regex is a direct dependency of the islands");
}

#[test]
fn the_core_depends_on_serde_and_decimals_alone_outside_authoring() {
    let manifest = fs::read_to_string(root().join("scenarios/Cargo.toml")).expect("a manifest");
    let dependencies = manifest.split("[dependencies]").nth(1).expect("dependencies");
    let dependencies = dependencies.split("\n[").next().unwrap_or_default();
    let always: Vec<&str> = dependencies
        .lines()
        .filter(|line| line.contains('=') && !line.starts_with('#') && !line.contains("optional = true"))
        .filter_map(|line| line.split([' ', '.']).next())
        .collect();
    assert_eq!(always, ["serde", "rust_decimal"]);
}

#[test]
fn spaces_do_not_know_each_other_and_components_know_no_scenario() {
    for space in ["learner", "mediator", "studio"] {
        let others: Vec<String> = ["learner", "mediator", "studio"]
            .iter()
            .filter(|other| **other != space)
            .flat_map(|other| [format!("crate::{other}"), format!("super::{other}::")])
            .collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        if root().join("app/src").join(space).is_dir() {
            none(&holding(&format!("app/src/{space}"), &others, &[]));
        }
    }
    // The staff's accounts serve the mediator's pages, and know none of them.
    none(&holding("app/src/people", &["crate::learner", "crate::mediator", "crate::studio"], &[]));
    none(&holding("app/src/ui", &["scenarios::", "crate::mirror", "crate::learner"], &[]));
    none(&holding("app/src/mirror", &["crate::learner", "crate::mediator", "crate::studio"], &[]));
    none(&holding("scenarios/src/rehearsal", &["text::Span", "crate::lint", "crate::syntax"], &[]));
    none(&holding("scenarios/src/lint", &["crate::rehearsal"], &[]));
}

#[test]
fn each_thing_of_the_outside_has_one_door() {
    let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE ", "PRAGMA ", "sqlx::"];
    none(&holding("server/src", &sql, &["server/src/store"]));
    none(&holding("app/src", &sql, &[]));
    none(&holding(
        "server/src",
        &["std::env", "env::var", "env = \""],
        &["server/src/config.rs", "server/src/commands"],
    ));
    none(&holding("server/src", &["Timestamp::now", "SystemTime::now"], &["server/src/clock.rs"]));
    none(&holding("server/src", &["rand::"], &["server/src/chance.rs", "server/src/personas"]));
    none(&holding("server/src", &["fake::"], &["server/src/personas"]));
    none(&holding("server/src", &["axum::", "hyper"], &["server/src/web", "server/src/commands/bench"]));
    none(&holding(
        "app/src",
        &["\"/exercice", "\"/efface", "\"/galerie", "\"/compte", "\"/connexion", "\"/gens"],
        &["app/src/routes", "app/src/learner/frame.rs"],
    ));
}

#[test]
fn no_page_can_carry_raw_html_or_inline_style() {
    none(&holding("app/src", &["inner_html", "leptos_meta", " style=", "on:click"], &[]));
    none(&holding("app/src", &["<textarea"], &["app/src/ui/safe_textarea.rs"]));
    none(&holding(
        "app/src",
        &["\"http://", "\"https://"],
        &["app/src/ui", "app/src/learner/mailbox.rs", "app/src/mirror/site.rs"],
    ));
}

#[test]
fn every_module_says_what_it_is_and_stays_readable() {
    for folder in ["app/src", "server/src", "scenarios/src"] {
        for (name, text) in files(folder, ".rs") {
            assert!(text.starts_with("//!"), "{name} does not open by saying what it is");
            assert!(text.lines().count() <= 500, "{name} has over 500 lines");
            for forbidden in ["#[allow(", "todo!(", "unimplemented!(", "dbg!("] {
                assert!(!text.contains(forbidden), "{name} holds {forbidden}");
            }
        }
    }
}

#[test]
fn every_component_has_its_stylesheet_and_every_stylesheet_is_imported() {
    let without_markup = ["gallery", "icon", "face"];
    let components = stems("app/src/ui", ".rs");
    let sheets = stems("style/ui", ".css");
    for component in components.difference(&sheets) {
        assert!(without_markup.contains(&component.as_str()), "style/ui/{component}.css is missing");
    }
    assert!(sheets.is_subset(&components), "{:?} dress no component", sheets.difference(&components));
    let main = fs::read_to_string(root().join("style/main.css")).expect("the entry");
    for (name, text) in files("style", ".css") {
        let import = format!("@import \"./{}\"", name.trim_start_matches("style/"));
        assert!(name == "style/main.css" || main.contains(&import), "{name} is not imported");
        assert!(
            !text.contains("!important") || name.contains("print") || name.contains("utilities"),
            "{name}"
        );
    }
}

#[test]
fn every_lint_has_its_page_of_the_manual_and_every_page_its_lint() {
    let pages = stems("scenarios/src/lint", ".md");
    let rules: BTreeSet<String> = stems("scenarios/src/lint", ".rs");
    let missing: Vec<_> = pages.difference(&rules).collect();
    assert!(missing.is_empty(), "pages without a rule: {missing:?}");
    let helpers = ["findings", "quotes", "sentences", "shown", "terms", "tolerances", "way"];
    let undocumented: Vec<_> =
        rules.difference(&pages).filter(|rule| !helpers.contains(&rule.as_str())).collect();
    assert!(undocumented.is_empty(), "rules without a page: {undocumented:?}");
}

#[test]
fn every_procedure_has_its_essais() {
    let scenarios: BTreeSet<String> =
        files("scenarios/procedures", "scenario.yaml").into_iter().map(|(name, _)| name).collect();
    let essais = files("scenarios/procedures", ".essai");
    for scenario in scenarios {
        let folder = scenario.trim_end_matches("scenario.yaml");
        assert!(essais.iter().any(|(name, _)| name.starts_with(folder)), "{folder} has no essai");
    }
}

#[test]
fn the_top_of_the_house_holds_nothing_unexpected() {
    let known = ["app", "end2end", "public", "scenarios", "server", "style", "data", "target"];
    for entry in fs::read_dir(root()).expect("the root").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !name.starts_with('.') {
            assert!(known.contains(&name.as_str()), "a new room at the top: {name}");
        }
    }
}
