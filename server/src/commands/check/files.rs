//! Finding and reading the files to check: bounded, and never surprised by what a path holds.

use std::{
    fs::File,
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use scenarios::{
    diagnostic::Diagnostic,
    syntax::MAX_LENGTH,
    text::{Span, Text},
};

use super::Refusal;

/// Name of a scenario's file in its folder.
const NAME: &str = "scenario.yaml";
/// Folders within folders that are looked into.
const MAX_DEPTH: usize = 8;

/// The files that `path` stands for: itself, or every text to check below it, in the order of their names.
pub(super) fn texts(path: &Path) -> Vec<Result<PathBuf, Box<Refusal>>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let mut found = Vec::new();
    collect(path, 0, &mut found);
    if found.is_empty() {
        let message = format!("le dossier ne contient aucun « {NAME} »");
        let refusal = Refusal::new(
            path,
            "dossier-sans-scenario",
            &message,
            "vérifiez le nom du dossier, ou donnez celui d’un fichier",
        );
        return vec![Err(refusal)];
    }
    found.sort();
    found.into_iter().map(Ok).collect()
}

/// Links are not followed below the first folder: they may lead in circles.
fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && depth < MAX_DEPTH {
            collect(&entry.path(), depth + 1, found);
        } else if !kind.is_dir() && is_checked(&entry.path()) {
            found.push(entry.path());
        }
    }
}

/// Whether a file met in a folder is one of ours. Files of another kind are added here, and to [`super::Kind`].
fn is_checked(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME) || crate::shared::is_file(path)
}

/// The text of the file at `path`; one that is too long is refused before it is read.
pub(super) fn read(path: &Path) -> Result<Text, Box<Refusal>> {
    let failure = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Refusal::new(
            path,
            "fichier-introuvable",
            "le fichier n’existe pas",
            "vérifiez le nom du fichier et celui du dossier",
        ),
        ErrorKind::PermissionDenied => Refusal::new(
            path,
            "fichier-interdit",
            "vous n’avez pas le droit de lire le fichier",
            "demandez ce droit à la personne qui gère l’ordinateur",
        ),
        _ => Refusal::new(
            path,
            "fichier-illisible",
            "le fichier ne peut pas être lu",
            "vérifiez le disque, ou copiez le fichier ailleurs",
        ),
    };
    let file = File::open(path).map_err(failure)?;
    let length = file.metadata().map_err(failure)?.len();
    let limit = MAX_LENGTH as u64;
    let mut bytes = Vec::new();
    if length <= limit {
        // A file may grow while it is read, and some have no length.
        file.take(limit + 1).read_to_end(&mut bytes).map_err(failure)?;
    }
    if length.max(bytes.len() as u64) > limit {
        return Err(Refusal::new(
            path,
            "fichier-trop-gros",
            "le fichier dépasse un mégaoctet",
            "vérifiez que c’est bien un scénario, ou partagez-le en plusieurs",
        ));
    }
    let name = path.display().to_string();
    String::from_utf8(bytes)
        .map(|content| Text::new(&name, content))
        .map_err(|error| badly_encoded(&name, &error))
}

/// Shows where the first letter that is not UTF-8 stands.
fn badly_encoded(name: &str, error: &std::string::FromUtf8Error) -> Box<Refusal> {
    let good = error.utf8_error().valid_up_to();
    let content = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
    let finding = Diagnostic::error(
        "fichier-mal-encode",
        Span::new(good, good),
        "les lettres ne sont pas en UTF-8 à partir d’ici",
    )
    .help("dans votre éditeur, choisissez « enregistrer sous », puis l’encodage « UTF-8 »");
    Box::new(Refusal { text: Text::new(name, content), finding })
}
