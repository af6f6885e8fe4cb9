//! The night of the staff's pages is the dark contrast that anybody may choose, token for token.

use std::{fs, path::Path};

/// What stands between the braces of the last rule of the sheet whose selector begins so.
fn rule(sheet: &str, selector: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style").join(sheet);
    let text = fs::read_to_string(&path).expect("the sheet");
    let from = text.split(selector).nth(1).and_then(|rest| rest.split_once('{')).expect("the rule").1;
    from.split('}').next().unwrap_or_default().to_owned()
}

#[test]
fn the_staffs_night_is_the_dark_contrast() {
    let chosen = rule("settings/comfort.css", ":root[data-contraste=\"sombre\"]");
    let night = rule("settings/night.css", ":root:not([data-contraste])");
    assert!(chosen.contains("--ink"), "{chosen}");
    assert_eq!(chosen, night);
}
