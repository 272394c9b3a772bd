//! Hosted badges: what the site says now, beside what the file says.

use assay::evidence::{Answer, Unreachable};
use assay::{Evidence, Outcome, Question, Reliance, Verdict};
use serde_json::json;

use crate::{ASSERTION, BADGE_CLASS, ISSUER, answer, assertion, issuer, outcome, report, site};

#[test]
fn the_site_confirms_the_file() {
    let file = assertion();
    let report = report(&file.to_string(), &site(&file));
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(
        outcome(&report, Question::Integrity),
        (Outcome::Pass, "hosted")
    );
}

#[test]
fn each_document_is_wanted_in_turn() {
    let file = assertion().to_string();
    let mut evidence = Evidence::none();
    let whole = site(&assertion());
    for url in [ASSERTION, BADGE_CLASS, ISSUER] {
        let report = report(&file, &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        let wants: Vec<_> = report.wants.iter().map(|want| want.url.as_str()).collect();
        assert_eq!(wants, [url]);
        evidence.insert(url, whole.answer(url).unwrap().clone());
    }
    assert_eq!(report(&file, &evidence).verdict, Verdict::Unlisted);
}

#[test]
fn a_file_that_says_something_else() {
    for (member, value) in [
        ("issuedOn", json!("2020-01-01T00:00:00Z")),
        ("expires", json!("2099-01-01T00:00:00Z")),
        ("narrative", json!("With honours.")),
        (
            "recipient",
            json!({"type": "email", "hashed": false, "identity": "eve@example.com"}),
        ),
    ] {
        let mut file = assertion();
        file[member] = value;
        let report = report(&file.to_string(), &site(&assertion()));
        assert_eq!(report.verdict, Verdict::Invalid, "{member}");
    }
}

#[test]
fn a_badge_that_was_withdrawn() {
    let file = assertion();
    let mut withdrawn = site(&file);
    withdrawn.insert(ASSERTION, answer(410, &json!({})));
    assert_eq!(
        report(&file.to_string(), &withdrawn).verdict,
        Verdict::Revoked
    );
    let mut revoked = assertion();
    revoked["revoked"] = json!(true);
    let report = report(&file.to_string(), &site(&revoked));
    assert_eq!(report.verdict, Verdict::Revoked);
}

#[test]
fn a_site_that_does_not_answer_confirms_nothing() {
    let file = assertion();
    for url in [ASSERTION, BADGE_CLASS, ISSUER] {
        for other in [
            answer(404, &json!({})),
            answer(500, &json!({})),
            answer(200, &json!([])),
            answer(200, &json!({"type": "other"})),
            Answer::Declined,
            Answer::Unreachable(Unreachable::Offline),
            Answer::Unreachable(Unreachable::BlockedOrRefused),
        ] {
            let mut evidence = site(&file);
            evidence.insert(url, other);
            let report = report(&file.to_string(), &evidence);
            assert_eq!(report.verdict.reliance(), Reliance::Nothing, "{url}");
        }
    }
}

/// A badge that somebody hosts in the name of an issuer elsewhere.
#[test]
fn an_assertion_outside_of_the_issuers_site() {
    let elsewhere = "https://forger.example/assertions/1";
    let mut file = assertion();
    file["id"] = json!(elsewhere);
    let mut evidence = site(&assertion());
    evidence.insert(elsewhere, answer(200, &file));
    let forged = report(&file.to_string(), &evidence);
    assert_eq!(forged.verdict.reliance(), Reliance::Nothing);
    // The issuer says that its badges are there too.
    let mut profile = issuer();
    profile["verification"] = json!({
        "allowedOrigins": ["badges.example", "forger.example"],
        "startsWith": ["https://badges.example/", "https://forger.example/assertions/"],
    });
    evidence.insert(ISSUER, answer(200, &profile));
    assert_eq!(
        report(&file.to_string(), &evidence).verdict,
        Verdict::Unlisted
    );
}

#[test]
fn a_document_that_is_another_badges() {
    let mut other = assertion();
    other["id"] = json!("https://badges.example/assertions/2");
    let report = report(&assertion().to_string(), &site(&other));
    assert_eq!(report.verdict.reliance(), Reliance::Nothing);
}

#[test]
fn the_sites_dates_count() {
    let mut expired = assertion();
    expired["expires"] = json!("2025-01-01T00:00:00Z");
    let report = report(&expired.to_string(), &site(&expired));
    assert_eq!(report.verdict, Verdict::Expired);
}
