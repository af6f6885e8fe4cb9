//! What holds for every kind, whichever it is.

use super::*;

/// Every kind with every settings of its examples.
fn asked() -> impl Iterator<Item = (Kind, Settings, &'static [Example])> {
    let of = |kind: Kind| {
        kind.rules().examples().into_iter().map(move |examples| (kind, examples.settings, examples.all))
    };
    Kind::ALL.into_iter().flat_map(of)
}

fn read<'p>(kind: Kind, parts: impl IntoIterator<Item = &'p String>, settings: &Settings) -> Option<String> {
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
    kind.rules().parse(&parts, settings).ok()
}

#[test]
fn every_example_reads_as_it_says() {
    for (kind, settings, examples) in asked() {
        for (typed, expected) in examples {
            let read = kind.rules().parse(typed, &settings);
            assert_eq!(read.as_deref().map_err(|problem| problem.code), *expected, "{kind:?} {typed:?}");
        }
    }
}

#[test]
fn every_problem_has_an_example_and_every_code_is_unique() {
    for kind in Kind::ALL {
        let mut codes: Vec<_> = kind.rules().problems().iter().map(|problem| problem.code).collect();
        for code in &codes {
            let shown = kind
                .rules()
                .examples()
                .iter()
                .any(|examples| examples.all.iter().any(|(_, read)| *read == Err(code)));
            assert!(shown, "{kind:?}: no example of {code}");
        }
        assert!(codes.iter().all(|code| code.is_ascii()), "{kind:?}: codes are stored");
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), kind.rules().problems().len(), "{kind:?}");
    }
}

#[test]
fn what_is_read_is_read_again_from_its_parts() {
    for (kind, settings, examples) in asked() {
        for canonical in examples.iter().filter_map(|(_, read)| read.ok()) {
            let parts = kind.rules().parts(canonical, &settings);
            assert_eq!(read(kind, &parts, &settings).as_deref(), Some(canonical), "{kind:?} {parts:?}");
        }
    }
}

