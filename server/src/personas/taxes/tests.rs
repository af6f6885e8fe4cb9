//! A year of income holds together, and its numbers are nobody's.

use std::collections::BTreeSet;

use jiff::civil;
use scenarios::{
    graph::Needs,
    persona::{Household, Persona, TRAITS},
};

use super::tax_of_2024;

/// 500 people, of all kinds, with every trait.
fn people() -> impl Iterator<Item = (u64, Persona)> {
    let needs = Needs {
        traits: TRAITS.iter().map(|&word| word.to_owned()).collect(),
        households: Household::ALL.to_vec(),
        ..Needs::default()
    };
    (0..500).map(move |seed| (seed, crate::personas::make(seed, civil::date(2026, 11, 23), &needs)))
}

/// Cents of the amount at `path`.
fn cents(persona: &Persona, path: &str) -> Option<i64> {
    persona.value(path)?.replace('.', "").parse().ok()
}

#[test]
fn the_notice_of_last_year_is_right_on_known_households() {
    for (taxable, adults, halves, lone, tax) in [
        (16_200, 1, 0, false, 0),
        (27_000, 1, 0, false, 1_588),
        (38_700, 2, 0, false, 1_040),
        (38_700, 2, 2, false, 0),
        (74_700, 2, 2, false, 5_159),
        (23_400, 1, 2, true, 0),
    ] {
        assert_eq!(tax_of_2024(taxable, adults, halves, lone), tax, "{taxable}");
    }
}

/// Whole euros of the amount at `path`; 0 when there is none.
fn whole(persona: &Persona, path: &str) -> i64 {
    let cents = cents(persona, path).unwrap_or_default();
    assert_eq!(cents % 100, 0, "{path}");
    cents / 100
}

#[test]
fn a_tax_number_is_of_nobody_and_never_reads_as_a_social_security_number() {
    for (seed, persona) in people() {
        let value = |path| persona.value(path).unwrap_or_default().replace(' ', "");
        let number = value("impots.numero-fiscal");
        assert_eq!((number.len(), number.starts_with('3')), (13, true), "seed {seed}");
        assert!(number[10..].parse::<u64>().unwrap() > 510, "seed {seed}: {number}");
        assert_eq!(&number[3..5], "00", "seed {seed}: a month in {number}");
        assert!((1..1_000).contains(&value("impots.numero-en-ligne").parse::<u32>().unwrap()));
        let notice = persona.value("impots.reference-de-l-avis");
        assert_eq!(notice.is_none(), persona.value("foyer.sorte") == Some("première-déclaration"));
        assert!(notice.is_none_or(|notice| notice.starts_with("00 ZZ ")), "seed {seed}");
    }
}

#[test]
fn a_year_of_income_holds_together() {
    let mut forgotten = 0;
    let mut withheld_unknown = 0;
    let mut costly = 0;
    for (seed, persona) in people() {
        for adult in 1..=persona.count("adultes") {
            let person = format!("adultes.{adult}");
            let mut year = 0;
            for employer in 1..=persona.count(&format!("{person}.employeurs")) {
                let of = |name: &str| format!("{person}.employeurs.{employer}.{name}");
                let taxable = whole(&persona, &of("annee-imposable"));
                let known = whole(&persona, &of("connu"));
                assert!(known == taxable || known == 0, "seed {seed}");
                forgotten += u32::from(known == 0);
                let withheld = whole(&persona, &of("annee-retenu"));
                let withheld_known = whole(&persona, &of("retenu-connu"));
                assert_eq!(withheld_known, if known == 0 { 0 } else { withheld }, "seed {seed}");
                withheld_unknown += u32::from(withheld_known < withheld);
                assert!(whole(&persona, &of("annee-net")) < taxable, "seed {seed}");
                assert!(whole(&persona, &of("annee-retenu")) * 20 < taxable, "seed {seed}");
                let month = cents(&persona, &of("imposable")).unwrap();
                let mixed = ["net-social", "imposable", "net-a-payer", "annee-imposable", "annee-net"];
                let mixed: BTreeSet<_> = mixed.map(|name| cents(&persona, &of(name)).unwrap()).into();
                assert_eq!(mixed.len(), 5, "seed {seed}: {mixed:?}");
                assert!(month * 6 > taxable * 40 && month < taxable * 100 / 4, "seed {seed}: {month}");
                year += taxable;
            }
            let costs = |name: &str| whole(&persona, &format!("{person}.frais.{name}"));
            assert_eq!(costs("trajets") + costs("repas"), costs("total"), "seed {seed}");
            if costs("total") > 0 {
                assert!((costs("total") - year / 10).abs() > 100, "seed {seed}: too near to tell");
                costly += u32::from(costs("total") > year / 10);
            }
        }
        for minded in 1..=persona.count("impots.gardes") {
            let of = |name: &str| whole(&persona, &format!("impots.gardes.{minded}.{name}"));
            assert_eq!(of("verse") - of("aide"), of("reste"), "seed {seed}");
        }
        let all = persona.count("impots.enfants-connus") + persona.count("impots.enfants-nouveaux");
        assert!(all <= persona.count("enfants"), "seed {seed}");
        let baby = persona.value("impots.enfants-nouveaux.1.naissance");
        assert_eq!(baby.is_some(), persona.value("foyer.sorte") == Some("naissance"), "seed {seed}");
        assert!(baby.is_none_or(|birth| birth.starts_with("2025-")), "seed {seed}");
        assert_eq!(
            whole(&persona, "impots.pension-par-mois") * 12,
            whole(&persona, "impots.pension-recue"),
            "seed {seed}"
        );
        let happened = persona.value("impots.evenement-date").or(persona.value("impots.demenagement"));
        assert!(happened.is_none_or(|day| day.starts_with("2025-")), "seed {seed}");
        let differs = persona.value("impots.situation") != persona.value("impots.situation-connue");
        assert_eq!(differs, persona.value("impots.evenement").is_some(), "seed {seed}");
        let notice = |name: &str| whole(&persona, &format!("impots.avis.{name}"));
        assert!(notice("revenu-imposable") <= notice("salaires") + notice("pensions"), "seed {seed}");
        assert!(notice("impot") * 4 <= notice("revenu-imposable"), "seed {seed}");
        assert_ne!(persona.value("impots.ancienne-ville"), persona.value("adresse.ville"), "seed {seed}");
    }
    assert!(forgotten > 20 && costly > 10, "{forgotten} employers forgotten, {costly} high costs");
    assert!(withheld_unknown > 10, "{withheld_unknown} employers forgotten with tax withheld");
}
