//! The dialog itself, closed until the island opens it: without script it is never seen.

use leptos::prelude::*;

use super::Idle;
use crate::ui::{
    Example,
    button::{ButtonLink, Rank},
    icon::Icon,
};

const DIALOG: &str = "absence";

/// The dialog and the island that opens it. `erase` is the address of « J'ai terminé : effacer ».
pub fn sheet(erase: String) -> AnyView {
    view! {
        <dialog class="absence" id=DIALOG aria-labelledby="absence-titre" aria-describedby="absence-texte">
            {content(erase)}
        </dialog>
        <Idle dialog=DIALOG.to_owned()/>
    }
    .into_any()
}

fn content(erase: String) -> impl IntoView {
    view! {
        <div class="absence__sheet">
            <h2 class="absence__title" id="absence-titre">"C’est toujours vous\u{a0}?"</h2>
            <p id="absence-texte">
                "Personne n’a touché l’écran depuis un moment. L’exercice est caché, rien n’est perdu."
            </p>
            <div class="row">
                <button class="button button--coach" type="button" data-absence="continuer">"Oui, continuer"</button>
                <ButtonLink label="Non\u{a0}: effacer" href=erase rank=Rank::Secondary icon=Icon::Eraser/>
            </div>
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    let shown = view! { <div class="absence absence--shown">{content("#absence".to_owned())}</div> };
    vec![Example::new("Après cinq minutes sans rien", shown)]
}
