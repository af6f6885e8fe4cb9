//! `miroir compute`: a line of values in JSON in, a line of results out; what cannot be computed is said in a sentence.
//!
//! It never stops at a line: the next one may be right.

mod json;
mod told;

use std::{
    io::{self, BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use scenarios::{
    calculation::{self, Program},
    date::Date,
    diagnostic::Diagnostic,
};

use super::{scenario, speak::sorry};
use crate::{clock, figures};

/// Longest line read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Calculer avec un scénario.
#[derive(Debug, clap::Args)]
pub(super) struct Compute {
    /// Scénario : son nom dans le catalogue, comme « ants/changement-adresse », ou un fichier
    #[arg(value_name = "SCÉNARIO")]
    scenario: String,

    /// Dit les étapes du calcul en français, avec leurs sources
    #[arg(long)]
    explain: bool,

    /// Dossier de scénarios, en plus de ceux que Miroir contient
    #[arg(long, env = "MIROIR_SCENARIOS", value_name = "DOSSIER")]
    scenarios: Option<PathBuf>,
}

impl Compute {
    pub(super) fn run(&self) -> ExitCode {
        let program = match program(&self.scenario, self.scenarios.as_deref()) {
            Ok(program) => program,
            Err(sentence) => return sorry(&sentence),
        };
        let Ok(today) = Date::from_iso(&clock::today().to_string()) else {
            return sorry("la date de cet ordinateur n’est pas possible. Réglez son horloge.");
        };
        let answer = if self.explain { explained } else { computed };
        let told = tell(io::stdin().lock(), io::stdout().lock(), |line| answer(&program, line, today));
        match told {
            Ok(()) => ExitCode::SUCCESS,
            // Whoever read us has left: nothing to say to nobody.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(_) => sorry("les lignes ne peuvent pas être lues ou écrites."),
        }
    }
}

/// The program of the scenario called `name`, or why there is none.
fn program(name: &str, folder: Option<&Path>) -> Result<Program, String> {
    let source = scenario::source(name, folder)?;
    let figures = figures::with(folder);
    let (scenario, findings) = scenarios::syntax::parse_with(&source.text, &source.shared);
    // A calculation alone can be tried, before the pages around it are written.
    let unreadable = findings.iter().any(|finding| finding.is_error() && finding.code != "cle-manquante");
    if scenario.calculation.is_none() {
        return Err(format!("le scénario « {name} » n’a pas de calcul."));
    }
    let (program, wrong) = calculation::program(&scenario, &figures, &|_| true);
    if unreadable || wrong.iter().any(Diagnostic::is_error) {
        return Err(format!("le scénario « {name} » a des erreurs. Pour les voir : miroir check"));
    }
    Ok(program)
}

/// An answer for each line that is not empty, given as soon as it is known.
fn tell(mut input: impl BufRead, mut output: impl Write, answer: impl Fn(&str) -> String) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        line.clear();
        io::Read::take(&mut input, LONGEST).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(());
        }
        let is_cut = line.last() != Some(&b'\n') && line.len() as u64 == LONGEST;
        if is_cut {
            input.skip_until(b'\n')?;
            writeln!(output, "{}", json::refusal("La ligne est trop longue."))?;
        } else {
            let text = String::from_utf8_lossy(&line);
            if !text.trim().is_empty() {
                writeln!(output, "{}", answer(&text))?;
            }
        }
        output.flush()?;
    }
}

fn computed(program: &Program, line: &str, today: Date) -> String {
    let results = json::input(line).and_then(|input| program.run(&input, today));
    results.map_or_else(|sentence| json::refusal(&sentence), |results| json::results(&results))
}

fn explained(program: &Program, line: &str, today: Date) -> String {
    let explained = json::input(line).and_then(|input| program.explain(&input, today));
    explained.map_or_else(|sentence| json::refusal(&sentence), |explanation| told::page(&explanation))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAX: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../scenarios/tests/calculations/impot.yaml");

    fn told(lines: &str, answer: fn(&Program, &str, Date) -> String) -> String {
        let program = program(TAX, None).expect("a calculation");
        let today = Date::new(2026, 11, 23).expect("a day");
        let mut output = Vec::new();
        tell(lines.as_bytes(), &mut output, |line| answer(&program, line, today)).expect("written");
        String::from_utf8(output).expect("utf-8")
    }

    #[test]
    fn each_line_gets_its_results_or_a_sentence() {
        let lines = concat!(
            r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 30000.5}], "enfants": []}"#,
            "\n\n[1]\nbonjour\n",
            r#"{"année": 2019, "situation": "C", "adultes": [{}], "enfants": []}"#,
        );
        assert_eq!(
            told(lines, computed),
            concat!(
                r#"{"parts":1,"revenu-imposable":27000.50,"droits":1694,"décote":130,"impôt":1564,"solde":1564}"#,
                "\n",
                r#"{"hors_perimetre":"Les valeurs doivent être données par leur nom."}"#,
                "\n",
                r#"{"hors_perimetre":"La ligne n’est pas écrite en JSON."}"#,
                "\n",
                r#"{"hors_perimetre":"La valeur « année » doit être entre 2024 et 2025."}"#,
                "\n",
            )
        );
    }

    #[test]
    fn a_line_that_would_exhaust_anything_is_refused() {
        let deep = format!("{}\n{{}}\n", "[".repeat(100_000));
        let long = format!("{}\n{{}}\n", " ".repeat(3 << 20));
        for lines in [deep, long] {
            let told = told(&lines, computed);
            assert_eq!(told.lines().count(), 2, "{told}");
            assert!(told.lines().all(|line| line.starts_with(r#"{"hors_perimetre":""#)), "{told}");
        }
    }

    #[test]
    fn the_steps_are_told_in_french_with_their_sources() {
        let line = r#"{"année": 2025, "situation": "C", "adultes": [{"salaires": 30000}], "enfants": []}"#;
        let told = told(line, explained).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(told.starts_with("En bref\n  Nombre de parts : 1\n"), "{told}");
        let rebate = concat!(
            "Décote : 130 €\n",
            "  897 € (décote, personne seule : plafond) moins 45,25 % de 1 694 € (droits simples), arrondi à l’euro.\n",
            "  Parce que vous vivez seul(e).\n",
            "  La décote réduit les petits impôts.\n",
            "  Source : CGI art. 197, I-4\n",
        );
        assert!(told.contains(rebate), "{told}");
    }

    #[test]
    fn a_scenario_without_calculation_or_without_existence_is_said_in_a_sentence() {
        let said = |name| program(name, None).err().unwrap_or_default();
        assert_eq!(
            said("ants/changement-adresse"),
            "le scénario « ants/changement-adresse » n’a pas de calcul."
        );
        assert_eq!(said("ants/rien"), "le scénario « ants/rien » n’existe pas.");
    }
}
