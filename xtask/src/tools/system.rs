//! Programs of the system's own, and packages of Debian for those that are missing.

use std::path::PathBuf;

use xshell::{Shell, cmd};

/// The first of these programs that is on the `PATH`.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders
            .iter()
            .map(|folder| folder.join(&name))
            .find(|program| program.is_file())
    })
}

/// Installs Debian packages where that is possible without asking: as root, with apt-get.
///
/// Elsewhere it fails and says what to install.
pub fn install_packages(shell: &Shell, what: &str, packages: &[&str]) -> anyhow::Result<()> {
    anyhow::ensure!(
        find_program(&["apt-get"]).is_some() && is_root(shell),
        "{what} must be installed first; on Debian or Ubuntu: sudo apt-get install {}",
        packages.join(" ")
    );
    println!("Installing {}", packages.join(", "));
    let _frontend = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(shell, "apt-get update").run()?;
    cmd!(
        shell,
        "apt-get install -y --no-install-recommends {packages...}"
    )
    .run()?;
    Ok(())
}

fn is_root(shell: &Shell) -> bool {
    let user = cmd!(shell, "id -u").quiet().read();
    user.is_ok_and(|user| user == "0")
}
