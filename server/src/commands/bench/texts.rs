//! How long a check takes: a hundred scenarios of real size, and texts made to be slow. No timing is asserted.

use std::{
    fmt,
    time::{Duration, Instant},
};

use scenarios::{Surroundings, syntax::MAX_LENGTH, text::Text};

use crate::shared;

/// Scenarios checked one after the other.
const SCENARIOS: usize = 100;
/// Lines of a slow text: past the elements that are read, nothing is looked at.
const MOST_LINES: usize = 23_000;
const TRIES: usize = 3;

/// What was measured.
pub(super) struct Checks {
    scenarios: Duration,
    /// The slowest text, what it is made of, and its time.
    slowest: (&'static str, Duration),
}

/// The head of a scenario whose pages, or the texts of whose page, follow.
const PAGES: &str = "pages:\n";
const SENTENCES: &str = "pages:\n  a:\n    texte:\n";

/// What each slow text repeats, « N » being a number, and what comes before.
const SLOW: [(&str, &str, &str); 8] = [
    (
        "pages dont la suite n’existe pas",
        PAGES,
        "  page-N:\n    titre: T\n    chemin: /p\n    suite: paje-N\n",
    ),
    ("pages vides", PAGES, "  page-numero-N: {}                    \n"),
    ("clés inconnues", "", "cle-inconnue-N: valeur                     \n"),
    ("champs d’un genre inconnu", "pages:\n  a:\n    champs:\n", "      c-N:\n        genre: voix\n"),
    ("phrases qui citent mal", SENTENCES, "      - \"Bonjour {personnage.nomN}\"\n"),
    ("phrases coupées", SENTENCES, "      - Bonjour au numéro #N\n"),
    ("tabulations", "pages:\n", "\t\tcle-numero-N: valeur                  \n"),
    ("noms illisibles", PAGES, "  a b N:\n    titre: T\n    chemin: /a\n"),
];

pub(super) fn measure(scenario: &str) -> Checks {
    let shared = shared::of_the_house();
    let text = shared.joined(Text::new("", scenario));
    let around = Surroundings { shared, ..Surroundings::default() };
    let start = Instant::now();
    for _ in 0..SCENARIOS {
        scenarios::check_with(&text, &around);
    }
    let scenarios = start.elapsed();
    let timed = SLOW.map(|(name, head, line)| (name, fastest(&slow(head, line))));
    let slowest = timed.into_iter().max_by_key(|(_, time)| *time).unwrap_or_default();
    Checks { scenarios, slowest }
}

fn fastest(text: &Text) -> Duration {
    let once = || {
        let start = Instant::now();
        scenarios::check(text);
        start.elapsed()
    };
    (0..TRIES).map(|_| once()).min().unwrap_or_default()
}

fn slow(head: &str, line: &str) -> Text {
    let mut content = head.to_owned();
    let lines = line.matches('\n').count();
    for number in 0..MOST_LINES / lines {
        let next = line.replace('N', &number.to_string());
        if content.len() + next.len() > MAX_LENGTH {
            break;
        }
        content.push_str(&next);
    }
    Text::new("", content)
}

impl fmt::Display for Checks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
        writeln!(f, "{:<44}{:>10}", "Relecture de 100 scénarios", milliseconds(self.scenarios))?;
        let (name, time) = self.slowest;
        writeln!(f, "{:<44}{:>10}  ({name})", "Relecture du texte le plus lent", milliseconds(time))
    }
}
