//! Rooms over HTTP: coming in, being seen and not being read, acts, rights, the report, and that all of it goes.

mod streams;

use axum::http::StatusCode;

use super::come_back::{leaves, takes_up};
use crate::{
    actor::Learner,
    house::House,
    mediator::{Mediator, PROCEDURE},
    page::all,
};

/// A host, a room that is open, and its code.
async fn opened(house: &House) -> (Mediator, String, String) {
    let mut host = Mediator::installs(house).await;
    let room = host.opens_a_room().await;
    let code = host.reads_the_code(&room).await;
    (host, room, code)
}

#[tokio::test]
async fn a_learner_joins_without_a_name_and_the_board_shows_the_animal() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let spaced = format!("{} {} {}", &code[..3], &code[3..6], &code[6..]);
    let learner = Learner::joins_and_begins(&house, &spaced).await;
    assert!(learner.page.says("Vous êtes le renard bleu"), "{}", learner.page.text());
    let board = host.sees_the_board(&room).await;
    assert!(board.contains("renard bleu") && board.contains("Se connecter"), "{board}");
}

#[tokio::test]
async fn a_slip_is_told_apart_and_a_code_that_is_not_there_tells_nothing() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let said = async |typed: &str| {
        let learner = Learner::joins(&house, typed).await;
        learner.page.errors().into_iter().map(|wrong| wrong.message).collect::<Vec<_>>().join(" ")
    };
    let mut slip: Vec<u8> = code.bytes().collect();
    slip[4] = if slip[4] == b'9' { b'0' } else { slip[4] + 1 };
    assert!(said(&String::from_utf8(slip).unwrap()).await.contains("Un chiffre n’est pas le bon"));
    assert!(said("12").await.contains("neuf chiffres"));
    assert!(said(" ").await.contains("Tapez le code"));
    let valid = |number: u64| server::backend::Code::read(&number.to_string()).is_ok();
    let other =
        (100_000_000..200_000_000).find(|number| valid(*number) && number.to_string() != code).unwrap();
    let unknown = said(&other.to_string()).await;
    host.acts(&room, "toutes", "fermer-porte", &[]).await;
    let shut = said(&code).await;
    host.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    let closed = said(&code).await;
    assert!(unknown.contains("On ne peut pas entrer"), "{unknown}");
    assert_eq!((shut, closed), (unknown.clone(), unknown));
}

#[tokio::test]
async fn the_waiting_room_opens_when_the_mediator_says_so() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let room = host.opens_a_room_with(&[("porte", "attente")]).await;
    let code = host.reads_the_code(&room).await;
    let mut learner = Learner::joins(&house, &code).await;
    assert!(learner.page.says("Votre médiateur va vous faire entrer"), "{}", learner.page.text());
    learner.posts("/bienvenue", &[]).await;
    assert!(learner.page.says("Votre médiateur va vous faire entrer"));
    assert!(host.sees_the_board(&room).await.contains("Attend d’entrer"));
    host.presses("Faire entrer pour le renard bleu").await;
    learner.opens("/attente").await;
    learner.presses("Commencer").await;
    assert_eq!(learner.page.heading(), "Se connecter");
}

#[tokio::test]
async fn a_raised_hand_reaches_the_board_and_its_answer_comes_back() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.types("Adresse électronique", "je tape encore");
    learner.presses("Je ne trouve pas le papier.").await;
    assert!(learner.page.says("Votre main est levée"), "{}", learner.page.text());
    assert_eq!(learner.page.shows("Adresse électronique"), "je tape encore", "nothing typed is lost");
    let board = host.sees_the_board(&room).await;
    assert!(board.contains("Demande de l’aide") && board.contains("Je ne trouve pas le papier"), "{board}");
    assert!(!board.contains("je tape encore"));
    host.presses("J’ai vu pour le renard bleu").await;
    learner.reloads().await;
    assert!(learner.page.says("Votre médiateur a vu"), "{}", learner.page.text());
    learner.presses("Ce n’est plus la peine").await;
    assert!(!learner.page.says("Votre médiateur a vu"));
    // From a page without a form of the clone, too, and back to it.
    learner.presses("Papiers").await;
    learner.presses("Venez me voir, s’il vous plaît.").await;
    assert!(learner.page.address.ends_with("/papiers"), "{}", learner.page.address);
    assert!(learner.page.says("Votre main est levée"));
}

