//! W3C's vectors for `bbs-2023`, and spruceid's: every intermediate value, then the outcome; and that
//! nothing in a proof can be altered.

mod support;

use std::path::Path;

use assay::jsonld;
use assay::policy::Bounds;
use assay::proof::Suite;
use assay::proof::bbs::{DerivedProof, Feature, Key, NotDerived, holds, verify_data};
use assay::{HashAlgorithm, Note, Outcome, Policy, Question, Reason, rdf};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use bls12_381::G1Affine;
use serde_json::{Value, json};
use support::{corpus, from_hex, object, report};

const FOLDER: &str = "w3c-vc-di-bbs/TestVectors";

/// Whom the pseudonyms of the vectors were made for (`FeatureInputs/verifierInfo.json`).
const DOMAIN: &[u8] = b"https://car.rental.verifier.example/";

/// The vectors, each with its feature and how many of its messages the issuer signed.
///
/// The pseudonym alone has the header of a pseudonym with holder binding.
const VECTORS: [(&str, Feature, Option<usize>); 4] = [
    ("prc", Feature::Baseline, None),
    ("HolderBinding", Feature::AnonymousHolderBinding, Some(23)),
    ("Pseudonym", Feature::HolderBindingPseudonym, Some(23)),
    ("PseudonymHB", Feature::HolderBindingPseudonym, Some(23)),
];

