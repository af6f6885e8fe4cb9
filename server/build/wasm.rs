//! The islands: the crate `app` compiled to wasm by a cargo of its own, wrapped by wasm-bindgen, shrunk by wasm-opt.
//!
//! The steps after the compiler are kept by the digest of their input, so that a change of style or scenario repeats none.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use wasm_bindgen_cli_support::Bindgen;

use crate::{House, Result, bundle, read, variable, watch, write};

const TARGET: &str = "wasm32-unknown-unknown";
/// The first binaryen that knows what today's rustc emits; Debian 12 has 108.
const OLDEST_WASM_OPT: u32 = 116;
/// What rustc turns on by default for this target, and wasm-opt does not.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What a browser needs for the islands.
pub(crate) struct Islands {
    pub(crate) glue: Vec<u8>,
    pub(crate) wasm: Vec<u8>,
}

/// Compiles the islands, or takes the ones kept from a former build of the same code.
pub(crate) fn build(house: &House) -> Result<Islands> {
    for input in
        ["Cargo.lock", "Cargo.toml", "app/Cargo.toml", "app/src", "scenarios/Cargo.toml", "scenarios/src"]
    {
        watch(&house.root.join(input));
    }
    make_sure_of_target()?;
    let compiled = compile(house)?;
    let shrinker = Shrinker::find(house)?;
    let version = shrinker.as_ref().map_or("none", |shrinker| &shrinker.version);
    let digest = bundle::digest(&[&compiled[..], version.as_bytes(), include_bytes!("wasm.rs")].concat());
    let kept = house.target.join("packed").join(digest);
    let (glue, wasm) = (kept.join("app.js"), kept.join("app_bg.wasm"));
    if !(glue.exists() && wasm.exists()) {
        // One build is kept: the others would pile up.
        let _ = fs::remove_dir_all(house.target.join("packed"));
        let draft = house.target.join("draft");
        wrap(compiled, &draft)?;
        shorten(&draft)?;
        match shrinker {
            Some(shrinker) => shrinker.run(&draft.join("app_bg.wasm"), &wasm)?,
            None => write(&wasm, &read(&draft.join("app_bg.wasm"))?)?,
        }
        write(&glue, &without_comments(&read(&draft.join("app.js"))?))?;
    }
    Ok(Islands { glue: read(&glue)?, wasm: read(&wasm)? })
}

fn make_sure_of_target() -> Result<()> {
    let rustc = variable("RUSTC")?;
    let mut question = Command::new(rustc);
    question.args(["--print", "target-libdir", "--target", TARGET]);
    let present = || {
        run(Command::new(question.get_program()).args(question.get_args()))
            .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
    };
    if !present() {
        let _ = run(Command::new("rustup").args(["target", "add", TARGET]));
    }
    if present() {
        return Ok(());
    }
    Err(format!(
        "the islands need Rust's target {TARGET}: install it with `rustup target add {TARGET}`, then build again."
    ))
}

fn compile(house: &House) -> Result<Vec<u8>> {
    let mut cargo = Command::new(variable("CARGO")?);
    cargo.current_dir(&house.root);
    for name in std::env::vars_os().map(|(name, _)| name).filter(|name| is_of_the_outer_build(name)) {
        cargo.env_remove(name);
    }
    cargo
        .env("CARGO_ENCODED_RUSTFLAGS", without_the_builders_folders().join("\u{1f}"))
        .args(["rustc", "--package", "app", "--lib", "--crate-type", "cdylib"])
        .args(["--no-default-features", "--features", "hydrate"])
        .args(["--target", TARGET, "--profile", "wasm", "--jobs", &variable("NUM_JOBS")?])
        .arg("--target-dir")
        .arg(&house.target);
    if house.root.join("Cargo.lock").exists() {
        cargo.arg("--locked");
    }
    run(&mut cargo).map_err(|words| format!("the islands could not be compiled to wasm.\n{words}"))?;
    read(&house.target.join(TARGET).join("wasm").join("app.wasm"))
}

/// Panics carry the paths of the crates: what every learner receives must not say where somebody's home is, and is smaller
/// without.
fn without_the_builders_folders() -> Vec<String> {
    let home = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let Some(cargo) = home("CARGO_HOME").or_else(|| home("HOME").map(|home| home.join(".cargo"))) else {
        return Vec::new();
    };
    let sources = fs::read_dir(cargo.join("registry").join("src")).into_iter().flatten().flatten();
    sources.map(|source| format!("--remap-path-prefix={}=", source.path().display())).collect()
}

