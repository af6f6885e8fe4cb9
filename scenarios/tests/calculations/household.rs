//! A household of adults and children, month by month.

use crate::{right, run};

const HOUSEHOLD: &str = "
calcul:
  entrées:
    adultes:
      chacun:
        naissance: date
        net_social: liste de montants de 3 à 3
        chômage: {genre: montant, facultatif: oui, de: 0, à: 5 000}
      de: 1
      à: 2
    enfants: {chacun: {naissance: date, garde: oui-non}, à: 10}
  termes:
    ressources: {pour: adulte dans adultes, calcul: 'somme(m pour m dans adulte.net_social) + 3 * adulte.chômage'}
    total: somme(adulte.ressources pour adulte dans adultes)
    moyenne: arrondi(total / 3 ; 2)
    premiers: somme(somme(m pour m dans adulte.net_social si m.rang = 1) pour adulte dans adultes)
    petits: compte(enfant dans enfants si enfant.garde et âge(enfant.naissance ; exercice.date) < 6)
    benjamin: maximum(enfant.naissance pour enfant dans enfants)
    majeurs: tous(âge(adulte.naissance ; exercice.date) ≥ 18 pour adulte dans adultes)
  résultats: [moyenne, premiers, petits, benjamin, majeurs]
";

#[test]
fn a_household_is_counted_by_person_and_by_month() {
    let household = right(HOUSEHOLD);
    let given = r#"{
        "adultes": [
            {"naissance": "1985-07-14", "net_social": [1000, 1100.55, 0], "chômage": 200},
            {"naissance": "1978-04-03", "net_social": [500, 500, 500]}
        ],
        "enfants": [
            {"naissance": "2017-02-01", "garde": true},
            {"naissance": "2021-12-24", "garde": true},
            {"naissance": "2022-01-01", "garde": false}
        ]
    }"#;
    let results = run(&household, given).expect("within the limits");
    let results: Vec<_> = results.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(results, ["1 400,18 €", "1 500 €", "1", "1er janvier 2022", "oui"]);
}

#[test]
fn what_is_wrong_inside_a_list_is_told_with_its_number() {
    let household = right(HOUSEHOLD);
    for (given, told) in [
        (
            r#"{"adultes": [{"naissance": "1985-07-14", "net_social": [1, 2]}], "enfants": []}"#,
            "La liste « adultes, numéro 1 : net_social » doit avoir 3 éléments.",
        ),
        (
            r#"{"adultes": [{"naissance": "1985-07-14", "net_social": [1, 2, "x"]}], "enfants": []}"#,
            "La valeur « adultes, numéro 1 : net_social, numéro 3 » doit être un montant en euros.",
        ),
        (r#"{"adultes": [3], "enfants": []}"#, "« adultes, numéro 1 » doit être donné par noms et valeurs."),
        (
            r#"{"adultes": [{"naissance": "1985-07-14", "net_social": [1, 2, 3], "age": 3}], "enfants": []}"#,
            "La valeur « adultes, numéro 1 : age » n’est pas prévue.",
        ),
    ] {
        assert_eq!(run(&household, given), Err(told.to_owned()));
    }
}
