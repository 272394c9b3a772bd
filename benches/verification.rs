//! The whole verification of a rich badge, its parts, every algorithm, every suite, and tokens.

use std::hint::black_box;
use std::path::Path;

use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use assay::proof::Suite;
use assay::{
    Evidence, HashAlgorithm, Outcome, Policy, Question, Timestamp, jsonld, open, rdf, verify,
};
use criterion::{Criterion, criterion_group, criterion_main};
use signing::Secret;

fn verification(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let policy = Policy::default();
    let bounds = Bounds::default();
    let evidence = Evidence::none();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let opened = open(&bytes, &bounds).expect("a badge");
    let credential = opened.credentials.only().expect("one credential");
    let document = credential.document.clone();
    let shape = jsonld::shape(&document, &bounds).expect("the right form");
    let mut unsecured = document.clone();
    unsecured.remove("proof");
    let choices = jsonld::choices(&shape.contexts, bounds.snapshot_combinations);
    let newest = choices.first().expect("contexts");
    let quads = jsonld::statements(&unsecured, newest)
        .expect("statements")
        .quads;

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
    group.bench_function("JSON-LD to RDF", |bencher| {
        bencher.iter(|| jsonld::statements(black_box(&unsecured), newest));
    });
    group.bench_function("canonicalisation", |bencher| {
        bencher.iter(|| rdf::canonicalize(black_box(&quads), HashAlgorithm::Sha256, &bounds));
    });
    group.finish();
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
    // It defines the one suite whose type is its own.
    contexts.push("https://w3id.org/security/suites/ed25519-2020/v1".into());
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
        (Suite::Ed25519Signature2020, KeyKind::Ed25519),
        (Suite::EddsaJcs2022, KeyKind::Ed25519),
        (Suite::EddsaRdfc2022, KeyKind::Ed25519),
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

/// The same badge in a token, signed with each algorithm.
fn tokens(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let mut badge: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    badge.as_object_mut().expect("an object").remove("proof");
    let policy = Policy::default();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");

    let mut group = criterion.benchmark_group("tokens");
    for algorithm in Algorithm::ALL {
        let fits = |kind: &KeyKind| algorithm.fits(*kind);
        let kind = KeyKind::ALL.into_iter().find(fits).expect("a kind");
        let issuer = signing::Issuer::did_key_of("a benchmark", kind);
        badge["issuer"]["id"] = issuer.id().into();
        let header = serde_json::json!({"typ": "vc+jwt", "kid": issuer.method()});
        let token = issuer.token(algorithm, &header, &badge).expect("a token");
        let judge = || {
            let opened = open(black_box(token.as_bytes()), &policy.bounds).expect("a badge");
            let credential = opened.credentials.only().expect("one credential");
            verify(credential, &Evidence::none(), &policy, at)
        };
        let integrity = judge().checks.get(Question::Integrity).outcome;
        assert_eq!(integrity, Outcome::Pass, "{}", algorithm.name());
        group.bench_function(algorithm.name(), |bencher| bencher.iter(judge));
    }
    group.finish();
}

criterion_group!(benches, verification, signatures, suites, tokens);
criterion_main!(benches);
