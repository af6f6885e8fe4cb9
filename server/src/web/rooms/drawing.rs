//! A room's board, drawn once for all those who look at it, and remembered by its parts.
//!
//! Each part knows in which drawing it came to be as it is. So a page stands at a position in the drawings, and whoever comes
//! back after a cut is sent what has changed since, nothing of it twice. A position of before a restart is not known: all
//! is sent. No stream remembers anything but its position, and one that is slow to read holds nobody back.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex as Blocking, PoisonError},
    time::Duration,
};

use app::{
    live::{News, SAID},
    mediator::board::{self as pages, Board, GROUP, HEAD, LINES, MINUTES, TILES},
    render::to_html,
};
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    time::{Instant, sleep_until},
};

use super::{Room, Web, shown::shown};
use crate::{backend::Refusal, chance};

/// Between two drawings of a room for its streams, at the least, however many they are.
const APART: Duration = Duration::from_millis(50);
/// A drawing is as good as a new one for so long, when nothing was told: times are told in minutes.
const FRESH: Duration = Duration::from_secs(2);
/// A drawing that nobody asked for is forgotten.
const IDLE: Duration = Duration::from_mins(15);

#[derive(Debug, Default)]
pub(in crate::web) struct Drawings(Blocking<HashMap<String, Kept>>);

/// A room's drawing, and when it was last asked for.
type Kept = (Arc<Mutex<Drawing>>, Instant);

#[derive(Debug)]
pub(super) struct Drawing {
    /// Tells it from the drawing of another memory.
    memory: u64,
    /// Counts the drawings that differ from the one before.
    version: u64,
    /// It holds all that the hub had told up to this word.
    told: u64,
    drawn_at: Option<Instant>,
    board: Board,
    /// By id; of a line, what stands around its own parts; of an order, the ids.
    parts: BTreeMap<String, Part>,
    /// Who needs somebody, and since which drawing.
    calling: BTreeMap<String, u64>,
}

#[derive(Debug)]
struct Part {
    html: String,
    since: u64,
}

/// Where the lines and the tiles stand in the parts.
const ORDERS: [(&str, &str); 2] = [(LINES, "ordre des lignes"), (TILES, "ordre des tuiles")];

impl Drawings {
    /// As of now, for a page.
    pub(super) async fn now(&self, web: &Web, room: &Room) -> Result<OwnedMutexGuard<Drawing>, Refusal> {
        let told = web.backend.hub.said();
        let mut drawing = self.of(&room.row.workshop).lock_owned().await;
        drawing.draw(web, room, told).await?;
        Ok(drawing)
    }

    /// With everything that the hub had told up to that word, for a stream.
    pub(super) async fn as_told(
        &self,
        web: &Web,
        room: &Room,
        told: u64,
    ) -> Result<OwnedMutexGuard<Drawing>, Refusal> {
        let mut drawing = self.of(&room.row.workshop).lock_owned().await;
        match drawing.drawn_at {
            Some(at) if drawing.told >= told && at.elapsed() < FRESH => {}
            Some(at) if drawing.told < told => {
                // What is told meanwhile is drawn too, and is news to the others at once.
                sleep_until(at + APART).await;
                let told = web.backend.hub.said();
                drawing.draw(web, room, told).await?;
            }
            _ => drawing.draw(web, room, told).await?,
        }
        Ok(drawing)
    }

    fn of(&self, workshop: &str) -> Arc<Mutex<Drawing>> {
        let mut drawings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        drawings.retain(|_, (drawing, asked)| Arc::strong_count(drawing) > 1 || now - *asked < IDLE);
        let (drawing, asked) = drawings
            .entry(workshop.to_owned())
            .or_insert_with(|| (Arc::new(Mutex::new(Drawing::new())), now));
        *asked = now;
        Arc::clone(drawing)
    }
}

impl Drawing {
    fn new() -> Self {
        Self {
            memory: chance::seed(),
            version: 0,
            told: 0,
            drawn_at: None,
            board: Board::default(),
            parts: BTreeMap::new(),
            calling: BTreeMap::new(),
        }
    }

    /// `told` was read before: what it was about is in what is read now.
    async fn draw(&mut self, web: &Web, room: &Room, told: u64) -> Result<(), Refusal> {
        let room = web.backend.room(&room.row.place, &room.row.workshop).await?;
        let watched = web.backend.watch(&room).await?;
        self.take(shown(web, &watched));
        self.told = self.told.max(told);
        self.drawn_at = Some(Instant::now());
        Ok(())
    }

