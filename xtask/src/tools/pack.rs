//! The scripts that Trunk leaves, made into the one that pages embed.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha384};
use xshell::cmd;

use super::folders;
use super::npm::{self, ESBUILD};
use super::project::Project;

/// The script that pages embed; it names each wasm by its address and hash, and nothing else.
pub const SCRIPT: &str = "assay.js";
/// The whole program, beside it.
pub const WASM: &str = "page_bg.wasm";
/// The program that most badges need, beside them.
pub const COMMON_WASM: &str = "common_bg.wasm";
/// What of the built folder goes into the script.
const PARTS: [&str; 6] = [
    "assay.js",
    "common.js",
    "element",
    "page.js",
    "program.js",
    "snippets",
];

/// Packs the scripts of a built folder into one, in their place; without npm they stay several, which
/// work as well, and that is said.
pub fn pack(project: &Project, folder: &Path) -> anyhow::Result<()> {
    if !npm::is_installed() {
        println!("npm is not installed, so esbuild cannot make one script of the several");
        return Ok(());
    }
    let shell = &project.shell;
    let kept = unpacked(project);
    shell.remove_path(&kept)?;
    shell.create_dir(&kept)?;
    // wasm-bindgen makes snippets only of some sources.
    for part in PARTS.map(|part| folder.join(part)) {
        if let Some(name) = part.file_name().filter(|_| part.exists()) {
            folders::copy(&part, &kept.join(name), &[])?;
            shell.remove_path(&part)?;
        }
    }
    pack_kept(project, folder, &[])
}

/// Packs the scripts of the last build anew, for another place than the page's folder: no page lies
/// beside the script there.
pub fn pack_without_page(project: &Project, folder: &Path) -> anyhow::Result<()> {
    pack_kept(project, folder, &["--define:PAGE_FOLDER=\"\""])
}

/// The scripts that one was made of.
fn unpacked(project: &Project) -> PathBuf {
    project.target.join("unpacked")
}

/// Makes one script, for the programs that are in the folder.
fn pack_kept(project: &Project, folder: &Path, options: &[&str]) -> anyhow::Result<()> {
    let esbuild = ESBUILD.set_up(project)?.join("bin/esbuild");
    let (entry, script) = (unpacked(project).join(SCRIPT), folder.join(SCRIPT));
    let mut defines = Vec::new();
    for (name, wasm) in [("WASM", WASM), ("COMMON", COMMON_WASM)] {
        let hash = integrity(&folder.join(wasm))?;
        defines.push(format!("--define:{name}_INTEGRITY=\"{hash}\""));
    }
    cmd!(
        project.shell,
        "node {esbuild} {entry} --bundle --format=esm --target=es2022 --minify --charset=utf8 --legal-comments=none --log-level=warning {defines...} {options...} --outfile={script}"
    )
    .quiet()
    .run()
    .context("cannot pack the scripts into one")
}

/// A file's hash, as `integrity` attributes have it (Subresource Integrity, section 3.1).
pub fn integrity(file: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    Ok(format!(
        "sha384-{}",
        BASE64_STANDARD.encode(Sha384::digest(bytes))
    ))
}
