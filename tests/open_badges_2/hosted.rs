//! Hosted badges: the site is asked, step by step, and what it says now is what counts.

use assay::evidence::Answer;
use assay::evidence::{Purpose, Unreachable};
use assay::{
    Basis, Evidence, Note, Outcome, Question, Reason, Reliance, Unobtained, Verdict, verify,
};
use serde_json::{Value, json};

use crate::badge::*;
use crate::support::now;

#[test]
fn a_badge_that_its_issuers_site_confirms() {
    let report = judge(&assertion().to_string(), &site());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(report.basis, Basis::Hosting);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Pass, "hosted")
    );
    assert_eq!(
        code(&report, Question::IssuerKey),
        (Outcome::Pass, "hosted")
    );
    assert_eq!(code(&report, Question::Status), (Outcome::Pass, "hosted"));
    assert_eq!(wants(&report), []);
    let claims = &report.claims;
    assert_eq!(claims.title().unwrap().value, "Welding");
    assert_eq!(claims.issuer.name.as_ref().unwrap().value, "A school");
    assert_eq!(claims.skills().len(), 1);
    assert_eq!(claims.subject.identifiers[0].identity_type, "emailAddress");
    let achievement = claims.achievement.as_ref().unwrap();
    assert_eq!(achievement.tags, ["metal"]);
    let alignment = &achievement.alignments[0];
    assert_eq!(alignment.target_code.as_deref(), Some("W-1"));
}

#[test]
fn asks_for_one_document_after_another() {
    let file = assertion().to_string();
    let mut evidence = Evidence::none();
    for (url, purpose, document) in [
        (ASSERTION, Purpose::Assertion, assertion()),
        (CLASS, Purpose::BadgeClass, badge_class()),
        (PROFILE, Purpose::IssuerProfile, profile()),
    ] {
        let report = judge(&file, &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        assert_eq!(wants(&report), [(url, purpose)]);
        let reason = Reason::Unobtained {
            url: url.into(),
            why: Unobtained::NotAsked,
        };
        let unknown = (Outcome::Unknown, &reason);
        assert_eq!(answer(&report, Question::Integrity), unknown);
        assert_eq!(answer(&report, Question::IssuerKey), unknown);
        evidence.insert(url, response(200, &document.to_string()));
    }
    assert_eq!(judge(&file, &evidence).verdict, Verdict::Unlisted);
}

#[test]
fn a_site_that_does_not_answer_leaves_it_open() {
    for (answer, why) in [
        (Answer::Declined, Unobtained::Declined),
        (
            Answer::Unreachable(Unreachable::BlockedOrRefused),
            Unobtained::Unreachable(Unreachable::BlockedOrRefused),
        ),
        (
            Answer::Unreachable(Unreachable::Offline),
            Unobtained::Unreachable(Unreachable::Offline),
        ),
        (response(404, ""), Unobtained::Status(404)),
        (response(500, ""), Unobtained::Status(500)),
        (response(302, ""), Unobtained::Status(302)),
    ] {
        for url in [ASSERTION, CLASS, PROFILE] {
            let mut evidence = site();
            evidence.insert(url, answer.clone());
            let report = judge(&assertion().to_string(), &evidence);
            assert_eq!(report.verdict, Verdict::Unconfirmed);
            let url = url.into();
            let reason = Reason::Unobtained { url, why };
            let found = crate::badge::answer(&report, Question::Integrity);
            assert_eq!(found, (Outcome::Unknown, &reason));
            assert_eq!(wants(&report), []);
        }
    }
}

#[test]
fn a_file_that_says_something_else_than_the_site() {
    for (member, value) in [
        ("issuedOn", json!("2020-01-01T00:00:00Z")),
        ("expires", json!("2099-01-01T00:00:00Z")),
        ("evidence", json!("https://badges.example/work")),
        ("narrative", json!("Cum laude.")),
        (
            "recipient",
            json!({"type": "email", "hashed": false, "identity": "eve@example.com"}),
        ),
    ] {
        let file = with(assertion(), member, value).to_string();
        let report = judge(&file, &site());
        assert_eq!(report.verdict, Verdict::Invalid, "{member}");
        let reason = Reason::DiffersFromHosted {
            url: ASSERTION.into(),
            members: vec![member],
        };
        assert_eq!(
            answer(&report, Question::Integrity),
            (Outcome::Fail, &reason)
        );
        // What is shown is what the site says.
        let identity = &report.claims.subject.identifiers[0].identity_hash;
        assert_eq!(identity, "ada@example.com");
        assert!(report.claims.subject.narrative.is_none());
    }
}

#[test]
fn a_file_whose_badge_class_was_edited() {
    let class = with(badge_class(), "name", json!("Doctor of welding"));
    let file = with(assertion(), "badge", class).to_string();
    let report = judge(&file, &site());
    let reason = Reason::DiffersFromHosted {
        url: ASSERTION.into(),
        members: vec!["name"],
    };
    assert_eq!(
        answer(&report, Question::Integrity),
        (Outcome::Fail, &reason)
    );
    assert_eq!(report.claims.title().unwrap().value, "Welding");
}

/// Platforms write the badge class and the profile into the copies that they give away.
#[test]
fn a_file_that_has_written_out_what_the_site_has_elsewhere() {
    let class = with(badge_class(), "issuer", profile());
    let file = with(assertion(), "badge", class).to_string();
    assert_eq!(judge(&file, &site()).verdict, Verdict::Unlisted);
    // And the other way round.
    let class = with(badge_class(), "issuer", profile());
    let evidence = site_with(with(assertion(), "badge", class), profile());
    assert_eq!(
        judge(&assertion().to_string(), &evidence).verdict,
        Verdict::Unlisted
    );
}

#[test]
fn a_profile_that_the_badge_has_written_out_proves_nothing() {
    let mine = json!({"allowedOrigins": ["evil.example"]});
    let class = with(
        with(badge_class(), "id", json!("https://evil.example/class")),
        "issuer",
        with(profile(), "verification", mine),
    );
    let url = "https://evil.example/1";
    let file = with(with(assertion(), "id", json!(url)), "badge", class);
    let evidence = serving(&[(url, file.clone()), (PROFILE, profile())]);
    let report = judge(&file.to_string(), &evidence);
    assert_eq!(report.verdict, Verdict::Invalid);
    let reason = Reason::HostedElsewhere {
        url: url.into(),
        issuer: PROFILE.into(),
    };
    assert_eq!(
        answer(&report, Question::IssuerKey),
        (Outcome::Fail, &reason)
    );
    // Nor does it while the issuer's own profile is not at hand.
    let evidence = serving(&[(url, file.clone())]);
    let report = judge(&file.to_string(), &evidence);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&report), [(PROFILE, Purpose::IssuerProfile)]);
}

