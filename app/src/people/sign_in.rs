//! Signing in: a login and a password, then a code for whoever has a second factor. Never does it tell which was wrong.

use leptos::prelude::*;

use crate::{
    routes::{HOME, people},
    shell::{Page, plain},
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::Icon,
        text_input::{Keys, TextInput},
    },
};

/// How the last try ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signing {
    #[default]
    NotYet,
    Wrong,
    /// Not before so many seconds.
    Wait(u64),
    /// In a quarter of an hour.
    Blocked,
    /// Nobody is signed in any more: the page asked for needs it.
    Ended,
}

impl Signing {
    fn sentence(self) -> Option<String> {
        match self {
            Self::NotYet => None,
            Self::Wrong => Some("L’identifiant ou le mot de passe ne va pas. Vérifiez les deux.".to_owned()),
            Self::Wait(seconds) => Some(format!(
                "Il y a eu plusieurs erreurs. Attendez {seconds}\u{a0}secondes, puis réessayez."
            )),
            Self::Blocked => Some(
                "Il y a eu trop d’erreurs. Cet identifiant est bloqué un quart d’heure. Réessayez ensuite."
                    .to_owned(),
            ),
            Self::Ended => Some("Votre session est terminée. Connectez-vous de nouveau.".to_owned()),
        }
    }
}

const TITLE: &str = "Connexion de l’équipe";
pub(super) const WRONG_CODE: &str = "Ce code ne va pas. Prenez celui qui est affiché maintenant.";

/// `login` is shown again; a password never.
pub fn page(login: &str, signing: Signing) -> Page {
    Page::new(TITLE, plain(content(login, signing))).wrong(signing.sentence().is_some())
}

fn content(login: &str, signing: Signing) -> AnyView {
    let problems =
        signing.sentence().map(|sentence| Problem::new(sentence, format!("champ-{}", people::LOGIN)));
    let (login_field, pass) =
        (Field::new(people::LOGIN, "Identifiant"), Field::new(people::PASS, "Mot de passe"));
    view! {
        <ErrorSummary problems=problems.into_iter().collect()/>
        <h1>{TITLE}</h1>
        <p>"Pour les médiateurs, les formateurs et les responsables. Les apprenants n’ont pas de compte."</p>
        <form class="people__form" method="post" action=people::SIGN_IN>
            <TextInput field=login_field value=login.to_owned() chars=20 autocomplete="username"/>
            <TextInput field=pass keys=Keys::Password chars=30 autocomplete="current-password"/>
            <Button label="Se connecter" icon=Icon::ArrowRight/>
        </form>
        <p>"Mot de passe oublié\u{a0}? Demandez une nouvelle invitation au responsable de votre lieu."</p>
        <ButtonLink label="Retour à l’accueil" href=HOME rank=Rank::Secondary icon=Icon::Home/>
    }
    .into_any()
}

/// The second page: six digits. `owed` is what gives them back.
pub fn code(owed: &str, signing: Signing) -> Page {
    Page::new("Votre code", plain(code_content(owed, signing))).wrong(signing != Signing::NotYet)
}

fn code_content(owed: &str, signing: Signing) -> AnyView {
    let sentence = match signing {
        Signing::Wrong => Some(WRONG_CODE.to_owned()),
        other => other.sentence(),
    };
    let problem = |sentence: &String| Problem::new(sentence.clone(), format!("champ-{}", people::DIGITS));
    let problems = sentence.iter().map(problem).collect();
    let mut field = Field::new(people::DIGITS, "Code à six chiffres")
        .hint("Votre téléphone l’affiche, et le change souvent. Chaque code sert une fois.");
    field.error = sentence;
    view! {
        <ErrorSummary problems/>
        <h1>"Votre code"</h1>
        <form class="people__form" method="post" action=people::CODE>
            <input type="hidden" name=people::OWED value=owed.to_owned()/>
            <TextInput field keys=Keys::Digits chars=6 autocomplete="one-time-code"/>
            <Button label="Continuer" icon=Icon::ArrowRight/>
        </form>
    }
    .into_any()
}

pub(super) fn examples() -> Vec<Example> {
    vec![
        Example::new("Se connecter, après une erreur", content("claire", Signing::Wrong)),
        Example::new("Se connecter, après trente erreurs", content("claire", Signing::Blocked)),
        Example::new("Le code du second facteur", code_content("", Signing::NotYet)),
    ]
}
