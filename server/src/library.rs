//! The catalogue: scenarios of the binary, and of a folder when one is given; graphs kept by digest of their text.
//!
//! It hands out compiled scenarios. What is wrong with one is `miroir check`'s affair: here it is left out, and said once
//! in the log.

mod closure;

use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use scenarios::{Surroundings, graph::Graph, shared::Shared, text::Text};
use sha2::{Digest, Sha256};

use self::closure::Closure;
use crate::{embedded::EMBEDDED_CATALOGUE, figures::Figures, shared};

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
    /// Figures that change with the years, as they were at start.
    figures: Figures,
    /// What was last read of the folder.
    read: Mutex<Folder>,
    /// Graphs of closures that the catalogue may no longer hold.
    pinned: Mutex<HashMap<String, Arc<Graph>>>,
}

#[derive(Debug, Default)]
struct Folder {
    /// The shared parts, and the files of those that the folder holds, as they were.
    shared: Option<Shared>,
    files: Vec<(PathBuf, SystemTime, u64)>,
    /// By path.
    scenarios: HashMap<PathBuf, Read>,
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
        let figures = Figures::with(folder.as_deref());
        let embedded = EMBEDDED_CATALOGUE
            .iter()
            .filter_map(|(path, text)| {
                let id = path.strip_prefix("procedures/")?.strip_suffix(FILE)?.trim_end_matches('/');
                Some((id.to_owned(), compile(id, text, &figures, shared::of_the_house())?))
            })
            .collect();
        Self { embedded, folder, figures, read: Mutex::default(), pinned: Mutex::default() }
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
        let graph = Closure::read(closure).graph(FILE).ok_or_else(|| Unreadable(digest.to_owned()))?;
        let graph = Arc::new(graph);
        if pinned.len() >= MOST_PINNED {
            pinned.clear();
        }
        pinned.insert(digest.to_owned(), Arc::clone(&graph));
        Ok(graph)
    }

    fn of_folder(&self) -> Vec<Arc<Bundle>> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let Folder { shared, files, scenarios } = &mut *read;
        let now = shared::files(folder);
        if *files != now {
            // An edited part changes every scenario that uses it.
            scenarios.clear();
            (*shared, *files) = (None, now);
        }
        let shared = shared.get_or_insert_with(|| shared::with(Some(folder)));
        scenario_files(folder)
            .into_iter()
            .filter_map(|path| bundle(scenarios, folder, path, &self.figures, shared))
            .collect()
    }
}

/// The scenario at `path`, compiled anew when the file has changed.
fn bundle(
    read: &mut HashMap<PathBuf, Read>,
    folder: &Path,
    path: PathBuf,
    figures: &Figures,
    shared: &Shared,
) -> Option<Arc<Bundle>> {
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
        .and_then(|text| compile(&id, &text, figures, shared));
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

fn compile(id: &str, content: &str, figures: &Figures, shared: &Shared) -> Option<Arc<Bundle>> {
    let text = shared.joined(Text::new(format!("{id}/{FILE}"), content));
    let around = Surroundings { shared, parameters: &figures.parameters, ..Surroundings::default() };
    let (scenario, findings) = scenarios::check_with(&text, &around);
    if findings.iter().any(scenarios::diagnostic::Diagnostic::is_error) {
        return None;
    }
    let graph = Arc::new(Graph::build_with(&scenario, &figures.parameters).ok()?);
    let closure = Closure::of(&text, &scenario, &figures.texts, shared).write();
    let digest = digest(closure.as_bytes());
    Some(Arc::new(Bundle { id: id.to_owned(), graph, closure: closure.into(), digest }))
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
        let bundled = |path: &str| EMBEDDED_CATALOGUE.iter().find(|(known, _)| *known == path);
        let (_, original) = bundled("procedures/ants/changement-adresse/scenario.yaml").expect("bundled");
        std::fs::write(place.join(FILE), original).expect("written");
        let library = Library::open(Some(folder.path().to_owned()));
        let first = library.find("essai/petit").expect("read");
        let edited = original.replace("titre: Votre véhicule", "titre: Votre voiture");
        std::fs::write(place.join(FILE), &edited).expect("written");
        let second = library.find("essai/petit").expect("read again");
        assert_ne!(first.digest, second.digest);
        assert!(library.pinned(&first.digest, &first.closure).is_ok(), "what was begun can be finished");
        std::fs::write(place.join(FILE), "titre: rien d’autre\n").expect("written");
        assert!(library.find("essai/petit").is_none());
    }
}
