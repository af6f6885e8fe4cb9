//! Boards as they look in a room: empty, five people, fifteen, thirty, closed.

use scenarios::{
    board::Why,
    guard::Kind,
    rehearsal::{Ask, Mode},
};

use super::{Board, Door, Group, Head, Reason, Seat};
use crate::ui::animal::Animal;

const MINUTE: i64 = 60_000;
const NOW: i64 = 60 * MINUTE;

pub(in crate::mediator) fn head(present: usize) -> Head {
    Head {
        room: "salle".to_owned(),
        title: "Déclaration trimestrielle".to_owned(),
        code: Some("482\u{a0}017\u{a0}395".to_owned()),
        began: "14\u{a0}h\u{a0}05".to_owned(),
        ends: Some("16\u{a0}h\u{a0}00".to_owned()),
        door: Door::Open,
        procedures: vec![
            ("caf/declaration".to_owned(), "Déclaration trimestrielle".to_owned()),
            ("ants/adresse".to_owned(), "Changer d’adresse".to_owned()),
        ],
        present,
        waiting: 0,
        calling: 0,
    }
}

pub(in crate::mediator) fn seat(number: usize, whys: Vec<Why>) -> Seat {
    let about = |why: &Why| matches!(why, Why::Refusals { .. }).then(|| "Net social d’août".to_owned());
    Seat {
        id: format!("s{number}"),
        animal: Animal::nth(number),
        reasons: whys.into_iter().map(|why| Reason { about: about(&why), why }).collect(),
        procedure: "caf/declaration".to_owned(),
        page: "Ressources".to_owned(),
        step: "Étape 3".to_owned(),
        since_ms: 4 * MINUTE,
        pace: Some(120),
        refusals: 1,
        hints: 0,
        acted_at_ms: NOW - MINUTE,
        mode: Mode::Guided,
        questions: vec![("net".to_owned(), "Net social d’août".to_owned())],
        pointed: None,
        pages: vec![("accueil".to_owned(), "Accueil".to_owned())],
        looked_at: number == 1,
        begun: true,
        gone: false,
    }
}

fn calling() -> Vec<Vec<Why>> {
    let refusals =
        Why::Refusals { field: "net".to_owned(), times: 3, mistake: Some("net-à-payer".to_owned()) };
    vec![
        vec![Why::Waits { since: NOW - MINUTE }],
        vec![Why::HandRaised { since: NOW - 2 * MINUTE, asks: Ask::Paper }, refusals.clone()],
        vec![refusals],
        vec![Why::Silent { since: NOW - 4 * MINUTE }],
        vec![Why::Stopped { at: NOW, kind: Kind::Phone }],
        vec![Why::ConnectionLost { since: NOW - MINUTE }],
        vec![Why::LeftUnsigned],
    ]
}

fn board(count: usize) -> Board {
    let mut seats: Vec<Seat> =
        calling().into_iter().take(count / 2).enumerate().map(|(number, whys)| seat(number, whys)).collect();
    let called = seats.len();
    seats.extend(
        (called..count)
            .map(|number| seat(number, vec![if number % 5 == 4 { Why::Done } else { Why::Going }])),
    );
    Board {
        head: Head { calling: called, ..head(count) },
        seats,
        group: Group {
            steps: [("Connexion", 1), ("Situation", 3), ("Ressources", 7), ("Terminé", 2)]
                .map(|(step, count)| (step.to_owned(), count))
                .to_vec(),
            hard: vec![("Montant net social".to_owned(), 8), ("Code reçu par courriel".to_owned(), 5)],
        },
        minutes: vec![("14\u{a0}h\u{a0}31".to_owned(), "baleine orange lève la main".to_owned())],
        now_ms: NOW,
        said: String::new(),
        note: None,
        shown: String::new(),
        follows: true,
    }
}

/// One whole board only: its parts have ids, and a page has each of them once.
pub(super) fn whole() -> Board {
    board(30)
}

/// Seats that no other sample has: one for each reason, and one for several at once.
pub(super) fn each() -> Vec<Seat> {
    let quiet = [
        vec![Why::BeingHelped { asks: Ask::Lost }],
        vec![Why::Paused],
        vec![Why::NotBegun],
        vec![Why::Going],
        vec![Why::Sent],
        vec![Why::Done],
    ];
    let others = [vec![Why::Circles]].into_iter().chain(quiet);
    let all = calling().into_iter().chain(others).enumerate();
    all.map(|(number, whys)| seat(40 + number, whys)).collect()
}

pub(super) const fn now() -> i64 {
    NOW
}
