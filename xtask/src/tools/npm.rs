//! Packages of the npm registry, each pinned by the hash of its archive.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use xshell::cmd;

use super::project::Project;
use super::system::{find_program, install_packages};

/// A package of the npm registry; it is unpacked, and none of its install scripts run.
pub struct NpmPackage {
    /// Its name in the registry.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The SHA-256 of its archive.
    pub sha256: &'static str,
}

/// Judges how accessible a page is.
pub const AXE_CORE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
    sha256: "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
};

/// Has `wasm-opt`, as a program for Node.
pub const BINARYEN: NpmPackage = NpmPackage {
    name: "binaryen",
    version: "132.0.0",
    sha256: "6543555fb29bb92548f325c7dc18e9ab7dbb1215edda25993d1e3f71d85b8618",
};

/// Makes one script of several, as a program for Node that needs no other.
pub const ESBUILD: NpmPackage = NpmPackage {
    name: "esbuild-wasm",
    version: "0.28.2",
    sha256: "61594de12ce998652be2aa0ab72dda54bfa49407fb37ee3464468a2aac306baa",
};

/// Drives Chromium, for measuring.
pub const PLAYWRIGHT: NpmPackage = NpmPackage {
    name: "playwright-core",
    version: "1.65.1",
    sha256: "6f5a60be62a4fddfbe7d10c448d8fbd54547da3358f2f8a04211440471ee863e",
};

/// Another element that shows credentials, to be measured beside ours.
pub const BLOCKCERTS_VERIFIER: NpmPackage = NpmPackage {
    name: "@blockcerts/blockcerts-verifier",
    version: "1.56.0",
    sha256: "83783ab573b0c571d98dd2526fbfc1df34a2e39651ab7791b90a358d04466fc9",
};

/// Whether both programs that packages need are there.
pub fn is_installed() -> bool {
    find_program(&["npm"]).is_some() && find_program(&["node"]).is_some()
}

/// Whether this Node is new enough for Vite: 20.19 and later, as Vite's own package says.
pub fn runs_vite(project: &Project) -> anyhow::Result<bool> {
    let version = cmd!(project.shell, "node --version").quiet().read()?;
    let mut numbers = version.trim_start_matches('v').split('.');
    let mut number = || numbers.next().and_then(|number| number.parse().ok());
    let version: Option<(u32, u32)> = number().zip(number());
    Ok(version.is_some_and(|version| version >= (20, 19)))
}

/// Installs Node and npm, if they are missing.
pub fn set_up(project: &Project) -> anyhow::Result<()> {
    if !is_installed() {
        install_packages(&project.shell, "Node with npm", &["nodejs", "npm"])?;
    }
    Ok(())
}

/// Installs what the lock file of a folder pins, by hashes; no install scripts run.
pub fn install_locked(project: &Project, folder: &Path) -> anyhow::Result<()> {
    let shell = &project.shell;
    let _folder = shell.push_dir(folder);
    let options = [
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
    ];
    cmd!(shell, "npm ci {options...}")
        .run()
        .with_context(|| format!("cannot install the npm packages of {}", folder.display()))
}

impl NpmPackage {
    /// Downloads the package unless it is there, and returns the folder of its contents.
    pub fn set_up(&self, project: &Project) -> anyhow::Result<PathBuf> {
        let id = format!("{}-{}", self.name.replace('/', "-"), self.version);
        let folder = project.tools().join(&id);
        if !folder.is_dir() {
            println!("Downloading {id}");
            self.download(project, &folder)
                .with_context(|| format!("cannot download the npm package {id}"))?;
        }
        Ok(folder.join("package"))
    }

    /// Unpacks beside the final place and moves it there last: what is there is whole.
    fn download(&self, project: &Project, folder: &Path) -> anyhow::Result<()> {
        let shell = &project.shell;
        let unfinished = folder.with_added_extension("unfinished");
        shell.remove_path(&unfinished)?;
        shell.create_dir(&unfinished)?;
        let package = format!("{}@{}", self.name, self.version);
        let archive = {
            let _folder = shell.push_dir(&unfinished);
            let listing = cmd!(shell, "npm pack --json --loglevel=error {package}")
                .quiet()
                .read()?;
            let listing: serde_json::Value = serde_json::from_str(&listing)?;
            let archive = listing[0]["filename"].as_str();
            unfinished.join(archive.context("npm names no archive")?)
        };
        let hash = Sha256::digest(std::fs::read(&archive)?);
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        anyhow::ensure!(
            hash == self.sha256,
            "its archive has the SHA-256 {hash} instead of {}",
            self.sha256
        );
        cmd!(shell, "tar -xzf {archive} -C {unfinished}")
            .quiet()
            .run()?;
        std::fs::rename(&unfinished, folder)?;
        Ok(())
    }
}
