//! A calculation in a rehearsal: its lists are worth what the persona has, or what the learner answers.

use super::{actor::beginning, household::camille_at_home};
use scenarios::{check, essai, graph::Graph, text::Text};

const BASE: &str = include_str!("../manual/base.yaml");

const CALCULATION: &str = "
calcul:
  entrées:
    adultes:
      chacun:
        naissance: date
        salaires: {genre: liste de montants, dans-l-exercice: mois.1.net-social}
        déclarés: {genre: liste de montants, dans-l-exercice: mois.1.réponse.salaire}
      dans-l-exercice: personnage.adultes
    enfants: {genre: liste de dates, dans-l-exercice: personnage.enfants.1.naissance}
  termes:
    aîné: minimum(enfant pour enfant dans enfants)
    dernier: somme(adulte.salaires.3 pour adulte dans adultes)
    total: somme(somme(m pour m dans adulte.salaires) pour adulte dans adultes)
    déclaré: somme(somme(m pour m dans adulte.déclarés) pour adulte dans adultes)
    rangs: {pour: enfant dans enfants, calcul: enfant.rang}
    somme-des-rangs: somme(enfant.rangs pour enfant dans enfants)
  résultats: [aîné, dernier, total, déclaré, somme-des-rangs]
pages:
  ressources:
    titre: Ressources de {adulte.prénom}
    chemin: /ressources
    pour-chaque: adulte dans personnage.adultes
    texte:
      - groupe:
          titre: Un mois
          pour-chaque: relevé dans adulte.mois
          champs:
            salaire:
              genre: montant
              étiquette: Montant net social
              centimes: oui
              indices: aucun
  bilan:
    titre: Bilan
    chemin: /bilan
    texte:
      - \"Aîné né le {aîné}, mois dernier {dernier}, en tout {total}, déclaré {déclaré}, rangs {somme-des-rangs}.\"
  fin:
    titre: C’est fini
    chemin: /fin
    reçu: [ressources]
";

const ESSAI: &str = "
saisir salaire.1.1 : 1000
saisir salaire.1.2 : 1534,20
saisir salaire.1.3 : 100
valider
saisir salaire.2.1 : 0
saisir salaire.2.2 : 845,30
saisir salaire.2.3 : 20,50
valider
texte Aîné né le 2 mars 2016, mois dernier 2 447,75 €, en tout 6 249,05 €, déclaré 3 500 €, rangs 3.
";

#[test]
fn the_lists_of_a_calculation_follow_the_persona_and_the_answers() {
    let (before, rest) = BASE.split_once("pages:").expect("pages");
    let (_, after) = rest.split_once("fins:").expect("endings");
    let before = before.replace("[véhicule, déménagement]", "[foyer, ressources]");
    let before = before.replace("  papiers: [carte-grise, facture-nouveau-logement]\n", "");
    let text = Text::new("estimation.yaml", format!("{before}{CALCULATION}\nfins:{after}"));
    let (scenario, findings) = check(&text);
    let told: Vec<String> = findings.iter().map(|finding| finding.short(&text)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let graph = Graph::build(&scenario).expect("a scenario without findings is sound");
    if let Err(stopped) = essai::play(&graph, beginning(camille_at_home()), ESSAI.trim_start()) {
        panic!("{}: {}", stopped.line, stopped.message);
    }
}
