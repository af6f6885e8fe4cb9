//! Said to whoever typed the command: one sentence in French, on the standard error, and a status.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The status of a wrong command line, as `clap` and most tools give it.
const WRONG_LINE: u8 = 2;

/// One sentence about what cannot be done, then out.
pub(super) fn sorry(sentence: &str) -> ExitCode {
    eprintln!("miroir : {sentence}");
    ExitCode::FAILURE
}

/// On the standard output. Whoever left without reading, as `head` does, is told nothing; that is no failure.
pub(super) fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// What is wrong with the command line; help and version are no mistakes.
pub(super) fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        say(error.render().to_string().trim_end());
        return ExitCode::SUCCESS;
    }
    eprintln!("miroir : {} Pour voir les options : miroir --help", sentence(error));
    ExitCode::from(WRONG_LINE)
}

fn sentence(error: &clap::Error) -> String {
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let argument = word(ContextKind::InvalidArg).unwrap_or_default();
    let given = word(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => match word(ContextKind::SuggestedArg) {
            Some(meant) => format!("l’option « {argument} » n’existe pas. Vouliez-vous dire « {meant} » ?"),
            None => format!("« {argument} » n’est pas une option."),
        },
        ErrorKind::InvalidSubcommand => {
            let named = word(ContextKind::InvalidSubcommand).unwrap_or_default();
            match word(ContextKind::SuggestedSubcommand) {
                Some(meant) => {
                    format!("la commande « {named} » n’existe pas. Vouliez-vous dire « {meant} » ?")
                }
                None => format!("la commande « {named} » n’existe pas."),
            }
        }
        ErrorKind::InvalidValue if given.is_empty() => format!("l’option « {argument} » attend une valeur."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("« {given} » ne convient pas pour l’option « {argument} ».")
        }
        ErrorKind::ArgumentConflict => format!("« {argument} » ne va pas avec le reste de la ligne."),
        ErrorKind::MissingRequiredArgument => format!("il manque « {argument} »."),
        _ => "cette ligne de commande n’est pas comprise.".to_owned(),
    }
}
