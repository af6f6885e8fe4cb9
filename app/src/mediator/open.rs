//! « Ouvrir un atelier »: what is rehearsed, how, by whom, until when.

use leptos::prelude::*;
use scenarios::rehearsal::{HintReach, Mode};

use super::words::{mode_hint, mode_words, reach_hint, reach_words};
use crate::{
    people::{self, Entry, Who},
    routes::room::{OPENED, ROOMS},
    shell::Page,
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::{Icon, icon},
        radios::{Choice, Radios},
        text_input::{Keys, TextInput},
    },
};

/// Names of inputs.
pub const TITLE_INPUT: &str = "titre";
/// Procedures, in the order in which they are chosen: `demarche.1`, `demarche.2`…
pub const PROCEDURE: &str = "demarche";
pub const MODE: &str = "mode";
pub const HINTS: &str = "indices";
pub const PERSONA: &str = "personnage";
pub const SAME: &str = "meme";
pub const EACH: &str = "chacun";
pub const DOOR: &str = "porte";
pub const OPEN_DOOR: &str = "ouverte";
pub const WAITING_DOOR: &str = "attente";
pub const END: &str = "fin";
pub const SEATS: &str = "places";
pub const KEEP: &str = "garder";

/// Procedures of one room, at the most.
pub const MOST_PROCEDURES: usize = 4;
pub const MOST_SEATS: u16 = 40;

/// What was chosen so far, and what is to be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// All that can be rehearsed: names in the catalogue, and titles.
    pub catalogue: Vec<(String, String)>,
    pub title: String,
    pub procedures: Vec<String>,
    pub mode: Mode,
    pub reach: HintReach,
    pub same: bool,
    pub waiting: bool,
    /// As it was typed: « 16:30 ».
    pub end: String,
    pub seats: String,
    pub keep_as: String,
    pub wrong: Vec<Wrong>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NoProcedure,
    /// Discovering shows every answer, and hints were not to.
    Hints,
    /// Not a time of today, or one that is past.
    End,
    Seats,
    /// A title that looks like somebody's real data, or is too long.
    Title,
    /// The same, of the name that the choices are kept under.
    Name,
}

impl Wrong {
    const fn on(self) -> &'static str {
        match self {
            Self::NoProcedure => "demarche.1",
            Self::Hints => HINTS,
            Self::End => END,
            Self::Seats => SEATS,
            Self::Title => TITLE_INPUT,
            Self::Name => KEEP,
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::NoProcedure => "Choisissez au moins une démarche.",
            Self::Hints => {
                "« Découvrir » montre les réponses. Choisissez « Jusqu’à la réponse », ou une autre façon de s’entraîner."
            }
            Self::End => "Écrivez une heure d’aujourd’hui, plus tard que maintenant, par exemple 16:30.",
            Self::Seats => "Écrivez un nombre de places entre 1 et 40.",
            Self::Name => "Écrivez un nom de soixante lettres au plus, sans nom ni numéro de quelqu’un.",
            Self::Title => "Écrivez un titre de soixante lettres au plus, sans nom ni numéro de quelqu’un.",
        }
    }
}

const TITLE: &str = "Ouvrir un atelier";

pub fn page(who: &Who, opening: Opening) -> Page {
    let wrong = !opening.wrong.is_empty();
    people::staffed(who, Some(Entry::Rooms), TITLE, false, content(opening)).wrong(wrong)
}

