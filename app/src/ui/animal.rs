//! Colour-animals: who somebody is in a room, without a name.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Animal(usize);

impl Animal {
    pub const COUNT: usize = 60;

    pub const fn nth(rank: usize) -> Self {
        Self(rank % Self::COUNT)
    }

    pub fn called(self) -> String {
        format!("la loutre {}", self.0)
    }
}

pub fn animal(_which: Animal) -> impl IntoView {
    view! { <span></span> }
}
