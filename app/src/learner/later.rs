//! « Continuer plus tard »: until when, from where and by which pictures one comes back; then, that this machine is left.
//!
//! It says nothing of the persona nor of the answers: the page is meant to be printed and photographed.

use leptos::prelude::*;
use scenarios::date::Date;

use super::{
    exercise::{Exercise, page as framed_page},
    frame::{Place, Window},
};
use crate::{
    routes::{self, HOME},
    shell::{Page, plain},
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        icon::{Icon, icon},
        notice::{Notice, Tone},
        picture::{Named, Picture},
    },
};

/// What one needs to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// Days left after today, and the last of them.
    pub days: i32,
    pub until: Date,
    /// Of this Miroir, as one types it.
    pub address: String,
    /// None before it was asked for.
    pub key: Option<Vec<Picture>>,
}

const TITLE: &str = "Continuer plus tard";

pub fn page(exercise: Exercise<'_>, leaving: Leaving) -> Page {
    let body = exercise.framed(Place::Procedure, Window::Desk, content(exercise.routes(), leaving));
    framed_page(TITLE, body)
}

fn content(routes: routes::Exercise<'_>, leaving: Leaving) -> AnyView {
    let Leaving { days, until, address, key } = leaving;
    let days = match days {
        0 => "aujourd’hui seulement".to_owned(),
        1 => "1\u{a0}jour".to_owned(),
        days => format!("{days}\u{a0}jours"),
    };
    let elsewhere = match key {
        Some(pictures) => elsewhere(&address, pictures),
        None => ask(routes),
    };
    let (quit, back) = (routes.quit(), routes.root());
    view! {
        <div class="later">
            <h1>{TITLE}</h1>
            <p class="later__until">
                "Votre exercice est gardé " {days} ", jusqu’au " <b>{until.in_words()}</b> ". Après, il s’efface tout seul."
            </p>
            <p class="later__typed">
                "Avez-vous tapé des réponses sans envoyer la page\u{a0}? Elles ne sont pas gardées."
            </p>
            {elsewhere}
            <section class="later__part">
                <h2>"Pour revenir sur cet appareil"</h2>
                <p>"Revenez à cette adresse\u{a0}: " <b class="later__address">{address}</b></p>
                <p>"Touchez «\u{a0}Reprendre l’exercice\u{a0}»."</p>
            </section>
            <div class="later__quit">
                <Notice tone=Tone::Warning title="Cet ordinateur sert à d’autres personnes\u{a0}?">
                    <p>"La personne suivante verrait votre exercice. Notez vos images, puis quittez cet ordinateur."</p>
                    <form class="row" method="post" action=quit>
                        <Button label="Quitter cet ordinateur" rank=Rank::Secondary icon=Icon::Lock/>
                    </form>
                </Notice>
            </div>
            <div class="row">
                <ButtonLink label="Revenir à la démarche" href=back icon=Icon::ArrowLeft/>
            </div>
        </div>
    }
    .into_any()
}

fn elsewhere(address: &str, pictures: Vec<Picture>) -> AnyView {
    let pictures: Vec<_> = pictures
        .into_iter()
        .zip(1..)
        .map(|(which, place)| {
            view! { <li class="later__picture"><span class="later__place">{place} "."</span> <Named which/></li> }
                .into_any()
        })
        .collect();
    view! {
        <section class="later__part">
            <h2>"Pour revenir sur un autre appareil"</h2>
            <p>"Il vous faut ces quatre images, dans cet ordre. Notez-les ou photographiez-les."</p>
            <ol class="later__pictures">{pictures}</ol>
            <p>"Allez à cette adresse\u{a0}: " <b class="later__address">{address.to_owned()}</b></p>
            <p>"Touchez «\u{a0}Reprendre avec mes quatre images\u{a0}»."</p>
            <p>"Ne montrez ces images à personne\u{a0}: elles ouvrent votre exercice."</p>
            <p class="later__print">
                "Pour les imprimer, gardez la touche " <kbd>"Ctrl"</kbd> " appuyée, puis appuyez sur " <kbd>"P"</kbd> "."
            </p>
        </section>
    }
    .into_any()
}

/// Before a key was made: looking at a page makes nothing.
fn ask(routes: routes::Exercise<'_>) -> AnyView {
    let action = routes.later();
    view! {
        <section class="later__part">
            <h2>"Pour revenir sur un autre appareil"</h2>
            <p>"Il vous faut quatre images. Elles ouvrent votre exercice, et lui seul."</p>
            <form class="row" method="post" action=action>
                <Button label="Voir mes quatre images" rank=Rank::Secondary/>
            </form>
        </section>
    }
    .into_any()
}

/// This machine was left.
pub fn left() -> Page {
    Page::new("À plus tard", plain(goodbye()))
}

fn goodbye() -> impl IntoView {
    view! {
        <div class="farewell">
            <span class="farewell__sign" aria-hidden="true">{icon(Icon::Check)}</span>
            <h1 class="farewell__title">"À plus tard"</h1>
            <p class="farewell__text">"Votre exercice est gardé. Cet ordinateur ne l’ouvre plus."</p>
            <p class="farewell__text">"Pour le reprendre, il vous faudra vos quatre images."</p>
            <div class="row">
                <ButtonLink label="Retour à l’accueil" href=HOME icon=Icon::Home/>
            </div>
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    let leaving = |key: Option<Vec<Picture>>| {
        let until = Date::new(2026, 12, 2).unwrap_or(Date::LAST);
        let address = "192.168.1.20:3000".to_owned();
        content(routes::Exercise("exemple"), Leaving { days: 7, until, address, key })
    };
    vec![
        Example::new("Continuer plus tard", leaving(Some([0, 13, 19, 22].map(Picture::nth).to_vec()))),
        Example::new("Avant d’avoir demandé les images", leaving(None)),
        Example::new("Cet ordinateur est quitté", goodbye()),
    ]
}
