//! What is wrong in a calculation, each with its place and its remedy.

use crate::program;

/// Lines under « calcul: », and what is told.
const SLIPS: &[(&str, &[&str])] = &[
    (
        "  termes: {a: 1}\n  résultats: [b]",
        &[
            "2:12: terme-inutile: rien ne lit le terme « a » → ajoutez-le à « résultats: », ou supprimez-le",
            "3:15: nom-inconnu: rien ne s’appelle « b » → écrivez le nom d’un des termes de « termes: »",
        ],
    ),
    (
        "  entrées: {a: montan}\n  résultats: [a]",
        &["2:16: entree-illisible: « montan » n’est pas un genre d’entrée → écrivez « montant »"],
    ),
    (
        "  entrées: {a: nombre de dix}\n  résultats: [a]",
        &[
            "2:16: entree-illisible: les bornes de « nombre de dix » ne sont pas comprises → écrivez le plus petit, « à », puis le plus grand : « nombre de 2024 à 2025 »",
        ],
    ),
    (
        "  entrées: {a: {facultatif: oui}}\n  résultats: [a]",
        &[
            "2:13: entree-illisible: l’entrée « a » a besoin de « genre » ou de « chacun » → écrivez « genre: » pour une valeur, ou « chacun: » pour une liste, et un seul des deux",
        ],
    ),
    (
        "  entrées: {a: liste de dates}\n  résultats: [a]",
        &[
            "3:15: genre-inattendu: le résultat « a » est une liste → donnez un nombre, une date ou un texte, par exemple une somme",
        ],
    ),
    (
        "  entrées: {12: nombre}\n  termes: {b: 1}\n  résultats: [b]",
        &[
            "2:13: nom-illisible: « 12 » n’est pas un nom d’entrée → n’employez que des lettres, des chiffres, « - » et « _ », par exemple « revenu-net »",
        ],
    ),
    (
        "  entrées: {a: nombre}\n  termes: {b: a + c, c: b}\n  résultats: [b]",
        &[
            "3:12: terme-circulaire: des termes dépendent l’un de l’autre : b → c → b → calculez l’un d’eux sans les autres",
        ],
    ),
    (
        "  entrées: {a: nombre}\n  termes: {b: 1 / a}\n  résultats: [b]",
        &[
            "3:19: division-par-zero: ce par quoi on divise peut être égal à zéro → divisez par une valeur qui n’est jamais nulle, par exemple « max(1 ; …) »",
        ],
    ),
    ("  entrées: {a: nombre de 1 à 3}\n  termes: {b: 1 / a}\n  résultats: [b]", &[]),
    (
        "  entrées: {a: nombre facultatif de 1 à 3}\n  termes: {b: 1 / a}\n  résultats: [b]",
        &[
            "3:19: division-par-zero: ce par quoi on divise peut être égal à zéro → divisez par une valeur qui n’est jamais nulle, par exemple « max(1 ; …) »",
        ],
    ),
    (
        "  termes: {b: réponse.courriel}\n  résultats: [b]",
        &[
            "2:15: nom-inconnu: rien ne s’appelle « reponse.courriel » → choisissez parmi : réponse.voie, réponse",
        ],
    ),
    (
        "  termes: {b: personnage.prénom}\n  résultats: [b]",
        &[
            "3:15: resultat-hors-calcul: le résultat « b » dépend de « personnage.prenom », connu dans un exercice seulement → ajoutez une entrée à « entrées: », avec « dans-l-exercice: » pour dire d’où elle vient",
        ],
    ),
    (
        "  termes: {b: paramètre.impôt.décote-seule}\n  résultats: [b]",
        &[
            "2:15: nom-inconnu: rien ne s’appelle « parametre.impot.decote-seule » → écrivez « paramètre.impôt.décote-seul »",
        ],
    ),
    (
        "  au: 3\n  termes: {b: 1}\n  résultats: [b]",
        &["2:7: genre-inattendu: il faut une date ici, et ceci est un nombre → écrivez une date"],
    ),
    (
        "  périmètre: [{si: b, phrase: Non}]\n  termes: {b: 1}\n  résultats: [b]",
        &[
            "2:20: genre-inattendu: il faut « oui » ou « non » ici, et ceci est un nombre → écrivez une comparaison, par exemple « … > 0 »",
        ],
    ),
    (
        "  termes:\n    b: {quoi: Un, calcul: 1 +}\n  résultats: [b]",
        &[
            "3:30: terme-illisible: le calcul s’arrête trop tôt : une valeur est attendue → écrivez la suite du calcul",
        ],
    ),
    (
        "  termes:\n    b: {pour: x dans enfants, calcul: 1}\n  résultats: [b]",
        &[
            "3:22: genre-inattendu: « enfants » n’est pas une liste → écrivez le nom d’une liste après « dans »",
            "4:15: nom-inconnu: rien ne s’appelle « b » → écrivez le nom d’un des termes de « termes: »",
        ],
    ),
    (
        "  entrées: {a: {genre: date, dans-l-exercice: personnage.nom}}\n  résultats: [a]",
        &["2:47: genre-inattendu: il faut une date ici, et ceci est un texte → écrivez une date"],
    ),
    (
        "  entrées: {a: {genre: liste de dates, dans-l-exercice: personnage.enfants}}\n  termes: {b: compte(a)}\n  résultats: [b]",
        &[
            "2:57: genre-inattendu: une liste est attendue → écrivez le nom d’une liste, par exemple « personnage.enfants », ou d’une de ses valeurs, par exemple « personnage.enfants.1.naissance »",
        ],
    ),
    (
        "  entrées: {a: {chacun: {b: {genre: date, dans-l-exercice: prénom}, c: {genre: montant, dans-l-exercice: né}}, dans-l-exercice: personnage.enfants}}\n  termes: {d: compte(a)}\n  résultats: [d]",
        &[
            "2:60: genre-inattendu: il faut une date ici, et ceci est un texte → écrivez le nom d’une valeur qui soit une date",
            "2:106: nom-inconnu: rien ne s’appelle « ne » → écrivez un nom qui existe dans l’élément, par exemple « mois.1.net-social »",
        ],
    ),
    (
        "  termes: {b: 1}",
        &[
            "1:1: cle-manquante: il manque « résultats » dans le calcul → ajoutez une ligne « résultats: … » sous « calcul: »",
            "2:12: terme-inutile: rien ne lit le terme « b » → ajoutez-le à « résultats: », ou supprimez-le",
        ],
    ),
];

#[test]
fn every_slip_of_a_calculation_is_told() {
    for (lines, told) in SLIPS {
        assert_eq!(program(&format!("calcul:\n{lines}")).1, *told, "{lines}");
    }
}
