//! What is wrong in a writing, where, and the remedy.

use crate::house::{read, told, worth};

const WRONG: &[(&str, &str)] = &[
    // Written wrong.
    (
        "",
        "0-0 terme-illisible: le calcul s’arrête trop tôt : une valeur est attendue → écrivez la suite du calcul",
    ),
    (
        "1 +",
        "3-3 terme-illisible: le calcul s’arrête trop tôt : une valeur est attendue → écrivez la suite du calcul",
    ),
    (
        "(1 + 2",
        "0-1 terme-illisible: une parenthèse est ouverte et n’est pas fermée → ajoutez « ) » à la fin",
    ),
    (
        "1 + 2)",
        "5-6 terme-illisible: « ) » : il n’est pas attendu ici → retirez cette parenthèse, ou ouvrez-la plus tôt",
    ),
    (
        "0 < parts < 3",
        "10-11 terme-illisible: « < » : il n’est pas attendu ici → écrivez une comparaison à la fois, par exemple « a < b et b < c »",
    ),
    ("min(1, 2)", "5-6 terme-illisible: le signe « , » n’a pas de sens ici → séparez les valeurs par « ; »"),
    ("5/11/2026", "0-9 date-illisible: « 5/11/2026 » serait une division → écrivez « 2026-11-05 »"),
    (
        "2026-02-30",
        "0-10 date-illisible: « 2026-02-30 » n’est pas un jour du calendrier → écrivez l’année, le mois et le jour : « 2026-08-12 » pour le 12 août 2026",
    ),
    (
        "si marié alors 2",
        "17-17 terme-illisible: le calcul s’arrête trop tôt : « sinon » est attendu → ajoutez « sinon », puis la valeur dans les autres cas, par exemple « sinon 0 »",
    ),
    ("arondi(1)", "0-6 fonction-inconnue: la fonction « arondi » n’existe pas → écrivez « arrondi »"),
    (
        "borne(1 ; 2)",
        "0-12 valeurs-en-nombre-inattendu: « borne » attend 3 valeurs, et en reçoit 2 → écrivez « borne(x ; plus bas ; plus haut) »",
    ),
    (
        "maximum(1 ; 2)",
        "10-11 terme-illisible: « ; » : « pour » est attendu ici → écrivez « max(a ; b) » ; « maximum » sert aux listes",
    ),
    (
        "1234567890123456",
        "0-16 nombre-trop-grand: le nombre « 1234567890123456 » a trop de chiffres → écrivez au plus 15 chiffres avant la virgule et 10 après",
    ),
    // Unknown names.
    ("revnu", "0-5 nom-inconnu: rien ne s’appelle « revnu » → écrivez « revenu »"),
    (
        "revenu-loyer",
        "0-12 nom-inconnu: rien ne s’appelle « revenu-loyer » → écrivez « revenu - loyer », avec une espace de chaque côté du moins",
    ),
    (
        "somme(enfant.gadre pour enfant dans enfants)",
        "6-18 nom-inconnu: rien ne s’appelle « enfant.gadre » → écrivez « enfant.garde »",
    ),
    (
        "somme(x.garde pour x dans revenu)",
        "26-32 genre-inattendu: « revenu » n’est pas une liste, mais un montant en euros → écrivez le nom d’une liste",
    ),
    (
        "somme(loyer pour loyer dans enfants)",
        "17-22 nom-deja-pris: le nom « loyer » désigne déjà autre chose → choisissez un autre nom après « pour »",
    ),
    (
        "situation = célibataire",
        "12-24 nom-inconnu: « célibataire » est un texte écrit sans guillemets → écrivez-le avec des guillemets : « célibataire »",
    ),
    (
        "situation = \"marrié\"",
        "12-21 choix-inconnu: « marrié » n’est pas un des choix → écrivez « marié », avec ses guillemets",
    ),
    // Kinds that do not go together.
    (
        "revenu + 12",
        "9-11 genre-inattendu: un montant en euros et un nombre ne s’ajoutent pas → écrivez « 12\u{a0}€ »",
    ),
    (
        "revenu * loyer",
        "9-14 genre-inattendu: deux montants en euros ne se multiplient pas → écrivez l’un des deux comme un nombre ou un pourcentage",
    ),
    (
        "naissance + 1",
        "0-9 genre-inattendu: une addition attend un nombre ou un montant, et reçoit une date → pour compter des jours, écrivez « jours-entre(début ; fin) » ou « plus-jours(date ; 3) »",
    ),
    (
        "revenu > 12",
        "0-11 genre-inattendu: un montant en euros ne se compare pas à un nombre → écrivez « 12\u{a0}€ »",
    ),
    (
        "naissance = ce-mois",
        "0-19 genre-inattendu: une date ne se compare pas à un mois → écrivez « mois(…) » autour de la date",
    ),
    (
        "prénom < \"a\"",
        "0-13 genre-inattendu: un texte n’est ni plus grand ni plus petit → comparez avec « = » ou « ≠ », ou comparez des nombres ou des dates",
    ),
    (
        "si revenu alors 1 sinon 2",
        "3-9 genre-inattendu: une condition est attendue, et un montant en euros est écrit → écrivez une comparaison, par exemple « … > 0 »",
    ),
    (
        "si marié alors 1 € sinon 2",
        "28-29 genre-inattendu: cette valeur est un nombre, et l’autre un montant en euros → donnez le même genre de valeur après « alors » et après « sinon »",
    ),
    (
        "barème(1 ; paliers)",
        "12-19 genre-inattendu: « barème » attend un barème de taux, et celui-ci donne des euros → écrivez « palier(x ; le barème) » pour lire un montant dans un barème",
    ),
    // Divisions.
    (
        "revenu / zéro",
        "9-14 division-par-zero: ce par quoi on divise peut être égal à zéro → divisez par une valeur qui n’est jamais nulle, par exemple « max(1 ; …) »",
    ),
    (
        "1 / (parts - 1)",
        "5-14 division-par-zero: ce par quoi on divise peut être égal à zéro → divisez par une valeur qui n’est jamais nulle, par exemple « max(1 ; …) »",
    ),
];

