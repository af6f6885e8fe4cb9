//! The guard in the browser: what looks like real data is emptied before it is sent, and the field says why.
//!
//! It is not the guard itself, which is `scenarios::guard` and runs on the server too; nor does it judge answers.

#[cfg(feature = "hydrate")]
#[path = "guard/browser.rs"]
mod place;
#[cfg(not(feature = "hydrate"))]
#[path = "guard/server.rs"]
mod place;

use leptos::prelude::*;
use scenarios::guard::{Kind, kinds};
use serde::{Deserialize, Serialize};

/// What the guard says to the learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuardWords {
    /// Under the field that was emptied; `{kind}` stands for what it looked like, with its article.
    pub stopped: String,
}

impl GuardWords {
    fn about(&self, kind: Kind) -> String {
        self.stopped.replace("{kind}", kind.in_french())
    }
}

/// Watches the form whose id is `form`. `known` holds the values of the persona, which are on the learner's screen.
///
/// Draws nothing but a polite live region. A field that was stopped leaves `arret.<its name>` in the form, with the kind's word.
#[island]
pub fn Guard(form: String, known: Vec<String>, words: GuardWords) -> impl IntoView {
    let region = format!("{form}-guard");
    place::watch(form, region.clone(), known, words);
    view! { <p id=region class="guard" role="status"></p> }
}

/// The first kind of real data that `text` looks like; none when it is, to one slip of the fingers, a value of the persona.
pub fn stopped(text: &str, known: &[String]) -> Option<Kind> {
    let kind = kinds(text).first().copied()?;
    let typed = folded(text);
    let copied = known.iter().any(|value| within_one_slip(&typed, &folded(value)));
    (!copied).then_some(kind)
}

/// Letters and digits alone, in lower case.
fn folded(text: &str) -> Vec<char> {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one character added, dropped, changed, or swapped with the next makes one out of the other; or nothing at all.
fn within_one_slip(one: &[char], other: &[char]) -> bool {
    let same_start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same_start..], &other[same_start..]);
    let same_end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - same_end], &other[..other.len() - same_end]) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(one: &str, other: &str) -> bool {
        within_one_slip(&folded(one), &folded(other))
    }

    #[test]
    fn a_real_looking_value_is_stopped() {
        assert_eq!(stopped("06 12 34 56 78", &[]), Some(Kind::Phone));
        assert_eq!(stopped("12 rue des Lilas", &[]), None);
    }

    #[test]
    fn a_value_of_the_persona_is_let_through_even_mistyped() {
        let known = ["06 12 34 56 78".to_owned()];
        for typed in ["06.12.34.56.78", "0612345687", "06 12 34 56 79", "+0612345678"] {
            assert_eq!(stopped(typed, &known), None, "{typed}");
        }
        assert_eq!(stopped("06 12 34 56 01", &known), Some(Kind::Phone));
    }

    #[test]
    fn one_slip_is_one_character_added_dropped_changed_or_swapped() {
        assert!(slip("Dupré-42", "dupré 42"));
        assert!(slip("abcd", "abd") && slip("abd", "abcd") && slip("abcd", "abxd") && slip("abcd", "acbd"));
        assert!(slip("aab", "ab") && slip("", "a") && slip("", ""));
        assert!(!slip("abcd", "ab") && !slip("abcd", "badc") && !slip("abcd", "axyd") && !slip("ab", "abcd"));
    }

    #[test]
    fn the_words_name_what_was_seen() {
        let words = GuardWords { stopped: "Cela ressemble à {kind}.".to_owned() };
        assert_eq!(words.about(Kind::Phone), "Cela ressemble à un numéro de téléphone.");
    }
}
