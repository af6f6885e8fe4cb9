//! What every drawn paper must do, whoever it is about.

use std::collections::{BTreeMap, BTreeSet};

use scenarios::{
    papers::{Paper, numbered},
    persona::{self, Persona},
    rehearsal::Sheet,
    term::Kind,
};

use super::{drawn::Drawn, examples, sheet};
use crate::render::to_html;

/// Somebody who has every value there is, no two alike.
fn everything() -> Persona {
    let value = |(at, value): (usize, &persona::ValueKind)| {
        let said = match value.kind {
            Kind::Date => format!("{}-11-23", 2000 + at),
            Kind::Month => format!("{}-10", 2000 + at),
            Kind::Money => format!("{}.{:02}", 1000 + at, at % 100),
            Kind::Number => format!("{}.5", 100 + at),
            _ => format!("Texte {at:03}"),
        };
        (numbered(value.path, &[1, 1]), said)
    };
    let known = persona::VALUES.iter().filter(|value| value.kind != Kind::List);
    Persona { values: known.enumerate().map(value).collect(), papers: Vec::new() }
}

/// The household of the gallery.
fn household() -> Persona {
    let values = examples::VALUES.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned()));
    Persona { values: values.collect(), papers: Vec::new() }
}

/// Every paper of `persona`, with the numbers of what it is about.
fn papers(persona: &Persona) -> Vec<(Paper, Vec<usize>)> {
    let of = |paper: Paper| persona.numbers(paper.about()).into_iter().map(move |numbers| (paper, numbers));
    Paper::ALL.into_iter().flat_map(of).collect()
}

fn html(persona: &Persona, paper: Paper, numbers: &[usize], marked: Option<&str>) -> String {
    to_html(|| sheet(persona, Sheet::Drawn(paper, numbers.to_vec()), marked))
}

/// Amounts of a payslip by the month in which it is paid: the same as its own, under other names.
fn is_alias(paper: Paper, path: &str) -> bool {
    matches!(paper, Paper::BulletinDePaie | Paper::BulletinDePaieEnfant) && path.contains(".mois.")
}

#[test]
fn every_paper_shows_all_the_values_that_it_says_it_shows() {
    for persona in [everything(), household()] {
        let papers = papers(&persona);
        let models: BTreeSet<Paper> = papers.iter().map(|(paper, _)| *paper).collect();
        assert!(Paper::ALL.iter().filter(|model| !models.contains(model)).all(|model| {
            // The household of the gallery has no bill of its former home.
            *model == Paper::FactureAncienLogement
        }));
        for (paper, numbers) in papers {
            let shown = html(&persona, paper, &numbers, None).to_uppercase();
            let own = Drawn { persona: &persona, numbers: &numbers, marked: None };
            for path in paper.shows().iter().filter(|path| !is_alias(paper, path)) {
                let printed = own.printed(path);
                assert!(!printed.is_empty(), "{paper:?} has no {path}");
                assert!(shown.contains(&printed.to_uppercase()), "{paper:?} does not show {path}: {printed}");
            }
        }
    }
}

#[test]
fn each_place_is_marked_once_and_alone() {
    let persona = everything();
    for (paper, numbers) in papers(&persona) {
        let places: BTreeSet<&str> = paper.places().collect();
        for place in places {
            let shown = html(&persona, paper, &numbers, Some(place));
            assert_eq!(shown.matches(r#"id="ici""#).count(), 1, "{paper:?}, {place}: {shown}");
            assert_eq!(shown.matches("C’est ici").count(), 1, "{paper:?}, {place}");
        }
        for nowhere in [None, Some("nulle-part"), Some("")] {
            assert!(!html(&persona, paper, &numbers, nowhere).contains("<mark"), "{paper:?}");
        }
    }
}

#[test]
fn the_mark_stands_on_the_value_of_its_name() {
    let persona = household();
    for (place, value) in [
        ("net-social", "1\u{202f}661,04\u{a0}€"),
        ("net-imposable", "1\u{202f}721,24\u{a0}€"),
        ("net-a-payer", "1\u{202f}558,46\u{a0}€"),
    ] {
        let shown = html(&persona, Paper::BulletinDePaie, &[1, 1], Some(place));
        let mark = shown.split_once("<mark").and_then(|(_, mark)| mark.split_once('>'));
        let marked = mark.map(|(_, inside)| inside).unwrap_or_default();
        assert!(marked.starts_with(value), "{place}: {marked}");
    }
}

#[test]
fn every_paper_is_void_and_titled() {
    let persona = everything();
    for (paper, numbers) in papers(&persona) {
        let shown = html(&persona, paper, &numbers, None);
        assert!(shown.contains("SPÉCIMEN — ENTRAÎNEMENT") && shown.contains("<h2"), "{paper:?}");
        assert!(!shown.contains("style="), "{paper:?}");
    }
}

#[test]
fn the_parts_of_a_payslip_add_up() {
    let shown = html(&household(), Paper::BulletinDePaie, &[1, 1], None);
    for part in ["11,18\u{a0}€", "238,92\u{a0}€", "141,13\u{a0}€", "60,20\u{a0}€", "451,43\u{a0}€"]
    {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn parts_that_would_not_add_up_are_left_out() {
    let mut persona = household();
    persona.values.insert("adultes.1.bulletins.1.cotisations".to_owned(), "12.00".to_owned());
    let shown = html(&persona, Paper::BulletinDePaie, &[1, 1], None);
    assert!(!shown.contains("Retraite") && shown.contains("12,00\u{a0}€"), "{shown}");
}

#[test]
fn a_rent_receipt_takes_the_help_away_when_there_is_one() {
    let mut persona = household();
    let shown = html(&persona, Paper::QuittanceDeLoyer, &[], None);
    assert!(shown.contains("660,00\u{a0}€") && shown.contains("446,00\u{a0}€"), "{shown}");
    persona.values.remove("logement.aide");
    let shown = html(&persona, Paper::QuittanceDeLoyer, &[], None);
    assert!(shown.contains("660,00\u{a0}€") && !shown.contains("Aide"), "{shown}");
}

#[test]
fn a_paper_of_somebody_who_lacks_values_is_drawn_all_the_same() {
    let nobody = Persona { values: BTreeMap::new(), papers: Vec::new() };
    for paper in Paper::ALL {
        assert!(html(&nobody, paper, &[1, 1], Some("net-social")).contains("SPÉCIMEN"), "{paper:?}");
    }
}
