//! What a holder can and cannot do with a badge that is signed with `bbs-2023`.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Note, Outcome, Policy, Reason};
use serde_json::{Value, json};
use signing::{members, multibase_url};

use crate::signer::{Signer, integrity, refused, take, value};
use crate::support::report;

const SUITE: Suite = Suite::Bbs2023;
const SIGNER: Signer = Signer(SUITE, KeyKind::Bls12381G2);

/// The badge of an honest issuer, as far as the holder shows it.
fn shown(leave_out: impl FnOnce(&mut Value)) -> Value {
    let issuer = SIGNER.issuer();
    let badge = issuer.sign_bbs(SIGNER.unsigned(), members(SUITE), leave_out);
    badge.unwrap()
}

fn without_result(badge: &mut Value) {
    take(&mut badge["credentialSubject"], "result");
}

#[test]
fn optional_details_can_be_left_out() {
    let badge = shown(without_result);
    assert_eq!(badge.pointer("/credentialSubject/result"), None);
    let suite = SUITE;
    let good = (
        Outcome::Pass,
        Reason::SignatureMatches {
            mechanism: suite.into(),
        },
    );
    assert_eq!(integrity(&badge), good);
    let notes = report(&badge, &Policy::default()).notes;
    assert_eq!(notes, [Note::DetailsMayBeLeftOut]);
}

#[test]
fn mandatory_ones_cannot() {
    let mismatch = (
        Outcome::Fail,
        Reason::SignatureMismatch {
            mechanism: SUITE.into(),
        },
    );
    let badge = shown(|badge| drop(take(badge, "issuer")));
    assert_eq!(integrity(&badge), mismatch);
}

/// Statements that are not signed, or that another proof was made for.
#[test]
fn nothing_can_be_put_in_or_taken_from_another_part() {
    let (part, whole) = (shown(without_result), shown(|_| ()));
    let mut more = part.clone();
    more["credentialSubject"]["result"] = json!([{"type": ["Result"], "status": "Completed"}]);
    refused(&more);
    let mut back = part.clone();
    back["credentialSubject"] = whole["credentialSubject"].clone();
    refused(&back);
    let mut less = whole.clone();
    without_result(&mut less);
    refused(&less);
    let mut swapped = whole;
    swapped["proof"] = part["proof"].clone();
    refused(&swapped);
}

#[test]
fn what_the_holder_tied_it_to_cannot_be_altered() {
    let mut badge = shown(|_| ());
    let (mut bytes, encode) = value(&badge["proof"]);
    assert!(bytes.ends_with(b"shown to you"));
    *bytes.last_mut().unwrap() = b'r';
    badge["proof"]["proofValue"] = json!(encode(&bytes));
    refused(&badge);
}

/// The badge with its proof's value under the header of a feature, with more components.
fn relabelled(kind: u8, count: u8, more: &[u8]) -> Value {
    let mut badge = shown(|_| ());
    let (mut bytes, _) = value(&badge["proof"]);
    bytes[2] = kind;
    bytes[3] = 0x80 | count;
    bytes.extend(more);
    badge["proof"]["proofValue"] = json!(multibase_url(&bytes));
    badge
}

#[test]
fn features_that_do_not_hold_are_left_open() {
    let point = [&[0x58, 48], [7; 48].as_slice()].concat();
    let domain = [&[0x63], b"you".as_slice()].concat();
    let unsettled = (Outcome::Unknown, Reason::UnsettledFeature { suite: SUITE });
    assert_eq!(integrity(&relabelled(0x05, 6, &[2])), unsettled);
    for kind in [0x07, 0x09] {
        let named = [domain.as_slice(), &point, &[2]].concat();
        assert_eq!(integrity(&relabelled(kind, 8, &named)), unsettled);
        let nameless = (Outcome::Unknown, Reason::PseudonymWithoutDomain);
        let unnamed = [point.as_slice(), &[2]].concat();
        assert_eq!(integrity(&relabelled(kind, 7, &unnamed)), nameless);
    }
}

#[test]
fn base_proofs_have_an_explanation_of_their_own() {
    for kind in [0x02, 0x04, 0x06, 0x08] {
        let base = (Outcome::Unknown, Reason::BaseProof { suite: SUITE });
        assert_eq!(integrity(&relabelled(kind, 5, &[])), base);
    }
    refused(&relabelled(0x01, 5, &[]));
}

/// Values that would take a verifier long: more messages than any badge has.
#[test]
fn more_work_than_any_badge_needs() {
    let costly = (Outcome::Unknown, Reason::CanonicalizationTooCostly);
    let mut badge = shown(|_| ());
    let length: u16 = 3 * 48 + 4 * 32 + 32 * 1_000;
    let mut bytes = vec![0xd9, 0x5d, 0x03, 0x85, 0x59];
    bytes.extend(length.to_be_bytes());
    bytes.extend(vec![7; length.into()]);
    bytes.extend([0xa0, 0x80, 0x80, 0x40]);
    badge["proof"]["proofValue"] = json!(multibase_url(&bytes));
    assert_eq!(integrity(&badge), costly);
}
