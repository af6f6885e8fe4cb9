//! Shared parts where scenarios name them: what is put there, whose words win, and whose file is told.
#![cfg(feature = "authoring")]

use scenarios::{
    Surroundings, check_shared, check_with, graph::Graph, model::Scenario, shared::Shared, text::Text,
};

const BASE: &str = include_str!("manual/base.yaml");
const PART: &str = "\
titre: Dire son nom
version: 1
messages:
  code-de-connexion:
    de: \"{site.nom}\"
    adresse: ne-pas-repondre@commun.example
    objet: Le code du commun
    texte: [\"Votre code est {message.code}.\"]
  bienvenue:
    de: \"{site.nom}\"
    adresse: ne-pas-repondre@commun.example
    objet: Bienvenue
    texte: [\"Bonjour, ici {site.adresse}.\"]
pages:
  nom:
    titre: Votre nom
    chemin: /nom
    champs:
      nom:
        genre: texte
        étiquette: Nom
        attendu: personnage.nom
        indices: aucun
    envoie: bienvenue
  prénom:
    titre: Votre prénom
    chemin: /prenom
    champs:
      prénom:
        genre: texte
        étiquette: Prénom
        attendu: personnage.prénom
        indices: aucun
";

/// The base, where `page` stands first.
fn scenario(page: &str) -> String {
    BASE.replacen("pages:\n", &format!("pages:\n{page}"), 1)
}

fn checked(page: &str, part: &str) -> (Scenario, Vec<String>) {
    let mut shared = Shared::default();
    shared.add("identité", Text::new("communs/identite.yaml", part));
    let text = shared.joined(Text::new("scenario.yaml", scenario(page)));
    let (scenario, findings) =
        check_with(&text, &Surroundings { shared: &shared, ..Surroundings::default() });
    let errors = findings.iter().filter(|finding| finding.is_error());
    let told = errors.map(|finding| match &finding.help {
        Some(help) => format!("{} → {help}", finding.short(&text)),
        None => finding.short(&text),
    });
    (scenario, told.collect())
}

fn told(page: &str, part: &str) -> Vec<String> {
    checked(page, part).1
}

#[test]
fn the_pages_of_a_part_stand_in_the_place_of_its_name() {
    let (scenario, told) = checked("  qui:\n    commun: Identité\n", PART);
    assert_eq!(told, [] as [String; 0]);
    let pages: Vec<_> = scenario.screens.iter().map(|screen| screen.key.value.as_str()).collect();
    assert_eq!(pages, ["nom", "prenom", "adresse", "fin"]);
    assert!(Graph::build(&scenario).is_ok());
}

#[test]
fn what_follows_is_said_beside_the_name() {
    let (scenario, told) = checked("  qui:\n    commun: identite\n    suite: fin\n", PART);
    assert_eq!(told, [] as [String; 0]);
    let following = |at: usize| scenario.screens[at].following().map(|page| page.value.clone()).next();
    assert_eq!((following(0), following(1)), (None, Some("fin".to_owned())));
}

#[test]
fn the_words_of_the_scenario_win() {
    let (scenario, told) = checked("  qui:\n    commun: identité\n", PART);
    assert_eq!(told, [] as [String; 0]);
    let names: Vec<_> = scenario.mails.iter().map(|mail| mail.key.value.as_str()).collect();
    assert_eq!(names, ["code-de-connexion", "bienvenue"]);
    let subject = scenario.mails[0].subject.as_ref().expect("a subject");
    assert_eq!(subject.value.words(), "Votre code");
}

#[test]
fn a_part_that_does_not_exist_is_told_with_the_nearest() {
    let one = "scenario.yaml:24:13: commun-introuvable: le commun « identitee » n’existe pas → écrivez « identite »";
    assert_eq!(told("  qui:\n    commun: identitée\n", PART), [one]);
    let other = "scenario.yaml:24:13: commun-introuvable: le commun « autre-chose » n’existe pas → choisissez parmi : identite";
    assert_eq!(told("  qui:\n    commun: autre-chose\n", PART), [other]);
}

#[test]
fn what_is_wrong_in_a_part_is_told_in_its_file() {
    let cases = [
        (
            "    titre: Votre nom\n",
            "",
            "communs/identite.yaml:15:3: cle-manquante: il manque « titre » dans la page « nom » → ajoutez une ligne « titre: … » sous « nom: »",
        ),
        (
            "version: 1\n",
            "version: 1\nauteur: moi\n",
            "communs/identite.yaml:3:1: cle-inconnue: la clé « auteur » n’existe pas dans le commun → supprimez cette ligne, ou choisissez parmi : titre, version, pages, messages, papiers",
        ),
        (
            "personnage.prénom",
            "personnage.prénon",
            "communs/identite.yaml:32:18: valeur-introuvable: un personnage n’a pas de « prénon » → écrivez « personnage.prénom »",
        ),
        ("    titre: Votre nom\n", "    titre:Votre nom\n", "communs/identite.yaml:16:5: "),
        (
            "  prénom:\n",
            "  autre:\n    commun: identité\n  prénom:\n",
            "communs/identite.yaml:25:3: commun-dans-un-commun: un commun en utilise un autre → écrivez les pages elles-mêmes à cet endroit",
        ),
    ];
    for (right, wrong, expected) in cases {
        assert!(PART.contains(right), "{right}");
        let told = told("  qui:\n    commun: identité\n", &PART.replacen(right, wrong, 1));
        assert!(told.len() == 1 && told[0].starts_with(expected), "{wrong}: {told:#?}");
    }
}

#[test]
fn two_pages_of_one_name_are_told_in_the_file_of_the_second() {
    let told = told("  nom:\n    titre: A\n    chemin: /a\n  qui:\n    commun: identité\n", PART);
    let expected = "communs/identite.yaml:15:3: cle-repetee: « nom » est écrit deux fois au même endroit → gardez une seule des deux lignes, ou changez le nom de l’une";
    assert_eq!(told, [expected]);
}

#[test]
fn a_part_is_used_once_and_takes_no_other_key() {
    let twice = told("  un:\n    commun: identité\n  deux:\n    commun: identité\n", PART);
    assert_eq!(
        twice,
        [
            "scenario.yaml:26:13: commun-repete: le commun « identite » est déjà utilisé → supprimez l’un des deux renvois"
        ]
    );
    let key = told("  qui:\n    commun: identité\n    titre: Moi\n", PART);
    assert_eq!(
        key,
        [
            "scenario.yaml:25:5: cle-inconnue: la clé « titre » n’existe pas dans le renvoi « qui » → supprimez cette ligne, ou choisissez parmi : commun, suite"
        ]
    );
    let misspelt = told("  qui:\n    comun: identité\n", PART);
    assert_eq!(
        misspelt,
        [
            "scenario.yaml:24:5: cle-inconnue: la clé « comun » n’existe pas dans la page « qui » → écrivez « commun »"
        ]
    );
}

#[test]
fn a_part_is_checked_by_itself() {
    let told = |part: &str| {
        let text = Text::new("communs/identite.yaml", part);
        let findings = check_shared(&text, &Surroundings::default());
        findings.iter().map(|finding| finding.short(&text)).collect::<Vec<_>>()
    };
    assert_eq!(told(PART), [] as [String; 0]);
    let wrong = told(&PART.replacen("genre: texte", "genre: voix", 1));
    assert!(
        wrong.len() == 1 && wrong[0].starts_with("communs/identite.yaml:20:16: genre-inconnu: "),
        "{wrong:?}"
    );
}
