//! Third-party presentations: what each of their credentials comes to, and their holder's proof.

use std::fs;

use assay::Evidence;

use crate::made::judge_bytes;
use crate::support::corpus;

/// A file, the verdicts on its credentials, the outcome and code of its holder's proof, and why it is
/// so. A file that holds no credential has one verdict and no proof.
type Row = (
    &'static str,
    &'static [&'static str],
    Option<(&'static str, &'static str)>,
    &'static str,
);

const NO_PROOF: Option<(&str, &str)> = Some(("absent", "no-proof"));
const NO_CREDENTIAL: &[&str] = &["unreadable: no-credentials"];
const UNSIGNED: &[&str] = &["unconfirmed"];

/// The tests of the data model are unsigned: nothing can be confirmed, however well-formed.
const DATA_MODEL: [Row; 25] = [
    ("context-combo1-ok", UNSIGNED, NO_PROOF, "unsigned"),
    ("context-combo2-ok", UNSIGNED, NO_PROOF, "unsigned"),
    ("context-order-fail", NO_CREDENTIAL, None, "carries none"),
    (
        "enveloped-vc-missing-type-fail",
        &["unreadable: not-a-credential"],
        NO_PROOF,
        "an envelope by its looks, and not by its type",
    ),
    (
        "enveloped-vc-ok",
        UNSIGNED,
        NO_PROOF,
        "a token of nobody that can be looked up",
    ),
    (
        "holder-fail",
        UNSIGNED,
        NO_PROOF,
        "a holder that is no URL is a claim like another",
    ),
    (
        "holder-name-fail",
        UNSIGNED,
        NO_PROOF,
        "a holder without identifier is none",
    ),
    (
        "holder-object-fail",
        UNSIGNED,
        NO_PROOF,
        "a holder that is no URL is a claim like another",
    ),
    ("holder-object-ok", UNSIGNED, NO_PROOF, "unsigned"),
    ("holder-ok", UNSIGNED, NO_PROOF, "unsigned"),
    (
        "id-ok",
        NO_CREDENTIAL,
        None,
        "carries none, which the model allows",
    ),
    (
        "missing-base-context-fail",
        NO_CREDENTIAL,
        None,
        "carries none",
    ),
    (
        "missing-required-type-fail",
        &["unreadable: not-a-credential"],
        None,
        "not a presentation by its type",
    ),
    (
        "multiple-vc-ok",
        &["unconfirmed", "unconfirmed"],
        NO_PROOF,
        "unsigned",
    ),
    (
        "no-context-fail-or-inject",
        NO_CREDENTIAL,
        None,
        "carries none",
    ),
    (
        "no-type-fail",
        &["unreadable: not-a-credential"],
        None,
        "not a presentation by its type",
    ),
    (
        "ok",
        NO_CREDENTIAL,
        None,
        "carries none, which the model allows",
    ),
    (
        "optional-type-ok",
        NO_CREDENTIAL,
        None,
        "carries none, which the model allows",
    ),
    (
        "self-asserted-vc-holder-mismatch",
        UNSIGNED,
        NO_PROOF,
        "unsigned",
    ),
    (
        "self-asserted-vc-issuer-mismatch",
        UNSIGNED,
        NO_PROOF,
        "unsigned",
    ),
    ("self-asserted-vc-no-holder", UNSIGNED, NO_PROOF, "unsigned"),
    ("self-asserted-vc-ok", UNSIGNED, NO_PROOF, "unsigned"),
    (
        "vc-as-string-fail",
        UNSIGNED,
        NO_PROOF,
        "a token, as data model 1.1 allows it",
    ),
    (
        "vc-missing-required-type-fail",
        UNSIGNED,
        NO_PROOF,
        "a credential by its subject; unsigned",
    ),
    ("vc-ok", UNSIGNED, NO_PROOF, "unsigned"),
];

