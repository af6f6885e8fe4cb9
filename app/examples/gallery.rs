//! Writes the gallery and sample pages under `target/gallery/`, to be looked at and checked without a server.
//!
//! The stylesheet is linked as `/style.css`: serve the folder with a bundle of `style/` beside it.

use std::{fs, io, path::Path};

use app::{
    learner::frame::{Frame, Persona, Place, Site, Theme, Tools},
    shell::{Assets, Page, document, plain},
    ui::{
        button::{Button, GESTURE, Go, PAGE_FORM, Rank},
        card::Card,
        coach::Coach,
        error_summary::{ErrorSummary, Problem},
        face::Look,
        field_shell::Field,
        gallery,
        radios::{Choice, Layout, Radios},
        stepper::Stepper,
        text_input::{Keys, TextInput},
    },
};
use leptos::prelude::*;

fn main() -> io::Result<()> {
    let folder = Path::new("target/gallery");
    fs::create_dir_all(folder)?;
    let assets = Assets {
        stylesheet: "/style.css".into(),
        font: "/fonts/atkinson-regular.woff2".into(),
        favicon: "/favicon.svg".into(),
        script: None,
    };
    let write = |name: &str, page: fn() -> Page| fs::write(folder.join(name), document(page, &assets, None));
    write("index.html", || Page::new("Galerie", gallery::page()))?;
    write("learner.html", learner)?;
    write("home.html", || Page::new("Accueil", plain(gallery::pages::home_page("demarches"))))?;
    write("farewell.html", || Page::new("Tout est effacé", plain(gallery::pages::farewell_page())))?;
    write("failure.html", || Page::new("Cet exercice est terminé", plain(gallery::pages::failure_page())))?;
    Ok(())
}

fn learner() -> Page {
    let site = Site {
        theme: Theme::Sarcelle,
        url: "https://wwwd.caf.fr/mon-compte/ressources".into(),
        initials: "AF".into(),
        name: "Allocations familiales".into(),
        subtitle: "site d’entraînement, d’après «\u{a0}Mon Compte\u{a0}»".into(),
    };
    let persona = Persona {
        look: Look(0),
        name: "Camille Essai".into(),
        story: "41 ans, salariée, deux enfants".into(),
    };
    let tools = Tools {
        here: Place::Procedure,
        procedure: Go::submit("demarche"),
        card: Go::submit("fiche"),
        papers: Go::submit("papiers"),
        messages: Go::submit("messages"),
        unread: 1,
        help: None,
    };
    let next = view! { <Button label="Montrez-moi où" rank=Rank::Coach name=GESTURE value="indice" form=PAGE_FORM formnovalidate=true/> };
    let coach = view! {
        <Coach title="Un coup de main" rung=2 button=next.into_any()>
            <p>"Ouvrez le bulletin d’août. Cherchez en bas la ligne «\u{a0}Montant net social\u{a0}»."</p>
        </Coach>
    };
    let body = view! {
        <Frame site persona tools finish=Go::submit("effacer") coach=coach.into_any() menu=menu()>
            <nav class="crumb" aria-label="Fil d’Ariane">
                <ol class="crumb__list"><li>"Mon Compte"</li><li>"Mes ressources"</li><li>"Déclarer mes ressources trimestrielles"</li></ol>
            </nav>
            <ErrorSummary problems=vec![
                Problem::new("Ce montant ne correspond pas à ce que votre employeur a transmis.", "champ-montant"),
            ]/>
            <Stepper step=2 of=5 title="Vos ressources des trois derniers mois"/>
            {form()}
        </Frame>
    };
    Page::new("Vos ressources", body).wrong(true).recipient(Some("à la CAF".into()))
}

fn menu() -> AnyView {
    view! {
        <nav class="site__menu" aria-label="Menu du site">
            <ul class="site__links">
                <li><a href="#m">"Mes démarches"</a></li>
                <li><a href="#m">"Mes paiements"</a></li>
                <li><a href="#m">"Messagerie"</a></li>
                <li><a href="#m">"Se déconnecter"</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

fn form() -> AnyView {
    view! {
        <form id=PAGE_FORM method="post" novalidate>
            <p>"Vérifiez les montants que nous connaissons déjà. Prenez les bulletins de paie de Camille."</p>
            <div class="tiles">
                {month("juillet", "Juillet 2026", "Transmis par l’employeur", "1\u{a0}478,00\u{a0}€", "oui")}
                {month("aout", "Août 2026", "Transmis par l’employeur", "1\u{a0}478,00\u{a0}€", "non")}
                {month("septembre", "Septembre 2026", "Rien n’a été transmis", "—", "non")}
            </div>
            <TextInput
                field=Field::new("montant", "Montant net social d’août")
                    .hint("Il est écrit «\u{a0}Montant net social\u{a0}» sur le bulletin. Par exemple\u{a0}: 1\u{a0}203,40.")
                    .error("ce montant ne correspond pas à ce que votre employeur a transmis.")
                value="1391,12"
                keys=Keys::Decimal
                chars=10
                unit="€"
            />
            <div class="row">
                <Button label="Continuer"/>
                <Button label="Précédent" rank=Rank::Secondary name=GESTURE value="precedent" formnovalidate=true/>
            </div>
        </form>
    }
    .into_any()
}

fn month(
    name: &'static str,
    title: &'static str,
    note: &'static str,
    amount: &'static str,
    chosen: &'static str,
) -> AnyView {
    view! {
        <Card title>
            <p class="card__note">{note}</p>
            <p class="card__figure">{amount}</p>
            <Radios
                field=Field::new(name, "Ce montant est-il correct\u{a0}?")
                choices=vec![Choice::new("oui", "C’est correct"), Choice::new("non", "Corriger")]
                chosen=chosen.to_owned()
                layout=Layout::Bare
            />
        </Card>
    }
    .into_any()
}
