//! What runs in the browser: `islands.js` calls `hydrate`, then one function for each island that the page holds.
//!
//! To add one: write it in its space with `#[island]`, and name it in the test below, which closes the list.

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "hydrate")]
pub(crate) mod dom;
#[cfg(feature = "hydrate")]
pub(crate) mod form;
#[cfg(feature = "hydrate")]
pub(crate) mod part;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_list_of_islands_is_closed() {
        let mut islands = Vec::new();
        collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut islands);
        islands.sort();
        assert_eq!(islands, ["Aloud", "Connection", "Guard", "Hints", "Idle", "Journal", "Live", "Pointer"]);
    }

    /// The functions that a line `#[island…]` precedes, in every file of the folder.
    fn collect(folder: &Path, islands: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, islands);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(path).unwrap();
                let marked = text.split("\n#[island").skip(1);
                islands.extend(marked.filter_map(|after| {
                    let (name, _) = after.split_once("fn ")?.1.split_once('(')?;
                    Some(name.to_owned())
                }));
            }
        }
    }
}
