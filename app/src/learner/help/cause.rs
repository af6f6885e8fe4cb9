//! Why an answer is not the expected one, in words that say what to look at and never blame.

use leptos::prelude::*;
use scenarios::{
    guard::Slip,
    rehearsal::{Cause, Line},
};

pub(super) fn said(cause: &Cause) -> AnyView {
    match cause {
        Cause::Slip(slip) => {
            view! { <p><b>"C’est presque cela. "</b> {slipped(*slip)} " Comparez signe par signe."</p> }
                .into_any()
        }
        Cause::WrongLine(line) => view! { <p>{wrong_line(line)}</p> }.into_any(),
        Cause::Misunderstood(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Cause::Rule => view! { <p>"C’est une règle du site. Relisez son message d’erreur."</p> }.into_any(),
        Cause::Forgotten => {
            view! { <p>"Cette question est restée sans réponse. Vos papiers en parlent."</p> }.into_any()
        }
        Cause::NotTheirs => {
            view! { <p>"Ce n’est pas ce que disent vos papiers, votre fiche ou vos messages. Comparez."</p> }
                .into_any()
        }
    }
}

const fn slipped(slip: Slip) -> &'static str {
    match slip {
        Slip::Missing => "Il manque une lettre ou un chiffre.",
        Slip::Added => "Il y a une lettre ou un chiffre de trop.",
        Slip::Replaced => "Une lettre ou un chiffre n’est pas le bon.",
        Slip::Swapped => "Deux lettres ou deux chiffres sont dans le mauvais ordre.",
        Slip::Several => "Il y a deux petites différences.",
        Slip::Signs => {
            "Les lettres et les chiffres sont bons. Regardez les majuscules, les minuscules et les signes."
        }
    }
}

fn wrong_line(line: &Line) -> AnyView {
    match line {
        Line::Named { line, paper: Some(paper) } => view! {
            "Vous avez recopié la ligne «\u{a0}" <b>{line.clone()}</b> "\u{a0}» («\u{a0}" {paper.clone()} "\u{a0}»). Ici, il en faut une autre."
        }
        .into_any(),
        Line::Named { line, paper: None } => view! {
            "Vous avez recopié «\u{a0}" <b>{line.clone()}</b> "\u{a0}». Ici, il faut autre chose."
        }
        .into_any(),
        Line::OtherCode => {
            "Ce code vient d’un autre message. Comparez les titres, et prenez le plus récent.".into_any()
        }
        Line::Paper(title) => view! {
            "Vous avez choisi «\u{a0}" <b>{title.clone()}</b> "\u{a0}». Ici, il faut un autre papier."
        }
        .into_any(),
    }
}
