//! What each writing of the language is worth.

use crate::house::{plain, term, worth};

const WORTH: &[(&str, &str)] = &[
    // Numbers, amounts, percents, dates, texts.
    ("12", "12"),
    ("0,45", "0,45"),
    ("0.45", "0,45"),
    ("1 234,56", "1234,56"),
    ("1\u{a0}234\u{202f}567", "1 234 567"),
    ("12 €", "12 €"),
    ("1 234,56 €", "1 234,56 €"),
    ("10 %", "0,1"),
    ("2026-05-01", "1er mai 2026"),
    ("2026-05", "mai 2026"),
    ("\"marié\"", "marié"),
    ("« marié »", "marié"),
    ("oui", "oui"),
    ("non", "non"),
    // Names.
    ("revenu", "24 000,50 €"),
    ("REVENU", "24 000,50 €"),
    ("1AJ", "30 000 €"),
    ("7UD_apres_2025_10_14", "100 €"),
    ("naissances.1", "2 mars 2016"),
    ("absent", "…"),
    // Arithmetic.
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("10 - 2 - 3", "5"),
    ("3-2", "1"),
    ("12 ÷ 4 × 2", "6"),
    ("-3 + 5", "2"),
    ("5 − -3", "8"),
    ("revenu - loyer", "23 400,50 €"),
    ("revenu- loyer", "23 400,50 €"),
    ("revenu * 10 %", "2 400,05 €"),
    ("10 % * revenu", "2 400,05 €"),
    ("revenu / 2", "12 000,25 €"),
    ("revenu / parts", "8 000,17 €"),
    ("revenu / 12 €", "2000,0416666667"),
    ("2 / 3", "0,6666666667"),
    ("revenu + absent", "24 000,50 €"),
    ("absent + absent", "0 €"),
    ("revenu + 0", "24 000,50 €"),
    ("max(0 ; loyer - revenu)", "0 €"),
    ("999 999 999 999 999 * 999 999 999 999 999", "1 000 000 000 000 000"),
    // Comparisons and conditions.
    ("revenu > 24 000 €", "oui"),
    ("revenu ≤ 24 000 €", "non"),
    ("revenu <= 24 000 €", "non"),
    ("revenu <> loyer", "oui"),
    ("revenu ≠ revenu", "non"),
    ("absent = 0", "non"),
    ("absent ≠ 0", "non"),
    ("absent > 0", "non"),
    ("situation = \"Marie\"", "oui"),
    ("situation ≠ \"veuf\"", "oui"),
    ("prénom = \"zoe\"", "oui"),
    ("marié et parts = 3", "oui"),
    ("coché ou marié", "oui"),
    ("non coché", "oui"),
    ("marié = non", "non"),
    ("non marié ou parts ≥ 3", "oui"),
    ("non (marié et coché)", "oui"),
    ("naissance < 2000-01-01", "oui"),
    ("jamais < 2000-01-01", "non"),
    ("ce-mois = mois(2026-10-31)", "oui"),
    ("si marié alors 2 sinon 1", "2"),
    ("si coché alors 10 € sinon 0", "0 €"),
    ("si parts = 1 alors 1 sinon si parts = 2 alors 20 sinon si parts = 3 alors 300 sinon 0", "300"),
    ("1 + si marié alors 2 sinon 3 + 4", "3"),
    // Functions of numbers.
    ("min(3 ; 2 ; 5)", "2"),
    ("max(revenu ; loyer)", "24 000,50 €"),
    ("max(absent ; -5 €)", "0 €"),
    ("min(naissance ; 2000-01-01 ; jamais)", "14 juillet 1985"),
    ("abs(loyer - revenu)", "23 400,50 €"),
    ("borne(revenu * 10 % ; 509 € ; 14 555 €)", "2 400,05 €"),
    ("borne(5 ; 10 ; 20)", "10"),
    ("arrondi(0,5)", "1"),
    ("arrondi(-0,5)", "−1"),
    ("arrondi(2,345 ; 2)", "2,35"),
    ("arrondi(revenu)", "24 001 €"),
    ("arrondi-bas(revenu)", "24 000 €"),
    ("arrondi-haut(24 000,01 €)", "24 001 €"),
    ("barème(30 000 € ; barème-du-revenu)", "2 103,99 €"),
    ("barème(-5 ; barème-du-revenu)", "0"),
    ("palier(9 ; paliers)", "100 €"),
    ("palier(10 ; paliers) + 1 €", "201 €"),
    ("palier(20 000 ; barème-du-revenu)", "0,11"),
    // Functions of dates.
    ("âge(naissance ; 2026-07-13)", "40"),
    ("âge(naissance ; 2026-07-14)", "41"),
    ("âge(jamais ; 2026-07-14)", "…"),
    ("mois-entre(2026-01-15 ; 2026-03-14)", "1"),
    ("mois-entre(2026-01 ; ce-mois)", "9"),
    ("jours-entre(2026-03-01 ; 2026-02-28)", "−1"),
    ("année(naissance)", "1985"),
    ("mois(naissance)", "juillet 1985"),
    ("numéro-du-mois(ce-mois)", "10"),
    ("plus-mois(2026-01-31 ; 1)", "28 février 2026"),
    ("plus-mois(ce-mois ; -10)", "décembre 2025"),
    ("plus-ans(naissance ; 18)", "14 juillet 2003"),
    ("plus-jours(2026-12-31 ; 1)", "1er janvier 2027"),
    ("plus-ans(naissance ; 1 000)", "…"),
    ("premier-jour(ce-mois)", "1er octobre 2026"),
    ("dernier-jour(2028-02)", "29 février 2028"),
    ("date(année ; 12 ; 31)", "31 décembre 2026"),
    ("date(2026 ; 2 ; 30)", "…"),
    // What is there.
    ("vide(absent)", "oui"),
    ("vide(revenu)", "non"),
    ("vide(enfants)", "non"),
    ("vide(personne)", "oui"),
    ("contient(naissances ; 2016-03-02)", "oui"),
    ("contient(naissances ; naissance)", "non"),
    // Ticked boxes are one text, of their names.
    ("contient(« salaires charges » ; « charges »)", "oui"),
    ("contient(« salaires charges » ; « charge »)", "non"),
    ("contient(« salaires charges » ; « pensions »)", "non"),
    // Loops.
    ("compte(enfants)", "2"),
    ("compte(enfant dans enfants si âge(enfant.naissance ; 2026-01-01) < 6)", "1"),
    ("compte(n dans naissances si année(n) = 2016)", "1"),
    ("somme(enfant.garde pour enfant dans enfants)", "1 200 €"),
    ("somme(enfant.rang pour enfant dans enfants)", "3"),
    ("somme(1 pour chaque enfant dans enfants si enfant.prénom = \"Noe\")", "1"),
    ("somme(somme(m pour m dans adulte.mois) / adulte.rang pour adulte dans adultes)", "325 €"),
    ("minimum(enfant.naissance pour enfant dans enfants)", "2 mars 2016"),
    ("maximum(enfant.garde pour enfant dans enfants)", "1 200 €"),
    ("minimum(enfant.garde pour enfant dans enfants)", "0 €"),
    ("maximum(n pour n dans personne)", "…"),
    ("somme(n pour n dans personne)", "0"),
    ("tous(enfant.garde > 0 pour enfant dans enfants)", "non"),
    ("un(enfant.garde > 0 pour enfant dans enfants)", "oui"),
    ("un(un(m > 150 € pour m dans adulte.mois) pour adulte dans adultes si adulte.rang = 1)", "oui"),
    // A divisor that cannot be 0.
    ("revenu / max(1 ; zéro)", "24 000,50 €"),
    ("revenu / (parts * 2)", "4 000,08 €"),
    ("revenu / (1 + compte(enfants))", "8 000,17 €"),
    ("revenu / si marié alors 2 sinon parts", "12 000,25 €"),
    ("revenu / -2", "−12 000,25 €"),
];

