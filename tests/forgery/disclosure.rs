//! What a holder may leave out with selective disclosure, and what nobody may do beyond that.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Note, Outcome, Policy, Reason, Verdict};
use serde_json::json;
use signing::{Derived, Disclosure, Issuer, members, proof_key};

use crate::signer::{Signer, integrity, refused, take, verdict};
use crate::support::{object, report};

pub const SIGNER: Signer = Signer(Suite::EcdsaSd2023, KeyKind::P256);
pub const SUITE: Suite = SIGNER.0;

/// What the issuer has to be asked about stays.
const MANDATORY: [&str; 4] = ["/issuer", "/validFrom", "/validUntil", "/credentialStatus"];

fn derive(selective: &[&str]) -> Derived {
    let disclosure = Disclosure {
        mandatory: &MANDATORY,
        selective,
    };
    let issuer = SIGNER.issuer();
    let derived = issuer.derive(SIGNER.unsigned(), members(SUITE), disclosure);
    derived.unwrap()
}

/// A badge that shows some of the optional details.
pub fn shown() -> Derived {
    derive(&[
        "/credentialSubject/achievement/name",
        "/credentialSubject/achievement/tag/1",
        "/credentialSubject/result",
    ])
}

/// Changes how the proof's value is made up, and expects it to be refused for `reason`.
#[track_caller]
pub fn refused_for(reason: &Reason, change: impl FnOnce(&mut Derived)) {
    let mut derived = shown();
    change(&mut derived);
    let badge = derived.secured();
    assert_eq!(integrity(&badge), (Outcome::Fail, reason.clone()));
    refused(&badge);
}

#[track_caller]
pub fn mismatched(change: impl FnOnce(&mut Derived)) {
    refused_for(&Reason::SignatureMismatch { suite: SUITE }, change);
}

#[test]
fn details_left_out() {
    let pointers = [
        &[][..],
        &["/credentialSubject/achievement"],
        &["/credentialSubject/result/0/status"],
        &["/credentialSubject/achievement/tag/0", "/refreshService"],
        &["/id", "/type"],
        &[""],
    ];
    for selective in pointers {
        let badge = derive(selective).secured();
        let report = report(&badge, &Policy::default());
        assert_eq!(report.verdict, Verdict::Expired, "{selective:?}");
        assert_eq!(report.notes, [Note::DetailsMayBeLeftOut]);
    }
    let badge = derive(&["/credentialSubject/achievement/tag/1"]).secured();
    let achievement = &badge["credentialSubject"]["achievement"];
    assert_eq!(
        *achievement,
        json!({"id": "urn:uuid:1", "type": ["Achievement"], "tag": ["heat"]})
    );
}

/// Without any mandatory statement nothing but the proof's options is left for the base signature.
#[test]
fn nothing_mandatory() {
    let disclosure = Disclosure {
        mandatory: &[],
        selective: &["/issuer", "/validUntil"],
    };
    let issuer = SIGNER.issuer();
    let derived = issuer.derive(SIGNER.unsigned(), members(SUITE), disclosure);
    assert_eq!(verdict(&derived.unwrap().secured()), Verdict::Expired);
}

#[test]
fn the_copy_that_stays_in_the_wallet() {
    let issuer = SIGNER.issuer();
    let base = issuer.sign_base(SIGNER.unsigned(), &MANDATORY).unwrap();
    let reason = Reason::BaseProof { suite: SUITE };
    assert_eq!(integrity(&base), (Outcome::Unknown, reason));
    refused(&base);
}

/// Wrong verdict 10 of peers: whoever makes the key inside the proof could sign for anybody.
#[test]
fn the_base_signature_by_the_key_inside_the_proof() {
    let unsigned = SIGNER.unsigned();
    let inside = Issuer::did_key_of(&proof_key(&object(&unsigned)), SIGNER.1);
    let method = SIGNER.signed()["proof"]["verificationMethod"].take();
    let forged = SIGNER.sign_by(&inside, unsigned, json!({"verificationMethod": method}));
    let mismatch = Reason::SignatureMismatch { suite: SUITE };
    assert_eq!(integrity(&forged), (Outcome::Fail, mismatch));
    refused(&forged);
}

#[test]
fn statements_altered_removed_and_added() {
    // Every statement that is shown is signed, mandatory or not.
    for member in ["validUntil", "issuer", "credentialSubject"] {
        let mut badge = shown().secured();
        drop(take(&mut badge, member));
        refused(&badge);
    }
    let mut badge = shown().secured();
    badge["credentialSubject"]["result"][0]["status"] = json!("Completed");
    refused(&badge);
    badge = shown().secured();
    badge["credentialSubject"]["achievement"]["description"] = json!("Welds under water.");
    refused(&badge);
    // One less and one more that are none of the issuer's.
    badge = shown().secured();
    drop(take(&mut badge["credentialSubject"]["achievement"], "name"));
    badge["credentialSubject"]["achievement"]["description"] = json!("Welds under water.");
    refused(&badge);
}

/// What the issuer made mandatory goes with the base signature, whatever the rest is signed with.
#[test]
fn a_mandatory_statement_left_out_with_its_index() {
    let mut derived = shown();
    let until = |statement: &String| statement.contains("credentials#validUntil");
    let place = derived.statements.iter().position(until).unwrap() as u64;
    let indexes = &mut derived.value.mandatory_indexes;
    indexes.retain(|index| *index != place);
    for index in indexes.iter_mut().filter(|index| **index > place) {
        *index -= 1;
    }
    let mut badge = derived.secured();
    drop(take(&mut badge, "validUntil"));
    let mismatch = Reason::SignatureMismatch { suite: SUITE };
    assert_eq!(integrity(&badge), (Outcome::Fail, mismatch));
    refused(&badge);
}

#[test]
fn signatures_of_statements() {
    mismatched(|derived| derived.value.signatures.swap(0, 1));
    mismatched(|derived| drop(derived.value.signatures.remove(2)));
    mismatched(|derived| derived.value.signatures[3] = vec![0; 64]);
    mismatched(|derived| {
        let again = derived.value.signatures[0].clone();
        derived.value.signatures.push(again);
    });
    mismatched(|derived| derived.value.base_signature = derived.value.signatures[0].clone());
}

/// The label of a blank node says nothing of the badge that it is in.
#[test]
fn statements_and_keys_of_another_badge() {
    let mut other = SIGNER.unsigned();
    other["credentialSubject"]["result"][0]["status"] = json!("Completed");
    let disclosure = Disclosure {
        mandatory: &MANDATORY,
        selective: &[
            "/credentialSubject/achievement/name",
            "/credentialSubject/result",
        ],
    };
    let issuer = SIGNER.issuer();
    let other = issuer.derive(other, members(SUITE), disclosure).unwrap();
    mismatched(|derived| derived.value.signatures[0] = other.value.signatures[0].clone());
    mismatched(|derived| derived.value.public_key = other.value.public_key.clone());
    mismatched(|derived| derived.value.base_signature = other.value.base_signature.clone());
    mismatched(|derived| {
        derived.value.public_key = other.value.public_key.clone();
        derived.value.base_signature = other.value.base_signature.clone();
    });
}

/// Issuers give blank nodes such names while they sign, and take them away again.
#[test]
fn names_that_blank_nodes_have_while_signing() {
    for id in ["urn:bnid:b1", "urn:bnid:_:b1", "_:b1"] {
        for place in ["/credentialSubject", "/credentialSubject/result/0"] {
            let mut badge = shown().secured();
            badge.pointer_mut(place).unwrap()["id"] = json!(id);
            refused(&badge);
        }
    }
}
