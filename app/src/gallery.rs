//! Everything Miroir can show, on one page: components, then whole pages. For us, for trainers, for the tests.

use leptos::prelude::*;

use crate::{
    failure,
    learner::{
        comfort, erase, help, idle, join, later, papers, ready, room, take_up, telephone, welcome, words,
    },
    mediator,
    mirror::{cookies, field, kinds},
    people,
    ui::gallery::{self, Shelf},
};

/// What the spaces add to the components.
pub const SPACES: &[Shelf] = &[
    ("kinds", kinds::examples),
    ("pointed", field::examples),
    ("papers", papers::examples),
    ("cookies", cookies::examples),
    ("words", words::examples),
    ("verdict", help::examples),
    ("telephone", telephone::examples),
    ("ready", ready::examples),
    ("home", welcome::examples),
    ("comfort", comfort::examples),
    ("idle", idle::examples),
    ("farewell", erase::examples),
    ("later", later::examples),
    ("take_up", take_up::examples),
    ("room", room::examples),
    ("join", join::examples),
    ("people", people::examples),
    ("mediator", mediator::examples),
    ("failure", failure::examples),
];

/// The gallery, ready for the shell.
pub fn gallery() -> AnyView {
    gallery::page(SPACES)
}
