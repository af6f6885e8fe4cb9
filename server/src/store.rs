//! What Miroir remembers: workshops, seats, rehearsals and their facts.
//! It knows neither what a fact means (a name and a JSON body), nor the time, nor chance: callers hand in all three.
//!
//! A new verb is a method here, a file in [`sqlite`], a test in the conformance suite and a move in its model.

mod error;
mod folder;
mod people;
mod rooms;
mod rows;
pub mod sqlite;

use async_trait::async_trait;

pub use error::{AppendError, BeginError, KeyError, OpenError, StoreError};
pub use folder::DataFolder;
pub use people::{
    AccountError, AccountRow, ChangeAccount, EndSessions, InvitationRow, JournalLine, NewAccount, NewSession,
    People, PlaceRow, PurgePeople, Role, SessionRow,
};
pub use rooms::{
    Door, Join, ModelRow, NewModel, NewRoom, RoomCall, RoomRow, RoomSeatRow, Rooms, Stand, Standing,
};
pub use rows::{
    Append, Appended, Closure, FactRow, KeptRow, NewFact, NewKey, NewRehearsal, NewWorkshop, Purged,
    RehearsalRow, SeatRow, TakeSeat,
};

/// The memory of the server, whatever the database.
///
/// - A verb that returned `Ok` is on the disk.
/// - A verb that returned an error changed nothing (an error of the disk itself during the last write is the
///   exception that no database can exclude: the verb may then be found recorded after a crash; a submission id makes
///   sending it again harmless).
/// - A caller that goes away half-way leaves a verb done or not done, never half done.
#[async_trait]
pub trait Store: Rooms + People {
    /// Opens a workshop and its first seat.
    async fn open_workshop(&self, workshop: NewWorkshop) -> Result<(), BeginError>;

    /// Records a rehearsal, its first facts (`seq` 1 and up), and the closure it is pinned to.
    async fn start_rehearsal(&self, rehearsal: NewRehearsal) -> Result<Appended, BeginError>;

    /// Both of the above at once, or neither: the first click of a person practising alone.
    /// The rehearsal must name the workshop and the seat being opened.
    async fn start_alone(
        &self,
        workshop: NewWorkshop,
        rehearsal: NewRehearsal,
    ) -> Result<Appended, BeginError>;

    /// Adds facts to a rehearsal, provided that nobody added any since `expected_seq`.
    ///
    /// With a submission id, the facts are recorded once however often they are sent; that the submission is known
    /// (`AlreadyRecorded`) is said before that `seq` moved (`Conflict`). Without facts, the submission alone is recorded.
    async fn append(&self, append: Append) -> Result<Appended, AppendError>;

    async fn rehearsal(&self, workshop: &str, rehearsal: &str) -> Result<Option<RehearsalRow>, StoreError>;

    /// The rehearsal that a seat started last.
    async fn latest_rehearsal(&self, workshop: &str, seat: &str) -> Result<Option<RehearsalRow>, StoreError>;

    /// The facts of one rehearsal with a `seq` greater than `after_seq`, in order. From 0: all of them.
    async fn facts(
        &self,
        workshop: &str,
        rehearsal: &str,
        after_seq: i64,
    ) -> Result<Vec<FactRow>, StoreError>;

    /// At most `limit` facts of a workshop with a position greater than `after_position`, in order.
    /// Reading on from the last position seen misses nothing: a fact never appears behind a later one.
    async fn since(
        &self,
        workshop: &str,
        after_position: i64,
        limit: u32,
    ) -> Result<Vec<FactRow>, StoreError>;

    async fn closure(&self, digest: &str) -> Result<Option<Closure>, StoreError>;

    /// Gives a seat another token, so that the former one opens nothing. `false`: there is no such seat.
    async fn replace_token(&self, workshop: &str, seat: &str, token_digest: &str)
    -> Result<bool, StoreError>;

    /// Makes the key of a seat that has none, and touches the workshop: its delay starts again.
    /// Gives the key the seat has, the former one if there was one.
    async fn make_key(&self, key: NewKey) -> Result<String, KeyError>;

    /// What is kept of a seat; `None`: there is no such seat.
    async fn kept(&self, workshop: &str, seat: &str) -> Result<Option<KeptRow>, StoreError>;

    /// Gives the seat that a key opens to the bearer of another token, and remembers the former one.
    /// `None`: the key opens nothing.
    async fn take_seat(&self, take: TakeSeat) -> Result<Option<SeatRow>, StoreError>;

    /// Whether a token opened this seat until another browser took it by its key.
    async fn was_taken_from(
        &self,
        workshop: &str,
        seat: &str,
        token_digest: &str,
    ) -> Result<bool, StoreError>;

    /// Erases a workshop with all that belongs to it. `false`: there is no such workshop.
    async fn erase_workshop(&self, workshop: &str) -> Result<bool, StoreError>;

    /// Erases the workshops last touched before `older_than_ms`, then the closures no rehearsal refers to.
    async fn purge(&self, older_than_ms: i64) -> Result<Purged, StoreError>;

    /// Reads, and writes something that changes nothing: whether the next learner will be served.
    async fn check(&self) -> Result<(), StoreError>;

    /// Finishes what was accepted, refuses the rest ([`StoreError::Closed`]), and lets go of the files.
    async fn close(&self);
}
