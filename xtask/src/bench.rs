//! `cargo xtask bench`: Assay and other verifiers, side by side in one browser, and Assay natively.

mod figures;
mod goals;
mod machine;
mod peers;
mod site;
mod table;

use anyhow::Context as _;
use serde_json::json;

use self::figures::Results;
use self::site::{Cell, Site};
use crate::tools::chromium;
use crate::tools::measuring;
use crate::tools::npm;
use crate::tools::page::set_up_trunk;
use crate::tools::project::Project;

/// How often each contestant is measured, in turn with the others.
struct Rounds {
    /// Warm, and the batch.
    warm: u32,
    cold: u32,
}

/// The kinds of documents that are verified cold, by what most contestants can.
const COLD: [(&str, &str); 2] = [("rich", "eddsa-rdfc-2022"), ("rich", "VC-JWT, EdDSA")];
/// The kind that the batch is of.
const BATCH: (&str, &str) = ("rich", "eddsa-rdfc-2022");

/// Builds everything, measures it and prints the figures; quickly is with fewer rounds.
pub fn bench(is_quick: bool) -> anyhow::Result<()> {
    let rounds = match is_quick {
        true => Rounds { warm: 1, cold: 3 },
        false => Rounds { warm: 5, cold: 11 },
    };
    let load_before = machine::load();
    let project = Project::find()?;
    npm::set_up(&project)?;
    chromium::set_up(&project)?;
    set_up_trunk(&project)?;
    let site = Site::build(&project)?;
    let native = site.measure_natively(&project)?;
    let mut results = measure(&project, &site, &rounds)?;
    results.warm.extend(native);
    machine::print(&results.browser, load_before);
    table::print(&results);
    goals::print(&results);
    Ok(())
}

fn measure(project: &Project, site: &Site, rounds: &Rounds) -> anyhow::Result<Results> {
    let cells = site.cells()?;
    let file = |(document, mechanism): (&str, &str)| -> anyhow::Result<&Cell> {
        let mut cells = cells.iter();
        let cell = cells.find(|cell| cell.document == document && cell.mechanism == mechanism);
        cell.with_context(|| format!("{document}, {mechanism}: no such documents"))
    };
    let cold = COLD.into_iter().map(file);
    let task = json!({
        "browser": chromium::browser(),
        "folder": site.folder,
        "rounds": rounds.warm,
        "coldRounds": rounds.cold,
        "contestants": peers::contestants(),
        "signatures": [figures::ASSAY, figures::WEB_CRYPTO],
        "cells": cells,
        "cold": cold.collect::<anyhow::Result<Vec<_>>>()?,
        "batch": file(BATCH)?,
    });
    measuring::measure(project, "xtask/src/bench/measure.mjs", &task)
}
