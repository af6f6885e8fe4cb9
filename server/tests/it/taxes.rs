//! What must be true of any income tax, asked of the one of the catalogue.
//!
//! Known households are in `computations`.

use serde_json::{Value, json};

use crate::computations::computes;

/// What is computed for each household.
fn computed(households: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = households.iter().map(Value::to_string).collect();
    let answers = computes("impots/declaration-revenus", &lines);
    assert_eq!(answers.len(), households.len());
    answers
}

fn amount(answer: &Value, name: &str) -> f64 {
    answer[name].as_f64().unwrap_or_else(|| panic!("no « {name} » in {answer}"))
}

/// Households of many incomes, alone and in couple, without and with children.
fn households() -> Vec<Value> {
    let mut all = Vec::new();
    for income in (0..140).map(|step| step * 731) {
        for children in 0..4 {
            let children = vec!["2015-03-02"; children];
            all.push(json!({"annee": 2025, "situation": "C", "naissances": ["1985-07-14"], "enfants": children, "1AJ": income}));
            all.push(json!({"annee": 2025, "situation": "M", "naissances": ["1985-07-14", "1987-02-03"], "enfants": children, "1AJ": income, "1BJ": 17_300}));
        }
    }
    all
}

#[test]
fn more_income_never_lowers_the_tax_and_another_child_never_raises_it() {
    let households = households();
    let taxes: Vec<f64> = computed(&households).iter().map(|answer| amount(answer, "impot_net")).collect();
    // Eight households for each income: with 0 to 3 children, alone then in couple.
    for (at, tax) in taxes.iter().enumerate() {
        if let Some(richer) = taxes.get(at + 8) {
            assert!(richer >= tax, "{} and 731 € more", households[at]);
        }
        if at % 8 < 6 {
            assert!(taxes[at + 2] <= *tax, "{} and another child", households[at]);
        }
    }
}

#[test]
fn spouses_swapped_change_nothing() {
    let couples: Vec<Value> =
        households().into_iter().filter(|one| one["situation"] == "M").step_by(7).collect();
    let swapped = couples.iter().map(|couple| {
        let mut couple = couple.clone();
        let (first, second) = (couple["1AJ"].clone(), couple["1BJ"].clone());
        couple["1AJ"] = second;
        couple["1BJ"] = first;
        couple["naissances"] = json!(["1987-02-03", "1985-07-14"]);
        couple
    });
    let swapped: Vec<Value> = swapped.collect();
    assert_eq!(computed(&couples), computed(&swapped));
}

#[test]
fn a_threshold_never_enlarges_a_refund() {
    let minded: Vec<Value> = households()
        .into_iter()
        .filter(|one| one["enfants"].as_array().is_some_and(|children| !children.is_empty()))
        .map(|mut one| {
            one["enfants"] = json!(["2022-03-02"]);
            one["7GA"] = json!(1_234);
            one
        })
        .collect();
    for (household, answer) in minded.iter().zip(computed(&minded)) {
        let before =
            amount(&answer, "impot_net") - amount(&answer, "reductions") - amount(&answer, "credits");
        let due = amount(&answer, "montant_final");
        assert!(due >= before.min(0.0) && due <= before.max(0.0), "{household}: {before}, then {due}");
    }
}

#[test]
fn what_is_out_of_scope_is_said_in_a_sentence() {
    let odd = json!({"annee": 2025, "situation": "M", "naissances": ["1985-07-14"], "1AJ": 20_000});
    let answers = computed(&[odd]);
    let said = answers[0]["hors_perimetre"].as_str().expect("a sentence");
    assert!(said.ends_with('.') && said.split_whitespace().count() < 26, "{said}");
}
