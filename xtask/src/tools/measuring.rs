//! Scripts that measure pages in Chromium.

use anyhow::Context as _;
use serde::de::DeserializeOwned;
use xshell::cmd;

use super::npm::PLAYWRIGHT;
use super::project::Project;

/// Runs a script for Node, by its place in the project: it gets the task as JSON and playwright-core's
/// address, and what it measured comes back as JSON.
pub fn measure<M: DeserializeOwned>(
    project: &Project,
    script: &str,
    task: &serde_json::Value,
) -> anyhow::Result<M> {
    let playwright = PLAYWRIGHT.set_up(project)?.join("index.mjs");
    let path = project.root.join(script);
    let output = cmd!(project.shell, "node {path} {playwright}")
        .stdin(task.to_string())
        .quiet()
        .read()
        .with_context(|| format!("{script} cannot measure"))?;
    Ok(serde_json::from_str(&output)?)
}
