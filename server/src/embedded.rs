//! What the binary carries with it, made by the build script: assets, and the catalogue that an empty folder gets.
//!
//! `HAS_ISLANDS` tells whether the wasm was built (it is in release); without it, pages are HTML only.
//! `EMBEDDED_CATALOGUE` holds (path under `scenarios/`, text), in the order of the paths.

/// A file that browsers ask for, with its compressed forms; one that would not be smaller is empty.
#[derive(Debug)]
pub struct Asset {
    /// What the code calls it: `main.css`, `fonts/text.woff2`.
    pub name: &'static str,
    /// What browsers call it: the same with the digest of the content.
    pub file: &'static str,
    pub(crate) digest: &'static str,
    pub(crate) content_type: &'static str,
    pub(crate) identity: &'static [u8],
    pub(crate) gzip: &'static [u8],
    pub(crate) brotli: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_sorted_by_the_name_browsers_use() {
        assert!(ASSETS.is_sorted_by_key(|asset| asset.file));
    }

    #[test]
    fn the_catalogue_is_sorted_by_path_within_each_folder() {
        assert!(EMBEDDED_CATALOGUE.iter().all(|(path, _)| {
            ["communs/", "procedures/", "parameters/"].iter().any(|folder| path.starts_with(folder))
        }));
    }
}
