//! Everything Miroir can show, on one page: components, then whole pages. For us, for trainers, for the tests.

use leptos::prelude::*;

use crate::{
    failure,
    learner::{comfort, erase, idle, papers, welcome},
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
        ("comfort", comfort::examples),
        ("idle", idle::examples),
        ("farewell", erase::examples),
        ("failure", failure::examples),
    ])
}