#[test]
fn every_mistake_is_told_with_its_place_and_its_remedy() {
    for (text, wrong) in WRONG {
        assert_eq!(worth(text), *wrong, "{text}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let wrong = worth("revnu + (si loyer alors 1 sinon 2) / zéro");
    for code in ["nom-inconnu", "genre-inattendu", "division-par-zero"] {
        assert!(wrong.contains(code), "{code} in {wrong}");
    }
}

#[test]
fn a_term_too_deep_or_too_long_is_told() {
    let code = |text: &str| read(text).map_err(|problems| told(&problems)).err().unwrap_or_default();
    for deep in [
        "(".repeat(4_000),
        "non ".repeat(1_000),
        "- ".repeat(2_000),
        "si ".repeat(1_300),
        "abs(".repeat(1_000),
    ] {
        assert!(code(&deep).contains("terme-trop-profond"), "{}", code(&deep));
    }
    assert!(code(&"1".repeat(4_001)).contains("terme-trop-long"));
    let loops = "somme(somme(somme(somme(1 pour a dans enfants) pour b dans enfants) pour c dans enfants) pour d dans enfants)";
    assert!(code(loops).contains("terme-trop-profond"));
    assert!(read(&vec!["1"; 990].join(" + ")).is_ok(), "a long sum is not deep");
}

#[test]
fn a_remedy_that_is_known_can_be_put_in_its_place() {
    for (text, mended) in [
        ("revnu + 1 €", "revenu + 1 €"),
        ("revenu-loyer", "revenu - loyer"),
        ("revenu + 12", "revenu + 12\u{a0}€"),
        ("situation = veuf", "situation = « veuf »"),
    ] {
        let problems = crate::house::term(text).unwrap_err();
        let problem = &problems[0];
        let mut after = text.to_owned();
        after.replace_range(problem.span.start..problem.span.end, problem.replacement.as_deref().unwrap());
        assert_eq!(after, mended);
        assert!(crate::house::term(&after).is_ok(), "{after}");
    }
}
