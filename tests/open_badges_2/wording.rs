//! A site's word is never called unaltered, signed or genuine.

use assay::present::english;
use assay::trust::{Entry, Registry};
use assay::{Policy, Report};
use serde_json::json;

use crate::badge::*;

/// Every sentence about a badge.
fn sentences(report: &Report) -> Vec<String> {
    let mut sentences = vec![english::headline(report)];
    sentences.extend(english::caveats(report));
    for check in report.checks.all() {
        sentences.push(english::question(check.question, report.basis).to_owned());
        sentences.push(english::detail(check));
    }
    sentences
}

fn listed() -> Policy {
    let issuers = vec![Entry {
        id: PROFILE.into(),
        name: "A listed school".into(),
        legal_name: None,
        url: None,
        logo: None,
    }];
    Policy {
        registries: vec![Registry {
            name: "A registry".into(),
            test: false,
            issuers,
        }],
        ..Policy::default()
    }
}

#[test]
fn a_hosted_badge_is_confirmed_and_no_more() {
    let expired = with(assertion(), "expires", json!("2025-01-01T00:00:00Z"));
    let someone = Policy {
        recipient: Some("eve@example.com".into()),
        ..Policy::default()
    };
    for (badge, policy, headline) in [
        (
            assertion(),
            Policy::default(),
            "Confirmed now by badges.example. We can't confirm who that is.",
        ),
        (
            assertion(),
            listed(),
            "Confirmed now by the site of A listed school, in force on 1 June 2026.",
        ),
        (
            expired,
            Policy::default(),
            "Confirmed now by badges.example, but expired on 1 January 2025.",
        ),
        (
            assertion(),
            someone,
            "Confirmed now by badges.example, but not for the person you named.",
        ),
    ] {
        let evidence = site_with(badge.clone(), profile());
        let report = judge_for(&badge.to_string(), &evidence, &policy);
        assert_eq!(english::headline(&report), headline);
        for sentence in sentences(&report) {
            for word in [
                "Genuine",
                "unaltered",
                "signed",
                "signature",
                "verified",
                "anonymous",
            ] {
                assert!(!sentence.contains(word), "{sentence}");
            }
        }
    }
}

#[test]
fn a_signed_badge_says_what_the_signature_covers() {
    let school = signer("a school");
    let report = judge(&token(&school, &signed_assertion()), &signers_site(&school));
    let headline = format!("Genuine signature from {PROFILE}. We can't confirm who that is.");
    assert_eq!(english::headline(&report), headline);
    let integrity = english::detail(&report.checks.all()[0]);
    assert!(!integrity.contains("everything shown here"), "{integrity}");
}
