//! Thirty-two drawn things, each with a name: what people choose, note and say when a number would be lost.
//!
//! A picture never goes without its name, so the drawing itself is hidden from screen readers. It knows nothing of what
//! pictures open: keys are the server's affair.

mod drawings;

use leptos::prelude::*;

use super::Example;

/// How many pictures there are.
pub const COUNT: usize = 32;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Picture(usize);

impl Picture {
    /// The picture of that rank, from 0; any number is one of them.
    pub const fn nth(rank: usize) -> Self {
        Self(rank % COUNT)
    }

    /// All of them, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// By its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::all().find(|picture| picture.word() == word)
    }

    /// Without accent nor space: for forms and for the store.
    pub const fn word(self) -> &'static str {
        drawings::ALL[self.0].word
    }

    /// With its article: « le chat ».
    pub const fn name(self) -> &'static str {
        drawings::ALL[self.0].name
    }
}

/// The drawing alone. Its name always stands beside it.
pub fn picture(which: Picture) -> impl IntoView {
    let shapes: Vec<_> = drawings::ALL[which.0]
        .shapes
        .iter()
        .map(|&(fill, outline)| view! { <path fill=fill d=outline/> }.into_any())
        .collect();
    view! { <svg class="picture" viewBox="0 0 64 64" aria-hidden="true">{shapes}</svg> }
}

/// The drawing above its name.
#[component]
pub fn Named(which: Picture) -> impl IntoView {
    view! { <span class="picture__named">{picture(which)} <span>{which.name()}</span></span> }
}

pub fn examples() -> Vec<Example> {
    let all: Vec<_> = Picture::all().map(|which| view! { <li><Named which/></li> }.into_any()).collect();
    vec![Example::new("Les trente-deux images", view! { <ul class="picture__all">{all}</ul> })]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn words_and_names_tell_the_pictures_apart() {
        let words: BTreeSet<_> = Picture::all().map(Picture::word).collect();
        let names: BTreeSet<_> = Picture::all().map(Picture::name).collect();
        assert_eq!((words.len(), names.len()), (COUNT, COUNT));
        for picture in Picture::all() {
            assert_eq!(Picture::read(picture.word()), Some(picture));
            assert!(picture.word().bytes().all(|byte| byte.is_ascii_lowercase()), "{}", picture.word());
            let article =
                ["le ", "la ", "les ", "l’"].iter().any(|article| picture.name().starts_with(article));
            assert!(article, "{}", picture.name());
        }
        assert_eq!(Picture::read("licorne"), None);
    }

    /// Somebody has noted them: a word may be added, never changed.
    #[test]
    fn stored_words_are_a_promise() {
        let words: Vec<_> = Picture::all().map(Picture::word).collect();
        let promised = "chat oiseau poisson tortue escargot papillon arbre fleur pomme banane carotte cerises chaise soleil \
                        lune etoile nuage parapluie maison cle horloge tasse velo bateau voiture avion cloche chapeau \
                        lunettes ciseaux livre coeur";
        assert_eq!(words.join(" "), promised);
    }
}
