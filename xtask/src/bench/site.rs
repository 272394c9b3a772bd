//! What the browser is given: the contestants' scripts and the credentials.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use xshell::cmd;

use super::figures::{ASSAY_NATIVE, Times};
use super::peers;
use crate::tools::folders::copy;
use crate::tools::npm::ESBUILD;
use crate::tools::optimise::optimise;
use crate::tools::project::Project;
use crate::tools::rust::WASM;

/// The module that Assay and its bare signatures are measured in.
const MODULE: &str = "comparison";
/// What the page itself is made of, and what becomes one script each.
const PAGE: [&str; 4] = ["index.html", "measure.js", "timed.js", "worker.js"];
const SCRIPTS: [&str; 2] = ["assay.js", "signatures.js"];

/// The folder that is served.
pub struct Site {
    pub folder: PathBuf,
}

/// Credentials of one kind, signed in one way, and the file that they are in.
#[derive(Deserialize, Serialize)]
pub struct Cell {
    pub document: String,
    pub mechanism: String,
    pub file: String,
}

impl Site {
    /// Builds Assay's module as the page's is, and the peers' scripts.
    pub fn build(project: &Project) -> anyhow::Result<Self> {
        let folder = project.target.join("bench/site");
        project.shell.create_dir(&folder)?;
        let sources = project.root.join("benches/comparison/page");
        for file in PAGE {
            copy(&sources.join(file), &folder.join(file), &[])?;
        }
        let site = Self { folder };
        site.build_module(project, &sources)?;
        peers::build(project, &site.folder)?;
        Ok(site)
    }

    fn build_module(&self, project: &Project, sources: &Path) -> anyhow::Result<()> {
        let shell = &project.shell;
        cmd!(
            shell,
            "cargo build --package {MODULE} --lib --target {WASM} --profile page"
        )
        .run()
        .context("Assay's module does not build")?;
        let built = project.target.join(WASM).join("page");
        let built = built.join(format!("{MODULE}.wasm"));
        let bound = project.target.join("bench/module");
        cmd!(shell, "wasm-bindgen --target web --out-dir {bound} {built}").run()?;
        let wasm = format!("{MODULE}_bg.wasm");
        optimise(project, &bound.join(&wasm))?;
        copy(&bound.join(&wasm), &self.folder.join(&wasm), &[])?;
        for script in SCRIPTS {
            copy(&sources.join(script), &bound.join(script), &[])?;
            bundle(project, &bound.join(script), &self.folder.join(script), &[])?;
        }
        Ok(())
    }

    /// Makes the credentials, and verifies them outside of any browser.
    pub fn measure_natively(&self, project: &Project) -> anyhow::Result<Vec<Times>> {
        let documents = self.folder.join("documents");
        let output = cmd!(
            project.shell,
            "cargo run --quiet --release --package {MODULE} --bin comparison-native -- {documents}"
        )
        .read()
        .context("the credentials cannot be made")?;
        let mut measured: Vec<Times> = serde_json::from_str(&output)?;
        for times in &mut measured {
            ASSAY_NATIVE.clone_into(&mut times.contestant);
        }
        Ok(measured)
    }

    /// Which credentials there are.
    pub fn cells(&self) -> anyhow::Result<Vec<Cell>> {
        let index = fs::read(self.folder.join("documents/cells.json"))?;
        Ok(serde_json::from_slice(&index)?)
    }
}

/// Makes one script of a script and all that it imports.
pub fn bundle(project: &Project, from: &Path, to: &Path, options: &[String]) -> anyhow::Result<()> {
    let esbuild = ESBUILD.set_up(project)?.join("bin/esbuild");
    cmd!(
        project.shell,
        "node {esbuild} {from} --bundle --format=esm --target=es2022 --minify --charset=utf8 --legal-comments=none --log-level=error {options...} --outfile={to}"
    )
    .quiet()
    .run()
    .with_context(|| format!("cannot pack {}", from.display()))
}
