//! Finds the word an author nearly wrote.

#[cfg(feature = "authoring")]
mod remedies;

use crate::reference::fold;

/// Words compared, so that a text made to be slow is not.
const MOST: usize = 300;
/// Letters compared.
const LONGEST: usize = 64;
/// Letters under which one letter more or less is another word.
const SHORTEST_SURE: usize = 4;

/// The word that was nearly written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meant<'w> {
    pub(crate) word: &'w str,
    /// One letter away, and from no other word: nobody can doubt it.
    sure: bool,
}

/// The nearest of `words` to `written`, if near enough to be the same word misspelt.
pub(crate) fn closest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    nearest(written, words).map(|meant| meant.word)
}

/// The same, saying whether it can be doubted.
pub(crate) fn nearest<'w>(written: &str, words: impl IntoIterator<Item = &'w str>) -> Option<Meant<'w>> {
    let written: Vec<char> = fold(written.trim()).chars().take(LONGEST).collect();
    let tolerated = (written.len() / 3).min(3);
    let (mut best, mut rivals): (Option<(usize, &str)>, usize) = (None, 0);
    for word in words.into_iter().take(MOST) {
        // Folding adds letters, and takes none away but accents that combine.
        if word.len() > 4 * (LONGEST + 3) || word.chars().count() + 3 < written.len() {
            continue;
        }
        let letters: Vec<char> = fold(word).chars().collect();
        let distance = distance(&written, &letters);
        if distance > tolerated {
            continue;
        }
        rivals += usize::from(distance <= 1);
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    let (distance, word) = best?;
    let digits = |letters: &mut dyn Iterator<Item = char>| -> String {
        letters.filter(char::is_ascii_digit).collect()
    };
    let same_digits = digits(&mut written.iter().copied()) == digits(&mut word.chars());
    let sure = distance <= 1 && rivals == 1 && same_digits && written.len() >= SHORTEST_SURE;
    Some(Meant { word, sure })
}

/// Letters added, dropped, replaced, or swapped with their neighbour; a large number when there are many.
fn distance(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 3 || a.len() > LONGEST {
        return usize::MAX;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    let width = b.len() + 1;
    let mut rows = [[0; LONGEST + 4]; 3];
    for (column, cell) in rows[1].iter_mut().enumerate().take(width) {
        *cell = column;
    }
    for i in 1..=a.len() {
        let [before, last, row] = &mut rows;
        row[0] = i;
        let mut lowest = i;
        for j in 1..width {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
            lowest = lowest.min(row[j]);
        }
        if lowest > 4 {
            return usize::MAX;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
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

    #[test]
    fn a_word_is_sure_when_no_other_is_as_near() {
        let sure =
            |written, words: &[&'static str]| nearest(written, words.iter().copied()).map(|meant| meant.sure);
        assert_eq!(sure("confimation", &["confirmation", "connexion"]), Some(true));
        assert_eq!(sure("adresse2", &["adresse1", "adresse3"]), Some(false), "two are as near");
        assert_eq!(sure("adresse2", &["adresse1"]), Some(false), "a number is meant");
        assert_eq!(sure("voi", &["voie"]), Some(false), "short");
        assert_eq!(sure("etiqete", &["étiquette"]), Some(false), "two letters");
    }
}
