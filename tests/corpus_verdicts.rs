//! Third-party credentials signed with suites of Data Integrity: the verdict of each, and where
//! ours is stricter than the source's, why.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assay::evidence::Answer;
use assay::jsonld;
use assay::key::multikey;
use assay::policy::Bounds;
use assay::proof::{self, Proof, Secured};
use assay::resolve::document_url;
use assay::{Evidence, Reason};
use serde_json::Value;
use support::{corpus, expectations, object, verdict};

/// What a source's expectation comes to here. A source that calls a credential valid has checked
/// less than `genuine` says: with no registry given, `unlisted` is the best there is.
fn ours(path: &str, expected: &str, json: &str) -> &'static str {
    match expected {
        "valid" if json.contains("\"credentialStatus\"") => "status-unknown",
        "valid" => "unlisted",
        // Their list is another issuer's (`tests/status/corpus.rs`), so of a revoked and expired badge
        // the expiry is seen.
        "invalid" if path.contains("-expired") => "expired",
        "invalid" if path.contains("revoked") => "status-unknown",
        other => panic!("{path}: {other}"),
    }
}

/// Digital Credentials Consortium: where our verdict is not what [`ours`] says.
const DCC_DIFFERENCES: [(&str, &str, &str); 1] = [(
    "verifiableCredentials/v1/ed25519/didKey/legacy-noStatus-noExpiry.json",
    "unreadable",
    "the published file is empty",
)];

/// The DID documents that the fixtures' README and the collector give.
fn dcc_evidence(folder: &Path) -> Evidence {
    let mut evidence = Evidence::none();
    for name in ["legacy", "oidf"] {
        let did = format!("did:web:digitalcredentials.github.io:vc-test-fixtures:dids:{name}");
        let body = fs::read(folder.join("dids").join(name).join("did.json")).unwrap();
        evidence.insert(
            document_url(&did).unwrap(),
            Answer::Response { status: 200, body },
        );
    }
    evidence
}

