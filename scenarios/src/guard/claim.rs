//! What a kind claims of a stretch of text: a real value, or fiction that nobody else may call real.
//!
//! It settles who wins where claims overlap, and knows nothing of shapes.

use super::detect::{Finding, Kind};

/// How sure a claim is, surest first: the order in which overlapping claims are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A mail address says what it is.
    Mail,
    /// A country, its length and two digits of check.
    Account,
    /// A social-security number with its key, or with its label.
    Keyed,
    /// A tax number with its remainder, or with its label or its own grouping.
    Remainder,
    /// A payment card: an issuer and one digit of check.
    Luhn,
    /// A telephone number: a plan and no check.
    Dialled,
    /// A social-security number without its key; or a check that holds, but cut out of a row of digits.
    Keyless,
    /// Thirteen digits that can only be a fictitious tax number.
    Unlikely,
    /// A foreign telephone number behind 00, or one that something short follows.
    Faint,
    Plate,
}

/// A byte range of the text, and what it holds: a kind of real value, or `None` for fiction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    pub(super) rank: Rank,
    pub(super) real: Option<Kind>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The findings left once overlapping claims are settled: by rank, then the longer, then fiction, then the first made.
/// Fiction that wins silences what it overlaps. One pass over the bytes claimed for each rank, and no sorting.
pub(super) fn settle(claims: &[Claim], length: usize) -> Vec<Finding> {
    let mut owners: Vec<Option<&Claim>> = vec![None; length];
    for rank in Rank::ALL {
        for claim in claims.iter().filter(|claim| claim.rank == rank) {
            let place = owners.get(claim.start..claim.end).unwrap_or(&[]);
            if place.iter().flatten().any(|owner| !claim.beats(owner)) {
                continue;
            }
            for at in claim.start..claim.end {
                if let Some(owner) = owners.get(at).copied().flatten() {
                    owners[owner.start..owner.end].fill(None);
                }
            }
            if let Some(place) = owners.get_mut(claim.start..claim.end) {
                place.fill(Some(claim));
            }
        }
    }
    let begins = |(at, owner): (usize, Option<&Claim>)| {
        let Claim { real, start, end, .. } = *owner?;
        (at == start).then_some(Finding { kind: real?, start, end })
    };
    owners.into_iter().enumerate().filter_map(begins).collect()
}

impl Claim {
    /// Whether this claim takes the place of one made before it.
    fn beats(&self, other: &Self) -> bool {
        let weight = |claim: &Self| (claim.end - claim.start, claim.real.is_none());
        self.rank == other.rank && weight(self) > weight(other)
    }
}

impl Rank {
    const ALL: [Self; 10] = [
        Self::Mail,
        Self::Account,
        Self::Keyed,
        Self::Remainder,
        Self::Luhn,
        Self::Dialled,
        Self::Keyless,
        Self::Unlikely,
        Self::Faint,
        Self::Plate,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surer_claim_wins_then_the_longer() {
        let claim = |rank, real, start, end| Claim { rank, real, start, end };
        let claims = vec![
            claim(Rank::Dialled, Some(Kind::Phone), 0, 10),
            claim(Rank::Luhn, Some(Kind::Card), 5, 20),
            claim(Rank::Dialled, Some(Kind::Phone), 20, 30),
            claim(Rank::Keyed, None, 28, 40),
            claim(Rank::Luhn, Some(Kind::Card), 5, 19),
        ];
        assert_eq!(settle(&claims, 40), [Finding { kind: Kind::Card, start: 5, end: 20 }]);
    }
}
