//! The binary, as somebody types it: it starts, says where, and every refusal is one sentence in French.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::binary::{BINARY, Running, miroir};

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// One sentence on the standard error, nothing else, and a status that says no.
fn assert_refused(output: &Output, words: &[&str]) {
    let said = stderr(output);
    assert!(!output.status.success(), "{said}");
    assert!(output.status.code().is_some_and(|code| code < 100), "died: {:?}", output.status);
    assert!(said.starts_with("miroir : ") && said.trim_end().lines().count() == 1, "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(stdout(output), "");
    for word in words {
        assert!(said.contains(word), "no « {word} » in {said}");
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    miroir(folder).args(arguments).output().expect("the binary runs")
}

fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = miroir(folder);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("an input");
    // A child that refuses early closes its input: that is its answer.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("an answer")
}

#[test]
fn the_first_start_makes_its_folder_says_where_and_stops_cleanly() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = Running::start(folder.path(), &["--address", "127.0.0.1:0"]);
    assert!(running.said.contains("Miroir est prêt."), "{}", running.said);
    assert!(
        running.said.contains("Ouvrez cette adresse dans votre navigateur : http://127.0.0.1:"),
        "{}",
        running.said
    );
    assert!(folder.path().join("data/miroir.db").is_file());
    assert!(running.gets("/").contains("S’entraîner seul"));
    let rest = running.stops();
    assert!(rest.contains("Miroir est arrêté. Tout est enregistré."), "{rest}");
}

/// The link of the first account, or of one more host, as the server said it while starting.
fn link_for(running: &Running, whose: &str) -> Option<String> {
    let said = running.said.split(&format!("Pour créer {whose} : ")).nth(1)?;
    let link = said.split_whitespace().next()?;
    Some(link.strip_prefix(&format!("http://{}", running.address)).expect("its own address").to_owned())
}

#[test]
fn each_start_says_a_link_of_its_own_for_the_first_account_and_for_one_more_host_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let start =
        |more: &[&str]| Running::start(folder.path(), &[&["--address", "127.0.0.1:0"], more].concat());
    let first = start(&[]);
    let link = link_for(&first, "le premier compte").expect("a link");
    assert!(first.gets(&link).contains("Créer votre compte"));
    first.stops();
    let second = start(&[]);
    assert!(second.gets(&link).starts_with("HTTP/1.1 404"), "another start, another link");
    assert!(link_for(&second, "le premier compte").is_some_and(|other| other != link));
    second.stops();
    let third = start(&["--new-host"]);
    let more = link_for(&third, "un compte de responsable").expect("a link");
    assert!(third.gets(&more).contains("Créer votre compte"));
}

#[test]
fn whoever_stops_it_as_soon_as_it_says_how_is_heard() {
    let folder = tempfile::tempdir().expect("a folder");
    for _ in 0..8 {
        let said = Running::start(folder.path(), &["--address", "127.0.0.1:0"]).stops();
        assert!(said.contains("Tout est enregistré"), "{said}");
    }
}

#[test]
fn the_binary_alone_in_an_empty_folder_serves_its_catalogue() {
    let folder = tempfile::tempdir().expect("a folder");
    let alone = folder.path().join("miroir");
    fs::copy(BINARY, &alone).expect("copied");
    let running = Running::start_binary(&alone, folder.path(), &["serve", "--address", "127.0.0.1:0"]);
    let home = running.gets("/");
    assert!(home.contains("Changer l’adresse de la carte grise"), "{home}");
    let style = home.split("\"/assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("an asset");
    assert!(running.gets(&format!("/assets/{style}")).starts_with("HTTP/1.1 200"));
    assert!(running.gets("/sante").ends_with("ok\n"));
}

#[test]
fn an_option_that_does_not_exist_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    assert_refused(&run(folder, &["--adresse", "127.0.0.1:1"]), &["« --adresse »", "miroir --help"]);
    assert_refused(&run(folder, &["--address", "partout"]), &["« partout »"]);
    assert_refused(&run(folder, &["--address"]), &["attend une valeur"]);
    assert_refused(&run(folder, &["--keep-days", "0"]), &["« 0 »"]);
    assert_refused(&run(folder, &["--public-url", "miroir.exemple.org/a"]), &["« miroir.exemple.org/a »"]);
    assert_refused(&run(folder, &["--log-format", "xml"]), &["« xml »"]);
    assert_refused(&run(folder, &["servir"]), &["« servir »"]);
    assert_refused(
        &run(folder, &["--scenarios", "nulle-part", "--address", "127.0.0.1:0"]),
        &["« nulle-part »"],
    );
    let environment = miroir(folder).env("MIROIR_ADDRESS", "partout").output().expect("the binary runs");
    assert_refused(&environment, &["« partout »"]);
}

