//! Makes the bundled JSON-LD contexts anew from npm packages.
//!
//! `statements/src/jsonld/contexts/sources.json` pins everything: each package by the hash
//! of its tarball, each snapshot by the hash of its canonical JSON. Nothing is
//! written unless every hash agrees.

mod npm;
mod sources;
mod table;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use sources::{Difference, Snapshot, Sources};

/// Makes `statements/src/jsonld/contexts/*.json` and `table.rs` from `sources.json`.
pub fn contexts() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask has no parent folder")?;
    let folder = root.join("statements/src/jsonld/contexts");
    let sources: Sources = read(&folder.join("sources.json"))?;

    let shell = Shell::new()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), Into::into);
    let packages = npm::unpack(&shell, &target.join("contexts"), &sources.packages)?;

    // In the order of the manifest, so that a base comes before what builds on it.
    let mut documents: HashMap<&str, Value> = HashMap::new();
    let mut wrong = Vec::new();
    for snapshot in &sources.snapshots {
        let document = make(&shell, &folder, snapshot, &packages, &documents)
            .with_context(|| format!("making {}", snapshot.name))?;
        let found = sha256(canonical(&document)?.as_bytes());
        if found != snapshot.sha256 {
            wrong.push(format!(
                "{}: expected sha256 {}, found {found}",
                snapshot.name, snapshot.sha256
            ));
        }
        documents.insert(&snapshot.name, document);
    }
    if !wrong.is_empty() {
        bail!("hashes differ from sources.json\n  {}", wrong.join("\n  "));
    }

    for (name, document) in &documents {
        fs::write(
            folder.join(format!("{name}.json")),
            canonical(document)?.as_bytes(),
        )?;
    }
    let table = folder.join("table.rs");
    fs::write(&table, table::generate(&sources)?)?;
    cmd!(shell, "rustfmt --edition 2024 {table}")
        .quiet()
        .run()?;
    println!(
        "{} snapshots of {} contexts",
        documents.len(),
        sources.contexts.len()
    );
    Ok(())
}

/// The document of one snapshot: what its package or its base holds, with its difference.
fn make(
    shell: &Shell,
    folder: &Path,
    snapshot: &Snapshot,
    packages: &HashMap<String, std::path::PathBuf>,
    documents: &HashMap<&str, Value>,
) -> anyhow::Result<Value> {
    let mut document = match (&snapshot.package, &snapshot.base) {
        (Some(package), None) => {
            let package = packages.get(package).context("package is not listed")?;
            npm::member(shell, package, snapshot)?
        }
        (None, Some(base)) => documents
            .get(base.as_str())
            .context("base is not made yet")?
            .clone(),
        (None, None) => json!({}),
        (Some(_), Some(_)) => bail!("has both a package and a base"),
    };
    if let Some(path) = &snapshot.difference {
        let difference: Difference = read(&folder.join(path))?;
        difference.apply(&mut document);
    }
    Ok(document)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("parsing {}", path.display()))
}

/// The canonical JSON of a document (RFC 8785).
///
/// A context holds strings, booleans and the number 1.1; for these, serde_json
/// writes what RFC 8785 asks for, and only the order of members is left to do.
fn canonical(value: &Value) -> anyhow::Result<String> {
    Ok(match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_cached_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
            let members = members
                .into_iter()
                .map(|(name, value)| {
                    Ok(format!(
                        "{}:{}",
                        serde_json::to_string(name)?,
                        canonical(value)?
                    ))
                })
                .collect::<anyhow::Result<Vec<_>>>()?;
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            let items = items
                .iter()
                .map(canonical)
                .collect::<anyhow::Result<Vec<_>>>()?;
            format!("[{}]", items.join(","))
        }
        Value::Number(number) if number.as_f64() != Some(1.1) => {
            bail!("a number other than 1.1 in a context: {number}")
        }
        _ => serde_json::to_string(value)?,
    })
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
