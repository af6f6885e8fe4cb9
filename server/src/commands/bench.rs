//! `miroir bench`: what this machine's Miroir can do, in one run and one table.
//!
//! The server runs apart, as people run it, on one core and on the disk of the current folder; the load has the other
//! cores. Timings are measured here, and asserted nowhere.

mod child;
pub(super) mod client;
mod learners;
mod load;
mod memory;
mod table;
mod texts;
mod weight;

use std::{io, path::Path, process::ExitCode, time::Duration};

use clap::Args;

pub(super) use memory::FromMemory;

use self::{
    child::{Cores, Server},
    client::Client,
    learners::{Answering, Learner, Looking},
    load::{Measure, measure},
    table::Report,
    weight::weigh,
};
use super::speak::sorry;
use crate::{backend::Refusal, chance, store::OpenError};

/// Rehearsals on the disk: each connection goes through its own, one after the other.
const LEARNERS: usize = 2048;
/// A scenario of real size.
const SCENARIO: &str = include_str!("../../../scenarios/procedures/ants/changement-adresse/scenario.yaml");
/// Before a measure, so that it begins with everything warm.
const WARM: Duration = Duration::from_millis(500);
/// Starts measured; the middle one is kept.
const STARTS: usize = 5;

#[derive(Debug, Args)]
pub(super) struct Bench {
    /// Secondes par mesure
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u64).range(1..=120), value_name = "SECONDES", hide_default_value = true)]
    secondes: u64,

    /// Connexions ouvertes en même temps
    #[arg(long, default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=256), value_name = "NOMBRE", hide_default_value = true)]
    connexions: u16,
}

/// Why nothing was measured.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("le système ou le réseau de cette machine refuse")]
    Machine(#[from] io::Error),
    #[error("le dossier courant ne peut pas recevoir de données")]
    Data(#[from] OpenError),
    #[error("les exercices de mesure ne peuvent pas être écrits")]
    NotWritten,
    #[error("les exercices de mesure ne peuvent pas être préparés")]
    NotPrepared(#[from] Refusal),
    #[error("le scénario ne se laisse pas remplir avec les bonnes réponses")]
    NoScenario,
    #[error("le serveur mesuré ne démarre pas")]
    NoAnswer,
    #[error("le serveur mesuré a répondu autre chose que prévu")]
    Unexpected,
}

impl Bench {
    pub(super) fn run(&self) -> ExitCode {
        // Before any thread starts: threads inherit their cores.
        let cores = Cores::share_out();
        let folder = std::path::PathBuf::from(format!(".mesure-{}", chance::id()));
        let report = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(Trouble::from)
            .and_then(|runtime| runtime.block_on(self.measure(cores, &folder)));
        // Made by us a moment ago. Left behind, it is a folder with a name that says what it is.
        let _ = std::fs::remove_dir_all(&folder);
        match report {
            Ok(report) => {
                print!("{report}");
                ExitCode::SUCCESS
            }
            Err(trouble) => sorry(&format!("{trouble}.")),
        }
    }

    async fn measure(&self, cores: Cores, folder: &Path) -> Result<Report, Trouble> {
        let (first_answer, at_rest) = starts(cores, folder).await?;

        let data = folder.join("plein");
        let learners = learners::prepare(&data, LEARNERS).await?;
        let server = serve(cores, &data).await?;
        let mut client = Client::open(server.port).await?;
        let page = client.ask(&learners[0].look("")).await?.body.to_vec();
        let weights = {
            let mut weights = Vec::new();
            for accepts in weight::ACCEPTED {
                weights.push(weigh(server.port, accepts, |accepts| learners[0].look(accepts)).await?);
            }
            weights
        };
        let looks = self.look(&server, &learners, "").await?;
        let looks_gzip = self.look(&server, &learners, "gzip").await?;
        let answers = self.load(&server, shares(&learners, self.connexions).map(Answering::of)).await?;
        let loaded = server.memory();
        drop(server);

        let file = folder.join("page.html");
        std::fs::write(&file, page)?;
        let memory = Server::start(cores, "/", |port| {
            let page = file.display().to_string();
            ["bench-memory", "--address", &format!("127.0.0.1:{port}"), "--page", &page]
                .map(ToOwned::to_owned)
                .to_vec()
        })
        .await?;
        let same = (0..self.connexions).map(|_| Looking::home());
        let from_memory = self.load(&memory, same).await?;

        Ok(Report {
            cores,
            connections: self.connexions,
            seconds: self.secondes,
            looks,
            looks_gzip,
            answers,
            from_memory,
            first_answer,
            at_rest,
            loaded,
            binary: std::fs::metadata(std::env::current_exe()?)?.len(),
            weights,
            checks: texts::measure(SCENARIO),
        })
    }

    async fn look(&self, server: &Server, learners: &[Learner], accepts: &str) -> Result<Measure, Trouble> {
        let looking = shares(learners, self.connexions).map(|share| Looking::at(share, accepts));
        self.load(server, looking).await
    }

    async fn load<V: load::Visitor>(
        &self,
        server: &Server,
        visitors: impl Iterator<Item = V>,
    ) -> Result<Measure, Trouble> {
        Ok(measure(server, visitors.collect(), WARM, Duration::from_secs(self.secondes)).await?)
    }
}

/// The middle one of several starts on an empty folder, and the memory held then.
async fn starts(cores: Cores, folder: &Path) -> Result<(Duration, Option<u64>), Trouble> {
    let mut starts = Vec::new();
    for start in 0..STARTS {
        let server = serve(cores, &folder.join(format!("vide-{start}"))).await?;
        // What a start leaves behind is given back, and what it defers is done.
        tokio::time::sleep(WARM).await;
        starts.push((server.first_answer, server.memory()));
    }
    starts.sort_unstable();
    Ok(starts[STARTS / 2])
}

async fn serve(cores: Cores, data: &Path) -> Result<Server, Trouble> {
    Server::start(cores, "/", |port| {
        let address = format!("127.0.0.1:{port}");
        ["serve", "--address", &address, "--data", &data.display().to_string()]
            .map(ToOwned::to_owned)
            .to_vec()
    })
    .await
}

/// The learners of each connection: two connections never share one.
fn shares(learners: &[Learner], connections: u16) -> impl Iterator<Item = &[Learner]> {
    learners.chunks_exact(learners.len() / usize::from(connections)).take(connections.into())
}