#[test]
fn a_port_or_a_folder_that_is_taken_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = Running::start(folder.path(), &["--address", "127.0.0.1:0"]);
    let address = running.address.to_string();
    let other = tempfile::tempdir().expect("a folder");
    assert_refused(&run(other.path(), &["--address", &address]), &[&address, "déjà prise", "--address"]);
    assert!(!other.path().join("data").exists(), "a server that did not start made a folder");
    assert_refused(&run(folder.path(), &["--address", "127.0.0.1:0"]), &["un autre Miroir", "« data »"]);
    assert!(running.gets("/sante").ends_with("ok\n"), "the first one did not notice");
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("data"), "a file").expect("written");
    assert_refused(&run(folder.path(), &["--address", "127.0.0.1:0"]), &["impossible d’écrire", "« data »"]);
    let below = ["--address", "127.0.0.1:0", "--data", "data/dessous"];
    assert_refused(&run(folder.path(), &below), &["impossible d’écrire"]);
}

#[test]
fn data_that_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("a folder");
    fs::write(data.join("miroir.db"), "Cher journal, ".repeat(1_000)).expect("written");
    let refused = run(folder.path(), &["--address", "127.0.0.1:0"]);
    // The database's own words come before, in the log.
    let said = stderr(&refused);
    assert!(!refused.status.success() && !said.contains("panicked"), "{said}");
    assert!(said.lines().any(|line| line.starts_with("miroir : ") && line.contains("« data »")), "{said}");
    assert!(!said.contains('\u{1b}'), "colours in a file: {said}");
    assert_eq!(fs::read(data.join("miroir.db")).expect("there").len(), "Cher journal, ".len() * 1_000);
}

#[test]
fn a_configuration_that_cannot_be_read_is_said_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |text: &[u8]| fs::write(folder.path().join("miroir.toml"), text).expect("written");
    let config = ["--config", "miroir.toml"];
    assert_refused(&run(folder.path(), &config), &["« miroir.toml »", "ne peut pas être lu"]);
    write(b"# Salle 2\nadress = \"127.0.0.1:0\"\n");
    assert_refused(&run(folder.path(), &config), &["n’est pas compris, ligne 2"]);
    write(b"lan = true\nkeep-days = \"une semaine\"\n");
    assert_refused(&run(folder.path(), &config), &["n’est pas compris, ligne 2"]);
    write(b"\xff\xfe");
    assert_refused(&run(folder.path(), &config), &["ne peut pas être lu"]);
    write(b"address = \"127.0.0.1:0\"\ndata = \"ici\"\n");
    let running = Running::start(folder.path(), &config);
    assert!(folder.path().join("ici/miroir.db").is_file(), "{}", running.said);
}

