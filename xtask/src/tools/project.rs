//! Where the project is, and a shell that works there.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

/// The version of all that is released.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The project's folders, and a shell that works at its root.
pub struct Project {
    /// A shell at the project's root.
    pub shell: Shell,
    /// The folder of the project.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

impl Project {
    /// Finds the project that this program is part of.
    pub fn find() -> anyhow::Result<Self> {
        let shell = Shell::new()?;
        let crate_folder = std::env::var("CARGO_MANIFEST_DIR")
            .context("CARGO_MANIFEST_DIR is not set: run this by `cargo xtask`")?;
        let root = Path::new(&crate_folder).parent();
        let root = root.context("xtask has no parent folder")?.to_owned();
        shell.change_dir(&root);
        // Trunk takes only `true` and `false` here, others take anything: `1` would stop it.
        if let Some(value) = std::env::var_os("NO_COLOR") {
            shell.set_var("NO_COLOR", if value.is_empty() { "false" } else { "true" });
        }
        let metadata = cmd!(shell, "cargo metadata --no-deps --format-version 1")
            .quiet()
            .read()
            .context("cargo cannot read the project")?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"].as_str();
        let target = PathBuf::from(target.context("cargo metadata names no target folder")?);
        Ok(Self {
            shell,
            root,
            target,
        })
    }

    /// The folder in which every tool has a folder of its own.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }
}
