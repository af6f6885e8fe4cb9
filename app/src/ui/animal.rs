//! Colour-animals: who somebody is in a room, without a name. Sixty of them: twelve outlines, five colours.
//!
//! Two people of one room first differ by the animal, then by the colour, so that nobody has to tell colours apart among
//! the first twelve. The name always stands beside the drawing, which is hidden from screen readers.

mod drawings;

use leptos::prelude::*;

use super::Example;

/// One of them, by the order in which they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Animal(usize);

/// What colours an animal, as the adjective of a man's and of a woman's name.
struct Colour {
    class: &'static str,
    masculine: &'static str,
    feminine: &'static str,
}

const COLOURS: [Colour; 5] = [
    Colour { class: "animal--bleu", masculine: "bleu", feminine: "bleue" },
    Colour { class: "animal--orange", masculine: "orange", feminine: "orange" },
    Colour { class: "animal--vert", masculine: "vert", feminine: "verte" },
    Colour { class: "animal--violet", masculine: "violet", feminine: "violette" },
    Colour { class: "animal--rouge", masculine: "rouge", feminine: "rouge" },
];

impl Animal {
    pub const COUNT: usize = drawings::ALL.len() * COLOURS.len();

    /// The animal of that rank, from 0; any number is one of them. The order is a promise: a room keeps only ranks.
    pub const fn nth(rank: usize) -> Self {
        Self(rank % Self::COUNT)
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    const fn drawing(self) -> &'static drawings::Drawing {
        &drawings::ALL[self.0 % drawings::ALL.len()]
    }

    const fn colour(self) -> &'static Colour {
        &COLOURS[(self.0 + self.0 / drawings::ALL.len()) % COLOURS.len()]
    }

    /// « loutre verte ».
    pub fn name(self) -> String {
        let (drawing, colour) = (self.drawing(), self.colour());
        let adjective = if drawing.feminine { colour.feminine } else { colour.masculine };
        format!("{}\u{a0}{adjective}", drawing.name)
    }

    /// With its article: « la loutre verte ».
    pub fn called(self) -> String {
        let drawing = self.drawing();
        format!("{}{}", drawing.article, self.name())
    }

    /// After « de »: « du renard bleu », « de la loutre verte ».
    pub fn of(self) -> String {
        match self.drawing().article {
            "le " => format!("du {}", self.name()),
            article => format!("de {article}{}", self.name()),
        }
    }

    /// At the beginning of a sentence: « La loutre verte ».
    pub fn first(self) -> String {
        let called = self.called();
        let mut letters = called.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

/// The drawing alone, in its disc. Its name always stands beside it.
pub fn animal(which: Animal) -> impl IntoView {
    let class = format!("animal {}", which.colour().class);
    let shapes: Vec<_> = which
        .drawing()
        .shapes
        .iter()
        .map(|(class, outline)| view! { <path class=*class d=*outline/> }.into_any())
        .collect();
    view! {
        <svg class=class viewBox="0 0 64 64" aria-hidden="true">
            <circle class="animal__disc" cx="32" cy="32" r="30"/>
            {shapes}
        </svg>
    }
}

pub fn examples() -> Vec<Example> {
    let all: Vec<_> = Animal::all()
        .map(|which| {
            view! { <li class="animal__named">{animal(which)} <span>{which.name()}</span></li> }.into_any()
        })
        .collect();
    vec![Example::new("Les soixante animaux", view! { <ul class="animal__all">{all}</ul> })]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_have_the_same_name_and_the_first_twelve_are_twelve_animals() {
        let names: BTreeSet<_> = Animal::all().map(Animal::name).collect();
        assert_eq!(names.len(), Animal::COUNT);
        let outlines: BTreeSet<_> = Animal::all().take(12).map(|animal| animal.drawing().name).collect();
        assert_eq!(outlines.len(), 12);
    }

    #[test]
    fn the_order_is_a_promise() {
        let first: Vec<_> =
            Animal::all().take(5).map(|animal| animal.called().replace('\u{a0}', " ")).collect();
        assert_eq!(
            first,
            ["le renard bleu", "la baleine orange", "le hibou vert", "l’abeille violette", "le lapin rouge"]
        );
        assert_eq!(Animal::nth(0).of().replace('\u{a0}', " "), "du renard bleu");
        assert_eq!(Animal::nth(3).of().replace('\u{a0}', " "), "de l’abeille violette");
        assert_eq!(Animal::nth(3).first().replace('\u{a0}', " "), "L’abeille violette");
        assert_eq!(Animal::nth(12).name().replace('\u{a0}', " "), "renard violet");
    }
}
