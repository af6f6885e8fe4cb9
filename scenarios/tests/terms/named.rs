//! Named terms: columns, circles, long chains, and variables bound outside.

use scenarios::{
    term::{Bound, Definition, Definitions, Value, Within, World, check, parse},
    text::{Span, Spanned},
};

use crate::house::{House, plain};

fn defined(name: &str, each: Option<(&str, &str)>, text: &str) -> Definition {
    let spanned = |text: &str| Spanned::new(text.to_owned(), Span::default());
    Definition {
        name: spanned(name),
        each: each.map(|(variable, list)| (spanned(variable), spanned(list))),
        expr: parse(text).expect("a term"),
        label: None,
        says: None,
        source: None,
        when: (None, None),
        chapter: None,
    }
}

fn codes(definitions: &[Definition]) -> Vec<(usize, &'static str, String)> {
    let (_, problems) = Definitions::check(definitions, &House);
    problems.into_iter().map(|(at, problem)| (at, problem.code, problem.message)).collect()
}

#[test]
fn terms_read_each_other_in_any_order_and_columns_by_item() {
    let (definitions, problems) = Definitions::check(
        &[
            defined("total", None, "somme(adulte.net pour adulte dans adultes) + frais"),
            defined("net", Some(("adulte", "adultes")), "somme(m pour m dans adulte.mois) * adulte.rang"),
            defined("frais", None, "loyer * 2"),
        ],
        &House,
    );
    assert_eq!(problems, []);
    let world = definitions.world(&House);
    assert_eq!(plain(&world.value("total").in_french()), "1 600 €");
    assert_eq!(plain(&world.value("adultes.2.net").in_french()), "100 €");
    assert_eq!(world.value("adultes.3.net"), Value::Nothing);
    let which = |path: &str| world.which(path).map(|(worked, item)| (worked.path.clone(), item));
    assert_eq!(which("adultes.2.net"), Some(("adultes.*.net".to_owned(), Some(2))));
    assert_eq!(which("frais"), Some(("frais".to_owned(), None)));
    assert_eq!((which("adultes.3.net"), which("loyer")), (None, None));
}

#[test]
fn a_circle_is_spelled_out_and_told_once() {
    let told = codes(&[
        defined("a", None, "b + 1"),
        defined("b", None, "c + 1"),
        defined("c", None, "a + 1"),
        defined("d", None, "a + 1"),
        defined("e", None, "e"),
    ]);
    assert_eq!(
        told,
        [
            (0, "terme-circulaire", "des termes dépendent l’un de l’autre : a → b → c → a".into()),
            (4, "terme-circulaire", "le terme « e » dépend de lui-même".into()),
        ]
    );
}

#[test]
fn what_reads_a_broken_term_is_not_told() {
    let told =
        codes(&[defined("a", None, "inconnu"), defined("b", None, "a + 1"), defined("d", None, "b * 2")]);
    assert_eq!(told, [(0, "nom-inconnu", "rien ne s’appelle « inconnu »".into())]);
}

#[test]
fn a_name_already_taken_is_told() {
    let told = codes(&[
        defined("revenu", None, "1"),
        defined("et", None, "1"),
        defined("x", Some(("e", "loyer")), "1"),
    ]);
    let told: Vec<_> = told.iter().map(|(at, code, _)| (*at, *code)).collect();
    assert_eq!(told, [(0, "nom-deja-pris"), (1, "nom-deja-pris"), (2, "genre-inattendu")]);
}

#[test]
fn a_chain_of_five_hundred_terms_is_worked_out() {
    let chain: Vec<_> = (0..500)
        .map(|at| match at {
            0 => defined("t0", None, "1"),
            _ => defined(
                &format!("t{at}"),
                None,
                &format!("{}t{}{}", "abs(".repeat(30), at - 1, ")".repeat(30)),
            ),
        })
        .collect();
    let (definitions, problems) = Definitions::check(&chain, &House);
    assert_eq!(problems, []);
    assert_eq!(definitions.world(&House).value("t499"), Value::count(1));
}

#[test]
fn a_divisor_is_proved_through_its_name() {
    assert_eq!(
        codes(&[
            defined("diviseur", None, "1 + compte(enfants)"),
            defined("part", None, "revenu / diviseur")
        ]),
        []
    );
    let told =
        codes(&[defined("diviseur", None, "compte(enfants)"), defined("part", None, "revenu / diviseur")]);
    assert_eq!(told.iter().map(|(at, code, _)| (*at, *code)).collect::<Vec<_>>(), [(1, "division-par-zero")]);
}

#[test]
fn variables_bound_outside_are_read_inside() {
    let named = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    };
    let lists = named(&[("enfant", "enfants"), ("adulte", "adultes"), ("m", "adulte.mois")]);
    let items = named(&[("enfant", "enfants.2"), ("adulte", "adultes.1"), ("m", "adultes.1.mois.2")]);
    let scope = Within { inner: &House, variables: &lists };
    let world = Bound { inner: &House, variables: &items };
    for (text, value, source) in [
        ("enfant.prénom", "Lina", "enfants.*.prenom"),
        ("enfant.rang", "2", "enfants.*.rang"),
        ("m", "200 €", "adultes.*.mois.*"),
        ("m.rang", "2", "adultes.*.mois.*.rang"),
        ("compte(adulte.mois)", "2", "adultes.*.mois"),
        ("revenu", "24 000,50 €", "revenu"),
    ] {
        let term = check(&parse(text).unwrap(), &scope).unwrap();
        assert_eq!(plain(&term.value(&world).in_french()), value, "{text}");
        assert_eq!(term.sources(), [source], "{text}");
    }
    let problems = check(&parse("enfant.prenon").unwrap(), &scope).unwrap_err();
    assert_eq!(problems[0].help.as_deref(), Some("écrivez « enfant.prénom »"));
}
