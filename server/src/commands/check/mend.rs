//! `miroir check --fix`: the mended text takes the file's place at once, or not at all.
//!
//! What a fix is, and whether it is kept, is the business of `scenarios::remedy`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use scenarios::{
    diagnostic::Diagnostic,
    remedy::{Trust, remedy},
    text::{Span, Text},
};

use super::Around;
use crate::report::Report;

/// Mends the file at `path`, of which `text` was read; gives its text then, and what remains to be said.
pub(super) fn mend(
    path: &Path,
    text: Text,
    trust: Trust,
    around: &Around,
    report: &mut Report,
) -> (Text, Vec<Diagnostic>) {
    let done = remedy(text.clone(), trust, |text| around.findings(text));
    if done.made == 0 {
        return (done.text, done.findings);
    }
    match replace(path, &text.content, &done.text.content) {
        Ok(()) => {
            report.mended(done.made);
            (done.text, done.findings)
        }
        Err(error) => {
            let mut left = around.findings(&text);
            left.insert(0, unwritten(&error));
            (text, left)
        }
    }
}

/// A copy beside the file takes its place, so that a cut leaves one or the other. A link stays a link.
fn replace(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let copy = beside(&path);
    let written = fs::metadata(&path).and_then(|metadata| {
        fs::write(&copy, after)?;
        fs::set_permissions(&copy, metadata.permissions())?;
        fs::File::open(&copy)?.sync_all()?;
        // An editor may have saved the file meanwhile: its words are worth more than ours.
        if fs::read(&path)? != before.as_bytes() {
            return Err(io::Error::from(io::ErrorKind::ResourceBusy));
        }
        fs::rename(&copy, &path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&copy);
    }
    written
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.corrige", std::process::id()))
}

fn unwritten(error: &io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        io::ErrorKind::ResourceBusy => (
            "le fichier a changé pendant la correction, et n’a pas été corrigé",
            "fermez-le dans votre éditeur, puis recommencez",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            "vous n’avez pas le droit d’écrire dans le dossier, et le fichier n’a pas été corrigé",
            "demandez ce droit à la personne qui gère l’ordinateur",
        ),
        _ => (
            "le fichier n’a pas pu être écrit, et n’a pas été corrigé",
            "vérifiez qu’il reste de la place sur le disque",
        ),
    };
    Diagnostic::error("fichier-non-corrige", Span::default(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let path = std::env::temp_dir().join(format!("miroir-mend-{}.yaml", std::process::id()));
        fs::write(&path, "plus récent").unwrap();
        assert!(replace(&path, "lu", "corrigé").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "plus récent");
        assert!(replace(&path, "plus récent", "corrigé").is_ok());
        assert_eq!(fs::read_to_string(&path).unwrap(), "corrigé");
        assert!(!beside(&path).exists());
        fs::remove_file(&path).unwrap();
    }
}
