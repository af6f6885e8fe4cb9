//! Whole pages around the exercises, as plain markup: home, « Tout est effacé », what went wrong.

use leptos::prelude::*;

use crate::ui::{
    Example,
    button::{ButtonLink, Rank},
    icon::{Icon, icon},
};

pub(super) fn home() -> Vec<Example> {
    vec![Example::new("L’accueil", home_page("hero-galerie"))]
}

/// The home page's content. `id` names the list of procedures.
pub fn home_page(id: &'static str) -> impl IntoView {
    view! {
        <div class="home">
            <section class="home__hero">
                <div>
                    <p class="home__brand">{brand()} "Miroir"</p>
                    <h1 class="home__title">"Répétez vos démarches en ligne. Sans risque."</h1>
                    <p class="home__lead">
                        "Ici, tout est faux\u{a0}: les sites, les papiers, les personnes. Vous pouvez vous tromper autant que vous voulez."
                    </p>
                    <div class="row">
                        <ButtonLink label="S’entraîner seul" href="#home" icon=Icon::ArrowRight/>
                        <ButtonLink label="J’ai un code d’atelier" href="#home" rank=Rank::Secondary/>
                    </div>
                </div>
                {picture()}
            </section>
            <ul class="home__promises">
                <li>{icon(Icon::Shield)} <span><b>"Rien n’est envoyé."</b>" Aucune administration ne reçoit rien."</span></li>
                <li>{icon(Icon::Person)} <span><b>"Vous jouez quelqu’un."</b>" Une personne inventée, avec ses papiers."</span></li>
                <li>{icon(Icon::Eraser)} <span><b>"Tout s’efface."</b>" À la fin, il ne reste rien."</span></li>
            </ul>
            <section aria-labelledby=id>
                <h2 class="home__heading" id=id>"Choisissez une démarche"</h2>
                <ul class="home__procedures">
                    {procedure("theme-sarcelle", "AF", "Déclarer ses ressources", "Allocations familiales", "15 minutes")}
                    {procedure("theme-prune", "CG", "Déclarer la vente de sa voiture", "Carte grise", "10 minutes")}
                    {procedure("theme-bleu", "IR", "Déclarer ses revenus", "Impôts", "30 minutes")}
                </ul>
            </section>
        </div>
    }
}

fn procedure(
    theme: &'static str,
    initials: &'static str,
    name: &'static str,
    agency: &'static str,
    length: &'static str,
) -> AnyView {
    view! {
        <li class=format!("procedure {theme}")>
            <span class="site__emblem" aria-hidden="true">{initials}</span>
            <h3 class="procedure__name"><a class="procedure__link" href="#home">{name}</a></h3>
            <p class="procedure__about">{agency} " · " {length}</p>
        </li>
    }
    .into_any()
}

/// Miroir's own sign: a pane and its reflection.
fn brand() -> impl IntoView {
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

pub(super) fn farewell() -> Vec<Example> {
    vec![Example::new("Tout est effacé", farewell_page())]
}

pub fn farewell_page() -> impl IntoView {
    view! {
        <div class="farewell">
            <span class="farewell__sign" aria-hidden="true">{icon(Icon::Check)}</span>
            <h1 class="farewell__title">"Tout est effacé"</h1>
            <p class="farewell__text">"Il ne reste rien de votre exercice sur cet appareil, ni ailleurs."</p>
            <p class="farewell__text">"Vous pouvez laisser la place, ou recommencer."</p>
            <div class="row">
                <ButtonLink label="Recommencer" href="#farewell" icon=Icon::ArrowRight/>
                <ButtonLink label="Retour à l’accueil" href="#farewell" rank=Rank::Secondary icon=Icon::Home/>
            </div>
        </div>
    }
}

pub(super) fn failure() -> Vec<Example> {
    vec![Example::new("Une page qui n’est plus là", failure_page())]
}

pub fn failure_page() -> impl IntoView {
    view! {
        <div class="failure">
            <h1 class="failure__title">"Cet exercice est terminé"</h1>
            <p>"La page que vous cherchez n’existe plus. Ce n’est pas une erreur de votre part."</p>
            <div class="row">
                <ButtonLink label="Retour à l’accueil" href="#failure" icon=Icon::Home/>
            </div>
            <p class="failure__reference">"Si cela se reproduit, montrez ceci à la personne qui vous aide\u{a0}: " <b>"référence 7K2-4QX"</b></p>
        </div>
    }
}
