//! Every asset with the name it is served under: the name changes with the content, so that browsers may keep it for ever.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::wasm::{self, Islands};
use crate::{House, Result, files, read, stylesheet, watch};

/// A file that browsers ask for.
pub(crate) struct Asset {
    /// What the code calls it: `main.css`, `fonts/text.woff2`.
    pub(crate) name: String,
    /// What browsers call it: `main.0123456789.css`.
    pub(crate) file: String,
    pub(crate) digest: String,
    pub(crate) bytes: Vec<u8>,
}

/// The files of `public/` as they are, the islands when they were built, and the texts that name them.
pub(crate) fn assets(house: &House, islands: Option<Islands>) -> Result<Vec<Asset>> {
    let public = house.root.join("public");
    let style = house.root.join("style");
    watch(&public);
    watch(&style);

    let mut assets = Vec::new();
    // A README tells how the files beside it were made: nobody's browser asks for it.
    let served = files(&public)?.into_iter().filter(|path| path.extension().is_none_or(|kind| kind != "md"));
    for path in served {
        assets.push(Asset::new(&name_under(&public, &path)?, read(&path)?));
    }
    let css = stylesheet::minify(&stylesheet::bundle(&style)?);
    assets.push(Asset::new("main.css", addressed(&css, &assets)?));
    if let Some(islands) = islands {
        assets.push(Asset::new("app.wasm", islands.wasm));
        assets.push(Asset::new("app.js", islands.glue));
        let script = house.root.join("app/src/islands.js");
        let script = String::from_utf8(wasm::without_comments(&read(&script)?))
            .map_err(|_| "app/src/islands.js is not UTF-8.")?;
        assets.push(Asset::new("islands.js", addressed(&script, &assets)?));
    }
    assets.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(assets)
}

/// The path of a file inside `folder`, with `/` on every system.
pub(crate) fn name_under(folder: &Path, path: &Path) -> Result<String> {
    let inside = path.strip_prefix(folder).ok().and_then(Path::to_str);
    Ok(inside.ok_or_else(|| format!("{} has a name that is not UTF-8.", path.display()))?.replace('\\', "/"))
}

/// Forty bits of SHA-256: enough to tell two versions of one file apart.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Asset {
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        let digest = digest(&bytes);
        let file = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{digest}.{extension}"),
            None => format!("{name}.{digest}"),
        };
        Self { name: name.to_owned(), file, digest, bytes }
    }
}

fn addressed(text: &str, assets: &[Asset]) -> Result<Vec<u8>> {
    let address = |name: &str| {
        let asset = assets.iter().find(|asset| asset.name == name)?;
        Some(format!("/assets/{}", asset.file))
    };
    stylesheet::with_addresses(text, address).map(String::into_bytes)
}
