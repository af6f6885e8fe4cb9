//! The simulated mailbox and telephone.

use crate::{
    graph::Graph,
    rehearsal::{
        papers,
        state::{Arrived, State},
        wording::fill,
        world::Lived,
    },
};

/// One line of the mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    pub number: u32,
    pub from: String,
    pub subject: String,
    pub opened: bool,
    /// Among unwanted messages.
    pub unwanted: bool,
    pub has_paper: bool,
}

/// A message, open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMail {
    pub number: u32,
    pub phone: bool,
    pub from: String,
    pub address: String,
    pub subject: String,
    pub body: Vec<String>,
    /// The paper attached: its key, its title, and whether it was kept already.
    pub attached: Option<(String, String, bool)>,
}

/// What has arrived in the mailbox, newest first.
pub fn mails(graph: &Graph, state: &State) -> Vec<MailLine> {
    let line = |arrived: &Arrived| {
        let mail = mail(graph, state, arrived.number).filter(|mail| !mail.phone)?;
        Some(MailLine {
            number: arrived.number,
            subject: mail.subject,
            from: mail.from,
            opened: arrived.opened,
            unwanted: graph.mail(&arrived.mail).is_some_and(|mail| mail.unwanted),
            has_paper: mail.attached.is_some(),
        })
    };
    state.arrived().rev().filter_map(line).collect()
}

/// The messages of the telephone, oldest first, as they follow each other there.
pub fn texts(graph: &Graph, state: &State) -> Vec<OpenMail> {
    state
        .arrived()
        .filter_map(|arrived| mail(graph, state, arrived.number))
        .filter(|mail| mail.phone)
        .collect()
}

/// Whether a message of the scenario can come to the telephone.
pub fn has_phone(graph: &Graph) -> bool {
    graph.mails().iter().any(|mail| mail.phone)
}

/// Messages of the telephone not read yet, then those of the mailbox, but for the unwanted.
pub fn unread(graph: &Graph, state: &State) -> (usize, usize) {
    let unread = state.arrived().filter(|arrived| !arrived.opened);
    let mails = unread.filter_map(|arrived| graph.mail(&arrived.mail)).filter(|mail| !mail.unwanted);
    let (phone, mail): (Vec<_>, Vec<_>) = mails.partition(|mail| mail.phone);
    (phone.len(), mail.len())
}

/// The message of that number.
pub fn mail(graph: &Graph, state: &State, number: u32) -> Option<OpenMail> {
    let arrived = state.arrived().find(|arrived| arrived.number == number)?;
    let mail = graph.mail(&arrived.mail)?;
    let lived = Lived::new(graph, state).reading(number);
    Some(OpenMail {
        number,
        phone: mail.phone,
        from: fill(&mail.from, &lived),
        address: mail.address.clone(),
        subject: fill(&mail.subject, &lived),
        body: mail.body.iter().map(|paragraph| fill(paragraph, &lived)).collect(),
        attached: mail.attached.as_ref().and_then(|paper| {
            Some((paper.clone(), papers::title(graph, state, paper)?, state.has_paper(paper)))
        }),
    })
}
