//! On what it was measured.

use std::fs;
use std::thread::available_parallelism;

use super::peers;

/// The load of the last minute, as Linux tells it.
pub fn load() -> Option<f64> {
    let averages = fs::read_to_string("/proc/loadavg").ok()?;
    averages.split_whitespace().next()?.parse().ok()
}

/// Prints the machine, the browser and the versions of what was measured.
pub fn print(browser: &str, load_before: Option<f64>) {
    let cores = available_parallelism().map_or(0, usize::from);
    println!("\nMeasured on {cores} cores ({})", processor());
    if let Some((before, after)) = load_before.zip(load()) {
        println!("Load: {before} before, {after} after, the measuring itself included");
        if before > 1.0 {
            println!("The machine was busy before: rely on no figure below.");
        }
    }
    println!("Chromium {browser}, headless");
    for (package, version) in peers::versions() {
        println!("{package} {version}");
    }
}

fn processor() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model
        .map_or("of an unknown kind", |(_, name)| name)
        .to_owned()
}
