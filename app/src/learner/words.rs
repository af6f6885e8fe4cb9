//! The words of a page that are explained, beside it: one tap on a word brings its plain sentence forward.
//!
//! Without script: the word is a link to its sentence, and the sentence shows itself over the page while it is the
//! target of the address.

use leptos::prelude::*;
use scenarios::graph::Word;

use crate::{
    mirror::words::{id, place},
    ui::Example,
};

pub(super) fn pane(words: &[Word]) -> Option<AnyView> {
    let said: Vec<_> = words.iter().enumerate().map(|(rank, word)| one(rank, word)).collect();
    (!said.is_empty()).then(|| {
        view! {
            <section class="pane words" aria-labelledby="mots-titre">
                <h2 class="pane__title" id="mots-titre">"Les mots de cette page"</h2>
                <ul class="words__list">{said}</ul>
            </section>
        }
        .into_any()
    })
}

fn one(rank: usize, word: &Word) -> AnyView {
    view! {
        <li class="words__one" id=id(rank) tabindex="-1">
            <b class="words__word">{word.word.clone()}</b> "\u{a0}: " {word.says.clone()}
            <a class="words__back" href=format!("#{}", place(rank))>"Fermer"</a>
        </li>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    let word = |word: &str, says: &str| Word { word: word.into(), says: says.into() };
    let words = [
        word("quotient familial", "Un nombre qui compare vos revenus et la taille de votre famille."),
        word("justificatif", "Un papier qui prouve ce que vous dites."),
    ];
    vec![Example::new("Les mots de la page", pane(&words))]
}
