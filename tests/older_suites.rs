//! Third-party credentials signed with suites that are older than Data Integrity: the verdict of each,
//! and where ours is stricter than the source's, why.

mod support;

use std::fs;
use std::path::Path;

use assay::jsonld;
use assay::policy::Bounds;
use assay::proof::{self, Proof, Secured};
use assay::resolve::ControlledDocument;
use assay::{Evidence, Policy, Question, Reason, open, verify};
use serde_json::{Map, Value};
use support::{corpus, expectations, now, object};

/// Verdict, and the codes of integrity and of the issuer's key.
fn codes(path: &Path) -> [&'static str; 3] {
    let policy = Policy::default();
    let opened = open(&fs::read(path).unwrap(), &policy.bounds);
    let opened = opened.unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
    let credential = opened.credentials.iter().flatten().next().unwrap();
    let report = verify(credential, &Evidence::none(), &policy, now());
    let code = |question| report.checks.get(question).reason.code();
    [
        report.verdict.code(),
        code(Question::Integrity),
        code(Question::IssuerKey),
    ]
}

const NOTHING: &str = "no-valid-signature";

/// Spruce's, `JsonWebSignature2020` all of them. The first six are attacks.
const SPRUCE: [(&str, [&str; 3], &str); 10] = [
    (
        "examples/files/vc-jws2020-bad-method.jsonld",
        ["unconfirmed", "inline-context", NOTHING],
        "an inline context gives assertionMethod another meaning",
    ),
    (
        "examples/files/vc-jws2020-bad-method-json.jsonld",
        ["invalid", "wrong-purpose", NOTHING],
        "an inline context gives authentication the meaning of assertionMethod",
    ),
    (
        "examples/files/vc-jws2020-bad-purpose.jsonld",
        ["unconfirmed", "inline-context", NOTHING],
        "an inline context gives proofPurpose another meaning",
    ),
    (
        "examples/files/vc-jws2020-bad-purpose-json.jsonld",
        ["unconfirmed", "malformed-proof", NOTHING],
        "an inline context gives another member the meaning of proofPurpose",
    ),
    (
        "examples/files/vc-jws2020-bad-type.jsonld",
        ["unconfirmed", "inline-context", NOTHING],
        "an inline context gives the suite's name another meaning",
    ),
    (
        "examples/files/vc-jws2020-bad-type-json.jsonld",
        ["unconfirmed", "unsupported-suite", NOTHING],
        "an inline context gives another name the suite's meaning",
    ),
    (
        "examples/files/vc-jws2020-inline-context.jsonld",
        ["unconfirmed", "inline-context", NOTHING],
        "the source calls it valid; an inline context is none of the known ones, whatever it says",
    ),
    (
        "examples/files/vc.jsonld",
        ["unconfirmed", "unsupported-did-method", NOTHING],
        "nobody serves documents of did:example",
    ),
    (
        "crates/status/examples/files/status_list_revocable_1.jsonld",
        ["invalid", "JsonWebSignature2020", "strangers-key"],
        "the signature holds, by a did:jwk that is not its issuer",
    ),
    (
        "crates/status/examples/files/local-status-list-credential.jsonld",
        ["unconfirmed", "JsonWebSignature2020", "no-issuer"],
        "the signature holds, and no issuer is named",
    ),
];

#[test]
fn spruce() {
    let Some(folder) = corpus("spruceid-ssi") else {
        return;
    };
    for (path, expected, reason) in SPRUCE {
        assert_eq!(codes(&folder.join(path)), expected, "{path}: {reason}");
    }
}

/// The signature that did:example keeps from being judged, with the key of Spruce's own document: RSA,
/// and the suite's context in the proof, under the name that it had first.
#[test]
fn a_signature_of_spruce_with_rsa() {
    let Some(folder) = corpus("spruceid-ssi") else {
        return;
    };
    let read = |path: &str| -> Value {
        let bytes = fs::read(folder.join(path)).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    };
    let document = object(&read("examples/files/vc.jsonld"));
    let mut unsecured = document.clone();
    let entry = unsecured.remove("proof").unwrap();
    let proof = Proof::read(&entry).unwrap();
    let foo = ControlledDocument::read(&read("tests/did-example-foo.json")).unwrap();
    let key = foo.method(proof.verification_method).unwrap().key.unwrap();
    let bounds = Bounds::default();
    let shape = jsonld::shape(&document, bounds.context_references).unwrap();
    let holds = |document: &Map<String, Value>| {
        let secured = Secured {
            document,
            left_out: None,
            shape: &shape,
            bounds: &bounds,
        };
        proof::verify(secured, &proof, &[], &key).map(|valid| valid.gap())
    };
    assert_eq!(holds(&unsecured), Ok(None));
    unsecured.insert("issuanceDate".into(), "2020-01-01T00:00:00Z".into());
    let mechanism = proof.suite.into();
    assert_eq!(
        holds(&unsecured),
        Err(Reason::SignatureMismatch { mechanism })
    );
}

/// The tests of issuers' interfaces, `Ed25519Signature2018` of 2021: each is about a card of residence, a
/// vaccination, a trade or W3C's old examples, in words that no badge uses and that are not bundled.
/// What is not known is not established, though the collector found some of them valid.
#[test]
fn credentials_in_other_words_than_a_badge() {
    let Some(folder) = corpus("vc-api-test-suite") else {
        return;
    };
    let mut count = 0;
    for [path, ..] in expectations(&folder) {
        if path.contains("/verifiableCredentials/") {
            let expected = ["unconfirmed", "unknown-context", NOTHING];
            assert_eq!(codes(&folder.join(&path)), expected, "{path}");
            count += 1;
        }
    }
    assert_eq!(count, 14);
}

/// The suite's own example, in W3C's old words for examples, which would let a badge hide members.
#[test]
fn the_example_of_json_web_signature_2020() {
    let Some(folder) = corpus("did-jwk-web") else {
        return;
    };
    let expected = ["unconfirmed", "unknown-context", NOTHING];
    assert_eq!(codes(&folder.join("vc-jws-2020.08.json")), expected);
}
