//! `assay extract`: a badge out of a picture.

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use assay::Policy;
use assay::carrier::bake::extract;
use assay::present::english;

use crate::{read, write};

#[derive(clap::Args)]
pub struct Extract {
    /// Where the badge goes; to standard output, if left out
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// A picture, or any other file that `assay check` reads
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Whether there was a badge.
pub fn run(arguments: &Extract) -> Result<bool, String> {
    let bytes = read(&arguments.file)?;
    let baked = match extract(&bytes, &Policy::default().bounds) {
        Ok(baked) => baked,
        Err(why) => {
            let name = arguments.file.display();
            eprintln!("assay: {name}: {}", english::unreadable(&why));
            return Ok(false);
        }
    };
    match &arguments.output {
        Some(path) => write(path, &baked.text)?,
        None => match std::io::stdout().write_all(&baked.text) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            other => other.map_err(|error| error.to_string())?,
        },
    }
    Ok(true)
}