fn read(path: &Path) -> Value {
    let text = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn proof_value(document: &Value) -> Vec<u8> {
    let text = document["proof"]["proofValue"].as_str().unwrap();
    Base64UrlUnpadded::decode_vec(text.strip_prefix('u').unwrap()).unwrap()
}

/// One proof with all that it is verified with.
struct Vector {
    key: [u8; 96],
    value: Vec<u8>,
    proof_hash: Vec<u8>,
    canonical_document: String,
}

impl Vector {
    /// The proof in a folder of the vectors. The document's canonical form is worked back from the
    /// statements under the issuer's labels: some of its contexts are not bundled.
    fn of(root: &Path, folder: &str) -> Self {
        let value = proof_value(&read(&root.join(folder).join("derivedRevealDocument.json")));
        let statements: Vec<String> =
            serde_json::from_value(read(&root.join(folder).join("verifyNQuads.json"))).unwrap();
        let labels = DerivedProof::read(&value).unwrap().label_map;
        let mut canonical_document = statements.concat();
        for (canonical, signed) in &labels {
            let (from, to) = (format!("_:b{signed} "), format!("_:canonical{canonical} "));
            canonical_document = canonical_document.replace(&from, &to);
        }
        Self {
            key: key(root),
            proof_hash: proof_hash(root, folder),
            canonical_document: canonical_document.replace("_:canonical", "_:c14n"),
            value,
        }
    }

    fn holds(&self) -> bool {
        self.holds_for(DOMAIN)
    }

    fn holds_for(&self, domain: &[u8]) -> bool {
        let Ok(proof) = DerivedProof::read(&self.value) else {
            return false;
        };
        let Some(key) = Key::read(&self.key) else {
            return false;
        };
        verify_data(&self.canonical_document, &proof)
            .is_some_and(|data| holds(&key, &proof, &self.proof_hash, &data, domain))
    }

    /// Whether it holds with another value.
    fn holds_with(&self, value: &[u8]) -> bool {
        let value = value.to_vec();
        let altered = Self {
            value,
            canonical_document: self.canonical_document.clone(),
            proof_hash: self.proof_hash.clone(),
            ..*self
        };
        altered.holds()
    }
}

fn key(root: &Path) -> [u8; 96] {
    let material = read(&root.join("BBSKeyMaterial.json"));
    from_hex(material["publicKeyHex"].as_str().unwrap())
        .try_into()
        .unwrap()
}

fn proof_hash(root: &Path, folder: &str) -> Vec<u8> {
    from_hex(
        read(&root.join(folder).join("addHashData.json"))["proofHash"]
            .as_str()
            .unwrap(),
    )
}

/// Statements of a document, whose contexts may be written into it here.
fn canonical(document: &Value) -> String {
    let mut unsecured = object(document);
    unsecured.remove("proof");
    let mut plain = unsecured.clone();
    let contexts = plain["@context"].as_array_mut().unwrap();
    contexts.retain(Value::is_string);
    let bounds = Bounds::default();
    let shape = jsonld::shape(&plain, &bounds).unwrap();
    let choices = jsonld::choices(&shape.contexts, bounds.snapshot_combinations);
    let statements = jsonld::statements(&unsecured, &choices[0]).unwrap();
    rdf::canonicalize(&statements.quads, HashAlgorithm::Sha256, &bounds).unwrap()
}

#[test]
fn every_value_of_every_vector() {
    let Some(root) = corpus(FOLDER) else { return };
    for (folder, feature, length) in VECTORS {
        println!("{folder}");
        let vector = Vector::of(&root, folder);
        let read = |name: &str| read(&root.join(folder).join(format!("{name}.json")));

        // parseDerivedProofValue
        let proof = DerivedProof::read(&vector.value).unwrap();
        let expected = read("verifyDerivedProofValue");
        assert_eq!(proof.feature, feature);
        assert_eq!(hex(proof.bbs_proof), expected["bbsProof"]);
        let labels = proof.label_map.iter();
        let labels: Value = labels
            .map(|(canonical, signed)| json!([format!("c14n{canonical}"), format!("b{signed}")]))
            .collect();
        assert_eq!(labels, expected["labelMap"]);
        assert_eq!(json!(proof.mandatory_indexes), expected["mandatoryIndexes"]);
        assert_eq!(
            json!(proof.selective_indexes),
            expected["adjSelectedIndexes"]
        );
        assert_eq!(proof.presentation_header, [0x11, 0x33, 0x77, 0xaa]);
        assert_eq!(proof.length_bbs_messages, length);
        let disclosure = read("derivedDisclosureData");
        let pseudonym = proof.pseudonym.map(|(point, _)| json!(hex(point)));
        assert_eq!(pseudonym.as_ref(), disclosure.get("pseudonym"));

        // createVerifyData
        let data = verify_data(&vector.canonical_document, &proof).unwrap();
        let group = |group: &str, part: &str| {
            let map = &read("derivedAllGroupData")["groups"][group][part]["value"];
            let entries = map.as_array().unwrap().iter();
            let statements: Vec<String> = entries
                .map(|entry| entry[1].as_str().unwrap().to_owned())
                .collect();
            statements
        };
        assert_eq!(data.mandatory, group("mandatory", "matching"));
        let combined = group("combined", "matching");
        let disclosed = combined
            .into_iter()
            .filter(|own| !data.mandatory.contains(own));
        assert_eq!(data.non_mandatory, disclosed.collect::<Vec<_>>());
        assert_eq!(
            hex(&data.mandatory_hash),
            read("addHashData")["mandatoryHash"]
        );
        // The bbsHeader of step 5, which the features' vectors have.
        if let Some(header) = read("addRawBaseSignatureInfo").get("bbsHeader") {
            let own = [vector.proof_hash.as_slice(), &data.mandatory_hash].concat();
            assert_eq!(json!(hex(&own)), *header);
        }

        // Verify Derived Proof
        assert!(vector.holds());
    }
}

/// The documents whose contexts are at hand, from JSON on: W3C's basic and enhanced example, and
/// spruceid's proof over the basic one.
#[test]
fn from_the_document_on() {
    let Some(root) = corpus(FOLDER) else { return };
    let spruce = corpus(
        "spruceid-ssi/crates/claims/crates/data-integrity/suites/src/suites/w3c/bbs_2023/tests",
    );
    let spruce = spruce.map(|folder| folder.join("signed-derived-document.jsonld"));
    let documents = [
        (Some(root.join("derivedRevealDocument.json")), ""),
        (Some(root.join("prc/derivedRevealDocument.json")), "prc"),
        (spruce, ""),
    ];
    for (path, folder) in documents {
        let Some(path) = path else { continue };
        println!("{}", path.display());
        let document = read(&path);
        let vector = Vector {
            key: key(&root),
            value: proof_value(&document),
            proof_hash: proof_hash(&root, folder),
            canonical_document: canonical(&document),
        };
        assert!(vector.holds());
    }
}

/// As a file that somebody drops: the one vector whose contexts are all bundled. Its issuer's key is
/// another than the signer's.
#[test]
fn as_a_whole() {
    let Some(root) = corpus(FOLDER) else { return };
    let report = |name: &str| report(&read(&root.join("prc").join(name)), &Policy::default());
    let derived = report("derivedRevealDocument.json");
    let integrity = derived.checks.get(Question::Integrity);
    assert_eq!(integrity.outcome, Outcome::Pass);
    let suite = Suite::Bbs2023;
    assert_eq!(integrity.reason, Reason::SignatureMatches { suite });
    assert_eq!(derived.notes, [Note::DetailsMayBeLeftOut]);
    let key = derived.checks.get(Question::IssuerKey);
    assert_eq!(key.outcome, Outcome::Fail);
    let base = report("addSignedSDBase.json");
    let integrity = base.checks.get(Question::Integrity);
    assert_eq!(integrity.outcome, Outcome::Unknown);
    assert_eq!(integrity.reason, Reason::BaseProof { suite });
}

#[test]
fn base_proofs_are_told_from_derived_ones() {
    let Some(root) = corpus(FOLDER) else { return };
    for folder in ["", "prc", "HolderBinding", "Pseudonym", "PseudonymHB"] {
        let document = read(&root.join(folder).join("addSignedSDBase.json"));
        let read = DerivedProof::read(&proof_value(&document)).map(|proof| proof.feature);
        assert_eq!(read, Err(NotDerived::BaseProof), "{folder}");
    }
}

#[test]
fn no_byte_of_a_value_can_be_altered() {
    let Some(root) = corpus(FOLDER) else { return };
    for (folder, ..) in VECTORS {
        let vector = Vector::of(&root, folder);
        // All of them where the optional features start and end, and every ninth in between.
        let whole = |index: usize| index < 8 || index > vector.value.len() - 130;
        for index in (0..vector.value.len()).filter(|index| index % 9 == 0 || whole(*index)) {
            let mut value = vector.value.clone();
            value[index] ^= 1;
            assert!(!vector.holds_with(&value), "{folder}, byte {index}");
        }
    }
}

#[test]
fn nor_any_length() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "prc");
    for length in 0..vector.value.len() {
        assert!(!vector.holds_with(&vector.value[..length]), "{length}");
    }
    assert!(!vector.holds_with(&[vector.value.as_slice(), &[0]].concat()));
}

