//! The night of the staff's pages is the dark contrast that anybody may choose, token for token.

use std::{fs, path::Path};

/// What stands between the braces of the first rule of the sheet whose selector begins so.
fn rule(sheet: &str, selector: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style").join(sheet);
    let text = fs::read_to_string(path).ok()?;
    let (_, from) = text.split_once(selector)?.1.split_once('{')?;
    from.split('}').next().map(ToOwned::to_owned)
}

#[test]
fn the_staffs_night_is_the_dark_contrast() {
    let chosen = rule("settings/comfort.css", ":root[data-contraste=\"sombre\"]");
    let night = rule("settings/night.css", ":root:not([data-contraste])");
    assert!(chosen.as_ref().is_some_and(|tokens| tokens.contains("--ink")), "{chosen:?}");
    assert_eq!(chosen, night);
}
