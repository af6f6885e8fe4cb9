//! Near misses: one text that was meant to be another.
//!
//! It compares letters and digits, never meanings.

use serde::{Deserialize, Serialize};

use crate::reference::fold;

/// How a text misses the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slip {
    /// One character too few.
    Missing,
    /// One character too many.
    Added,
    /// One character for another.
    Replaced,
    /// Two neighbours in each other's place.
    Swapped,
    /// Two of these, in a text long enough to be recognised all the same.
    Several,
    /// The same letters and digits, where capitals and signs count too: in a secret.
    Signs,
}

/// Shortest text, in letters and digits, in which one slip is still recognisable.
const SHORTEST: usize = 4;
/// From this length on, two slips are.
const LONG: usize = 10;
/// Longer texts are not compared: nobody mistypes a value into one.
const LONGEST: usize = 120;

/// Letters and digits alone, without case or accents.
pub fn squash(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// How `typed` misses `meant`; nothing when they are the same, or too far apart.
pub fn slip(typed: &str, meant: &str) -> Option<Slip> {
    let typed: Vec<char> = squash(typed).chars().take(LONGEST + 1).collect();
    let meant: Vec<char> = squash(meant).chars().take(LONGEST + 1).collect();
    if meant.len() < SHORTEST || meant.len() > LONGEST || typed.len().abs_diff(meant.len()) > 2 {
        return None;
    }
    match distance(&typed, &meant) {
        1 if typed.len() < meant.len() => Some(Slip::Missing),
        1 if typed.len() > meant.len() => Some(Slip::Added),
        1 if same_letters(&typed, &meant) => Some(Slip::Swapped),
        1 => Some(Slip::Replaced),
        2 if meant.len() >= LONG => Some(Slip::Several),
        _ => None,
    }
}

fn same_letters(left: &[char], right: &[char]) -> bool {
    let sorted = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        letters
    };
    sorted(left) == sorted(right)
}

/// Number of letters added, removed, replaced or swapped with their neighbour (optimal string alignment).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before_last = vec![0; right.len() + 1];
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, from) in left.iter().enumerate() {
        let mut row = vec![i + 1; right.len() + 1];
        for (j, to) in right.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left[i - 1] == *to && *from == right[j - 1] {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_of_slip_is_named() {
        assert_eq!(slip("GA-00-ZZ", "GA-000-ZZ"), Some(Slip::Missing));
        assert_eq!(slip("GA-0000-ZZ", "GA-000-ZZ"), Some(Slip::Added));
        assert_eq!(slip("GA-001-ZZ", "GA-000-ZZ"), Some(Slip::Replaced));
        assert_eq!(slip("AG-000-ZZ", "GA-000-ZZ"), Some(Slip::Swapped));
        assert_eq!(slip("7 rue des Esais, Valfranch", "7 rue des Essais Valfranche"), Some(Slip::Several));
    }

    #[test]
    fn the_same_text_and_a_far_one_are_no_slips() {
        assert_eq!(slip("ga 000 zz", "GA-000-ZZ"), None);
        assert_eq!(slip("AB-123-CD", "GA-000-ZZ"), None);
        assert_eq!(slip("oui", "ou"), None);
    }
}
