//! « Mon compte »: the password, the second factor, the sessions.

use leptos::prelude::*;

use super::{
    head::{self, Entry, Who},
    newcomer::Wrong,
    sign_in::WRONG_CODE,
};
use crate::{
    routes::people,
    shell::Page,
    ui::{
        Example,
        button::{Button, GESTURE, Rank},
        error_summary::{ErrorSummary, Problem},
        field_shell::Field,
        icon::Icon,
        notice::{Notice, Tone},
        qr::{Qr, qr},
        text_input::{Keys, TextInput},
    },
};

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub login: String,
    pub role: String,
    pub has_second_factor: bool,
    /// A second factor being set up.
    pub enrolling: Option<Enrolling>,
    pub sessions: Vec<Session>,
    pub outcome: Option<Outcome>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolling {
    /// In groups of four, to be typed.
    pub secret: String,
    pub picture: Qr,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: String,
    /// « Firefox, Linux ».
    pub browser: String,
    /// « 28 novembre à 14 h 05 ».
    pub seen: String,
    pub here: bool,
}

/// How the last form ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    PasswordChanged,
    FactorOn,
    FactorOff,
    SessionsEnded,
    /// The present password, asked for a new one.
    WrongPassword,
    /// The same, asked for removing the second factor.
    WrongToRemove,
    Weak(Wrong),
    WrongCode,
    /// Wrong passwords, too many of them.
    TooMany,
}

impl Outcome {
    /// Those that the page's own address tells, after a form that went well.
    const GOOD: [(Self, &str, &str); 4] = [
        (
            Self::PasswordChanged,
            "mot-de-passe",
            "Votre mot de passe est changé. Vos autres sessions sont fermées.",
        ),
        (
            Self::FactorOn,
            "code",
            "Le second facteur est actif. On vous demandera un code à chaque connexion.",
        ),
        (Self::FactorOff, "sans-code", "Le second facteur est retiré."),
        (Self::SessionsEnded, "sessions", "C’est fermé."),
    ];

    fn good(self) -> Option<(&'static str, &'static str)> {
        Self::GOOD.into_iter().find(|(one, ..)| *one == self).map(|(_, word, sentence)| (word, sentence))
    }

    /// Its word in an address.
    pub fn word(self) -> Option<&'static str> {
        self.good().map(|(word, _)| word)
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::GOOD.into_iter().find(|(_, known, _)| *known == word).map(|(one, ..)| one)
    }

    /// The field it is about, by its id, and what to do.
    fn bad(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::WrongPassword => (PRESENT, "Votre mot de passe actuel n’est pas celui-là."),
            Self::WrongToRemove => (TO_REMOVE, "Votre mot de passe n’est pas celui-là."),
            Self::Weak(wrong) => (NEW, wrong.sentence()),
            Self::WrongCode => (CODE, WRONG_CODE),
            Self::TooMany => (PRESENT, "Il y a eu plusieurs erreurs. Attendez un peu, puis réessayez."),
            Self::PasswordChanged | Self::FactorOn | Self::FactorOff | Self::SessionsEnded => return None,
        })
    }
}

// Two fields of one page never share an id.
const PRESENT: &str = "champ-actuel";
const NEW: &str = "champ-nouveau";
const TO_REMOVE: &str = "champ-retrait";
const CODE: &str = "champ-code";

/// A field of that id, with what is wrong about it.
fn field(id: &str, name: &'static str, label: &str, bad: Option<(&'static str, &'static str)>) -> Field {
    let mut field = Field::new(name, label);
    id.clone_into(&mut field.id);
    match bad.filter(|(on, _)| *on == id) {
        Some((_, sentence)) => field.error(sentence),
        None => field,
    }
}

const TITLE: &str = "Mon compte";

pub fn page(who: &Who, account: Account) -> Page {
    let wrong = account.outcome.is_some_and(|outcome| outcome.bad().is_some());
    head::page(who, Some(Entry::Account), TITLE, false, content(account)).wrong(wrong)
}