#[test]
fn every_writing_has_its_value() {
    for (text, value) in WORTH {
        assert_eq!(worth(text), *value, "{text}");
    }
}

#[test]
fn a_term_says_itself_in_plain_words() {
    for (text, words) in [
        ("revenu * 10 %", "10 % de revenu"),
        ("max(0 ; revenu - loyer)", "le plus grand de 0 € et revenu moins loyer"),
        ("(revenu + loyer) / 2", "(revenu plus loyer) divisé par 2"),
        ("si marié alors 2 sinon 1", "si marie, 2 ; sinon 1"),
        ("arrondi(revenu ; 2)", "revenu, arrondi à 2 décimales au plus proche"),
        (
            "somme(enfant.garde pour enfant dans enfants si enfant.rang ≤ 2)",
            "la somme de enfant.garde, pour chaque enfant dans enfants si numéro de enfant est au plus égal à 2",
        ),
    ] {
        assert_eq!(term(text).map(|term| plain(&term.wording())), Ok(words.to_owned()));
    }
}

#[test]
fn a_term_tells_what_it_reads() {
    let sources = |text| term(text).map(|term| term.sources().to_vec());
    assert_eq!(sources("revenu + revenu * 2"), Ok(vec!["revenu".to_owned()]));
    assert_eq!(
        sources("somme(m pour m dans adultes.2.mois) + somme(e.garde pour e dans enfants)"),
        Ok(["adultes.2.mois", "adultes.2.mois.*", "enfants", "enfants.*.garde"].map(str::to_owned).to_vec())
    );
}

#[test]
fn a_bare_name_is_known_as_such() {
    assert_eq!(term("Prénom").ok().and_then(|term| term.as_path().map(str::to_owned)), Some("prenom".into()));
    assert_eq!(term("revenu + 1 €").map(|term| term.as_path().is_none()), Ok(true));
}
