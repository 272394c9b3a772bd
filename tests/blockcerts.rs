//! Blockcerts: certificates anchored in a blockchain, of which no version can be checked here. Each
//! is told for what it is, and none is taken for good or bad.

mod support;

use std::fs;

use assay::credential::NotACredential;
use assay::present::english;
use assay::{Evidence, Outcome, Policy, Question, open, verify};
use support::{corpus, now};

const OLD: &str = "not-a-credential";

/// File, format, and what keeps it from being confirmed.
const EXAMPLES: [(&str, &str, &str); 19] = [
    // Version 1 is a form of its own.
    ("examples/1.1/sample_signed_cert-1.1.json", "", OLD),
    ("examples/1.1/sample_unsigned_cert-1.1.json", "", OLD),
    ("examples/1.2/sample_invalid_cert-1.2.json", "", OLD),
    ("examples/1.2/sample_signed_cert-1.2.json", "", OLD),
    (
        "examples/1.2/sample_signed_cert_multiple_signers-1.2.json",
        "",
        OLD,
    ),
    ("examples/1.2/sample_unsigned_cert-1.2.json", "", OLD),
    // Version 2 is an Open Badge 2.0 with MerkleProof2017 for its way of being verified.
    (
        "examples/2.0-alpha/sample_valid.json",
        "ob2",
        "unsupported-suite",
    ),
    (
        "examples/2.0-alpha/tampered_unmapped_fields.json",
        "ob2",
        "unsupported-suite",
    ),
    (
        "examples/2.0-alpha/tampered_unmapped_fields_vocab.json",
        "ob2",
        "unsupported-suite",
    ),
    (
        "examples/2.0/bbba8553-8ec1-445f-82c9-a57251dd731c.json",
        "ob2",
        "unsupported-suite",
    ),
    ("examples/2.1/sample_valid.json", "ob2", "unsupported-suite"),
    (
        "examples/2.1/tampered_unmapped_fields.json",
        "ob2",
        "unsupported-suite",
    ),
    (
        "examples/2.1/tampered_unmapped_fields_vocab.json",
        "ob2",
        "unsupported-suite",
    ),
    // Version 3 is a W3C credential with MerkleProof2019.
    (
        "examples/3.0/bbba8553-8ec1-445f-82c9-a57251dd731c.json",
        "vc",
        "unsupported-suite",
    ),
    ("examples/3.0/cert-no-proof.json", "vc", "no-proof"),
    // Its first proof is by a suite that is known, under a context that is not.
    (
        "examples/3.1/example.3.1.multisigned.json",
        "vc",
        "unknown-context",
    ),
    ("tests/fixtures/ed25519Context.json", "", "not-a-credential"),
    (
        "tests/normalization/v3/fixtures/v3-custom-context.json",
        "vc",
        "no-proof",
    ),
    // A certificate that brings its own HTML along, which is shown to nobody.
    (
        "tests/normalization/v3/fixtures/v3-display-html.json",
        "vc",
        "no-proof",
    ),
];

#[test]
fn each_version_is_told_for_what_it_is() {
    let Some(root) = corpus("blockcerts-cert-schema") else {
        return;
    };
    for (file, format, code) in EXAMPLES {
        let bytes = fs::read(root.join(file)).unwrap();
        let opened = match open(&bytes, &Policy::default().bounds) {
            Ok(opened) => opened,
            Err(why) => {
                assert_eq!(("", why.code()), (format, code), "{file}");
                continue;
            }
        };
        let credential = opened.credentials.only().unwrap();
        let report = verify(credential, &Evidence::none(), &Policy::default(), now());
        let integrity = report.checks.get(Question::Integrity);
        let found = (credential.format.code(), integrity.reason.code());
        assert_eq!(found, (format, code), "{file}");
        assert_eq!(report.verdict.code(), "unconfirmed", "{file}");
        assert!(matches!(
            integrity.outcome,
            Outcome::Absent | Outcome::Unknown
        ));
        if code == "unsupported-suite" {
            let detail = english::detail(integrity);
            assert!(detail.contains("MerkleProof"), "{file}: {detail}");
            assert!(english::next_step(&integrity.reason).is_some());
        }
    }
}

#[test]
fn the_first_version_has_a_message_of_its_own() {
    let certificate = br#"{"assertion": {}, "certificate": {}, "verify": {}, "recipient": {}}"#;
    let why = open(certificate, &Policy::default().bounds).expect_err("no credential");
    let expected = assay::Unreadable::NotACredential(NotACredential::OlderBlockcert);
    assert_eq!(why, expected);
    assert!(english::unreadable(&why).contains("Blockcerts"));
}
