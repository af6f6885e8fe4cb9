//! What a room leaves behind: by seat, with what was learnt. Nothing in it names anybody or tells what was typed.

use scenarios::rehearsal::{Review, review};

use super::{Backend, Refusal, Rehearsed, Room, Watched};
use crate::store::{RoomSeatRow, Standing};

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
        let seats = watched.seats.iter().filter(|seat| seat.row.standing != Standing::Waiting);
        for seat in seats {
            for rehearsed in watched.rehearsals.iter().filter(|of| of.seat == seat.row.seat) {
                let found = self.of_workshop(&room.row.workshop, &rehearsed.rehearsal).await?;
                sheets.push(Sheet {
                    seat: seat.row.clone(),
                    rehearsed: rehearsed.clone(),
                    review: review(&found.graph, &found.state),
                });
            }
        }
        Ok(Told { watched, sheets })
    }
}
