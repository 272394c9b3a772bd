//! W3C's vectors for `bbs-2023`, and spruceid's: every intermediate value, then the outcome.

mod alterations;
#[path = "../support/mod.rs"]
mod support;
mod vector;

use assay::proof::Suite;
use assay::proof::bbs_2023::{DerivedProof, Feature};
use assay::{Note, Outcome, Policy, Question, Reason};
use serde_json::{Value, json};
use support::{corpus, report};
use vector::{FOLDER, Vector, proof_value, read};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The features, and how many messages the issuer signed where the holder's own were signed too.
///
/// The pseudonym alone has the header of a pseudonym with holder binding.
const FEATURES: [(&str, Feature, usize); 4] = [
    ("prc", Feature::Baseline, 0),
    ("HolderBinding", Feature::AnonymousHolderBinding, 23),
    ("Pseudonym", Feature::HolderBindingPseudonym, 23),
    ("PseudonymHB", Feature::HolderBindingPseudonym, 23),
];

#[test]
fn every_value_of_every_vector() {
    let Some(root) = corpus(FOLDER) else { return };
    for (folder, feature, length) in FEATURES {
        println!("{folder}");
        let vector = Vector::of(&root, folder);
        let read = |name: &str| read(&root.join(folder).join(format!("{name}.json")));

        // parseDerivedProofValue
        let proof = DerivedProof::parse(&vector.value).unwrap();
        let expected = read("verifyDerivedProofValue");
        assert_eq!(proof.feature, feature);
        assert_eq!(hex(proof.bbs_proof), expected["bbsProof"]);
        let labels = proof.labels.labels().iter().enumerate();
        let labels: Value = labels
            .map(|(node, label)| json!([format!("c14n{node}"), label]))
            .collect();
        assert_eq!(labels, expected["labelMap"]);
        let mandatory_indexes: Vec<usize> = proof.mandatory_indexes.indexes().collect();
        assert_eq!(json!(mandatory_indexes), expected["mandatoryIndexes"]);
        assert_eq!(
            json!(proof.selective_indexes),
            expected["adjSelectedIndexes"]
        );
        assert_eq!(proof.presentation_header, [0x11, 0x33, 0x77, 0xaa]);
        assert_eq!(proof.length_bbs_messages, length);
        let disclosure = read("derivedDisclosureData");
        let pseudonym = proof.pseudonym.as_ref();
        let pseudonym = pseudonym.map(|pseudonym| json!(hex(&pseudonym.point)));
        assert_eq!(pseudonym.as_ref(), disclosure.get("pseudonym"));

        // createVerifyData
        let statements = proof.statements(&vector.canonical_document).unwrap();
        let group = |group: &str| {
            let map = &read("derivedAllGroupData")["groups"][group]["matching"]["value"];
            let entries = map.as_array().unwrap().iter();
            let statements = entries.map(|entry| entry[1].as_str().unwrap().to_owned());
            statements.collect::<Vec<_>>()
        };
        assert_eq!(statements.mandatory, group("mandatory"));
        let mut disclosed = group("combined");
        disclosed.retain(|statement| !statements.mandatory.contains(statement));
        assert_eq!(statements.disclosed, disclosed);

        // Verify Derived Proof, step 5
        let header = hex(&DerivedProof::bbs_header(&vector.proof_hash, &statements));
        let hashes = read("addHashData");
        let text = |member: &str| hashes[member].as_str().unwrap().to_owned();
        assert_eq!(header, text("proofHash") + &text("mandatoryHash"));
        if let Some(expected) = read("addRawBaseSignatureInfo").get("bbsHeader") {
            assert_eq!(json!(header), *expected);
        }

        // Step 6
        assert!(vector.holds());
    }
}

/// The documents whose contexts are at hand, from JSON on: W3C's basic and enhanced example, and
/// spruceid's proof over the basic one, which is by draft 05 of BBS.
#[test]
fn from_the_document_on() {
    let Some(root) = corpus(FOLDER) else { return };
    let spruce =
        "spruceid-ssi/crates/claims/crates/data-integrity/suites/src/suites/w3c/bbs_2023/tests";
    let spruce = corpus(spruce).map(|folder| folder.join("signed-derived-document.jsonld"));
    let documents = [
        (Some(root.join("derivedRevealDocument.json")), ""),
        (Some(root.join("prc/derivedRevealDocument.json")), "prc"),
        (spruce, ""),
    ];
    for (path, folder) in documents {
        let Some(path) = path else { continue };
        println!("{}", path.display());
        assert!(Vector::from_document(&root, folder, &read(&path)).holds());
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
    assert_eq!(
        integrity.reason,
        Reason::SignatureMatches {
            mechanism: suite.into()
        }
    );
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
        let value = proof_value(&document);
        let suite = Suite::Bbs2023;
        let parsed = DerivedProof::parse(&value);
        assert_eq!(parsed, Err(Reason::BaseProof { suite }), "{folder}");
    }
}
