//! What happened in a rehearsal: vetted facts, and nothing else.
//!
//! Stored names are a promise, written out and pinned by a test: the list grows, nothing in it is renamed.

use serde::{Deserialize, Serialize};

use super::{
    mode::Mode,
    reach::HintReach,
    room::{Ask, Call},
};
use crate::{
    date::Date,
    guard::{Kind, Outcome},
    persona::Persona,
};

/// One fact of a rehearsal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A learner began, as this persona, on this day. `secret` is the chance from which codes and numbers come.
    #[serde(rename = "started")]
    Started { screen: String, persona: Box<Persona>, today: Date, secret: u64 },
    /// A question was answered; each submission answers all the questions of its page.
    #[serde(rename = "answered")]
    Answered { field: String, outcome: Outcome },
    /// An answer is a mistake that the scenario names.
    #[serde(rename = "mistaken")]
    Mistaken { field: String, mistake: String },
    /// Real personal data was typed and stopped.
    #[serde(rename = "guard_stopped")]
    GuardStopped { field: String, kind: Kind },
    /// The site refused a page.
    #[serde(rename = "refused")]
    Refused { screen: String, submission: String, problems: Vec<Problem> },
    /// The site let a page through.
    #[serde(rename = "passed")]
    Passed { screen: String, to: String, submission: String },
    /// The learner returned to a page already passed.
    #[serde(rename = "went_back")]
    WentBack { screen: String, to: String },
    /// The learner followed a link to a page that was not passed yet.
    #[serde(rename = "followed")]
    Followed { screen: String, to: String },
    /// The learner has this many rows in that list.
    #[serde(rename = "row_added")]
    RowAdded { rows: String, count: usize },
    /// Row `row`, counted from 1, is gone: `count` are left, and the answers of `fields` in later rows move up.
    #[serde(rename = "row_removed")]
    RowRemoved { rows: String, row: usize, count: usize, fields: Vec<String> },
    /// A message left. `number` counts messages from 1; it arrives after `delay` minutes of the scenario's time, and
    /// its code is good for `lasts` minutes from then.
    #[serde(rename = "mail_sent")]
    MailSent {
        number: u32,
        mail: String,
        #[serde(default, skip_serializing_if = "is_zero")]
        delay: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lasts: Option<u16>,
    },
    /// Minutes of the scenario's time went by.
    #[serde(rename = "waited")]
    Waited { minutes: u16 },
    /// The site gave a paper to keep.
    #[serde(rename = "downloaded")]
    Downloaded { paper: String },
    /// Of what the site's cookie banner asks, this was accepted and the rest refused.
    #[serde(rename = "cookies_chosen")]
    CookiesChosen { accepted: Vec<String> },
    /// « Gestion des cookies »: the banner is there again, with what was chosen.
    #[serde(rename = "cookies_reopened")]
    CookiesReopened,
    /// Something went wrong on purpose.
    #[serde(rename = "mishap")]
    Mishap { mishap: String },
    #[serde(rename = "mail_opened")]
    MailOpened { number: u32 },
    #[serde(rename = "paper_opened")]
    PaperOpened { paper: String },
    /// The paper was laid beside the clone, in place of the one that lay there.
    #[serde(rename = "paper_laid")]
    PaperLaid { paper: String },
    #[serde(rename = "paper_put_away")]
    PaperPutAway,
    /// Another way of rehearsing was chosen, by the learner or for them.
    #[serde(rename = "mode_chosen")]
    ModeChosen {
        mode: Mode,
        #[serde(default, skip_serializing_if = "is_false")]
        by_mediator: bool,
    },
    /// Hints may be asked for as far as this, from now on.
    #[serde(rename = "hints_limited")]
    HintsLimited { reach: HintReach },
    /// A rung of help was given, counted from 1.
    #[serde(rename = "hint_given")]
    HintGiven {
        field: String,
        rung: u8,
        #[serde(default, skip_serializing_if = "is_false")]
        by_mediator: bool,
    },
    /// The learner asks for the mediator.
    #[serde(rename = "hand_raised")]
    HandRaised { asks: Ask },
    #[serde(rename = "hand_lowered")]
    HandLowered,
    /// The mediator has seen the hand.
    #[serde(rename = "hand_seen")]
    HandSeen,
    /// The mediator asks something of the learner, in place of what was asked before.
    #[serde(rename = "called")]
    Called { call: Call },
    /// What the mediator asked no longer stands.
    #[serde(rename = "call_closed")]
    CallClosed,
    /// The request was registered under the number that `secret` gives.
    #[serde(rename = "registered")]
    Registered,
    #[serde(rename = "ended")]
    Ended { ending: String },
}

