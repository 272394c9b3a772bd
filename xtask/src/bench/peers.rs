//! The other verifiers: installed from their lock file, each made into one script.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde_json::{Map, Value, json};

use super::figures::ASSAY;
use super::site::bundle;
use crate::contexts::{self, sources::Sources};
use crate::tools::folders::copy;
use crate::tools::npm::install_locked;
use crate::tools::project::Project;

/// The peers' packages, and the scripts that have each verify.
pub const PEERS: [(&str, &str); 3] = [
    ("@digitalbazaar/vc", "digitalbazaar-vc.js"),
    ("@digitalcredentials/verifier-core", "verifier-core.js"),
    ("@spruceid/didkit-wasm", "didkit.js"),
];

/// Where the peers' scripts are, and what `npm ci` reads.
const SOURCES: &str = "benches/comparison/peers";
const LOCK: &str = "package-lock.json";

/// The pinned versions.
const PACKAGES: &str = include_str!("../../../benches/comparison/peers/package.json");

/// Everybody, and the script of each.
pub fn contestants() -> Value {
    let all = [(ASSAY, "assay.js")].into_iter().chain(PEERS);
    all.map(|(name, script)| json!({"contestant": name, "script": format!("./{script}")}))
        .collect()
}

/// Installs the peers and puts their scripts into the folder.
pub fn build(project: &Project, site: &Path) -> anyhow::Result<()> {
    let sources = project.root.join(SOURCES);
    let folder = project.target.join("bench/peers");
    let is_installed = folder.join("node_modules").is_dir()
        && fs::read(folder.join(LOCK)).ok() == Some(fs::read(sources.join(LOCK))?);
    if !is_installed {
        project.shell.remove_path(&folder)?;
    }
    copy(&sources, &folder, &["node_modules"])?;
    if !is_installed {
        install_locked(project, &folder)?;
    }
    fs::write(folder.join("contexts.json"), contexts(project)?)?;
    take_didkit_apart(&folder, site)?;
    // The package names it for browsers in a way that other bundlers know.
    let entry = folder.join("node_modules/base64url-universal/lib/browser.js");
    let alias = format!("--alias:base64url-universal={}", entry.display());
    for (_, script) in PEERS {
        let options = [alias.clone()];
        bundle(project, &folder.join(script), &site.join(script), &options)?;
    }
    Ok(())
}

/// The newest published form of each context, by its address: those that the credentials are signed over.
fn contexts(project: &Project) -> anyhow::Result<String> {
    let folder = project.root.join(contexts::FOLDER);
    let sources: Sources = serde_json::from_slice(&fs::read(folder.join("sources.json"))?)?;
    let mut newest_forms = Map::new();
    for context in sources.contexts {
        let newest = context
            .snapshots
            .first()
            .context("a context without a form")?;
        let document = fs::read(folder.join(format!("{newest}.json")))?;
        newest_forms.insert(context.url, serde_json::from_slice(&document)?);
    }
    Ok(Value::Object(newest_forms).to_string())
}

/// DIDKit imports its wasm as if that were a script, which no browser takes. Ours is given the wasm's
/// exports instead.
fn take_didkit_apart(folder: &Path, site: &Path) -> anyhow::Result<()> {
    let package = folder.join("node_modules/@spruceid/didkit-wasm");
    let import = "import * as wasm from './didkit_wasm_bg.wasm';";
    let settable = "let wasm;\nexport function setWasm(exports) { wasm = exports; }";
    let script = fs::read_to_string(package.join("didkit_wasm_bg.js"))?;
    anyhow::ensure!(script.contains(import), "DIDKit's script is another");
    fs::write(
        folder.join("didkit_wasm_bg.js"),
        script.replace(import, settable),
    )?;
    let wasm = "didkit_wasm_bg.wasm";
    let (from, to) = (package.join(wasm), site.join(wasm));
    // Compressing it takes half a minute, and it is the same each time.
    if fs::metadata(&from)?.len() != fs::metadata(&to).map_or(0, |file| file.len()) {
        copy(&from, &to, &[])?;
    }
    Ok(())
}

/// The packages that are pinned, and their versions.
pub fn versions() -> Vec<(String, String)> {
    let packages: Value = serde_json::from_str(PACKAGES).unwrap_or_default();
    let dependencies = packages["dependencies"].as_object().cloned();
    let versions = dependencies.unwrap_or_default().into_iter();
    versions
        .map(|(name, version)| (name, version.as_str().unwrap_or_default().to_owned()))
        .collect()
}
