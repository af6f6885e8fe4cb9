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
                        <ButtonLink label="S’entraîner seul" href="#home"/>
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
            <div>
                <h3 class="procedure__name"><a class="procedure__link" href="#home">{name}</a></h3>
                <p class="procedure__about"><span>{agency}</span> <span>{length}</span></p>
            </div>
            {icon(Icon::ArrowRight)}
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

/// A page in front of a mirror: what one practises on is only its image.
fn picture() -> impl IntoView {
    view! {
        <svg class="home__picture" viewBox="0 0 340 260" aria-hidden="true">
            <path fill="#ffd24a" d="M200 226h72l14 22a5 5 0 0 1-4 8h-92a5 5 0 0 1-4-8z"/>
            <path fill="#5b3b8c" d="M236 6c56 0 92 48 92 112s-36 116-92 116-92-52-92-116S180 6 236 6z"/>
            <path fill="#e9e0f8" d="M236 20c47 0 78 42 78 98s-31 102-78 102-78-46-78-102 31-98 78-98z"/>
            <path fill="#fff" opacity=".7" d="M262 30l22 14-88 152-16-22zM292 62l8 12-68 122-10-4z"/>
            <path fill="#22313f" opacity=".12" d="M26 84h166a12 12 0 0 1 12 12v126a12 12 0 0 1-12 12H26a12 12 0 0 1-12-12V96a12 12 0 0 1 12-12z"/>
            <path fill="#fff" d="M24 78h166a12 12 0 0 1 12 12v126a12 12 0 0 1-12 12H24a12 12 0 0 1-12-12V90a12 12 0 0 1 12-12z"/>
            <path fill="#dfe5eb" d="M24 78h166a12 12 0 0 1 12 12v14H12V90a12 12 0 0 1 12-12z"/>
            <path fill="#9aa7b3" d="M26 87a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM40 87a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM54 87a4 4 0 1 1 0 8 4 4 0 0 1 0-8z"/>
            <path fill="#fff" d="M75 85h110a6 6 0 0 1 0 12H75a6 6 0 0 1 0-12z"/>
            <path fill="#0f5c68" d="M34 116h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4v-16a4 4 0 0 1 4-4zM36 196h62a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H36a6 6 0 0 1-6-6v-8a6 6 0 0 1 6-6z"/>
            <path fill="#c3ccd5" d="M64 119h78v7H64zM64 131h52v6H64zM30 152h64v6H30z"/>
            <path class="home__line" d="M31 165h150v18H31z"/>
            <path class="home__tick" d="M160 173l5 5 10-11"/>
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
                <ButtonLink label="Recommencer" href="#farewell"/>
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
