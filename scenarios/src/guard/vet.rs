//! From what was typed to what may be recorded: the only door into the facts of a rehearsal.
//!
//! Identity answers keep a reference, never the text; neutral ones keep their canonical value once the detector
//! has passed it.

use serde::{Deserialize, Serialize};

use super::{Kind, Slip, kinds, slip, squash};
use crate::{field::Privacy, reference::Reference};

/// What is recorded of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Nothing was typed.
    Empty,
    /// A value that identifies nobody, in its canonical form.
    Neutral(Vetted),
    /// A neutral question answered with something that is not of its kind: not kept.
    Unreadable,
    /// A value of the persona, the expected one or another.
    Persona(Reference),
    /// Nearly the expected value.
    Slip(Slip),
    /// Anything else: not kept.
    Different,
    /// Real personal data: stopped, not kept.
    Real(Kind),
}

/// A text the detector has passed. [`vet`] and [`clear`] make them; deserialising is the other door, for facts read back from
/// the store that wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vetted(String);

impl Vetted {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A short text of somebody who helps, when the detector finds nothing real in it.
pub fn clear(text: &str) -> Result<Vetted, Kind> {
    kinds(text).first().map_or_else(|| Ok(Vetted(text.to_owned())), |kind| Err(*kind))
}

/// One answer, and what is known that it can be compared with.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The text as typed, its parts joined by spaces.
    pub typed: &'a str,
    /// Its canonical form, when it has the form of its kind.
    pub canonical: Option<&'a str>,
    pub privacy: Privacy,
    pub expected: Option<&'a Reference>,
    /// What the learner can know: each value by its reference, as it is read.
    pub known: &'a [(Reference, String)],
    /// The canonical form of a known value, when it has that of the question; the value itself otherwise. Asked for
    /// when it is needed only: most answers are the expected one.
    pub in_form: &'a dyn Fn(&str) -> String,
}

/// Sorts one answer. Slips are tested before the detector: a mistyped fictitious number is not a real one.
pub fn vet(asked: &Asked) -> Outcome {
    if asked.typed.trim().is_empty() {
        return Outcome::Empty;
    }
    match asked.privacy {
        Privacy::Identity | Privacy::Secret => identity(asked),
        Privacy::Neutral => neutral(asked),
    }
}

impl Asked<'_> {
    /// Known values in the form of the question, one after the other.
    fn known_in_form(&self) -> impl Iterator<Item = (&Reference, String)> {
        self.known.iter().map(|(reference, known)| (reference, (self.in_form)(known)))
    }

    fn stopped(&self) -> Option<Kind> {
        stopped(self.typed, self.known_in_form().map(|(_, known)| known))
    }
}

fn identity(asked: &Asked) -> Outcome {
    let typed = squash(asked.typed);
    // Letter by letter: a capital in a password is another password.
    let exactly = asked.privacy == Privacy::Secret;
    let same = |known: &str| asked.canonical == Some(known) || (!exactly && squash(known) == typed);
    let expected = asked.known.iter().find(|(reference, _)| Some(reference) == asked.expected);
    let expected = expected.map(|(reference, known)| (reference, (asked.in_form)(known)));
    if let Some((reference, _)) = expected.as_ref().filter(|(_, known)| same(known)) {
        return Outcome::Persona((*reference).clone());
    }
    if let Some((reference, _)) = asked.known_in_form().find(|(_, known)| same(known)) {
        return Outcome::Persona(reference.clone());
    }
    if let Some((_, meant)) = expected {
        // Not the same, as was seen above: capitals or signs differ.
        let signs = (exactly && !typed.is_empty() && squash(&meant) == typed).then_some(Slip::Signs);
        if let Some(slip) = signs.or_else(|| slip(asked.typed, &meant)) {
            return Outcome::Slip(slip);
        }
    }
    asked.stopped().map_or(Outcome::Different, Outcome::Real)
}

/// The kind of real data that `text` looks like; none when it is, but for a slip, a value of the persona.
///
/// The browser and the server both ask this: they agree on every text.
pub fn stopped(text: &str, known: impl IntoIterator<Item = impl AsRef<str>>) -> Option<Kind> {
    let kind = kinds(text).first().copied()?;
    let typed = squash(text);
    let copied = known.into_iter().any(|known| {
        let known = known.as_ref();
        squash(known) == typed || slip(text, known).is_some()
    });
    (!copied).then_some(kind)
}

fn neutral(asked: &Asked) -> Outcome {
    if let Some(kind) = asked.stopped() {
        return Outcome::Real(kind);
    }
    match asked.canonical {
        Some(canonical) => Outcome::Neutral(Vetted(canonical.to_owned())),
        None => Outcome::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plate(typed: &str) -> Outcome {
        let expected = Reference::Persona("vehicule.immatriculation".into());
        let other = Reference::Persona("vehicule.vin".into());
        let known = [(expected.clone(), "GA-000-ZZ".into()), (other, "0FCTF00E6ST000001".into())];
        vet(&Asked {
            typed,
            canonical: None,
            privacy: Privacy::Identity,
            expected: Some(&expected),
            known: &known,
            in_form: &str::to_owned,
        })
    }

    #[test]
    fn the_expected_value_is_recorded_as_a_reference_however_it_is_written() {
        let expected = Outcome::Persona(Reference::Persona("vehicule.immatriculation".into()));
        assert_eq!(plate("GA-000-ZZ"), expected);
        assert_eq!(plate(" ga 000 zz"), expected);
    }

    #[test]
    fn another_value_of_the_persona_is_recognised() {
        assert_eq!(plate("0FCTF00E6ST000001"), Outcome::Persona(Reference::Persona("vehicule.vin".into())));
    }

    #[test]
    fn a_slip_is_told_before_the_detector_is_asked() {
        assert_eq!(plate("GA-001-ZZ"), Outcome::Slip(Slip::Replaced));
    }

    #[test]
    fn a_secret_without_its_capitals_or_signs_is_a_slip() {
        let expected = Reference::Persona("mot-de-passe".into());
        let known = [(expected.clone(), "Lune-Bleue-42".into())];
        let secret = |typed: &str| {
            vet(&Asked {
                typed,
                canonical: Some(typed),
                privacy: Privacy::Secret,
                expected: Some(&expected),
                known: &known,
                in_form: &str::to_owned,
            })
        };
        for typed in ["lune-bleue-42", "LUNE-BLEUE-42", "Lune Bleue 42", "LuneBleue42"] {
            assert_eq!(secret(typed), Outcome::Slip(Slip::Signs), "{typed}");
        }
        assert_eq!(secret("Lune-Bleue-42"), Outcome::Persona(expected.clone()));
        assert_eq!(secret("lune-bleue-4"), Outcome::Slip(Slip::Missing));
        assert_eq!(secret("---"), Outcome::Different);
    }

    #[test]
    fn a_real_plate_is_stopped() {
        assert_eq!(plate("BV-527-KM"), Outcome::Real(Kind::Plate));
    }

    #[test]
    fn anything_else_is_different_and_not_kept() {
        assert_eq!(plate("ma voiture rouge"), Outcome::Different);
        assert_eq!(plate("   "), Outcome::Empty);
    }
}
