//! Findings as a terminal, an editor or a program reads them. It words nothing but its own sums.

use std::fmt::Write;

use scenarios::{
    diagnostic::{Diagnostic, Severity},
    text::Text,
};

mod drawing;
mod json;

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// Dessinés sous le texte, avec le remède
    #[default]
    Full,
    /// Une ligne par remarque : fichier:ligne:colonne: code: message
    Short,
    /// Une ligne JSON par remarque
    Json,
}

/// Whether what is drawn is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    Terminal,
    None,
}

/// The findings of one or more texts, told one text after the other.
pub struct Report {
    format: Format,
    colours: Colours,
    texts: usize,
    errors: usize,
    warnings: usize,
    mended: usize,
}

impl Report {
    pub fn new(format: Format, colours: Colours) -> Self {
        Self { format, colours, texts: 0, errors: 0, warnings: 0, mended: 0 }
    }

    /// What is to be shown of the findings about `text`.
    pub fn tell(&mut self, text: &Text, findings: &[Diagnostic]) -> String {
        let errors = findings.iter().filter(|finding| finding.is_error()).count();
        self.texts += 1;
        self.errors += errors;
        self.warnings += findings.len() - errors;
        let mut told = String::new();
        for finding in findings {
            match self.format {
                Format::Full => told.push_str(&drawing::draw(text, finding, self.colours)),
                Format::Short => told.push_str(&finding.short(text)),
                Format::Json => told.push_str(&json::line(text, finding)),
            }
            told.push('\n');
            if self.format == Format::Full {
                told.push('\n');
            }
        }
        told
    }

    /// The sum of all that was told, for a person.
    pub fn end(&self) -> String {
        if self.format != Format::Full {
            return String::new();
        }
        let mut sum = count(self.texts, "fichier relu", "fichiers relus");
        if self.mended > 0 {
            sum.push_str(", ");
            sum.push_str(&count(self.mended, "correction faite", "corrections faites"));
        }
        match (self.errors, self.warnings) {
            (0, 0) if self.mended > 0 => sum.push_str(" : plus rien à signaler"),
            (0, 0) => sum.push_str(" : rien à signaler"),
            (errors, 0) => push(&mut sum, &count(errors, "erreur", "erreurs")),
            (0, warnings) => push(&mut sum, &count(warnings, "avertissement", "avertissements")),
            (errors, warnings) => {
                push(&mut sum, &count(errors, "erreur", "erreurs"));
                sum.push_str(" et ");
                sum.push_str(&count(warnings, "avertissement", "avertissements"));
            }
        }
        sum.push('\n');
        sum
    }

    /// Counts fixes made in a text before what remains of it is told.
    pub fn mended(&mut self, fixes: usize) {
        self.mended += fixes;
    }

    pub fn has_warnings(&self) -> bool {
        self.warnings > 0
    }

    pub fn has_no_error(&self) -> bool {
        self.errors == 0
    }
}

fn push(sum: &mut String, words: &str) {
    // Writing to a string cannot fail.
    let _ = write!(sum, " : {words}");
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The word for how much a finding matters.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "erreur",
        Severity::Warning => "avertissement",
    }
}

#[cfg(test)]
mod tests {
    use scenarios::text::Span;

    use super::*;

    fn finding() -> (Text, Diagnostic) {
        let text = Text::new("scenario.yaml", "pages:\n  été:\n    suite: hivers\n");
        let finding =
            Diagnostic::error("page-introuvable", Span::new(27, 33), "la page « hivers » n’existe pas")
                .label(Span::new(9, 14), "la page qui la nomme")
                .help("écrivez « hiver »")
                .doubtful_fix(Span::new(27, 33), "hiver");
        (text, finding)
    }

    fn told(format: Format) -> String {
        let (text, finding) = finding();
        Report::new(format, Colours::None).tell(&text, &[finding])
    }

