//! The income tax: known households, for two years.

use crate::{right, run};

const TAX: &str = include_str!("impot.yaml");

/// Household without its year; then, for 2024 and 2025: net income, rights, rebate, tax.
const HOUSEHOLDS: &[(&str, &str, [[u32; 4]; 2])] = &[
    (
        r#""situation": "C", "adultes": [{"salaires": 18000}], "enfants": []"#,
        "1",
        [[16200, 517, 517, 0], [16200, 506, 506, 0]],
    ),
    (
        r#""situation": "C", "adultes": [{"salaires": 30000}], "enfants": []"#,
        "1",
        [[27000, 1705, 117, 1588], [27000, 1694, 130, 1564]],
    ),
    (
        r#""situation": "M", "adultes": [{"salaires": 24000}, {"salaires": 19000}], "enfants": []"#,
        "2",
        [[38700, 1728, 688, 1040], [38700, 1705, 711, 994]],
    ),
    (
        r#""situation": "M", "adultes": [{"salaires": 24000}, {"salaires": 19000}], "enfants": ["2017-01-01", "2021-01-01"]"#,
        "3",
        [[38700, 463, 463, 0], [38700, 429, 429, 0]],
    ),
    (
        r#""situation": "M", "adultes": [{"salaires": 45000}, {"salaires": 38000}], "enfants": ["2017-01-01", "2021-01-01"]"#,
        "3",
        [[74700, 5159, 0, 5159], [74700, 5004, 0, 5004]],
    ),
    (
        r#""situation": "D", "adultes": [{"salaires": 26000}], "enfants": ["2017-01-01"], "parent-isolé": true"#,
        "2",
        [[23400, 45, 45, 0], [23400, 22, 22, 0]],
    ),
    (
        r#""situation": "V", "adultes": [{"pensions": 17500, "naissance": "1965-01-20"}], "enfants": []"#,
        "1",
        [[15750, 468, 468, 0], [15750, 457, 457, 0]],
    ),
];

#[test]
fn the_tax_of_known_households_is_found() {
    let tax = right(TAX);
    for (household, parts, years) in HOUSEHOLDS {
        for (year, expected) in [2024, 2025].iter().zip(years) {
            let results =
                run(&tax, &format!(r#"{{"année": {year}, {household}}}"#)).expect("within the limits");
            let amount = |name: &str| {
                let found = results.iter().find(|(result, _)| result == name).expect("a result");
                found.1.replace(" €", "").replace(' ', "")
            };
            let names = ["revenu-imposable", "droits", "décote", "impôt"];
            assert_eq!(names.map(amount), expected.map(|amount| amount.to_string()), "{year}: {household}");
            assert_eq!(amount("parts"), *parts);
        }
    }
}

#[test]
fn somebody_over_65_is_taxed_on_less() {
    let tax = right(TAX);
    for (year, income) in [(2024, "12 954 €"), (2025, "12 928 €")] {
        let json = format!(
            r#"{{"année": {year}, "situation": "V", "adultes": [{{"pensions": 17500, "naissance": "1952-01-20"}}], "enfants": []}}"#
        );
        let results = run(&tax, &json).expect("within the limits");
        assert!(results.contains(&("revenu-imposable".to_owned(), income.to_owned())), "{results:?}");
    }
}

#[test]
fn a_calculation_explains_its_steps_with_values_and_sources() {
    let tax = right(TAX);
    let json = r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 30000}], "enfants": []}"#;
    let (steps, _) = tax.explain(&crate::input(json), crate::today()).expect("within the limits");
    let step = steps.iter().find(|step| step.label == "Décote").expect("the rebate");
    assert_eq!(crate::plain(&step.value), "130 €");
    let explanation = step.explanation.replace(['\u{202f}', '\u{a0}'], " ");
    assert_eq!(
        explanation,
        "le plus petit de Droits simples (1 694 €) et le plus grand de 0 € et (si en-couple (non), Décote, couple : plafond (1 483 €) ; sinon Décote, personne seule : plafond (897 €)) moins Décote : part de l’impôt (0,4525) multiplié par Droits simples (1 694 €), arrondi à l’unité au plus proche"
    );
    assert_eq!(step.says.as_deref(), Some("La décote réduit les petits impôts."));
    assert_eq!(step.sources, ["CGI art. 197, I-4, lu dans OpenFisca-France, révision a7038ee"]);
    let of_adult = steps.iter().find(|step| step.item.is_some()).expect("a column");
    assert_eq!((of_adult.label.as_str(), of_adult.item), ("Déduction de 10 % sur les salaires", Some(1)));
}
