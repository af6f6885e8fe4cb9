//! What went wrong, in words a person can act on.
//!
//! It never quotes what was typed, nor an error's own text: those are for the log.

use leptos::prelude::*;

use crate::{
    routes::{Exercise, HOME, TAKE_UP, exercise_of, page_of_exercise, people::SIGN_IN},
    shell::{Page, plain},
    ui::{
        Example,
        button::{ButtonLink, Rank},
        icon::Icon,
    },
};

/// Why the page asked for is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No such page.
    NotFound,
    /// A clone's page without its rehearsal's own cookie: ended, erased, or somebody else's.
    NoExercise,
    /// Its bearer took it up on another machine.
    TakenUp,
    /// A change asked for from another site, or by who knows whom.
    Foreign,
    /// Only the staff may, and nobody of it is signed in here.
    SignedOut,
    /// An invitation that was used, or taken back.
    LinkUsed,
    /// A form too large to be one of ours.
    TooLarge,
    /// A form that is none: a file, or something unreadable.
    NotAForm,
    /// A verb that the page does not know.
    NotAllowed,
    /// The request took too long to arrive.
    TooSlow,
    /// The disk is full: nothing was recorded.
    Full,
    /// Too many people at once: nothing was recorded.
    Busy,
    /// Our own fault.
    Broken,
}

/// Where a learner goes on from a page that failed, as from any other of the exercise.
#[derive(Debug, PartialEq, Eq)]
pub struct WayBack {
    pub to: String,
    pub erase: String,
}

impl Failure {
    pub const ALL: [Self; 13] = [
        Self::NotFound,
        Self::NoExercise,
        Self::TakenUp,
        Self::Foreign,
        Self::SignedOut,
        Self::LinkUsed,
        Self::TooLarge,
        Self::NotAForm,
        Self::NotAllowed,
        Self::TooSlow,
        Self::Full,
        Self::Busy,
        Self::Broken,
    ];

    /// The way out of the failure of `path`, when it is an address of an exercise that is still there.
    pub fn way_back(self, path: &str) -> Option<WayBack> {
        if matches!(self, Self::NoExercise | Self::TakenUp | Self::Foreign | Self::SignedOut | Self::LinkUsed)
        {
            return None;
        }
        let exercise = exercise_of(path)?;
        let page = page_of_exercise(path).filter(|_| self != Self::NotFound);
        let to = page.map_or_else(|| exercise.root(), ToOwned::to_owned);
        Some(WayBack { to, erase: exercise.erase() })
    }

    const fn title(self) -> &'static str {
        match self {
            Self::NotFound => "Cette page n’existe pas",
            Self::NoExercise => "Cet exercice n’est plus ouvert ici",
            Self::TakenUp => "Cet exercice a été repris sur un autre appareil",
            Self::Foreign => "Cette demande ne vient pas de Miroir",
            Self::SignedOut => "Votre session est terminée",
            Self::LinkUsed => "Ce lien ne sert plus",
            Self::TooLarge => "Ce texte est trop long",
            Self::NotAForm => "Miroir ne reçoit pas de fichier",
            Self::NotAllowed => "Cette page ne peut pas faire cela",
            Self::TooSlow => "Votre demande a mis trop de temps",
            Self::Full => "Il n’y a plus de place pour enregistrer",
            Self::Busy => "Il y a beaucoup de monde en ce moment",
            Self::Broken => "Quelque chose n’a pas marché",
        }
    }

    /// What happened, then what to do.
    const fn sentences(self) -> [&'static str; 2] {
        match self {
            Self::NotFound => {
                ["L’adresse est peut-être mal écrite.", "Revenez à l’accueil pour choisir une démarche."]
            }
            Self::NoExercise => [
                "Il a été effacé, laissé pour plus tard, repris sur un autre appareil, ou arrêté par le médiateur.",
                "Revenez à l’accueil. Dans un atelier, demandez au médiateur.",
            ],
            Self::TakenUp => [
                "Il continue là-bas. Ici, il ne s’ouvre plus.",
                "Pour le reprendre ici, il faut les quatre images.",
            ],
            Self::Foreign => {
                ["Par sécurité, elle n’a rien changé.", "Revenez à l’accueil et recommencez depuis là."]
            }
            Self::SignedOut => ["Rien n’a été changé.", "Connectez-vous de nouveau, puis recommencez."],
            Self::LinkUsed => [
                "Il a déjà servi, ou il a été repris.",
                "Avez-vous un compte\u{a0}? Connectez-vous. Sinon, demandez un autre lien.",
            ],
            Self::TooLarge => ["Rien n’a été enregistré.", "Revenez en arrière et tapez moins de texte."],
            Self::NotAForm => [
                "Rien n’a été enregistré.",
                "Pour joindre un document, choisissez un papier de votre personnage.",
            ],
            Self::NotAllowed => ["Rien n’a été enregistré.", "Revenez à l’accueil et recommencez depuis là."],
            Self::TooSlow => ["Rien n’a été enregistré.", "Vérifiez la connexion, puis recommencez."],
            Self::Full => [
                "Votre dernière page n’a pas été enregistrée.",
                "Appelez la personne qui s’occupe de l’atelier, puis recommencez.",
            ],
            Self::Busy => {
                ["Votre dernière page n’a pas été enregistrée.", "Attendez un peu, puis recommencez."]
            }
            Self::Broken => [
                "Ce n’est pas votre faute. Votre dernière page n’a pas été enregistrée.",
                "Revenez en arrière et recommencez.",
            ],
        }
    }
}

