//! The assets and the catalogue as Rust tables of bytes that the binary includes; `src/embedded.rs` says what they hold.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bundle::{Asset, name_under};
use crate::{House, Result, files, read, watch, write};

/// Writes `embedded.rs` and the files it includes.
pub(crate) fn write_tables(house: &House, assets: &[Asset]) -> Result<()> {
    // Names change with contents: what former builds left would pile up.
    let _ = std::fs::remove_dir_all(house.out.join("assets"));
    let mut table = format!("pub const HAS_ISLANDS: bool = {};\n", house.with_islands);
    table.push_str("pub(crate) static ASSETS: &[Asset] = &[\n");
    for asset in assets {
        table.push_str(&entry(house, asset)?);
    }
    table.push_str("];\npub static EMBEDDED_CATALOGUE: &[(&str, &str)] = &[\n");
    for folder in ["communs", "procedures", "parameters"] {
        catalogue(&house.root.join("scenarios"), folder, &mut table)?;
    }
    table.push_str("];\n");
    write(&house.out.join("embedded.rs"), table.as_bytes())
}

fn entry(house: &House, asset: &Asset) -> Result<String> {
    let kind = content_type(&asset.name)?;
    let mut entry = format!(
        "Asset {{ name: {:?}, file: {:?}, digest: {:?}, content_type: {kind:?}, ",
        asset.name, asset.file, asset.digest
    );
    let mut include = |field: &str, suffix: &str, bytes: &[u8]| {
        let file = format!("assets/{}{suffix}", asset.file);
        let _ = write!(entry, "{field}: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")), ");
        write(&house.out.join(&file), bytes)
    };
    include("identity", "", &asset.bytes)?;
    if is_compressible(kind) {
        include("gzip", ".gz", &smaller(gzip(&asset.bytes), &asset.bytes))?;
        include("brotli", ".br", &smaller(brotli(house, &asset.bytes)?, &asset.bytes))?;
    } else {
        entry.push_str("gzip: &[], brotli: &[], ");
    }
    entry.push_str("},\n");
    Ok(entry)
}

/// Nothing, when compressing did not help.
fn smaller(compressed: Vec<u8>, plain: &[u8]) -> Vec<u8> {
    if compressed.len() < plain.len() { compressed } else { Vec::new() }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

fn brotli(house: &House, bytes: &[u8]) -> Result<Vec<u8>> {
    // In a debug build this script is not optimised, and nobody waits for the last byte.
    let quality = if house.release { 11 } else { 4 };
    let parameters = BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|error| format!("brotli failed: {error}."))?;
    Ok(compressed)
}

fn content_type(name: &str) -> Result<&'static str> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    Ok(match extension {
        Some("css") => "text/css; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("jpg") => "image/jpeg",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => {
            return Err(format!(
                "public/{name} is of no kind that server/build/embed.rs knows: add it there."
            ));
        }
    })
}

fn is_compressible(content_type: &str) -> bool {
    !matches!(content_type, "font/woff2" | "image/jpeg" | "image/png" | "image/webp")
}

fn catalogue(scenarios: &Path, folder: &str, table: &mut String) -> Result<()> {
    watch(&scenarios.join(folder));
    for path in files(&scenarios.join(folder))? {
        if String::from_utf8(read(&path)?).is_err() {
            return Err(format!("{} is not UTF-8 text.", path.display()));
        }
        let name = name_under(scenarios, &path)?;
        let _ = writeln!(table, "({name:?}, include_str!({:?})),", path.display().to_string());
    }
    Ok(())
}