fn content(account: Account) -> AnyView {
    let Account { login, role, has_second_factor, enrolling, sessions, outcome } = account;
    let bad = outcome.and_then(Outcome::bad);
    let problems = bad.map(|(on, sentence)| Problem::new(sentence, on)).into_iter().collect();
    let good = outcome.and_then(Outcome::good);
    let present = field(PRESENT, people::PASS, "Mot de passe actuel", bad);
    let new = field(NEW, people::NEW_PASS, "Nouveau mot de passe", bad)
        .hint("Douze signes ou plus. Une phrase convient très bien.");
    let sessions: Vec<_> = sessions.into_iter().map(session).collect();
    view! {
        <ErrorSummary problems/>
        <h1>{TITLE}</h1>
        {good.map(|(_, sentence)| view! { <Notice tone=Tone::Success title=sentence>""</Notice> }.into_any())}
        <p>"Identifiant\u{a0}: " <b>{login}</b> ". Rôle\u{a0}: " {role} "."</p>
        <section class="people__part">
            <h2>"Mot de passe"</h2>
            <form class="people__form" method="post" action=people::PASSWORD>
                <TextInput field=present keys=Keys::Password chars=30 autocomplete="current-password"/>
                <TextInput field=new keys=Keys::Password chars=30 autocomplete="new-password"/>
                <Button label="Changer de mot de passe" rank=Rank::Secondary/>
            </form>
        </section>
        <section class="people__part">
            <h2>"Second facteur"</h2>
            {factor(has_second_factor, enrolling, bad)}
        </section>
        <section class="people__part">
            <h2>"Appareils connectés"</h2>
            <ul class="people__list">{sessions}</ul>
            <form method="post" action=people::SESSIONS>
                <Button label="Fermer toutes les autres sessions" rank=Rank::Secondary icon=Icon::Lock/>
            </form>
        </section>
    }
    .into_any()
}

fn factor(has: bool, enrolling: Option<Enrolling>, bad: Option<(&'static str, &'static str)>) -> AnyView {
    if has {
        let field = field(TO_REMOVE, people::PASS, "Mot de passe, pour le retirer", bad);
        return view! {
            <p>"Il est actif\u{a0}: un code de votre téléphone est demandé à chaque connexion."</p>
            <form class="people__form" method="post" action=people::FACTOR>
                <TextInput field keys=Keys::Password chars=30 autocomplete="current-password"/>
                <Button label="Retirer le second facteur" rank=Rank::Secondary name=GESTURE value="retirer"/>
            </form>
        }
        .into_any();
    }
    let Some(Enrolling { secret, picture }) = enrolling else {
        return view! {
            <p>"Un code de votre téléphone protège votre compte, même si quelqu’un devine votre mot de passe."</p>
            <form method="post" action=people::FACTOR>
                <Button label="Ajouter un second facteur" rank=Rank::Secondary icon=Icon::Shield name=GESTURE value="commencer"/>
            </form>
        }
        .into_any();
    };
    let field = field(CODE, people::DIGITS, "3. Tapez le code affiché", bad);
    view! {
        <p>"1. Installez une application de codes sur votre téléphone, par exemple FreeOTP."</p>
        <p>"2. Avec elle, photographiez ce dessin, ou tapez la clé."</p>
        {qr(&picture, "Dessin à photographier avec l’application de codes")}
        <p>"Clé\u{a0}: " <b class="people__secret">{secret}</b></p>
        <form class="people__form" method="post" action=people::FACTOR>
            <TextInput field keys=Keys::Digits chars=6 autocomplete="one-time-code"/>
            <Button label="Activer" name=GESTURE value="activer"/>
        </form>
    }
    .into_any()
}

fn session(session: Session) -> AnyView {
    let Session { id, browser, seen, here } = session;
    let end = if here {
        view! { <b>"cet appareil"</b> }.into_any()
    } else {
        let about = browser.clone();
        view! {
            <form method="post" action=people::SESSIONS>
                <Button label="Fermer" about rank=Rank::Quiet name=people::SESSION value=id/>
            </form>
        }
        .into_any()
    };
    view! { <li class="people__line"><span>{browser} ", vu le " {seen}</span> {end}</li> }.into_any()
}

pub(super) fn examples() -> Vec<Example> {
    let session = |browser: &str, here| Session {
        id: String::new(),
        browser: browser.to_owned(),
        seen: "28 novembre à 14 h 05".to_owned(),
        here,
    };
    let account = Account {
        login: "claire".to_owned(),
        role: "médiatrice ou médiateur".to_owned(),
        sessions: vec![session("Firefox, Linux", true), session("Chrome, Android", false)],
        outcome: Some(Outcome::WrongPassword),
        ..Account::default()
    };
    let picture = Qr { side: 1, path: "M0 0h1v1h-1z".to_owned() };
    let enrolling = Some(Enrolling { secret: "ABCD EFGH IJKL".to_owned(), picture });
    let calm = Account { outcome: None, ..account.clone() };
    let enrols = Account { enrolling, outcome: Some(Outcome::WrongCode), ..account.clone() };
    let protected = Account { has_second_factor: true, outcome: Some(Outcome::FactorOn), ..calm.clone() };
    vec![
        Example::new("Mon compte", content(calm)),
        Example::new("Mon compte, après une erreur", content(account)),
        Example::new("Mon compte, un second facteur à activer", content(enrols)),
        Example::new("Mon compte, avec un second facteur", content(protected)),
    ]
}
