//! The staff: how accounts are made, opened and closed. Nothing of a learner passes here.
//!
//! No e-mail is needed for anything: accounts begin by a link that somebody hands over.

mod factor;
mod password;
mod sessions;
mod tries;

use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, PoisonError},
};

use tokio::time::Instant;

use super::{Backend, Refusal};
use crate::{
    chance, clock,
    library::digest,
    store::{
        AccountError, AccountRow, ChangeAccount, InvitationRow, JournalLine, NewAccount, PlaceRow,
        PurgePeople, Role,
    },
};

pub use factor::Enrolment;
pub use password::Weak;
pub use sessions::{Signed, Unchanged, Unsigned};

use self::{factor::Pending, password::Hashing, tries::Tries};

/// Somebody of the staff, signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    pub account: String,
    pub login: String,
    /// As learners are told it.
    pub name: String,
    pub role: Role,
    pub place: PlaceRow,
    pub has_second_factor: bool,
}

/// What is typed to make an account.
#[derive(Clone)]
pub struct Newcomer {
    pub login: String,
    pub name: String,
    pub password: String,
}

/// Why an account is not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The login is not letters, digits, points and dashes, three to forty of them.
    #[error("the login is not one")]
    Login,
    #[error("the name is missing, or too long")]
    Name,
    #[error("the name of the place is missing, too long, or another's")]
    Place,
    #[error("the password is weak")]
    Password(Weak),
    #[error("the login is taken")]
    Taken,
    /// The link was used, or is too old.
    #[error("the link is good no more")]
    Gone,
    #[error(transparent)]
    Refused(#[from] Refusal),
}

#[derive(Debug, Default)]
pub(super) struct People {
    /// The link of the first account, or of a new host: memory only, one at each start.
    installation: Mutex<Option<Installation>>,
    hashing: Hashing,
    /// Those who gave their password and owe a code; those who are setting up their second factor.
    pending: Mutex<HashMap<String, Pending>>,
    tries: Tries,
}

/// The link printed at start.
struct Installation {
    key: String,
    /// For the first account: good only while there is none.
    first: bool,
}

/// The key stays out of logs.
impl fmt::Debug for Installation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Installation").field("first", &self.first).finish_non_exhaustive()
    }
}

/// An invitation is good for a week.
const INVITED_FOR_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// The journal is kept for a year.
const JOURNAL_DAYS: u16 = 365;
/// Lines of the journal shown.
const SHOWN: u32 = 500;
const LONGEST_NAME: usize = 60;

impl Backend {
    /// A link for the first account, when there is none yet, or for one more host when the machine's owner asks.
    pub async fn installation(&self, one_more: bool) -> Result<Option<String>, Refusal> {
        let first = self.store.has_no_account().await?;
        if !one_more && !first {
            return Ok(None);
        }
        let key = chance::token();
        self.keep_installation(Installation { key: key.clone(), first });
        Ok(Some(key))
    }

    /// Whether that is the link printed at start, not used yet.
    pub fn can_install(&self, key: &str) -> bool {
        self.people
            .installation
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .is_some_and(|it| it.is(key))
    }

    /// Makes a host's account, and its place. The link is used up.
    pub async fn install(&self, key: &str, newcomer: Newcomer, place: &str) -> Result<Staff, NotMade> {
        if !self.can_install(key) {
            return Err(NotMade::Gone);
        }
        let place = PlaceRow { id: chance::id(), name: named(place).ok_or(NotMade::Place)? };
        let mut account = self.prepare(newcomer, Role::Host, place).await?;
        // Taken before the account is made, and given back if it is not: two who come at once are not two hosts.
        let taken = self
            .people
            .installation
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take_if(|it| it.is(key))
            .ok_or(NotMade::Gone)?;
        account.first = taken.first;
        let made = self.register(account, "installation").await;
        if matches!(made, Err(NotMade::Taken | NotMade::Refused(_))) {
            self.keep_installation(taken);
        }
        made
    }

    fn keep_installation(&self, installation: Installation) {
        *self.people.installation.lock().unwrap_or_else(PoisonError::into_inner) = Some(installation);
    }