/// Cargo speaks to build scripts through the environment; a second cargo that heard it would wait for the first one, or
/// build everything again. What says how to reach the network is kept.
fn is_of_the_outer_build(name: &OsStr) -> bool {
    const KEPT: [&str; 7] = [
        "CARGO_HOME",
        "CARGO_HTTP_",
        "CARGO_NET_",
        "CARGO_REGISTR",
        "CARGO_RESOLVER_",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
    ];
    const GIVEN: [&str; 15] = [
        "CARGO",
        "DEBUG",
        "HOST",
        "MAKEFLAGS",
        "MFLAGS",
        "NUM_JOBS",
        "OPT_LEVEL",
        "OUT_DIR",
        "PROFILE",
        "RUSTC",
        "RUSTC_LINKER",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTDOC",
        "RUSTFLAGS",
        "TARGET",
    ];
    let Some(name) = name.to_str() else { return false };
    GIVEN.contains(&name)
        || name.starts_with("DEP_")
        || name.starts_with("CARGO_") && !KEPT.iter().any(|kept| name.starts_with(kept))
}

fn wrap(wasm: Vec<u8>, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_bytes("app", wasm)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .remove_name_section(true)
                .remove_producers_section(true)
                .omit_default_module_path(true)
                .generate(folder)
        })
        .map_err(|error| format!("wasm-bindgen refused the islands: {error:#}."))
}

/// The names under which the wasm asks for the browser's functions end with sixteen digits of chance, which no compression
/// makes smaller: both sides take a short one instead.
fn shorten(folder: &Path) -> Result<()> {
    let (glue, wasm) = (folder.join("app.js"), folder.join("app_bg.wasm"));
    let mut module = walrus::Module::from_buffer(&read(&wasm)?)
        .map_err(|error| format!("the islands could not be read again: {error:#}."))?;
    let mut text = String::from_utf8_lossy(&read(&glue)?).into_owned();
    for (rank, import) in module.imports.iter_mut().enumerate() {
        let long = std::mem::replace(&mut import.name, format!("i{rank}"));
        text = text.replace(&format!("{long}:"), &format!("{}:", import.name));
    }
    write(&wasm, &module.emit_wasm())?;
    write(&glue, text.as_bytes())
}

/// What a script says to people who read it: half a kilobyte that no browser wants. Its strings are on one line each.
pub(crate) fn without_comments(glue: &[u8]) -> Vec<u8> {
    let glue = String::from_utf8_lossy(glue);
    let mut kept = String::with_capacity(glue.len());
    let mut inside = false;
    for line in glue.lines().map(str::trim) {
        inside = inside || line.starts_with("/**");
        if inside {
            inside = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept.into_bytes()
}

/// A wasm-opt recent enough.
struct Shrinker {
    program: PathBuf,
    version: String,
}

impl Shrinker {
    /// The one that `MIROIR_WASM_OPT` names (none when it is empty), else npm's, else the system's.
    fn find(house: &House) -> Result<Option<Self>> {
        println!("cargo::rerun-if-env-changed=MIROIR_WASM_OPT");
        // `make` touches this file when it has installed the npm packages.
        watch(&house.root.join("end2end/package.json"));
        if let Some(named) = std::env::var_os("MIROIR_WASM_OPT") {
            if named.is_empty() {
                return Ok(None);
            }
            let found = Self::at(PathBuf::from(&named));
            return found.map(Some).ok_or_else(|| {
                format!(
                    "MIROIR_WASM_OPT is {}, which is no wasm-opt of version {OLDEST_WASM_OPT} or later.",
                    named.display()
                )
            });
        }
        let candidates = [house.root.join("end2end/node_modules/.bin/wasm-opt"), PathBuf::from("wasm-opt")];
        let found = candidates.into_iter().find_map(Self::at);
        if found.is_none() {
            println!(
                "cargo::warning=no wasm-opt of version {OLDEST_WASM_OPT} or later (`npm ci` in end2end brings one): \
                 the islands will be larger, and work as well."
            );
        }
        Ok(found)
    }

    fn at(program: PathBuf) -> Option<Self> {
        // « wasm-opt version 132 (version_132) »
        let version = run(Command::new(&program).arg("--version")).ok()?;
        let number: u32 = version.split_whitespace().nth(2)?.parse().ok()?;
        (number >= OLDEST_WASM_OPT).then_some(Self { program, version })
    }

    fn run(&self, from: &Path, to: &Path) -> Result<()> {
        fs::create_dir_all(to.parent().unwrap_or(to))
            .map_err(|error| format!("{}: {error}.", to.display()))?;
        let mut arguments: Vec<OsString> = [
            from.as_os_str(),
            "--gufa".as_ref(),
            "-Oz".as_ref(),
            "--converge".as_ref(),
            "-o".as_ref(),
            to.as_os_str(),
        ]
        .map(ToOwned::to_owned)
        .into();
        arguments.extend(WASM_FEATURES.map(OsString::from));
        arguments
            .extend(["--strip-debug", "--strip-producers", "--strip-target-features"].map(OsString::from));
        run(Command::new(&self.program).args(arguments)).map_err(|words| {
            format!("wasm-opt refused the islands; MIROIR_WASM_OPT= (empty) does without it.\n{words}")
        })?;
        Ok(())
    }
}

/// What the program printed; what it complained of when it failed.
fn run(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let Output { status, stdout, stderr } =
        command.output().map_err(|error| format!("{program} cannot be started: {error}."))?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    Err(String::from_utf8_lossy(&stderr).into_owned())
}