#[tokio::test]
async fn every_act_is_seen_at_the_next_page() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    let seat = learner.seat();
    host.acts(&room, &seat, "encourager", &[("mots", "temps")]).await;
    learner.reloads().await;
    assert!(learner.page.says("Prenez votre temps."), "{}", learner.page.text());
    learner.presses("J’ai compris").await;
    assert!(!learner.page.says("Prenez votre temps."));

    host.acts(&room, &seat, "montrer", &[("champ", "courriel"), ("message", "Regardez la fiche")]).await;
    learner.reloads().await;
    assert!(learner.page.says("Regardez la fiche"), "{}: {}", host.page.text(), learner.page.text());
    assert!(learner.page.body().contains("question-montree"), "the question is framed");

    host.acts(&room, &seat, "indice", &[]).await;
    host.acts(&room, &seat, "mode", &[("mode", "decouvrir")]).await;
    host.acts(&room, "toutes", "regardez", &[]).await;
    learner.reloads().await;
    assert!(learner.page.says("Regardez par ici."), "{}", learner.page.text());
    assert!(learner.page.says("On vous montre"), "{}", learner.page.text());
    assert!(host.sees_the_board(&room).await.contains("En pause"));
    host.acts(&room, "toutes", "reprendre", &[]).await;
    learner.reloads().await;
    assert!(!learner.page.says("Regardez par ici."));

    // What looks real does not leave.
    host.acts(&room, &seat, "encourager", &[("message", "Appelez le 06 12 34 56 78")]).await;
    assert!(host.page.says("ressemble à une vraie donnée"), "{}", host.page.text());
    assert!(!host.page.body().contains("06 12"), "and does not come back");
    learner.reloads().await;
    assert!(!learner.page.body().contains("06 12"));
}

#[tokio::test]
async fn a_page_to_go_back_to_and_a_next_procedure_are_proposed() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let room = host.opens_a_room_with(&[("demarche.2", "caf/declaration-trimestrielle")]).await;
    let code = host.reads_the_code(&room).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.logs_in().await;
    host.acts(&room, &learner.seat(), "aller", &[("page", "connexion")]).await;
    learner.reloads().await;
    assert!(learner.page.says("revenir à la page « Se connecter »"), "{}", learner.page.text());
    learner.presses("Y aller").await;
    assert_eq!(learner.page.heading(), "Se connecter");
    host.acts(&room, "toutes", "demarche", &[("demarche", "caf/declaration-trimestrielle")]).await;
    learner.reloads().await;
    assert!(learner.page.says("On passe à une autre démarche"), "{}", learner.page.text());
    let before = learner.exercise();
    let mut twice = learner.another_tab();
    learner.presses("Commencer").await;
    assert_ne!(learner.exercise(), before);
    twice.presses("Commencer").await;
    assert_eq!(twice.exercise(), learner.exercise(), "pressed twice, it leads where the first press led");
}

#[tokio::test]
async fn the_learner_sees_at_once_who_looks_and_may_decline() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.types("Adresse électronique", "ceci.est.tape").continues().await;
    let look = format!("/atelier/{room}/place/{}/regard", learner.seat());
    host.opens(&look).await;
    assert!(host.page.says("Vous ne regardez plus"), "asking is an act: {}", host.page.text());
    host.posts(&look, &[]).await;
    assert!(host.page.says("Ses réponses sont cachées"), "{}", host.page.text());
    assert!(!host.page.body().contains("ceci.est.tape"));
    learner.reloads().await;
    assert!(learner.page.says("Claire regarde votre page"), "{}", learner.page.text());
    learner.presses("Montrer ce que je tape").await;
    host.opens(&look).await;
    assert!(host.page.body().contains("ceci.est.tape"), "{}", host.page.text());
    learner.presses("Je préfère que non").await;
    host.opens(&look).await;
    assert!(host.page.says("préfère que vous ne regardiez pas"), "{}", host.page.text());
    host.opens("/journal").await;
    assert!(host.page.says("page regardée"), "{}", host.page.text());
}

