//! What must be true of any income tax, asked of the one of the catalogue.
//!
//! Known households are in `computations`.

use serde_json::{Value, json};

use crate::computations::{computes, explained};

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

/// Words of a machine, which nobody should read in an explanation.
fn reads_like_a_person(told: &str) {
    for machine in ["1aj", "7uf", "0cf", "(…)", "0,4525", "sinon", "il est faux que", "paramètre"] {
        assert!(!told.contains(machine), "« {machine} » in {told}");
    }
    for line in told.lines() {
        let words = line.trim_start();
        assert!(!words.starts_with('='), "{line}");
    }
}

#[test]
fn an_explanation_tells_the_tax_as_an_adviser_would() {
    let alone =
        json!({"annee": 2025, "situation": "C", "naissances": ["1985-07-14"], "1AJ": 30_000, "7UF": 120});
    let told = explained("impots/declaration-revenus", &alone);
    reads_like_a_person(&told);
    for part in [
        "En bref\n  Nombre de parts : 1\n  Revenu imposable : 27 000 €\n",
        "  Salaires du déclarant 1, case 1AJ : 30 000 €\n  Autres dons, case 7UF : 120 €\n",
        concat!(
            "Déduction de 10 % du déclarant 1 : 3 000 €\n",
            "  10 % de 30 000 € (salaires du déclarant 1, case 1AJ).\n",
            "  C’est entre 509 € (déduction sur les salaires, au moins) et 14 555 € (déduction sur les salaires, au plus).\n",
        ),
        concat!(
            "  - On passe dans le barème 27 000 € (revenu imposable).\n",
            "  - De 0 € à 11 600 € : 0 %, donc rien.\n",
            "  - De 11 600 € à 27 000 € : 11 % de 15 400 €, soit 1 694 €.\n",
        ),
        concat!(
            "Décote : 130 €\n",
            "  897 € (décote, personne seule : plafond) moins 45,25 % de 1 694 € (droits simples), arrondi à l’euro.\n",
            "  Parce que vous n’êtes ni marié(e) ni pacsé(e).\n",
        ),
    ] {
        assert!(told.contains(part), "no « {part} » in {told}");
    }
    // Nothing about children, pensions or credits for somebody who has none.
    for unused in [
        "Part en plus",
        "Demi-parts",
        "Avantage",
        "Pensions",
        "domicile",
        "Frais de garde",
        "Crédit d’impôt pour",
    ] {
        assert!(!told.contains(unused), "« {unused} » in {told}");
    }
}

#[test]
fn an_explanation_says_why_half_shares_are_capped() {
    let couple = json!({
        "annee": 2025, "situation": "M", "naissances": ["1985-07-14", "1987-02-03"],
        "enfants": ["2017-03-02", "2021-03-02"], "1AJ": 45_000, "1BJ": 38_000
    });
    let told = explained("impots/declaration-revenus", &couple);
    reads_like_a_person(&told);
    assert!(told.contains("Parce que vous êtes mariés ou pacsés."), "{told}");
    let capped = "dépasse 3 614 € (avantage le plus grand des demi-parts).";
    assert!(told.contains(capped), "no « {capped} » in {told}");
}

#[test]
fn a_tick_is_given_by_its_letter_or_among_the_boxes() {
    let parent = json!({"annee": 2025, "situation": "D", "naissances": ["1985-07-14"], "enfants": ["2017-03-02"], "1AJ": 26_000});
    let with = |key: &str, value: Value| {
        let mut parent = parent.clone();
        parent[key] = value;
        parent
    };
    let ticked =
        [with("T", json!(1)), with("T", json!(true)), with("cases", json!(["T"])), with("0CT", json!(1))];
    let answers = computed(&ticked);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert!((amount(&answers[0], "parts") - 2.0).abs() < 1e-9, "{}", answers[0]);
    let left = computed(&[with("T", json!(0)), parent.clone()]);
    assert_eq!(left[0], left[1]);
    assert_ne!(left[0], answers[0]);
}