    /// A link by which somebody makes their account: shown once.
    pub async fn invite(&self, host: &Staff, role: Role, place: &str) -> Result<String, Refusal> {
        let place = self.place(place).await?;
        let token = chance::token();
        let now = clock::now_ms();
        let invitation = InvitationRow {
            token_digest: digest(token.as_bytes()),
            role,
            place: place.clone(),
            made_by: host.account.clone(),
            made_at_ms: now,
            good_until_ms: now + INVITED_FOR_MS,
        };
        let line = line(&place.id, host, "invite", role.word());
        self.store.invite(invitation, line).await?;
        Ok(token)
    }

    /// The links handed over and not used yet, the last first.
    pub async fn invitations(&self) -> Result<Vec<InvitationRow>, Refusal> {
        Ok(self.store.invitations(clock::now_ms()).await?)
    }

    /// Takes a link back, named by the digest of its token. `NotThere`: it was used meanwhile, or taken back.
    pub async fn withdraw(&self, host: &Staff, token_digest: &str) -> Result<(), Refusal> {
        let line = line(&host.place.id, host, "invitation-retiree", "");
        if self.store.withdraw(token_digest, line).await? { Ok(()) } else { Err(Refusal::NotThere) }
    }

    /// What an invitation is for, while it is good.
    pub async fn invited(&self, token: &str) -> Result<Option<InvitationRow>, Refusal> {
        let found = self.store.invitation(&digest(token.as_bytes())).await?;
        Ok(found.filter(|invitation| invitation.good_until_ms > clock::now_ms()))
    }

    /// Makes the account that an invitation is for, and uses it up.
    pub async fn accept(&self, token: &str, newcomer: Newcomer) -> Result<Staff, NotMade> {
        let invitation = self.invited(token).await?.ok_or(NotMade::Gone)?;
        let mut account = self.prepare(newcomer, invitation.role, invitation.place).await?;
        account.invitation = Some(invitation.token_digest);
        self.register(account, "invitation").await
    }

    /// Looks at what was typed, and hashes the password.
    async fn prepare(&self, newcomer: Newcomer, role: Role, place: PlaceRow) -> Result<NewAccount, NotMade> {
        let login = login(&newcomer.login).ok_or(NotMade::Login)?;
        let name = named(&newcomer.name).ok_or(NotMade::Name)?;
        password::check(&newcomer.password, &login).map_err(NotMade::Password)?;
        let password = self.people.hashing.hash(newcomer.password).await?;
        let (id, at_ms) = (chance::id(), clock::now_ms());
        Ok(NewAccount { id, login, name, role, place, password, invitation: None, first: false, at_ms })
    }

    async fn register(&self, account: NewAccount, by: &str) -> Result<Staff, NotMade> {
        let staff = Staff {
            account: account.id.clone(),
            login: account.login.clone(),
            name: account.name.clone(),
            role: account.role,
            place: account.place.clone(),
            has_second_factor: false,
        };
        let about = format!("{} {by}", account.role.word());
        let line = line(&staff.place.id, &staff, "compte-ouvert", &about);
        self.store.make_account(account, line).await.map_err(|error| match error {
            AccountError::Taken => NotMade::Taken,
            AccountError::Gone => NotMade::Gone,
            AccountError::Store(error) => NotMade::Refused(error.into()),
        })?;
        Ok(staff)
    }

    /// Accounts and places: all of them for a host.
    pub async fn accounts(&self) -> Result<Vec<AccountRow>, Refusal> {
        Ok(self.store.accounts(None).await?)
    }

    pub async fn places(&self) -> Result<Vec<PlaceRow>, Refusal> {
        Ok(self.store.places().await?)
    }

    async fn place(&self, id: &str) -> Result<PlaceRow, Refusal> {
        let places = self.store.places().await?;
        places.into_iter().find(|place| place.id == id).ok_or(Refusal::NotThere)
    }

    /// Makes a place, or names one otherwise.
    pub async fn name_place(&self, host: &Staff, id: Option<&str>, name: &str) -> Result<(), NotMade> {
        let name = named(name).ok_or(NotMade::Place)?;
        let id = match id {
            Some(id) => self.place(id).await?.id,
            None => chance::id(),
        };
        // Nothing would tell two of one name apart, where a place is chosen.
        let same = |place: &PlaceRow| place.id != id && place.name.to_lowercase() == name.to_lowercase();
        if self.places().await?.iter().any(same) {
            return Err(NotMade::Place);
        }
        let line = line(&id, host, "lieu", &name);
        Ok(self.store.name_place(PlaceRow { id, name }, line).await.map_err(Refusal::from)?)
    }

