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
fn a_calculation_explains_its_steps_with_values_reasons_and_sources() {
    let tax = right(TAX);
    let json = r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 30000}], "enfants": []}"#;
    let explanation = tax.explain(&crate::input(json), crate::today()).expect("within the limits");
    let step = |label: &str| {
        let step = explanation.steps.iter().find(|step| step.label == label);
        step.unwrap_or_else(|| panic!("no step {label}"))
    };
    let spaced = |text: &String| text.replace(['\u{202f}', '\u{a0}'], " ");
    let rebate = step("Décote");
    assert_eq!(spaced(&rebate.value), "130 €");
    assert_eq!(
        spaced(&rebate.told.words),
        "897 € (décote, personne seule : plafond) moins 45,25 % de 1 694 € (droits simples), arrondi à l’euro"
    );
    assert_eq!(rebate.told.because, ["vous vivez seul(e)"]);
    assert_eq!(rebate.says.as_deref(), Some("La décote réduit les petits impôts."));
    assert_eq!(rebate.sources, ["CGI art. 197, I-4"]);
    let of_adult = step("Déduction de 10 % sur les salaires, adulte 1");
    assert_eq!(spaced(&of_adult.told.words), "10 % de 30 000 € (salaires)");
    let given: Vec<String> =
        explanation.given.iter().map(|(label, value)| format!("{label} : {}", spaced(value))).collect();
    assert_eq!(given, ["année : 2025", "situation : C", "adultes, numéro 1, salaires : 30 000 €"]);
}

#[test]
fn what_counts_for_nothing_is_not_told() {
    let tax = right(TAX);
    let json = r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 30000}], "enfants": []}"#;
    let explanation = tax.explain(&crate::input(json), crate::today()).expect("within the limits");
    let labels: Vec<&str> = explanation.steps.iter().map(|step| step.label.as_str()).collect();
    for unused in
        ["Abattement des plus de 65 ans et des invalides", "déduction-pensions, adulte 1", "en-couple"]
    {
        assert!(!labels.contains(&unused), "{labels:?}");
    }
}

#[test]
fn a_scale_is_told_band_by_band() {
    let tax = right(TAX);
    let json = r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 40000}], "enfants": []}"#;
    let explanation = tax.explain(&crate::input(json), crate::today()).expect("within the limits");
    let bands = explanation.steps.iter().find(|step| !step.told.bands.is_empty()).expect("the scale");
    let told: Vec<String> =
        bands.told.bands.iter().map(|band| band.replace(['\u{202f}', '\u{a0}'], " ")).collect();
    assert_eq!(
        told[1..],
        [
            "De 0 € à 11 600 € : 0 %, donc rien.",
            "De 11 600 € à 29 579 € : 11 % de 17 979 €, soit 1 977,69 €.",
            "De 29 579 € à 36 000 € : 30 % de 6 421 €, soit 1 926,30 €.",
        ]
    );
}

#[test]
fn a_tick_may_be_given_as_programs_count() {
    let tax = right(TAX);
    let line = |tick: &str| {
        format!(
            r#"{{"année": 2025, "situation": "C", "adultes": [{{"salaires": 30000}}], "enfants": ["2019-02-02"], "parent-isolé": {tick}}}"#
        )
    };
    assert_eq!(run(&tax, &line("1")), run(&tax, &line("true")));
    assert_eq!(run(&tax, &line("0")), run(&tax, &line("false")));
    assert_ne!(run(&tax, &line("1")), run(&tax, &line("0")));
    assert!(run(&tax, &line("2")).is_err());
}
