//! `cargo xtask element-api`: what follows from the table of the elements' API.

use xshell::cmd;

use crate::tools::project::Project;

/// Writes README's tables, `custom-elements.json`, the TypeScript types and the classes' attributes.
pub fn element_api() -> anyhow::Result<()> {
    let project = Project::find()?;
    // The tests that compare these write them instead; they depend on the library, as this does not.
    cmd!(
        project.shell,
        "cargo test --package assay --no-default-features --features cli --test element_api"
    )
    .env("ASSAY_WRITE_ELEMENT_API", "1")
    .run()?;
    Ok(())
}