/// Offsets in a value: three bytes of header, one of the array's, three of the proof's length.
const PROOF: usize = 7;
const SCALARS: usize = PROOF + 3 * 48;

#[test]
fn points_and_scalars_are_valid() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "prc");
    let with = |at: usize, octets: &[u8]| {
        let mut value = vector.value.clone();
        value[at..at + octets.len()].copy_from_slice(octets);
        vector.holds_with(&value)
    };
    let mut identity = [0; 48];
    identity[0] = 0xc0;
    let mut order = from_hex("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001");
    for point in 0..3 {
        for octets in [identity, [0; 48], [0xff; 48], outside_of_the_subgroup()] {
            assert!(!with(PROOF + 48 * point, &octets), "{octets:?}");
        }
    }
    // All three at once: the pairing of identities is the identity.
    assert!(!with(PROOF, &identity.repeat(3)));
    for scalar in 0..7 {
        for octets in [vec![0; 32], vec![0xff; 32], order.clone()] {
            assert!(!with(SCALARS + 32 * scalar, &octets), "{octets:?}");
        }
    }
    // A scalar, and r more.
    let challenge =
        PROOF + 3 * 48 + DerivedProof::read(&vector.value).unwrap().bbs_proof.len() - 3 * 48 - 32;
    let mut carry = 0;
    for (own, octet) in vector.value[challenge..challenge + 32]
        .iter()
        .zip(&mut order)
        .rev()
    {
        let sum = u16::from(*own) + u16::from(*octet) + carry;
        *octet = (sum & 0xff) as u8;
        carry = sum >> 8;
    }
    assert!(!with(challenge, &order));
    let mut other = Vector::of(&root, "prc");
    other.key = [0; 96];
    other.key[0] = 0xc0;
    assert!(!other.holds(), "the identity for a key");
}