/// The page of a failure; `reference` finds its line in the log.
pub fn page(failure: Failure, back: Option<WayBack>, reference: Option<String>) -> Page {
    Page::new(failure.title(), plain(content(failure, back, reference)))
        .forgets(matches!(failure, Failure::NoExercise))
}

fn content(failure: Failure, back: Option<WayBack>, reference: Option<String>) -> impl IntoView {
    let to_pictures = failure == Failure::TakenUp;
    let to_sign_in = matches!(failure, Failure::SignedOut | Failure::LinkUsed);
    let rank = if back.is_some() || to_pictures || to_sign_in { Rank::Secondary } else { Rank::Primary };
    let [what, mut remedy] = failure.sentences();
    if failure == Failure::NotFound && back.is_some() {
        remedy = "Revenez à la démarche\u{a0}: rien n’est perdu.";
    }
    let (back, erase) = back.map(|WayBack { to, erase }| (to, erase)).unzip();
    view! {
        <div class="failure">
            <h1 class="failure__title">{failure.title()}</h1>
            <p>{what}</p>
            <p>{remedy}</p>
            <div class="row">
                {back.map(|href| view! { <ButtonLink label="Revenir à la démarche" href icon=Icon::ArrowLeft/> })}
                {to_pictures.then(|| view! { <ButtonLink label="Reprendre avec mes quatre images" href=TAKE_UP/> })}
                {to_sign_in.then(|| view! { <ButtonLink label="Se connecter" href=SIGN_IN icon=Icon::Lock/> })}
                <ButtonLink label="Retour à l’accueil" href=HOME rank icon=Icon::Home/>
                {erase.map(|href| view! {
                    <ButtonLink label="J’ai terminé\u{a0}: effacer" href rank=Rank::Secondary icon=Icon::Eraser/>
                })}
            </div>
            {reference.map(|reference| view! {
                <p class="failure__reference">
                    "Si cela se reproduit, montrez ceci à la personne qui vous aide\u{a0}: " <b>"référence " {reference}</b>
                </p>
            })}
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    Failure::ALL
        .into_iter()
        .map(|failure| {
            let back = failure.way_back(&Exercise("01ab").page("vehicule"));
            Example::new(failure.title(), content(failure, back, Some("7K24QX".to_owned())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_an_exercise_that_failed_leads_back_and_can_be_erased() {
        let exercise = Exercise("01ab");
        let back = |failure: Failure, path: &str| failure.way_back(path).map(|back| (back.to, back.erase));
        let to = |to: String| Some((to, exercise.erase()));
        let page = exercise.page("vehicule");
        assert_eq!(back(Failure::Busy, &page), to(page.clone()));
        assert_eq!(back(Failure::NotFound, &exercise.page("nulle-part")), to(exercise.root()));
        assert_eq!(back(Failure::NotFound, &exercise.papers()), to(exercise.root()));
        assert_eq!(back(Failure::NotFound, "/ailleurs"), None);
        assert_eq!(back(Failure::NoExercise, &page), None, "nothing is left to go back to");
    }
}
