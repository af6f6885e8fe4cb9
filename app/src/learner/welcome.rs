//! The first page: what Miroir is, what can be rehearsed, and the exercise left unfinished on this machine, if any.

use leptos::prelude::*;
use scenarios::date::Date;

use crate::{
    mirror::site::Theme,
    routes::{EXERCISES, Exercise, PROCEDURE, TAKE_UP, room::JOIN},
    shell::{Page, plain},
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        details::Details,
        icon::{Icon, icon},
        notice::Notice,
    },
};

/// One procedure that can be rehearsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its folder in the catalogue, such as `ants/changement-adresse`.
    pub scenario: String,
    pub title: String,
    pub summary: String,
    pub duration: String,
    pub initials: String,
    pub site: String,
    pub theme: String,
    /// What differs from the real site, one sentence each.
    pub differences: Vec<String>,
}

/// The exercise left on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub id: String,
    pub title: String,
    /// The title of the page where it stands.
    pub at: String,
    /// The last day on which it is there.
    pub until: Date,
}

pub fn page(offers: Vec<Offer>, unfinished: Option<Unfinished>) -> Page {
    Page::new("Répéter une démarche en ligne", plain(content(offers, unfinished)))
}

fn content(offers: Vec<Offer>, unfinished: Option<Unfinished>) -> AnyView {
    let alone = offers.first().map(|offer| start(&offer.scenario));
    let offers: Vec<_> = offers.into_iter().map(procedure).collect();
    view! {
        <div class="home">
            {unfinished.map(resume)}
            <section class="home__hero">
                <div>
                    <p class="home__brand">{sign()} "Miroir"</p>
                    <h1 class="home__title">"Répétez vos démarches en ligne. Sans risque."</h1>
                    <p class="home__lead">
                        "Ici, tout est faux\u{a0}: les sites, les papiers, les personnes. Vous pouvez vous tromper autant que vous voulez."
                    </p>
                    {alone}
                    <p class="home__return">
                        <ButtonLink label="J’ai un code d’atelier" href=JOIN rank=Rank::Secondary icon=Icon::Door/>
                        <ButtonLink label="Reprendre avec mes quatre images" href=TAKE_UP rank=Rank::Quiet/>
                    </p>
                </div>
                {picture()}
            </section>
            <ul class="home__promises">
                <li>{icon(Icon::Shield)} <span><b>"Rien n’est envoyé."</b>" Aucune administration ne reçoit rien."</span></li>
                <li>{icon(Icon::Person)} <span><b>"Vous jouez quelqu’un."</b>" Une personne inventée, avec ses papiers."</span></li>
                <li>{icon(Icon::Eraser)} <span><b>"Tout s’efface."</b>" À la fin, un bouton efface tout."</span></li>
            </ul>
            <section aria-labelledby="demarches">
                <h2 class="home__heading" id="demarches">"Choisissez une démarche"</h2>
                <ul class="home__procedures">{offers}</ul>
            </section>
        </div>
    }
    .into_any()
}

fn start(scenario: &str) -> AnyView {
    view! {
        <form class="row" method="post" action=EXERCISES>
            <input type="hidden" name=PROCEDURE value=scenario.to_owned()/>
            <Button label="S’entraîner seul" icon=Icon::ArrowRight/>
        </form>
    }
    .into_any()
}

fn resume(unfinished: Unfinished) -> AnyView {
    let Unfinished { id, title, at, until } = unfinished;
    let (take_up, erase) = (Exercise(&id).root(), Exercise(&id).erase());
    view! {
        <Notice title="Un exercice est en cours sur cet appareil">
            <p><b>{title}</b>"."</p>
            <p>"Il en est à la page «\u{a0}" {at} "\u{a0}». Il est gardé jusqu’au " {until.in_words()} "."</p>
            <p>"Est-ce le vôtre\u{a0}? Sinon, effacez-le avant de commencer."</p>
            <div class="row">
                <ButtonLink label="Reprendre l’exercice" href=take_up/>
                <ButtonLink label="L’effacer" href=erase rank=Rank::Secondary icon=Icon::Eraser/>
            </div>
        </Notice>
    }
    .into_any()
}

fn procedure(offer: Offer) -> AnyView {
    let class = format!("procedure {}", Theme::named(&offer.theme).unwrap_or_default().colours());
    view! {
        <li class=class>
            <span class="site__emblem" aria-hidden="true">{offer.initials}</span>
            <h3 class="procedure__name">{offer.title}</h3>
            <p class="procedure__about">{offer.site} " · " {offer.duration}</p>
            <p class="procedure__summary">{offer.summary}</p>
            {differences(offer.differences)}
            <form method="post" action=EXERCISES>
                <input type="hidden" name=PROCEDURE value=offer.scenario/>
                <Button label="Commencer" rank=Rank::Secondary icon=Icon::ArrowRight/>
            </form>
        </li>
    }
    .into_any()
}

fn differences(sentences: Vec<String>) -> Option<impl IntoView> {
    let told = !sentences.is_empty();
    let sentences: Vec<_> =
        sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }.into_any()).collect();
    told.then(|| view! { <Details summary="Ce qui diffère du vrai site"><ul>{sentences}</ul></Details> })
}

/// Miroir's own sign: a pane and its reflection.
fn sign() -> impl IntoView {
    view! {
        <svg class="home__sign" viewBox="0 0 32 32" aria-hidden="true">
            <path fill="#5b3b8c" d="M13.5 4v24H7a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"/>
            <path fill="#c9b5ea" d="M18.5 4v24H25a4 4 0 0 0 4-4V8a4 4 0 0 0-4-4z"/>
        </svg>
    }
}

/// A window and its reflection: the real site is never there, only its image.
fn picture() -> impl IntoView {
    view! {
        <svg class="home__picture" viewBox="0 0 340 250" aria-hidden="true">
            <path fill="#e4daf5" d="M186 24h122a14 14 0 0 1 14 14v162a14 14 0 0 1-14 14H186z"/>
            <path fill="#fff" opacity=".65" d="M186 54h122v10H186zM186 82h72v12h-72zM186 110h112v26H186zM186 148h112v26H186z"/>
            <path fill="#fff" d="M32 24h122v190H32a14 14 0 0 1-14-14V38a14 14 0 0 1 14-14z"/>
            <path fill="#0b5394" d="M42 184h58a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7H42a7 7 0 0 1-7-7v-8a7 7 0 0 1 7-7z"/>
            <path fill="#c9d1d9" d="M36 54h118v10H36zM36 82h80v12H36zM36 110h118v26H36zM36 148h118v26H36z"/>
            <path fill="#5b3b8c" d="M166 8h8v226h-8z"/>
            <path fill="#ffd24a" d="M120 224h100a8 8 0 0 1 8 8v6H112v-6a8 8 0 0 1 8-8z"/>
        </svg>
    }
}

pub fn examples() -> Vec<Example> {
    let offer = Offer {
        scenario: "ants/changement-adresse".into(),
        title: "Changer l’adresse de la carte grise".into(),
        summary: "Vous avez déménagé. Vous avez un mois pour changer l’adresse.".into(),
        duration: "15 minutes".into(),
        initials: "CG".into(),
        site: "Carte grise en ligne".into(),
        theme: "bleu".into(),
        differences: vec!["La connexion est plus simple que sur le vrai site.".into()],
    };
    let unfinished = Date::new(2026, 12, 2).ok().map(|until| Unfinished {
        id: "exemple".into(),
        title: offer.title.clone(),
        at: "Votre véhicule".into(),
        until,
    });
    vec![Example::new("L’accueil, avec un exercice en cours", content(vec![offer], unfinished))]
}
