//! What a room leaves behind: by seat, with what was learnt. Nothing in it names anybody or tells what was typed.

use scenarios::rehearsal::{Review, review};

use super::{Backend, Refusal, Rehearsed, Room, Watched};
use crate::store::RoomSeatRow;

/// One rehearsal looked back on.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub seat: RoomSeatRow,
    pub rehearsed: Rehearsed,
    pub review: Review,
}

/// The whole room.
#[derive(Debug, Clone)]
pub struct Told {
    pub watched: Watched,
    /// In the order of coming, then of beginning.
    pub sheets: Vec<Sheet>,
}

impl Backend {
    pub async fn report(&self, room: &Room) -> Result<Told, Refusal> {
        let watched = self.watch(room).await?;
        let mut sheets = Vec::new();
        // Of those who were removed, too: what they did happened.
        for seat in self.store.room_seats(&room.row.workshop).await? {
            for rehearsed in watched.rehearsals.iter().filter(|of| of.seat == seat.seat) {
                let found = self.of_workshop(&room.row.workshop, &rehearsed.rehearsal).await?;
                sheets.push(Sheet {
                    seat: seat.clone(),
                    rehearsed: rehearsed.clone(),
                    review: review(&found.graph, &found.state),
                });
            }
        }
        Ok(Told { watched, sheets })
    }
}
