//! The npm package, tried in projects that know nothing else of Assay.

use std::path::PathBuf;

use xshell::cmd;

use super::{archive_name, npm_folder};
use crate::tools::folders::copy;
use crate::tools::npm::install_locked;
use crate::tools::project::Project;

/// Installs the archive in a fresh project, imports it in Node, builds the project with Vite, and
/// returns the folder of the built site.
pub fn build_trial(project: &Project) -> anyhow::Result<PathBuf> {
    let shell = &project.shell;
    let folder = npm_folder(project).join("trial");
    shell.remove_path(&folder)?;
    copy(
        &project.root.join("tests/browser/tests/package"),
        &folder,
        &[],
    )?;
    let archive = archive_name();
    copy(
        &npm_folder(project).join(&archive),
        &folder.join(&archive),
        &[],
    )?;
    for badge in ["rich-genuine.json", "registry.json"] {
        let from = project.root.join("samples").join(badge);
        copy(&from, &folder.join(badge), &[])?;
    }
    install_locked(project, &folder)?;
    let _folder = shell.push_dir(&folder);
    // As a server does that renders pages: there is no element there, and nothing to define.
    cmd!(shell, "node --input-type=module --eval")
        .arg("import 'assay-badge'")
        .run()?;
    cmd!(shell, "npm exec --offline -- vite build --logLevel warn").run()?;
    Ok(folder.join("dist"))
}
