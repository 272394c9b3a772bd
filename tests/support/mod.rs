//! What the test files share: the corpus beside the project, and a fixed time.
#![allow(dead_code, reason = "each test file uses a part")]

use std::fs;
use std::path::PathBuf;

use assay::resolve::{Relationship, Resolver, VerificationMethod};
use assay::{Evidence, Policy, Reason, Report, Timestamp, open, verify};
use serde_json::{Map, Value};

/// The time that these tests answer for.
pub const NOW: &str = "2026-06-01T00:00:00Z";

/// A folder of third-party test data, which is not part of the project; None where it is missing,
/// after saying so.
pub fn corpus(folder: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("SKIPPED: the corpus folder {folder} is not beside the project");
    None
}

pub fn sample(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn now() -> Timestamp {
    Timestamp::parse(NOW).unwrap()
}

/// The verdict's code on a file with one credential, `unreadable` among them.
pub fn verdict(bytes: &[u8], evidence: &Evidence) -> String {
    match open(bytes, &Policy::default().bounds) {
        Ok(opened) => verify(
            opened.credentials.only().unwrap(),
            evidence,
            &Policy::default(),
            now(),
        )
        .verdict
        .code()
        .to_owned(),
        Err(_) => "unreadable".to_owned(),
    }
}

/// The report on a badge that must be readable.
pub fn report(badge: &Value, policy: &Policy) -> Report {
    let opened = open(badge.to_string().as_bytes(), &policy.bounds)
        .unwrap_or_else(|error| panic!("{error:?}: {badge}"));
    verify(
        opened.credentials.only().unwrap(),
        &Evidence::none(),
        policy,
        now(),
    )
}

/// The method at `url`, which has to stand by itself.
pub fn verification_method(url: &str) -> Result<VerificationMethod, Reason> {
    let (evidence, policy) = (Evidence::none(), Policy::default());
    let relationship = Relationship::AssertionMethod;
    Resolver::new(&evidence, &policy, relationship, now()).verification_method(url)
}

pub fn object(json: &Value) -> Map<String, Value> {
    json.as_object().expect("an object").clone()
}

/// The rows of an `expected.tsv`: path, expectation, reason, source, what the collector saw.
pub fn expectations(folder: &std::path::Path) -> Vec<[String; 5]> {
    let table = fs::read_to_string(folder.join("expected.tsv")).unwrap();
    table
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            std::array::from_fn(|_| cells.next().unwrap_or_default())
        })
        .collect()
}

/// The bytes that hexadecimal digits stand for.
pub fn from_hex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.map(byte).collect()
}
