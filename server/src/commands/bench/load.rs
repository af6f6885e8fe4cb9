//! Many connections asking at once for a while: how many answers a second, and how long each took.
//!
//! Every answer is checked: one that is not the expected one is counted apart, and its time is not.

use std::{
    io,
    time::{Duration, Instant},
};

use super::{
    child::Server,
    client::{Answer, Client},
};

/// What one connection asks, over and over.
pub(super) trait Visitor: Send + 'static {
    /// The next request, whole.
    fn request(&mut self) -> &[u8];
    /// Whether the answer is the expected one.
    fn expects(&mut self, answer: &Answer<'_>) -> bool;
}

/// What was measured.
#[derive(Debug, Default)]
pub(super) struct Measure {
    /// Times of the expected answers, in microseconds, in order.
    times: Vec<u32>,
    pub(super) wrong: usize,
    /// Everything asked, the warming included.
    asked: u32,
    lasted: Duration,
    /// What the server's processor spent on each request.
    pub(super) effort: Option<Duration>,
}

impl Measure {
    /// Expected answers a second.
    pub(super) fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^52")]
        let count = self.times.len() as f64;
        count / self.lasted.as_secs_f64().max(f64::EPSILON)
    }

    /// The time below which so many hundredths of the answers came.
    pub(super) fn percentile(&self, hundredths: usize) -> Duration {
        let at = (self.times.len() * hundredths / 100).min(self.times.len().saturating_sub(1));
        Duration::from_micros(self.times.get(at).copied().unwrap_or_default().into())
    }
}

/// Lets every visitor ask on a connection of its own; what comes before `warm` is not measured.
pub(super) async fn measure<V: Visitor>(
    server: &Server,
    visitors: Vec<V>,
    warm: Duration,
    lasts: Duration,
) -> io::Result<Measure> {
    let mut clients = Vec::with_capacity(visitors.len());
    for visitor in visitors {
        clients.push((Client::open(server.port).await?, visitor));
    }
    let spent = server.processor_time();
    let from = Instant::now() + warm;
    let until = from + lasts;
    let asking: Vec<_> = clients
        .into_iter()
        .map(|(client, visitor)| tokio::spawn(ask(client, visitor, from, until)))
        .collect();
    let mut all = Measure { lasted: lasts, ..Measure::default() };
    for one in asking {
        let one = one.await.map_err(io::Error::other)??;
        all.times.extend(one.times);
        all.wrong += one.wrong;
        all.asked += one.asked;
    }
    let spent = server.processor_time().zip(spent).map(|(after, before)| after.saturating_sub(before));
    all.effort = spent.and_then(|spent| spent.checked_div(all.asked));
    all.times.sort_unstable();
    Ok(all)
}

async fn ask(
    mut client: Client,
    mut visitor: impl Visitor,
    from: Instant,
    until: Instant,
) -> io::Result<Measure> {
    let mut measure = Measure::default();
    loop {
        let asked = Instant::now();
        if asked >= until {
            return Ok(measure);
        }
        let answer = client.ask(visitor.request()).await?;
        let answered = Instant::now();
        measure.asked += 1;
        if !visitor.expects(&answer) {
            measure.wrong += 1;
        } else if asked >= from && answered <= until {
            measure.times.push(u32::try_from((answered - asked).as_micros()).unwrap_or(u32::MAX));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_times() {
        let measure =
            Measure { times: (1..=100).collect(), lasted: Duration::from_secs(2), ..Measure::default() };
        assert_eq!(measure.percentile(50), Duration::from_micros(51));
        assert_eq!(measure.percentile(100), Duration::from_micros(100));
        assert_eq!(Measure::default().percentile(99), Duration::ZERO);
        assert!((measure.rate() - 50.0).abs() < 1e-9);
    }
}
