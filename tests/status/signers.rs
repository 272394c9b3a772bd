//! Who signed the list, and whether it is what they signed.

use assay::status::{Consulted, Keeper, Standing, StatusReason};
use assay::{Evidence, Reason};
use serde_json::{Value, json};
use signing::Issuer;

use crate::list::*;

const DOMAIN: &str = "https://keeper.example/.well-known/did.json";

fn keeper() -> Issuer {
    Issuer::did_web("a keeper", "did:web:keeper.example")
}

/// A list of another's with its domain's keys, all there is to it.
fn of_keeper(set: &[usize]) -> Evidence {
    let keeper = keeper();
    let list = list(&keeper, "revocation", &encoded(&bits(SHORTEST, set)));
    let mut evidence = serving(&keeper.sign(list).unwrap().to_string());
    evidence.insert(DOMAIN, response(200, &keeper.did_document().to_string()));
    evidence
}

fn badge_1() -> String {
    signed_badge(entry("revocation", "1"))
}

#[test]
fn anothers_list_settles_nothing_either_way() {
    for (set, says) in [(vec![], Standing::Clear), (vec![1], Standing::Revoked)] {
        let report = judge(&badge_1(), &of_keeper(&set));
        assert_eq!(codes(&report), unknown("another-issuers-list"));
        let anothers = StatusReason::AnothersList {
            url: LIST.into(),
            issuer: "did:web:keeper.example".into(),
            says: Some(says),
        };
        assert_eq!(reason(&report), &Reason::Status(anothers));
    }
}

#[test]
fn a_listed_signers_list_counts_and_is_named() {
    let policy = listing(&keeper(), false);
    let report = judge_for(&badge_1(), &of_keeper(&[1]), &policy);
    assert_eq!(codes(&report), REVOKED);
    let report = judge_for(&badge_1(), &of_keeper(&[]), &policy);
    assert_eq!(codes(&report), IN_FORCE);
    let Reason::Status(StatusReason::Clear { consulted }) = reason(&report) else {
        panic!("{report:?}")
    };
    let name = "A status service".to_owned();
    assert!(
        matches!(consulted.as_slice(), [Consulted { keeper, .. }] if *keeper == Keeper::Listed { name })
    );
}

#[test]
fn a_test_registry_does_not_count() {
    let report = judge_for(&badge_1(), &of_keeper(&[]), &listing(&keeper(), true));
    assert_eq!(codes(&report), unknown("another-issuers-list"));
}

/// Another list of the same signer's could stand in its place.
#[test]
fn a_listed_signers_list_has_to_say_where_it_is() {
    let keeper = Issuer::did_key("a keeper");
    let mut list = list(&keeper, "revocation", &encoded(&bits(SHORTEST, &[])));
    list.as_object_mut().unwrap().remove("id");
    let evidence = serving(&keeper.sign(list).unwrap().to_string());
    let report = judge_for(&badge_1(), &evidence, &listing(&keeper, false));
    assert_eq!(codes(&report), unknown("another-issuers-list"));
}

/// The keys of a list's signer are asked for by that name, and only once the list is there.
#[test]
fn the_signers_keys_are_wanted() {
    let mut evidence = of_keeper(&[]);
    evidence.remove(DOMAIN);
    let report = judge(&badge_1(), &evidence);
    assert_eq!(codes(&report), unknown("unreliable-status-list"));
    assert_eq!(wants(&report), [(DOMAIN, "status-list-keys")]);
    let report = judge(&badge_1(), &Evidence::none());
    assert_eq!(wants(&report), [(LIST, "status-list")]);
}

#[test]
fn a_list_that_is_not_known_to_be_what_its_signer_signed() {
    let signed = school().sign(revocations(&[])).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut list = signed.clone();
        *list.pointer_mut(pointer).unwrap() = value;
        list
    };
    let other = encoded(&bits(SHORTEST, &[2]));
    let forged = |issuer: &Issuer| {
        let mut list = revocations(&[]);
        list["issuer"] = json!(school().id());
        issuer.sign(list).unwrap()
    };
    let mut unsigned = signed.clone();
    unsigned.as_object_mut().unwrap().remove("proof");
    let mut extended = signed.clone();
    extended["more"] = json!("than was signed");
    for list in [
        with("/credentialSubject/encodedList", json!(other)),
        with("/validFrom", json!("2026-05-02T00:00:00Z")),
        with("/issuer", json!("did:web:status.example")),
        with("/proof/proofPurpose", json!("authentication")),
        forged(&Issuer::did_key("a stranger")),
        extended,
        unsigned,
    ] {
        let report = judge(&badge_1(), &serving(&list.to_string()));
        assert_eq!(codes(&report), unknown("unreliable-status-list"), "{list}");
    }
}

/// Nobody is asked about a badge that may be anybody's.
#[test]
fn nothing_is_asked_about_a_badge_that_is_not_its_issuers() {
    let school = school();
    let unsigned = badge(&school, entry("revocation", "1"));
    let mut altered = school.sign(unsigned.clone()).unwrap();
    altered["validFrom"] = json!("2025-01-02T00:00:00Z");
    let forged = Issuer::did_key("a stranger")
        .sign(unsigned.clone())
        .unwrap();
    let keeper = keeper();
    let keys_missing = keeper
        .sign(badge(&keeper, entry("revocation", "1")))
        .unwrap();
    let list = served(revocations(&[1]));
    for (badge, wanted) in [
        (unsigned, vec![]),
        (altered, vec![]),
        (forged, vec![]),
        (keys_missing, vec![(DOMAIN, "did-document")]),
    ] {
        for evidence in [&Evidence::none(), &list] {
            let report = judge(&badge.to_string(), evidence);
            let (verdict, _, code) = codes(&report);
            assert!(["invalid", "unconfirmed"].contains(&verdict), "{badge}");
            assert_eq!(
                (code, wants(&report)),
                ("no-valid-signature", wanted.clone())
            );
        }
    }
}

/// The issuer's domain lists the key of both, and is asked for it once.
#[test]
fn the_issuers_own_keys_serve_for_the_list() {
    let keeper = keeper();
    let badge = keeper
        .sign(badge(&keeper, entry("revocation", "1")))
        .unwrap();
    let report = judge(&badge.to_string(), &of_keeper(&[1]));
    assert_eq!(codes(&report), REVOKED);
    assert_eq!(wants(&report), []);
}
