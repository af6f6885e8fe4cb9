//! `miroir schema`: the JSON Schema of the language, for editors that help while one writes.

use std::process::ExitCode;

use super::speak::{say, sorry};

pub(super) fn run() -> ExitCode {
    match serde_json::to_string_pretty(&scenarios::syntax::schema()) {
        Ok(schema) => {
            say(&schema);
            ExitCode::SUCCESS
        }
        Err(_) => sorry("le schéma ne peut pas être écrit."),
    }
}
