//! Coming into a room: the code, or the link that a telephone read; then the waiting room, and who one is.

use leptos::prelude::*;

use crate::{
    live::Live,
    routes::{
        HOME,
        room::{ARRIVED, CODE, JOIN, WAITING, WAITING_LIVE, invitation},
    },
    shell::{Page, Refresh, plain},
    ui::{
        Example,
        animal::{Animal, animal},
        button::{Button, ButtonLink, Rank},
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::{Icon, icon},
        notice::{Notice, Tone},
        text_input::{Keys, TextInput},
    },
};

/// How the last try ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joining {
    #[default]
    NotYet,
    /// Nothing was typed.
    Nothing,
    /// Not nine digits.
    Length,
    /// A slip, told by the check digit: no try was made.
    Slip,
    /// No such room, or a full or closed one: nothing tells which.
    NotOpen,
    Busy,
}

impl Joining {
    const fn sentence(self) -> Option<&'static str> {
        match self {
            Self::NotYet | Self::Busy => None,
            Self::Nothing => Some("Tapez le code affiché dans la salle."),
            Self::Length => Some("Le code a neuf chiffres. Vérifiez qu’il n’en manque pas."),
            Self::Slip => Some("Un chiffre n’est pas le bon. Comparez le code, trois par trois."),
            Self::NotOpen => {
                Some("On ne peut pas entrer avec ce code pour l’instant. Demandez à votre médiateur.")
            }
        }
    }
}

const TITLE: &str = "Rejoindre un atelier";

/// `typed` is shown again.
pub fn page(typed: &str, joining: Joining, under_way: Option<String>) -> Page {
    Page::new(TITLE, plain(content(typed, joining, under_way))).wrong(joining.sentence().is_some())
}

fn content(typed: &str, joining: Joining, under_way: Option<String>) -> AnyView {
    let problems = joining.sentence().map(|sentence| Problem::new(sentence, format!("champ-{CODE}")));
    let field = Field::new(CODE, "Code de l’atelier")
        .hint("Neuf chiffres, affichés dans la salle. Par exemple\u{a0}: 482 017 395.");
    let field = match joining.sentence() {
        Some(sentence) => field.error(sentence),
        None => field,
    };
    let busy = (joining == Joining::Busy).then(|| {
        view! {
            <Notice tone=Tone::Warning title="Il y a beaucoup de monde en ce moment">
                <p>"Attendez un peu, puis recommencez. Votre code est toujours là."</p>
                <p>"Avec un téléphone, photographiez le dessin de la salle\u{a0}: il ouvre sans attendre."</p>
            </Notice>
        }
    });
    view! {
        <ErrorSummary problems=problems.into_iter().collect()/>
        <h1>{TITLE}</h1>
        {busy}
        {under_way.map(other)}
        <form class="joining" method="post" action=JOIN>
            <TextInput field value=typed.to_owned() keys=Keys::Digits chars=14/>
            <Button label="Entrer" icon=Icon::ArrowRight/>
        </form>
        <ButtonLink label="Retour à l’accueil" href=HOME rank=Rank::Secondary icon=Icon::Home/>
    }
    .into_any()
}

fn other(exercise: String) -> AnyView {
    view! {
        <Notice tone=Tone::Warning title="Un autre exercice est en cours sur cet appareil">
            <p>"Si vous entrez dans un atelier, il ne s’ouvrira plus ici."</p>
            <ButtonLink label="Revenir à cet exercice" href=exercise rank=Rank::Secondary icon=Icon::ArrowLeft/>
        </Notice>
    }
    .into_any()
}

/// By the link: nothing is to be typed.
pub fn invited(token: &str, under_way: Option<String>) -> Page {
    let action = invitation(token);
    let view = view! {
        <h1>"Entrer dans l’atelier"</h1>
        <p>"Vous n’avez rien à taper. Ici, tout est faux\u{a0}: vous pouvez vous tromper."</p>
        {under_way.map(other)}
        <form method="post" action=action><Button label="Entrer dans l’atelier" icon=Icon::ArrowRight/></form>
    };
    Page::new("Entrer dans l’atelier", plain(view))
}

