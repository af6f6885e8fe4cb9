//! The scenario that a command names: an id of the catalogue, a file, or a folder that holds one.

use std::path::{Path, PathBuf};

use scenarios::{Surroundings, diagnostic::Diagnostic, graph::Graph, text::Text};

use crate::{embedded::EMBEDDED_CATALOGUE, figures};

/// A scenario ready to be played.
pub(super) struct Named {
    pub(super) graph: Graph,
    /// Where its file lies; nothing for one that the binary carries.
    pub(super) folder: Option<PathBuf>,
}

/// Opens the scenario called `name`; otherwise a sentence says why.
pub(super) fn open(name: &str) -> Result<Named, String> {
    let (text, folder) = text(name, None)?;
    let parameters = figures::with(None);
    let around = Surroundings { parameters: &parameters, ..Surroundings::default() };
    let (scenario, findings) = scenarios::check_with(&text, &around);
    let wrong = || format!("le scénario « {name} » a des erreurs. Pour les voir : miroir check");
    if findings.iter().any(Diagnostic::is_error) {
        return Err(wrong());
    }
    let graph = Graph::build_with(&scenario, &parameters).map_err(|_| wrong())?;
    Ok(Named { graph, folder })
}

/// The text of a file, of a scenario of `catalogue`, or of one of the binary; and its folder when it has one.
pub(super) fn text(name: &str, catalogue: Option<&Path>) -> Result<(Text, Option<PathBuf>), String> {
    let inside = format!("{}/scenario.yaml", name.trim_end_matches('/'));
    let given = PathBuf::from(name);
    let files =
        [Some(given.clone()), Some(given.join("scenario.yaml")), catalogue.map(|folder| folder.join(&inside))];
    if let Some(file) = files.into_iter().flatten().find(|file| file.is_file()) {
        let content = std::fs::read_to_string(&file)
            .map_err(|_| format!("le fichier « {name} » ne peut pas être lu."))?;
        return Ok((Text::new(file.display().to_string(), content), file.parent().map(Path::to_owned)));
    }
    let path = format!("procedures/{inside}");
    EMBEDDED_CATALOGUE
        .iter()
        .find(|(known, _)| *known == path)
        .map(|(known, content)| (Text::new(*known, *content), None))
        .ok_or_else(|| format!("le scénario « {name} » n’existe pas."))
}
