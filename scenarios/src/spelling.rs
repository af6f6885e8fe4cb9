//! Finds the word an author nearly wrote.

use crate::reference::fold;

/// Words compared, so that a text made to be slow is not.
const MOST: usize = 1_000;

/// The nearest of `words` to `written`, if near enough to be the same word misspelt.
pub(crate) fn closest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let written: Vec<char> = fold(written.trim()).chars().take(64).collect();
    let tolerated = (written.len() / 3).min(3);
    words
        .into_iter()
        .take(MOST)
        .map(|word| (distance(&written, &fold(word).chars().collect::<Vec<_>>()), word))
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Letters added, dropped, replaced, or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 3 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        let words = ["titre", "texte", "chemin", "étiquette"];
        for (written, meant) in [("titer", "titre"), ("Chemain", "chemin"), ("etiquete", "étiquette")] {
            assert_eq!(closest(written, words), Some(meant));
        }
    }

    #[test]
    fn a_distant_word_finds_none() {
        for written in ["", "a", "bouton", "récapitule"] {
            assert_eq!(closest(written, ["titre", "de", "si"]), None, "{written}");
        }
    }
}
