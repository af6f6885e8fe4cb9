//! `miroir` and `miroir serve`: opens the data, listens, says where, and stops cleanly.

use std::{
    io::{self, ErrorKind},
    net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use tokio::{net::TcpListener, signal};

use app::routes;

use super::speak::{say, sorry};
use crate::{
    backend::Backend,
    config::{Config, ConfigError, Options},
    embedded::HAS_ISLANDS,
    library::Library,
    store::{
        DataFolder, OpenError, StoreError,
        sqlite::{SqliteOptions, SqliteStore},
    },
    telemetry,
    web::{self, Reach, assets::Assets},
};

/// Pages are rendered on the threads that serve: deep views want a deep stack.
const STACK: usize = 8 * 1024 * 1024;
const EVERY_MINUTE: Duration = Duration::from_mins(1);
const MINUTES_BETWEEN_PURGES: u32 = 60;

pub(super) fn run(given: Options, file: Option<&Path>) -> ExitCode {
    let config = match Config::decide(given, file) {
        Ok(config) => config,
        Err(error) => return sorry(&about_config(&error)),
    };
    telemetry::start(config.log_format);
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(STACK).enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(serve(config)),
        Err(_) => sorry("l’ordinateur manque de ressources. Fermez d’autres programmes, puis recommencez."),
    }
}

async fn serve(config: Config) -> ExitCode {
    let listener = match TcpListener::bind(config.address).await {
        Ok(listener) => listener,
        Err(error) => return sorry(&about_address(config.address, &error)),
    };
    let store = match open(&config.data).await {
        Ok(store) => store,
        Err(error) => {
            // Of the others the sentence says everything.
            if let OpenError::Store(error) = &error {
                tracing::error!(error = error as &dyn std::error::Error, "the data cannot be opened");
            }
            return sorry(&about_data(&config.data, &error));
        }
    };
    let folder = config
        .scenarios
        .clone()
        .or_else(|| config.dev.as_ref().map(|project| project.join("scenarios/procedures")));
    if let Some(missing) = folder.as_ref().filter(|folder| !folder.is_dir()) {
        return sorry(&format!("le dossier de scénarios « {} » n’existe pas.", missing.display()));
    }
    let backend = Arc::new(Backend::new(Arc::new(store), Library::open(folder)).keeping(config.keep_days));
    let assets = config.dev.clone().map_or_else(Assets::embedded, Assets::live);
    let reach =
        Reach { tls: config.tls(), public_host: config.public_url.as_ref().map(|url| url.host.clone()) };
    let router = web::router(Arc::clone(&backend), &assets, reach);
    let address = listener.local_addr().unwrap_or(config.address);
    let installation = backend.installation(config.new_host).await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "accounts cannot be read");
        None
    });
    // Before it is said that one can.
    let asked = asked_to_stop();
    welcome(&config, address, installation.as_deref());
    let upkeep = tokio::spawn(keep_house(Arc::clone(&backend)));
    let leaving = Arc::clone(&backend);
    let stop = async move {
        asked.await;
        leaving.end_streams();
    };
    web::server::serve(listener, router, stop).await;
    upkeep.abort();
    backend.close().await;
    say("Miroir est arrêté. Tout est enregistré.");
    ExitCode::SUCCESS
}

async fn open(data: &Path) -> Result<SqliteStore, OpenError> {
    SqliteStore::open(DataFolder::lock(data)?, &SqliteOptions::default()).await
}

/// Old drafts go each minute, old exercises each hour and at start.
async fn keep_house(backend: Arc<Backend>) {
    let mut minutes = 0;
    let mut every_minute = tokio::time::interval(EVERY_MINUTE);
    loop {
        every_minute.tick().await;
        backend.forget_old_drafts();
        if let Err(error) = backend.close_due_rooms().await {
            tracing::error!(error = &error as &dyn std::error::Error, "rooms whose end is past stay open");
        }
        if minutes % MINUTES_BETWEEN_PURGES == 0 {
            if let Err(error) = backend.purge_people().await {
                tracing::error!(error = &error as &dyn std::error::Error, "old sessions were not ended");
            }
            match backend.purge(backend.keep_days()).await {
                Ok(purged) if purged.workshops > 0 => {
                    tracing::info!(purged.workshops, "old exercises erased");
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "old exercises were not erased"
                    );
                }
            }
        }
        minutes += 1;
    }
}

