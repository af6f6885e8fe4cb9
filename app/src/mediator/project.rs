//! The page to project: how to come in, in three steps with pictures, to be read from the back of the room.

use leptos::prelude::*;

use crate::{
    live::Live,
    people::{self, Who},
    routes::room::{JOIN, Room},
    shell::{Page, Refresh},
    ui::{
        Example,
        animal::{Animal, animal},
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
        qr::{Qr, qr},
    },
};

const PART: &str = "projete";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projected {
    pub room: String,
    /// Tells its stream what the page shows.
    pub shown: String,
    pub title: String,
    /// As one types it: « 192.168.1.20:3000 ».
    pub address: String,
    /// Three by three; none once it is closed.
    pub code: Option<String>,
    pub picture: Qr,
    pub present: usize,
    /// The door is closed, the room is not.
    pub shut: bool,
}

pub fn page(who: &Who, projected: Projected) -> Page {
    let title = format!("{} — entrer dans l’atelier", projected.title);
    let live = Room(&projected.room).project_live(&projected.shown);
    let body = view! {
        <div id=PART>{content(projected)}</div>
        <Live address=live parts=vec![PART.to_owned()] pointed=String::new()/>
    };
    people::staffed(who, None, &title, true, body.into_any()).refresh(Some(Refresh::every(15)))
}

fn content(projected: Projected) -> AnyView {
    let Projected { room, title, address, code, picture, present, shut, .. } = projected;
    let back = view! {
        <p class="projected__back"><ButtonLink label="Tableau de suivi" href=Room(&room).board() rank=Rank::Quiet icon=Icon::ArrowLeft/></p>
    };
    let Some(code) = code else {
        return view! { <div class="projected"><h1>{title}</h1><p class="projected__big">"L’atelier est terminé."</p>{back}</div> }
            .into_any();
    };
    let closed = shut.then(
        || view! { <p class="projected__shut">{icon(Icon::Door)} " La porte est fermée pour l’instant."</p> },
    );
    let words = match present {
        0 => "Personne n’est encore entré".to_owned(),
        1 => "1\u{a0}personne est entrée".to_owned(),
        many => format!("{many}\u{a0}personnes sont entrées"),
    };
    let animals: Vec<_> = Animal::all().take(3).map(|which| animal(which).into_any()).collect();
    view! {
        <div class="projected">
            <h1>{title}</h1>
            {closed}
            <ol class="projected__steps">
                <li class="projected__step">
                    <span class="projected__number">"1"</span>
                    <div>
                        <p>"Sur l’ordinateur, tapez en haut de l’écran\u{a0}:"</p>
                        <p class="projected__address">{address} {JOIN}</p>
                        <p>"Avec un téléphone, photographiez le dessin."</p>
                    </div>
                    {qr(&picture, "Dessin à photographier pour entrer dans l’atelier")}
                </li>
                <li class="projected__step">
                    <span class="projected__number">"2"</span>
                    <div><p>"Tapez ce code\u{a0}:"</p><p class="projected__code">{code}</p></div>
                </li>
                <li class="projected__step">
                    <span class="projected__number">"3"</span>
                    <div><p>"Vous recevez un animal. C’est votre nom ici\u{a0}: pas besoin de dire le vôtre."</p></div>
                    <p class="projected__animals" aria-hidden="true">{animals}</p>
                </li>
            </ol>
            <div class="projected__foot">
                {back}
                <p class="projected__present">{words}</p>
            </div>
        </div>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let projected = Projected {
        title: "Déclaration trimestrielle".to_owned(),
        address: "192.168.1.20:3000".to_owned(),
        code: Some("482\u{a0}017\u{a0}395".to_owned()),
        picture: Qr { side: 1, path: "M0 0h1v1h-1z".to_owned() },
        present: 5,
        ..Projected::default()
    };
    let shut = Projected { shut: true, ..projected.clone() };
    let over = Projected { code: None, ..projected.clone() };
    vec![
        Example::new("La page à projeter", content(projected)),
        Example::new("La page à projeter, porte fermée", content(shut)),
        Example::new("La page à projeter, atelier terminé", content(over)),
    ]
}
