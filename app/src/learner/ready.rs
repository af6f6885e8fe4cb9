//! « Prêt pour le vrai » : a sheet to print and take home. It holds nothing of the persona and nothing of the learner.

use leptos::prelude::*;
use scenarios::graph::ForReal;

use super::{
    card::back,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{shell::Page, ui::Example};

/// Nothing when the scenario says nothing about it.
pub fn page(exercise: Exercise<'_>) -> Option<Page> {
    let real = exercise.graph.for_real.as_ref()?;
    let content = view! {
        {sheet(&exercise.graph.title, real)}
        <p class="ready__print">"Pour l’imprimer\u{a0}: la touche «\u{a0}Ctrl\u{a0}» et la touche «\u{a0}P\u{a0}», ensemble."</p>
        {back(exercise)}
    }
    .into_any();
    let body = exercise.framed(Place::Procedure, Window::Desk, content);
    Some(framed_page("Prêt pour le vrai", body))
}

fn sheet(title: &str, real: &ForReal) -> AnyView {
    let title = title.to_owned();
    view! {
        <article class="ready">
            <h1>"Prêt pour le vrai"</h1>
            <p class="ready__title">{title}</p>
            {list("Ce qu’il faut avoir près de soi", &real.bring)}
            <section>
                <h2>"L’adresse à taper"</h2>
                <p class="ready__address"><b>{real.address.clone()}</b></p>
                <p>"Lettre par lettre, dans la barre tout en haut du navigateur\u{a0}:"</p>
                {spelt(&real.address)}
                <p>"Tapez-la vous-même. Ne passez pas par un lien reçu dans un message."</p>
            </section>
            {list("Reconnaître un faux site, un faux message", &real.fakes)}
            {list("Qui peut m’aider", &real.help)}
            <p class="ready__note">"Cette feuille vient d’un entraînement. Rien n’a été envoyé à l’administration."</p>
        </article>
    }
    .into_any()
}

fn list(title: &'static str, said: &[String]) -> Option<AnyView> {
    let lines: Vec<_> = said.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    (!lines.is_empty()).then(|| view! { <section><h2>{title}</h2> <ul>{lines}</ul></section> }.into_any())
}

/// Each sign in a box of its own, with its name when it is not a letter.
fn spelt(address: &str) -> AnyView {
    let one = |letter: char| {
        let name = match letter {
            '.' => "point",
            '-' => "tiret",
            '/' => "barre",
            _ => "",
        };
        let name = (!name.is_empty()).then(|| view! { <span class="ready__name">{name}</span> });
        view! { <li class="ready__letter"><span class="ready__sign">{letter.to_string()}</span> {name}</li> }
            .into_any()
    };
    let letters: Vec<_> = address.chars().map(one).collect();
    view! { <ol class="ready__letters">{letters}</ol> }.into_any()
}

pub fn examples() -> Vec<Example> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let real = ForReal {
        address: "www.service-public.fr".to_owned(),
        bring: texts(&["Votre carte d’identité.", "Une facture de moins de six mois."]),
        fakes: texts(&["La vraie adresse finit par «\u{a0}.fr\u{a0}»."]),
        help: texts(&["Un espace France Services."]),
    };
    vec![Example::new("La feuille à emporter", sheet("Changer l’adresse de sa carte grise", &real))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_address_is_spelt_and_leads_nowhere() {
        let html = to_html(|| spelt("a-b.fr"));
        assert_eq!(html.matches("<li").count(), 6, "{html}");
        assert!(html.contains("tiret") && html.contains("point") && !html.contains("href"), "{html}");
    }
}