fn welcome(config: &Config, address: SocketAddr, installation: Option<&str>) {
    say("Miroir est prêt.");
    say(&format!("Ouvrez cette adresse dans votre navigateur : {}", here(config, address)));
    if address.ip().is_unspecified()
        && let Some(ip) = address_on_the_network()
    {
        say(&format!("Sur les autres postes de la salle : http://{}", SocketAddr::new(ip, address.port())));
    }
    say(&format!("Les exercices en cours sont gardés dans : {}", config.data.display()));
    if !HAS_ISLANDS {
        say("Cette version est sans l’aide dans le navigateur (wasm). Les pages marchent quand même.");
    }
    if let Some(key) = installation {
        let link = routes::people::installation(key);
        let whose = if config.new_host { "un compte de responsable" } else { "le premier compte" };
        say(&format!("Pour créer {whose} : {}{link}", here(config, address)));
    }
    say("Pour arrêter : Ctrl + C");
}

/// The address as a browser of this machine types it.
fn here(config: &Config, address: SocketAddr) -> String {
    config
        .public_url
        .as_ref()
        .map_or_else(|| format!("http://{}", readable(address)), |url| url.origin.clone())
}

/// « Everywhere » is no address one can open.
fn readable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), address.port())
    } else {
        address
    }
}

/// The address of this machine on its local network. Nothing is sent: the system only says which way it would go.
fn address_on_the_network() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address for documentation, which nobody has (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket
        .local_addr()
        .ok()
        .map(|address| address.ip())
        .filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}
/// Hears of Ctrl + C, and of the system's wish, from this call on; what it gives ends when somebody asks.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> {
    use signal::unix::{SignalKind, signal};
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

#[cfg(unix)]
async fn heard(signal: io::Result<signal::unix::Signal>) {
    match signal {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    if signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn about_config(error: &ConfigError) -> String {
    match error {
        ConfigError::Unreadable { path, .. } => {
            format!("le fichier de configuration « {} » ne peut pas être lu.", path.display())
        }
        ConfigError::NotUnderstood { path, source } => {
            let line = source.span().and_then(|span| line_of(path, span.start));
            let place = line.map(|line| format!(", ligne {line}")).unwrap_or_default();
            format!("le fichier de configuration « {} » n’est pas compris{place}.", path.display())
        }
    }
}

fn line_of(path: &Path, offset: usize) -> Option<usize> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(text.get(..offset)?.matches('\n').count() + 1)
}

fn about_address(address: SocketAddr, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "l’adresse {address} est déjà prise, peut-être par un autre Miroir. Arrêtez-le, ou choisissez un autre port : miroir --address 127.0.0.1:3001"
        ),
        ErrorKind::PermissionDenied => {
            format!("le système refuse le port {}. Choisissez un port au-dessus de 1024.", address.port())
        }
        _ => format!("l’adresse {address} n’est pas une adresse de cette machine."),
    }
}

fn about_data(data: &Path, error: &OpenError) -> String {
    let data = data.display();
    match error {
        OpenError::InUse(_) => {
            format!(
                "un autre Miroir utilise déjà le dossier « {data} ». Arrêtez-le, ou choisissez un autre dossier avec --data."
            )
        }
        OpenError::Folder { .. } => {
            format!(
                "impossible d’écrire dans le dossier « {data} ». Vérifiez vos droits, ou choisissez un autre dossier avec --data."
            )
        }
        OpenError::Newer(_) => {
            format!(
                "le dossier « {data} » vient d’une version plus récente de Miroir. Installez cette version, ou choisissez un autre dossier avec --data."
            )
        }
        OpenError::Variant(_) | OpenError::Foreign => {
            format!(
                "le dossier « {data} » contient les données d’un autre programme. Choisissez un autre dossier avec --data."
            )
        }
        OpenError::Store(StoreError::Full(_)) => {
            format!("il n’y a plus de place sur le disque pour le dossier « {data} ». Libérez de la place.")
        }
        OpenError::Store(_) => {
            format!(
                "les données du dossier « {data} » sont illisibles. Remettez une sauvegarde, ou choisissez un autre dossier avec --data."
            )
        }
    }
}
