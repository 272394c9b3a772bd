//! The parts of the Rust toolchain that a minimal installation lacks.

use std::path::Path;

use anyhow::Context as _;
use xshell::cmd;

use super::project::Project;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for wasm, if it is missing.
pub fn set_up_wasm(project: &Project) -> anyhow::Result<()> {
    let shell = &project.shell;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let library = Path::new(&sysroot).join("lib/rustlib").join(WASM);
    if !library.is_dir() {
        cmd!(shell, "rustup target add {WASM}")
            .run()
            .with_context(|| format!("the Rust target {WASM} must be installed"))?;
    }
    Ok(())
}

/// Adds rustfmt and clippy, if they are missing.
pub fn set_up_lints(project: &Project) -> anyhow::Result<()> {
    let shell = &project.shell;
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let version = cmd!(shell, "cargo {subcommand} --version");
        let version = version.quiet().ignore_stderr().ignore_stdout();
        if version.run().is_err() {
            cmd!(shell, "rustup component add {component}")
                .run()
                .with_context(|| format!("the Rust component {component} must be installed"))?;
        }
    }
    Ok(())
}
