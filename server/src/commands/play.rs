//! `miroir play`: plays a scenario's essais, or lets the robot learner explore it, and says what no longer holds.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use scenarios::{
    date::Date,
    essai,
    graph::Graph,
    persona::Household,
    rehearsal::{self, Explored, Start},
};

use super::{
    scenario::{Named, open},
    speak::sorry,
};
use crate::{clock, personas};

/// Rejouer les essais d’un scénario, ou l’explorer.
#[derive(Debug, clap::Args)]
pub(super) struct Play {
    /// Scénario : son nom dans le catalogue, par exemple « ants/changement-adresse », ou un fichier
    #[arg(value_name = "SCÉNARIO")]
    scenario: String,

    /// Essais à rejouer [par défaut : ceux du dossier « essais » à côté du scénario]
    #[arg(value_name = "ESSAI")]
    essais: Vec<PathBuf>,

    /// Jouer avec ce nombre de personnages différents
    #[arg(long, value_name = "NOMBRE", default_value_t = 1, hide_default_value = true)]
    personnages: u64,

    /// Sorte de foyer des personnages, par exemple « parent-seul » [par défaut : toutes celles du scénario]
    #[arg(long, value_name = "SORTE", value_parser = household)]
    foyer: Option<Household>,

    /// Laisser le robot explorer chaque page et chaque erreur, et vérifier qu’on peut toujours bien finir
    #[arg(long)]
    robot: bool,
}

fn household(word: &str) -> Result<Household, String> {
    let known = || Household::ALL.map(Household::word).join(", ");
    Household::from_word(word).ok_or_else(|| format!("choisissez parmi : {}", known()))
}

/// Situations that the robot looks at for one persona.
const MOST_SITUATIONS: usize = 20_000;

impl Play {
    /// The code is 1 when an essai stops, or when the robot finds a dead end.
    pub(super) fn run(&self) -> ExitCode {
        let named = match open(&self.scenario) {
            Ok(named) => named,
            Err(sentence) => return sorry(&sentence),
        };
        let mut out = std::io::stdout().lock();
        let told = if self.robot { self.explore(&named, &mut out) } else { self.replay(&named, &mut out) };
        if matches!(told, Ok(true)) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn replay(&self, named: &Named, out: &mut impl Write) -> std::io::Result<bool> {
        let essais = match (&named.folder, self.essais.as_slice()) {
            (_, [_, ..]) => self.essais.clone(),
            (Some(folder), []) => beside(folder),
            (None, []) => Vec::new(),
        };
        if essais.is_empty() {
            writeln!(out, "Aucun essai : écrivez-en un dans le dossier « essais », à côté du scénario.")?;
            return Ok(false);
        }
        let mut holds = true;
        for path in essais {
            let name = path.display();
            let Ok(script) = std::fs::read_to_string(&path) else {
                writeln!(out, "{name}: ce fichier ne peut pas être lu")?;
                holds = false;
                continue;
            };
            let wanted = essai::household(&script).or(self.foyer);
            for seed in 0..self.personnages.max(1) {
                match essai::play(&named.graph, begin(&named.graph, seed, wanted), &script) {
                    Ok(played) if seed == 0 => {
                        let ending = played.ending.as_deref().unwrap_or("pas de fin");
                        writeln!(out, "{name}: tient, fin : {ending}")?;
                    }
                    Ok(_) => {}
                    Err(stopped) => {
                        writeln!(out, "{name}:{}: {} (personnage {seed})", stopped.line, stopped.message)?;
                        holds = false;
                        break;
                    }
                }
            }
        }
        Ok(holds)
    }

    fn explore(&self, named: &Named, out: &mut impl Write) -> std::io::Result<bool> {
        let mut explored = Explored::default();
        for seed in 0..self.personnages.max(1) {
            explored.absorb(rehearsal::explore(
                &named.graph,
                begin(&named.graph, seed, self.foyer),
                MOST_SITUATIONS,
            ));
        }
        let graph = &named.graph;
        let unmet = explored.unmet(graph);
        let pages = graph.screens().len();
        writeln!(out, "Situations : {}", explored.situations)?;
        writeln!(out, "Pages vues : {} sur {pages}", pages - unmet.pages.len())?;
        writeln!(out, "Chemins pris : {}", explored.ways.len())?;
        writeln!(out, "Erreurs nommées : {}", explored.mistakes.len())?;
        writeln!(out, "Fins atteintes : {} sur {}", explored.endings.len(), graph.endings().len())?;
        let mistakes: Vec<String> =
            unmet.mistakes.iter().map(|(field, mistake)| format!("{field}.{mistake}")).collect();
        for (what, missing) in [
            ("Pages jamais vues", &unmet.pages),
            ("Erreurs jamais faites", &mistakes),
            ("Messages jamais envoyés", &unmet.messages),
            ("Incidents jamais arrivés", &unmet.mishaps),
            ("Fins jamais atteintes", &unmet.endings),
        ] {
            if !missing.is_empty() {
                writeln!(out, "{what} : {}", missing.join(", "))?;
            }
        }
        for (page, why) in &explored.stuck {
            writeln!(out, "Depuis la page « {page} », on ne finit pas bien : {why}.")?;
        }
        if explored.cut {
            writeln!(out, "Le robot s’est arrêté avant d’avoir tout vu : le scénario est très grand.")?;
        }
        Ok(explored.stuck.is_empty() && !explored.cut)
    }
}

/// A rehearsal by the persona of that seed, today, of that kind of household when one is wanted.
fn begin(graph: &Graph, seed: u64, wanted: Option<Household>) -> Start {
    let today = clock::today();
    let mut needs = graph.needs.clone();
    if let Some(wanted) = wanted {
        needs.households = vec![wanted];
    }
    // A clock out of the calendar plays on the calendar's last day.
    let day = Date::from_iso(&today.to_string()).unwrap_or(Date::LAST);
    Start { persona: personas::make(seed, today, &needs), today: day, secret: seed }
}

/// The essais of a scenario's folder, in order.
fn beside(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder.join("essais")) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "essai"))
        .collect();
    found.sort();
    found
}
