//! The whole verification of a rich badge, its parts, every algorithm and every suite.

use std::hint::black_box;
use std::path::Path;
use std::thread;

use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use assay::proof::Suite;
use assay::{
    Evidence, HashAlgorithm, Outcome, Policy, Question, Timestamp, jsonld, open, rdf, verify,
};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Map, Value};
use signing::Secret;

fn verification(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let policy = Policy::default();
    let bounds = Bounds::default();
    let evidence = Evidence::none();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let opened = open(&bytes, &bounds).expect("a badge");
    assert!(opened.credentials.only().is_some(), "one credential");
    let mut group = criterion.benchmark_group("rich badge");
    group.bench_function("whole: bytes to report", |bencher| {
        bencher.iter(|| {
            let opened = open(black_box(&bytes), &bounds).expect("a badge");
            verify(
                opened.credentials.only().expect("one credential"),
                &evidence,
                &policy,
                at,
            )
        });
    });
    group.bench_function("parse: bytes to credential", |bencher| {
        bencher.iter(|| open(black_box(&bytes), &bounds));
    });
    group.finish();
}

/// What is done for each document that is signed by its statements, contexts being known and not.
fn statements(criterion: &mut Criterion) {
    let bounds = Bounds::default();
    let rich = sample("rich-genuine.json");
    for (name, document) in [
        ("minimal badge", sample("minimal.json")),
        ("rich badge", rich.clone()),
        ("record of twenty", record(&rich)),
    ] {
        let shape = jsonld::shape(&document, bounds.context_references).expect("the right form");
        let choices = jsonld::choices(&shape.contexts, 1);
        let newest = choices.first().expect("contexts");
        let convert = || jsonld::statements(&document, newest).expect("statements");
        let quads = convert().quads;
        let mut group = criterion.benchmark_group(format!("statements of a {name}"));
        group.bench_function(
            format!("JSON-LD to RDF, {} quads", quads.len()),
            |bencher| {
                bencher.iter(convert);
            },
        );
        group.bench_function("JSON-LD to RDF, contexts worked out anew", |bencher| {
            // A thread has none yet.
            bencher.iter(|| thread::scope(|scope| scope.spawn(|| convert().quads.len()).join()));
        });
        group.bench_function("canonicalisation", |bencher| {
            let hash = HashAlgorithm::Sha256;
            bencher
                .iter(|| rdf::canonicalize(black_box(&quads), hash, bounds.canonicalization_steps));
        });
        group.finish();
    }
}

/// A sample without its proof.
fn sample(name: &str) -> Map<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let bytes = std::fs::read(folder.join(name)).expect("the sample");
    let mut document: Map<String, Value> = serde_json::from_slice(&bytes).expect("JSON");
    document.remove("proof");
    document
}

/// A record of twenty credentials like `badge`.
fn record(badge: &Map<String, Value>) -> Map<String, Value> {
    let credentials = (0..20).map(|number| {
        let mut badge = badge.clone();
        badge.insert("id".into(), format!("urn:badge:{number}").into());
        Value::Object(badge)
    });
    let mut record = badge.clone();
    let contexts = record.get_mut("@context").and_then(Value::as_array_mut);
    let clr = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
    contexts.expect("contexts").push(clr.into());
    let subject = serde_json::json!({
        "type": "ClrSubject",
        "verifiableCredential": credentials.collect::<Vec<_>>(),
    });
    record.insert("credentialSubject".into(), subject);
    record
}

/// A signature over 64 bytes, which a proof's hashes are, by each algorithm.
fn signatures(criterion: &mut Criterion) {
    let message = [7; 64];
    let mut group = criterion.benchmark_group("signatures");
    for algorithm in Algorithm::ALL {
        let fits = |kind: &KeyKind| algorithm.fits(*kind);
        let kind = KeyKind::ALL.into_iter().find(fits).expect("a kind");
        let secret = Secret::of("a benchmark", kind).expect("a secret key");
        let key = secret.public().expect("a key");
        let signature = secret.sign(algorithm, &message).expect("a signature");
        let verifies = || key.verifies(algorithm, black_box(&message), &signature);
        assert!(verifies(), "{}", algorithm.name());
        group.bench_function(algorithm.name(), |bencher| bencher.iter(verifies));
    }
    group.finish();
}

