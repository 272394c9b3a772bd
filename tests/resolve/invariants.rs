//! Less evidence never improves a verdict, whatever the keys are looked up by.

use assay::evidence::{Answer, Unreachable};
use assay::key::Algorithm;
use assay::{Evidence, Verdict};
use proptest::prelude::*;
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::{document, judge, judge_bytes, missing, served, signed};
use crate::did_log::{Keys, LOG};
use crate::website::{ISSUER, JWKS};

const PROOFS: &str = "https://history.example/.well-known/did-witness.json";
const DID: &str = "did:web:badges.example";
const DID_URL: &str = "https://badges.example/.well-known/did.json";

/// A badge for each mechanism, with all that it could want.
fn whole() -> Vec<(Value, Evidence)> {
    let (keys, witness) = (Keys::new(), Issuer::did_key("witness"));
    let log = keys.log(|drafts| {
        let rule = json!({"threshold": 1, "witnesses": [{"id": witness.id()}]});
        drafts[0].parameters["witness"] = rule;
    });
    let last = log.version_ids().remove(2);
    let proofs = json!([{"versionId": last, "proof": [witness.approve(&last).unwrap()]}]);
    let by_log = served(&[(LOG, &log.text()), (PROOFS, &proofs.to_string())]);
    let signer = Issuer::did_key("an issuer with an address");
    let (own, at_domain) = (
        Issuer::did_key("an issuer with an address").known_as(ISSUER),
        Issuer::did_key("an issuer with an address").known_as(DID),
    );
    let list = document(ISSUER, &[&signer]).to_string();
    let set = json!({"keys": [signer.jwk().unwrap()]}).to_string();
    let domain = document(DID, &[&at_domain]).to_string();
    vec![
        (keys.badge(&log.did()), by_log),
        (signed(&own, ISSUER), served(&[(ISSUER, &list)])),
        (
            signed(&signer, ISSUER),
            served(&[(ISSUER, &list), (JWKS, &set)]),
        ),
        (
            signed(&at_domain, ISSUER),
            served(&[(DID_URL, &domain), (ISSUER, &list)]),
        ),
        (signed(&at_domain, DID), served(&[(DID_URL, &domain)])),
    ]
}

/// Cases in which the issuer's two places do not agree: one lists the key, and the other another one, or
/// the same as withdrawn.
fn at_odds() -> Vec<(String, Evidence)> {
    let (signer, other) = (
        Issuer::did_key("an issuer with an address"),
        Issuer::did_key("another"),
    );
    let mut withdrawn = document(ISSUER, &[&signer]);
    withdrawn["verificationMethod"][0]["revoked"] = json!("2025-01-01T00:00:00Z");
    let documents = [
        document(ISSUER, &[&signer]),
        document(ISSUER, &[&other]),
        document(ISSUER, &[&other, &signer]),
        withdrawn,
    ];
    let name = format!("{ISSUER}#key-1");
    let sets = [&signer, &other].map(|key| {
        let mut key = key.jwk().unwrap();
        key["kid"] = json!(name);
        json!({"keys": [key]})
    });
    let token = |header: Value| {
        let payload = crate::badge::badge(ISSUER);
        signer.token(Algorithm::EdDsa, &header, &payload).unwrap()
    };
    let own = Issuer::did_key("an issuer with an address").known_as(ISSUER);
    let badges = [
        signed(&signer, ISSUER).to_string(),
        signed(&own, ISSUER).to_string(),
        token(json!({ "kid": name })),
        token(json!({"kid": signer.method()})),
        token(json!({"jwk": signer.jwk().unwrap()})),
        token(json!({})),
    ];
    let mut cases = Vec::new();
    for badge in badges {
        for (document, set) in documents
            .iter()
            .flat_map(|it| sets.iter().map(move |set| (it, set)))
        {
            let answers = [(ISSUER, &*document.to_string()), (JWKS, &*set.to_string())];
            cases.push((badge.clone(), served(&answers)));
        }
    }
    cases
}

#[test]
fn a_place_that_cannot_be_asked_adds_nothing() {
    for (badge, evidence) in at_odds() {
        let judge = |evidence: &Evidence| judge_bytes(badge.as_bytes(), evidence).verdict;
        let full = judge(&evidence);
        for url in [ISSUER, JWKS] {
            let mut less = evidence.clone();
            less.remove(url);
            let without = judge(&less);
            missing(&mut less, url);
            for verdict in [without, judge(&less)] {
                assert!(verdict.reliance() <= full.reliance(), "{url}: {badge}");
            }
        }
    }
}

/// What an answer can become on its way.
fn worse(answer: Answer) -> impl Strategy<Value = Option<Answer>> {
    let body = match answer {
        Answer::Response { body, .. } => body,
        _ => Vec::new(),
    };
    let response = |status, body| Some(Answer::Response { status, body });
    let (cut, altered) = (body.clone(), body);
    prop_oneof![
        Just(None),
        Just(Some(Answer::Declined)),
        Just(Some(Answer::Unreachable(Unreachable::Offline))),
        Just(response(404, Vec::new())),
        Just(response(200, b"<html>".to_vec())),
        any::<prop::sample::Index>()
            .prop_map(move |end| { response(200, cut[..end.index(cut.len())].to_vec()) }),
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(move |(at, byte)| {
            let mut body = altered.clone();
            let at = at.index(body.len());
            body[at] = byte;
            response(200, body)
        }),
    ]
}

#[test]
fn all_of_it_is_enough() {
    for (badge, evidence) in whole() {
        let report = judge(&badge, &evidence);
        assert_eq!(report.verdict, Verdict::Unlisted);
        assert_eq!(report.wants, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn less_evidence_never_improves_the_verdict(
        (badge, url, evidence, worse) in prop::sample::select(whole()).prop_flat_map(|(badge, evidence)| {
            let urls = [LOG, PROOFS, ISSUER, JWKS, DID_URL];
            let urls: Vec<_> = urls.into_iter().filter(|url| evidence.answer(url).is_some()).collect();
            prop::sample::select(urls).prop_flat_map(move |url| {
                let answer = evidence.answer(url).cloned().unwrap();
                (Just(badge.clone()), Just(url), Just(evidence.clone()), worse(answer))
            })
        }),
    ) {
        let full = judge(&badge, &evidence);
        let mut less = evidence.clone();
        less.remove(url);
        if let Some(answer) = worse {
            less.insert(url, answer);
        }
        let less = judge(&badge, &less);
        prop_assert!(less.verdict.reliance() <= full.verdict.reliance());
    }
}
