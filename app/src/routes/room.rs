//! The addresses of rooms: for those who join, and for the mediators who lead them.

/// Where a code is typed.
pub const JOIN: &str = "/rejoindre";
/// The waiting room.
pub const WAITING: &str = "/attente";
/// When one is let in.
pub const WAITING_LIVE: &str = "/attente/direct";
/// Who one is in the room, and what will be done.
pub const ARRIVED: &str = "/bienvenue";
/// « Mes ateliers ».
pub const ROOMS: &str = "/equipe";
/// The form that opens a room.
pub const OPEN: &str = "/ateliers/nouveau";
/// Where it is sent.
pub const OPENED: &str = "/ateliers";
/// Plans kept for another time: one less, by POST.
pub const MODELS: &str = "/modeles";

/// The name of the input that holds a code.
pub const CODE: &str = "code";

/// What the projected picture leads to.
pub fn invitation(token: &str) -> String {
    format!("{JOIN}/{token}")
}

/// The addresses of one room, for its mediators.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a>(pub &'a str);

impl Room<'_> {
    /// The board.
    pub fn board(self) -> String {
        format!("/atelier/{}", self.0)
    }

    /// What changes on the board, as it changes. `shown` tells what the page shows already, here and below.
    pub fn live(self, shown: &str) -> String {
        direct(&self.board(), shown)
    }

    /// Every act, by POST.
    pub fn act(self) -> String {
        format!("{}/acte", self.board())
    }

    pub fn project(self) -> String {
        format!("{}/projeter", self.board())
    }

    /// Who has come in or left since, for the page that is projected.
    pub fn project_live(self, shown: &str) -> String {
        direct(&self.project(), shown)
    }

    /// The papers of all the seats, to be printed.
    pub fn envelopes(self) -> String {
        format!("{}/enveloppes", self.board())
    }

    pub fn seat(self, seat: &str) -> String {
        format!("{}/place/{seat}", self.board())
    }

    /// What changes about a seat.
    pub fn seat_live(self, seat: &str, shown: &str) -> String {
        direct(&self.seat(seat), shown)
    }

    /// Over the shoulder of a seat.
    pub fn look(self, seat: &str) -> String {
        format!("{}/regard", self.seat(seat))
    }

    pub fn look_live(self, seat: &str, shown: &str) -> String {
        direct(&self.look(seat), shown)
    }

    pub fn report(self) -> String {
        format!("{}/bilan", self.board())
    }

    pub fn csv(self) -> String {
        format!("{}.csv", self.report())
    }
}

fn direct(page: &str, shown: &str) -> String {
    format!("{page}/direct?vu={shown}")
}