#[test]
fn help_is_complete_and_in_french() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = run(folder.path(), &["--help"]);
    assert!(help.status.success());
    let help = stdout(&help);
    for word in [
        "Utilisation",
        "serve",
        "guard",
        "check",
        "--address",
        "--lan",
        "--data",
        "--scenarios",
        "--public-url",
        "--keep-days",
        "--log-format",
        "--config",
        "--help",
        "MIROIR_ADDRESS",
        "MIROIR_DATA",
        "MIROIR_CONFIG",
    ] {
        assert!(help.contains(word), "no {word} in {help}");
    }
    for command in ["serve", "guard", "check", "play", "map", "compute", "schema"] {
        let help = run(folder.path(), &[command, "--help"]);
        assert!(help.status.success() && stdout(&help).contains("Utilisation"), "{command}");
    }
    let help = help + &stdout(&run(folder.path(), &["check", "--help"]));
    for english in ["Usage", "Commands:", "Print ", "possible values", "default:"] {
        assert!(!help.contains(english), "« {english} » in {help}");
    }
    let version = run(folder.path(), &["--version"]);
    assert!(version.status.success() && stdout(&version).starts_with("miroir "));
}

#[test]
fn guard_answers_line_by_line_and_never_repeats_a_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = run_with(
        folder.path(),
        &["guard"],
        "{\"text\": \"06 12 34 56 78\"}\n{\"text\": \"bonjour\"}\n".as_bytes(),
    );
    assert!(told.status.success());
    assert_eq!(stdout(&told), "{\"kinds\":[\"phone\"]}\n{\"kinds\":[]}\n");
    for bad in ["06 12 34 56 78", "{\"texte\": \"06 12 34 56 78\"}", "{\"text\": 612345678}"] {
        let told = run_with(folder.path(), &["guard"], format!("{{\"text\":\"a\"}}\n{bad}\n").as_bytes());
        let said = stderr(&told);
        assert!(!told.status.success() && said.contains("la ligne 2") && said.lines().count() == 1, "{said}");
        assert!(!said.contains("12 34"), "{said}");
    }
    let told = run_with(folder.path(), &["guard"], b"{\"text\":\"\xff\"}\n");
    assert!(!told.status.success() && stderr(&told).starts_with("miroir : "), "{}", stderr(&told));
}

#[test]
fn check_says_by_its_status_whether_there_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    let original = include_str!("../../../scenarios/procedures/ants/changement-adresse/scenario.yaml");
    write("juste.yaml", original);
    let right = run(folder.path(), &["check", "juste.yaml"]);
    assert!(right.status.success(), "{}{}", stdout(&right), stderr(&right));

    write("gros.yaml", &" ".repeat(10 << 20));
    write("profond.yaml", &format!("titre: {}{}\n", "[".repeat(10_000), "]".repeat(10_000)));
    write("profond-en-blocs.yaml", &(0..10_000).map(|_| "- ").collect::<String>());
    write(
        "boucle.yaml",
        &original.replace(
            "    envoie: accusé\n\n  confirmation:",
            "    envoie: accusé\n    suite: code\n\n  confirmation:",
        ),
    );
    write("vide.yaml", "");
    for name in
        ["gros.yaml", "profond.yaml", "profond-en-blocs.yaml", "boucle.yaml", "vide.yaml", "absent.yaml"]
    {
        let told = run(folder.path(), &["check", name]);
        assert_eq!(told.status.code(), Some(1), "{name}: {}", stderr(&told));
        assert!(
            stdout(&told).contains(name) && !stderr(&told).contains("panicked"),
            "{name}: {}",
            stderr(&told)
        );
    }
    let all = run(folder.path(), &["check", "juste.yaml", "vide.yaml"]);
    assert_eq!(all.status.code(), Some(1), "one error among right ones");
}

#[test]
fn check_refuses_warnings_only_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let original = include_str!("../../../scenarios/procedures/ants/changement-adresse/scenario.yaml");
    let doubtful = original.replace("    titre: Votre véhicule\n", "    titre: Votre véhicule #1\n");
    assert_ne!(doubtful, original);
    fs::write(folder.path().join("douteux.yaml"), doubtful).expect("written");
    let told = run(folder.path(), &["check", "douteux.yaml"]);
    assert!(told.status.success() && stdout(&told).contains("1 avertissement"), "{}", stdout(&told));
    assert_eq!(run(folder.path(), &["check", "--strict", "douteux.yaml"]).status.code(), Some(1));
}