#[tokio::test]
async fn a_mediator_of_another_place_finds_nothing_and_a_learner_neither() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    host.opens("/gens").await;
    host.types_into("nom", "Mairie");
    host.presses("Ajouter ce lieu").await;
    let link = host.invites("médiation", "Mairie").await;
    let mut other = Learner::comes(&house).await;
    other.accepts(&link, "paul").await;
    let learner = Learner::joins_and_begins(&house, &code).await;
    for part in ["", "/direct", "/projeter", "/enveloppes", "/bilan", "/bilan.csv"] {
        other.opens(&format!("/atelier/{room}{part}")).await;
        assert_eq!(other.page.status, StatusCode::NOT_FOUND, "{part}");
    }
    other.opens(&format!("/atelier/{room}/place/{}", learner.seat())).await;
    assert_eq!(other.page.status, StatusCode::NOT_FOUND);
    for act in ["regardez", "terminer", "retirer", "fermer-porte"] {
        other.acts(&room, &learner.seat(), act, &[("sur", "oui")]).await;
        assert_eq!(other.page.status, StatusCode::NOT_FOUND, "{act}");
    }
    let mut curious = learner.another_tab();
    curious.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    assert_eq!(curious.page.status, StatusCode::FORBIDDEN);
    assert!(host.sees_the_board(&room).await.contains("Porte ouverte"));
}

#[tokio::test]
async fn the_seat_is_taken_up_elsewhere_by_four_pictures() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut first = Learner::joins_and_begins(&house, &code).await;
    first.logs_in().await;
    let pictures = leaves(&mut first).await;
    let mut second = Learner::comes(&house).await;
    takes_up(&mut second, &pictures).await;
    assert_eq!(second.page.heading(), "Votre véhicule", "{}", second.page.text());
    assert!(second.page.says("Vous êtes le renard bleu"), "the same seat: {}", second.page.text());
    first.reloads().await;
    assert_eq!(first.page.status, StatusCode::NOT_FOUND);
    let board = host.sees_the_board(&room).await;
    assert!(board.contains("renard bleu") && board.contains("1 personne"), "{board}");

    // Whoever joins another room on that machine leaves the seat to its key.
    second.opens("/rejoindre").await;
    second.types("Code de l’atelier", &code);
    second.presses("Entrer").await;
    assert!(second.page.says("Vous êtes la baleine orange"), "{}", second.page.text());
    takes_up(&mut first, &pictures).await;
    assert!(first.page.says("Vous êtes le renard bleu"), "{}", first.page.text());
}

#[tokio::test]
async fn the_pictures_of_a_removed_seat_open_nothing() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    let pictures = leaves(&mut learner).await;
    host.acts(&room, &learner.seat(), "retirer", &[("sur", "oui")]).await;
    takes_up(&mut learner, &pictures).await;
    learner.sees_error("n’ouvrent aucun exercice");
    assert_eq!(house.rows("picture_key").await, 0);
}

#[tokio::test]
async fn erasing_gives_the_seat_back_and_the_room_goes_on() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut gone = Learner::joins_and_begins(&house, &code).await;
    let mut stays = Learner::joins_and_begins(&house, &code).await;
    gone.erases().await;
    stays.reloads().await;
    assert_eq!(stays.page.heading(), "Se connecter");
    let board = host.sees_the_board(&room).await;
    assert!(board.contains("Parti sans signer"), "{board}");
    gone.opens("/efface/place").await;
    assert!(gone.page.says("Le bilan de l’atelier reste, sans votre nom."), "{}", gone.page.text());
    assert!(!gone.page.says("Il ne reste rien"), "a room keeps what its mediator has seen");
}

#[tokio::test]
async fn the_report_tells_what_was_hard_and_names_nobody() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.types("Adresse électronique", "zzz-ceci-est-tape").continues().await;
    learner.reaches_the_recap().await;
    learner.signs().await;
    host.opens(&format!("/atelier/{room}/bilan")).await;
    let text = host.page.text();
    assert!(text.contains("renard bleu") && text.contains("terminé"), "{text}");
    assert!(text.contains("Adresse électronique") && text.contains("1 refus"), "{text}");
    assert!(!text.contains("zzz-ceci-est-tape"));
    host.opens(&format!("/atelier/{room}/bilan.csv")).await;
    let csv = String::from_utf8(host.page.bytes.to_vec()).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("renard\u{a0}bleu;"), "{csv}");
    assert!(csv.contains("Adresse électronique;1;1\n"), "question by question: {csv}");
    host.opens(&format!("/atelier/{room}/enveloppes")).await;
    assert!(host.page.says("renard bleu") && host.page.says("Votre personnage"), "{}", host.page.text());
}

