//! The scenario that a command names: an id of the catalogue, a file, or a folder that holds one.

use std::path::{Path, PathBuf};

use scenarios::{Surroundings, diagnostic::Diagnostic, graph::Graph, shared::Shared, text::Text};

use crate::{embedded::EMBEDDED_CATALOGUE, figures, shared};

/// A scenario ready to be played.
pub(super) struct Named {
    pub(super) graph: Graph,
    /// Where its file lies; nothing for one that the binary carries.
    pub(super) folder: Option<PathBuf>,
}

/// The text of a scenario, and what stands around it.
pub(super) struct Source {
    /// Followed by the shared parts that it uses.
    pub(super) text: Text,
    pub(super) shared: Shared,
    pub(super) folder: Option<PathBuf>,
}

impl Source {
    fn new(text: Text, shared: Shared, folder: Option<PathBuf>) -> Self {
        Self { text: shared.joined(text), shared, folder }
    }
}

/// Opens the scenario called `name`; otherwise a sentence says why.
pub(super) fn open(name: &str) -> Result<Named, String> {
    let source = source(name, None)?;
    let parameters = figures::with(None);
    let around = Surroundings { shared: &source.shared, parameters: &parameters, ..Surroundings::default() };
    let (scenario, findings) = scenarios::check_with(&source.text, &around);
    let wrong = || format!("le scénario « {name} » a des erreurs. Pour les voir : miroir check");
    if findings.iter().any(Diagnostic::is_error) {
        return Err(wrong());
    }
    let graph = Graph::build_with(&scenario, &parameters).map_err(|_| wrong())?;
    Ok(Named { graph, folder: source.folder })
}

/// The text of a file, of a scenario of `catalogue`, or of one of the binary; and its folder when it has one.
pub(super) fn source(name: &str, catalogue: Option<&Path>) -> Result<Source, String> {
    let inside = format!("{}/scenario.yaml", name.trim_end_matches('/'));
    let given = PathBuf::from(name);
    let files = [
        Some(given.clone()),
        Some(given.join("scenario.yaml")),
        catalogue.map(|folder| folder.join(&inside)),
    ];
    if let Some(file) = files.into_iter().flatten().find(|file| file.is_file()) {
        let content = std::fs::read_to_string(&file)
            .map_err(|_| format!("le fichier « {name} » ne peut pas être lu."))?;
        let text = Text::new(file.display().to_string(), content);
        return Ok(Source::new(text, shared::near(&file), file.parent().map(Path::to_owned)));
    }
    let path = format!("procedures/{inside}");
    EMBEDDED_CATALOGUE
        .iter()
        .find(|(known, _)| *known == path)
        .map(|(known, content)| {
            Source::new(Text::new(*known, *content), shared::of_the_house().clone(), None)
        })
        .ok_or_else(|| format!("le scénario « {name} » n’existe pas."))
}