    #[test]
    fn a_finding_is_drawn_under_the_text_in_french() {
        let drawn = "\
erreur[page-introuvable]: la page « hivers » n’existe pas
 --> scenario.yaml:3:12
  |
2 |   été:
  |   --- la page qui la nomme
3 |     suite: hivers
  |            ^^^^^^
  |
  = aide: écrivez « hiver »

";
        assert_eq!(told(Format::Full), drawn);
    }

    #[test]
    fn a_finding_of_another_file_is_drawn_with_its_name_and_lines() {
        let text = Text::new("scenario.yaml", "pages:\n  a: 1\n")
            .with("communs/b.yaml", "titre: B\npages:\n  a: 2\n");
        let (first, second) = (text.content.find("a: 1").unwrap(), text.content.find("a: 2").unwrap());
        let finding =
            Diagnostic::error("cle-repetee", Span::new(second, second + 1), "« a » est écrit deux fois")
                .label(Span::new(first, first + 1), "déjà écrit ici");
        let drawn = "\
erreur[cle-repetee]: « a » est écrit deux fois
 --> communs/b.yaml:3:3
  |
3 |   a: 2
  |   ^
  |
 ::: scenario.yaml:2:3
  |
2 |   a: 1
  |   - déjà écrit ici

";
        let told = |format| Report::new(format, Colours::None).tell(&text, std::slice::from_ref(&finding));
        assert_eq!(told(Format::Full), drawn);
        assert_eq!(told(Format::Short), "communs/b.yaml:3:3: cle-repetee: « a » est écrit deux fois\n");
        let line: serde_json::Value = serde_json::from_str(&told(Format::Json)).unwrap();
        assert_eq!(
            (&line["file"], &line["labels"][0]["file"]),
            (&"communs/b.yaml".into(), &"scenario.yaml".into())
        );
        assert_eq!(line["start"]["byte"], 18);
    }

    #[test]
    fn a_program_reads_a_finding_by_line() {
        let line: serde_json::Value = serde_json::from_str(&told(Format::Json)).unwrap();
        assert_eq!(line["code"], "page-introuvable");
        assert_eq!((&line["start"]["line"], &line["start"]["column"]), (&3.into(), &12.into()));
        assert_eq!(line["fix"]["replacement"], "hiver");
        assert_eq!(line["labels"][0]["message"], "la page qui la nomme");
    }

    #[test]
    fn the_sum_is_said_in_french() {
        let (text, finding) = finding();
        let mut report = Report::new(Format::Full, Colours::None);
        report.tell(
            &text,
            &[finding.clone(), finding.clone(), Diagnostic { severity: Severity::Warning, ..finding }],
        );
        assert_eq!(report.end(), "1 fichier relu : 2 erreurs et 1 avertissement\n");
        assert!(!report.has_no_error() && report.has_warnings());
        let mut mended = Report::new(Format::Full, Colours::None);
        mended.mended(2);
        mended.tell(&text, &[]);
        assert_eq!(mended.end(), "1 fichier relu, 2 corrections faites : plus rien à signaler\n");
    }

    #[test]
    fn each_format_tells_severity_place_and_remedy() {
        let (text, finding) = finding();
        let warning = Diagnostic { severity: Severity::Warning, ..finding };
        let short = Report::new(Format::Short, Colours::None).tell(&text, std::slice::from_ref(&warning));
        assert_eq!(short, "scenario.yaml:3:12: page-introuvable: la page « hivers » n’existe pas\n");
        let full = Report::new(Format::Full, Colours::None).tell(&text, std::slice::from_ref(&warning));
        assert!(full.starts_with("avertissement[page-introuvable]: "), "{full}");
        let json = Report::new(Format::Json, Colours::None).tell(&text, &[warning]);
        let line: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!((json.lines().count(), &line["severity"]), (1, &"warning".into()));
        assert_eq!(line["help"], "écrivez « hiver »");
        assert_eq!(line["fix"]["safe"], false);
        assert_eq!((&line["fix"]["start"]["byte"], &line["end"]["byte"]), (&27.into(), &33.into()));
        assert_eq!(line["page"], "scenarios/src/lint/page_introuvable.md");
    }
}
