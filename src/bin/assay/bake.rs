//! `assay bake`: a badge into a picture.

use std::path::PathBuf;

use assay::Policy;
use assay::carrier::bake::bake;
use assay::present::english;

use crate::{read, write};

#[derive(clap::Args)]
pub struct Bake {
    /// The badge: JSON, a token (JWT), or the web address of an older badge that is hosted
    #[arg(long, value_name = "FILE")]
    credential: PathBuf,
    /// The PNG or SVG to put it into; it is not changed itself
    #[arg(long, value_name = "PICTURE")]
    into: PathBuf,
    /// Where the picture with the badge goes
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
}

/// Whether the badge could be baked.
pub fn run(arguments: &Bake) -> Result<bool, String> {
    let text = read(&arguments.credential)?;
    let picture = read(&arguments.into)?;
    match bake(&picture, &text, &Policy::default().bounds) {
        Ok(baked) => write(&arguments.output, &baked).map(|()| true),
        Err(why) => {
            eprintln!("assay: {}", english::not_baked(&why));
            Ok(false)
        }
    }
}
