//! The holder's proof: who signed the presentation, if anybody did.

use assay::evidence::{Answer, Purpose, Request};
use assay::present::english;
use assay::proof::Suite;
use assay::{Evidence, IssuerMethod, Note, Outcome, Reason, Unobtained};
use serde_json::{Value, json};
use signing::{Issuer, members};

use crate::made::{holder, judge, presentation, presentation_of, signed};

const SUITE: Suite = Suite::EddsaRdfc2022;

fn presented() -> (Issuer, Value) {
    let holder = Issuer::did_key("holder");
    let entries = vec![signed("first"), signed("second")];
    let file = holder.present(presentation_of(&holder, entries)).unwrap();
    (holder, file)
}

fn purpose(members: Value, purpose: &str) -> Value {
    let mut members = members;
    members["proofPurpose"] = json!(purpose);
    members
}

#[test]
fn a_holder_who_signed() {
    let (_, file) = presented();
    let (suite, method) = (SUITE, IssuerMethod::DidKey);
    assert_eq!(
        holder(&file),
        (Outcome::Pass, Reason::HolderSigned { suite, method })
    );
}

/// Every suite signs presentations too, over credentials with proofs of every suite.
#[test]
fn every_suite() {
    for inner in [Suite::EddsaRdfc2022, Suite::EddsaJcs2022] {
        for suite in [Suite::EddsaRdfc2022, Suite::EddsaJcs2022] {
            let issuer = Issuer::did_key("issuer");
            let badge = crate::made::badge(&issuer, "badge");
            let badge = issuer.sign_with(badge, members(inner)).unwrap();
            let presenter = Issuer::did_key("holder");
            let file = presentation_of(&presenter, vec![badge]);
            let members = purpose(members(suite), "authentication");
            let file = presenter.sign_with(file, members).unwrap();
            let method = IssuerMethod::DidKey;
            assert_eq!(
                holder(&file),
                (Outcome::Pass, Reason::HolderSigned { suite, method }),
                "{inner:?} in {suite:?}"
            );
        }
    }
}

#[test]
fn nobody_signed() {
    let alice = Issuer::did_key("holder");
    let named = presentation_of(&alice, vec![signed("one")]);
    assert_eq!(holder(&named), (Outcome::Absent, Reason::NoProof));
    let unnamed = presentation(vec![signed("one")]);
    assert_eq!(holder(&unnamed), (Outcome::Absent, Reason::NoProof));
}

/// The signature covers the list of credentials, and each of them.
#[test]
fn an_altered_presentation() {
    let (_, file) = presented();
    let mut fewer = file.clone();
    fewer["verifiableCredential"].as_array_mut().unwrap().pop();
    let mut more = file.clone();
    let third = signed("third");
    more["verifiableCredential"]
        .as_array_mut()
        .unwrap()
        .push(third);
    let mut inside = file.clone();
    inside["verifiableCredential"][0]["validFrom"] = json!("2020-01-01T00:00:00Z");
    let mut proof = file.clone();
    proof["proof"]["created"] = json!("2026-02-03T09:00:00Z");
    for altered in [fewer, more, inside, proof] {
        assert_eq!(
            holder(&altered),
            (Outcome::Fail, Reason::SignatureMismatch { suite: SUITE }),
            "{altered}"
        );
    }
}

#[test]
fn another_holder_is_named() {
    let (alice, bob) = (Issuer::did_key("holder"), Issuer::did_key("bob"));
    let file = presentation_of(&bob, vec![signed("one")]);
    let file = alice.present(file).unwrap();
    let reason = Reason::StrangersKey {
        issuer: bob.id().into(),
        controller: alice.id().into(),
    };
    assert_eq!(holder(&file), (Outcome::Fail, reason));
}

/// A key proves who one is only for whom the file names.
#[test]
fn a_signature_that_names_no_holder() {
    let alice = Issuer::did_key("holder");
    let file = alice.present(presentation(vec![signed("one")])).unwrap();
    assert_eq!(holder(&file), (Outcome::Unknown, Reason::NoHolder));
    let mut several = presentation(vec![signed("one")]);
    several["holder"] = json!([alice.id(), "did:example:bob"]);
    let several = alice.present(several).unwrap();
    assert_eq!(holder(&several), (Outcome::Unknown, Reason::NoHolder));
}

#[test]
fn a_signature_for_another_purpose() {
    let alice = Issuer::did_key("holder");
    let file = presentation_of(&alice, vec![signed("one")]);
    let file = alice.sign(file).unwrap();
    let purpose = "assertionMethod".to_owned();
    assert_eq!(
        holder(&file),
        (Outcome::Fail, Reason::WrongPurpose { purpose })
    );
}

