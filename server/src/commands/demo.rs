//! `miroir demo`: a workshop with simulated learners, to be looked at, and the load generator.
//!
//! The server is a real one, on a folder of its own; learners and boards reach it through its socket, as browsers do. What
//! a learner knows of the papers is read from the server's memory, since a robot reads no drawing.

mod browser;
mod guesser;
mod learner;
mod measures;
mod mediator;
mod temper;
mod watch;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use clap::Args;
use scenarios::rehearsal::{HintReach, Mode};
use tokio::{
    net::TcpListener,
    signal,
    task::JoinSet,
    time::{Instant, sleep, sleep_until},
};

use self::{learner::Learner, measures::Measures, temper::Temper, watch::Watch};
use super::speak::{say, sorry};
use crate::{
    backend::{Backend, Opening, Plan, Refusal},
    chance,
    config::LogFormat,
    library::Library,
    store::{
        DataFolder, Door, OpenError,
        sqlite::{SqliteOptions, SqliteStore},
    },
    telemetry,
    web::{self, Reach, assets::Assets},
};

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Apprenants simulés
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=5000), value_name = "NOMBRE")]
    learners: u16,

    /// Gestes par seconde de chaque apprenant, dus même si le serveur est en retard [par défaut : un rythme humain, propre à chacun]
    #[arg(long, value_name = "NOMBRE")]
    rate: Option<f64>,

    /// Durée, en minutes [par défaut : jusqu’à Ctrl + C]
    #[arg(long, value_name = "MINUTES")]
    minutes: Option<f64>,

    /// Ateliers entre lesquels les apprenants se répartissent [par défaut : trente apprenants chacun]
    #[arg(long, value_name = "NOMBRE")]
    rooms: Option<u16>,

    /// Tableaux de suivi regardés en même temps
    #[arg(long, default_value_t = 0, value_name = "NOMBRE")]
    boards: u16,

    /// Secondes pendant lesquelles les apprenants arrivent
    #[arg(long, default_value_t = 10, value_name = "SECONDES")]
    arrive: u64,

    /// Codes essayés au hasard, par seconde, depuis d’autres adresses
    #[arg(long, value_name = "NOMBRE")]
    guesses: Option<f64>,

    /// Port de cette machine
    #[arg(long, default_value_t = 3000, value_name = "PORT")]
    port: u16,

    /// Démarches de l’atelier, dans l’ordre [par défaut : la première du catalogue]
    #[arg(long = "demarche", value_name = "NOM")]
    procedures: Vec<String>,
}

