//! Making one's account, by the link of the first start or by an invitation.

use leptos::prelude::*;

use crate::{
    routes::people,
    shell::{Page, plain},
    ui::{
        Example,
        button::Button,
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::Icon,
        text_input::{Keys, TextInput},
    },
};

/// Whoever comes, and what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Newcomer {
    /// Where the form goes.
    pub action: String,
    /// The key of the first start, sent with the form.
    pub key: Option<String>,
    /// The name of the place: asked for at the first start, known otherwise.
    pub place: Option<String>,
    /// What the account may do, in words.
    pub role: String,
    pub login: String,
    pub name: String,
    /// The place, as it was typed.
    pub new_place: String,
    pub wrong: Vec<Wrong>,
}

/// Something to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Login,
    Taken,
    Name,
    Place,
    Short,
    Long,
    Guessed,
}

impl Wrong {
    const fn on(self) -> &'static str {
        match self {
            Self::Login | Self::Taken => people::LOGIN,
            Self::Name => people::NAME,
            Self::Place => people::PLACE,
            Self::Short | Self::Long | Self::Guessed => people::PASS,
        }
    }

    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::Login => {
                "Choisissez un identifiant de trois lettres ou plus, sans accent ni espace ni arobase."
            }
            Self::Taken => "Cet identifiant est déjà pris. Choisissez-en un autre.",
            Self::Name => "Écrivez le nom sous lequel les apprenants vous connaissent.",
            Self::Place => "Écrivez le nom de votre lieu, par exemple «\u{a0}Médiathèque\u{a0}».",
            Self::Short => {
                "Choisissez un mot de passe de douze signes ou plus. Une phrase convient très bien."
            }
            Self::Long => "Choisissez un mot de passe de deux cents signes au plus.",
            Self::Guessed => "Ce mot de passe se devine. Choisissez-en un autre, par exemple une phrase.",
        }
    }
}

pub fn page(newcomer: Newcomer) -> Page {
    let wrong = !newcomer.wrong.is_empty();
    Page::new("Créer votre compte", plain(content(newcomer))).wrong(wrong)
}

fn content(newcomer: Newcomer) -> AnyView {
    let Newcomer { action, key, place, role, login, name, new_place, wrong } = newcomer;
    let problem = |wrong: &Wrong| Problem::new(wrong.sentence(), format!("champ-{}", wrong.on()));
    let problems: Vec<Problem> = wrong.iter().map(problem).collect();
    let field = |key: &'static str, label: &str, hint: &str| {
        let field = Field::new(key, label).hint(hint);
        match wrong.iter().find(|wrong| wrong.on() == key) {
            Some(wrong) => field.error(wrong.sentence()),
            None => field,
        }
    };
    let asks_place = place.is_none();
    let place_field = asks_place.then(|| {
        let field =
            field(people::PLACE, "Nom de votre lieu", "Par exemple\u{a0}: Médiathèque de Valfranche.");
        view! { <TextInput field value=new_place chars=30/> }.into_any()
    });
    let told = match place {
        Some(place) => format!("Votre lieu\u{a0}: {place}. Votre rôle\u{a0}: {role}."),
        None => "Ce premier compte est celui du responsable. Il invitera les autres.".to_owned(),
    };
    let login_field = field(
        people::LOGIN,
        "Identifiant",
        "Des lettres sans accent et des chiffres, par exemple «\u{a0}claire\u{a0}».",
    );
    let name_field = field(
        people::NAME,
        "Nom affiché",
        "Les apprenants le voient quand vous regardez leur page. Un prénom suffit.",
    );
    let pass = field(
        people::PASS,
        "Mot de passe",
        "Douze signes ou plus. Une phrase facile à retenir convient très bien.",
    );
    view! {
        <ErrorSummary problems/>
        <h1>"Créer votre compte"</h1>
        <p>{told}</p>
        <form class="people__form" method="post" action=action>
            {key.map(|key| view! { <input type="hidden" name=people::KEY value=key/> })}
            {place_field}
            <TextInput field=name_field value=name chars=30/>
            <TextInput field=login_field value=login chars=20 autocomplete="username"/>
            <TextInput field=pass keys=Keys::Password chars=30 autocomplete="new-password"/>
            <Button label="Créer mon compte" icon=Icon::ArrowRight/>
        </form>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let first = Newcomer { wrong: vec![Wrong::Place, Wrong::Short], ..Newcomer::default() };
    vec![Example::new("Le premier compte, à corriger", content(first))]
}
