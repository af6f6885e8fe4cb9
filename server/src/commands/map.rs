//! `miroir map`: the pages of a scenario and the ways between them, as text or as a drawing.

use std::{io::Write, process::ExitCode};

use scenarios::map;

use super::{scenario::open, speak::sorry};

/// Dessiner les chemins d’un scénario.
#[derive(Debug, clap::Args)]
pub(super) struct Map {
    /// Scénario : son nom dans le catalogue, par exemple « ants/changement-adresse », ou un fichier
    #[arg(value_name = "SCÉNARIO")]
    scenario: String,

    /// Dessiner en SVG, sur la sortie : miroir map --svg … > carte.svg
    #[arg(long)]
    svg: bool,
}

impl Map {
    pub(super) fn run(&self) -> ExitCode {
        let named = match open(&self.scenario) {
            Ok(named) => named,
            Err(sentence) => return sorry(&sentence),
        };
        let map = map::Map::of(&named.graph);
        let drawn = if self.svg { map.drawn(&named.graph.title) } else { map.in_words() };
        // A reader that goes away, as `head` does, is no failure.
        let _ = std::io::stdout().lock().write_all(drawn.as_bytes());
        ExitCode::SUCCESS
    }
}
