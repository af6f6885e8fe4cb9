//! The table that is printed. It computes nothing but ratios.

use std::{fmt, time::Duration};

use super::{child::Cores, load::Measure, texts::Checks, weight::Weight};

pub(super) struct Report {
    pub(super) cores: Cores,
    pub(super) connections: u16,
    pub(super) seconds: u64,
    pub(super) looks: Measure,
    pub(super) looks_gzip: Measure,
    pub(super) answers: Measure,
    pub(super) from_memory: Measure,
    pub(super) first_answer: Duration,
    /// In KiB.
    pub(super) at_rest: Option<u64>,
    pub(super) loaded: Option<u64>,
    /// In bytes.
    pub(super) binary: u64,
    pub(super) weights: Vec<Weight>,
    pub(super) checks: Checks,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.cores {
            Cores::Apart => "serveur sur un cœur, charge sur les autres",
            Cores::Shared => "serveur et charge sur les mêmes cœurs (un seul, ou sans « taskset »)",
        };
        writeln!(
            f,
            "Mesures de Miroir : {place}, {} connexions, {} s par ligne",
            self.connections, self.seconds
        )?;
        writeln!(f)?;
        writeln!(
            f,
            "{:<44}{:>10}{:>12}{:>12}{:>12}{:>9}",
            "", "par s", "p50", "p99", "de mémoire", "erreurs"
        )?;
        let whole = self.from_memory.rate();
        for (name, measure) in [
            ("GET d’une page de formulaire", &self.looks),
            ("GET de la même, avec gzip", &self.looks_gzip),
            ("POST d’une réponse juste, sur le disque", &self.answers),
            ("GET des mêmes octets, de la mémoire", &self.from_memory),
        ] {
            writeln!(
                f,
                "{name:<44}{:>10.0}{:>12}{:>12}{:>12}{:>12}{:>9}",
                measure.rate(),
                milliseconds(measure.percentile(50)),
                milliseconds(measure.percentile(99)),
                measure
                    .effort
                    .map_or_else(|| "inconnu".to_owned(), |effort| format!("{} µs", effort.as_micros())),
                format!("1/{:.1}", whole / measure.rate()),
                measure.wrong,
            )?;
        }
        writeln!(f)?;
        writeln!(f, "{:<44}{:>10}", "Du lancement à la première réponse", milliseconds(self.first_answer))?;
        writeln!(f, "{:<44}{:>10}", "Mémoire au repos", mebibytes(self.at_rest))?;
        writeln!(f, "{:<44}{:>10}", "Mémoire après la charge", mebibytes(self.loaded))?;
        writeln!(f, "{:<44}{:>10}", "Taille du programme", mebibytes(Some(self.binary / 1024)))?;
        write!(f, "{}", self.checks)?;
        writeln!(f)?;
        writeln!(
            f,
            "{:<44}{:>10}{:>10}{:>10}{:>10}{:>12}",
            "Octets (sans les en-têtes)", "HTML", "style", "polices", "1re page", "suivante"
        )?;
        for weight in &self.weights {
            writeln!(
                f,
                "  {:<42}{:>10}{:>10}{:>10}{:>10}{:>12}",
                weight.accepts,
                weight.html,
                weight.style,
                weight.fonts,
                weight.first_page(),
                weight.following
            )?;
        }
        Ok(())
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

fn mebibytes(kibibytes: Option<u64>) -> String {
    kibibytes.map_or_else(
        || "inconnue".to_owned(),
        |kibibytes| format!("{}.{} Mio", kibibytes / 1024, kibibytes % 1024 * 10 / 1024),
    )
}
