//! The HTML of every example of the gallery, one snapshot a shelf: a change of markup is seen, then accepted or not
//! (`INSTA_UPDATE=always cargo test -p app --features ssr --test gallery`).

use std::fmt::Write as _;

use app::{failure, learner, mirror, render::to_html, ui::gallery};

#[test]
fn the_markup_of_every_component_is_as_it_was() {
    let pages: &[gallery::Shelf] = &[
        ("kinds", mirror::kinds::examples),
        ("papers", learner::papers::examples),
        ("cookies", mirror::cookies::examples),
        ("home", learner::welcome::examples),
        ("comfort", learner::comfort::examples),
        ("idle", learner::idle::examples),
        ("farewell", learner::erase::examples),
        ("failure", failure::examples),
    ];
    for (shelf, examples) in gallery::SHELVES.iter().chain(pages) {
        let mut markup = String::new();
        for example in examples() {
            let html = to_html(|| example.view);
            // One element a line, so that a difference shows its place.
            let _ = writeln!(markup, "<!-- {} -->\n{}\n", example.name, html.replace("><", ">\n<"));
        }
        insta::assert_snapshot!(*shelf, markup);
    }
}
