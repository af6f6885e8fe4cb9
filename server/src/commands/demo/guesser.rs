//! People who try codes that nobody gave them, from many addresses at once. Whatever the rate, none must come in, and those
//! who have a code must.

use std::{
    net::Ipv4Addr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use app::routes::room;
use tokio::{task::JoinSet, time::interval};

use super::{Stage, browser::Browser};
use crate::{backend::Code, chance};

/// Browsers they have. A try that is made to wait holds one.
const BROWSERS: u8 = 250;

/// For as long as it is asked; `rate` tries a second are due, whether the server answers or not.
pub(super) async fn guess(stage: Arc<Stage>, rate: f64) {
    // Addresses of this machine, other than that of the learners.
    let all = (1..=BROWSERS).map(|last| Browser::from(Ipv4Addr::new(127, 0, 1, last), stage.port));
    let idle = Arc::new(Mutex::new(all.collect::<Vec<_>>()));
    let mut due = interval(Duration::from_secs_f64(1.0 / rate.max(0.001)));
    let mut tries = JoinSet::new();
    loop {
        due.tick().await;
        while tries.try_join_next().is_some() {}
        let Some(mut browser) = idle.lock().unwrap_or_else(PoisonError::into_inner).pop() else {
            stage.measures.held_back();
            continue;
        };
        let (idle, stage) = (Arc::clone(&idle), Arc::clone(&stage));
        tries.spawn(async move {
            let code = Code::from_number(chance::seed());
            let came = browser.sends(room::JOIN, [(room::CODE, code.as_stored())]).await;
            stage.measures.guessed(came.map(|came| came.status).ok());
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
        });
    }
}