fn content(opening: Opening) -> AnyView {
    let Opening { catalogue, title, procedures, mode, reach, same, waiting, end, seats, keep_as, wrong } =
        opening;
    let problems = wrong.iter().map(|wrong| Problem::new(wrong.sentence(), format!("champ-{}", wrong.on())));
    let problems: Vec<Problem> = problems.collect();
    let field = |key: &'static str, label: &str| {
        let field = Field::new(key, label);
        match wrong.iter().find(|wrong| wrong.on() == key) {
            Some(wrong) => field.error(wrong.sentence()),
            None => field,
        }
    };
    let procedures: Vec<_> = (0..MOST_PROCEDURES.min(catalogue.len()))
        .map(|rank| procedure(rank, &catalogue, procedures.get(rank), &wrong))
        .collect();
    let modes =
        Mode::ALL.map(|mode| Choice::new(mode.word(), mode_words(mode)).hint(mode_hint(mode))).to_vec();
    let hints = HintReach::ALL
        .map(|reach| Choice::new(reach.word(), reach_words(reach)).hint(reach_hint(reach)))
        .to_vec();
    let personas = vec![
        Choice::new(EACH, "Chacun le sien").hint("Personne ne peut copier sur son voisin."),
        Choice::new(SAME, "Le même pour tous").hint("Pratique pour corriger ensemble."),
    ];
    let doors = vec![
        Choice::new(OPEN_DOOR, "Ouverte").hint("Ceux qui ont le code entrent tout de suite."),
        Choice::new(WAITING_DOOR, "Avec une salle d’attente").hint("Vous faites entrer chaque personne."),
    ];
    view! {
        <ErrorSummary problems/>
        <h1>{TITLE}</h1>
        <form class="opening" method="post" action=OPENED>
            <fieldset class="opening__procedures">
                <legend>"Démarches, dans l’ordre"</legend>
                {procedures}
            </fieldset>
            <Radios field=Field::new(MODE, "Façon de s’entraîner") choices=modes chosen=Some(mode.word().to_owned())/>
            <Radios field=field(HINTS, "Indices que l’apprenant peut demander").hint("En épreuve, il n’y en a pas.") choices=hints chosen=Some(reach.word().to_owned())/>
            <Radios field=Field::new(PERSONA, "Personnage") choices=personas chosen=Some(if same { SAME } else { EACH }.to_owned())/>
            <Radios field=Field::new(DOOR, "Porte") choices=doors chosen=Some(if waiting { WAITING_DOOR } else { OPEN_DOOR }.to_owned())/>
            <TextInput field=field(SEATS, "Nombre de places").hint("Quarante au plus.") value=seats keys=Keys::Digits chars=4/>
            <TextInput field=field(END, "Heure de fin").optional().hint("L’atelier se ferme tout seul. Par exemple\u{a0}: 16:30.") value=end chars=6/>
            <TextInput field=field(TITLE_INPUT, "Titre").optional().hint("Par exemple\u{a0}: mardi matin. Pas de nom de personne.") value=title chars=30/>
            <TextInput field=field(KEEP, "Garder ces choix sous le nom").optional().hint("Pour ouvrir le même atelier une autre fois.") value=keep_as chars=30/>
            <div class="row">
                <Button label="Ouvrir l’atelier" icon=Icon::Door/>
                <ButtonLink label="Annuler" href=ROOMS rank=Rank::Secondary/>
            </div>
        </form>
    }
    .into_any()
}

fn procedure(
    rank: usize,
    catalogue: &[(String, String)],
    chosen: Option<&String>,
    wrong: &[Wrong],
) -> AnyView {
    let name = format!("{PROCEDURE}.{}", rank + 1);
    let id = format!("champ-{name}");
    let (label, none) = match rank {
        0 => ("Première démarche", "Choisissez"),
        1 => ("Ensuite (facultatif)", "Rien de plus"),
        _ => ("Puis (facultatif)", "Rien de plus"),
    };
    let missing = rank == 0 && wrong.contains(&Wrong::NoProcedure);
    let (error_id, invalid) = (format!("{id}-erreur"), missing.then_some("true"));
    let described = missing.then(|| error_id.clone());
    let error = missing.then(|| {
        view! { <span class="field_shell__error" id=error_id>{icon(Icon::Warning)} {Wrong::NoProcedure.sentence()}</span> }
    });
    let options: Vec<_> = catalogue
        .iter()
        .map(|(key, title)| {
            let selected = chosen == Some(key);
            view! { <option value=key.clone() selected=selected>{title.clone()}</option> }.into_any()
        })
        .collect();
    view! {
        <p class="acts__field">
            <label for=id.clone()>{label}</label>
            {error}
            <select id=id name=name aria-invalid=invalid aria-describedby=described><option value="">{none}</option>{options}</select>
        </p>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let opening = Opening {
        catalogue: vec![
            ("ants".to_owned(), "Changer d’adresse".to_owned()),
            ("caf".to_owned(), "Déclaration trimestrielle".to_owned()),
        ],
        title: String::new(),
        procedures: vec!["caf".to_owned()],
        mode: Mode::Guided,
        reach: HintReach::Place,
        same: false,
        waiting: false,
        end: "25:00".to_owned(),
        seats: "20".to_owned(),
        keep_as: String::new(),
        wrong: vec![Wrong::End],
    };
    vec![Example::new("Ouvrir un atelier", content(opening))]
}
