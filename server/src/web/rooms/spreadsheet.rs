//! The report as a file for spreadsheets: the tables of the page, one under the other. No cell is a formula.

use app::mediator::report::{Report, skill_words};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
    response::IntoResponse as _,
};

use super::{Reply, Web, find, report::report};

pub(in crate::web) async fn csv(State(web): State<Web>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
    let (_, room) = find(&web, &headers, &id).await?;
    let told = web.backend.report(&room).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"bilan.csv\""),
    ];
    Ok((headers, file(&report(&web, &told))).into_response())
}

fn file(report: &Report) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in tables(report).concat() {
        // Writing into memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    // Spreadsheets take it for what it is.
    let mut file = "\u{feff}".as_bytes().to_vec();
    file.extend(writer.into_inner().unwrap_or_default());
    file
}

/// Rows of each table: its title, its columns, what they hold, and an empty one.
fn tables(report: &Report) -> [Vec<Vec<String>>; 4] {
    let seats = report.sheets.iter().map(|sheet| {
        let review = &sheet.review;
        vec![
            sheet.animal.name(),
            sheet.procedure.clone(),
            sheet.reached.clone(),
            (sheet.lasted_ms / 60_000).to_string(),
            sheet.refusals.to_string(),
            sheet.hints.to_string(),
            review.alone.to_string(),
            review.sought().to_string(),
            review.stops.to_string(),
        ]
    });
    let pages = report.steps.iter().map(|step| {
        let seconds = (step.median_ms / 1_000).to_string();
        vec![step.page.clone(), step.procedure.clone(), seconds, step.refusals.to_string()]
    });
    let hard = report
        .hard
        .iter()
        .map(|(label, times, people)| vec![label.clone(), times.to_string(), people.to_string()]);
    let skills =
        report.skills.iter().map(|(skill, people)| vec![skill_words(*skill).to_owned(), people.to_string()]);
    [
        table(
            "Place par place",
            &[
                "place",
                "démarche",
                "jusqu’où",
                "minutes",
                "refus",
                "indices",
                "réussies du premier coup",
                "questions",
                "données arrêtées",
            ],
            seats,
        ),
        table("Page par page", &["page", "démarche", "temps médian, en secondes", "refus"], pages),
        table("Ce qui a été difficile", &["question", "refus", "personnes"], hard),
        table("À travailler ensemble", &["savoir-faire", "personnes"], skills),
    ]
}

fn table(title: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    let head = [vec![title.to_owned()], columns.iter().map(|&column| column.to_owned()).collect()];
    head.into_iter().chain(rows).chain([vec![String::new()]]).collect()
}

/// A cell that a spreadsheet would compute is told as text.
fn harmless(cell: &str) -> String {
    let computes = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
    if computes { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+33", "-2", "@sum", " =1", "\t=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("renard bleu"), "renard bleu");
    }

    #[test]
    fn the_tables_of_the_page_stand_one_under_the_other() {
        let report = Report { hard: vec![("=Rue".to_owned(), 4, 2)], ..Report::default() };
        let file = String::from_utf8(file(&report)).expect("text");
        let at = |words: &str| file.find(words).unwrap_or_else(|| panic!("{words} in {file}"));
        assert!(at("Place par place\nplace;") < at("Page par page\npage;"), "{file}");
        assert!(at("question;refus;personnes\n'=Rue;4;2\n") < at("À travailler ensemble\n"), "{file}");
    }
}
