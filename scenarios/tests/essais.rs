//! What an essai says when it does not hold. The catalogue's own are played by the server, which makes their people.

#![expect(clippy::expect_used, reason = "what goes wrong in a test stops it")]
#![expect(clippy::disallowed_methods, reason = "a test reads the catalogue from its folder")]

#[path = "rehearsal/persona.rs"]
mod persona;

use std::{fs, path::Path};

use scenarios::{
    Surroundings, date::Date, essai, graph::Graph, rehearsal::Start, shared::Shared, text::Text,
};

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

fn graph() -> Graph {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("procedures/ants/changement-adresse/scenario.yaml");
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
fn an_essai_that_does_not_hold_stops_at_its_line_and_says_why() {
    let graph = graph();
    for (script, line, message) in [
        ("page connexion\npage code", 2, "la page est « connexion », pas « code »"),
        ("# rien\n\ndanser", 3, "« danser » n’est pas une instruction"),
        ("saisir plaque : AA", 1, "la page ne demande pas « plaque »"),
        ("cookies tout", 1, "le site n’a pas de bannière des cookies"),
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
