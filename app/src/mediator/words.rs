//! What the board says, in words: never by a colour alone.

use scenarios::{
    board::Why,
    guard::Kind,
    rehearsal::{HintReach, Mode, Skill},
};

use crate::{said, ui::icon::Icon};

/// A reason as it is drawn: a sign, a shade, a sentence, a detail.
pub(super) struct Told {
    pub(super) icon: Icon,
    pub(super) shade: &'static str,
    pub(super) title: String,
    pub(super) detail: String,
}

/// `about` is the label of the question, when the reason is about one.
pub(super) fn told(why: &Why, about: Option<&str>, now_ms: i64) -> Told {
    let (icon, shade, title, detail) = match why {
        Why::Waits { since } => (
            Icon::Door,
            "attente",
            format!("Attend d’entrer depuis {}", minutes(now_ms - since)),
            String::new(),
        ),
        Why::HandRaised { since, asks } => (
            Icon::Hand,
            "main",
            format!("Demande de l’aide depuis {}", minutes(now_ms - since)),
            format!("«\u{a0}{}\u{a0}»", said::ask(*asks).trim_end_matches('.')),
        ),
        Why::Refusals { times, mistake, .. } => {
            let about = about.filter(|about| !about.is_empty()).unwrap_or("une question");
            let detail = mistake
                .as_ref()
                .map(|mistake| format!("erreur reconnue\u{a0}: {}", mistake.replace('-', " ")));
            (
                Icon::Warning,
                "refus",
                format!("{times}\u{a0}refus sur «\u{a0}{about}\u{a0}»"),
                detail.unwrap_or_default(),
            )
        }
        Why::Circles => {
            (Icon::Help, "refus", "Tourne en rond".to_owned(), "revient toujours aux mêmes pages".to_owned())
        }
        Why::Silent { since } => (
            Icon::Clock,
            "silence",
            format!("Rien depuis {}", minutes(now_ms - since)),
            "ni réponse, ni page nouvelle".to_owned(),
        ),
        Why::Stopped { kind, .. } => (
            Icon::Shield,
            "arret",
            format!("Vraie donnée arrêtée\u{a0}: {}", kind_words(*kind)),
            "rien n’est gardé".to_owned(),
        ),
        Why::ConnectionLost { since } => (
            Icon::Cut,
            "coupure",
            "Connexion perdue".to_owned(),
            format!("depuis {}, son travail est gardé", minutes(now_ms - since)),
        ),
        Why::LeftUnsigned => (
            Icon::Door,
            "silence",
            "Parti sans signer".to_owned(),
            "la démarche n’est pas envoyée".to_owned(),
        ),
        Why::BeingHelped { asks } => (
            Icon::Hand,
            "vu",
            "Aide en cours".to_owned(),
            format!("«\u{a0}{}\u{a0}»", said::ask(*asks).trim_end_matches('.')),
        ),
        Why::Paused => (Icon::Pause, "vu", "En pause".to_owned(), "regarde par ici".to_owned()),
        Why::NotBegun => (Icon::Door, "calme", "N’a pas encore commencé".to_owned(), String::new()),
        Why::Going => (Icon::ArrowRight, "calme", "Avance".to_owned(), String::new()),
        Why::Sent => (Icon::Check, "fini", "Démarche envoyée".to_owned(), String::new()),
        Why::Done => (Icon::Check, "fini", "Terminé".to_owned(), String::new()),
    };
    Told { icon, shade, title, detail }
}

/// « 4 min », « moins d'une minute », « 1 h 05 ».
pub(super) fn minutes(ms: i64) -> String {
    match ms / 60_000 {
        ..=0 => "<\u{a0}1\u{a0}min".to_owned(),
        minutes @ 1..60 => format!("{minutes}\u{a0}min"),
        minutes => format!("{}\u{a0}h\u{a0}{:02}", minutes / 60, minutes % 60),
    }
}

pub(super) const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Nir => "numéro de sécurité sociale",
        Kind::NumeroFiscal => "numéro fiscal",
        Kind::Iban => "numéro de compte",
        Kind::Card => "carte bancaire",
        Kind::Phone => "téléphone",
        Kind::Email => "adresse électronique",
        Kind::Plate => "plaque d’immatriculation",
    }
}

pub(super) const fn mode_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Discover => "Découvrir",
        Mode::Guided => "Guidé",
        Mode::Alone => "Seul",
        Mode::Test => "Épreuve",
    }
}

pub(super) const fn mode_hint(mode: Mode) -> &'static str {
    match mode {
        Mode::Discover => "Chaque page est présentée, et ce qu’il faut faire est montré.",
        Mode::Guided => "Un indice vient quand il est utile.",
        Mode::Alone => "De l’aide seulement si on la demande.",
        Mode::Test => "Aucune aide. Le résultat vient à la fin.",
    }
}

pub(super) const fn reach_words(reach: HintReach) -> &'static str {
    match reach {
        HintReach::Answer => "Jusqu’à la réponse",
        HintReach::Place => "Sans la réponse",
        HintReach::Mediator => "Seulement les vôtres",
    }
}

pub(super) const fn reach_hint(reach: HintReach) -> &'static str {
    match reach {
        HintReach::Answer => "Le dernier indice la montre.",
        HintReach::Place => "Les indices disent où chercher. Le dernier, vous seul le donnez.",
        HintReach::Mediator => "L’apprenant vous appelle. Vous donnez l’indice depuis le tableau.",
    }
}

pub const fn skill_words(skill: Skill) -> &'static str {
    match skill {
        Skill::ReadPapers => "Trouver la bonne ligne d’un papier",
        Skill::Copy => "Recopier sans faute",
        Skill::ReadMessages => "Retrouver un code dans ses messages",
        Skill::Understand => "Comprendre la question avant de choisir",
        Skill::FindTheWay => "Se repérer dans un site",
        Skill::KeepToOneself => "Garder ses vrais numéros pour soi",
    }
}

#[cfg(test)]
mod tests {
    use scenarios::rehearsal::Ask;

    use super::*;

    #[test]
    fn a_reason_is_said_in_words() {
        let say = |why: Why, about: Option<&str>| {
            let told = told(&why, about, 10 * 60_000);
            format!("{} | {}", told.title, told.detail).replace('\u{a0}', " ")
        };
        let refusals = Why::Refusals { field: "x".into(), times: 3, mistake: Some("net-a-payer".into()) };
        assert_eq!(
            say(refusals, Some("Net social")),
            "3 refus sur « Net social » | erreur reconnue : net a payer"
        );
        assert_eq!(
            say(Why::Silent { since: 6 * 60_000 }, None),
            "Rien depuis 4 min | ni réponse, ni page nouvelle"
        );
        assert_eq!(
            say(Why::HandRaised { since: 9 * 60_000, asks: Ask::Paper }, None),
            "Demande de l’aide depuis 1 min | « Je ne trouve pas le papier »"
        );
        let stopped = Why::Stopped { at: 0, kind: Kind::Phone };
        assert_eq!(say(stopped, None), "Vraie donnée arrêtée : téléphone | rien n’est gardé");
        assert_eq!(minutes(65 * 60_000).replace('\u{a0}', " "), "1 h 05");
    }
}
