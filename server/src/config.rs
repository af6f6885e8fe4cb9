//! The options of Miroir, and the configuration file: no other module reads either (`RUST_LOG` apart, in the log).
//!
//! A flag comes before the environment, the environment before the file, the file before the default.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    str::FromStr,
};

use clap::Args;
use serde::Deserialize;

use crate::backend::KEEP_DAYS;

/// Options as given, each perhaps missing.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Options {
    /// Adresse et port d’écoute [par défaut : 127.0.0.1:3000]
    #[arg(long, env = "MIROIR_ADDRESS", value_name = "ADRESSE:PORT")]
    pub address: Option<SocketAddr>,

    /// Écoute sur tout le réseau local, pour une salle avec plusieurs postes
    #[arg(long, env = "MIROIR_LAN", num_args = 0..=1, default_missing_value = "true", value_name = "true|false", hide_possible_values = true)]
    pub lan: Option<bool>,

    /// Dossier où Miroir garde les exercices en cours [par défaut : ./data]
    #[arg(long, env = "MIROIR_DATA", value_name = "DOSSIER")]
    pub data: Option<PathBuf>,

    /// Dossier de scénarios, en plus de ceux que Miroir contient
    #[arg(long, env = "MIROIR_SCENARIOS", value_name = "DOSSIER")]
    pub scenarios: Option<PathBuf>,

    /// Adresse publique, quand Miroir est derrière un serveur en https
    #[arg(long, env = "MIROIR_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,

    /// Nombre de jours avant d’effacer un exercice abandonné [par défaut : 7]
    #[arg(long, env = "MIROIR_KEEP_DAYS", value_name = "JOURS", value_parser = clap::value_parser!(u16).range(1..=365))]
    pub keep_days: Option<u16>,

    /// Affiche au démarrage un lien pour créer un compte de responsable de plus, par exemple après un mot de passe perdu
    #[arg(long, num_args = 0..=1, default_missing_value = "true", value_name = "true|false", hide_possible_values = true)]
    #[serde(skip)]
    pub new_host: Option<bool>,

    /// Forme du journal technique : text ou json [par défaut : text]
    #[arg(long, env = "MIROIR_LOG_FORMAT", value_name = "FORME", hide_possible_values = true)]
    pub log_format: Option<LogFormat>,

    /// Relit les scénarios et les styles à chaque page, pour qui les écrit ; le dossier est celui du projet
    #[arg(long, env = "MIROIR_DEV", value_name = "DOSSIER")]
    pub dev: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

/// Where a proxy makes Miroir reachable, such as `https://miroir.exemple.org`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl {
    /// Scheme and host, without a final slash.
    pub origin: String,
    /// Host, with its port when it is not the usual one.
    pub host: String,
    /// Whether people reach Miroir over TLS.
    pub tls: bool,
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || "attendu : https://nom-du-site, sans rien après".to_owned();
        let origin = text.trim_end_matches('/');
        let (scheme, host) = origin.split_once("://").ok_or_else(wrong)?;
        let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
        match scheme {
            "https" | "http" if plain && !host.is_empty() => Ok(Self {
                origin: origin.to_owned(),
                host: host.to_ascii_lowercase(),
                tls: scheme == "https",
            }),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Everything decided.
#[derive(Debug, Clone)]
pub struct Config {
    pub address: SocketAddr,
    pub lan: bool,
    pub data: PathBuf,
    pub scenarios: Option<PathBuf>,
    pub public_url: Option<PublicUrl>,
    pub keep_days: u16,
    /// A link for one more host is shown at start.
    pub new_host: bool,
    pub log_format: LogFormat,
    pub dev: Option<PathBuf>,
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("cannot read the configuration file {path}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("the configuration file {path} is not understood")]
    NotUnderstood { path: PathBuf, source: toml::de::Error },
}

impl Config {
    /// Decides from what was given and, when there is one, the file.
    pub fn decide(given: Options, file: Option<&Path>) -> Result<Self, ConfigError> {
        let written = file.map(read).transpose()?.unwrap_or_default();
        let lan = given.lan.or(written.lan).unwrap_or(false);
        let mut address = given
            .address
            .or(written.address)
            .unwrap_or(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3000));
        if lan && address.ip().is_loopback() {
            address.set_ip(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        }
        Ok(Self {
            address,
            lan,
            data: given.data.or(written.data).unwrap_or_else(|| PathBuf::from("data")),
            scenarios: given.scenarios.or(written.scenarios),
            public_url: given.public_url.or(written.public_url),
            keep_days: given.keep_days.or(written.keep_days).unwrap_or(KEEP_DAYS),
            new_host: given.new_host.unwrap_or(false),
            log_format: given.log_format.or(written.log_format).unwrap_or(LogFormat::Text),
            dev: given.dev.or(written.dev),
        })
    }

    /// Whether people reach Miroir over TLS.
    pub fn tls(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.tls)
    }
}

fn read(path: &Path) -> Result<Options, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    toml::from_str(&text).map_err(|source| ConfigError::NotUnderstood { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_comes_before_the_file_and_the_file_before_the_default() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("miroir.toml");
        std::fs::write(&file, "data = \"/srv/miroir\"\nkeep-days = 30\nlan = true\n").expect("written");
        let given = Options { keep_days: Some(2), ..Options::default() };
        let config = Config::decide(given, Some(&file)).expect("understood");
        assert_eq!((config.keep_days, config.data), (2, PathBuf::from("/srv/miroir")));
        assert_eq!(config.address.to_string(), "0.0.0.0:3000");
        assert_eq!(config.log_format, LogFormat::Text);
    }

    #[test]
    fn an_unknown_key_in_the_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("miroir.toml");
        std::fs::write(&file, "adress = \"127.0.0.1:80\"\n").expect("written");
        assert!(matches!(
            Config::decide(Options::default(), Some(&file)),
            Err(ConfigError::NotUnderstood { .. })
        ));
    }

    #[test]
    fn a_public_url_is_a_scheme_and_a_host() {
        let url: PublicUrl = "https://Miroir.exemple.org/".parse().expect("a public url");
        assert_eq!((url.host.as_str(), url.tls), ("miroir.exemple.org", true));
        for wrong in ["miroir.exemple.org", "ftp://a", "https://", "https://a/b", "https://a b"] {
            assert!(wrong.parse::<PublicUrl>().is_err(), "{wrong}");
        }
    }
}