/// What was stored before mediators were told apart says nothing of them.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_false(yes: &bool) -> bool {
    !*yes
}

impl Event {
    /// The stored name, for the column that tells facts apart.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Started { .. } => "started",
            Self::Answered { .. } => "answered",
            Self::Mistaken { .. } => "mistaken",
            Self::GuardStopped { .. } => "guard_stopped",
            Self::Refused { .. } => "refused",
            Self::Passed { .. } => "passed",
            Self::WentBack { .. } => "went_back",
            Self::Followed { .. } => "followed",
            Self::RowAdded { .. } => "row_added",
            Self::RowRemoved { .. } => "row_removed",
            Self::MailSent { .. } => "mail_sent",
            Self::Waited { .. } => "waited",
            Self::Downloaded { .. } => "downloaded",
            Self::CookiesChosen { .. } => "cookies_chosen",
            Self::CookiesReopened => "cookies_reopened",
            Self::Mishap { .. } => "mishap",
            Self::MailOpened { .. } => "mail_opened",
            Self::PaperOpened { .. } => "paper_opened",
            Self::PaperLaid { .. } => "paper_laid",
            Self::PaperPutAway => "paper_put_away",
            Self::ModeChosen { .. } => "mode_chosen",
            Self::HintsLimited { .. } => "hints_limited",
            Self::HintGiven { .. } => "hint_given",
            Self::HandRaised { .. } => "hand_raised",
            Self::HandLowered => "hand_lowered",
            Self::HandSeen => "hand_seen",
            Self::Called { .. } => "called",
            Self::CallClosed => "call_closed",
            Self::Registered => "registered",
            Self::Ended { .. } => "ended",
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(minutes: &u16) -> bool {
    *minutes == 0
}

/// Why one answer was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: String,
    pub objection: Objection,
}

impl Problem {
    /// The question has just come up: nobody answered it wrong.
    pub fn is_news(&self) -> bool {
        self.objection == Objection::Appeared
    }
}