fn check(rows: &[Row], path: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    for (name, verdicts, proof, why) in rows {
        let path = path(name);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (actual, holder) = match judge_bytes(&bytes, &Evidence::none()) {
            Ok(judged) => judged,
            Err(error) => (vec![format!("unreadable: {}", error.code())], None),
        };
        let holder = holder.map(|holder| (holder.outcome.code(), holder.reason.code()));
        if (&actual, &holder) != (&own(verdicts), proof) {
            wrong.push(format!("{name}: {actual:?} {holder:?} ({why})"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn own(verdicts: &[&str]) -> Vec<String> {
    verdicts
        .iter()
        .map(|verdict| (*verdict).to_owned())
        .collect()
}

#[test]
fn w3c_data_model() {
    let Some(folder) = corpus("w3c-vc-data-model-2.0-test-suite/tests/input") else {
        return;
    };
    let files = fs::read_dir(&folder).unwrap();
    let is_presentation = |name: &str| name.starts_with("presentation-");
    let count = files
        .filter(|entry| is_presentation(entry.as_ref().unwrap().file_name().to_str().unwrap()))
        .count();
    assert_eq!(count, DATA_MODEL.len());
    check(&DATA_MODEL, |name| {
        let file = folder.join(format!("presentation-{name}.json"));
        file.display().to_string()
    });
}

/// Real presentations of older suites, whose signatures hold.
const OLDER: [Row; 4] = [
    (
        "vc-api-test-suite/packages/vc-http-api-test-server/__fixtures__/verifiablePresentations/case-1.json",
        UNSIGNED,
        Some(("unknown", "unknown-context")),
        "its credential's context, the old collection of examples, is not bundled",
    ),
    (
        "vc-api-test-suite/packages/vc-http-api-test-server/__fixtures__/verifiablePresentations/case-2.json",
        UNSIGNED,
        Some(("unknown", "unknown-context")),
        "its credential's context, the old collection of examples, is not bundled",
    ),
    (
        "spruceid-ssi/examples/files/vp.jsonld",
        UNSIGNED,
        Some(("unknown", "unsupported-did-method")),
        "nobody serves documents of did:example",
    ),
    (
        "spruceid-ssi/tests/lds-ed25519-2020-vp0.jsonld",
        UNSIGNED,
        Some(("unknown", "unknown-context")),
        "its credential's context, the old collection of examples, is not bundled",
    ),
];

#[test]
fn older_suites() {
    let Some(folder) = corpus("") else { return };
    check(&OLDER, |name| folder.join(name).display().to_string());
}

/// An https holder, whose set of keys is not at hand.
const NOT_FETCHED: Option<(&str, &str)> = Some(("unknown", "not-fetched"));
const DID_EXAMPLE: Option<(&str, &str)> = Some(("unknown", "unsupported-did-method"));
const ES512: Option<(&str, &str)> = Some(("unknown", "unsupported-suite"));

/// Presentations in tokens, and of tokens.
const TOKENS: [Row; 13] = [
    (
        "spruceid-ssi/examples/files/vp.jwt",
        UNSIGNED,
        DID_EXAMPLE,
        "a vp claim, the credential linked data",
    ),
    (
        "spruceid-ssi/examples/files/vp-jwtvc.jwt",
        UNSIGNED,
        DID_EXAMPLE,
        "a vp claim, the credential a token",
    ),
    (
        "spruceid-ssi/examples/files/vp-jwtvc.jsonld",
        UNSIGNED,
        DID_EXAMPLE,
        "linked data by a did:example, the credential a token",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-jose-multiple.txt",
        &[
            "unconfirmed",
            "unconfirmed",
            "unreadable: envelope-media-type",
        ],
        NOT_FETCHED,
        "a token, an SD-JWT and COSE, which is not read",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-multiple.json",
        &[
            "unconfirmed",
            "unconfirmed",
            "unreadable: envelope-media-type",
        ],
        NO_PROOF,
        "the same, unsigned",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-jose-bad-credential.txt",
        &["unreadable: envelope-without-content"],
        NOT_FETCHED,
        "an envelope without a data: URL",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-jose-bad-media-type.txt",
        &["unreadable: not-a-credential"],
        NOT_FETCHED,
        "what is enveloped is no token; its typ is for the signature's check",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-single.json",
        &["unreadable: not-a-credential"],
        NO_PROOF,
        "what is enveloped is no token",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-selective.json",
        UNSIGNED,
        NO_PROOF,
        "an SD-JWT in an unsigned presentation",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-sdjwt-selective.txt",
        UNSIGNED,
        NOT_FETCHED,
        "an SD-JWT, its type and holder disclosed",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-sdjwt-bad-credential.txt",
        &["unreadable: envelope-without-content"],
        ES512,
        "an envelope without a data: URL",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-sdjwt-bad-media-type.txt",
        &["unreadable: envelope-without-content"],
        NOT_FETCHED,
        "an envelope without a data: URL; its typ is for the signature's check",
    ),
    (
        "w3c-vc-jose-cose-test-suite/tests/input/presentation-cose-single.txt",
        &["unreadable: unsupported-file"],
        None,
        "COSE is not read",
    ),
];

#[test]
fn tokens() {
    let Some(folder) = corpus("") else { return };
    check(&TOKENS, |name| folder.join(name).display().to_string());
}
