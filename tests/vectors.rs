//! W3C's vectors for the suites of Data Integrity: every intermediate value, then the outcome.

mod support;

use std::fs;
use std::path::Path;

use assay::jsonld;
use assay::policy::Bounds;
use assay::proof::{self, Proof, Secured};
use serde_json::Value;
use support::{corpus, object, verification_method};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder of the vectors, and what its file names end in.
const VECTORS: [(&str, &str); 10] = [
    ("w3c-vc-di-eddsa/TestVectors/Ed25519Signature2020", "EdSig"),
    ("w3c-vc-di-eddsa/TestVectors/eddsa-jcs-2022", "JCS"),
    ("w3c-vc-di-eddsa/TestVectors/eddsa-rdfc-2022", "DataInt"),
    // Several type-scoped contexts.
    (
        "w3c-vc-di-eddsa/TestVectors/eddsa-rdfc-2022/employ",
        "DataInt",
    ),
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p256",
        "JCSECDSAP256",
    ),
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p384",
        "JCSECDSAP384",
    ),
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p256",
        "ECDSAP256",
    ),
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p256/employ",
        "ECDSAP256",
    ),
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p384",
        "ECDSAP384",
    ),
    // Several blank nodes: RDFC-1.0 has to hash with SHA-384 itself.
    (
        "w3c-vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p384/employ",
        "ECDSAP384",
    ),
];

#[test]
fn every_value_of_every_vector() {
    for (path, suffix) in VECTORS {
        if let Some(folder) = corpus(path) {
            println!("{path}");
            compare(&folder, suffix);
        }
    }
}

/// Compares one folder of values, whose file names end in `suffix`.
fn compare(folder: &Path, suffix: &str) {
    let document: Value =
        serde_json::from_str(&read(&folder.join(format!("signed{suffix}.json")))).unwrap();
    let document = object(&document);
    let mut unsecured = document.clone();
    let entry = unsecured.remove("proof").unwrap();
    let bounds = Bounds::default();
    let shape = jsonld::shape(&document, bounds.context_references).unwrap();
    let proof = Proof::read(&entry).unwrap();
    let secured = Secured {
        document: &unsecured,
        left_out: None,
        shape: &shape,
        bounds: &bounds,
    };
    let method = verification_method(proof.verification_method).unwrap();
    let key = method.key.unwrap();
    let hashes = proof::hash_data(secured, &proof, &[], key.kind()).unwrap();
    let [hashes] = hashes.as_slice() else {
        panic!("one set of contexts")
    };
    let value = |name: &str| read(&folder.join(format!("{name}{suffix}.txt")));
    assert_eq!(hashes.canonical_document, value("canonDoc"));
    assert_eq!(hex(&hashes.document_hash), value("docHash"));
    assert_eq!(hashes.canonical_proof, value("proofCanon"));
    assert_eq!(hex(&hashes.proof_hash), value("proofHash"));
    assert_eq!(hex(&hashes.bytes()), value("combinedHash"));
    assert_eq!(hex(&proof.value), value("sigHex"));

    let valid = proof::verify(secured, &proof, &[], &key).unwrap();
    assert_eq!(valid.gap(), None);
}
