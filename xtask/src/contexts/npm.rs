//! Gets packages from npm and takes contexts out of them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::sha256;
use super::sources::{Package, Snapshot};

/// Unpacks each package below `folder`, after its tarball's hash agreed.
pub fn unpack(
    shell: &Shell,
    folder: &Path,
    packages: &[Package],
) -> anyhow::Result<HashMap<String, PathBuf>> {
    let mut unpacked = HashMap::new();
    for package in packages {
        let name = &package.package;
        let folder = folder.join(name.replace('/', "+"));
        shell.remove_path(&folder)?;
        shell.create_dir(&folder)?;
        let _here = shell.push_dir(&folder);
        let tarball = cmd!(shell, "npm pack --silent {name}").quiet().read()?;
        let found = sha256(&fs::read(folder.join(&tarball))?);
        ensure!(
            found == package.sha256,
            "{name}: expected a tarball with sha256 {}, found {found}",
            package.sha256
        );
        cmd!(shell, "tar -xzf {tarball}").quiet().run()?;
        unpacked.insert(name.clone(), folder.join("package"));
    }
    Ok(unpacked)
}

/// The context document that a snapshot names in its package.
pub fn member(shell: &Shell, package: &Path, snapshot: &Snapshot) -> anyhow::Result<Value> {
    let text = match (&snapshot.export, &snapshot.file) {
        (Some(key), None) => {
            // The packages export a Map from URL to document, and Node.js knows how to load them.
            let script = "process.stdout.write(JSON.stringify(\
                          require(process.argv[1]).contexts.get(process.argv[2])))";
            cmd!(shell, "node -e {script} {package} {key}")
                .quiet()
                .read()?
        }
        (None, Some(file)) => fs::read_to_string(package.join(file))?,
        _ => anyhow::bail!("needs either an export or a file"),
    };
    serde_json::from_str(&text).context("the package's member is not JSON")
}
