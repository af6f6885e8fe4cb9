//! Makes what the binary carries with it: style sheet, fonts, pictures, the islands' wasm, and the bundled catalogue.
//!
//! Downloads nothing by itself: cargo fetches the crates of the wasm side as it fetches all others, and `rustup`
//! the target. A debug build makes no wasm, so that tests, clippy and editors stay quick.

mod bundle;
mod embed;
#[path = "../src/web/stylesheet.rs"]
mod stylesheet;
mod wasm;

use std::env;
use std::path::{Path, PathBuf};

/// Every defect is one sentence for whoever runs the build.
type Result<T> = std::result::Result<T, String>;

fn main() {
    if let Err(reason) = make() {
        for line in reason.lines() {
            println!("cargo::error={line}");
        }
        std::process::exit(1);
    }
}

fn make() -> Result<()> {
    let house = House::from_cargo()?;
    let islands = if house.with_islands { Some(wasm::build(&house)?) } else { None };
    let assets = bundle::assets(&house, islands)?;
    embed::write_tables(&house, &assets)
}

/// Where things are, and what cargo wants.
struct House {
    root: PathBuf,
    out: PathBuf,
    /// A folder of our own beside the outer build's.
    target: PathBuf,
    release: bool,
    with_islands: bool,
}

impl House {
    fn from_cargo() -> Result<Self> {
        let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
        let out = PathBuf::from(variable("OUT_DIR")?);
        let root = here.parent().ok_or("the server's folder has no parent.")?.to_path_buf();
        // OUT_DIR is <target>/<profile>/build/<package>/out.
        let target = out.ancestors().nth(4).ok_or("OUT_DIR is not where cargo puts it.")?.join("islands");
        let release = variable("PROFILE")? == "release";
        println!("cargo::rerun-if-env-changed=MIROIR_WASM");
        let with_islands = release || env::var_os("MIROIR_WASM").is_some_and(|value| value == "1");
        watch(&here.join("build"));
        Ok(Self { root, out, target, release, with_islands })
    }
}

/// Runs this script again when `path` changes. One that does not exist would make it run at every build.
fn watch(path: &Path) {
    if path.exists() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

fn variable(name: &str) -> Result<String> {
    env::var(name).map_err(|_| format!("cargo did not set {name}."))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

/// Every file under `folder`, in the order of their paths; none when the folder does not exist.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let path = entry.map_err(|error| format!("{} cannot be listed: {error}.", folder.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