/// The other way round: a holder's proof vouches for no credential.
#[test]
fn a_credential_with_a_holders_proof() {
    let alice = Issuer::did_key("holder");
    let badge = alice.present(crate::made::badge(&alice, "badge")).unwrap();
    assert_eq!(crate::made::verdicts(&badge), ["invalid"]);
}

const DID: &str = "did:web:holder.example";
const URL: &str = "https://holder.example/.well-known/did.json";

fn by_domain(document: impl FnOnce(Value) -> Value) -> (Outcome, Reason) {
    let alice = Issuer::did_web("holder", DID);
    let file = presentation_of(&alice, vec![signed("one")]);
    let file = alice.present(file).unwrap();
    let mut evidence = Evidence::none();
    let body = document(alice.did_document()).to_string().into_bytes();
    evidence.insert(URL, Answer::Response { status: 200, body });
    let (verdicts, holder) = judge(&file, &evidence).unwrap();
    assert_eq!(verdicts, ["unlisted"]);
    let holder = holder.unwrap();
    (holder.outcome, holder.reason)
}

#[test]
fn a_key_of_the_holders_domain() {
    let (suite, method) = (SUITE, IssuerMethod::DidWeb);
    assert_eq!(
        by_domain(|document| document),
        (Outcome::Pass, Reason::HolderSigned { suite, method })
    );
}

/// A key that the holder publishes for assertions alone does not show who somebody is.
#[test]
fn a_key_that_is_not_for_authentication() {
    let without = |mut document: Value| {
        document.as_object_mut().unwrap().remove("authentication");
        document
    };
    let reason = Reason::KeyNotListed {
        method: format!("{DID}#key-1"),
        controller: DID.into(),
    };
    assert_eq!(by_domain(without), (Outcome::Fail, reason));
}

#[test]
fn wants_the_holders_document() {
    let alice = Issuer::did_web("holder", DID);
    let file = presentation_of(&alice, vec![signed("one")]);
    let file = alice.present(file).unwrap();
    let (_, report) = judge(&file, &Evidence::none()).unwrap();
    let report = report.unwrap();
    let (url, why) = (URL.to_owned(), Unobtained::NotAsked);
    assert_eq!(report.outcome, Outcome::Unknown);
    assert_eq!(report.reason, Reason::Unobtained { url, why });
    let (url, purpose) = (URL.to_owned(), Purpose::HolderDidDocument);
    assert_eq!(report.wants, [Request { url, purpose }]);
}

/// A challenge and a domain are shown: nobody here set them.
#[test]
fn a_signature_for_one_occasion() {
    let alice = Issuer::did_key("holder");
    let file = presentation_of(&alice, vec![signed("one")]);
    let mut members = purpose(members(SUITE), "authentication");
    members["challenge"] = json!("n-0S6_WzA2Mj");
    members["domain"] = json!(["jobs.example"]);
    let file = alice.sign_with(file, members).unwrap();
    let (_, report) = judge(&file, &Evidence::none()).unwrap();
    let report = report.unwrap();
    assert_eq!(report.outcome, Outcome::Pass);
    let domain = Note::MadeForDomain {
        domain: "jobs.example".into(),
    };
    let challenge = Note::MadeForChallenge {
        challenge: "n-0S6_WzA2Mj".into(),
    };
    assert_eq!(report.notes, [domain, challenge]);
}

/// What no context defines is not signed: the holder's statement is not whole.
#[test]
fn a_member_that_the_signature_does_not_cover() {
    let (_, mut file) = presented();
    file["honours"] = json!("with distinction");
    let (outcome, reason) = holder(&file);
    let terms = vec!["honours".to_owned()];
    assert_eq!(
        (outcome, reason),
        (Outcome::Unknown, Reason::UncoveredTerms { terms })
    );
    // A token among linked data is no value that becomes a statement.
    let (_, mut file) = presented();
    let entries = file["verifiableCredential"].as_array_mut().unwrap();
    entries.push(json!("eyJhbGciOiJFUzI1NiJ9.e30.AA"));
    assert_eq!(holder(&file).0, Outcome::Unknown);
}

/// Our sentences say what was signed, and never that somebody was verified or owns the badges.
#[test]
fn the_words_promise_nothing() {
    let (alice, file) = presented();
    let (_, report) = judge(&file, &Evidence::none()).unwrap();
    let report = report.unwrap();
    let sentence = english::holder(&report);
    assert_eq!(
        sentence,
        format!("{} signed that they present them.", alice.id())
    );
    for sentence in [
        sentence,
        english::holder_detail(&report),
        english::HOLDER_CAVEAT.to_owned(),
    ] {
        assert!(!sentence.to_lowercase().contains("verified"), "{sentence}");
    }
    assert!(english::HOLDER_CAVEAT.contains("does not show"));
}
