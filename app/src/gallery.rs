//! Everything Miroir can show, on one page: components, then whole pages. For us, for trainers, for the tests.

use leptos::prelude::*;

use crate::{
    failure,
    learner::{erase, later, papers, take_up, welcome},
    mirror::{cookies, kinds},
    ui::gallery,
};

/// The gallery, ready for the shell.
pub fn gallery() -> AnyView {
    gallery::page(&[
        ("kinds", kinds::examples),
        ("papers", papers::examples),
        ("cookies", cookies::examples),
        ("home", welcome::examples),
        ("farewell", erase::examples),
        ("later", later::examples),
        ("take_up", take_up::examples),
        ("failure", failure::examples),
    ])
}