/// The same badge, signed in each way that there is.
fn suites(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let mut unsigned: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    let members = unsigned.as_object_mut().expect("an object");
    members.remove("proof");
    let contexts = members.get_mut("@context").expect("contexts");
    let contexts = contexts.as_array_mut().expect("a list");
    // They define the suites whose types are their own.
    for context in ["ed25519-2018/v1", "ed25519-2020/v1", "jws-2020/v1"] {
        contexts.push(format!("https://w3id.org/security/suites/{context}").into());
    }
    let policy = Policy::default();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");

    let mut group = criterion.benchmark_group("suites");
    for (suite, kind) in [
        (Suite::Bbs2023, KeyKind::Bls12381G2),
        (Suite::EcdsaJcs2019, KeyKind::P256),
        (Suite::EcdsaJcs2019, KeyKind::P384),
        (Suite::EcdsaRdfc2019, KeyKind::P256),
        (Suite::EcdsaRdfc2019, KeyKind::P384),
        (Suite::EcdsaSd2023, KeyKind::P256),
        (Suite::Ed25519Signature2018, KeyKind::Ed25519),
        (Suite::Ed25519Signature2020, KeyKind::Ed25519),
        (Suite::EddsaJcs2022, KeyKind::Ed25519),
        (Suite::EddsaRdfc2022, KeyKind::Ed25519),
        (Suite::JsonWebSignature2020, KeyKind::Ed25519),
        (Suite::JsonWebSignature2020, KeyKind::Rsa),
        (Suite::JsonWebSignature2020, KeyKind::Secp256k1),
    ] {
        let issuer = signing::Issuer::did_key_of("a benchmark", kind);
        unsigned["issuer"]["id"] = issuer.id().into();
        let badge = issuer.sign_with(unsigned.clone(), signing::members(suite));
        let bytes = badge.expect("a signed badge").to_string();
        let opened = open(bytes.as_bytes(), &policy.bounds).expect("a badge");
        let judge = || {
            verify(
                opened.credentials.only().expect("one credential"),
                &Evidence::none(),
                &policy,
                at,
            )
        };
        let integrity = judge().checks.get(Question::Integrity).outcome;
        assert_eq!(integrity, Outcome::Pass, "{}", suite.name());
        let name = format!("{}, {}", suite.name(), kind.name());
        group.bench_function(name, |bencher| bencher.iter(judge));
    }
    group.finish();
}

/// The same badge in a token, by each algorithm; one of them with disclosures.
fn tokens(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let mut payload: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    payload.as_object_mut().expect("an object").remove("proof");
    let policy = Policy::default();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");

    let mut group = criterion.benchmark_group("tokens");
    for algorithm in Algorithm::ALL {
        let fits = |kind: &KeyKind| algorithm.fits(*kind);
        let kind = KeyKind::ALL.into_iter().find(fits).expect("a kind");
        let issuer = signing::Issuer::did_key_of("a benchmark", kind);
        payload["issuer"]["id"] = issuer.id().into();
        for (typ, end) in [("vc+jwt", ""), ("vc+sd-jwt", "~")] {
            let header = serde_json::json!({"typ": typ, "kid": issuer.method()});
            let token = issuer.token(algorithm, &header, &payload).expect("a token");
            let token = format!("{token}{end}");
            let whole = || {
                let opened = open(token.as_bytes(), &policy.bounds).expect("a badge");
                let credential = opened.credentials.only().expect("one credential");
                verify(credential, &Evidence::none(), &policy, at)
            };
            let integrity = whole().checks.get(Question::Integrity).outcome;
            assert_eq!(integrity, Outcome::Pass, "{typ} {}", algorithm.name());
            let name = format!("{typ}, {}", algorithm.name());
            group.bench_function(name, |bencher| bencher.iter(whole));
        }
    }
    group.finish();
}

criterion_group!(
    benches,
    verification,
    statements,
    signatures,
    suites,
    tokens
);
criterion_main!(benches);
