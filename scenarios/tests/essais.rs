//! Every procedure of the catalogue is sound, and its essais reach each of its endings.

#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]
#![expect(clippy::disallowed_methods, reason = "a test reads the catalogue from its folder")]

#[path = "rehearsal/persona.rs"]
mod persona;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use scenarios::{
    Surroundings,
    date::Date,
    essai,
    graph::Graph,
    rehearsal::{self, Start},
    shared::Shared,
    text::Text,
};

fn procedures() -> Vec<PathBuf> {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures");
    let agencies =
        fs::read_dir(catalogue).expect("the catalogue").map(|entry| entry.expect("an agency").path());
    agencies
        .flat_map(|agency| fs::read_dir(agency).expect("an agency"))
        .map(|entry| entry.expect("a procedure").path())
        .collect()
}

/// The parts of the house.
fn shared() -> Shared {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("communs");
    let mut shared = Shared::default();
    for entry in fs::read_dir(folder).expect("the parts") {
        let path = entry.expect("a part").path();
        let content = fs::read_to_string(&path).expect("a part");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        shared.add(&name, Text::new(path.display().to_string(), content));
    }
    shared
}

fn graph(procedure: &Path) -> Graph {
    let file = procedure.join("scenario.yaml");
    let content = fs::read_to_string(&file).expect("a scenario");
    let shared = shared();
    let text = shared.joined(Text::new(file.display().to_string(), content));
    let around = Surroundings { shared: &shared, ..Surroundings::default() };
    let (scenario, findings) = scenarios::check_with(&text, &around);
    let told: Vec<String> = findings.iter().map(|finding| finding.short(&text)).collect();
    assert!(findings.is_empty(), "{told:#?}");
    Graph::build(&scenario).expect("a scenario without findings is sound")
}

#[test]
fn every_ending_of_every_procedure_is_reached_by_an_essai() {
    for procedure in procedures() {
        let graph = graph(&procedure);
        let mut reached = BTreeSet::new();
        for essai in fs::read_dir(procedure.join("essais")).expect("essais") {
            let path = essai.expect("an essai").path();
            let script = fs::read_to_string(&path).expect("an essai");
            let start = Start {
                persona: persona::camille(),
                today: Date::new(2026, 11, 23).expect("a day"),
                secret: 42,
            };
            match essai::play(&graph, start, &script) {
                Ok(played) => reached.extend(played.ending),
                Err(stopped) => panic!("{}:{}: {}", path.display(), stopped.line, stopped.message),
            }
        }
        let endings: BTreeSet<String> = graph.endings().iter().map(|ending| ending.key.clone()).collect();
        assert_eq!(reached, endings, "{}", procedure.display());
    }
}

#[test]
fn an_essai_that_does_not_hold_stops_at_its_line_and_says_why() {
    let graph = graph(&procedures()[0]);
    for (script, line, message) in [
        ("page connexion\npage code", 2, "la page est « connexion », pas « code »"),
        ("# rien\n\ndanser", 3, "« danser » n’est pas une instruction"),
        ("saisir plaque : AA", 1, "la page ne demande pas « plaque »"),
        ("saisir courriel", 1, "il manque « : » entre le champ et le texte"),
        ("valider\nrefus courriel\nfin réussie", 3, "ce n’est pas fini : la page est « connexion »"),
        ("saisir courriel : {personnage.courriel}\nvalider\nrefus courriel", 3, "rien n’a été refusé"),
    ] {
        let start =
            Start { persona: persona::camille(), today: Date::new(2026, 11, 23).expect("a day"), secret: 42 };
        let stopped = essai::play(&graph, start, script).expect_err("it does not hold");
        assert_eq!((stopped.line, stopped.message.as_str()), (line, message));
    }
}

#[test]
fn the_robot_meets_everything_in_every_procedure_and_can_always_finish_well() {
    for procedure in procedures() {
        let graph = graph(&procedure);
        let start =
            Start { persona: persona::camille(), today: Date::new(2026, 11, 23).expect("a day"), secret: 42 };
        let explored = rehearsal::explore(&graph, start, 5_000);
        let name = procedure.display();
        assert!(!explored.cut, "{name}: more situations than the robot looks at");
        assert!(explored.stuck.is_empty(), "{name}: {:?}", explored.stuck);
        let unmet = explored.unmet(&graph);
        assert!(unmet.is_empty(), "{name}: {unmet:?}");
    }
}
