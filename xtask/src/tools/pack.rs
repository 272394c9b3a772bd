//! The scripts that Trunk leaves, made into the one that pages embed.

use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha384};
use xshell::cmd;

use super::npm::{self, ESBUILD};
use super::project::Project;

/// The script that pages embed; it names the wasm by its address and hash, and nothing else.
pub const SCRIPT: &str = "assay.js";
/// The program, beside it.
pub const WASM: &str = "page_bg.wasm";
/// What of the built folder goes into the script.
const PARTS: [&str; 3] = ["element", "page.js", "program.js"];

/// Packs the scripts of a built folder into one, in their place; without npm they stay several, which
/// work as well, and that is said.
pub fn pack(project: &Project, folder: &Path) -> anyhow::Result<()> {
    if !npm::is_installed() {
        println!("npm is not installed, so esbuild cannot make one script of the several");
        return Ok(());
    }
    let shell = &project.shell;
    let esbuild = ESBUILD.set_up(project)?.join("bin/esbuild");
    let script = folder.join(SCRIPT);
    let unfinished = folder.join("unfinished.js");
    let define = format!(
        "--define:WASM_INTEGRITY=\"{}\"",
        integrity(&folder.join(WASM))?
    );
    cmd!(
        shell,
        "node {esbuild} {script} --bundle --format=esm --target=es2022 --minify --charset=utf8 --legal-comments=none --log-level=warning {define} --outfile={unfinished}"
    )
    .quiet()
    .run()
    .context("cannot pack the scripts into one")?;
    std::fs::rename(unfinished, script)?;
    for part in PARTS {
        shell.remove_path(folder.join(part))?;
    }
    Ok(())
}

/// A file's hash, as `integrity` attributes have it (Subresource Integrity, section 3.1).
pub fn integrity(file: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    Ok(format!(
        "sha384-{}",
        BASE64_STANDARD.encode(Sha384::digest(bytes))
    ))
}
