//! Every algorithm, with every way in which an issuer that is a key is tied to it.

use assay::proof::SecuringMechanism;
use assay::{Evidence, Outcome, Question, Reason};
use serde_json::{Value, json};
use signing::Issuer;

use crate::token::{SIGNERS, badge, check, issuer, older_badge, report, verdict};

#[test]
fn a_vc_jwt_of_either_data_model() {
    for (algorithm, kind) in SIGNERS {
        let issuer = issuer(kind);
        let header = json!({"typ": "JWT", "kid": issuer.method()});
        for payload in [badge(issuer.id()), older_badge(issuer.id())] {
            let token = issuer.token(algorithm, &header, &payload).unwrap();
            assert_eq!(verdict(&token), "unlisted", "{algorithm:?}");
            let (outcome, reason) = check(&report(&token, &Evidence::none()), Question::Integrity);
            assert_eq!((outcome, reason.code()), (Outcome::Pass, "vc-jwt"));
            let Reason::SignatureMatches { mechanism } = reason else {
                panic!("{reason:?}")
            };
            assert_eq!(mechanism.algorithm(), Some(algorithm.name()));
        }
    }
}

#[test]
fn a_vc_jose_token() {
    for (algorithm, kind) in SIGNERS {
        let issuer = issuer(kind);
        for typ in ["vc+jwt", "application/vc+jwt", "vc+ld+json+jwt"] {
            let header = json!({"typ": typ, "cty": "vc", "kid": issuer.method()});
            let token = issuer
                .token(algorithm, &header, &plain(&badge(issuer.id())))
                .unwrap();
            assert_eq!(verdict(&token), "unlisted", "{algorithm:?}");
            let reason = check(&report(&token, &Evidence::none()), Question::Integrity).1;
            assert_eq!(reason.code(), "vc+jwt");
        }
    }
}

/// vc-jose-cose needs none of the claims that repeat members.
fn plain(badge: &Value) -> Value {
    let mut badge = badge.clone();
    for claim in ["iss", "jti", "nbf", "sub"] {
        badge.as_object_mut().unwrap().remove(claim);
    }
    badge
}

#[test]
fn an_issuer_that_is_a_did_jwk() {
    for (algorithm, kind) in SIGNERS {
        let issuer = issuer(kind);
        let did = issuer.did_jwk().unwrap();
        let jwk = issuer.jwk().unwrap();
        for header in [
            json!({"kid": format!("{did}#0")}),
            json!({"kid": "#0"}),
            json!({"kid": "0"}),
            json!({"jwk": jwk}),
            // A hint that leads nowhere: the identifier has but one key.
            json!({"kid": "key-1"}),
            json!({}),
        ] {
            let token = issuer.token(algorithm, &header, &badge(&did)).unwrap();
            assert_eq!(verdict(&token), "unlisted", "{algorithm:?} {header}");
        }
    }
}

#[test]
fn the_name_of_rfc_9864() {
    let issuer = Issuer::did_key("an issuer of tokens");
    let header = json!({"alg": "Ed25519", "kid": issuer.method()});
    let algorithm = assay::key::Algorithm::EdDsa;
    let token = issuer
        .token(algorithm, &header, &badge(issuer.id()))
        .unwrap();
    let reason = check(&report(&token, &Evidence::none()), Question::Integrity).1;
    assert!(matches!(
        reason,
        Reason::SignatureMatches { mechanism: SecuringMechanism::Token(_, found) } if found == algorithm
    ));
}
