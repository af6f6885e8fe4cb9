//! What a mediator does: each act is a fact of the rehearsals it is about, or a standing of the seats.

use scenarios::rehearsal::{self, Call, Command, Mode};

use super::{Backend, Refusal, Room};
use crate::{
    backend::{Answered, Found},
    chance, clock,
    library::digest,
    store::{Stand, Standing},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// « J'ai vu »: the hand is answered.
    SeeHand,
    /// The next rung of help, on what needs it most.
    Hint,
    Call(Call),
    /// What was asked stands no more: the pause is over.
    Resume,
    ChooseMode(Mode),
    /// In from the waiting room.
    LetIn,
    Remove,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    One(String),
    All,
}

impl Backend {
    /// Does `act` to a seat, or to all those of the room; says to how many. `NotThere`: it can be done to nobody, or
    /// changes nothing for anybody.
    pub async fn act_on(&self, room: &Room, whom: &Whom, act: &Act) -> Result<usize, Refusal> {
        match act {
            Act::LetIn => self.stand(room, whom, vec![Standing::Waiting], Standing::In).await,
            Act::Remove => {
                self.stand(room, whom, vec![Standing::Waiting, Standing::In], Standing::Removed).await
            }
            _ => self.tell(room, whom, act).await,
        }
    }

    async fn stand(
        &self,
        room: &Room,
        whom: &Whom,
        from: Vec<Standing>,
        to: Standing,
    ) -> Result<usize, Refusal> {
        let workshop = &room.row.workshop;
        let seat = match whom {
            Whom::One(seat) => Some(seat.clone()),
            Whom::All => None,
        };
        let removed = to == Standing::Removed;
        let moved = self
            .store
            .stand(Stand {
                workshop: workshop.clone(),
                seat,
                from,
                to,
                // Of a token that nobody has.
                token_digest: removed.then(|| digest(chance::token().as_bytes())),
                at_ms: clock::now_ms(),
            })
            .await?;
        if moved.is_empty() && matches!(whom, Whom::One(_)) {
            return Err(Refusal::NotThere);
        }
        for seat in &moved {
            if removed {
                self.seat_is_gone(workshop, seat).await?;
            } else {
                self.tell_seat(workshop, seat);
            }
        }
        self.moved(workshop);
        Ok(moved.len())
    }

    async fn tell(&self, room: &Room, whom: &Whom, act: &Act) -> Result<usize, Refusal> {
        let workshop = &room.row.workshop;
        let seats = match whom {
            Whom::One(seat) if self.seat_of(room, seat).await?.standing == Standing::In => vec![seat.clone()],
            // Gone since the board was drawn.
            Whom::One(_) => Vec::new(),
            Whom::All => {
                let seats = self.store.room_seats(workshop).await?.into_iter();
                seats.filter(|seat| seat.standing == Standing::In).map(|seat| seat.seat).collect()
            }
        };
        let mut told = 0;
        for seat in seats {
            let found = match self.rehearsal_of(room, &seat).await {
                Ok(found) => found,
                // Not begun yet: there is nothing to act upon.
                Err(Refusal::NotThere) => continue,
                Err(other) => return Err(other),
            };
            let Some(command) = command(&found, act) else { continue };
            let before = found.seq;
            if let Answered::Done(after) = self.act(found, command).await?
                && after.seq > before
            {
                told += 1;
                self.tell_seat(workshop, &seat);
            }
        }
        if told == 0 { Err(Refusal::NotThere) } else { Ok(told) }
    }
}

fn is_held(found: &Found) -> bool {
    matches!(found.state.call, Some(Call::Look { .. }))
}

fn command(found: &Found, act: &Act) -> Option<Command> {
    Some(match act {
        Act::SeeHand => Command::SeeHand,
        Act::Hint => Command::GiveHint { field: rehearsal::concern(&found.graph, &found.state)? },
        // A word to somebody who is held does not let them go.
        Act::Call(Call::Say { words }) if is_held(found) => {
            Command::Call { call: Call::Look { words: Some(words.clone()) } }
        }
        Act::Call(call) => Command::Call { call: call.clone() },
        Act::Resume if is_held(found) => Command::CloseCall,
        Act::ChooseMode(mode) => Command::GiveMode { mode: *mode },
        // What else was said stays until it is read.
        Act::Resume | Act::LetIn | Act::Remove => return None,
    })
}
