//! wasm-opt over the built wasm.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use xshell::cmd;

use super::npm::{self, BINARYEN};
use super::project::Project;

/// What rustc uses by default, and every browser of the last years has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes a wasm file smaller, in its place; without npm it stays as it is, and that is said.
pub fn optimise(project: &Project, wasm: &Path) -> anyhow::Result<()> {
    if !npm::is_installed() {
        println!("npm is not installed, so wasm-opt cannot make the wasm smaller");
        return Ok(());
    }
    let optimised = optimised(project, wasm).context("cannot optimise the wasm")?;
    std::fs::copy(optimised, wasm)?;
    Ok(())
}

/// The optimised file, kept under its input's hash: the same input is not worked on twice.
fn optimised(project: &Project, wasm: &Path) -> anyhow::Result<PathBuf> {
    let shell = &project.shell;
    let wasm_opt = BINARYEN.set_up(project)?.join("bin/wasm-opt");
    let program = wasm.file_stem().context("the wasm has no name")?;
    let kept = project.target.join("wasm-opt").join(program);
    let hash = Sha256::digest(std::fs::read(wasm)?);
    let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let optimised = kept.join(format!("{}-{name}.wasm", BINARYEN.version));
    if !optimised.is_file() {
        // Only the newest of a program is of use.
        shell.remove_path(&kept)?;
        shell.create_dir(&kept)?;
        println!("Making the wasm smaller with wasm-opt");
        let unfinished = kept.join("unfinished.wasm");
        cmd!(
            shell,
            "node {wasm_opt} -Oz {FEATURES...} {wasm} -o {unfinished}"
        )
        .quiet()
        .run()?;
        std::fs::rename(unfinished, &optimised)?;
    }
    Ok(optimised)
}