#[test]
fn check_mends_what_is_beyond_doubt_and_the_rest_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let original = include_str!("../../../scenarios/procedures/ants/changement-adresse/scenario.yaml");
    let broken = original
        .replace("    titre: Votre véhicule\n", "    titre:Votre véhicule\n")
        .replace("        genre: plaque\n", "        genre: plaqe\n")
        .replace("    envoie: accusé\n", "    envoie: accuse-reçu\n")
        .replace("    récapitule: [véhicule,", "    récapitule: [véhicules,");
    let file = folder.path().join("casse.yaml");
    fs::write(&file, broken.replace('\n', "\r\n")).expect("written");
    let told = run(folder.path(), &["check", "--fix", "casse.yaml"]);
    assert_eq!(told.status.code(), Some(1), "what is doubtful remains: {}", stdout(&told));
    assert!(stdout(&told).contains("2 corrections faites : 2 erreurs"), "{}", stdout(&told));
    let told = run(folder.path(), &["check", "--fix-all", "casse.yaml"]);
    assert!(stdout(&told).contains("1 correction faite : 1 erreur"), "{}", stdout(&told));
    let mended = fs::read_to_string(&file).expect("there");
    assert_eq!(mended, original.replace("envoie: accusé\n", "envoie: accuse-reçu\n").replace('\n', "\r\n"));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside");

    let latin = b"titre:\xe9t\xe9\n";
    fs::write(&file, latin).expect("written");
    run(folder.path(), &["check", "--fix-all", "casse.yaml"]);
    assert_eq!(fs::read(&file).expect("there"), latin, "letters that are not ours are left alone");
}

#[test]
fn play_replays_essais_and_says_which_no_longer_hold() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bon.essai"), "page connexion\n").expect("written");
    fs::write(folder.path().join("faux.essai"), "page connexion\nvalider\npage code\n").expect("written");
    let played = |essai| run(folder.path(), &["play", "ants/changement-adresse", essai]);
    assert!(played("bon.essai").status.success());
    let stopped = played("faux.essai");
    assert_eq!(stopped.status.code(), Some(1));
    assert!(
        stdout(&stopped).contains("faux.essai:3: la page est « connexion », pas « code »"),
        "{}",
        stdout(&stopped)
    );
    assert_refused(&run(folder.path(), &["play", "ants/rien"]), &["ants/rien", "n’existe pas"]);
}

#[test]
fn the_robot_tells_what_it_met() {
    let folder = tempfile::tempdir().expect("a folder");
    let explored = run(folder.path(), &["play", "--robot", "ants/changement-adresse"]);
    assert!(explored.status.success(), "{}", stdout(&explored));
    assert!(stdout(&explored).contains("Pages vues : 6 sur 6"), "{}", stdout(&explored));
    assert!(stdout(&explored).contains("Fins atteintes : 2 sur 2"), "{}", stdout(&explored));
}

#[test]
fn map_tells_the_ways_and_draws_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = stdout(&run(folder.path(), &["map", "ants/changement-adresse"]));
    assert!(told.contains("code — ") && told.contains("  puis → vehicule"), "{told}");
    let drawn = stdout(&run(folder.path(), &["map", "--svg", "ants/changement-adresse"]));
    assert!(drawn.starts_with("<svg ") && drawn.trim_end().ends_with("</svg>"), "{drawn}");
    assert!(!drawn.contains("style="), "the strictest policy shows it");
}

#[test]
fn schema_is_json_for_editors() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = run(folder.path(), &["schema"]);
    assert!(told.status.success());
    let schema: serde_json::Value = serde_json::from_str(&stdout(&told)).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(BINARY);
    let mut child = command
        .arg("--help")
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    drop(child.stdout.take());
    let said = child.wait_with_output().expect("an answer");
    assert!(!stderr(&said).contains("panicked"), "{}", stderr(&said));
}
