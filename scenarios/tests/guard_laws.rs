//! Laws of the guard, whatever is typed.

use proptest::prelude::*;
use scenarios::guard::{Kind, detect, kinds};

/// Text made of what identifiers are made of, so that shapes come up.
fn dense() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[0-9]{1,5}",
        "[A-Za-z]{1,3}",
        "[ .,/_+@()|-]{1,2}",
        "(zéro|six|quatre|vingt|cent|double|point|arobase|at|tel|sécu|FR|2A|2b|O|l)[ -]",
        "[\u{200b}\u{a0}\u{ff10}-\u{ff19}٠-٩é€\n]",
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for finding in detect(text) {
        prop_assert!(end <= finding.start && finding.start < finding.end, "{finding:?} in {text:?}");
        prop_assert!(text.get(finding.start..finding.end).is_some(), "{finding:?} in {text:?}");
        end = finding.end;
    }
    let kinds = kinds(text);
    prop_assert!(kinds.windows(2).all(|pair| pair[0] < pair[1]));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_findings_apart_and_on_character_boundaries(text in "\\PC*") {
        holds(&text)?;
    }

    #[test]
    fn text_full_of_identifiers_gives_findings_apart_and_on_character_boundaries(text in dense()) {
        holds(&text)?;
    }

    #[test]
    fn a_social_security_number_with_order_000_is_never_found(
        sex in 1..=2, year in 0..100, month in 1..=12, department in 1..=95, commune in 1..1000, mark in "[ .-]?",
    ) {
        let number = format!("{sex}{year:02}{month:02}{department:02}{commune:03}000");
        let key = 97 - number.parse::<u64>().unwrap_or(0) % 97;
        let text = [&number[..1], &number[1..3], &number[3..5], &number[5..7], &number[7..10], &number[10..], &format!("{key:02}")].join(&mark);
        prop_assert_eq!(kinds(&text), []);
        prop_assert_eq!(kinds(&format!("ma sécu : {text}.")), []);
    }

    #[test]
    fn a_tax_number_that_ends_in_511_or_more_is_never_found(first in prop_oneof![Just(0_u64), Just(3)], rest in 0_u64..100_000_000, end in 511..1000) {
        let number = format!("{first}{:09}{end}", rest + 100_000_000);
        let text = [&number[..2], &number[2..4], &number[4..7], &number[7..10], &number[10..]].join(" ");
        prop_assert_eq!(kinds(&text), []);
        prop_assert_eq!(kinds(&format!("numéro fiscal {text}")), []);
    }

    #[test]
    fn the_telephone_blocks_of_fiction_are_never_found(block in 0..6_usize, rest in 0..10_000, mark in "[ .-]?") {
        let block = ["019900", "026191", "035301", "046571", "053649", "063998"][block];
        let number = format!("{block}{rest:04}");
        let text = [&number[..2], &number[2..4], &number[4..6], &number[6..8], &number[8..]].join(&mark);
        prop_assert_eq!(kinds(&text), []);
        prop_assert_eq!(kinds(&format!("+33 {}", &text[1..])), []);
    }

    #[test]
    fn a_plate_of_block_000_or_with_ss_is_never_found(left in "[A-HJ-NP-TV-Z]{2}", right in "[A-HJ-NP-TV-Z]{2}", digits in 0..1000, mark in "[ -]?") {
        prop_assert_eq!(kinds(&format!("{left}{mark}000{mark}{right}")), []);
        prop_assert_eq!(kinds(&format!("{left}{mark}{digits:03}{mark}SS")), []);
    }

    #[test]
    fn a_mail_address_of_a_reserved_name_is_never_found(local in "[a-z]{1,9}[._]?[a-z0-9]{1,9}", name in "[a-z]{1,9}", top in 0..4_usize) {
        let top = ["example", "test", "invalid", "localhost"][top];
        prop_assert_eq!(kinds(&format!("{local}@{name}.{top}")), []);
        prop_assert_eq!(kinds(&format!("{local} arobase {name} point {top}")), []);
    }
}

#[test]
fn the_words_of_kinds_are_their_serde_names() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).ok(), Some(kind.word().into()));
    }
}

#[test]
fn a_long_text_of_anything_is_read_to_the_end() {
    for seed in [
        "7", "7 ", "06 12 ", "a@", "a point ", "zéro ", "FR76 ", "a.", "|1", "AB 1 2 ", "\u{200b}", "http://",
    ] {
        let text = seed.repeat(100_000 / seed.len());
        assert!(detect(&text).len() < text.len());
    }
}
