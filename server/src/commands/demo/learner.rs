//! One simulated learner: comes by the code, plays by the temper, through the same addresses as everybody.

use std::{io, sync::Arc, time::Duration};

use app::{
    learner::mailbox,
    routes::{self, Exercise, Gesture, room},
    ui::button::GESTURE,
};
use scenarios::{
    field::Privacy,
    rehearsal::{self, Command, Event},
};
use tokio::{
    io::AsyncReadExt as _,
    net::TcpStream,
    time::{Instant, sleep, sleep_until},
};

use super::{
    Stage,
    browser::Browser,
    temper::{Temper, Whim},
};
use crate::{backend::Found, chance};

/// What a learner who trusts too much types: shaped as a telephone number that could be somebody's.
const TOO_MUCH: &str = "06 12 34 56 78";

/// When a room cannot be entered yet.
const TRIES_AGAIN: usize = 20;
const BETWEEN_TRIES: Duration = Duration::from_secs(3);

pub(super) struct Learner {
    stage: Arc<Stage>,
    code: String,
    temper: Temper,
    rate: Option<f64>,
    browser: Browser,
    /// When the next gesture is due. At a given rate it does not wait for the one before: whoever is late hurries, and
    /// the delay counts.
    due: Instant,
}

/// Whether somebody goes on.
enum After {
    GoesOn,
    Leaves,
}

impl Learner {
    pub(super) fn new(stage: Arc<Stage>, code: String, temper: Temper, rate: Option<f64>) -> Self {
        let browser = Browser::new(stage.port);
        Self { stage, code, temper, rate, browser, due: Instant::now() }
    }

    pub(super) async fn rehearse(mut self) {
        let Ok(Some((workshop, mut rehearsal))) = self.comes_in().await else {
            self.stage.measures.failed();
            return;
        };
        let presence = tokio::spawn(listen(self.stage.port, self.browser.carrying(), rehearsal.clone()));
        let mut gestures = 0;
        // Learners do not all press at the same moment.
        self.due = Instant::now();
        if let Some(rate) = self.rate {
            self.due -= Duration::from_secs_f64(f64::from(chance::below(1_000)) / 1_000.0 / rate.max(0.001));
        }
        loop {
            self.waits().await;
            let Ok(found) = self.stage.backend.of_workshop(&workshop, &rehearsal).await else { break };
            if found.state.ended.is_some() && self.rate.is_none() {
                break;
            }
            match self.acts(&found, gestures).await {
                Ok(After::GoesOn) => gestures += 1,
                Ok(After::Leaves) => break,
                Err(_) => self.stage.measures.failed(),
            }
            if let Some(latest) = self.moved_on(&workshop, &found).await {
                rehearsal = latest;
            }
        }
        presence.abort();
    }

    /// The code, then « Commencer »: the workshop and the rehearsal begun.
    async fn comes_in(&mut self) -> io::Result<Option<(String, String)>> {
        let started = Instant::now();
        let mut came = self.browser.sends(room::JOIN, [(room::CODE, self.code.as_str())]).await?;
        // « Il y a beaucoup de monde »: people try again.
        for _ in 0..TRIES_AGAIN {
            if came.status != 200 {
                break;
            }
            sleep(BETWEEN_TRIES).await;
            came = self.browser.sends(room::JOIN, [(room::CODE, self.code.as_str())]).await?;
        }
        if came.status != 303 || came.location.as_deref() != Some(room::ARRIVED) {
            return Ok(None);
        }
        self.browser.opens(room::ARRIVED).await?;
        self.stage.measures.joined(started.elapsed());
        let begun = self.browser.sends(room::ARRIVED, []).await?;
        let Some(address) = begun.location else { return Ok(None) };
        let rehearsal = address.rsplit('/').next().unwrap_or_default().to_owned();
        self.browser.opens(&address).await?;
        let cookie = self.browser.carrying();
        let workshop = cookie.split_once('=').and_then(|(_, pass)| pass.split('.').next());
        Ok(workshop.map(|workshop| (workshop.to_owned(), rehearsal)))
    }

    async fn waits(&mut self) {
        self.due = match self.rate {
            Some(rate) => self.due + Duration::from_secs_f64(1.0 / rate.max(0.001)),
            None => Instant::now() + self.temper.pause(),
        };
        sleep_until(self.due).await;
    }

    /// In another procedure, when the mediator started one and the learner followed.
    async fn moved_on(&self, workshop: &str, found: &Found) -> Option<String> {
        let chair = found.chair.as_ref()?;
        let latest = self.stage.backend.latest_of(workshop, &chair.seat).await.ok()??;
        (latest != found.rehearsal).then_some(latest)
    }

