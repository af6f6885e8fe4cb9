//! The order in which named terms can be worked out, and the circles in which none comes first.
//!
//! Only names are looked at.

use std::collections::{BTreeMap, BTreeSet};

use super::{Definition, Problem};

/// Numbers of `definitions`, each after those it reads, and the numbers of those that cannot be ordered.
pub(super) fn order(
    definitions: &[Definition],
    problems: &mut Vec<(usize, Problem)>,
) -> (Vec<usize>, Vec<usize>) {
    let by_path: BTreeMap<String, usize> =
        definitions.iter().enumerate().rev().map(|(at, definition)| (definition.path(), at)).collect();
    let reads: Vec<BTreeSet<usize>> = definitions
        .iter()
        .map(|definition| definition.reads().iter().filter_map(|path| by_path.get(path).copied()).collect())
        .collect();
    let mut wanted_by: Vec<Vec<usize>> = vec![Vec::new(); definitions.len()];
    for (at, read) in reads.iter().enumerate() {
        for other in read {
            wanted_by[*other].push(at);
        }
    }
    let mut waits: Vec<usize> = reads.iter().map(BTreeSet::len).collect();
    let mut free: BTreeSet<usize> = (0..definitions.len()).filter(|at| waits[*at] == 0).collect();
    let mut order = Vec::with_capacity(definitions.len());
    while let Some(at) = free.pop_first() {
        order.push(at);
        for next in &wanted_by[at] {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                free.insert(*next);
            }
        }
    }
    let left: BTreeSet<usize> = (0..definitions.len()).filter(|at| waits[*at] > 0).collect();
    tell(definitions, &reads, &left, problems);
    (order, left.into_iter().collect())
}

/// Follows, from each term left, what it reads among them, until a circle closes; each circle is told once.
fn tell(
    definitions: &[Definition],
    reads: &[BTreeSet<usize>],
    left: &BTreeSet<usize>,
    problems: &mut Vec<(usize, Problem)>,
) {
    let mut seen = BTreeSet::new();
    for start in left {
        let mut way: Vec<usize> = Vec::new();
        let mut at = *start;
        while seen.insert(at) {
            way.push(at);
            // Each term left reads another one left: it would be ordered otherwise.
            let Some(next) = reads[at].iter().find(|read| left.contains(read)) else { break };
            at = *next;
        }
        let Some(closes) = way.iter().position(|on_way| *on_way == at) else { continue };
        problems.push((at, circle(definitions, &way[closes..])));
    }
}

fn circle(definitions: &[Definition], circle: &[usize]) -> Problem {
    let names: Vec<&str> =
        circle.iter().chain(circle.first()).map(|at| definitions[*at].name.value.as_str()).collect();
    let first = &definitions[circle[0]];
    let message = if circle.len() == 1 {
        format!("le terme « {} » dépend de lui-même", first.name.value)
    } else {
        format!("des termes dépendent l’un de l’autre : {}", names.join(" → "))
    };
    Problem::new("terme-circulaire", first.name.span, message).help("calculez l’un d’eux sans les autres")
}