#[test]
fn every_sentence_is_filled_and_says_what_to_do() {
    for (kind, settings, examples) in asked() {
        let problems = examples.iter().filter_map(|(_, read)| read.err());
        let sentences =
            problems.filter_map(|code| kind.message(code, &settings)).chain([kind.missing(&settings)]);
        for sentence in sentences {
            assert!(!sentence.contains(['{', '}']), "{kind:?}: {sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains('\''), "{kind:?}: {sentence}");
            for part in sentence.split_inclusive(['.', ':']) {
                assert!(part.split_whitespace().count() <= 15, "{kind:?}: {part}");
            }
        }
    }
}

#[test]
fn a_problem_names_a_line_of_its_question() {
    for (kind, settings, _) in asked() {
        let lines = kind.rules().control(&settings).lines();
        for problem in kind.rules().problems().iter().filter(|problem| !problem.line.is_empty()) {
            assert!(lines.contains(&problem.line), "{kind:?}: {}", problem.code);
        }
    }
}

#[test]
fn choices_take_their_settings_and_only_they_ask_for_choices() {
    for (kind, settings, _) in asked() {
        let takes = kind.rules().takes();
        // What a document is chosen among comes from the persona, not from the author.
        let choices = !settings.choices.is_empty() && kind != Kind::Document;
        assert_eq!(takes.contains(&Setting::Choices), choices, "{kind:?}");
        assert!(settings.least.is_none() || takes.contains(&Setting::Least), "{kind:?}");
        assert!(settings.most.is_none() || takes.contains(&Setting::Most), "{kind:?}");
        assert!(settings.longest.is_none() || takes.contains(&Setting::Longest), "{kind:?}");
        assert!(!settings.cents || takes.contains(&Setting::Cents), "{kind:?}");
    }
}

#[test]
fn a_bound_is_read_as_its_author_writes_it() {
    let bound = |kind: Kind, written| kind.rules().bound(written);
    assert_eq!(bound(Kind::Date, "1/1/2026"), Some("2026-01-01".to_owned()));
    assert_eq!(bound(Kind::Amount, "-1 000,50"), Some("-1000.50".to_owned()));
    assert_eq!(bound(Kind::Number, "-5"), Some("-5".to_owned()));
    assert_eq!(bound(Kind::Month, "janvier 2026"), Some("2026-01".to_owned()));
    assert_eq!(bound(Kind::Boxes, "2"), Some("2".to_owned()));
    assert_eq!(bound(Kind::Number, "douze"), None);
}

#[test]
fn the_guard_recognises_nobody_in_the_examples() {
    for (kind, _, examples) in asked() {
        for typed in examples.iter().filter(|(_, read)| read.is_ok()).map(|(typed, _)| typed.join(" ")) {
            assert_eq!(crate::guard::kinds(&typed), [], "{kind:?}: {typed}");
        }
    }
}

#[test]
fn what_was_understood_is_said_back() {
    let understood = |kind: Kind, typed: &str| {
        let settings = Settings { cents: true, ..Settings::default() };
        let canonical = kind.rules().parse(&[typed], &settings).ok()?;
        kind.rules().understood(&canonical, &settings)
    };
    assert_eq!(understood(Kind::Date, "5/11/26").as_deref(), Some("5 novembre 2026"));
    assert_eq!(understood(Kind::Month, "oct. 26").as_deref(), Some("octobre 2026"));
    assert_eq!(understood(Kind::Amount, "1234.5").as_deref(), Some("1\u{202f}234,50\u{a0}€"));
    assert_eq!(understood(Kind::Phone, "+33639981234").as_deref(), Some("06 39 98 12 34"));
    assert_eq!(understood(Kind::Password, "Lune-Bleue-42"), None);
}

#[test]
fn an_amount_of_a_term_or_a_persona_is_shown_as_an_answer_is() {
    let settings = Settings { cents: true, ..Settings::default() };
    let shown = |stored| Kind::Amount.rules().shown(stored, &settings);
    assert_eq!(shown("1234.5"), "1\u{202f}234,50\u{a0}€");
    assert_eq!(shown("1234"), "1\u{202f}234\u{a0}€");
    assert_eq!(shown("-0.50"), "−0,50\u{a0}€");
    assert_eq!(shown("mille"), "mille");
}

#[test]
fn an_answer_is_worth_what_it_is() {
    use crate::{date::Date, term::Value};
    assert_eq!(Kind::YesNo.rules().value("oui"), Value::YesNo(true));
    let day = Date::new(2026, 11, 5).expect("a day");
    assert_eq!(Kind::Date.rules().value("2026-11-05"), Value::Date(day));
    assert_eq!(Kind::Text.rules().value("Essai"), Value::Text("Essai".to_owned()));
}

#[test]
fn kinds_are_found_by_their_word_with_or_without_accents() {
    assert_eq!(Kind::from_word("code-reçu"), Some(Kind::Code));
    assert_eq!(Kind::from_word("Numero-de-formule"), Some(Kind::Formula));
    assert_eq!(Kind::from_word("numéro-de-sécurité-sociale"), Some(Kind::Nir));
    assert_eq!(Kind::from_word("couleur"), None);
}

fn clumsy() -> impl proptest::strategy::Strategy<Value = String> {
    proptest::prop_oneof!["[0-9 .,€+/-]{0,20}", "[0-9A-Za-zéû’' .,@/-]{0,30}", ".{0,40}"]
}

proptest::proptest! {
    #[test]
    fn no_text_makes_a_kind_panic_and_what_is_read_reads_again(typed in proptest::collection::vec(clumsy(), 0..5)) {
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        for (kind, settings, _) in asked() {
            let rules = kind.rules();
            if let Ok(canonical) = rules.parse(&typed, &settings) {
                let parts = rules.parts(&canonical, &settings);
                proptest::prop_assert_eq!(read(kind, &parts, &settings), Some(canonical), "{:?}", kind);
            }
            if let Some(text) = typed.first() {
                let _ = (rules.shown(text, &settings), rules.parts(text, &settings), rules.understood(text, &settings));
                let _ = (rules.value(text), rules.bound(text));
            }
        }
    }
}
