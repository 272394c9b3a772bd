//! W3C's vectors for the two EdDSA suites over RDF: every intermediate value, then the outcome.

mod support;

use std::fs;
use std::path::Path;

use assay::Evidence;
use assay::jsonld;
use assay::policy::Bounds;
use assay::proof::{self, Proof, Secured};
use assay::resolve::verification_method;
use serde_json::Value;
use support::{corpus, object};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares one folder of values, whose file names end in `suffix`.
fn compare(folder: &Path, suffix: &str) {
    let document: Value =
        serde_json::from_str(&read(&folder.join(format!("signed{suffix}.json")))).unwrap();
    let document = object(&document);
    let mut unsecured = document.clone();
    let entry = unsecured.remove("proof").unwrap();
    let bounds = Bounds::default();
    let shape = jsonld::shape(&document, &bounds).unwrap();
    let proof = Proof::read(&entry).unwrap();
    let secured = Secured {
        unsecured: &unsecured,
        shape: &shape,
        bounds: &bounds,
    };
    let hashes = proof::hash_data(secured, &proof, &[]).unwrap();
    let [hashes] = hashes.as_slice() else {
        panic!("one set of contexts")
    };
    let value = |name: &str| read(&folder.join(format!("{name}{suffix}.txt")));
    assert_eq!(hashes.canonical_document, value("canonDoc"));
    assert_eq!(hex(&hashes.document_hash), value("docHash"));
    assert_eq!(hashes.canonical_proof, value("proofCanon"));
    assert_eq!(hex(&hashes.proof_hash), value("proofHash"));
    assert_eq!(hex(&hashes.bytes()), value("combinedHash"));
    assert_eq!(hex(&proof.signature), value("sigHex"));

    let method =
        verification_method(proof.verification_method, &Evidence::none(), &bounds).unwrap();
    let valid = proof::verify(secured, &proof, &[], &method.key.unwrap()).unwrap();
    assert_eq!(valid.gap(), None);
}

#[test]
fn eddsa_rdfc_2022() {
    let Some(corpus) = corpus("w3c-vc-di-eddsa/TestVectors") else {
        return;
    };
    compare(&corpus.join("eddsa-rdfc-2022"), "DataInt");
}

#[test]
fn eddsa_rdfc_2022_with_several_type_scoped_contexts() {
    let Some(corpus) = corpus("w3c-vc-di-eddsa/TestVectors") else {
        return;
    };
    compare(&corpus.join("eddsa-rdfc-2022/employ"), "DataInt");
}

#[test]
fn ed25519_signature_2020() {
    let Some(corpus) = corpus("w3c-vc-di-eddsa/TestVectors") else {
        return;
    };
    compare(&corpus.join("Ed25519Signature2020"), "EdSig");
}
