//! « Régler l'affichage »: the page where a learner chooses how to read. A form like any other.

use leptos::prelude::*;

use super::{
    aloud::NO_VOICE,
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    comfort::{Comfort, SETTINGS},
    shell::Page,
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        field_shell::Field,
        icon::Icon,
        radios::{Choice, Radios},
    },
};

const NO_VOICE_SAID: &str = "Aucun bouton «\u{a0}Écouter\u{a0}» sur cette page\u{a0}? Cet appareil n’a pas de voix \
                             française. La lecture à voix haute n’y marche pas.";

pub fn page(exercise: Exercise<'_>, comfort: Comfort) -> Page {
    let routes = exercise.routes();
    let content = view! {
        <h1>"Régler l’affichage"</h1>
        <p>"Choisissez ce qui vous aide à lire. Vous pouvez changer à tout moment."</p>
        {form(routes.comfort(), routes.root(), comfort)}
    }
    .into_any();
    framed_page("Régler l’affichage", exercise.framed(Place::Comfort, Window::Desk, content))
}

fn form(action: String, back: String, comfort: Comfort) -> impl IntoView {
    let settings: Vec<_> = SETTINGS
        .iter()
        .map(|setting| {
            let choices = setting.choices.iter().map(|(word, said)| Choice::new(*word, *said)).collect();
            let field = Field::new(setting.name, setting.label);
            view! { <Radios field choices chosen=comfort.word(setting.name).to_owned()/> }.into_any()
        })
        .collect();
    let aloud = comfort.attribute("lecture").is_some();
    view! {
        <form method="post" action=action>
            {settings}
            {aloud.then(|| view! { <p id=NO_VOICE>{NO_VOICE_SAID}</p> })}
            <p>"Tout cela s’efface avec l’exercice."</p>
            <div class="row">
                <Button label="Appliquer"/>
                <ButtonLink label="Revenir à la démarche" href=back rank=Rank::Secondary icon=Icon::ArrowLeft/>
            </div>
        </form>
    }
}

pub fn examples() -> Vec<Example> {
    let comfort = Comfort::read("10000");
    vec![Example::new(
        "Les réglages, avec un grand texte",
        form("#comfort".into(), "#comfort".into(), comfort),
    )]
}
