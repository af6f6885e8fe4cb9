//! Every construct of the language, played: the scenario of `tests/catalogue/` and its essais.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::{
    actor::{Learner, beginning, household},
    household::camille_at_home,
};
use scenarios::{essai, rehearsal};

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads essais from their folder")]
fn every_essai_holds_and_every_ending_is_reached() {
    let graph = household();
    let mut reached = BTreeSet::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue/essai/foyer/essais");
    for essai in fs::read_dir(folder).expect("essais") {
        let path = essai.expect("an essai").path();
        let script = fs::read_to_string(&path).expect("an essai");
        match essai::play(&graph, beginning(camille_at_home()), &script) {
            Ok(played) => reached.extend(played.ending),
            Err(stopped) => panic!("{}:{}: {}", path.display(), stopped.line, stopped.message),
        }
    }
    let endings: BTreeSet<String> = graph.endings().iter().map(|ending| ending.key.clone()).collect();
    assert_eq!(reached, endings);
}

#[test]
fn the_steps_of_the_envelope_are_filled_with_what_the_persona_has() {
    let learner = Learner::at_home();
    assert_eq!(
        rehearsal::envelope(&learner.graph, &learner.state),
        [
            "Ouvrez le site de la caisse.",
            "Connectez-vous avec l’adresse camille.essai@courriel.example.",
            "Recopiez la ligne «\u{a0}Montant net social\u{a0}» de chaque bulletin.",
        ]
    );
    let learner = Learner::begins();
    assert!(rehearsal::envelope(&learner.graph, &learner.state).is_empty(), "a scenario may give no steps");
}

#[test]
fn a_robot_learner_meets_every_page_and_every_mistake_and_can_always_finish_well() {
    let graph = household();
    let explored = rehearsal::explore(&graph, beginning(camille_at_home()), 3_000);
    assert_eq!(explored.stuck, BTreeMap::new());
}
