//! What the binary can do, one file a command.
//!
//! To add one: its file, its variant of [`Command`], its line in [`run`]; `main` and the help follow.

mod bench;
mod check;
mod compute;
mod demo;
mod guard;
mod map;
mod play;
mod scenario;
mod schema;
mod serve;
mod speak;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::config::Options;

/// Répéter des démarches administratives en ligne, sans risque
#[derive(Debug, Parser)]
#[command(
    name = "miroir",
    version,
    about = "Miroir : répéter des démarches administratives en ligne, sans risque",
    long_about = "Miroir : répéter des démarches administratives en ligne, sans risque.\n\n\
                  Sans commande, Miroir sert ses pages sur http://127.0.0.1:3000 et garde les exercices en cours dans ./data.",
    help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Commandes",
    args_conflicts_with_subcommands = true
)]
struct Line {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    serve: ServeLine,

    /// Affiche cette aide
    #[arg(short = 'h', long, action = clap::ArgAction::Help, global = true, help_heading = "Options")]
    help: Option<bool>,

    /// Affiche la version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Options")]
struct ServeLine {
    #[command(flatten)]
    options: Options,

    /// Fichier de configuration (TOML) ; les mêmes options, sans les tirets du début
    #[arg(long, env = "MIROIR_CONFIG", value_name = "FICHIER")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Sert les pages de Miroir (c’est ce qui se passe sans commande)
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Serve(ServeLine),
    /// Cherche des données personnelles : lit {"text": …} sur chaque ligne, écrit {"kinds": […]}
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Guard,
    /// Relit des scénarios, et dit tout ce qui ne va pas, avec la ligne et le remède
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Check(check::Check),
    /// Rejoue les essais d’un scénario, ou l’explore avec le robot, et dit ce qui ne tient plus
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Play(play::Play),
    /// Montre les pages d’un scénario et les chemins de l’une à l’autre, en texte ou en dessin
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Map(map::Map),
    /// Écrit le schéma JSON de la langue, pour les éditeurs qui aident pendant qu’on écrit
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Schema,
    /// Calcule avec un scénario : lit des valeurs en JSON sur chaque ligne, écrit les résultats
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Compute(compute::Compute),
    /// Joue un atelier avec des apprenants simulés, à regarder ou à mesurer
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Demo(demo::Demo),
    /// Mesure Miroir sur cette machine : pages et réponses par seconde, temps, mémoire
    #[command(help_template = "{about}\n\nUtilisation : {usage}\n\n{all-args}")]
    Bench(bench::Bench),
    /// Sert une page de la mémoire : ce à quoi `bench` compare
    #[command(hide = true)]
    BenchMemory(bench::FromMemory),
}

/// The variables that stand for options: a child that is told everything must not hear them.
fn variables() -> Vec<OsString> {
    Line::command().get_arguments().filter_map(|argument| argument.get_env().map(ToOwned::to_owned)).collect()
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let line = Line::try_parse();
    match line {
        Ok(Line { command: None, serve, .. } | Line { command: Some(Command::Serve(serve)), .. }) => {
            serve::run(serve.options, serve.config.as_deref())
        }
        Ok(Line { command: Some(Command::Guard), .. }) => guard::run(),
        Ok(Line { command: Some(Command::Check(check)), .. }) => check.run(),
        Ok(Line { command: Some(Command::Play(play)), .. }) => play.run(),
        Ok(Line { command: Some(Command::Map(map)), .. }) => map.run(),
        Ok(Line { command: Some(Command::Schema), .. }) => schema::run(),
        Ok(Line { command: Some(Command::Compute(compute)), .. }) => compute.run(),
        Ok(Line { command: Some(Command::Demo(demo)), .. }) => demo.run(),
        Ok(Line { command: Some(Command::Bench(bench)), .. }) => bench.run(),
        Ok(Line { command: Some(Command::BenchMemory(memory)), .. }) => memory.run(),
        Err(error) => speak::refuse(&error),
    }
}
