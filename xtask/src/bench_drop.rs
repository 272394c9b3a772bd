//! `cargo xtask bench-drop`: many badges dropped on the page at once: how fast they are checked, whether the
//! page stutters meanwhile, and what memory it takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::json;
use signing::mixed::mixed;

use crate::tools::chromium;
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;
use crate::tools::{measuring, npm};

/// How many badges are dropped, each time on a fresh page.
const COUNTS: [usize; 3] = [100, 1_000, 10_000];
/// A frame that takes longer is felt as a stutter (Long Tasks API, section 1: 50 milliseconds).
const LONGEST_FRAME_MILLISECONDS: f64 = 50.0;

/// What was measured of one drop.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measured {
    count: usize,
    /// From the files' coming to the last verdict on the screen.
    milliseconds: f64,
    longest_frame: f64,
    long_tasks: u32,
    heap_bytes: u64,
    wasm_bytes: u64,
    /// The most that the page's process ever had in memory, its workers included.
    peak_bytes: Option<u64>,
    verdicts: BTreeMap<String, usize>,
}

/// Measures the page that is built for release.
pub fn bench_drop() -> anyhow::Result<()> {
    let project = Project::find()?;
    npm::set_up(&project)?;
    chromium::set_up(&project)?;
    set_up_trunk(&project)?;
    let page = build_for_release(&project)?;
    measure_page(&project, &page)
}

fn measure_page(project: &Project, page: &Path) -> anyhow::Result<()> {
    let files = project.target.join("bench-drop");
    let most = COUNTS.into_iter().max().unwrap_or_default();
    let files_with_verdicts = write_files(&files, most)?;
    let drops = COUNTS.map(|count| {
        let names = files_with_verdicts.iter().take(count);
        json!({"files": names.map(|(name, _)| name).collect::<Vec<_>>()})
    });
    let task = json!({
        "browser": chromium::browser(),
        "page": page,
        "folder": files,
        "drops": drops,
    });
    let measured: Vec<Measured> =
        measuring::measure(project, "xtask/src/bench_drop/measure.mjs", &task)?;
    print_table(&measured);
    for drop in &measured {
        let mut expected = BTreeMap::new();
        for (_, verdict) in files_with_verdicts.iter().take(drop.count) {
            *expected.entry((*verdict).to_owned()).or_insert(0) += 1;
        }
        anyhow::ensure!(
            drop.verdicts == expected,
            "{} badges came out as {:?}, and should as {expected:?}",
            drop.count,
            drop.verdicts
        );
    }
    println!("\nEvery badge has the verdict that it should have.");
    let longest = measured.iter().map(|drop| drop.longest_frame);
    let longest = longest.fold(0.0, f64::max);
    anyhow::ensure!(
        longest <= LONGEST_FRAME_MILLISECONDS,
        "a frame took {longest:.0} ms, and none may take more than {LONGEST_FRAME_MILLISECONDS:.0}"
    );
    Ok(())
}

/// Writes the files, and returns the name and the verdict of each.
fn write_files(folder: &Path, count: usize) -> anyhow::Result<Vec<(String, &'static str)>> {
    println!("Signing {count} badges");
    // What an earlier run has left may be of other kinds.
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    (0..count)
        .map(|number| {
            let file = mixed(number)?;
            fs::write(folder.join(&file.name), &file.bytes)?;
            Ok((file.name, file.verdict))
        })
        .collect()
}

fn print_table(measured: &[Measured]) {
    println!("\nMixed badges chosen at once, in headless Chromium; memory at the end, in MB:\n");
    println!(
        "{:>8} {:>9} {:>9} {:>14} {:>11} {:>8} {:>8} {:>13}",
        "badges",
        "ms",
        "a second",
        "longest frame",
        "long tasks",
        "JS heap",
        "wasm",
        "process, peak"
    );
    for drop in measured {
        #[expect(clippy::cast_precision_loss, reason = "figures for people")]
        let (count, megabytes) = (drop.count as f64, |bytes: u64| bytes as f64 / 1_048_576.0);
        let peak = drop.peak_bytes.map_or_else(
            || "-".to_owned(),
            |bytes| format!("{:.0}", megabytes(bytes)),
        );
        println!(
            "{:>8} {:>9.0} {:>9.0} {:>11.1} ms {:>11} {:>8.1} {:>8.1} {peak:>13}",
            drop.count,
            drop.milliseconds,
            count / drop.milliseconds * 1000.0,
            drop.longest_frame,
            drop.long_tasks,
            megabytes(drop.heap_bytes),
            megabytes(drop.wasm_bytes),
        );
    }
}
