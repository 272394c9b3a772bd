//! The other browser that runs the page's tests.

use std::path::PathBuf;

use anyhow::Context as _;

use super::cargo_tools::GECKODRIVER;
use super::project::Project;
use super::system::{find_program, install_packages};

/// Installs Firefox and its WebDriver unless they are there, and returns the driver.
pub fn set_up(project: &Project) -> anyhow::Result<PathBuf> {
    if !is_installed() {
        // Debian has the browser and not the driver.
        install_packages(&project.shell, "Firefox", &["firefox-esr"])?;
        is_installed()
            .then_some(())
            .context("Firefox was installed, but is not on the PATH")?;
    }
    Ok(GECKODRIVER.set_up(project)?.join("geckodriver"))
}

/// Whether there is a browser where geckodriver looks for one.
fn is_installed() -> bool {
    find_program(&["firefox"]).is_some()
}
