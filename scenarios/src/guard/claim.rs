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
    /// A social-security number without its key.
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

/// The findings left once overlapping claims are settled: by rank, then the longer, then fiction, then the earlier.
/// Fiction that wins silences what it overlaps.
pub(super) fn settle(mut claims: Vec<Claim>, length: usize) -> Vec<Finding> {
    claims.sort_by_key(|claim| {
        (claim.rank, usize::MAX - (claim.end - claim.start), claim.real.is_some(), claim.start)
    });
    let mut taken = vec![false; length];
    let mut findings = Vec::new();
    for Claim { real, start, end, .. } in claims {
        let Some(place) = taken.get_mut(start..end) else { continue };
        if place.contains(&true) {
            continue;
        }
        place.fill(true);
        findings.extend(real.map(|kind| Finding { kind, start, end }));
    }
    findings.sort_by_key(|finding| finding.start);
    findings
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
        assert_eq!(settle(claims, 40), [Finding { kind: Kind::Card, start: 5, end: 20 }]);
    }
}