#[test]
fn a_badge_class_at_another_site_than_the_issuers() {
    let elsewhere = "https://evil.example/class";
    let class = with(badge_class(), "id", json!(elsewhere));
    let file = with(assertion(), "badge", json!(elsewhere));
    let mut evidence = site_with(file.clone(), profile());
    evidence.insert(elsewhere, response(200, &class.to_string()));
    let report = judge(&file.to_string(), &evidence);
    let key = code(&report, Question::IssuerKey);
    assert_eq!(key, (Outcome::Fail, "hosted-elsewhere"));
}

#[test]
fn where_an_issuer_says_that_its_badges_are() {
    let cases = [
        // That is said of assertions, and not of badge classes.
        (
            json!({"startsWith": "https://badges.example/assertions/"}),
            Outcome::Pass,
        ),
        (
            json!({"startsWith": "https://badges.example/"}),
            Outcome::Pass,
        ),
        (
            json!({"startsWith": ["https://other.example/", "https://badges.example/"]}),
            Outcome::Pass,
        ),
        (
            json!({"startsWith": "https://badges.example/other/"}),
            Outcome::Fail,
        ),
        (
            json!({"startsWith": "https://badges.example.evil.example/"}),
            Outcome::Fail,
        ),
        (json!({"allowedOrigins": "badges.example"}), Outcome::Pass),
        (json!({"allowedOrigins": ["other.example"]}), Outcome::Fail),
        (
            json!({"allowedOrigins": "badges.example", "startsWith": "https://badges.example/x"}),
            Outcome::Fail,
        ),
    ];
    for (verification, expected) in cases {
        let profile = with(profile(), "verification", verification.clone());
        let report = judge(&assertion().to_string(), &site_with(assertion(), profile));
        assert_eq!(
            report.checks.get(Question::IssuerKey).outcome,
            expected,
            "{verification}"
        );
    }
}

#[test]
fn gone_is_withdrawn() {
    for (status, body) in [
        (410, String::new()),
        (410, "Gone".into()),
        (410, json!({"revoked": true}).to_string()),
        (200, json!({"id": ASSERTION, "revoked": true}).to_string()),
        (200, with(assertion(), "revoked", json!(true)).to_string()),
    ] {
        let mut evidence = site();
        evidence.insert(ASSERTION, response(status, &body));
        let report = judge(&assertion().to_string(), &evidence);
        assert_eq!(report.verdict, Verdict::Revoked, "{body}");
        let revoked = (Outcome::Fail, &Reason::Revoked);
        assert_eq!(answer(&report, Question::Status), revoked);
        // Of what the file claims, nothing is confirmed, so nothing is shown.
        assert_eq!(report.claims.title(), None);
        assert_eq!(report.claims.subject.identifiers, []);
    }
}

