//! What a learner receives and may print, as plain markup: the mailbox, a mail, a receipt.

use leptos::prelude::*;

use crate::ui::{
    Example,
    button::{ButtonLink, Rank},
    icon::{Icon, icon},
    summary_list::{Row, SummaryList},
};

pub(super) fn mailbox() -> Vec<Example> {
    vec![
        Example::new(
            "La boîte aux lettres",
            view! {
                <ul class="mailbox">
                    {mail("Mon Compte", "Votre code\u{a0}: 482\u{a0}017", "à l’instant", true)}
                    {mail("Mon Compte", "Bienvenue dans votre espace", "il y a 5 minutes", false)}
                    {mail("Service-Carte-Grise", "URGENT\u{a0}: payez 2,99\u{a0}€ maintenant", "hier", false)}
                </ul>
            },
        ),
        Example::new(
            "Un message ouvert",
            view! {
                <article class="mail">
                    <h3 class="mail__subject">"Votre code\u{a0}: 482\u{a0}017"</h3>
                    <dl class="mail__head">
                        <div><dt>"De"</dt><dd>"Mon Compte " <span class="mail__address">"ne-pas-repondre@mon-compte.example"</span></dd></div>
                        <div><dt>"À"</dt><dd>"Camille Essai"</dd></div>
                    </dl>
                    <div class="mail__body">
                        <p>"Bonjour,"</p>
                        <p>"Voici votre code. Il est valable dix minutes."</p>
                        <p class="mail__code">"482\u{a0}017"</p>
                        <p>"Ne le donnez à personne."</p>
                    </div>
                </article>
            },
        ),
    ]
}

fn mail(from: &'static str, subject: &'static str, when: &'static str, unread: bool) -> AnyView {
    let class = if unread { "mailbox__mail mailbox__mail--unread" } else { "mailbox__mail" };
    view! {
        <li class=class>
            <a class="mailbox__link" href="#mailbox">
                <span class="mailbox__from">{unread.then(|| view! { <span class="unseen">"Non lu, "</span> })} {from}</span>
                <span class="mailbox__subject">{subject}</span>
                <span class="mailbox__when">{when}</span>
            </a>
        </li>
    }
    .into_any()
}

pub(super) fn receipt() -> Vec<Example> {
    vec![Example::new(
        "Un accusé d’enregistrement",
        view! {
            <article class="receipt">
                <p class="receipt__done">{icon(Icon::Check)} "Votre déclaration est enregistrée"</p>
                <p class="receipt__number">"Numéro " <b>"ESSAI-2026-000123"</b></p>
                <SummaryList rows=vec![
                    Row::new("Déclarée par", "Camille ESSAI"),
                    Row::new("Véhicule", "AA-000-AA"),
                    Row::new("Vendu le", "12 septembre 2026 à 14\u{a0}h\u{a0}30"),
                ]/>
                <p class="receipt__void">"SPÉCIMEN — ENTRAÎNEMENT. Ce document n’a aucune valeur."</p>
                <div class="row">
                    <ButtonLink label="Imprimer" href="#receipt" rank=Rank::Secondary icon=Icon::Print/>
                </div>
            </article>
        },
    )]
}