/// In the waiting room.
pub fn waiting(which: Animal) -> Page {
    let view = view! {
        {waiting_content(which)}
        <Live address=WAITING_LIVE.to_owned() parts=Vec::new() pointed=String::new()/>
    };
    Page::new("Salle d’attente", plain(view)).refresh(Some(Refresh::every(5)))
}

fn waiting_content(which: Animal) -> AnyView {
    view! {
        <div class="arrived">
            {who(which, "Votre médiateur va vous faire entrer. La page avance toute seule.")}
            <p class="arrived__go"><ButtonLink label="Regarder maintenant" href=WAITING rank=Rank::Secondary/></p>
        </div>
    }
    .into_any()
}

/// The room ended before one was let in.
pub fn too_late() -> Page {
    Page::new(TOO_LATE, plain(too_late_content()))
}

const TOO_LATE: &str = "L’atelier est terminé";

fn too_late_content() -> AnyView {
    view! {
        <h1>{TOO_LATE}</h1>
        <p>"On n’entre plus. Vous n’avez rien fait de mal. Vous pouvez vous entraîner seul."</p>
        <p><ButtonLink label="Retour à l’accueil" href=HOME icon=Icon::Home/></p>
    }
    .into_any()
}

/// The animal that stands for somebody, large enough to be shown to a neighbour.
fn who(which: Animal, told: &'static str) -> AnyView {
    view! {
        <div class="arrived__who">
            {animal(which)}
            <div><h1>"Vous êtes " {which.called()}</h1><p>{told}</p></div>
        </div>
    }
    .into_any()
}

/// Who one is, and what will be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub animal: Animal,
    /// Titles, in order.
    pub procedures: Vec<String>,
    /// An exercise is begun already.
    pub begun: bool,
}

pub fn arrived(arrived: Arrived) -> Page {
    Page::new("Bienvenue dans l’atelier", plain(arrived_content(arrived)))
}

fn arrived_content(arrived: Arrived) -> AnyView {
    let Arrived { animal: which, procedures, begun } = arrived;
    let procedures: Vec<_> =
        procedures.into_iter().map(|title| view! { <li>{title}</li> }.into_any()).collect();
    let label = if begun { "Reprendre" } else { "Commencer" };
    view! {
        <div class="arrived">
            {who(which, "C’est votre nom ici. Personne ne vous demande le vôtre.")}
            <h2>"Ce que nous allons faire"</h2>
            <ol>{procedures}</ol>
            <h2>"Ce que voit votre médiateur"</h2>
            <ul class="arrived__seen">
                <li>{icon(Icon::Screen)} <span>"Il voit à quelle page vous êtes, et si vous avez besoin d’aide."</span></li>
                <li>{icon(Icon::Lock)} <span>"Il ne voit pas ce que vous tapez."</span></li>
                <li>{icon(Icon::Eye)} <span>"S’il veut voir votre page, un œil vous le dit. Vous pouvez refuser."</span></li>
            </ul>
            <form method="post" action=ARRIVED><Button label icon=Icon::ArrowRight/></form>
        </div>
    }
    .into_any()
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Le code, avec une faute de frappe",
            content("482 017 394", Joining::Slip, Some("#exercice".to_owned())),
        ),
        Example::new("Le code, refusé sans dire pourquoi", content("482 017 395", Joining::NotOpen, None)),
        Example::new("Le code, quand il y a trop de monde", content("482 017 395", Joining::Busy, None)),
        Example::new("La salle d’attente", waiting_content(Animal::nth(0))),
        Example::new("La salle d’attente d’un atelier terminé", too_late_content()),
        Example::new(
            "Bienvenue",
            arrived_content(Arrived {
                animal: Animal::nth(1),
                procedures: vec!["Changer d’adresse".to_owned()],
                begun: false,
            }),
        ),
    ]
}