#[tokio::test]
async fn a_form_that_cannot_be_says_what_to_do_and_keeps_what_was_chosen() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    host.opens("/ateliers/nouveau").await;
    host.types_into("fin", "25:00").types_into("places", "99").types_into("titre", "06 12 34 56 78");
    host.presses("Ouvrir l’atelier").await;
    for sentence in [
        "Choisissez au moins une démarche",
        "plus tard que maintenant",
        "entre 1 et 40",
        "sans nom ni numéro",
    ] {
        host.sees_error(sentence);
    }
    assert_eq!(host.page.shows("Nombre de places"), "99");
    host.types_into("garder", "mardi")
        .types_into("fin", "")
        .types_into("places", "12")
        .types_into("titre", "");
    host.types_into("demarche.1", PROCEDURE).types_into("mode", "decouvrir").types_into("indices", "endroit");
    host.presses("Ouvrir l’atelier").await;
    host.sees_error("« Découvrir » montre les réponses");
    host.types_into("mode", "seul");
    host.presses("Ouvrir l’atelier").await;
    assert!(host.page.address.ends_with("/projeter"), "{}", host.page.text());
    host.opens("/equipe").await;
    host.presses("Ouvrir avec ce modèle « mardi »").await;
    let html = host.page.html();
    for kept in ["input[name=mode][value=seul][checked]", "input[name=indices][value=endroit][checked]"] {
        assert_eq!(all(&html, kept).len(), 1, "{kept}: {}", host.page.text());
    }
}

#[tokio::test]
async fn hints_go_as_far_as_the_room_was_opened_for_and_the_mediator_gives_the_others() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let room = host.opens_a_room_with(&[("indices", "mediateur")]).await;
    let code = host.reads_the_code(&room).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.types("Adresse électronique", "camille").continues().await;
    assert!(learner.page.says("le médiateur donne les indices"), "{}", learner.page.text());
    assert!(!learner.page.says("Un coup de main") && !learner.page.says("On vous montre quoi faire"));
    learner.presses("Je ne trouve pas le papier.").await;
    assert!(learner.page.says("Il vient vous aider."), "{}", learner.page.text());
    host.acts(&room, &learner.seat(), "indice", &[]).await;
    learner.reloads().await;
    assert!(learner.page.says("Un coup de main"), "{}", learner.page.text());
    assert!(learner.page.says("Pour un autre indice, appuyez sur"), "{}", learner.page.text());
    assert!(!learner.page.says("Un autre indice "), "{}", learner.page.text());
}

#[tokio::test]
async fn a_board_that_is_old_says_what_can_no_more_be_done() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let learner = Learner::joins_and_begins(&house, &code).await;
    let seat = learner.seat();
    host.acts(&room, &seat, "encourager", &[("mots", "bonne-voie")]).await;
    // A refresh does not say it again.
    let once = format!("10;url=/atelier/{room}\"");
    assert!(host.page.says("C’est fait.") && host.page.body().contains(&once), "{}", host.page.body());
    host.acts(&room, &seat, "retirer", &[("sur", "oui")]).await;
    for act in ["indice", "vu", "reprendre", "retirer"] {
        host.acts(&room, &seat, act, &[("sur", "oui")]).await;
        assert!(host.page.says("Personne n’est concerné"), "{act}: {}", host.page.text());
    }
    host.posts(&format!("/atelier/{room}/place/{seat}/regard"), &[]).await;
    assert!(host.page.says("Personne n’est concerné"), "{}", host.page.text());
    host.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    host.acts(&room, "toutes", "ouvrir-porte", &[]).await;
    assert!(host.page.says("Sa porte ne s’ouvre plus"), "{}", host.page.text());
}

#[tokio::test]
async fn a_room_that_ends_holds_nobody() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    host.acts(&room, "toutes", "regardez", &[]).await;
    learner.reloads().await;
    assert!(learner.page.says("Regardez par ici"), "{}", learner.page.text());
    host.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    learner.reloads().await;
    assert!(!learner.page.says("Regardez par ici"), "{}", learner.page.text());
    assert!(learner.page.says("Vous pouvez finir votre exercice"), "{}", learner.page.text());
}

