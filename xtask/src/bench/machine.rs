//! On what it was measured.

use std::fs;
use std::thread::available_parallelism;

use super::peers;

/// The load of the last minute, as Linux tells it.
pub fn load() -> String {
    let averages = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let first = averages.split_whitespace().next();
    first.unwrap_or("unknown").to_owned()
}

/// Prints the machine, the browser and the versions of what was measured.
pub fn print(browser: &str, load_before: &str) {
    let cores = available_parallelism().map_or(0, usize::from);
    println!("\nMeasured on {cores} cores ({})", processor());
    println!(
        "Load: {load_before} before, {} after, the measuring itself included",
        load()
    );
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
