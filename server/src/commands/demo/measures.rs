//! What is measured meanwhile: how long it takes to come in, to be saved, to be seen on a board.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::clock;

#[derive(Default)]
pub(super) struct Measures {
    joins: Times,
    saves: Times,
    seen: Times,
    pub(super) errors: AtomicUsize,
    /// Codes tried at random and answered; those that opened something; those that found no browser free.
    guesses: AtomicUsize,
    guessed_right: AtomicUsize,
    held_back: AtomicUsize,
    cut: AtomicUsize,
    board_bytes: AtomicUsize,
    /// When it began to count: nothing is kept of what came before.
    begun: Mutex<Option<Instant>>,
    /// What the process had worked until then.
    worked: Mutex<Duration>,
    /// What was done and is not on a board yet: by board, then by seat.
    waiting: Mutex<Vec<Board>>,
}

#[derive(Default)]
struct Times(Mutex<Vec<u32>>);

struct Board {
    workshop: String,
    done: HashMap<String, Vec<(i64, Instant)>>,
}

impl Times {
    fn add(&self, took: Duration) {
        let micros = u32::try_from(took.as_micros()).unwrap_or(u32::MAX);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(micros);
    }

    /// How many, and the times below which so many hundredths came, in milliseconds.
    fn sorted(&self) -> Vec<u32> {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        times.sort_unstable();
        times
    }
}

impl Measures {
    pub(super) fn joined(&self, took: Duration) {
        self.joins.add(took);
    }

    /// They have had time to come: from now on it counts.
    pub(super) fn begin(&self) {
        *self.begun.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        *self.worked.lock().unwrap_or_else(PoisonError::into_inner) = worked().unwrap_or_default();
        // What a board owes from before is not waited for.
        self.boards(|boards| boards.iter_mut().for_each(|board| board.done.clear()));
    }