/// A point of the curve, and not of its subgroup of prime order.
fn outside_of_the_subgroup() -> [u8; 48] {
    let candidates = (1..=u8::MAX).map(|number| {
        let mut octets = [0; 48];
        octets[0] = 0x80;
        octets[47] = number;
        octets
    });
    let on_curve = |octets: &[u8; 48]| {
        Option::<G1Affine>::from(G1Affine::from_compressed_unchecked(octets))
            .is_some_and(|point| !bool::from(point.is_torsion_free()))
    };
    candidates.into_iter().find(on_curve).unwrap()
}

#[test]
fn nothing_that_was_signed_can_be_altered() {
    let Some(root) = corpus(FOLDER) else { return };
    for (folder, ..) in VECTORS {
        let vector = || Vector::of(&root, folder);
        let mut altered = vector();
        altered.proof_hash[0] ^= 1;
        assert!(!altered.holds(), "the proof's hash");
        // One statement of each kind: mandatory ones are hashed, the others are messages.
        for index in 0..vector().canonical_document.lines().count() {
            let change = |change: &dyn Fn(&str) -> String| {
                let own = vector();
                let lines = own.canonical_document.split_inclusive('\n').enumerate();
                let lines = lines.map(|(at, line)| {
                    if at == index {
                        change(line)
                    } else {
                        line.to_owned()
                    }
                });
                Vector {
                    canonical_document: lines.collect(),
                    ..own
                }
            };
            assert!(!change(&|_| String::new()).holds(), "left out");
            assert!(!change(&|line| line.repeat(2)).holds(), "twice");
            assert!(
                !change(&|line| line.replacen(" <", " <x", 1)).holds(),
                "altered"
            );
        }
        let mut altered = vector();
        altered.canonical_document += "_:c14n0 <urn:p> \"more\" .\n";
        assert!(!altered.holds(), "added");
    }
}

#[test]
fn a_pseudonym_is_one_domains() {
    let Some(root) = corpus(FOLDER) else { return };
    for folder in ["Pseudonym", "PseudonymHB"] {
        let vector = Vector::of(&root, folder);
        assert!(vector.holds_for(DOMAIN));
        assert!(!vector.holds_for(b"https://another.verifier.example/"));
        assert!(!vector.holds_for(b""));
    }
}

/// The standard's text has the domain within the value, where the vectors leave it out.
#[test]
fn a_domain_within_the_value_is_read() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "Pseudonym");
    let point = DerivedProof::read(&vector.value)
        .unwrap()
        .pseudonym
        .unwrap()
        .0;
    let at = vector
        .value
        .windows(48)
        .position(|window| window == point)
        .unwrap()
        - 2;
    let mut value = vector.value.clone();
    value[3] += 1;
    let text = [&[0x78, DOMAIN.len() as u8], DOMAIN].concat();
    value.splice(at..at, text);
    let proof = DerivedProof::read(&value).unwrap();
    assert_eq!(proof.pseudonym.unwrap().1, Some(DOMAIN));
    assert!(vector.holds_with(&value));
}