    /// `NotThere`: no such open account, or it is the last host.
    pub async fn give_role(&self, host: &Staff, account: &str, role: Role) -> Result<(), Refusal> {
        let change = ChangeAccount { account: account.into(), role: Some(role), ..ChangeAccount::default() };
        self.change(host, change, "role", &format!("{account} {}", role.word())).await
    }

    /// Somebody goes to another place, and leads its rooms from then on. `NotThere`: no such open account or place.
    pub async fn give_place(&self, host: &Staff, account: &str, place: &str) -> Result<(), Refusal> {
        let place = self.place(place).await?.id;
        let there = self.store.account(account).await?.ok_or(Refusal::NotThere)?;
        if there.place.id == place {
            // Pressed twice: they are there.
            return Ok(());
        }
        let about = format!("{account} {place}");
        let place = Some(place);
        let change = ChangeAccount { account: account.into(), place, ..ChangeAccount::default() };
        self.change(host, change, "autre-lieu", &about).await
    }

    /// Closes an account; its sessions end at once. `NotThere`: no such open account, or it is the last host.
    pub async fn close_account(&self, host: &Staff, account: &str) -> Result<(), Refusal> {
        let close_at_ms = Some(clock::now_ms());
        let change = ChangeAccount { account: account.into(), close_at_ms, ..ChangeAccount::default() };
        self.change(host, change, "compte-ferme", account).await
    }

    async fn change(&self, by: &Staff, change: ChangeAccount, act: &str, about: &str) -> Result<(), Refusal> {
        let changed = self.store.change_account(change, line(&by.place.id, by, act, about)).await?;
        if changed { Ok(()) } else { Err(Refusal::NotThere) }
    }

    /// The journal, the last lines first: of one place, or all.
    pub async fn journal(&self, place: Option<&str>) -> Result<Vec<JournalLine>, Refusal> {
        Ok(self.store.journal(place, SHOWN).await?)
    }

    /// Adds a line to the journal: an act on a room, a look over a shoulder.
    pub async fn note(&self, by: &Staff, act: &str, about: &str) -> Result<(), Refusal> {
        Ok(self.store.note(line(&by.place.id, by, act, about)).await?)
    }

    /// Old lines, ended sessions and invitations go.
    pub async fn purge_people(&self) -> Result<usize, Refusal> {
        let now_ms = clock::now_ms();
        let purge = PurgePeople {
            journal_before_ms: clock::start_of_day_ms(JOURNAL_DAYS),
            seen_before_ms: now_ms - sessions::IDLE_MS,
            opened_before_ms: now_ms - sessions::LONGEST_MS,
            now_ms,
        };
        let now = Instant::now();
        self.people.pending.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, one| one.is_good(now));
        Ok(self.store.purge_people(purge).await?)
    }
}

fn line(place: &str, by: &Staff, act: &str, about: &str) -> JournalLine {
    JournalLine {
        at_ms: clock::now_ms(),
        place: place.to_owned(),
        account: by.account.clone(),
        act: act.to_owned(),
        about: about.to_owned(),
    }
}

impl Installation {
    /// Digests are compared: the time taken tells nothing.
    fn is(&self, key: &str) -> bool {
        digest(self.key.as_bytes()) == digest(key.as_bytes())
    }
}

/// Letters without accents, digits, points and dashes; the same in capitals. An e-mail address is none: nothing needs it.
fn login(typed: &str) -> Option<String> {
    let login = typed.trim().to_lowercase();
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'.' | b'-');
    ((3..=40).contains(&login.len()) && login.bytes().all(plain)).then_some(login)
}

fn named(typed: &str) -> Option<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=LONGEST_NAME).contains(&name.chars().count()).then_some(name)
}

impl From<&AccountRow> for Staff {
    fn from(row: &AccountRow) -> Self {
        Self {
            account: row.id.clone(),
            login: row.login.clone(),
            name: row.name.clone(),
            role: row.role,
            place: row.place.clone(),
            has_second_factor: row.second_factor.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_plain_and_the_same_in_capitals() {
        assert_eq!(login(" Claire.Durand-2 ").as_deref(), Some("claire.durand-2"));
        for wrong in ["", "cl", "claire durand", "claire@exemple.org", "hélène", &"a".repeat(41), "a/b"] {
            assert_eq!(login(wrong), None, "{wrong}");
        }
    }
}
