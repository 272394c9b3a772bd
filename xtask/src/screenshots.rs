//! `cargo xtask screenshots`: the reviewed pictures of the layouts, taken anew.

use xshell::cmd;

use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;
use crate::tools::{chromium, npm};

/// Builds the page for release and writes the pictures; whoever commits them has looked at them.
pub fn screenshots() -> anyhow::Result<()> {
    let project = Project::find()?;
    // Without it the page would be another than the one that is tested.
    npm::set_up(&project)?;
    let chromedriver = chromium::set_up(&project)?;
    set_up_trunk(&project)?;
    let page = build_for_release(&project)?;
    cmd!(
        project.shell,
        "cargo test --package browser-tests --test screenshots"
    )
    .env("ASSAY_SCREENSHOTS", "take")
    .env("ASSAY_BROWSER", "chromium")
    .env("ASSAY_DIST", page)
    .env("CHROMEDRIVER", chromedriver)
    .run()?;
    println!(
        "The pictures in tests/screenshots are as the page is now: look at them before you commit them"
    );
    Ok(())
}
