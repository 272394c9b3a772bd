//! The browser that runs the tests.

use std::path::PathBuf;

use anyhow::Context as _;

use super::project::Project;
use super::system::{find_program, install_packages};

/// Installs Chromium and its WebDriver unless they are there, and returns the driver.
pub fn set_up(project: &Project) -> anyhow::Result<PathBuf> {
    if let Some(driver) = find() {
        return Ok(driver);
    }
    // Without a font Chromium shows no text, and a test could not see that text overflows.
    let packages = ["chromium", "chromium-driver", "fonts-dejavu"];
    install_packages(&project.shell, "Chromium with chromedriver", &packages)?;
    find().context("Chromium was installed, but is not on the PATH")
}

/// The browser itself, if it is there.
pub fn browser() -> Option<PathBuf> {
    find_program(&["chromium", "chromium-browser", "google-chrome", "chrome"])
}

/// The driver, if there is a browser for it too.
fn find() -> Option<PathBuf> {
    browser()?;
    find_program(&["chromedriver"])
}