#[tokio::test]
async fn a_room_that_is_over_gathers_nobody_and_tells_whoever_waits() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    host.acts(&room, "toutes", "salle-attente", &[]).await;
    let mut waits = Learner::joins(&house, &code).await;
    host.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    waits.reloads().await;
    assert_eq!(waits.page.heading(), "L’atelier est terminé");
    for (seat, act) in
        [("toutes".to_owned(), "regardez"), (waits.seat(), "entrer"), (learner.seat(), "regardez")]
    {
        host.acts(&room, &seat, act, &[]).await;
        assert!(host.page.says("L’atelier est terminé."), "{act}: {}", host.page.text());
    }
    learner.reloads().await;
    assert!(!learner.page.says("Regardez par ici"), "{}", learner.page.text());
    host.opens(&format!("/atelier/{room}")).await;
    assert!(!host.page.says("Faire entrer"), "{}", host.page.text());
}

#[tokio::test]
async fn what_a_removed_learner_did_stays_in_the_report() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    let mut learner = Learner::joins_and_begins(&house, &code).await;
    learner.types("Adresse électronique", "zzz").continues().await;
    host.acts(&room, &learner.seat(), "retirer", &[("sur", "oui")]).await;
    assert!(!host.sees_the_board(&room).await.contains("renard bleu se trouve"));
    host.opens(&format!("/atelier/{room}/bilan")).await;
    let text = host.page.text();
    assert!(text.contains("renard bleu") && text.contains("jusqu’à"), "{text}");
}

#[tokio::test]
async fn whoever_is_refused_at_the_door_is_asked_about_as_such() {
    let house = House::opens().await;
    let mut host = Mediator::installs(&house).await;
    let room = host.opens_a_room_with(&[("porte", "attente")]).await;
    let code = host.reads_the_code(&room).await;
    let mut learner = Learner::joins(&house, &code).await;
    let board = host.sees_the_board(&room).await;
    assert!(board.contains("1 en attente") && !board.contains("à aider"), "counted once: {board}");
    host.presses("Refuser pour le renard bleu").await;
    assert!(host.page.says("Refuser le renard bleu") && !host.page.says("bilan"), "{}", host.page.text());
    host.presses("Oui, refuser").await;
    learner.opens("/attente").await;
    assert!(learner.page.says("demandez au médiateur"), "{}", learner.page.text());
}

#[tokio::test]
async fn choices_kept_come_back_all_of_them() {
    let house = House::opens().await;
    let mut host = opened(&house).await.0;
    let chosen = [
        ("titre", "mardi matin"),
        ("garder", "Impôts"),
        ("places", "8"),
        ("porte", "attente"),
        ("personnage", "meme"),
    ];
    host.opens_a_room_with(&chosen).await;
    host.opens("/equipe").await;
    host.presses("Ouvrir avec ce modèle « Impôts »").await;
    let html = host.page.html();
    for kept in [
        "[name=titre][value='mardi matin']",
        "[name=garder][value=Impôts]",
        "[name=places][value='8']",
        "[name=porte][value=attente][checked]",
        "[name=personnage][value=meme][checked]",
    ] {
        assert_eq!(all(&html, kept).len(), 1, "{kept}: {}", host.page.text());
    }
    host.types_into("garder", "appeler le 06 12 34 56 78");
    host.presses("Ouvrir l’atelier").await;
    assert_eq!(host.sees_error("Écrivez un nom de soixante lettres au plus").field, "champ-garder");
}

#[tokio::test]
async fn a_year_of_rooms_purged_leaves_nothing() {
    let house = House::opens().await;
    let (mut host, room, code) = opened(&house).await;
    for _ in 0..3 {
        let mut learner = Learner::joins_and_begins(&house, &code).await;
        learner.logs_in().await;
        learner.presses("Continuer plus tard").await;
    }
    host.acts(&room, "toutes", "terminer", &[("sur", "oui")]).await;
    for _ in 0..12 {
        host.opens_a_room().await;
    }
    let purged = house.store.purge(server::clock::now_ms() + 1000).await.unwrap();
    assert_eq!(purged.workshops, 13);
    for table in [
        "workshop",
        "room",
        "room_seat",
        "seat",
        "rehearsal",
        "fact",
        "submission",
        "picture_key",
        "former_pass",
    ] {
        assert_eq!(house.rows(table).await, 0, "{table}");
    }
    host.opens(&format!("/atelier/{room}")).await;
    assert_eq!(host.page.status, StatusCode::NOT_FOUND);
}
