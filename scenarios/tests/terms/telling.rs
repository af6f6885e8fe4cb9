//! How terms tell what they are worth: what counts, and why.

use crate::house::{House, plain, term};

/// A term; how it was found; why, then what it was held against.
const TOLD: &[(&str, &str, &[&str])] = &[
    // What the value says alone is not said again.
    ("1", "", &[]),
    ("revenu", "24 000,50 € (revenu)", &[]),
    // What is worth nothing adds nothing.
    ("revenu + absent - loyer", "24 000,50 € (revenu) moins 600 € (loyer)", &[]),
    ("revenu + absent", "24 000,50 € (revenu)", &[]),
    ("absent + absent", "", &[]),
    // A sum and a product cannot be misread.
    ("revenu - loyer / 2", "24 000,50 € (revenu) moins (600 € (loyer) divisé par 2)", &[]),
    ("(revenu - loyer) / 2", "(24 000,50 € (revenu) moins 600 € (loyer)) divisé par 2", &[]),
    ("revenu * 1 / 1", "24 000,50 € (revenu)", &[]),
    ("loyer * si marié alors 10 % sinon 5 %", "10 % de 600 € (loyer)", &["vous êtes mariés"]),
    ("loyer * 45,25 %", "45,25 % de 600 € (loyer)", &[]),
    ("revenu * 10 % - loyer", "10 % de 24 000,50 € (revenu) moins 600 € (loyer)", &[]),
    // Only the branch taken, and why.
    ("si marié alors loyer sinon revenu", "600 € (loyer)", &["vous êtes mariés"]),
    ("si non marié alors loyer sinon 2 €", "", &["vous êtes mariés"]),
    ("si situation = \"marié\" alors loyer sinon 2 €", "600 € (loyer)", &["situation est « marié »"]),
    ("si situation = \"veuf\" alors loyer sinon 2 €", "", &["situation n’est pas « veuf »"]),
    (
        "si revenu ≤ 700 € alors 1 € sinon si revenu < 30 000 € alors loyer sinon 2 €",
        "600 € (loyer)",
        &["24 000,50 € (revenu) dépasse 700 €", "24 000,50 € (revenu) n’atteint pas 30 000 €"],
    ),
    (
        "si marié et revenu > loyer alors 1 sinon 2",
        "",
        &["vous êtes mariés", "24 000,50 € (revenu) dépasse 600 € (loyer)"],
    ),
    ("si marié ou revenu > loyer alors 1 sinon 2", "", &["vous êtes mariés"]),
    (
        "si parts = 1 alors loyer sinon si parts = 3 alors revenu sinon 1 €",
        "24 000,50 € (revenu)",
        &["3 (parts) est égal à 3"],
    ),
    ("si absent > 0 alors loyer sinon revenu", "24 000,50 € (revenu)", &[]),
    // The amount, then what it was held against.
    ("max(0 ; revenu - loyer)", "24 000,50 € (revenu) moins 600 € (loyer)", &[]),
    ("max(0 ; loyer - revenu)", "", &["600 € (loyer) moins 24 000,50 € (revenu) serait au-dessous de zéro"]),
    ("min(revenu ; loyer)", "600 € (loyer)", &["c’est la limite : 24 000,50 € (revenu) la dépasse"]),
    ("min(1AJ * 1 % ; loyer)", "1 % de 30 000 € (1aj)", &["c’est moins que la limite : 600 € (loyer)"]),
    (
        "max(1AJ * 1 % ; loyer)",
        "600 € (loyer)",
        &["c’est le minimum : 1 % de 30 000 € (1aj) ne l’atteint pas"],
    ),
    ("max(revenu ; loyer)", "24 000,50 € (revenu)", &["c’est plus que le minimum : 600 € (loyer)"]),
    ("min(revenu ; 1AJ)", "24 000,50 € (revenu)", &["c’est moins que 30 000 € (1aj)"]),
    ("borne(revenu ; 1 € ; loyer)", "600 € (loyer)", &["c’est la limite : 24 000,50 € (revenu) la dépasse"]),
    ("borne(revenu ; loyer ; 1AJ)", "24 000,50 € (revenu)", &["c’est entre 600 € (loyer) et 30 000 € (1aj)"]),
    // Roundings that change something.
    ("arrondi(loyer / 2)", "600 € (loyer) divisé par 2", &[]),
    ("arrondi(revenu)", "24 000,50 € (revenu), arrondi à l’euro", &[]),
    ("arrondi-bas(revenu)", "24 000,50 € (revenu), arrondi à l’euro du dessous", &[]),
    // Lists, item by item.
    ("somme(m pour m dans adultes.2.mois) - revenu", "50 € (loyer) moins 24 000,50 € (revenu)", &[]),
    ("parts / 3 * loyer", "3 (parts) divisé par 3 multiplié par 600 € (loyer)", &[]),
    ("min(loyer * 50 % ; loyer)", "50 % de 600 € (loyer)", &[]),
    ("min(absent + absent ; revenu)", "", &[]),
    ("max(revenu ; absent)", "24 000,50 € (revenu)", &[]),
    ("somme(m pour m dans adultes.1.mois)", "100 € (adultes.1.mois.1) plus 200 € (adultes.1.mois.2)", &[]),
    ("somme(enfant.garde pour enfant dans enfants)", "1 200 € (enfants.2.garde)", &[]),
    ("compte(enfants)", "2 (enfants)", &[]),
    ("compte(enfant dans enfants si enfant.garde > 0)", "1 sur 2 (enfants)", &[]),
];

#[test]
fn a_term_tells_what_counts_and_why() {
    for (text, words, why) in TOLD {
        let told = term(text).expect("a term").told(&House, &House);
        let reasons: Vec<String> =
            told.because.iter().chain(&told.compared).map(|said| plain(said)).collect();
        assert_eq!(
            (plain(&told.words).as_str(), reasons.as_slice()),
            (*words, to_owned(why).as_slice()),
            "{text}"
        );
    }
}

fn to_owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn a_scale_is_told_band_by_band() {
    let told = term("3 * barème(revenu / 2 ; barème-du-revenu)").expect("a term").told(&House, &House);
    let bands: Vec<String> = told.bands.iter().map(|band| plain(band)).collect();
    assert_eq!(
        bands,
        [
            "On passe dans le barème 24 000,50 € (revenu) divisé par 2, soit 12 000,25 €.",
            "De 0 € à 11 600 € : 0 %, donc rien.",
            "De 11 600 € à 12 000,25 € : 11 % de 400,25 €, soit 44,03 €.",
        ]
    );
    assert_eq!(plain(&told.words), "3 multiplié par 44,03 € (barème, tranche par tranche)");
    assert_eq!(told.reads, ["bareme-du-revenu", "revenu"]);
}

#[test]
fn a_scale_that_asks_for_nothing_is_told_too() {
    let told = term("3 * barème(loyer ; barème-du-revenu)").expect("a term").told(&House, &House);
    let bands: Vec<String> = told.bands.iter().map(|band| plain(band)).collect();
    assert_eq!(bands, ["On passe dans le barème 600 € (loyer).", "De 0 € à 600 € : 0 %, donc rien."]);
}

#[test]
fn what_was_not_taken_is_not_read() {
    let told = term("(si marié alors loyer sinon revenu) + absent").expect("a term").told(&House, &House);
    assert_eq!(told.reads, ["loyer"]);
}
