//! Leaving an exercise and taking it up again: on the same machine by its cookie, on another by four pictures.

use std::{fmt, net::IpAddr};

use app::ui::picture::{COUNT, Picture};
use jiff::{ToSpan as _, civil};
use tokio::time::{Instant, sleep};

use super::{Backend, Pass, Refusal};
use crate::{
    chance, clock,
    library::digest,
    store::{KeyError, NewKey, TakeSeat},
};

/// Pictures in a key.
pub const PICTURES: usize = 4;

/// Four pictures in order, no two alike: 863,040 keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Key([Picture; PICTURES]);

/// What a learner is told before leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The whole of this day is still in time.
    pub until: civil::Date,
    pub key: Option<Key>,
}

/// Keys drawn before giving up: even with half of them taken, one try in a thousand fails.
const DRAWS: usize = 10;

impl Backend {
    /// The key of the seat, made now if need be. The delay starts again.
    pub async fn leave(&self, pass: &Pass) -> Result<Key, Refusal> {
        for _ in 0..DRAWS {
            let new = NewKey {
                workshop: pass.workshop.clone(),
                seat: pass.seat.clone(),
                pictures: Key::draw().text(),
                at_ms: clock::now_ms(),
            };
            match self.store.make_key(new).await {
                Ok(pictures) => return Key::read(pictures.split(' ')).ok_or(Refusal::History),
                Err(KeyError::Taken) => {}
                Err(KeyError::Gone) => return Err(Refusal::NotThere),
                Err(KeyError::Store(error)) => return Err(error.into()),
            }
        }
        Err(Refusal::Contended)
    }

    /// Until when the exercise of a seat is kept, and its key if it has one.
    pub async fn kept(&self, pass: &Pass) -> Result<Kept, Refusal> {
        let row = self.store.kept(&pass.workshop, &pass.seat).await?.ok_or(Refusal::NotThere)?;
        let until = clock::day_of(row.touched_at_ms).saturating_add(i64::from(self.keep_days).days());
        let key = row.pictures.and_then(|pictures| Key::read(pictures.split(' ')));
        Ok(Kept { until, key })
    }

    /// « Quitter cet ordinateur »: the exercise stays, for whoever has its key, and no pass opens it any more.
    pub async fn quit(&self, pass: &Pass) -> Result<(), Refusal> {
        // Of a token that nobody has.
        let token_digest = digest(chance::token().as_bytes());
        self.store.replace_token(&pass.workshop, &pass.seat, &token_digest).await?;
        self.forget(&pass.workshop, &pass.seat).await
    }

    /// What the next person at this browser must not find: the exercise goes, unless its key was given.
    pub async fn clear_away(&self, pass: &Pass) -> Result<(), Refusal> {
        if self.seated(pass).await?.is_some() {
            return match self.kept(pass).await?.key {
                Some(_) => self.quit(pass).await,
                None => self.leave_room(pass).await,
            };
        }
        if self.latest(pass).await?.is_none() {
            return Err(Refusal::NotThere);
        }
        match self.kept(pass).await?.key {
            Some(_) => self.quit(pass).await,
            None => self.erase(pass).await.map(|_| ()),
        }
    }

    /// A new pass to the seat that a key opens, and its exercise. The former pass opens nothing from then on.
    /// `NotThere`: no key at all, or one that was erased, or whose delay is over; nothing tells which. `Contended`: too
    /// many are trying. `from` is where the try comes from, when that is known.
    pub async fn take_up(&self, key: Key, from: Option<IpAddr>) -> Result<(Pass, String), Refusal> {
        let guess = self.guesses.enter(from, Instant::now()).ok_or(Refusal::Contended)?;
        sleep(guess.wait).await;
        let token = chance::token();
        let take =
            TakeSeat { pictures: key.text(), token_digest: digest(token.as_bytes()), at_ms: clock::now_ms() };
        let Some(seat) = self.store.take_seat(take).await? else {
            guess.failed();
            return Err(Refusal::NotThere);
        };
        self.forget(&seat.workshop, &seat.seat).await?;
        let pass = Pass { workshop: seat.workshop, seat: seat.seat, token };
        let rehearsal = self.latest(&pass).await?.ok_or(Refusal::NotThere)?;
        Ok((pass, rehearsal))
    }

    /// In memory only: who has the seat has changed, and what was typed and not sent goes.
    pub(in crate::backend) async fn forget(&self, workshop: &str, seat: &str) -> Result<(), Refusal> {
        self.live.forget_seat(workshop, seat);
        if let Some(latest) = self.store.latest_rehearsal(workshop, seat).await? {
            self.drafts.forget(workshop, &latest.rehearsal);
        }
        Ok(())
    }
}

impl Key {
    fn draw() -> Self {
        Self(chance::some_of(COUNT).map(Picture::nth))
    }

    /// From the words of its pictures.
    pub fn read<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<Self> {
        let pictures: Option<Vec<Picture>> = words.into_iter().map(Picture::read).collect();
        pictures?.try_into().ok().map(Self)
    }

    pub const fn pictures(&self) -> [Picture; PICTURES] {
        self.0
    }

    fn text(self) -> String {
        self.0.map(Picture::word).join(" ")
    }
}

/// A key opens an exercise: it stays out of logs.
impl fmt::Debug for Key {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Key")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_key_is_read_back_from_what_is_stored() {
        for _ in 0..100 {
            let key = Key::draw();
            assert_eq!(Key::read(key.text().split(' ')), Some(key));
            assert_eq!(key.pictures().into_iter().collect::<BTreeSet<_>>().len(), PICTURES, "no two alike");
        }
    }

    #[test]
    fn what_is_no_key_is_not_read() {
        for text in ["", "chat", "chat cle lune", "chat cle lune velo livre", "chat cle lune licorne"] {
            assert_eq!(Key::read(text.split(' ')), None, "{text}");
        }
    }

    #[test]
    fn a_key_stays_out_of_logs() {
        assert_eq!(format!("{:?}", Key::read(["chat", "cle", "lune", "velo"])), "Some(Key)");
    }
}