    pub(super) const fn board(&self) -> &Board {
        &self.board
    }

    /// Where a page stands that shows all of it.
    pub(super) fn position(&self) -> String {
        format!("{:x}.{}", self.memory, self.version)
    }

    fn take(&mut self, board: Board) {
        let next = self.version + 1;
        let before = std::mem::take(&mut self.parts);
        let mut keep = |id: String, html: String| {
            let same = before.get(&id).filter(|part| part.html == html);
            let since = same.map_or(next, |part| part.since);
            self.parts.insert(id, Part { html, since });
        };
        let crowd = board.seats.len();
        let mut orders = [Vec::new(), Vec::new()];
        for (rank, seat) in board.seats.iter().enumerate() {
            let id = place(seat);
            let line = pages::is_line(seat, rank, crowd);
            if line {
                keep(id.clone(), pages::line_shell(seat, rank, crowd, board.now_ms));
                for (part, html) in pages::line_parts(&board.head, seat, board.now_ms) {
                    keep(part, html);
                }
            } else {
                keep(id.clone(), pages::line(&board.head, seat, rank, crowd, board.now_ms));
            }
            orders[usize::from(!line)].push(id);
        }
        for ((_, order), ids) in ORDERS.iter().zip(orders) {
            keep((*order).to_owned(), ids.join(" "));
        }
        keep(HEAD.to_owned(), to_html(|| pages::head_part(&board.head)));
        keep(GROUP.to_owned(), to_html(|| pages::group(&board.group)));
        keep(MINUTES.to_owned(), to_html(|| pages::minutes(&board.minutes)));
        let calling = board.seats.iter().filter(|seat| calls(seat)).map(|seat| {
            let since = self.calling.get(&seat.id).copied().unwrap_or(next);
            (seat.id.clone(), since)
        });
        self.calling = calling.collect();
        // Whoever goes is missing from an order, which is a part.
        if self.parts.values().any(|part| part.since == next) {
            self.version = next;
        }
        self.board = board;
    }

    /// What is not as it was at that position; all of it, when the position is not one of this memory.
    pub(super) fn since(&self, shown: &str) -> News {
        let known = self.known(shown);
        let is_new = |id: &str| {
            self.parts
                .get(id)
                .filter(|part| known.is_none_or(|known| part.since > known))
                .map(|part| &*part.html)
        };
        let mut news = News::default();
        let board = &self.board;
        let crowd = board.seats.len();
        for (rank, seat) in board.seats.iter().enumerate() {
            if is_new(&place(seat)).is_some() {
                news.part(&pages::line(&board.head, seat, rank, crowd, board.now_ms));
            } else {
                // A tile has no parts of its own.
                pages::line_part_ids(seat)
                    .iter()
                    .filter_map(|id| is_new(id))
                    .for_each(|html| news.part(html));
            }
        }
        for (inside, order) in ORDERS {
            if let Some(ids) = is_new(order) {
                news.order(inside, ids.split(' ').filter(|id| !id.is_empty()));
            }
        }
        for id in [HEAD, GROUP, MINUTES] {
            if let Some(html) = is_new(id) {
                news.part(html);
            }
        }
        if let Some(known) = known {
            self.say(&mut news, known);
        }
        news
    }

    /// Soberly: who needs somebody and did not then.
    fn say(&self, news: &mut News, known: u64) {
        let new = |seat: &&pages::Seat| self.calling.get(&seat.id).is_some_and(|since| *since > known);
        let new: Vec<String> = self.board.seats.iter().filter(new).map(|seat| seat.animal.called()).collect();
        if !new.is_empty() {
            news.part(&format!("<p id=\"{SAID}\">À aider\u{a0}: {}.</p>", new.join(", ")));
        }
    }

    /// The version of a position of this memory.
    fn known(&self, shown: &str) -> Option<u64> {
        let (memory, version) = shown.split_once('.')?;
        let version = version.parse().ok()?;
        (u64::from_str_radix(memory, 16) == Ok(self.memory) && version <= self.version).then_some(version)
    }
}

fn place(seat: &pages::Seat) -> String {
    format!("place-{}", seat.id)
}

fn calls(seat: &pages::Seat) -> bool {
    seat.reasons.first().is_some_and(|reason| reason.why.calls())
}

