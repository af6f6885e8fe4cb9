//! `miroir guard`: a line `{"text": …}` in, a line `{"kinds": […]}` out, never the text.

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

use scenarios::guard::{self, Kind};
use serde::{Deserialize, Serialize};

use super::speak::sorry;

#[derive(Deserialize)]
struct Asked {
    text: String,
}

#[derive(Serialize)]
struct Told {
    kinds: Vec<Kind>,
}

pub(super) fn run() -> ExitCode {
    match tell(io::stdin().lock(), io::BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Wrong::Line(number)) => sorry(&format!(
            "la ligne {number} n’est pas de la forme {{\"text\": \"…\"}}. Rien n’a été lu après elle."
        )),
        // Whoever read us has left: nothing to say to nobody.
        Err(Wrong::Pipe(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Wrong::Pipe(_)) => sorry("les lignes ne peuvent pas être lues ou écrites."),
    }
}

#[derive(Debug)]
enum Wrong {
    /// Number of the line, from 1. Its text is not repeated.
    Line(usize),
    Pipe(io::Error),
}

fn tell(input: impl BufRead, mut output: impl Write) -> Result<(), Wrong> {
    for (at, line) in input.lines().enumerate() {
        let line = line.map_err(Wrong::Pipe)?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line).map_err(|_| Wrong::Line(at + 1))?;
        let told = Told { kinds: guard::kinds(&asked.text) };
        let told = serde_json::to_string(&told).map_err(|_| Wrong::Line(at + 1))?;
        writeln!(output, "{told}").map_err(Wrong::Pipe)?;
    }
    output.flush().map_err(Wrong::Pipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &str) -> Result<String, Wrong> {
        let mut output = Vec::new();
        tell(lines.as_bytes(), &mut output).map(|()| String::from_utf8(output).expect("utf-8"))
    }

    #[test]
    fn each_line_gets_its_kinds_and_never_its_text() {
        let lines = "{\"text\": \"bonjour\"}\n\n{\"text\": \"ma plaque est BV-527-KM\", \"id\": 3}\n";
        assert_eq!(told(lines).expect("read"), "{\"kinds\":[]}\n{\"kinds\":[\"plate\"]}\n");
    }

    #[test]
    fn a_line_that_is_not_understood_is_named_by_its_number() {
        assert!(matches!(told("{\"text\": \"a\"}\nbonjour\n"), Err(Wrong::Line(2))));
    }
}
