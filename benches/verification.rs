//! The whole verification of a rich badge, and its parts.

use std::hint::black_box;
use std::path::Path;

use assay::policy::Bounds;
use assay::proof::{self, Proof, Secured};
use assay::resolve::verification_method;
use assay::{Evidence, Policy, Timestamp, jsonld, open, rdf, verify};
use criterion::{Criterion, criterion_group, criterion_main};

fn verification(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/rich-genuine.json");
    let bytes = std::fs::read(path).expect("the sample");
    let policy = Policy::default();
    let bounds = Bounds::default();
    let evidence = Evidence::none();
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let credential = open(&bytes, &bounds).expect("a badge").credential;
    let document = credential.document.clone();
    let shape = jsonld::shape(&document, &bounds).expect("the right form");
    let mut unsecured = document.clone();
    let entry = unsecured.remove("proof").expect("a proof");
    let choices = jsonld::choices(&shape.contexts, bounds.snapshot_combinations);
    let newest = choices.first().expect("contexts");
    let quads = jsonld::statements(&unsecured, newest)
        .expect("statements")
        .quads;
    let proof = Proof::read(&entry).expect("a proof");
    let method = verification_method(proof.verification_method, &evidence, &bounds);
    let key = method.expect("a method").key.expect("a key");
    let secured = Secured {
        unsecured: &unsecured,
        shape: &shape,
        bounds: &bounds,
    };
    let hashes = proof::hash_data(secured, &proof, &[]).expect("hashes");
    let message = hashes.first().expect("contexts").bytes();
    let assay::key::PublicKey::Ed25519(ed25519) = &key;
    let signature = ed25519_dalek::Signature::from_bytes(&proof.signature);

    let mut group = criterion.benchmark_group("rich badge");
    group.bench_function("whole: bytes to report", |bencher| {
        bencher.iter(|| {
            let opened = open(black_box(&bytes), &bounds).expect("a badge");
            verify(&opened.credential, &evidence, &policy, at)
        });
    });
    group.bench_function("parse: bytes to credential", |bencher| {
        bencher.iter(|| open(black_box(&bytes), &bounds));
    });
    group.bench_function("JSON-LD to RDF", |bencher| {
        bencher.iter(|| jsonld::statements(black_box(&unsecured), newest));
    });
    group.bench_function("canonicalisation", |bencher| {
        bencher.iter(|| rdf::canonicalize(black_box(&quads), &bounds));
    });
    group.bench_function("Ed25519", |bencher| {
        bencher.iter(|| ed25519.verify_strict(black_box(&message), &signature));
    });
    group.finish();
}

criterion_group!(benches, verification);
criterion_main!(benches);
