//! The command line: `assay check`, `assay bake` and `assay extract`, a file each.

mod bake;
mod check;
mod extract;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks digital badges, and says what could not be established.
#[derive(Parser)]
#[command(name = "assay", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Put a badge into a PNG or SVG picture, in place of any that is in it.
    ///
    /// The badge is not checked. Exits with 1 where it can't be baked, 2 for bad usage or a path
    /// that cannot be read or written.
    Bake(bake::Bake),
    /// Check badge files. Offline: outside documents come from --evidence.
    ///
    /// Exits with 0 where every file is genuine or unlisted, 1 where some file is not, 2 for bad
    /// usage or a path that cannot be read.
    Check(check::Check),
    /// Take the badge out of a picture, byte for byte.
    ///
    /// The badge is not checked. Exits with 1 where there is none, 2 for bad usage or a path that
    /// cannot be read or written.
    Extract(extract::Extract),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Bake(bake) => bake::run(&bake),
        Command::Check(check) => check::run(&check),
        Command::Extract(extract) => extract::run(&extract),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(problem) => {
            eprintln!("assay: {problem}");
            ExitCode::from(2)
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
