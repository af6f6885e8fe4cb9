//! The parts that scenarios share: those of the binary, and those that a host writes over them.
//!
//! What is wrong in them is `miroir check`'s affair, which tells it where they are used.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
    time::SystemTime,
};

use scenarios::{shared::Shared, syntax::MAX_LENGTH, text::Text};

use crate::embedded::EMBEDDED_CATALOGUE;

/// Folder of the parts, among the scenarios.
const FOLDER: &str = "communs";

static HOUSE: LazyLock<Shared> = LazyLock::new(|| {
    let mut shared = Shared::default();
    for (path, content) in EMBEDDED_CATALOGUE {
        if is_file(Path::new(path)) {
            add(&mut shared, Path::new(path), content);
        }
    }
    shared
});

/// The parts of the binary.
pub fn of_the_house() -> &'static Shared {
    &HOUSE
}

/// The same, after those of the folder `communs` of `scenarios`, when there are some.
pub fn with(scenarios: Option<&Path>) -> Shared {
    let mut written = Shared::default();
    for (path, _, length) in scenarios.map(files).unwrap_or_default() {
        let short_enough = usize::try_from(length).is_ok_and(|length| length <= MAX_LENGTH);
        if let Some(content) = short_enough.then(|| std::fs::read_to_string(&path).ok()).flatten() {
            add(&mut written, &path, &content);
        }
    }
    written.over(&HOUSE)
}

/// The same, for a scenario in the file `path`: its folder of parts lies beside it, or beside a folder around it.
pub fn near(path: &Path) -> Shared {
    let whole = std::fs::canonicalize(path).unwrap_or_default();
    let around = path.ancestors().skip(1).chain(whole.ancestors().skip(1));
    with(around.into_iter().find(|folder| folder.join(FOLDER).is_dir()))
}

/// Whether the file at `path` is a shared part, as its folder tells.
pub fn is_file(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder == FOLDER) && path.extension().is_some_and(|kind| kind == "yaml")
}

/// The files of the folder `communs` of `scenarios` in the order of their names, when each was written and its length:
/// what changes when a part does.
pub fn files(scenarios: &Path) -> Vec<(PathBuf, SystemTime, u64)> {
    let Ok(entries) = std::fs::read_dir(scenarios.join(FOLDER)) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path()).filter(|path| is_file(path));
    let about = |path: PathBuf| {
        let about = std::fs::metadata(&path).ok()?;
        Some((path, about.modified().ok()?, about.len()))
    };
    let mut files: Vec<_> = paths.filter_map(about).collect();
    files.sort();
    files
}

fn add(shared: &mut Shared, path: &Path, content: &str) {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    shared.add(&name, Text::new(path.display().to_string(), content));
}
