//! `cargo xtask dist`: the folder to upload.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::tools::compress::{brotli, gzip};
use crate::tools::npm;
use crate::tools::pack::{SCRIPT, WASM, integrity};
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::{Project, VERSION};

/// What to do with the folder; names in braces are filled in.
const INSTRUCTIONS: &str = include_str!("dist/README.txt");
/// What is worth to be compressed.
const COMPRESSED: [&str; 6] = ["css", "html", "js", "json", "txt", "wasm"];

/// Builds the page for release, and makes its folder one to upload.
pub fn dist() -> anyhow::Result<()> {
    let project = Project::find()?;
    // Without it there would be several scripts, of which a hash in a page pins only the first.
    npm::set_up(&project)?;
    set_up_trunk(&project)?;
    let folder = build_for_release(&project)?;
    finish(&folder)?;
    println!(
        "Assay {VERSION} is ready to upload: {}; README.txt in it tells how",
        folder.display()
    );
    Ok(())
}

/// Adds to a page built for release how it is to be uploaded and embedded, and every file compressed.
pub fn finish(folder: &Path) -> anyhow::Result<()> {
    let (script, wasm) = (
        integrity(&folder.join(SCRIPT))?,
        integrity(&folder.join(WASM))?,
    );
    let instructions = INSTRUCTIONS
        .replace("{version}", VERSION)
        .replace("{integrity}", &script);
    fs::write(folder.join("README.txt"), instructions)?;
    let hashes = json!({"version": VERSION, "integrity": {SCRIPT: script, WASM: wasm}});
    fs::write(
        folder.join("integrity.json"),
        format!("{}\n", serde_json::to_string_pretty(&hashes)?),
    )?;
    compress_all(folder)
}

/// Puts beside every file what a server can send in its place.
fn compress_all(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            compress_all(&path)?;
        } else if extension.is_some_and(|extension| COMPRESSED.contains(&extension)) {
            let bytes = fs::read(&path)?;
            fs::write(path.with_added_extension("br"), brotli(&bytes)?)?;
            fs::write(path.with_added_extension("gz"), gzip(&bytes)?)?;
        }
    }
    Ok(())
}
