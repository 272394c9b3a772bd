//! Every layout in every state, at five widths, light and dark, left-to-right and right-to-left: as on
//! the reviewed pictures in `tests/screenshots`.
//!
//! `ASSAY_SCREENSHOTS=take` writes the pictures anew (`cargo xtask screenshots`). Machines with other
//! fonts or another Chromium draw other pictures; there they are not compared, and that is said.

mod badges;
mod machine;
mod picture;
mod sheet;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use browser_tests::{not_checked, skipped_in_firefox};

use picture::Picture;
use sheet::{Look, Sheet};

#[tokio::test]
async fn inline_is_as_reviewed() -> anyhow::Result<()> {
    check("inline").await
}

#[tokio::test]
async fn compact_is_as_reviewed() -> anyhow::Result<()> {
    check("compact").await
}

#[tokio::test]
async fn card_is_as_reviewed() -> anyhow::Result<()> {
    check("card").await
}

#[tokio::test]
async fn full_is_as_reviewed() -> anyhow::Result<()> {
    check("full").await
}

/// Where the reviewed pictures are.
fn reviewed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../screenshots")
}

/// Where pictures go that differ.
fn differing() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots")
}

async fn check(layout: &str) -> anyhow::Result<()> {
    if skipped_in_firefox("the reviewed pictures are Chromium's") {
        return Ok(());
    }
    let sheet = Sheet::open(layout).await?;
    let machine = machine::describe(sheet.browser()).await?;
    let is_taking = std::env::var("ASSAY_SCREENSHOTS").is_ok_and(|wish| wish == "take");
    if is_taking {
        std::fs::write(reviewed().join(machine::FILE), &machine)?;
    }
    let taken_on = std::fs::read_to_string(reviewed().join(machine::FILE));
    let is_same_machine = taken_on.context("no reviewed pictures")? == machine;
    let mut changed = Vec::new();
    for look in Look::all() {
        let name = format!("{layout}-{}.png", look.name());
        let file = reviewed().join(&name);
        let picture = sheet.picture(look).await?;
        if is_taking {
            std::fs::write(&file, picture.to_png()?)?;
        } else if is_same_machine {
            changed.extend(compare(&name, &picture, &Picture::read(&file)?)?);
        }
    }
    if !is_same_machine {
        not_checked(
            "the reviewed pictures were taken with other fonts or another Chromium, and are not compared",
        );
    }
    anyhow::ensure!(
        changed.is_empty(),
        "not as reviewed; if they should be as they are now: cargo xtask screenshots\n{}",
        changed.join("\n")
    );
    Ok(())
}

/// What there is to say if the pictures differ; then they are written down for whoever looks.
fn compare(name: &str, new: &Picture, reviewed: &Picture) -> anyhow::Result<Option<String>> {
    let Some(difference) = new.difference(reviewed) else {
        return Ok(None);
    };
    let folder = differing();
    std::fs::create_dir_all(&folder)?;
    let new_file = folder.join(name);
    let difference_file = folder.join(format!("difference-{name}"));
    std::fs::write(&new_file, new.to_png()?)?;
    std::fs::write(&difference_file, difference.picture.to_png()?)?;
    Ok(Some(format!(
        "{name}: {}\n  now: {}\n  where they differ: {}",
        difference.what,
        new_file.display(),
        difference_file.display(),
    )))
}
