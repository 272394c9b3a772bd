//! What the tests are given by `cargo xtask test`.

use std::path::PathBuf;

use anyhow::Context as _;

/// The folder of the built page.
pub fn built_page() -> anyhow::Result<PathBuf> {
    path_in("ASSAY_DIST")
}

/// The folder of the examples, each with its built site in `dist`.
pub fn built_examples() -> anyhow::Result<PathBuf> {
    path_in("ASSAY_EXAMPLES")
}

/// The site of a project that has installed the npm package.
pub fn built_trial() -> anyhow::Result<PathBuf> {
    path_in("ASSAY_TRIAL")
}

/// The file of axe-core's script.
pub fn axe_core() -> anyhow::Result<PathBuf> {
    path_in("AXE_CORE")
}

fn path_in(variable: &str) -> anyhow::Result<PathBuf> {
    let path = std::env::var_os(variable)
        .with_context(|| format!("{variable} is not set: run these tests by `cargo xtask test`"))?;
    let path = PathBuf::from(path);
    anyhow::ensure!(
        path.exists(),
        "{variable} names {}, which isn't there: run these tests by `cargo xtask test`",
        path.display()
    );
    Ok(path)
}