    /// For how long it has counted.
    fn counted(&self) -> Option<Duration> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).map(|begun| begun.elapsed())
    }

    pub(super) fn saved(&self, took: Duration) {
        if self.counted().is_some() {
            self.saves.add(took);
        }
    }

    pub(super) fn failed(&self) {
        self.errors.fetch_add(1, Ordering::Relaxed);
    }

    /// A code was tried at random; the status of the answer, if one came.
    pub(super) fn guessed(&self, status: Option<u16>) {
        match status {
            Some(303) => self.guessed_right.fetch_add(1, Ordering::Relaxed),
            Some(_) => self.guesses.fetch_add(1, Ordering::Relaxed),
            // A connection kept open for too long is cut by the server.
            None => self.cut.fetch_add(1, Ordering::Relaxed),
        };
    }

    /// A code could not be tried: all those who guess are being made to wait.
    pub(super) fn held_back(&self) {
        self.held_back.fetch_add(1, Ordering::Relaxed);
    }

    /// A board of a workshop is looked at. Boards are numbered from 0, in order.
    pub(super) fn board(&self, number: usize, workshop: &str) {
        self.boards(|boards| {
            debug_assert_eq!(boards.len(), number);
            boards.push(Board { workshop: workshop.to_owned(), done: HashMap::new() });
        });
    }

    /// Something is about to be done in a seat, that its line will show; it was due at `due`.
    pub(super) fn doing(&self, workshop: &str, seat: &str, due: Instant) -> (i64, Instant) {
        let now = (clock::now_ms(), due);
        self.boards(|boards| {
            for board in boards.iter_mut().filter(|board| board.workshop == workshop) {
                board.done.entry(seat.to_owned()).or_default().push(now);
            }
        });
        now
    }

    /// It was not done after all.
    pub(super) fn undone(&self, workshop: &str, seat: &str, doing: (i64, Instant)) {
        self.boards(|boards| {
            for board in boards.iter_mut().filter(|board| board.workshop == workshop) {
                board.done.entry(seat.to_owned()).or_default().retain(|done| *done != doing);
            }
        });
    }

    /// A board's line of a seat shows what was done up to that moment of the server's clock.
    pub(super) fn shown(&self, number: usize, seat: &str, acted_at_ms: i64) {
        let now = Instant::now();
        self.boards(|boards| {
            let Some(done) = boards.get_mut(number).and_then(|board| board.done.get_mut(seat)) else {
                return;
            };
            done.retain(|(at_ms, since)| {
                let shown = *at_ms <= acted_at_ms;
                if shown && self.counted().is_some() {
                    self.seen.add(now - *since);
                }
                !shown
            });
        });
    }

    pub(super) fn board_received(&self, bytes: usize) {
        if self.counted().is_none() {
            return;
        }
        self.board_bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn boards<T>(&self, act: impl FnOnce(&mut Vec<Board>) -> T) -> T {
        act(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The table. `wanted` is the rate at which gestures were due, when there was one. With `unseen`, what never came to a
    /// board is counted too.
    pub(super) fn report(&self, wanted: Option<f64>, unseen: bool) -> String {
        let mut told = String::from("\n");
        let _ = writeln!(
            told,
            "{:<42}{:>9}{:>10}{:>10}{:>10}{:>10}",
            "", "nombre", "p50", "p95", "p99", "plus long"
        );
        for (name, times) in [
            ("entrer dans l’atelier", &self.joins),
            ("un geste, jusqu’à « c’est enregistré »", &self.saves),
            ("le même, jusqu’au tableau de suivi", &self.seen),
        ] {
            let times = times.sorted();
            let _ = writeln!(
                told,
                "{name:<42}{:>9}{:>10}{:>10}{:>10}{:>10}",
                times.len(),
                percentile(&times, 50),
                percentile(&times, 95),
                percentile(&times, 99),
                percentile(&times, 100)
            );
        }
        let lasted = self.counted().unwrap_or_default().as_secs_f64().max(1.0);
        let count = |times: &Times| u32::try_from(times.sorted().len()).unwrap_or(u32::MAX);
        let wanted = wanted.map(|wanted| format!(", pour {wanted:.1} voulus")).unwrap_or_default();
        let _ = writeln!(told, "gestes par seconde : {:.1}{wanted}", f64::from(count(&self.saves)) / lasted);
        let boards = self.boards(|boards| boards.len());
        if boards > 0 {
            let received = u32::try_from(self.board_bytes.load(Ordering::Relaxed) / 1024).unwrap_or(u32::MAX);
            let boards = u32::try_from(boards).unwrap_or(u32::MAX);
            let each = f64::from(received) / f64::from(boards) / (lasted / 60.0);
            let _ = writeln!(told, "reçu par un tableau : {each:.0} Kio par minute");
            if unseen {
                let waiting: usize = self
                    .boards(|boards| boards.iter().flat_map(|board| board.done.values()).map(Vec::len).sum());
                let _ = writeln!(told, "gestes qu’un tableau n’a pas montrés : {waiting}");
            }
        }
        let told_of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        let (guesses, right) = (told_of(&self.guesses), told_of(&self.guessed_right));
        if guesses + right > 0 {
            let (held, cut) = (told_of(&self.held_back), told_of(&self.cut));
            let _ = writeln!(
                told,
                "codes essayés au hasard : {guesses}, retenus : {held}, coupés : {cut}, entrés : {right}"
            );
        }
        let _ = writeln!(told, "erreurs : {}", self.errors.load(Ordering::Relaxed));
        if let Some(worked) = worked() {
            let since = worked.saturating_sub(*self.worked.lock().unwrap_or_else(PoisonError::into_inner));
            let cores = since.as_secs_f64() / lasted;
            let all = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
            let _ = writeln!(told, "cœurs occupés, serveur et apprenants ensemble : {cores:.2} sur {all}");
        }
        if let Some(memory) = memory() {
            let _ = writeln!(told, "mémoire, serveur et apprenants ensemble : {} Mio", memory / 1024);
        }
        told
    }
}

fn percentile(times: &[u32], hundredths: usize) -> String {
    let at = (times.len() * hundredths / 100).min(times.len().saturating_sub(1));
    times.get(at).map_or_else(|| "–".to_owned(), |micros| format!("{:.1} ms", f64::from(*micros) / 1000.0))
}

/// Ticks of the processor's clock in a second, on every Linux that we know of.
const TICKS: u64 = 100;

/// How long processors have worked for this process, where the system tells.
fn worked() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // After the name, which may hold anything: the state, then utime and stime as the twelfth and thirteenth.
    let after = stat.rsplit_once(')')?.1;
    let mut times = after.split_whitespace().skip(11).map_while(|ticks| ticks.parse::<u64>().ok());
    Some(Duration::from_millis((times.next()? + times.next()?) * 1000 / TICKS))
}

/// The most that this process has held, in KiB, where the system tells.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
