//! What goes into the store and what comes out. Plain values; they promise nothing that the database does not check.

use std::borrow::Cow;
use std::sync::Arc;

/// A workshop and its first seat. A person alone is a workshop of one seat.
#[derive(Debug, Clone)]
pub struct NewWorkshop {
    pub workshop: String,
    pub seat: String,
    /// Digest of the seat's token, in hexadecimal.
    pub token_digest: String,
    pub at_ms: i64,
}

#[derive(Debug, Clone)]
pub struct NewRehearsal {
    pub workshop: String,
    pub rehearsal: String,
    pub seat: String,
    pub scenario: String,
    pub closure: Closure,
    pub at_ms: i64,
    pub facts: Vec<NewFact>,
}

/// The texts of a scenario as a rehearsal began with them (shared parts and parameters included).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    pub digest: String,
    pub body: Arc<str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFact {
    /// Its stored name.
    pub fact: Cow<'static, str>,
    /// JSON.
    pub body: String,
}

#[derive(Debug, Clone)]
pub struct Append {
    pub workshop: String,
    pub rehearsal: String,
    /// The `seq` that the caller decided upon.
    pub expected_seq: i64,
    pub submission: Option<String>,
    pub at_ms: i64,
    pub facts: Vec<NewFact>,
}

/// Where the facts went: they are the last ones up to `head` in their workshop, and up to `seq` in their rehearsal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The workshop's last position.
    pub head: i64,
    /// The rehearsal's number of facts: the next `expected_seq`.
    pub seq: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// Place in the workshop, from 1, without holes.
    pub position: i64,
    pub rehearsal: String,
    /// Place in the rehearsal, from 1, without holes.
    pub seq: i64,
    pub at_ms: i64,
    pub fact: String,
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RehearsalRow {
    pub workshop: String,
    pub rehearsal: String,
    pub seat: String,
    /// Digest of the token that the seat has now.
    pub token_digest: String,
    pub scenario: String,
    /// Digest of its closure.
    pub closure: String,
    pub seq: i64,
    pub started_at_ms: i64,
}

/// A key to be made for a seat.
#[derive(Debug, Clone)]
pub struct NewKey {
    pub workshop: String,
    pub seat: String,
    /// What opens the seat from another machine.
    pub pictures: String,
    pub at_ms: i64,
}

/// What is kept of a seat between two visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRow {
    /// Its key, if one was made.
    pub pictures: Option<String>,
    /// When its workshop was last touched: what purging looks at.
    pub touched_at_ms: i64,
}

/// A seat that changes hands.
#[derive(Debug, Clone)]
pub struct TakeSeat {
    pub pictures: String,
    /// Of the browser that comes.
    pub token_digest: String,
    pub at_ms: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRow {
    pub workshop: String,
    pub seat: String,
}

/// How much a purge erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Purged {
    pub workshops: usize,
    pub closures: usize,
}
