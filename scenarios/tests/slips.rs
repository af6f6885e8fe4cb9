//! A table of slips: what a hand writes instead of a right line, and what its author is told.
#![cfg(feature = "authoring")]

mod mending;

use scenarios::{check, text::Text};

const BASE: &str = include_str!("manual/base.yaml");

/// The right lines, what is written instead, and the findings: « line:column: code: message → remedy ».
const SLIPS: &[(&str, &str, &[&str])] = &[
    (
        "    titre: Votre adresse\n",
        "    titre:Votre adresse\n",
        &[
            "24:5: espace-absente: il n’y a pas d’espace après « titre: » → écrivez « titre: », une espace, puis la suite",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse : la nouvelle\n",
        &[
            "24:12: deux-points-dans-une-phrase: la phrase contient deux-points suivis d’une espace → mettez la phrase entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: \"Votre adresse\n",
        &[
            "24:12: guillemet-ouvert: un guillemet est ouvert et n’est pas fermé sur la ligne → ajoutez le signe \" à la fin de la ligne, ou retirez celui du début",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: 'Votre adresse'\n    étape: 'Aujourd'hui'\n",
        &[
            "25:21: texte-hors-guillemets: du texte suit les guillemets fermés → retirez les guillemets, ou mettez tout le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: \"Votre\" adresse\n",
        &[
            "24:20: texte-hors-guillemets: du texte suit les guillemets fermés → retirez les guillemets, ou mettez tout le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "\ttitre: Votre adresse\n",
        &[
            "24:1: tabulation: la ligne commence par une tabulation → décalez les lignes avec la barre d’espace : deux espaces par niveau",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "\u{a0}\u{a0}\u{a0}\u{a0}titre: Votre adresse\n",
        &[
            "24:1: espace-insecable: la ligne commence par une espace insécable → décalez les lignes avec la barre d’espace : deux espaces par niveau",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "     titre: Votre adresse\n",
        &[
            "24:6: decalage: la ligne n’est pas alignée avec ses voisines → alignez « titre » avec « chemin », à 4 espaces de la marge",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "   titre: Votre adresse\n",
        &[
            "24:4: decalage: la ligne n’est pas alignée avec ses voisines → alignez « titre » avec « chemin », à 4 espaces de la marge",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre Votre adresse\n",
        &[
            "24:5: deux-points-absents: « titre » n’est pas suivi de deux-points → écrivez « titre: », puis une espace et la suite",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre :\u{a0}Votre adresse\n",
        &[
            "24:5: espace-absente: l’espace après « titre: » est insécable → effacez cette espace, et tapez-la de nouveau avec la barre d’espace",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre:\n",
        &[
            "24:5: texte-vide: rien n’est écrit après « titre » → complétez « titre: », ou supprimez la ligne si elle n’est pas nécessaire",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: \"\"\n",
        &[
            "24:12: texte-vide: rien n’est écrit après « titre » → complétez « titre: », ou supprimez la ligne si elle n’est pas nécessaire",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: [Votre, adresse]\n",
        &[
            "24:12: texte-attendu: « titre » attend un seul texte, et plusieurs éléments sont écrits → écrivez le texte sur la même ligne, sans tiret ni crochets",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: @adresse\n",
        &[
            "24:12: signe-au-debut: le texte commence par « @ » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: *adresse*\n",
        &[
            "24:12: signe-au-debut: le texte commence par « * » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: {personnage.adresse.voie}\n",
        &[
            "24:12: accolade-au-debut: le texte commence par une accolade → mettez le texte entre guillemets droits : \"{…} …\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titer: Votre adresse\n",
        &["24:5: cle-inconnue: la clé « titer » n’existe pas dans la page « adresse » → écrivez « titre »"],
    ),
    (
        "    titre: Votre adresse\n",
        "    Titre: Votre adresse\n    étape: Un\n    etape: Deux\n",
        &[
            "26:5: cle-repetee: « etape » est écrit deux fois au même endroit → gardez une seule des deux lignes, ou changez le nom de l’une",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    couleur: rouge\n",
        &[
            "25:5: cle-inconnue: la clé « couleur » n’existe pas dans la page « adresse » → supprimez cette ligne, ou choisissez parmi : titre, étape, chemin, si, pour-chaque, menu, texte, champs, bouton, envoie, suite, récapitule, reçu, dernière, détour, indices, commun",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte: Bonjour\n",
        &[
            "25:12: liste-attendue: « texte » attend une liste, et un seul texte est écrit → écrivez « texte: [Bonjour] »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - Voici : un code\n",
        &[
            "26:9: deux-points-dans-une-phrase: la phrase contient deux-points suivis d’une espace → mettez la phrase entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - {personnage.nom}\n",
        &[
            "26:9: accolade-au-debut: le texte commence par une accolade → mettez le texte entre guillemets droits : \"{…} …\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      -Bonjour\n      -Au revoir\n",
        &[
            "26:7: espace-absente: il n’y a pas d’espace après le tiret → mettez une espace entre le tiret et le texte : « - … »",
            "27:7: espace-absente: il n’y a pas d’espace après le tiret → mettez une espace entre le tiret et le texte : « - … »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - \"Bonjour {personnage.nom\"\n",
        &[
            "26:18: accolade-ouverte: une accolade est ouverte et n’est pas fermée → ajoutez « } » après la valeur à citer, par exemple « {personnage.prénom} »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - Bonjour personnage.nom}\n",
        &[
            "26:31: accolade-seule: une accolade est fermée sans être ouverte → ajoutez « { » devant la valeur à citer, ou retirez « } »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - Bonjour {nom}\n",
        &["26:18: nom-inconnu: rien ne s’appelle « nom » → écrivez « personnage.nom »"],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte:\n      - 'L''été, {personage.nom}'\n      - \"\\u00c9té, \\\"{personnage.}\\\"\"\n",
        &[
            "26:19: nom-inconnu: rien ne s’appelle « personage.nom » → écrivez « personnage.nom »",
            "27:23: terme-illisible: le nom « personnage » est suivi d’un point → écrivez la suite du nom après le point, ou retirez le point",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte: >\n      Bonjour\n",
        &[
            "26:7: liste-attendue: « texte » attend une liste, et un seul texte est écrit → allez à la ligne après « texte: », et écrivez « - Bonjour »",
        ],
    ),
    (
        "        attendu: personnage.adresse.voie\n",
        "        attendu: personnage.adresse.voie\n        refuser:\n          - si: diférent\n            message: Non.\n",
        &[
            "33:17: condition-inconnue: « diférent », écrit après « si », n’est pas une condition → écrivez « différent »",
        ],
    ),
    (
        "        attendu: personnage.adresse.voie\n",
        "        attendu: personnage.adresse.voie\n        facultatif: peut-être\n        au-plus-tard: demain\n",
        &[
            "32:21: oui-ou-non-attendu: « peut-être », écrit après « facultatif », n’est ni « oui » ni « non » → écrivez « oui » ou « non »",
            "33:23: date-illisible: « demain », écrit après « au-plus-tard », n’est pas un jour connu → écrivez « aujourd’hui », ou supprimez la ligne",
            "33:23: reglage-sans-effet: « au-plus-tard » ne change rien dans un champ « voie » → supprimez ce réglage, ou changez le genre du champ",
        ],
    ),
    (
        "        genre: voie\n",
        "        genre: choix\n        choix: [Oui, oui, '?']\n",
        &[
            "29:22: cle-repetee: « oui » est écrit deux fois au même endroit → gardez une seule des deux réponses",
            "29:27: nom-illisible: la réponse « ? » n’a ni lettre ni chiffre → donnez-lui un nom, à la ligne sous « choix: » : « autre: ? »",
        ],
    ),
    (
        "    quand: une-erreur\n",
        "    quand: raté\n",
        &[
            "42:12: condition-inconnue: « raté », écrit après « quand », n’est pas une condition → écrivez « tout-juste » ou « une-erreur »",
        ],
    ),
    (
        "version: 1\n",
        "version: un\n",
        &[
            "5:10: nombre-illisible: « un », écrit après « version », n’est pas un nombre entier → écrivez seulement des chiffres, par exemple « 1 »",
        ],
    ),
    (
        "version: 1\n",
        "version: 1\nsources:\n  - quoi: Une fiche\n    lu: 12/08/2026\n",
        &[
            "8:9: date-illisible: « 12/08/2026 », écrit après « lu », n’est pas une date → écrivez l’année, le mois et le jour : « 2026-08-12 »",
        ],
    ),
    (
        "  a: [véhicule, déménagement]\n",
        "  a: [véhicule, déménagement\n",
        &[
            "13:6: crochet-ouvert: un crochet est ouvert et n’est pas fermé sur la ligne → ajoutez « ] » à la fin de la ligne",
        ],
    ),
    (
        "  a: [véhicule, déménagement]\n",
        "  a: véhicule\n",
        &[
            "13:6: liste-attendue: « a » attend une liste, et un seul texte est écrit → écrivez « a: [véhicule] »",
        ],
    ),
    (
        "  adresse:\n",
        "  mon adresse:\n",
        &[
            "23:3: nom-illisible: le nom « mon adresse » contient une espace ou un signe → n’employez que des lettres, des chiffres et des tirets, par exemple « mon-adresse »",
            "35:12: page-introuvable: la page « adresse » n’existe pas → choisissez une page du fichier, ou ajoutez celle-ci sous « pages: »",
        ],
    ),
    (
        "  thème: bleu\n",
        "",
        &[
            "6:1: cle-manquante: il manque « thème » dans le site → ajoutez une ligne « thème: … » sous « site: »",
        ],
    ),
    (
        "site:\n  nom",
        "site: Mon site\nrien:\n  nom",
        &[
            "6:7: cles-attendues: « site » attend des lignes « mot: valeur », et un texte est écrit → allez à la ligne, décalez de deux espaces, et écrivez une clé par ligne, suivie de deux-points et d’une espace",
            "7:1: cle-inconnue: la clé « rien » n’existe pas dans le scénario → supprimez cette ligne, ou choisissez parmi : titre, organisme, résumé, durée, niveau, compétences, version, licence, tolérer, sources, écarts, site, personnage, papiers, messages, pages, incidents, fins, enveloppe, mots, pour-de-vrai, calcul",
        ],
    ),
    (
        "version: 1\n",
        "version: &v 1\n",
        &[
            "5:10: ancre-refusee: le signe « & » donne un nom à une partie du texte → supprimez-le, ou mettez le texte entre guillemets s’il commence vraiment par « & »",
        ],
    ),
    (
        "version: 1\n",
        "version: !!int 1\n",
        &[
            "5:10: balise-refusee: le signe « ! » annonce un type de valeur → supprimez-le, ou mettez le texte entre guillemets s’il commence vraiment par « ! »",
        ],
    ),
    (
        "version: 1\n",
        "version: 1\n---\n",
        &[
            "6:1: plusieurs-textes: la ligne « --- » ouvre un second texte dans le fichier → supprimez cette ligne : un fichier contient un seul scénario",
        ],
    ),
    (
        "version: 1\n",
        "version: 1\u{7}\n",
        &[
            "5:11: caractere-invisible: un caractère invisible est écrit ici → effacez-le : il vient sans doute d’une copie",
        ],
    ),
    (
        "version: 1\n",
        "version: 1\nsources:\n  quoi: Une fiche\n  lu: 2026-08-12\n",
        &[
            "7:3: liste-attendue: « sources » attend une liste, et les lignes n’ont pas de tiret → mettez un tiret et une espace devant chaque élément : « - … »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    texte: Bonjour à tous\n",
        &[
            "25:12: liste-attendue: « texte » attend une liste, et un seul texte est écrit → allez à la ligne après « texte: », et écrivez « - Bonjour à tous »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre adresse\n    titer: Votre adresse\n",
        &[
            "25:5: cle-inconnue: la clé « titer » n’existe pas dans la page « adresse » → supprimez cette ligne, ou choisissez parmi : titre, étape, chemin, si, pour-chaque, menu, texte, champs, bouton, envoie, suite, récapitule, reçu, dernière, détour, indices, commun",
        ],
    ),
    (
        "    titre: Votre adresse\n    chemin: /adresse\n",
        "\ttitre: Votre adresse\n\tchemin: /adresse\n",
        &[
            "24:1: tabulation: 2 lignes qui se suivent commencent par une tabulation → décalez les lignes avec la barre d’espace : deux espaces par niveau",
        ],
    ),
    (
        "        attendu: personnage.adresse.voie\n",
        "        attendu: personnage.adresse.voie\n        facultatif: vrai\n",
        &[
            "32:21: oui-ou-non-attendu: « vrai », écrit après « facultatif », n’est ni « oui » ni « non » → écrivez « oui », en toutes lettres",
        ],
    ),
    (
        "        attendu: personnage.adresse.voie\n",
        "        attendu: personnage.vehicule.modelle\n",
        &[
            "31:18: valeur-introuvable: un personnage n’a pas de « vehicule.modelle » → écrivez « personnage.véhicule.modèle »",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: `code`\n",
        &[
            "24:12: signe-au-debut: le texte commence par « ` » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: %12\n",
        &[
            "24:12: signe-au-debut: le texte commence par « % » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: | texte\n",
        &[
            "24:12: signe-au-debut: le texte commence par « | » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: > texte\n",
        &[
            "24:12: signe-au-debut: le texte commence par « > » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: !Attention\n",
        &[
            "24:12: signe-au-debut: le texte commence par « ! » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: & Fils\n",
        &[
            "24:12: signe-au-debut: le texte commence par « & » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: - un\n",
        &[
            "24:12: signe-au-debut: le texte commence par « - » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: [facultatif] Nom\n",
        &[
            "24:12: signe-au-debut: le texte commence par « [ » → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: #1 suite\n",
        &[
            "24:12: diese-dans-une-phrase: le texte commence par « # », et n’est pas lu → mettez le texte entre guillemets droits : \"…\"",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Rue #1\n",
        &[
            "24:16: diese-dans-une-phrase: la phrase est coupée au signe « # » → mettez la phrase entre guillemets droits : \"…\", ou mettez la remarque sur sa propre ligne",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: ~\n",
        &[
            "24:12: signe-seul: le signe « ~ » est écrit à la place du texte → écrivez le texte, ou supprimez la ligne si elle n’est pas nécessaire",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre\u{200b}adresse\n",
        &[
            "24:17: caractere-invisible: un caractère invisible est écrit ici → effacez-le : il vient sans doute d’une copie",
        ],
    ),
    (
        "    titre: Votre adresse\n",
        "    titre: Votre\radresse\n",
        &[
            "24:17: caractere-invisible: un caractère invisible est écrit ici → effacez-le : il vient sans doute d’une copie",
        ],
    ),
    ("    titre: Votre adresse\n", "    titre: non # une remarque\n", &[]),
    ("titre: Changer d’adresse\n", "\u{feff}titre: Changer d’adresse\n", &[]),
    (
        "fins:\n",
        "fins: {}\nautres:\n",
        &[
            "36:7: texte-vide: rien n’est écrit après « fins » → complétez « fins: », ou supprimez la ligne si elle n’est pas nécessaire",
            "37:1: cle-inconnue: la clé « autres » n’existe pas dans le scénario → supprimez cette ligne, ou choisissez parmi : titre, organisme, résumé, durée, niveau, compétences, version, licence, tolérer, sources, écarts, site, personnage, papiers, messages, pages, incidents, fins, enveloppe, mots, pour-de-vrai, calcul",
        ],
    ),
    (
        BASE,
        "",
        &[
            "1:1: fichier-vide: le fichier est vide → partez d’un scénario qui existe, ou commencez par « titre: … »",
        ],
    ),
    (
        BASE,
        "# rien\n",
        &[
            "1:1: fichier-vide: le fichier est vide → partez d’un scénario qui existe, ou commencez par « titre: … »",
        ],
    ),
    (
        BASE,
        "Bonjour\n",
        &[
            "1:1: cles-attendues: le fichier attend des lignes « mot: valeur », et un texte est écrit → allez à la ligne, décalez de deux espaces, et écrivez une clé par ligne, suivie de deux-points et d’une espace",
        ],
    ),
    (
        BASE,
        "- Bonjour\n",
        &[
            "1:1: cles-attendues: le fichier attend des lignes « mot: valeur », et une liste est écrite → retirez les tirets ou les crochets, et écrivez une clé par ligne",
        ],
    ),
];

#[test]
fn every_slip_is_told_in_its_own_words() {
    for (right, slip, expected) in SLIPS {
        assert!(BASE.contains(right), "{right} is not in the base");
        let text = Text::new("", BASE.replacen(right, slip, 1));
        let (_, findings) = check(&text);
        let told: Vec<String> = findings
            .iter()
            .map(|finding| {
                format!("{} → {}", &finding.short(&text)[1..], finding.help.as_deref().unwrap_or_default())
            })
            .collect();
        assert_eq!(&told, expected, "for:\n{slip}");
    }
}

#[test]
fn every_fix_mends_its_finding_and_makes_no_other() {
    let mut tried = 0;
    for (right, slip, _) in SLIPS {
        tried += mending::judge(&BASE.replacen(right, slip, 1));
    }
    assert!(tried > 30, "{tried} fixes were tried");
}

#[test]
fn windows_line_ends_and_an_invisible_mark_change_nothing() {
    let told = |content: &str| {
        let text = Text::new("", content);
        let (_, findings) = check(&text);
        findings.iter().map(|finding| (finding.short(&text), finding.help.clone())).collect::<Vec<_>>()
    };
    for (right, slip, _) in SLIPS {
        let unix = BASE.replacen(right, slip, 1);
        let windows = unix.replace('\n', "\r\n");
        assert_eq!(told(&windows), told(&unix), "for:\n{slip}");
        mending::judge(&windows);
        if unix.starts_with("titre:") {
            mending::judge(&format!("\u{feff}{windows}"));
        }
    }
}