#[test]
fn the_issuers_reason_for_withdrawing() {
    let mut evidence = site();
    let body = json!({"id": ASSERTION, "revoked": true, "revocationReason": "By mistake."});
    evidence.insert(ASSERTION, response(200, &body.to_string()));
    let report = judge(&assertion().to_string(), &evidence);
    let text = "By mistake.".into();
    assert_eq!(report.notes, [Note::RevocationReason { text }]);
}

#[test]
fn a_strangers_site_cannot_withdraw_for_an_issuer() {
    let url = "https://evil.example/1";
    let file = with(assertion(), "id", json!(url));
    let mut evidence = site();
    evidence.insert(url, response(410, ""));
    let report = judge(&file.to_string(), &evidence);
    assert_eq!(report.verdict, Verdict::Invalid);
    let key = code(&report, Question::IssuerKey);
    assert_eq!(key, (Outcome::Fail, "hosted-elsewhere"));
}

/// What is no profile restricts nothing, and so establishes nothing.
#[test]
fn an_answer_that_is_no_profile() {
    for document in [json!({}), json!({"id": PROFILE}), json!({"url": PROFILE})] {
        let mut evidence = site();
        evidence.insert(PROFILE, response(200, &document.to_string()));
        let report = judge(&assertion().to_string(), &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{document}");
        let reason = Reason::MalformedDocument {
            url: PROFILE.to_owned(),
        };
        assert_eq!(
            answer(&report, Question::Integrity),
            (Outcome::Unknown, &reason)
        );
    }
}

#[test]
fn an_answer_that_belongs_to_another_address() {
    let other = "https://badges.example/assertions/2";
    let cases = [
        (ASSERTION, with(assertion(), "id", json!(other)), other),
        (CLASS, with(badge_class(), "id", json!(other)), other),
        (PROFILE, with(profile(), "id", json!(other)), other),
    ];
    for (url, document, id) in cases {
        let mut evidence = site();
        evidence.insert(url, response(200, &document.to_string()));
        let report = judge(&assertion().to_string(), &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        let (url, id) = (url.into(), id.into());
        let reason = Reason::NotItsAddress { url, id };
        assert_eq!(
            answer(&report, Question::Integrity),
            (Outcome::Unknown, &reason)
        );
    }
}

#[test]
fn an_answer_that_is_no_such_document() {
    let cases: [(&str, Value); 6] = [
        (ASSERTION, json!([])),
        (ASSERTION, json!({"id": ASSERTION})),
        (CLASS, json!("a text")),
        (CLASS, with(badge_class(), "type", json!("Issuer"))),
        (PROFILE, with(profile(), "type", json!("BadgeClass"))),
        (PROFILE, json!(7)),
    ];
    for (url, document) in cases {
        let mut evidence = site();
        evidence.insert(url, response(200, &document.to_string()));
        let report = judge(&assertion().to_string(), &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        let integrity = code(&report, Question::Integrity);
        assert_eq!(
            integrity,
            (Outcome::Unknown, "malformed-document"),
            "{url}: {document}"
        );
    }
}

#[test]
fn a_badge_without_an_address_or_an_issuer() {
    let file = with(assertion(), "id", json!("urn:uuid:1"));
    let report = judge(&file.to_string(), &site());
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Unknown, "no-address")
    );
    assert_eq!(wants(&report), []);

    let file = without(assertion(), "verification");
    let report = judge(&file.to_string(), &site());
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Unknown, "no-address")
    );

    let mut evidence = site();
    let class = with(badge_class(), "issuer", json!("urn:uuid:2"));
    evidence.insert(CLASS, response(200, &class.to_string()));
    let report = judge(&assertion().to_string(), &evidence);
    let integrity = code(&report, Question::Integrity);
    assert_eq!(integrity, (Outcome::Unknown, "unresolvable-issuer"));
}

#[test]
fn its_dates_count() {
    for (member, value, expected) in [
        ("expires", "2025-01-01T00:00:00Z", Verdict::Expired),
        ("issuedOn", "2030-01-01T00:00:00Z", Verdict::NotYetValid),
        ("expires", "some day", Verdict::Unconfirmed),
    ] {
        let dated = with(assertion(), member, json!(value));
        let report = judge(&dated.to_string(), &site_with(dated.clone(), profile()));
        assert_eq!(report.verdict, expected, "{member}");
    }
}

#[test]
fn a_badge_of_which_only_the_address_is_known() {
    let badge = assay::credential::hosted_at(ASSERTION).unwrap();
    let policy = assay::Policy::default();
    let report = verify(&badge, &Evidence::none(), &policy, now());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(report.verdict.reliance(), Reliance::Nothing);
    assert_eq!(wants(&report), [(ASSERTION, Purpose::Assertion)]);
    assert_eq!(report.claims.title(), None);

    let report = verify(&badge, &site(), &policy, now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(report.claims.title().unwrap().value, "Welding");

    for address in ["", "urn:uuid:1", "ftp://badges.example/1", "badges.example"] {
        assert_eq!(assay::credential::hosted_at(address), None, "{address}");
    }
}
