//! The mediator's space: rooms, the board, acts, the report. It knows no other space.
//!
//! Pages are functions of plain data. Of what a learner types there is nothing in it: see `scenarios::board`.

pub mod board;
pub mod confirm;
pub mod envelopes;
pub mod look;
pub mod open;
pub mod project;
pub mod report;
pub mod rooms;
pub mod seat;
mod words;

use crate::ui::Example;

/// Every page in its states.
pub fn examples() -> Vec<Example> {
    let mut all = rooms::examples();
    all.extend(open::examples());
    all.extend(board::examples());
    all.extend(seat::examples());
    all.extend(project::examples());
    all.extend(report::examples());
    all.extend(confirm::examples());
    all
}
