//! Makes the credentials that all contestants verify, and verifies them natively.
//!
//! `comparison-native FOLDER` writes the credentials into the folder, where the browser gets them, and
//! prints what was measured, as JSON.

mod documents;
mod files;
mod mechanism;
mod signatures;
mod timed;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};
use assay::Timestamp;

use crate::timed::Measured;

fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1);
    let folder = PathBuf::from(folder.context("usage: comparison-native FOLDER")?);
    std::fs::create_dir_all(&folder)?;
    let at = now()?;
    let mut measured: Vec<Measured> = Vec::new();
    for cell in files::make(&folder)? {
        measured.push(timed::documents(&cell, at)?);
    }
    for cell in signatures::make(&folder)? {
        measured.push(timed::signatures(&cell)?);
    }
    println!("{}", serde_json::to_string(&measured)?);
    Ok(())
}

fn now() -> Result<Timestamp> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Timestamp::from_unix_seconds(seconds.try_into()?).context("a clock that is right")
}