#[cfg(test)]
mod tests {
    use scenarios::{
        board::Why,
        rehearsal::{Ask, Mode},
    };

    use super::*;
    use app::{
        mediator::board::{Reason, Seat},
        ui::animal::Animal,
    };

    fn seat(number: usize, why: Why) -> Seat {
        Seat {
            id: format!("s{number}"),
            animal: Animal::nth(number),
            reasons: vec![Reason { why, about: None }],
            procedure: String::new(),
            page: "Ressources".into(),
            step: String::new(),
            since_ms: 0,
            pace: None,
            refusals: 0,
            hints: 0,
            acted_at_ms: 0,
            mode: Mode::default(),
            questions: Vec::new(),
            pointed: None,
            pages: Vec::new(),
            looked_at: false,
            begun: true,
            gone: false,
        }
    }

    fn board(seats: Vec<Seat>) -> Board {
        Board { seats, ..Board::default() }
    }

    fn hand() -> Why {
        Why::HandRaised { since: 0, asks: Ask::Paper }
    }

    fn drawn(seats: Vec<Seat>) -> Drawing {
        let mut drawing = Drawing::new();
        drawing.take(board(seats));
        drawing
    }

    #[test]
    fn whoever_shows_all_of_it_is_told_nothing_and_stays_where_they_are() {
        let mut drawing = drawn(vec![seat(0, Why::Going), seat(1, Why::Going)]);
        let position = drawing.position();
        assert!(drawing.since(&position).is_empty());
        drawing.take(board(vec![seat(0, Why::Going), seat(1, Why::Going)]));
        assert_eq!(drawing.position(), position, "the same drawing is no news");
    }

    #[test]
    fn after_a_cut_only_what_has_changed_is_sent_however_often_it_has() {
        let mut drawing = drawn(vec![seat(0, Why::Going), seat(1, Why::Going)]);
        let position = drawing.position();
        for refusals in 1..=5 {
            drawing.take(board(vec![seat(0, Why::Going), Seat { refusals, ..seat(1, Why::Going) }]));
        }
        let news = drawing.since(&position).into_line();
        assert!(news.contains(r#"id="refus-s1""#) && news.contains('5'), "{news}");
        for not in ["place-s1", "s0", HEAD, "data-ordre"] {
            assert!(!news.contains(not), "{not} in {news}");
        }
        let caught_up = drawing.position();
        assert!(drawing.since(&caught_up).is_empty(), "and not twice");
    }

    #[test]
    fn a_position_of_another_memory_gets_everything() {
        let drawing = drawn(vec![seat(0, Why::Going)]);
        let other = drawn(vec![seat(0, Why::Going)]);
        for unknown in ["", "x", "1.1.1", &other.position(), &format!("{:x}.99", drawing.memory)] {
            let news = drawing.since(unknown).into_line();
            for part in ["place-s0", HEAD, GROUP, MINUTES, "data-ordre"] {
                assert!(news.contains(part), "{part} for {unknown}: {news}");
            }
        }
    }

    #[test]
    fn who_raised_a_hand_during_the_cut_is_said_once() {
        let mut drawing = drawn(vec![seat(0, Why::Going), seat(1, hand())]);
        let position = drawing.position();
        drawing.take(board(vec![seat(0, hand()), seat(1, hand())]));
        let said = drawing.since(&position).into_line();
        let new = format!("À aider\u{a0}: {}.", Animal::nth(0).called());
        assert!(said.contains(&new), "{said}");
        assert!(!drawing.since(&drawing.position()).into_line().contains(SAID));
    }

    #[test]
    fn whoever_leaves_is_missing_from_the_order() {
        let mut drawing = drawn(vec![seat(0, Why::Going), seat(1, Why::Going)]);
        let position = drawing.position();
        drawing.take(board(vec![seat(1, Why::Going)]));
        let news = drawing.since(&position).into_line();
        assert!(news.contains(r#"data-ordre="place-s1""#), "{news}");
    }

    #[test]
    fn a_line_that_becomes_a_tile_is_sent_whole() {
        let few: Vec<Seat> = (0..12).map(|number| seat(number, Why::Going)).collect();
        let mut drawing = drawn(few);
        let position = drawing.position();
        drawing.take(board((0..13).map(|number| seat(number, Why::Going)).collect()));
        let news = drawing.since(&position).into_line();
        assert_eq!(news.matches("class=\"tile ").count(), 13, "{news}");
    }
}
