//! Folders, copied whole.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// Copies a file, or a folder with all that is in it, but for what has one of these names.
pub fn copy(from: &Path, to: &Path, left_out: &[&str]) -> anyhow::Result<()> {
    let context = || format!("cannot copy {} to {}", from.display(), to.display());
    if !from.is_dir() {
        fs::copy(from, to).with_context(context)?;
        return Ok(());
    }
    fs::create_dir_all(to).with_context(context)?;
    for entry in fs::read_dir(from).with_context(context)? {
        let name = entry?.file_name();
        if !left_out.iter().any(|other| name == *other) {
            copy(&from.join(&name), &to.join(&name), left_out)?;
        }
    }
    Ok(())
}
