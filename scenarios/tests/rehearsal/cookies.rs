//! The cookie banner: asked of everybody, in nobody's way, and a choice that can be changed.

use scenarios::{
    check,
    graph::Graph,
    rehearsal::{self, Command, Consent, Cookies, Event, Stale},
    text::Text,
};

use super::{
    actor::{Learner, beginning},
    persona::camille,
};

const SCENARIO: &str = include_str!("kinds.yaml");
const BANNER: &str = "
  cookies:
    texte: Nous utilisons des cookies.
    choix: {audience: Mesurer les visites, vidéos: Montrer des vidéos}
";

fn choose(learner: &mut Learner, consent: Consent) -> Result<Vec<Event>, Stale> {
    learner.does(Command::ChooseCookies { consent })
}

fn only(names: &[&str]) -> Consent {
    Consent::Only(names.iter().map(|name| (*name).to_owned()).collect())
}

fn chosen(accepted: &[&str]) -> Event {
    Event::CookiesChosen { accepted: accepted.iter().map(|name| (*name).to_owned()).collect() }
}

fn banner(learner: &Learner) -> Cookies {
    learner.sees().cookies.expect("the site has a banner")
}

/// What the banner shows as accepted.
fn ticked(learner: &Learner) -> Vec<String> {
    let purposes = banner(learner).purposes.into_iter().filter(|purpose| purpose.accepted);
    purposes.map(|purpose| purpose.choice.key).collect()
}

/// The scenario of every kind, with a banner, and `more` before its endings.
fn with_banner(more: &str) -> Graph {
    let text = SCENARIO.replacen("  thème: bleu\n", &format!("  thème: bleu{BANNER}"), 1);
    let text = text.replacen("fins:\n", &format!("fins:\n{more}"), 1);
    let (scenario, findings) = check(&Text::new("kinds.yaml", text));
    assert!(findings.is_empty(), "{findings:?}");
    Graph::build(&scenario).expect("the scenario is sound")
}

#[test]
fn it_is_there_until_a_choice_and_comes_back_with_it() {
    let mut learner = Learner::at_home();
    assert!(banner(&learner).open && !banner(&learner).again);
    assert_eq!(banner(&learner).text, "Ma caisse utilise des cookies. Vous choisissez lesquels.");
    assert_eq!(ticked(&learner), [""; 0], "nothing is ticked before a choice");

    assert_eq!(choose(&mut learner, only(&["videos"])), Ok(vec![chosen(&["videos"])]));
    assert!(!banner(&learner).open, "a choice is made");

    assert_eq!(learner.does(Command::ReopenCookies), Ok(vec![Event::CookiesReopened]));
    assert!(banner(&learner).open && banner(&learner).again);
    assert_eq!(ticked(&learner), ["videos"]);

    assert_eq!(choose(&mut learner, Consent::All), Ok(vec![chosen(&["audience", "videos"])]));
    learner.does(Command::ReopenCookies).expect("the banner is there");
    assert_eq!(choose(&mut learner, Consent::Nothing), Ok(vec![chosen(&[])]));
    assert!(!banner(&learner).open);
}

#[test]
fn a_second_press_does_nothing_more() {
    let mut learner = Learner::at_home();
    assert_eq!(learner.does(Command::ReopenCookies), Ok(Vec::new()), "it is there already");
    choose(&mut learner, Consent::Nothing).expect("a choice");
    assert_eq!(choose(&mut learner, Consent::Nothing), Ok(Vec::new()));
    assert_eq!(choose(&mut learner, only(&[])), Ok(Vec::new()), "the same in other words");
    learner.does(Command::ReopenCookies).expect("the banner is there");
    assert_eq!(learner.does(Command::ReopenCookies), Ok(Vec::new()));
    // The same choice again closes the banner.
    assert_eq!(choose(&mut learner, Consent::Nothing), Ok(vec![chosen(&[])]));
}

#[test]
fn whatever_is_chosen_the_way_and_the_time_are_the_same() {
    let play = |consent: Option<Consent>| {
        let mut learner = Learner::at_home();
        consent.map(|consent| choose(&mut learner, consent));
        learner.submits(&[("courriel", &["camille.essai@courriel.example"])]);
        (learner.state.screen.clone(), learner.state.minutes, learner.state.visit)
    };
    let ignored = play(None);
    assert_eq!(ignored.0, "code");
    for consent in [Consent::All, Consent::Nothing, only(&["audience"])] {
        assert_eq!(play(Some(consent)), ignored);
    }
}

