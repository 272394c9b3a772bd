//! What a key is said to show of its issuer: never more than it does.

use assay::Evidence;
use assay::present::english;
use signing::Issuer;

use crate::badge::{document, judge, served, signed};
use crate::did_log::{Keys, LOG};
use crate::website::ISSUER;

#[test]
fn a_key_shows_a_key_and_a_domain_shows_a_domain() {
    let key = Issuer::did_key("an issuer");
    let did = "did:web:badges.example";
    let (domain, address) = (
        Issuer::did_web("an issuer", did),
        Issuer::did_key("an issuer").known_as(ISSUER),
    );
    let (keys, log) = (Keys::new(), Keys::new().log(|_| ()));
    let listed = |id: &str, key: &Issuer| document(id, &[key]).to_string();
    let evidence = served(&[
        (LOG, &log.text()),
        (ISSUER, &listed(ISSUER, &address)),
        (
            "https://badges.example/.well-known/did.json",
            &listed(did, &domain),
        ),
    ]);
    for (badge, expected) in [
        (signed(&key, key.id()), "a key, and no more"),
        (signed(&domain, did), "an address at badges.example"),
        (signed(&address, ISSUER), "an address at badges.example"),
        (
            keys.badge(&log.did()),
            "need not be who owns history.example",
        ),
    ] {
        let sentence = english::identity(&judge(&badge, &evidence)).unwrap();
        assert!(sentence.contains(expected), "{sentence}");
    }
}

/// A name in a key's identifier is nothing that its holder has shown.
#[test]
fn nothing_is_said_of_who_has_shown_nothing() {
    let domain = Issuer::did_web("an issuer", "did:web:badges.example");
    let key = Issuer::did_key("an issuer");
    for badge in [
        signed(&domain, domain.id()),
        signed(&key, ISSUER),
        crate::badge::badge(ISSUER),
    ] {
        assert_eq!(english::identity(&judge(&badge, &Evidence::none())), None);
    }
}
