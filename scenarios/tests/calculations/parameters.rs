//! Files of parameters: what is wrong in them, and the figures of the house.

use scenarios::{
    check_parameters,
    term::{Value, World},
    text::Text,
};

use crate::{figures, short, today};

#[test]
fn the_figures_of_the_house_hold_today() {
    let figures = figures();
    let day = figures.at(today());
    for (path, parameter) in figures.all() {
        assert!(!matches!(day.value(path), Value::Nothing), "{path}");
        assert!(parameter.what.is_some() && parameter.good_for.is_some(), "{path}");
    }
}

#[test]
fn what_is_wrong_in_a_file_of_parameters_is_told_at_once() {
    let text = Text::new(
        "x.yaml",
        "\
impôt:
  plafond:
    unité: euro
    valeurs:
      - {depuis: 2024-01-01, valeur: 889, source: CGI, lu: 2026-07-23}
  taux:
    unité: '%'
    révision: un jour
    valeurs:
      - {depuis: 2024-02-30, valeur: dix, source: CGI, lu: 2026-07-23}
      - {depuis: 2024-01-01, valeur: 45 €, source: CGI}
  barème:
    unité: barème
    valeurs:
      - depuis: 2024-01-01
        source: CGI
        lu: 2026-07-23
        tranches:
          - {à-partir-de: 10 €, taux: 1 %}
          - {à-partir-de: 5 €, taux: 2 %}
      - depuis: 2025-01-01
        source: CGI
        lu: 2026-07-23
        tranches: [{à-partir-de: 10 €}]
",
    );
    let (_, findings) = check_parameters(&text);
    assert_eq!(
        short(&text, &findings),
        [
            "3:12: unite-inconnue: « euro » n’est pas une unité → choisissez parmi : €, %, ans, nombre, date, barème",
            "8:15: duree-illisible: « un jour » n’est pas une durée → écrivez par exemple « 12 mois » ou « 2 ans »",
            "10:18: date-illisible: « 2024-02-30 », écrit après « depuis », n’est pas une date → écrivez l’année, le mois et le jour : « 2026-08-12 » pour le 12 août 2026",
            "10:38: valeur-illisible: « valeur » attend un pourcentage → écrivez par exemple « 45,25 % »",
            "11:10: cle-manquante: il manque « lu » dans la valeur → ajoutez une ligne « lu: … » après « depuis: … »",
            "11:38: valeur-illisible: « valeur » attend un pourcentage → écrivez par exemple « 45,25 % »",
            "14:5: tranche-illisible: les tranches ne se suivent pas, ou ne donnent pas toutes la même chose → écrivez-les de la plus basse à la plus haute, avec « taux » partout ou « montant » partout",
            "24:9: tranche-illisible: chaque tranche donne un taux, un montant ou un nombre, et un seul → écrivez par exemple « {à-partir-de: 11 600 €, taux: 11 %} »",
        ]
    );
}