#[test]
fn digital_credentials_consortium() {
    let Some(folder) = corpus("dcc-vc-test-fixtures") else {
        return;
    };
    let evidence = dcc_evidence(&folder);
    let differences: BTreeMap<&str, &str> = DCC_DIFFERENCES
        .iter()
        .map(|(path, verdict, _)| (*path, *verdict))
        .collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for [path, expected, ..] in expectations(&folder) {
        if !path.starts_with("verifiableCredentials/") {
            continue; // status lists, which are no badges
        }
        let bytes = fs::read(folder.join(&path)).unwrap();
        let expected = match differences.get(path.as_str()) {
            Some(verdict) => verdict,
            None => ours(&path, &expected, &String::from_utf8_lossy(&bytes)),
        };
        let actual = verdict(&bytes, &evidence);
        count += 1;
        if actual != expected {
            wrong.push(format!("{path}: {actual}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(count, 45);
}

/// W3C's own signed documents. Their signatures hold; their issuers have no keys.
const W3C: [(&str, &str, &str); 16] = [
    (
        "eddsa/TestVectors/Ed25519Signature2020/signedEdSig.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "eddsa/TestVectors/eddsa-jcs-2022/signedJCS.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "eddsa/TestVectors/eddsa-rdfc-2022/signedDataInt.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "eddsa/TestVectors/eddsa-rdfc-2022/employ/signedDataInt.json",
        "invalid",
        "the issuer is a did:key, and the signature is by another did:key",
    ),
    (
        "eddsa/TestVectors/proof-set-chain/signedProofSet1.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "eddsa/TestVectors/proof-set-chain/signedProofSet2.json",
        "unconfirmed",
        "an https issuer and did:keys that nothing links to it",
    ),
    (
        "eddsa/TestVectors/proof-set-chain/signedProofChain1.json",
        "unconfirmed",
        "an https issuer and did:keys that nothing links to it",
    ),
    (
        "eddsa/TestVectors/proof-set-chain/signedProofChain2.json",
        "unconfirmed",
        "an https issuer and did:keys that nothing links to it",
    ),
    (
        "ecdsa/TestVectors/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "ecdsa/TestVectors/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "ecdsa/TestVectors/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "ecdsa/TestVectors/ecdsa-rdfc-2019-p256/employ/signedECDSAP256.json",
        "invalid",
        "the issuer is a did:key, and the signature is by another did:key",
    ),
    (
        "ecdsa/TestVectors/ecdsa-rdfc-2019-p384/signedECDSAP384.json",
        "unconfirmed",
        "an https issuer and a did:key that nothing links to it",
    ),
    (
        "ecdsa/TestVectors/ecdsa-rdfc-2019-p384/employ/signedECDSAP384.json",
        "invalid",
        "the issuer is a did:key, and the signature is by another did:key",
    ),
    (
        "ecdsa/TestVectors/ecdsa-sd-2023/employ/derivedRevealDocument.json",
        "invalid",
        "the issuer is a did:key, and the signature is by another did:key",
    ),
    (
        "ecdsa/TestVectors/ecdsa-sd-2023/prc/derivedRevealDocument.json",
        "invalid",
        "the issuer is a did:key, and the signature is by another did:key",
    ),
];

#[test]
fn w3c_vectors() {
    for (path, expected, reason) in W3C {
        let (name, path) = path.split_once('/').unwrap();
        let Some(folder) = corpus(&format!("w3c-vc-di-{name}")) else {
            continue;
        };
        let bytes = fs::read(folder.join(path)).unwrap();
        assert_eq!(
            verdict(&bytes, &Evidence::none()),
            expected,
            "{path}: {reason}"
        );
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        for (index, signature) in signatures(&document).into_iter().enumerate() {
            assert_eq!(signature, Ok(()), "{path}, proof {index}");
        }
    }
}

/// 1EdTech's credentials: their validator takes the key from the fragment of an https URL, which
/// proves nothing about the issuer. We come to no more than `unconfirmed` on any, and agree with the
/// collector on the arithmetic of every signature.
#[test]
fn one_edtech() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let mut compared = 0;
    for [path, _, _, _, observed] in expectations(&folder) {
        let is_ours = path.contains("/ob30/") && path.ends_with(".json");
        if !is_ours || !observed.contains("key-from-fragment") {
            continue;
        }
        let bytes = fs::read(folder.join(&path)).unwrap();
        let verdict = verdict(&bytes, &Evidence::none());
        assert!(
            ["unconfirmed", "invalid"].contains(&verdict.as_str()),
            "{path}: {verdict}"
        );
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        let signatures = signatures(&document);
        let last = signatures.last().unwrap();
        if observed.contains("=OK") {
            assert_eq!(last, &Ok(()), "{path}");
        } else {
            assert!(last.is_err(), "{path}");
        }
        compared += 1;
    }
    // Folders without a network or a document to ask have no entry.
    println!("{compared} signatures compared");
    assert!(compared >= 25, "{compared}");
}

/// Whether each proof's signature holds under the key in its verification method's fragment.
///
/// For comparing arithmetic alone: a verifier that did this would accept anybody.
fn signatures(document: &Value) -> Vec<Result<(), Reason>> {
    let document = object(document);
    let bounds = Bounds::default();
    let mut unsecured = document.clone();
    let entries = unsecured.remove("proof").unwrap();
    let entries = match entries {
        Value::Array(entries) => entries,
        single => vec![single],
    };
    let proofs: Vec<_> = entries.iter().map(Proof::read).collect();
    let judge = |proof: &Result<Proof<'_>, Reason>| {
        let proof = proof.as_ref().map_err(Clone::clone)?;
        let shape = jsonld::shape(&document, bounds.context_references).map_err(|error| {
            Reason::InvalidJsonLd {
                problem: format!("{error:?}"),
            }
        })?;
        let secured = Secured {
            document: &unsecured,
            left_out: None,
            shape: &shape,
            bounds: &bounds,
        };
        let fragment = proof.verification_method.rsplit(['#', ':']).next().unwrap();
        let key = multikey(fragment).map_err(Reason::UnsupportedKey)?;
        let named = |other: &&Proof<'_>| other.id.is_some_and(|id| proof.previous.contains(&id));
        let previous: Vec<_> = proofs.iter().flatten().filter(named).collect();
        let valid = proof::verify(secured, proof, &previous, &key)?;
        valid.gap().map_or(Ok(()), Err)
    };
    proofs.iter().map(judge).collect()
}