#[test]
fn a_choice_keeps_what_the_site_refused_in_view() {
    let mut learner = Learner::at_home();
    learner.submits(&[]);
    let problems = learner.state.problems.clone();
    assert!(!problems.is_empty());
    choose(&mut learner, Consent::Nothing).expect("a choice");
    assert_eq!(learner.state.problems, problems);
}

#[test]
fn nothing_else_than_what_is_asked_can_be_accepted() {
    let mut learner = Learner::at_home();
    assert_eq!(choose(&mut learner, only(&["audience", "publicite"])), Err(Stale::NotThere));
    assert_eq!(learner.state.cookies, None);
    let mut elsewhere = Learner::begins();
    assert_eq!(elsewhere.sees().cookies, None);
    assert_eq!(choose(&mut elsewhere, Consent::All), Err(Stale::NotThere), "that site has no banner");
    assert_eq!(elsewhere.does(Command::ReopenCookies), Err(Stale::NotThere));
}

#[test]
fn once_it_is_over_the_banner_is_gone() {
    let mut learner = Learner::at_home();
    learner.submits(&[("courriel", &["camille.essai@courriel.example"])]);
    learner.does(Command::Finish).expect("a message has arrived, or can");
    assert!(learner.state.ended.is_some());
    assert_eq!(learner.sees().cookies, None);
    assert_eq!(choose(&mut learner, Consent::All), Err(Stale::Ended));
    assert_eq!(learner.does(Command::ReopenCookies), Err(Stale::Ended));
}

#[test]
fn an_ending_may_depend_on_it_and_the_robot_reaches_both_sides() {
    let ending = |key: &str, when: &str| {
        format!("  {key}:\n    quand: {when}\n    titre: Bien vu\n    texte: Vous avez choisi.\n")
    };
    let more = ending("tout", "cookies.acceptés") + &ending("rien", "cookies.refusés");
    let graph = with_banner(&more);
    let explored = rehearsal::explore(&graph, beginning(camille()), 4_000);
    assert!(explored.unmet(&graph).endings.is_empty(), "{:?}", explored.unmet(&graph));

    for (consent, accepted, refused) in [
        (None, false, false),
        (Some(Consent::All), true, false),
        (Some(Consent::Nothing), false, true),
        (Some(only(&["audience"])), false, false),
    ] {
        let mut learner = Learner::plays(graph.clone());
        consent.map(|consent| choose(&mut learner, consent));
        while let Some(command) =
            rehearsal::right_move(&learner.graph, &learner.state, &learner.events.len().to_string())
        {
            learner.does(command).expect("the current page");
        }
        let ended = learner.state.ended.expect("the end");
        assert_eq!((ended == "tout", ended == "rien"), (accepted, refused), "{ended}");
    }
}

#[test]
fn a_name_of_the_banner_is_unknown_where_there_is_none() {
    let ending = "fins:\n  rien:\n    quand: cookies.refusés\n    titre: Non\n    texte: Non.\n";
    let text = Text::new("kinds.yaml", SCENARIO.replacen("fins:\n", ending, 1));
    let (_, findings) = check(&text);
    assert!(findings.iter().any(|found| found.message.contains("cookies.refuses")), "{findings:?}");
}

#[test]
fn its_words_are_read_by_the_rules_like_any_other() {
    let told = |text: &str, label: &str| -> Vec<&'static str> {
        let banner =
            format!("  thème: bleu\n  cookies:\n    texte: {text}\n    choix: {{audience: {label}}}\n");
        let text = Text::new("kinds.yaml", SCENARIO.replacen("  thème: bleu\n", &banner, 1));
        check(&text).1.iter().map(|finding| finding.code).collect()
    };
    let long = "un mot et ".repeat(9);
    assert_eq!(told("Bonjour", "Mesurer"), [""; 0]);
    assert_eq!(told("Bonjour {personnage.prénon}", "Mesurer"), ["valeur-introuvable"]);
    assert_eq!(told(&format!("Voici {long} un mot"), "Mesurer"), ["phrase-trop-longue"]);
    assert_eq!(told("Bonjour", &format!("Mesurer {long} un mot")), ["phrase-trop-longue"]);
}
