//! The figures in tables.

use std::collections::BTreeMap;

use super::figures::{ASSAY, ASSAY_NATIVE, Results, SIGNATURE, Spread, Times, WEB_CRYPTO};
use super::peers::PEERS;

/// Of the first column, and of each other.
const ROW: usize = 34;
const WIDTH: usize = 22;

/// Prints all tables, and why some figures are missing.
pub fn print(results: &Results) {
    let contestants = || [ASSAY, ASSAY_NATIVE].into_iter();
    println!(
        "\nWarm, each document once a round: milliseconds, the median (the fastest, the slowest)\n"
    );
    let everybody: Vec<_> = contestants().chain(PEERS.map(|(peer, _)| peer)).collect();
    print_warm(results, &everybody, |times| times.document != SIGNATURE);
    println!("\nA signature over 64 bytes alone, its key yet to be read: milliseconds\n");
    let verifiers: Vec<_> = contestants().chain([WEB_CRYPTO]).collect();
    print_warm(results, &verifiers, |times| times.document == SIGNATURE);
    print_cold(results);
    print_batch(results);
    print_notes(results);
}

fn print_warm(results: &Results, contestants: &[&str], is_row: impl Fn(&Times) -> bool) {
    print!("{:<ROW$}", "");
    for contestant in contestants {
        print!("{:>WIDTH$}", short(contestant));
    }
    println!();
    let rows = results.warm.iter();
    let rows = rows.filter(|times| times.contestant == ASSAY && is_row(times));
    for Times {
        document,
        mechanism,
        ..
    } in rows
    {
        print!("{:<ROW$}", format!("{document}, {mechanism}"));
        for contestant in contestants {
            let times = results.warm_times(contestant, document, mechanism);
            let spread = times.and_then(|times| Spread::of(&times.times));
            print!("{:>WIDTH$}", spread.map_or("-".to_owned(), milliseconds));
        }
        println!();
    }
}

/// A package's name as it fits into a column.
fn short(contestant: &str) -> &str {
    match contestant.rsplit_once('/') {
        Some((_, name)) if name != "vc" => name,
        _ => contestant.trim_start_matches('@'),
    }
}

fn milliseconds(spread: Spread) -> String {
    let [least, median, most] = [spread.least, spread.median, spread.most].map(digits);
    format!("{median} ({least}, {most})")
}

/// Three digits that count, or all before the point.
fn digits(number: f64) -> String {
    match number {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        1.0.. => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

fn print_cold(results: &Results) {
    println!(
        "\nCold, in a fresh profile, from asking for the script to the first verdict: milliseconds, and what\n\
         is loaded, from this machine and compressed by Brotli\n"
    );
    for cold in &results.cold {
        let Some(spread) = Spread::of(&cold.times) else {
            continue;
        };
        println!(
            "{:<ROW$}{:<34}{:>8.1} {:<16} {:>9} bytes",
            format!("{}, {}", cold.document, cold.mechanism),
            cold.contestant,
            spread.median,
            format!("({:.1}, {:.1})", spread.least, spread.most),
            cold.bytes
        );
    }
}

fn print_batch(results: &Results) {
    println!(
        "\nA batch of distinct rich badges, eddsa-rdfc-2022, in Web Workers that are warm: documents a second\n"
    );
    for batch in &results.batch {
        let Some(spread) = Spread::of(&batch.per_second) else {
            continue;
        };
        println!(
            "{:<34}{} worker{} {:>8.0} ({:.0}, {:.0})",
            batch.contestant,
            batch.workers,
            if batch.workers == 1 { " " } else { "s" },
            spread.median,
            spread.least,
            spread.most
        );
    }
}

fn print_notes(results: &Results) {
    println!("\nWho is missing above, in its own words:\n");
    let mut refusals: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
    for times in &results.warm {
        if let Some(refusal) = &times.refusal {
            let refused = (&*times.contestant, &*times.mechanism, &**refusal);
            refusals.entry(refused).or_default().push(&times.document);
        }
    }
    for ((contestant, mechanism, refusal), documents) in refusals {
        println!(
            "{contestant}, {mechanism} ({}): {refusal}",
            documents.join(", ")
        );
    }
    println!(
        "\nOf a record, the peers are given the record and each credential in it, 21 verifications; Assay does\n\
         that by itself. An endorsement, Assay alone verifies: the peers find one signature, Assay two."
    );
    for (contestant, addresses) in &results.fetched {
        for address in addresses {
            println!("{contestant} asks for {address}: answered from memory");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_three_digits() {
        let figures = [0.0654, 0.6404, 9.5, 15.702, 148.31].map(digits);
        assert_eq!(figures, ["0.065", "0.640", "9.50", "15.7", "148"]);
    }

    #[test]
    fn a_column_has_the_name_that_tells_packages_apart() {
        assert_eq!(short("@digitalbazaar/vc"), "digitalbazaar/vc");
        assert_eq!(short("@spruceid/didkit-wasm"), "didkit-wasm");
        assert_eq!(short(ASSAY_NATIVE), ASSAY_NATIVE);
    }
}