/// Why a demonstration cannot go on.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("le port {0} est déjà pris, peut-être par un autre Miroir. Choisissez-en un autre avec --port")]
    Taken(u16),
    #[error("le système ou le réseau de cette machine refuse")]
    Machine(#[from] io::Error),
    #[error("le dossier courant ne peut pas recevoir de données")]
    Data(#[from] OpenError),
    #[error("l’atelier ne peut pas être ouvert")]
    Room(#[from] Refusal),
    #[error("la démarche « {0} » n’existe pas. Les noms sont ceux des dossiers de « scenarios/procedures »")]
    Procedure(String),
}

/// Seats of one room.
const SEATS: u16 = 40;
/// Learners in a room when nobody says otherwise.
const TOGETHER: u16 = 30;

/// What learners and boards share.
pub(super) struct Stage {
    backend: Arc<Backend>,
    port: u16,
    measures: Measures,
}

/// A room on stage.
#[derive(Debug, Clone)]
struct Hall {
    workshop: String,
    code: String,
}

impl Demo {
    pub(super) fn run(self) -> ExitCode {
        telemetry::start(LogFormat::Text);
        let folder = PathBuf::from(format!(".demo-{}", chance::id()));
        let played = tokio::runtime::Builder::new_multi_thread()
            .thread_stack_size(8 * 1024 * 1024)
            .enable_all()
            .build()
            .map_err(Trouble::from)
            .and_then(|runtime| runtime.block_on(self.play(&folder)));
        // Made by us a moment ago. Left behind, it is a folder with a name that says what it is.
        let _ = std::fs::remove_dir_all(&folder);
        match played {
            Ok(()) => ExitCode::SUCCESS,
            Err(trouble) => sorry(&format!("{trouble}.")),
        }
    }

    async fn play(&self, folder: &Path) -> Result<(), Trouble> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = TcpListener::bind(address).await.map_err(|_| Trouble::Taken(self.port))?;
        let port = listener.local_addr()?.port();
        let store = SqliteStore::open(DataFolder::lock(folder)?, &SqliteOptions::default()).await?;
        let library = Library::open(None);
        let procedures = self.procedures(&library)?;
        let backend = Arc::new(Backend::new(Arc::new(store), library));
        let router = web::router(Arc::clone(&backend), &Assets::embedded(), Reach::default());
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let leaving = Arc::clone(&backend);
        let serving = tokio::spawn(async move {
            let stop = async move {
                let _ = stopped.await;
                leaving.end_streams();
            };
            web::server::serve(listener, router, stop).await;
        });
        let mediator = mediator::comes(&backend, port).await?;
        let halls = self.open(&backend, &mediator, procedures).await?;
        let stage = Arc::new(Stage { backend: Arc::clone(&backend), port, measures: Measures::default() });
        self.announce(&mediator, &halls, port);
        self.rehearse(&stage, &halls, &mediator).await;
        let wanted = self.rate.map(|rate| rate * f64::from(self.learners));
        print!("{}", stage.measures.report(wanted, self.minutes.is_some() || self.rate.is_some()));
        let _ = stop.send(());
        let _ = serving.await;
        backend.close().await;
        Ok(())
    }

    fn procedures(&self, library: &Library) -> Result<Vec<String>, Trouble> {
        if let Some(unknown) = self.procedures.iter().find(|wanted| library.find(wanted).is_none()) {
            return Err(Trouble::Procedure(unknown.clone()));
        }
        let first = || library.all().first().map(|bundle| bundle.id.clone()).into_iter().collect();
        Ok(if self.procedures.is_empty() { first() } else { self.procedures.clone() })
    }

    async fn open(
        &self,
        backend: &Backend,
        mediator: &mediator::Mediator,
        procedures: Vec<String>,
    ) -> Result<Vec<Hall>, Trouble> {
        let rooms = self.rooms.unwrap_or_else(|| self.learners.div_ceil(TOGETHER)).max(1);
        let rooms = rooms.max(self.learners.div_ceil(SEATS));
        let mut halls = Vec::new();
        for number in 1..=rooms {
            let plan = Plan {
                procedures: procedures.clone(),
                mode: Mode::Guided,
                hints: HintReach::default(),
                persona: None,
            };
            let title = format!("Démonstration {number}");
            let opening =
                Opening { title, plan, seats: SEATS, door: Door::Open, ends_at_ms: None, keep_as: None };
            let workshop = backend.open_room(&mediator.place, &mediator.account, opening).await?;
            let room = backend.room(&mediator.place, &workshop).await?;
            halls.push(Hall { workshop, code: room.row.code.unwrap_or_default() });
        }
        Ok(halls)
    }

    fn announce(&self, mediator: &mediator::Mediator, halls: &[Hall], port: u16) {
        say("Miroir joue un atelier. Tout est simulé, et tout sera effacé à la fin.");
        say(&format!("Pour le suivre : http://127.0.0.1:{port}/connexion"));
        say(&format!("    identifiant : {}", mediator.login));
        say(&format!("    phrase de passe : {}", mediator.password));
        if let [only] = halls {
            say(&format!(
                "Pour entrer dans l’atelier : http://127.0.0.1:{port}/rejoindre, code {}",
                spaced(&only.code)
            ));
        }
        say(&format!("{} apprenants arrivent. Pour arrêter : Ctrl + C", self.learners));
    }

    /// Until the time is over, or somebody has seen enough.
    async fn rehearse(&self, stage: &Arc<Stage>, halls: &[Hall], mediator: &mediator::Mediator) {
        let end = self.minutes.map(|minutes| {
            Instant::now() + Duration::from_secs(self.arrive) + Duration::from_secs_f64(minutes * 60.0)
        });
        let mut people = JoinSet::new();
        for (number, hall) in (0..self.boards).zip(halls.iter().cycle()) {
            let watch = Watch::new(Arc::clone(stage), hall.workshop.clone(), mediator.cookie.clone());
            stage.measures.board(usize::from(number), &hall.workshop);
            people.spawn(watch.look(usize::from(number)));
        }
        if let Some(rate) = self.guesses {
            people.spawn(guesser::guess(Arc::clone(stage), rate));
        }
        let pace = Duration::from_secs(self.arrive).div_f64(f64::from(self.learners));
        for (number, hall) in (0..self.learners).zip(halls.iter().cycle()) {
            let temper = Temper::of(usize::from(number));
            let learner = Learner::new(Arc::clone(stage), hall.code.clone(), temper, self.rate);
            let comes = pace.mul_f64(f64::from(number));
            people.spawn(async move {
                sleep(comes).await;
                learner.rehearse().await;
            });
        }
        let everybody = Duration::from_secs(if self.rate.is_some() { self.arrive } else { 0 });
        let over = async {
            sleep(everybody).await;
            stage.measures.begin();
            match end {
                Some(end) => sleep_until(end).await,
                None => std::future::pending().await,
            }
        };
        let all_done = async { while people.join_next().await.is_some() {} };
        tokio::select! {
            () = over => {}
            () = all_done, if self.rate.is_none() => {}
            _ = signal::ctrl_c() => {}
        }
        people.shutdown().await;
    }
}

/// Nine digits, as they are read aloud.
fn spaced(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    digits.chunks(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
