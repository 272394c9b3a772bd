//! Property tests: the design's invariants, for badges that rest on several documents.

use assay::trust::{Entry, Registry};
use assay::{Evidence, Policy, Reliance, Verdict, open, verify};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::badge::*;
use crate::properties::{lose, pointers, worse_answer};
use crate::support::now;

const ADDRESSES: [&str; 5] = [ASSERTION, CLASS, PROFILE, KEY, LIST];

/// A badge, and everything that it rests on.
fn badge(is_signed: bool, is_revoked: bool, is_stray: bool) -> (String, Evidence) {
    let school = signer("a school");
    let mut profile = with(profile(), "publicKey", json!(KEY));
    profile["revocationList"] = json!(LIST);
    if is_stray {
        profile["verification"] = json!({"startsWith": "https://other.example/"});
        profile["publicKey"] = json!([]);
    }
    let (file, mut evidence) = match is_signed {
        true => (
            token(&school, &signed_assertion()),
            signers_site_with(profile, key_document(&school)),
        ),
        false => (assertion().to_string(), site_with(assertion(), profile)),
    };
    let revoked = if is_revoked {
        json!([ASSERTION])
    } else {
        json!([])
    };
    let list = json!({"type": "RevocationList", "revokedAssertions": revoked});
    evidence.insert(LIST, response(200, &list.to_string()));
    if is_revoked && !is_signed {
        evidence.insert(ASSERTION, response(410, ""));
    }
    (file, evidence)
}

fn policy() -> Policy {
    Policy {
        registries: vec![Registry {
            name: "A registry".into(),
            test: false,
            issuers: vec![Entry {
                id: PROFILE.into(),
                name: "A listed name".into(),
                legal_name: None,
                url: None,
                logo: None,
            }],
        }],
        ..Policy::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// 1. Taking away or blocking any evidence never improves the verdict, whichever of it goes, and
    /// in whatever order.
    #[test]
    fn less_evidence_never_improves_the_verdict(
        is_signed in any::<bool>(),
        is_revoked in any::<bool>(),
        is_stray in any::<bool>(),
        losses in prop::collection::vec((select(ADDRESSES.to_vec()), worse_answer()), 1..5),
    ) {
        let (file, mut evidence) = badge(is_signed, is_revoked, is_stray);
        let mut before = judge_for(&file, &evidence, &policy()).verdict;
        let best = match (is_stray, is_revoked, is_signed) {
            // On the issuer's own origin a withdrawal counts, whatever its profile says.
            (false, true, _) | (true, true, false) => Verdict::Revoked,
            (true, false, false) | (true, _, true) if is_signed => Verdict::Invalid,
            (true, ..) => Verdict::Invalid,
            (false, false, _) => Verdict::Genuine,
        };
        prop_assert_eq!(before, best);
        for (url, answer) in losses {
            lose(&mut evidence, url, answer);
            let after = judge_for(&file, &evidence, &policy()).verdict;
            prop_assert!(after.reliance() <= before.reliance(), "{:?} after {:?}", after, before);
            before = after;
        }
    }

    /// 2. A hosted badge whose file says anything else than the site in what is shown is not relied
    /// on; where it is, what is shown is the site's.
    #[test]
    fn an_edited_copy_is_never_shown_as_attested(
        place in any::<Index>(),
        text in "[a-zA-Z0-9:/ #.@]{0,12}",
    ) {
        let class = with(badge_class(), "issuer", profile());
        let original = with(assertion(), "badge", class);
        let mut copy = original.clone();
        let pointer = place.get(&pointers(&copy)).clone();
        *copy.pointer_mut(&pointer).unwrap() = json!(text);
        let site = site();
        let expected = judge(&original.to_string(), &site).claims;
        if let Ok(opened) = open(copy.to_string().as_bytes(), &Policy::default().bounds) {
            let badge = opened.credentials.only().unwrap();
            let report = verify(badge, &site, &Policy::default(), now());
            if report.verdict.reliance() > Reliance::Nothing {
                prop_assert_eq!(report.claims, expected, "{}", pointer);
            }
        }
    }

    /// The number of documents that a badge can ask for is bounded, whatever the issuer lists.
    #[test]
    fn never_asks_without_end(keys in 1..100_usize) {
        let school = signer("a school");
        let keys: Vec<Value> = (0..keys)
            .map(|number| json!(format!("https://badges.example/keys/{number}")))
            .collect();
        let listed = with(profile(), "publicKey", Value::Array(keys));
        let unnamed = with(assertion(), "verification", json!({"type": "signed"}));
        let evidence = serving(&[(CLASS, badge_class()), (PROFILE, listed)]);
        let report = judge(&token(&school, &unnamed), &evidence);
        prop_assert!(report.wants.len() <= Policy::default().bounds.proofs);
    }
}