/// What the site, or the guard, objects to an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Objection {
    /// Nothing was answered.
    #[serde(rename = "missing")]
    Missing,
    /// The question was not on the page before these answers.
    #[serde(rename = "appeared")]
    Appeared,
    /// It has not the form of its kind; the code is one of the kind's.
    #[serde(rename = "malformed")]
    Malformed(String),
    /// A date later than the site allows.
    #[serde(rename = "too_late")]
    TooLate,
    /// The scenario's refusal of that rank, from 0.
    #[serde(rename = "refused")]
    Refused(usize),
    /// It could be somebody's real data.
    #[serde(rename = "real")]
    Real(Kind),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        guard::Slip,
        reference::Reference,
        rehearsal::room::{Ready, Words},
    };

    fn json(event: &Event) -> String {
        serde_json::to_string(event).expect("events are plain data")
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one line an event")]
    fn stored_names_are_a_promise() {
        let field = || "voie".to_owned();
        let screen = || "adresse".to_owned();
        let today = Date::new(2026, 11, 5).expect("a day");
        let persona = Box::new(Persona {
            values: [("nom".into(), "Essai".into())].into(),
            papers: vec!["carte-grise".into()],
        });
        let problems = vec![
            Problem { field: field(), objection: Objection::Missing },
            Problem { field: field(), objection: Objection::Appeared },
            Problem { field: field(), objection: Objection::Malformed("code-postal".into()) },
            Problem { field: field(), objection: Objection::TooLate },
            Problem { field: field(), objection: Objection::Refused(1) },
            Problem { field: field(), objection: Objection::Real(Kind::NumeroFiscal) },
        ];
        let promised = [
            (
                Event::Started { screen: screen(), persona, today, secret: 7 },
                r#"{"started":{"screen":"adresse","persona":{"values":{"nom":"Essai"},"papers":["carte-grise"]},"today":"2026-11-05","secret":7}}"#,
            ),
            (
                Event::Answered { field: field(), outcome: Outcome::Empty },
                r#"{"answered":{"field":"voie","outcome":"empty"}}"#,
            ),
            (
                Event::Answered {
                    field: field(),
                    outcome: Outcome::Persona(Reference::Persona("adresse.voie".into())),
                },
                r#"{"answered":{"field":"voie","outcome":{"persona":"personnage.adresse.voie"}}}"#,
            ),
            (
                Event::Answered { field: field(), outcome: Outcome::Slip(Slip::Swapped) },
                r#"{"answered":{"field":"voie","outcome":{"slip":"swapped"}}}"#,
            ),
            (
                Event::Answered { field: field(), outcome: Outcome::Different },
                r#"{"answered":{"field":"voie","outcome":"different"}}"#,
            ),
            (
                Event::Answered { field: field(), outcome: Outcome::Real(Kind::Phone) },
                r#"{"answered":{"field":"voie","outcome":{"real":"phone"}}}"#,
            ),
            (
                Event::Mistaken { field: field(), mistake: "ancienne-adresse".into() },
                r#"{"mistaken":{"field":"voie","mistake":"ancienne-adresse"}}"#,
            ),
            (
                Event::GuardStopped { field: field(), kind: Kind::Nir },
                r#"{"guard_stopped":{"field":"voie","kind":"nir"}}"#,
            ),
            (
                Event::Refused { screen: screen(), submission: "S1".into(), problems },
                concat!(
                    r#"{"refused":{"screen":"adresse","submission":"S1","problems":[{"field":"voie","objection":"missing"},{"field":"voie","objection":"appeared"},"#,
                    r#"{"field":"voie","objection":{"malformed":"code-postal"}},{"field":"voie","objection":"too_late"},"#,
                    r#"{"field":"voie","objection":{"refused":1}},{"field":"voie","objection":{"real":"numero_fiscal"}}]}}"#
                ),
            ),
            (
                Event::Passed { screen: screen(), to: "fin".into(), submission: "S2".into() },
                r#"{"passed":{"screen":"adresse","to":"fin","submission":"S2"}}"#,
            ),
            (
                Event::WentBack { screen: screen(), to: "code".into() },
                r#"{"went_back":{"screen":"adresse","to":"code"}}"#,
            ),
            (
                Event::Followed { screen: screen(), to: "aide".into() },
                r#"{"followed":{"screen":"adresse","to":"aide"}}"#,
            ),
            (
                Event::RowAdded { rows: "autres.1".into(), count: 2 },
                r#"{"row_added":{"rows":"autres.1","count":2}}"#,
            ),
            (
                Event::RowRemoved { rows: "autres".into(), row: 1, count: 1, fields: vec!["montant".into()] },
                r#"{"row_removed":{"rows":"autres","row":1,"count":1,"fields":["montant"]}}"#,
            ),
            (
                Event::MailSent { number: 1, mail: "accuse".into(), delay: 0, lasts: None },
                r#"{"mail_sent":{"number":1,"mail":"accuse"}}"#,
            ),
            (
                Event::MailSent { number: 2, mail: "code".into(), delay: 1, lasts: Some(15) },
                r#"{"mail_sent":{"number":2,"mail":"code","delay":1,"lasts":15}}"#,
            ),
            (Event::Waited { minutes: 1 }, r#"{"waited":{"minutes":1}}"#),
            (Event::Downloaded { paper: "accuse".into() }, r#"{"downloaded":{"paper":"accuse"}}"#),
            (
                Event::CookiesChosen { accepted: vec!["audience".into(), "videos".into()] },
                r#"{"cookies_chosen":{"accepted":["audience","videos"]}}"#,
            ),
            (Event::CookiesChosen { accepted: Vec::new() }, r#"{"cookies_chosen":{"accepted":[]}}"#),
            (Event::CookiesReopened, r#""cookies_reopened""#),
            (Event::Mishap { mishap: "session".into() }, r#"{"mishap":{"mishap":"session"}}"#),
            (Event::MailOpened { number: 1 }, r#"{"mail_opened":{"number":1}}"#),
            (
                Event::PaperOpened { paper: "carte-grise".into() },
                r#"{"paper_opened":{"paper":"carte-grise"}}"#,
            ),
            (Event::PaperLaid { paper: "carte-grise".into() }, r#"{"paper_laid":{"paper":"carte-grise"}}"#),
            (Event::PaperPutAway, r#""paper_put_away""#),
            (
                Event::ModeChosen { mode: Mode::Discover, by_mediator: false },
                r#"{"mode_chosen":{"mode":"decouvrir"}}"#,
            ),
            (
                Event::ModeChosen { mode: Mode::Guided, by_mediator: false },
                r#"{"mode_chosen":{"mode":"guide"}}"#,
            ),
            (
                Event::ModeChosen { mode: Mode::Alone, by_mediator: false },
                r#"{"mode_chosen":{"mode":"seul"}}"#,
            ),
            (
                Event::ModeChosen { mode: Mode::Test, by_mediator: false },
                r#"{"mode_chosen":{"mode":"epreuve"}}"#,
            ),
            (Event::HintsLimited { reach: HintReach::Answer }, r#"{"hints_limited":{"reach":"reponse"}}"#),
            (Event::HintsLimited { reach: HintReach::Place }, r#"{"hints_limited":{"reach":"endroit"}}"#),
            (
                Event::HintsLimited { reach: HintReach::Mediator },
                r#"{"hints_limited":{"reach":"mediateur"}}"#,
            ),
            (
                Event::HintGiven { field: field(), rung: 2, by_mediator: false },
                r#"{"hint_given":{"field":"voie","rung":2}}"#,
            ),
            (
                Event::HintGiven { field: field(), rung: 2, by_mediator: true },
                r#"{"hint_given":{"field":"voie","rung":2,"by_mediator":true}}"#,
            ),
            (Event::HandRaised { asks: Ask::Paper }, r#"{"hand_raised":{"asks":"papier"}}"#),
            (Event::HandLowered, r#""hand_lowered""#),
            (Event::HandSeen, r#""hand_seen""#),
            (
                Event::Called { call: Call::Say { words: Words::Ready(Ready::TakeTime) } },
                r#"{"called":{"call":{"say":{"words":{"ready":"temps"}}}}}"#,
            ),
            (
                Event::Called {
                    call: Call::Point { field: field(), words: Words::own("en haut").expect("harmless") },
                },
                r#"{"called":{"call":{"point":{"field":"voie","words":{"own":"en haut"}}}}}"#,
            ),
            (
                Event::Called { call: Call::Look { words: None } },
                r#"{"called":{"call":{"look":{"words":null}}}}"#,
            ),
            (
                Event::Called { call: Call::Go { screen: screen() } },
                r#"{"called":{"call":{"go":{"screen":"adresse"}}}}"#,
            ),
            (
                Event::Called { call: Call::Next { procedure: "caf/declaration".into() } },
                r#"{"called":{"call":{"next":{"procedure":"caf/declaration"}}}}"#,
            ),
            (Event::CallClosed, r#""call_closed""#),
            (Event::Registered, r#""registered""#),
            (Event::Ended { ending: "reussie".into() }, r#"{"ended":{"ending":"reussie"}}"#),
        ];
        for (event, stored) in promised {
            assert_eq!(json(&event), stored);
            assert!(stored.contains(&format!("\"{}\"", event.name())), "{stored}");
            assert_eq!(serde_json::from_str::<Event>(stored).expect("what is stored is read back"), event);
        }
    }
}
