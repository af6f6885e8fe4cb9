//! Laws: any text gives a term or problems, any checked term gives a value of its kind, and nothing stops.

use proptest::prelude::*;
use scenarios::term::{Kind, Problem, Value};

use crate::house::{House, read, term};

fn point_inside(text: &str, problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some(), "{problem:?} in {text:?}");
        assert!(!problem.message.contains('\n') && !problem.message.ends_with('.'), "{problem:?}");
        assert!(problem.help.is_some(), "{problem:?}");
    }
}

fn is_of(value: &Value, kind: &Kind) -> bool {
    match value {
        Value::Nothing => true,
        Value::Number(_) => matches!(kind, Kind::Number | Kind::List),
        Value::Money(_) => *kind == Kind::Money,
        Value::Date(_) => *kind == Kind::Date,
        Value::Month(_) => *kind == Kind::Month,
        Value::YesNo(_) => *kind == Kind::YesNo,
        Value::Text(_) => matches!(kind, Kind::Text | Kind::Choice(_)),
        Value::Scale(_) => *kind == Kind::Scale,
    }
}

fn holds(text: &str) {
    if let Err(problems) = read(text) {
        point_inside(text, &problems);
    }
    match term(text) {
        Err(problems) => point_inside(text, &problems),
        Ok(term) => {
            let value = term.value(&House);
            assert!(is_of(&value, term.kind()), "{text:?} gives {value:?}, and is {:?}", term.kind());
            let _ = (term.wording(), term.told(&House, &House), value.in_french());
        }
    }
}

/// Pieces from which terms are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1",
        "2,5",
        "10 %",
        "12 €",
        "999 999 999 999 999",
        "0",
        "2026-05-01",
        "2026-05",
        "\"marié\"",
        "«",
        "»",
        "revenu",
        "loyer",
        "absent",
        "parts",
        "naissance",
        "jamais",
        "ce-mois",
        "marié",
        "coché",
        "situation",
        "barème-du-revenu",
        "paliers",
        "enfants",
        "enfant",
        "enfant.garde",
        "enfant.rang",
        "adulte.mois",
        "adultes",
        "+",
        "-",
        "*",
        "/",
        "=",
        "<",
        ">",
        "≠",
        "≤",
        "(",
        ")",
        ";",
        "et",
        "ou",
        "non",
        "si",
        "alors",
        "sinon",
        "pour",
        "dans",
        "min(",
        "max(",
        "arrondi(",
        "barème(",
        "palier(",
        "âge(",
        "plus-mois(",
        "date(",
        "somme(",
        "compte(",
        "tous(",
        "vide(",
        "contient(",
        "'",
        ",",
        ".",
        "é",
        "\u{301}",
        "{",
        "\n",
    ]);
    prop::collection::vec((piece, prop::sample::select(vec![" ", " ", " ", ""])), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

/// Terms that are right more often than not.
fn amounts() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "revenu",
        "loyer",
        "absent",
        "0",
        "1 €",
        "999 999 999 999 999 €",
        "0,01 €",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(6, 60, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} + {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} - {b})")),
            (inner.clone(), 1..99_999_u32).prop_map(|(a, b)| format!("({a} * {b},{b})")),
            (inner.clone(), 1..99_999_u32).prop_map(|(a, b)| format!("({a} / 0,{b:05})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("max({a} ; {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(si {a} < {b} alors {a} sinon {b})")),
            inner.clone().prop_map(|a| format!("arrondi({a} ; 2)")),
            inner.prop_map(|a| format!("somme({a} pour enfant dans enfants)")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_gives_a_term_or_problems(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_pieces_of_terms_give_a_term_or_problems(text in pieces()) {
        holds(&text);
    }

    #[test]
    fn an_amount_stays_within_the_bounds(text in amounts()) {
        holds(&text);
        if let Ok(term) = term(&text) {
            let amount = term.value(&House).amount();
            prop_assert!(amount.abs() <= Value::cents(100_000_000_000_000_000).amount(), "{text}: {amount}");
        }
    }
}
