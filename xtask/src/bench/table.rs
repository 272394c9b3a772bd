//! The figures in tables.

use std::collections::BTreeMap;

use super::figures::{ASSAY, ASSAY_NATIVE, Results, SIGNATURE, Spread, Times, WEB_CRYPTO};
use super::peers::PEERS;

const WIDTH: usize = 26;

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
    print!("{:<40}", "");
    for contestant in contestants {
        print!("{:>WIDTH$}", contestant.trim_start_matches('@'));
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
        print!("{:<40}", format!("{document}, {mechanism}"));
        for contestant in contestants {
            let times = results.warm_times(contestant, document, mechanism);
            let spread = times.and_then(|times| Spread::of(&times.times));
            print!("{:>WIDTH$}", spread.map_or("-".to_owned(), milliseconds));
        }
        println!();
    }
}

fn milliseconds(spread: Spread) -> String {
    let Spread {
        least,
        median,
        most,
    } = spread;
    format!("{median:.3} ({least:.2}, {most:.1})")
}

fn print_cold(results: &Results) {
    println!(
        "\nCold, in a fresh profile, from the script's first byte to the first verdict: milliseconds, and\n\
         what is loaded from this machine, compressed by Brotli\n"
    );
    for cold in &results.cold {
        let Some(spread) = Spread::of(&cold.times) else {
            continue;
        };
        println!(
            "{:<40}{:<36}{:>8.1} ({:.1}, {:.1}) {:>10} bytes",
            format!("{}, {}", cold.document, cold.mechanism),
            cold.contestant,
            spread.median,
            spread.least,
            spread.most,
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
            "{:<36}{} worker{} {:>8.0} ({:.0}, {:.0})",
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
    let mut refusals: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for times in &results.warm {
        if let Some(refusal) = &times.refusal {
            let documents = refusals.entry((&times.contestant, refusal)).or_default();
            documents.push(&times.document);
            documents.push(&times.mechanism);
        }
    }
    for ((contestant, refusal), cells) in refusals {
        let cells: Vec<_> = cells.chunks(2).map(|cell| cell.join(", ")).collect();
        println!("{contestant}: {}: {refusal}", cells.join("; "));
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
