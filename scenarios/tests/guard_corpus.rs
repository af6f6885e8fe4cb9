//! The guard against a corpus: real-looking values in plain and clumsy spellings, harmless text, fiction.
//!
//! No value that could be somebody's is written here: all are made from a fixed seed when the test runs.

#[path = "guard_corpus/carriers.rs"]
mod carriers;
#[path = "guard_corpus/chance.rs"]
mod chance;
#[path = "guard_corpus/fiction.rs"]
mod fiction;
#[path = "guard_corpus/harmless.rs"]
mod harmless;
#[path = "guard_corpus/prose.rs"]
mod prose;
#[path = "guard_corpus/spellings.rs"]
mod spellings;
#[path = "guard_corpus/values.rs"]
mod values;

use chance::Chance;
use scenarios::guard::{Kind, detect, kinds};

/// Texts of each kind, in each of the two classes of spelling.
const TEXTS: usize = 400;
/// How many misses are printed of each kind and class.
const SHOWN: usize = 6;

fn spelled(kind: Kind, clumsy: bool, chance: &mut Chance) -> String {
    let value = values::real(kind, chance);
    let value = if clumsy {
        spellings::clumsy(kind, &value, chance)
    } else {
        spellings::canonical(kind, &value, chance)
    };
    carriers::around(kind, &value, chance)
}

/// Texts found and texts looked at.
fn recall(clumsy: bool) -> (usize, usize) {
    let mut total = (0, 0);
    for kind in Kind::ALL {
        let mut chance = Chance::new(7 + kind as u64);
        let texts: Vec<String> = (0..TEXTS).map(|_| spelled(kind, clumsy, &mut chance)).collect();
        let missed: Vec<&String> = texts.iter().filter(|text| !kinds(text).contains(&kind)).collect();
        let class = if clumsy { "clumsy" } else { "canonical" };
        println!("{:14} {class:10} {:4}/{TEXTS}", kind.word(), TEXTS - missed.len());
        for text in missed.iter().take(SHOWN) {
            println!("    missed: {text:?} {:?}", kinds(text));
        }
        total = (total.0 + TEXTS - missed.len(), total.1 + TEXTS);
    }
    println!("recall: {}/{}", total.0, total.1);
    total
}

/// First-step figures of the guard's gate, in per mille.
fn assert_per_mille(what: &str, (found, total): (usize, usize), least: usize) {
    assert!(found * 1000 >= total * least, "{what}: {found} of {total}, at least {least} per mille expected");
}

#[test]
fn values_spelled_as_usual_are_found() {
    assert_per_mille("canonical", recall(false), 990);
}

#[test]
fn values_spelled_clumsily_are_found() {
    assert_per_mille("clumsy", recall(true), 900);
}

#[test]
fn harmless_text_raises_no_alarm() {
    let texts = harmless::texts(&mut Chance::new(11));
    let alarms: Vec<&String> = texts.iter().filter(|text| !detect(text).is_empty()).collect();
    println!("false alarms: {}/{}", alarms.len(), texts.len());
    for text in alarms.iter().take(40) {
        println!("    alarm: {text:?} {:?}", detect(text));
    }
    assert!(texts.len() >= 5000, "{} texts", texts.len());
    assert_per_mille("harmless", (texts.len() - alarms.len(), texts.len()), 995);
}

#[test]
fn fiction_is_never_found_in_any_spelling() {
    let texts = fiction::texts(&mut Chance::new(13));
    let alarms: Vec<_> = texts.iter().filter(|text| !detect(text).is_empty()).collect();
    println!("fiction found: {}/{}", alarms.len(), texts.len());
    assert!(texts.len() >= 300, "{} texts", texts.len());
    assert!(
        alarms.is_empty(),
        "{:#?}",
        alarms.iter().take(20).map(|text| (text, kinds(text))).collect::<Vec<_>>()
    );
}
