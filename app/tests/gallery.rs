//! The HTML of every example of the gallery, one snapshot a shelf: a change of markup is seen, then accepted or not
//! (`make snapshots`, which writes what screen readers are told of the boards too: `end2end/mediator/states.spec.ts`).

use std::fmt::Write as _;

use app::{render::to_html, ui::gallery};

#[test]
fn the_markup_of_every_component_is_as_it_was() {
    for (shelf, examples) in gallery::SHELVES.iter().chain(app::gallery::SPACES) {
        let mut markup = String::new();
        for example in examples() {
            let html = to_html(|| example.view);
            // One element a line, so that a difference shows its place.
            let _ = writeln!(markup, "<!-- {} -->\n{}\n", example.name, html.replace("><", ">\n<"));
        }
        insta::assert_snapshot!(*shelf, markup);
    }
}