    async fn acts(&mut self, found: &Found, gestures: usize) -> io::Result<After> {
        let routes = Exercise(&found.rehearsal);
        let page = routes.page(&found.state.screen);
        let whim = self.temper.whim(gestures);
        let mut inputs = vec![
            (routes::VISIT.to_owned(), found.state.visit.to_string()),
            (routes::SUBMISSION.to_owned(), chance::id()),
        ];
        let press = |gesture: Gesture| (GESTURE.to_owned(), gesture.write());
        match whim {
            Whim::Leave if self.rate.is_none() => {
                self.browser.sends(&routes.erase(), []).await?;
                return Ok(After::Leaves);
            }
            Whim::Papers => inputs.push(press(Gesture::Papers)),
            Whim::Hint => inputs.push(press(Gesture::Hint)),
            Whim::Hand(asks) => inputs.push(press(Gesture::Hand(asks))),
            Whim::Back if !found.state.trail.is_empty() => inputs.push(press(Gesture::Back)),
            Whim::Right | Whim::Leave | Whim::Back | Whim::Incomplete | Whim::Telling => {
                let Some(command) = rehearsal::right_move(&found.graph, &found.state, "-") else {
                    return Ok(After::GoesOn);
                };
                if self.rate.is_some() && ends(found, &command) {
                    // Under load nobody ends: they go back, and on again.
                    inputs.push(press(Gesture::Back));
                } else {
                    match command {
                        Command::Submit { .. } => inputs.extend(answers(found, whim)),
                        Command::Wait => {
                            return self
                                .done(found, &routes.messages(), &[(mailbox::REFRESH.into(), "1".into())])
                                .await;
                        }
                        Command::Follow { page, .. } => inputs.push(press(Gesture::Follow(page))),
                        Command::GoBack { .. } => inputs.push(press(Gesture::Back)),
                        Command::Press { button, .. } => inputs.push(press(Gesture::Press(button))),
                        Command::AddRow { rows, .. } => inputs.push(press(Gesture::AddRow(rows))),
                        Command::RemoveRow { rows, row, .. } => {
                            inputs.push(press(Gesture::RemoveRow(rows, row)));
                        }
                        _ => return Ok(After::GoesOn),
                    }
                }
            }
        }
        self.done(found, &page, &inputs).await
    }

    /// Sends, waits for « c'est enregistré », then looks at the page it leads to.
    async fn done(&mut self, found: &Found, address: &str, inputs: &[(String, String)]) -> io::Result<After> {
        let seat = found.chair.as_ref().map(|chair| chair.seat.clone()).unwrap_or_default();
        let measures = &self.stage.measures;
        let doing = measures.doing(&found.workshop, &seat, self.due.into_std());
        let inputs = inputs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let came = self.browser.sends(address, inputs).await;
        let Ok(came) = came else {
            measures.undone(&found.workshop, &seat, doing);
            return came.map(|_| After::GoesOn);
        };
        if came.status != 303 {
            measures.undone(&found.workshop, &seat, doing);
            return Err(io::ErrorKind::InvalidData.into());
        }
        measures.saved(doing.1.elapsed());
        let after = self.stage.backend.of_workshop(&found.workshop, &found.rehearsal).await;
        if after.is_ok_and(|after| after.seq == found.seq) {
            // Nothing was recorded: no board will show it.
            measures.undone(&found.workshop, &seat, doing);
        }
        if let Some(address) = came.location {
            let shown = self.browser.opens(&address).await?;
            if !matches!(shown.status, 200 | 303) {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        Ok(After::GoesOn)
    }
}

fn ends(found: &Found, command: &Command) -> bool {
    let events = rehearsal::decide(&found.graph, &found.state, command.clone()).unwrap_or_default();
    !found.state.trail.is_empty()
        && events.iter().any(|event| matches!(event, Event::Ended { .. } | Event::Registered))
}

/// The right answers, or nearly.
fn answers(found: &Found, whim: Whim) -> Vec<(String, String)> {
    let right = rehearsal::right_answers(&found.graph, &found.state);
    let mut inputs = Vec::new();
    let mut told = whim != Whim::Telling;
    for (rank, asked) in
        rehearsal::expected(&found.graph, &found.state, &found.state.screen).iter().enumerate()
    {
        if whim == Whim::Incomplete && rank == 0 {
            continue;
        }
        let takes_text = found
            .graph
            .field(&asked.id)
            .is_some_and(|(_, field)| field.kind.rules().privacy() == Privacy::Identity);
        // Ticked boxes all have the name of the question.
        for (line, typed) in asked.lines.iter().cycle().zip(right.get(&asked.id).into_iter().flatten()) {
            let typed =
                if takes_text && !std::mem::replace(&mut told, true) { TOO_MUCH } else { typed.as_str() };
            inputs.push((routes::input_name(&asked.id, line), typed.to_owned()));
        }
    }
    inputs
}

/// The stream that a page keeps open; it shows that somebody is there.
async fn listen(port: u16, cookies: String, rehearsal: String) -> io::Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let request = format!(
        "GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {cookies}\r\n\r\n",
        Exercise(&rehearsal).live("")
    );
    tokio::io::AsyncWriteExt::write_all(&mut stream, request.as_bytes()).await?;
    let mut received = [0; 4096];
    while stream.read(&mut received).await? > 0 {}
    Ok(())
}
