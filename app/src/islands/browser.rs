//! What happens once, before the first island of a page.

use wasm_bindgen::prelude::wasm_bindgen;

/// A panic will say where, in the console that the tests watch.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
}
