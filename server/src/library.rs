//! The catalogue: scenarios of the binary, and of a folder when one is given; graphs kept by digest of their text.
//!
//! It hands out compiled scenarios. What is wrong with one is `miroir check`'s affair: here it is left out, and said once
//! in the log.

use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use scenarios::{graph::Graph, text::Text};
use sha2::{Digest, Sha256};

use crate::embedded::EMBEDDED_CATALOGUE;

/// A scenario ready to be begun.
#[derive(Debug)]
pub struct Bundle {
    /// Its folder in the catalogue, such as `ants/changement-adresse`.
    pub id: String,
    pub graph: Arc<Graph>,
    /// Everything a rehearsal is pinned to.
    pub closure: Arc<str>,
    /// Digest of the closure, in hexadecimal.
    pub digest: String,
}

#[derive(Debug)]
pub struct Library {
    embedded: BTreeMap<String, Arc<Bundle>>,
    folder: Option<PathBuf>,
    /// What was last read of the folder, by path.
    read: Mutex<HashMap<PathBuf, Read>>,
    /// Graphs of closures that the catalogue may no longer hold.
    pinned: Mutex<HashMap<String, Arc<Graph>>>,
}

#[derive(Debug)]
struct Read {
    modified: SystemTime,
    length: u64,
    bundle: Option<Arc<Bundle>>,
}

/// A closure that this version cannot read.
#[derive(Debug, thiserror::Error)]
#[error("the closure {0} gives no graph")]
pub struct Unreadable(String);

const FILE: &str = "scenario.yaml";

/// Graphs kept for rehearsals begun with texts that have changed since.
const MOST_PINNED: usize = 256;

impl Library {
    /// Reads the binary's catalogue; `folder` holds more scenarios, whose edits are seen at once.
    pub fn open(folder: Option<PathBuf>) -> Self {
        let embedded = EMBEDDED_CATALOGUE
            .iter()
            .filter_map(|(path, text)| {
                let id = path.strip_prefix("procedures/")?.strip_suffix(FILE)?.trim_end_matches('/');
                Some((id.to_owned(), compile(id, text)?))
            })
            .collect();
        Self { embedded, folder, read: Mutex::default(), pinned: Mutex::default() }
    }

    /// Everything that can be begun, by id. A scenario of the folder stands before the binary's of the same id.
    pub fn all(&self) -> Vec<Arc<Bundle>> {
        let mut all = self.embedded.clone();
        all.extend(self.of_folder().into_iter().map(|bundle| (bundle.id.clone(), bundle)));
        all.into_values().collect()
    }

    pub fn find(&self, id: &str) -> Option<Arc<Bundle>> {
        self.all().into_iter().find(|bundle| bundle.id == id)
    }

    /// The graph of a closure read back from the store. No lint is asked: what was begun can be finished.
    pub fn pinned(&self, digest: &str, closure: &str) -> Result<Arc<Graph>, Unreadable> {
        if let Some(bundle) = self.embedded.values().find(|bundle| bundle.digest == digest) {
            return Ok(Arc::clone(&bundle.graph));
        }
        let mut pinned = self.pinned.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(graph) = pinned.get(digest) {
            return Ok(Arc::clone(graph));
        }
        let (scenario, _) = scenarios::syntax::parse(&Text::new(FILE, closure));
        let graph = Arc::new(Graph::build(&scenario).map_err(|_| Unreadable(digest.to_owned()))?);
        if pinned.len() >= MOST_PINNED {
            pinned.clear();
        }
        pinned.insert(digest.to_owned(), Arc::clone(&graph));
        Ok(graph)
    }

    fn of_folder(&self) -> Vec<Arc<Bundle>> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        scenario_files(folder).into_iter().filter_map(|path| bundle(&mut read, folder, path)).collect()
    }
}

/// The scenario at `path`, compiled anew when the file has changed.
fn bundle(read: &mut HashMap<PathBuf, Read>, folder: &Path, path: PathBuf) -> Option<Arc<Bundle>> {
    let about = std::fs::metadata(&path).ok()?;
    let (modified, length) = (about.modified().ok()?, about.len());
    if let Some(known) = read.get(&path).filter(|known| known.modified == modified && known.length == length)
    {
        return known.bundle.clone();
    }
    let id = path.parent()?.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
    let short_enough = usize::try_from(length).is_ok_and(|length| length <= scenarios::syntax::MAX_LENGTH);
    let bundle = short_enough
        .then(|| std::fs::read_to_string(&path).ok())
        .flatten()
        .and_then(|text| compile(&id, &text));
    if bundle.is_none() {
        tracing::warn!(scenario = id, "left out of the catalogue: ask `miroir check` what is wrong with it");
    }
    read.insert(path, Read { modified, length, bundle: bundle.clone() });
    bundle
}

/// Every `scenario.yaml` below `folder`, in order, at most a few levels down.
pub fn scenario_files(folder: &Path) -> Vec<PathBuf> {
    fn walk(folder: &Path, depth: u8, found: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() && depth > 0 {
                walk(&path, depth - 1, found);
            } else if path.file_name().is_some_and(|name| name == FILE) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, 6, &mut found);
    found.sort();
    found
}

fn compile(id: &str, content: &str) -> Option<Arc<Bundle>> {
    let text = Text::new(format!("{id}/{FILE}"), content);
    let (scenario, findings) = scenarios::check_with(&text, crate::figures::of_the_house());
    if findings.iter().any(scenarios::diagnostic::Diagnostic::is_error) {
        return None;
    }
    let graph = Arc::new(Graph::build(&scenario).ok()?);
    Some(Arc::new(Bundle {
        id: id.to_owned(),
        graph,
        closure: content.into(),
        digest: digest(content.as_bytes()),
    }))
}

/// SHA-256, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_carries_the_small_procedure() {
        assert!(Library::open(None).find("ants/changement-adresse").is_some());
    }

    #[test]
    fn an_edited_file_is_seen_and_a_broken_one_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("essai/petit");
        std::fs::create_dir_all(&place).expect("a folder");
        let original =
            Library::open(None).find("ants/changement-adresse").expect("bundled").closure.to_string();
        std::fs::write(place.join(FILE), &original).expect("written");
        let library = Library::open(Some(folder.path().to_owned()));
        let first = library.find("essai/petit").expect("read");
        let edited = original.replace("titre: Se connecter", "titre: Entrer dans le service");
        std::fs::write(place.join(FILE), &edited).expect("written");
        let second = library.find("essai/petit").expect("read again");
        assert_ne!(first.digest, second.digest);
        assert!(library.pinned(&first.digest, &original).is_ok(), "what was begun can be finished");
        std::fs::write(place.join(FILE), "titre: rien d’autre\n").expect("written");
        assert!(library.find("essai/petit").is_none());
    }
}
