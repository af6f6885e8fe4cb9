//! What is given and cannot be taken, and the sentence that says so.

use crate::{right, run};

const CALCULATION: &str = "
calcul:
  au: date(année ; 12 ; 31)
  entrées:
    année: nombre entier de 2020 à 2030
    1AJ: montant entier facultatif
    net_social: montant facultatif de 0 à 1 000
    situation: un de C, M
    enfants: liste de dates de 1 à 2
    marié: oui-non facultatif
  périmètre:
    - si: marié et situation = \"C\"
      phrase: Miroir ne calcule que des foyers simples.
  termes:
    total: 1AJ + net_social
    plafond: paramètre.impôt.décote-seul
    aîné: minimum(n pour n dans enfants)
  résultats: [total, plafond, aîné, 1AJ, situation]
";

const GIVEN: &[(&str, &str)] = &[
    (
        r#"{"annee": 2025, "1aj": 10.0, "situation": "m", "enfants": ["2020-02-03"], "marié": "oui"}"#,
        "total=10 €, plafond=897 €, aîné=3 février 2020, 1AJ=10 €, situation=M",
    ),
    (
        r#"{"Année": 2024, "net_social": 0.5, "situation": "C", "enfants": ["2020-02-03", "2019-02-03"], "1AJ": null}"#,
        "total=0,50 €, plafond=889 €, aîné=3 février 2019, 1AJ=…, situation=C",
    ),
    (r#"{"annee": 2025}"#, "Il manque la valeur « situation »."),
    (r#"{"annee": "2025"}"#, "La valeur « année » doit être un nombre entier."),
    (r#"{"annee": 2025.5}"#, "La valeur « année » doit être un nombre entier."),
    (r#"{"annee": 2031}"#, "La valeur « année » doit être entre 2020 et 2030."),
    (r#"{"annee": 1e40}"#, "La valeur « année » doit être un nombre entier."),
    (r#"{"annee": 2025, "1AJ": 10.5}"#, "La valeur « 1AJ » doit être un montant en euros, sans centimes."),
    (r#"{"annee": 2025, "net_social": -1}"#, "La valeur « net_social » doit être entre 0 € et 1 000 €."),
    (r#"{"annee": 2025, "situation": "X"}"#, "La valeur « situation » doit être l’un de ces choix : C, M."),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": []}"#,
        "La liste « enfants » doit avoir de 1 à 2 éléments.",
    ),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": "2020-01-01"}"#,
        "La valeur « enfants » doit être une liste.",
    ),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": ["2020-01-01", "hier"]}"#,
        "La valeur « enfants, numéro 2 » doit être une date, par exemple « 2026-05-01 ».",
    ),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": ["2020-01-01"], "marié": 2}"#,
        "La valeur « marié » doit être vrai ou faux.",
    ),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": ["2020-01-01"], "2AJ": 1}"#,
        "La valeur « 2AJ » n’est pas prévue.",
    ),
    (
        r#"{"annee": 2025, "Année": 2025, "situation": "C", "enfants": ["2020-01-01"]}"#,
        "La valeur « annee » est donnée deux fois.",
    ),
    (
        r#"{"annee": 2025, "situation": "C", "enfants": ["2020-01-01"], "marié": true}"#,
        "Miroir ne calcule que des foyers simples.",
    ),
    (
        r#"{"annee": 2023, "situation": "C", "enfants": ["2020-01-01"]}"#,
        "Le chiffre « Décote, personne seule : plafond » n’est connu qu’à partir du 1er janvier 2024.",
    ),
    (r"[1]", "Les valeurs doivent être données par leur nom."),
];

#[test]
fn what_cannot_be_taken_is_said_in_one_sentence() {
    let program = right(CALCULATION);
    for (given, told) in GIVEN {
        let found = match run(&program, given) {
            Ok(results) => {
                results.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
            }
            Err(sentence) => sentence.replace(['\u{202f}', '\u{a0}'], " "),
        };
        assert_eq!(found, *told, "{given}");
    }
}

#[test]
fn a_figure_that_is_not_needed_is_not_asked_for() {
    let program = right(
        "
calcul:
  entrées: {année: nombre}
  au: date(année ; 12 ; 31)
  termes:
    plafond: si année ≥ 2024 alors tard sinon 0
    tard: paramètre.impôt.décote-seul
  résultats: [plafond]
",
    );
    assert_eq!(run(&program, r#"{"année": 2020}"#), Ok(vec![("plafond".to_owned(), "0 €".to_owned())]));
}
