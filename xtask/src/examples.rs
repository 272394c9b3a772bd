//! The examples in `samples/embed`, built as somebody does who copies one.

use std::path::PathBuf;

use anyhow::Context as _;
use xshell::cmd;

use crate::package::{archive_name, npm_folder};
use crate::tools::folders::copy;
use crate::tools::npm::install_locked;
use crate::tools::project::Project;

/// What building an example leaves.
const BUILT: [&str; 2] = ["dist", "node_modules"];

/// Builds every example with the npm package that was made last, and returns the folder of all; each
/// one's site is in `dist` in its own. It's a copy, so that the sources stay as they are.
pub fn build(project: &Project) -> anyhow::Result<PathBuf> {
    let (shell, samples) = (&project.shell, project.target.join("examples"));
    shell.remove_path(&samples)?;
    copy(&project.root.join("samples"), &samples, &BUILT)?;
    let examples = samples.join("embed");
    let archive = archive_name();
    copy(
        &npm_folder(project).join(&archive),
        &examples.join(&archive),
        &[],
    )?;
    install_locked(project, &examples)?;
    {
        let _folder = shell.push_dir(&examples);
        cmd!(shell, "npm run build")
            .run()
            .context("an example does not build")?;
    }
    // Where it is: it's a member of the workspace.
    let _folder = shell.push_dir(project.root.join("samples/embed/yew"));
    let site = examples.join("yew/dist");
    cmd!(shell, "trunk build --dist {site}")
        .run()
        .context("the example in Yew does not build")?;
    Ok(examples)
}
