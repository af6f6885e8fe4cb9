//! What a learner, or the mediator of their room, asks of a rehearsal.
//!
//! A command carries readings, never typed text: the guard has sorted it first.

use std::collections::BTreeMap;

use super::{
    mode::Mode,
    room::{Ask, Call},
};
use crate::{
    date::Date,
    graph::{Graph, Rows, id, numbers},
    guard::Outcome,
    persona::{MOST_ITEMS, Persona},
};

/// What a rehearsal begins with: everything that comes from the outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    pub persona: Persona,
    pub today: Date,
    /// Chance, from which codes and numbers are drawn.
    pub secret: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The answers of a page, all at once. `visit` is the one the page was shown with.
    Submit {
        screen: String,
        visit: u32,
        submission: String,
        readings: Vec<Reading>,
    },
    /// « Précédent ».
    GoBack {
        visit: u32,
    },
    /// « Modifier », on a recap, or on a page found again with the browser's own button.
    GoTo {
        visit: u32,
        screen: String,
    },
    /// A link of the page, of the site's menu or of its foot.
    Follow {
        visit: u32,
        page: String,
    },
    /// A button beside the page's own, by its rank on the page, from 0.
    Press {
        visit: u32,
        button: usize,
    },
    /// One more row, in the list of that name.
    AddRow {
        visit: u32,
        rows: String,
    },
    /// A row less; rows are counted from 1.
    RemoveRow {
        visit: u32,
        rows: String,
        row: usize,
    },
    /// A choice in the site's cookie banner.
    ChooseCookies {
        consent: Consent,
    },
    /// « Gestion des cookies »: the banner is there again.
    ReopenCookies,
    OpenPaper {
        paper: String,
    },
    /// Lays a paper beside the clone.
    LayPaper {
        paper: String,
    },
    /// Puts away the paper that lies beside the clone.
    PutPaperAway,
    /// Takes the telephone in hand: all its messages are read at once.
    ReadPhone,
    /// « Relever les messages »: a minute of the scenario's time goes by.
    Wait,
    /// Opens the message of that number, counted from 1.
    OpenMail {
        number: u32,
    },
    /// Keeps the paper attached to the message of that number.
    KeepAttached {
        number: u32,
    },
    /// Asks for the next rung of help on a field, or on the page, as far as hints go.
    AskHint {
        field: String,
    },
    /// The mediator gives the next rung, to the last one.
    GiveHint {
        field: String,
    },
    /// No mediator is there any more: hints may be asked for to the last one.
    FreeHints,
    /// Goes on in another way: nothing of what was done is lost.
    ChooseMode {
        mode: Mode,
    },
    /// The mediator has the learner go on in that way, whatever hints may be asked for.
    GiveMode {
        mode: Mode,
    },
    /// Asks for the mediator of the room.
    RaiseHand {
        asks: Ask,
    },
    /// « Ce n'est plus la peine ».
    LowerHand,
    /// The mediator's « j'ai vu ».
    SeeHand,
    /// The mediator asks something of the learner.
    Call {
        call: Call,
    },
    /// What the mediator asked is read, or taken back.
    CloseCall,
    /// « J'ai fini »: closes the site, wherever the learner is.
    Finish,
}

/// What is accepted of what the cookie banner asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consent {
    /// « Tout accepter ».
    All,
    /// « Tout refuser ».
    Nothing,
    /// What was ticked under « Personnaliser », by name.
    Only(Vec<String>),
}

/// One field as the guard sorted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub field: String,
    pub outcome: Outcome,
    /// Code of the objection of its kind, when it has not its form.
    pub malformed: Option<String>,
    /// Kinds of real data stopped before this answer, in the browser.
    pub stopped_before: Option<crate::guard::Kind>,
}

/// Texts of a form by field, one text a part of its control.
pub type Answers = BTreeMap<String, Vec<String>>;

/// What was last typed on a page and not accepted yet: kept in memory to be shown again, never stored.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub screen: String,
    pub answers: Answers,
}

impl Draft {
    /// Lets go of what was typed in a row, counted from 1, of the list `rows`; later rows move up.
    pub fn remove_row(&mut self, graph: &Graph, rows: &str, row: usize) {
        let fields = graph.screen(&self.screen).and_then(|screen| screen.rows(rows)).map(Rows::fields);
        let around = numbers(rows);
        for field in fields.unwrap_or_default() {
            let at = |row: usize| id(&field, &[around.as_slice(), &[row]].concat());
            for row in row..=MOST_ITEMS {
                match self.answers.remove(&at(row + 1)) {
                    Some(typed) => drop(self.answers.insert(at(row), typed)),
                    None => drop(self.answers.remove(&at(row))),
                }
            }
        }
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("screen", &self.screen).finish_non_exhaustive()
    }
}

/// The page from which a command comes is no longer the current one: nothing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// The rehearsal has gone on since, in another tab.
    OldPage,
    /// The rehearsal has ended.
    Ended,
    /// The page, paper, message or field named is not to be had.
    NotThere,
}
