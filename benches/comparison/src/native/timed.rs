//! What each verification takes natively.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Result, ensure};
use assay::Timestamp;
use comparison::{is_accepted, verdict, verifies_ed25519, verifies_p256};
use serde::Serialize;

use crate::{files, signatures};

/// The times of one cell, as the browser has them too.
#[derive(Serialize)]
pub struct Measured {
    document: String,
    mechanism: String,
    milliseconds: Vec<f64>,
}

/// Verifies each credential once; all have to be accepted, and the altered one refused.
///
/// # Errors
/// Where a verdict is another.
pub fn documents(cell: &files::Cell, at: Timestamp) -> Result<Measured> {
    let accepts = |text: &String| is_accepted(verdict(black_box(text.as_bytes()), at));
    let name = format!("{}, {}", cell.document, cell.mechanism);
    ensure!(
        !accepts(&cell.altered),
        "an altered one is accepted: {name}"
    );
    Ok(Measured {
        document: cell.document.to_owned(),
        mechanism: cell.mechanism.clone(),
        milliseconds: time(&name, &cell.warm_up, &cell.measured, accepts)?,
    })
}

/// The same for signatures alone.
///
/// # Errors
/// Where one is refused.
pub fn signatures(cell: &signatures::Cell) -> Result<Measured> {
    let verifies = match cell.mechanism {
        "Ed25519" => verifies_ed25519,
        _ => verifies_p256,
    };
    let accepts =
        |one: &signatures::Signature| verifies(black_box(&one.key), &one.message, &one.signature);
    Ok(Measured {
        document: "signature".into(),
        mechanism: cell.mechanism.to_owned(),
        milliseconds: time(cell.mechanism, &cell.warm_up, &cell.measured, accepts)?,
    })
}

fn time<T>(
    name: &str,
    warm_up: &[T],
    measured: &[T],
    accepts: impl Fn(&T) -> bool,
) -> Result<Vec<f64>> {
    ensure!(warm_up.iter().all(&accepts), "one is refused: {name}");
    let one = |document: &T| {
        let start = Instant::now();
        let is_accepted = accepts(document);
        let elapsed = start.elapsed();
        ensure!(is_accepted, "one is refused: {name}");
        Ok(elapsed.as_secs_f64() * 1000.0)
    };
    measured.iter().map(one).collect()
}
