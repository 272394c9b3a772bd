//! `cargo xtask package`: the npm package.

mod trial;

use std::fs;
use std::path::PathBuf;

use xshell::cmd;

use crate::tools::folders::copy;
use crate::tools::npm;
use crate::tools::pack::{COMMON_WASM, WASM, pack_without_page};
use crate::tools::page::{build_for_release, release_folder, set_up_trunk};
use crate::tools::project::{Project, VERSION};

pub use self::trial::build_trial;

const NAME: &str = "assay-badge";
/// With the version in braces, to be filled in.
const DESCRIPTION: &str = include_str!("package/package.json");
const README: &str = include_str!("package/README.md");
const TYPES: &str = "assay.d.ts";
/// What editors and documentation read of an element (the Custom Elements Manifest).
const MANIFEST: &str = "custom-elements.json";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Builds for release and makes the npm package's archive.
pub fn package() -> anyhow::Result<()> {
    let project = Project::find()?;
    npm::set_up(&project)?;
    set_up_trunk(&project)?;
    build_for_release(&project)?;
    let archive = make(&project)?;
    println!("{NAME} {VERSION}: {}", archive.display());
    Ok(())
}

/// Makes the npm package of the page that was built for release last, and returns its archive.
///
/// It has no page that checks badges: a bundler would leave it behind, and a reader checks elsewhere.
pub fn make(project: &Project) -> anyhow::Result<PathBuf> {
    let shell = &project.shell;
    let folder = npm_folder(project).join(NAME);
    shell.remove_path(&folder)?;
    shell.create_dir(&folder)?;
    for wasm in [COMMON_WASM, WASM] {
        copy(&release_folder(project).join(wasm), &folder.join(wasm), &[])?;
    }
    pack_without_page(project, &folder)?;
    for generated in [TYPES, MANIFEST] {
        let from = project.root.join("src/element/generated").join(generated);
        copy(&from, &folder.join(generated), &[])?;
    }
    for licence in LICENCES {
        copy(&project.root.join(licence), &folder.join(licence), &[])?;
    }
    fs::write(folder.join("README.md"), README)?;
    let description = DESCRIPTION.replace("{version}", VERSION);
    fs::write(folder.join("package.json"), description)?;
    let archive = npm_folder(project).join(archive_name());
    let _folder = shell.push_dir(npm_folder(project));
    cmd!(shell, "npm pack --loglevel=error ./{NAME}")
        .quiet()
        .ignore_stdout()
        .run()?;
    anyhow::ensure!(archive.is_file(), "npm has made no {}", archive.display());
    Ok(archive)
}

/// Where the package is made and tried.
pub fn npm_folder(project: &Project) -> PathBuf {
    project.target.join("npm")
}

/// The name that npm gives the archive.
pub fn archive_name() -> String {
    format!("{NAME}-{VERSION}.tgz")
}
