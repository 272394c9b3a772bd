//! Any schema, held against any document: it is applied within bounds, or refused.
#![no_main]

use assay::credential::read;
use assay::evidence::Answer;
use assay::{Evidence, Outcome, Policy, Question, Timestamp, verify};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const URL: &str = "https://schema.example/a.json";

fuzz_target!(|bytes: &[u8]| {
    // A line each: the document's subject, and the schema.
    let mut lines = bytes.splitn(2, |byte| *byte == b'\n');
    let subject = lines.next().unwrap_or_default();
    let subject: Value = serde_json::from_slice(subject).unwrap_or_default();
    let credential = read(json!({
        "type": "VerifiableCredential",
        "credentialSubject": subject,
        "credentialSchema": {"id": URL, "type": "1EdTechJsonSchemaValidator2019"},
    }));
    let (Ok(credential), Some(now)) = (credential, Timestamp::from_unix_seconds(1_700_000_000))
    else {
        return;
    };
    let mut evidence = Evidence::none();
    let body = lines.next().unwrap_or_default().to_vec();
    evidence.insert(URL, Answer::Response { status: 200, body });
    let report = verify(&credential, &evidence, &Policy::default(), now);
    let outcome = report.checks.get(Question::Schema).outcome;
    assert!(matches!(
        outcome,
        Outcome::Pass | Outcome::Fail | Outcome::Unknown
    ));
});
