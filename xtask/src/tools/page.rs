//! The page, built by Trunk.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::cmd;

use super::cargo_tools::{TRUNK, WASM_BINDGEN};
use super::optimise::optimise;
use super::pack::pack;
use super::project::Project;
use super::rust;

/// The name of the program that most badges need.
const COMMON: &str = "common";

/// Sets up all that Trunk needs and puts it first on the shell's `PATH`.
pub fn set_up_trunk(project: &Project) -> anyhow::Result<()> {
    rust::set_up_wasm(project)?;
    // Trunk looks for wasm-bindgen on the PATH before it would download one.
    let mut folders = vec![TRUNK.set_up(project)?, WASM_BINDGEN.set_up(project)?];
    let path = project.shell.var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    let path = std::env::join_paths(folders)?;
    project.shell.set_var("PATH", path);
    Ok(())
}

/// The folder of the page that is built for release.
pub fn release_folder(project: &Project) -> PathBuf {
    project.root.join("dist")
}

/// Builds the page for release, as small as it gets, and returns its folder.
pub fn build_for_release(project: &Project) -> anyhow::Result<PathBuf> {
    let folder = release_folder(project);
    // Trunk leaves what an earlier build has put there.
    project.shell.remove_path(&folder)?;
    cmd!(project.shell, "trunk build --release --dist {folder}")
        .run()
        .context("the page does not build")?;
    build_common(project, &folder)?;
    // The examples of how to embed are for whoever reads the sources.
    project.shell.remove_path(folder.join("samples/embed"))?;
    let wasm = wasm_files(&folder)?;
    anyhow::ensure!(!wasm.is_empty(), "the built page has no wasm");
    for file in wasm {
        optimise(project, &file)?;
    }
    pack(project, &folder)?;
    Ok(folder)
}

/// Builds the program that most badges need, and puts it in the place of the script that stands for it.
fn build_common(project: &Project, folder: &Path) -> anyhow::Result<()> {
    let (shell, wasm) = (&project.shell, rust::WASM);
    let options = ["--profile", "page", "--target", wasm, "--bin", COMMON];
    cmd!(
        shell,
        "cargo build {options...} --no-default-features --features browser"
    )
    .run()
    .context("the program that most badges need does not build")?;
    let linked = project
        .target
        .join(wasm)
        .join(format!("page/{COMMON}.wasm"));
    cmd!(
        shell,
        "wasm-bindgen --target web --no-typescript --out-dir {folder} --out-name {COMMON} {linked}"
    )
    .run()
    .context("wasm-bindgen cannot make that program's script")
}

fn wasm_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            files.push(path);
        }
    }
    Ok(files)
}
