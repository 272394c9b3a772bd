//! Logs of the Decentralized Identity Foundation's didwebvh-test-suite, made by five implementations.

use std::fs;
use std::path::Path;

use assay::evidence::Answer;
use assay::resolve::{Relationship, Resolver, document_url};
use assay::{Evidence, Policy, Reason};
use serde_json::Value;

use crate::support::{corpus, now};

/// Logs that lead to no document, by what their names begin with: the code that says why, and what is
/// wrong with them. The suite refuses all but the last three.
const REFUSED: [(&str, &str, &str); 15] = [
    (
        "deactivate/",
        "did-deactivated",
        "the controller has retired it",
    ),
    (
        "negative-cross-did-witness-replay/",
        "did-log-unwitnessed",
        "the proof is of an earlier version",
    ),
    (
        "negative-did-key-body-fragment-mismatch/",
        "did-log-unauthorized",
        "the proof names two keys",
    ),
    (
        "negative-duplicate-witness-ids/",
        "did-log-malformed",
        "one witness is named twice",
    ),
    (
        "negative-portable-scid-swap/",
        "did-log-malformed",
        "the hash in the identifier changes with a move",
    ),
    (
        "negative-pre-rotation-omit-updatekeys/",
        "did-log-unauthorized",
        "the announced keys are not set",
    ),
    (
        "negative-scid-mismatch-genesis/",
        "did-log-altered",
        "the hash in the identifier is of nothing",
    ),
    (
        "negative-unknown-method-version/",
        "unsupported-did-method",
        "did:webvh:99.0",
    ),
    (
        "negative-versiontime-future/",
        "did-log-times",
        "an entry is dated ahead",
    ),
    (
        "negative-versiontime-non-monotonic/",
        "did-log-times",
        "an entry is no later than the one before",
    ),
    (
        "negative-wrong-cryptosuite/",
        "did-log-unauthorized",
        "eddsa-rdfc-2022",
    ),
    (
        "negative-zero-witness-threshold/",
        "did-log-malformed",
        "nobody would have to approve",
    ),
    // Stricter than the suite, and as the standard has it.
    (
        "witness-threshold/rust",
        "did-log-malformed",
        "a witness is named by a bare key, not by its did:key",
    ),
    (
        "witness-update/rust",
        "did-log-malformed",
        "a witness is named by a bare key, not by its did:key",
    ),
    (
        "witness-update/",
        "did-log-unwitnessed",
        "of the witnesses from before, who have to approve that they are replaced, one did not",
    ),
];

#[test]
fn every_log_of_the_suite() {
    let Some(folder) = corpus("didwebvh-test-suite") else {
        return;
    };
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let scenarios = entries(&folder.join("vectors"));
    let folders = scenarios.flat_map(|scenario| entries(&scenario.path()));
    let mut count = 0;
    for folder in folders.map(|entry| entry.path()) {
        let text = fs::read_to_string(folder.join("did.jsonl")).unwrap_or_default();
        if text.is_empty() {
            continue; // about identifiers alone, which have unit tests
        }
        let name = folder.strip_prefix(folder.ancestors().nth(2).unwrap());
        let name = name.unwrap().to_str().unwrap();
        let refused = REFUSED.iter().find(|(start, ..)| name.starts_with(start));
        let expected = match refused {
            Some((_, code, _)) => Err((*code).to_owned()),
            None => {
                let result = fs::read(folder.join("resolutionResult.json")).unwrap();
                let result: Value = serde_json::from_slice(&result).unwrap();
                Ok(result["didDocument"]["id"].as_str().unwrap().to_owned())
            }
        };
        let outcome = resolve(&text, &folder).map_err(|reason| reason.code().to_owned());
        assert_eq!(outcome, expected, "{name}");
        count += 1;
    }
    println!("{count} logs");
    assert_eq!(count, 75);
}

/// The identifier of the document that a log leads to, asked for by the hash that the log begins with
/// and the place that it ends with.
fn resolve(text: &str, folder: &Path) -> Result<String, Reason> {
    let entry = |line: &str| -> Value { serde_json::from_str(line).unwrap() };
    let mut lines = text.trim_end().lines();
    let first = entry(lines.next().unwrap());
    let last = lines.last().map_or(first.clone(), entry);
    let id = last["state"]["id"].as_str().unwrap();
    let place: Vec<&str> = id.split(':').skip(3).collect();
    let scid = first["parameters"]["scid"].as_str().unwrap();
    let did = format!("did:webvh:{scid}:{}", place.join(":"));
    let url = document_url(&did).unwrap();
    let proofs = url.replace("did.jsonl", "did-witness.json");
    let mut evidence = Evidence::none();
    for (url, name) in [(url, "did.jsonl"), (proofs, "did-witness.json")] {
        if let Ok(body) = fs::read(folder.join(name)) {
            evidence.insert(url, Answer::Response { status: 200, body });
        }
    }
    let policy = Policy::default();
    let relationship = Relationship::AssertionMethod;
    let resolver = Resolver::new(&evidence, &policy, relationship, now());
    // A method that no document has: that it is not there says that the document is.
    match resolver.verification_method(&format!("{did}#no-such-key")) {
        Err(Reason::KeyNotListed { controller, .. }) => Ok(controller),
        Err(reason) => Err(reason),
        Ok(method) => panic!("{method:?}"),
    }
}
