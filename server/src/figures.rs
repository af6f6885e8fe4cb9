//! The figures that change with the years: those of the binary, and those that a host writes over them.
//!
//! What is wrong in a host's file is `miroir check`'s affair: here the figures that can be read are.

use std::{path::Path, sync::LazyLock};

use scenarios::{check_parameters, parameters::Parameters, text::Text};

use crate::embedded::EMBEDDED_CATALOGUE;

/// Folder of a host's figures, among its scenarios.
const FOLDER: &str = "parametres";

static HOUSE: LazyLock<Parameters> = LazyLock::new(|| {
    let files = EMBEDDED_CATALOGUE.iter().filter(|(path, _)| path.starts_with("parameters/"));
    files.fold(Parameters::default(), |known, (path, content)| read(path, content).over(known))
});

/// The figures of the binary.
pub fn of_the_house() -> &'static Parameters {
    &HOUSE
}

/// The same, after those of the folder `parametres` of `scenarios`, when there are some.
pub fn with(scenarios: Option<&Path>) -> Parameters {
    let written = scenarios.map(of_folder).unwrap_or_default();
    written.over(HOUSE.clone())
}

/// Whether the file at `path` holds figures, as its folder tells.
pub fn is_file(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder == FOLDER || folder == "parameters")
}

fn of_folder(scenarios: &Path) -> Parameters {
    let Ok(entries) = std::fs::read_dir(scenarios.join(FOLDER)) else { return Parameters::default() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let mut known = Parameters::default();
    for path in paths {
        if let Ok(content) = std::fs::read_to_string(&path) {
            known = read(&path.display().to_string(), &content).over(known);
        }
    }
    known
}

fn read(name: &str, content: &str) -> Parameters {
    check_parameters(&Text::new(name, content)).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_writes_its_figures_over_those_of_the_house() {
        let folder = tempfile::tempdir().expect("a folder");
        let written = "impôt:\n  décote-seul:\n    unité: €\n    valeurs:\n      - {depuis: 2024-01-01, valeur: 1, source: essai, lu: 2026-07-23}\n";
        std::fs::create_dir(folder.path().join(FOLDER)).expect("a folder");
        std::fs::write(folder.path().join(FOLDER).join("impot.yaml"), written).expect("a file");
        let figures = with(Some(folder.path()));
        let source = |path: &str| figures.get(path).map(|parameter| parameter.values[0].source.clone());
        assert_eq!(source("parametre.impot.decote-seul").as_deref(), Some("essai"));
        assert!(source("parametre.impot.decote-couple").is_some());
    }
}
