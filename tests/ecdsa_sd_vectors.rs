//! W3C's vectors for `ecdsa-sd-2023`, as far as a verifier sees them: every intermediate value of the
//! derived proofs, then the outcome. And the examples of others.

mod support;

use std::fs;
use std::path::Path;

use assay::jsonld::{self, Shape, ShapeError};
use assay::key::multikey;
use assay::policy::Bounds;
use assay::proof::ecdsa_sd_2023::DerivedProof;
use assay::proof::{self, Proof, Secured, SignatureValid, Suite};
use assay::{Evidence, HashAlgorithm, Note, Reason};
use serde_json::{Value, json};
use support::{corpus, from_hex, object};

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// The text under `name`, as bytes.
fn bytes(json: &Value, name: &str) -> Vec<u8> {
    from_hex(json[name].as_str().unwrap())
}

fn texts(json: &Value) -> Vec<&str> {
    let items = json.as_array().unwrap().iter();
    items.map(|item| item.as_str().unwrap()).collect()
}

/// The verdict's code, with no evidence.
fn verdict(document: &Value) -> String {
    support::verdict(document.to_string().as_bytes(), &Evidence::none())
}

/// Verifies with the key in the verification method's fragment, which proves nothing about issuers.
fn verify(document: &Value) -> Result<SignatureValid, Reason> {
    let bounds = Bounds::default();
    let shape = jsonld::shape(&object(document), bounds.context_references).unwrap();
    verify_as(document, &shape)
}

fn verify_as(document: &Value, shape: &Shape) -> Result<SignatureValid, Reason> {
    with_proof(document, shape, |secured, proof| {
        let fragment = proof.verification_method.rsplit('#').next().unwrap();
        proof::verify(secured, proof, &[], &multikey(fragment).unwrap())
    })
}

fn with_proof<T>(
    document: &Value,
    shape: &Shape,
    then: impl FnOnce(Secured<'_>, &Proof<'_>) -> Result<T, Reason>,
) -> Result<T, Reason> {
    let mut unsecured = object(document);
    let entry = match unsecured.remove("proof").unwrap() {
        Value::Array(mut entries) => entries.remove(0),
        single => single,
    };
    let secured = Secured {
        document: &unsecured,
        left_out: None,
        shape,
        bounds: &Bounds::default(),
    };
    then(secured, &Proof::read(&entry)?)
}

#[test]
fn every_value_of_every_vector() {
    for name in ["employ", "prc"] {
        let Some(folder) = corpus(&format!("w3c-vc-di-ecdsa/TestVectors/ecdsa-sd-2023/{name}"))
        else {
            continue;
        };
        let document = read(&folder.join("derivedRevealDocument.json"));
        let shape =
            jsonld::shape(&object(&document), Bounds::default().context_references).unwrap();
        let compared = with_proof(&document, &shape, |secured, proof| {
            compare(&folder, secured, proof);
            Ok(())
        });
        assert_eq!(compared, Ok(()));
        let valid = verify(&document).unwrap();
        assert_eq!(valid.gap(), None);
        assert_eq!(valid.notes(), [Note::DetailsMayBeLeftOut]);

        let base = read(&folder.join("addSignedSDBase.json"));
        let suite = Suite::EcdsaSd2023;
        assert_eq!(verify(&base), Err(Reason::BaseProof { suite }));
        assert_eq!(verdict(&base), "unconfirmed");
    }
}

fn compare(folder: &Path, secured: Secured<'_>, proof: &Proof<'_>) {
    // parseDerivedProofValue
    let derived = DerivedProof::parse(&proof.value).unwrap();
    let expected = read(&folder.join("verifyDerivedProofValue.json"));
    assert_eq!(
        derived.base_signature.to_vec(),
        bytes(&expected, "baseSignature")
    );
    let key = format!("z{}", bs58::encode(derived.public_key).into_string());
    assert_eq!(key, expected["publicKey"].as_str().unwrap());
    let signatures: Vec<_> = texts(&expected["signatures"])
        .into_iter()
        .map(from_hex)
        .collect();
    let own: Vec<_> = derived.signatures.iter().map(Vec::from).collect();
    assert_eq!(own, signatures);
    let labels = derived.labels.labels().iter().enumerate();
    let labels: Vec<Value> = labels
        .map(|(node, label)| json!([format!("c14n{node}"), label]))
        .collect();
    assert_eq!(Value::Array(labels), expected["labelMap"]);
    let indexes: Vec<Value> = derived
        .mandatory_indexes
        .indexes()
        .map(Value::from)
        .collect();
    assert_eq!(Value::Array(indexes), expected["mandatoryIndexes"]);

    // createVerifyData
    let expected = read(&folder.join("verifyCreateVerifyData.json"));
    let hashes = proof::hash_data(secured, proof, &[], assay::key::KeyKind::P256).unwrap();
    let [hashes] = hashes.as_slice() else {
        panic!("one set of contexts")
    };
    assert_eq!(hashes.proof_hash, bytes(&expected, "proofHash"));
    let statements = derived.statements(hashes).unwrap();
    assert_eq!(statements.disclosed, texts(&expected["nonMandatory"]));
    let mandatory_hash = HashAlgorithm::Sha256.digest(statements.mandatory.concat());
    assert_eq!(mandatory_hash, bytes(&expected, "mandatoryHash"));
    let signed = [&hashes.proof_hash[..], &derived.public_key, &mandatory_hash];
    assert_eq!(derived.signed_data(hashes, &statements), signed.concat());

    let mut all = [statements.mandatory, statements.disclosed].concat();
    all.sort_unstable();
    let expected = read(&folder.join("verifyNQuads.json"));
    assert_eq!(all, texts(&expected));
}

/// They define their own words inside the document, so a badge like them is refused for its form.
/// The arithmetic of their proofs is ours nevertheless.
#[test]
fn spruce() {
    let tests = "spruceid-ssi/crates/claims/crates/data-integrity/tests/ecdsa_sd_2023";
    let Some(folder) = corpus(tests) else {
        return;
    };
    for name in ["verification", "verification_2", "verification_3"] {
        let document = &read(&folder.join(format!("{name}.json")))["input"];
        let shape = jsonld::shape(&object(document), Bounds::default().context_references);
        assert_eq!(shape, Err(ShapeError::InlineContext), "{name}");
        let as_if = Shape {
            contexts: vec!["https://www.w3.org/ns/credentials/v2".into()],
        };
        let gap = verify_as(document, &as_if).map(|valid| valid.gap());
        assert_eq!(gap, Ok(None), "{name}");
        assert_eq!(verdict(document), "unconfirmed", "{name}");
    }
}

/// Every statement of it was disclosed, and none was mandatory.
#[test]
fn one_edtech() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let path = "inspector-vc/src/test/resources/ob30/sd/derivedcredential.json";
    let valid = verify(&read(&folder.join(path))).unwrap();
    assert_eq!(valid.gap(), None);
}
