//! `miroir check`: reads scenarios and tells everything that is wrong in them.
//!
//! A file that cannot be read is told like any other finding.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use scenarios::{
    Surroundings, date::Date, diagnostic::Diagnostic, remedy::Trust, shared::Shared, text::Text,
};

use crate::{
    figures,
    report::{Colours, Format, Report},
    shared,
};

mod files;
mod mend;

/// Relire des scénarios, et dire tout ce qui ne va pas.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Fichiers à relire ; d’un dossier, tous les « scenario.yaml » qu’il contient
    #[arg(required = true, value_name = "FICHIER")]
    pub(super) paths: Vec<PathBuf>,

    /// Présentation des résultats : full, short ou json [par défaut : full]
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "FORME",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: Format,

    /// Refuse aussi les avertissements : le code de sortie est 1 s’il en reste un
    #[arg(long)]
    pub(super) strict: bool,

    /// Corrige dans les fichiers ce qui peut l’être sans aucun doute
    #[arg(long)]
    pub(super) fix: bool,

    /// Corrige aussi ce qui est probable : relisez ensuite les fichiers
    #[arg(long)]
    pub(super) fix_all: bool,
}

impl Check {
    /// Writes on standard output; the code is 1 when there is an error, or a warning and they are refused; 0 otherwise.
    pub(super) fn run(&self) -> ExitCode {
        let mut out = std::io::stdout().lock();
        let colours = if out.is_terminal() { Colours::Terminal } else { Colours::None };
        // A reader that goes away, as `head` does, is no failure of the check.
        let report = Report::new(self.format, colours);
        let report = check(&self.paths, self.trust(), today(), report, &mut out);
        let accepted = |report: &Report| report.has_no_error() && !(self.strict && report.has_warnings());
        if report.is_ok_and(|report| accepted(&report)) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Which fixes are made in the files.
    fn trust(&self) -> Option<Trust> {
        let safe = self.fix.then_some(Trust::Safe);
        if self.fix_all { Some(Trust::Doubtful) } else { safe }
    }
}

/// Checks the texts at `paths`, mends them if asked, and tells `out`; gives the sums.
fn check(
    paths: &[PathBuf],
    trust: Option<Trust>,
    today: Option<Date>,
    mut report: Report,
    out: &mut impl Write,
) -> std::io::Result<Report> {
    for path in paths {
        for file in files::texts(path) {
            let read = file.and_then(|file| files::read(&file).map(|text| (file, text)));
            let (text, findings) = match read {
                Ok((file, text)) => {
                    let around = Around::of(&file, today);
                    let (text, findings) = match trust {
                        None => (text.clone(), around.findings(&text)),
                        Some(trust) => mend::mend(&file, text, trust, &around, &mut report),
                    };
                    (around.whole(text), findings)
                }
                Err(refusal) => (refusal.text, vec![refusal.finding]),
            };
            out.write_all(report.tell(&text, &findings).as_bytes())?;
        }
    }
    out.write_all(report.end().as_bytes())?;
    out.flush()?;
    Ok(report)
}

/// The day it is, from which old sources are told.
fn today() -> Option<Date> {
    Date::from_iso(&crate::clock::today().to_string()).ok()
}

/// What a file is, and what stands around it.
struct Around {
    kind: Kind,
    shared: Shared,
    today: Option<Date>,
}

/// Kinds of files, told apart by their folders.
enum Kind {
    Scenario,
    Shared,
    Figures,
}

impl Around {
    /// Around the file at `path`, read on that day.
    fn of(path: &Path, today: Option<Date>) -> Self {
        let kind = match path {
            path if figures::is_file(path) => Kind::Figures,
            path if shared::is_file(path) => Kind::Shared,
            _ => Kind::Scenario,
        };
        Self { kind, shared: shared::near(path), today }
    }

    /// What is wrong in `text`; the places are those of the whole.
    fn findings(&self, text: &Text) -> Vec<Diagnostic> {
        let Self { shared, today, .. } = self;
        let around = Surroundings { shared, parameters: figures::of_the_house(), today: *today };
        match self.kind {
            Kind::Scenario => scenarios::check_with(&self.whole(text.clone()), &around).1,
            Kind::Shared => scenarios::check_shared(text, &around),
            Kind::Figures => scenarios::check_parameters(text).1,
        }
    }

    /// `text`, followed by the shared parts that it uses.
    fn whole(&self, text: Text) -> Text {
        match self.kind {
            Kind::Scenario => self.shared.joined(text),
            Kind::Shared | Kind::Figures => text,
        }
    }
}

/// Why a path gives no text, as a finding.
struct Refusal {
    text: Text,
    finding: Diagnostic,
}

impl Refusal {
    fn new(path: &Path, code: &'static str, message: &str, help: &str) -> Box<Self> {
        Box::new(Self {
            text: Text::new(path.display().to_string(), ""),
            finding: Diagnostic::error(code, scenarios::text::Span::default(), message).help(help),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test, gone with it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("miroir-check-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
            let path = self.0.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, content).unwrap();
            path
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn short(path: &Path) -> (bool, String) {
        let mut out = Vec::new();
        let report = Report::new(Format::Short, Colours::None);
        // The day on which the bundled scenarios were last read over.
        let day = Date::new(2026, 11, 23).ok();
        let report = check(&[path.to_owned()], None, day, report, &mut out).unwrap();
        (report.has_no_error(), String::from_utf8(out).unwrap())
    }

    #[test]
    fn the_scenarios_of_the_house_have_no_finding() {
        for folder in ["procedures", "communs"] {
            let (right, told) =
                short(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios").join(folder));
            assert_eq!((right, told.as_str()), (true, ""));
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_and_is_an_error() {
        let folder = Folder::new("refusals");
        let cases = [
            (folder.write("gros.yaml", vec![b' '; 10 << 20]), "fichier-trop-gros"),
            (folder.write("latin1.yaml", b"titre: \xe9t\xe9\n"), "fichier-mal-encode"),
            (folder.0.join("absent.yaml"), "fichier-introuvable"),
            (folder.0.clone(), "dossier-sans-scenario"),
        ];
        for (path, code) in cases {
            let (right, told) = short(&path);
            assert!(!right && told.contains(&format!(": {code}: ")), "{told}");
        }
    }

    #[test]
    fn a_folder_stands_for_every_scenario_below_it() {
        let folder = Folder::new("folder");
        folder.write("b/scenario.yaml", "");
        folder.write("a/un/scenario.yaml", "");
        folder.write("a/essais/autre.yaml", "");
        let (_, told) = short(&folder.0);
        let files: Vec<_> = told.lines().filter_map(|line| line.split(":1:1").next()).collect();
        let below = |name: &str| folder.0.join(name).display().to_string();
        assert_eq!(files, [below("a/un/scenario.yaml"), below("b/scenario.yaml")]);
    }
}
