//! Refresh services: the version that an issuer gives now stands in for the file's, and keeping it away
//! improves nothing.

mod support;

use assay::carrier::{Carrier, Found};
use assay::evidence::{Answer, Purpose, Unreachable};
use assay::present::{Place, english, report_json};
use assay::trust::{Entry, Registry};
use assay::{
    Evidence, Note, Outcome, Policy, Question, Reason, RefreshReason, Report, Unobtained, Verdict,
    open, verify,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use signing::Issuer;
use support::now;

const SERVICE: &str = "https://issuer.example/refresh/1";
const DOMAIN: &str = "https://issuer.example/.well-known/did.json";
const EXPIRED: &str = "2025-01-01T00:00:00Z";
const LATER: &str = "2027-01-01T00:00:00Z";

fn issuer() -> Issuer {
    Issuer::did_key("refresh")
}

/// A badge with a refresh service, until then.
fn badge(issuer: &Issuer, until: Option<&str>) -> Value {
    let mut badge = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        ],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": "Issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "An achievement"},
        },
        "refreshService": {"id": SERVICE, "type": "1EdTechCredentialRefresh"},
    });
    if let Some(until) = until {
        badge["validUntil"] = json!(until);
    }
    badge
}

fn signed(issuer: &Issuer, badge: Value) -> Value {
    issuer.sign(badge).unwrap()
}

/// The answer of the service.
fn given(newer: &Value) -> Answer {
    let body = newer.to_string().into_bytes();
    Answer::Response { status: 200, body }
}

fn evidence(answer: Answer) -> Evidence {
    let mut evidence = Evidence::none();
    evidence.insert(SERVICE, answer);
    evidence
}

fn judge(badge: &Value, evidence: &Evidence, policy: &Policy) -> Report {
    let opened = open(badge.to_string().as_bytes(), &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, policy, now())
}

fn status(report: &Report) -> (Outcome, Reason) {
    let check = report.checks.get(Question::Status);
    (check.outcome, check.reason.clone())
}

fn wants_refresh(report: &Report) -> bool {
    report
        .wants
        .iter()
        .any(|want| want.purpose == Purpose::Refresh && want.url == SERVICE)
}

#[test]
fn an_expired_badge_that_its_issuer_renewed() {
    let issuer = issuer();
    let old = signed(&issuer, badge(&issuer, Some(EXPIRED)));
    let policy = Policy::default();
    let before = judge(&old, &Evidence::none(), &policy);
    assert_eq!(before.verdict, Verdict::Expired);
    assert!(wants_refresh(&before) && !before.refreshed);

    let mut newer = badge(&issuer, Some(LATER));
    newer["name"] = json!("The newer one");
    let report = judge(&old, &evidence(given(&signed(&issuer, newer))), &policy);
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert!(report.refreshed);
    assert_eq!(
        report.notes.first(),
        Some(&Note::Refreshed {
            url: SERVICE.into()
        })
    );
    // The report is about the newer version, and asks for no third.
    assert_eq!(report.claims.name.as_ref().unwrap().value, "The newer one");
    assert_eq!(report.wants, []);
    let place = Place {
        file: "x",
        carrier: Carrier::Json,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    let json = report_json(&place, &report);
    assert!(json.contains("\"refreshed\":true"), "{json}");
    assert!(english::note(&report.notes[0]).contains("not the one in the file"));
}

#[test]
fn a_newer_version_in_a_token() {
    let issuer = issuer();
    let old = signed(&issuer, badge(&issuer, Some(EXPIRED)));
    let newer = badge(&issuer, Some(LATER));
    let header = json!({"alg": "EdDSA", "kid": issuer.method()});
    let token = issuer
        .token(assay::key::Algorithm::EdDsa, &header, &newer)
        .unwrap();
    let answer = Answer::Response {
        status: 200,
        body: token.into_bytes(),
    };
    let report = judge(&old, &evidence(answer), &Policy::default());
    assert_eq!(
        (report.verdict, report.refreshed),
        (Verdict::Unlisted, true)
    );
}

/// A service is no status method (Open Badges 3.0 goes on with the original where it gives nothing):
/// in force, the badge is what it is, and the reader is told of the service.
#[test]
fn a_badge_in_force_without_a_status_method_does_not_wait_for_the_service() {
    let issuer = issuer();
    let (in_force, ended) = (badge(&issuer, None), badge(&issuer, Some(EXPIRED)));
    let in_force = signed(&issuer, in_force);
    let url = SERVICE.to_owned();
    let reason = Reason::Unobtained {
        url,
        why: Unobtained::NotAsked,
    };
    let told = [Note::NotRefreshed { reason }];
    for evidence in [
        Evidence::none(),
        evidence(Answer::Declined),
        evidence(given(&signed(&issuer, ended))),
    ] {
        let report = judge(&in_force, &evidence, &Policy::default());
        assert_eq!(report.verdict, Verdict::Unlisted);
        assert_eq!(status(&report), (Outcome::Absent, Reason::NoStatusMethod));
        assert_eq!(report.notes, told);
        assert!(!report.refreshed && !wants_refresh(&report));
    }
    assert_eq!(
        english::note(&told[0]),
        "The issuer may have a newer version at https://issuer.example/refresh/1."
    );
}

/// What the status method says needs no newer version; and where it is not answered, it is put first.
#[test]
fn with_another_way_to_ask_the_service_is_not_asked() {
    let issuer = issuer();
    let newer = signed(&issuer, badge(&issuer, Some(LATER)));
    for (until, verdict) in [(EXPIRED, Verdict::Expired), (LATER, Verdict::StatusUnknown)] {
        let mut with_status = badge(&issuer, Some(until));
        with_status["credentialStatus"] =
            json!({"id": "https://issuer.example/list", "type": "1EdTechRevocationList"});
        let with_status = issuer.sign(with_status).unwrap();
        let policy = Policy::default();
        let report = judge(&with_status, &evidence(given(&newer)), &policy);
        assert_eq!((report.verdict, report.refreshed), (verdict, false));
        assert!(!wants_refresh(&report), "{until}");
    }
}

#[test]
fn what_is_not_signed_by_its_issuer_is_never_refreshed() {
    let issuer = issuer();
    let newer = signed(&issuer, badge(&issuer, Some(LATER)));
    let mut altered = signed(&issuer, badge(&issuer, Some(EXPIRED)));
    altered["credentialSubject"]["achievement"]["name"] = json!("Another");
    let unsigned = badge(&issuer, Some(EXPIRED));
    for (old, verdict) in [
        (altered, Verdict::Invalid),
        (unsigned, Verdict::Unconfirmed),
    ] {
        let report = judge(&old, &evidence(given(&newer)), &Policy::default());
        assert_eq!((report.verdict, report.refreshed), (verdict, false));
        assert!(!wants_refresh(&report));
    }
}

#[test]
fn what_does_not_stand_in_for_a_badge() {
    let issuer = issuer();
    let old = signed(&issuer, badge(&issuer, Some(EXPIRED)));
    let later = || badge(&issuer, Some(LATER));
    let with_id = |id: Value| {
        let mut other = later();
        other["id"] = id;
        signed(&issuer, other)
    };
    let stranger = Issuer::did_key("a stranger");
    let mut altered = signed(&issuer, later());
    altered["validUntil"] = json!("2028-01-01T00:00:00Z");
    let url = || SERVICE.to_owned();
    let response = |status: u16, body: &[u8]| Answer::Response {
        status,
        body: body.into(),
    };
    let unobtained = |why| Reason::Unobtained { url: url(), why };
    for (case, answer, reason) in [
        (
            "another badge of the issuer's",
            given(&with_id(json!("urn:uuid:9"))),
            Reason::Refresh(RefreshReason::AnotherCredential { url: url() }),
        ),
        (
            "another issuer's",
            given(&signed(&stranger, badge(&stranger, Some(LATER)))),
            Reason::Refresh(RefreshReason::AnotherCredential { url: url() }),
        ),
        (
            "unsigned",
            given(&later()),
            Reason::Refresh(RefreshReason::NotConfirmed { url: url() }),
        ),
        (
            "altered",
            given(&altered),
            Reason::Refresh(RefreshReason::NotConfirmed { url: url() }),
        ),
        (
            "signed by somebody else",
            given(&signed(&stranger, later())),
            Reason::Refresh(RefreshReason::NotConfirmed { url: url() }),
        ),
        (
            "a page",
            response(200, b"<html>"),
            Reason::Refresh(RefreshReason::NotACredential { url: url() }),
        ),
        (
            "gone",
            response(410, b""),
            unobtained(Unobtained::Status(410)),
        ),
        (
            "declined",
            Answer::Declined,
            unobtained(Unobtained::Declined),
        ),
        (
            "offline",
            Answer::Unreachable(Unreachable::Offline),
            unobtained(Unobtained::Unreachable(Unreachable::Offline)),
        ),
    ] {
        let report = judge(&old, &evidence(answer), &Policy::default());
        assert_eq!(
            (report.verdict, report.refreshed),
            (Verdict::Expired, false),
            "{case}"
        );
        assert_eq!(
            report.notes.first(),
            Some(&Note::NotRefreshed { reason }),
            "{case}"
        );
    }
}

/// The answer for another time cannot rest on what is given now.
#[test]
fn at_another_time_the_service_is_not_asked() {
    let issuer = issuer();
    let old = signed(&issuer, badge(&issuer, Some(EXPIRED)));
    let newer = signed(&issuer, badge(&issuer, Some(LATER)));
    let policy = Policy {
        now: Some(now().plus_seconds(86_400)),
        ..Policy::default()
    };
    let report = judge(&old, &evidence(given(&newer)), &policy);
    assert_eq!(report.verdict, Verdict::Expired);
    let reason = Reason::Refresh(RefreshReason::AnotherTime);
    assert_eq!(report.notes, [Note::NotRefreshed { reason }]);
    assert!(!report.refreshed && !wants_refresh(&report));
}

#[test]
fn a_service_of_another_kind_is_left_to_the_holder() {
    let issuer = issuer();
    let mut other = badge(&issuer, None);
    // A word that the contexts define, and no refresh service.
    other["refreshService"]["type"] = json!("1EdTechRevocationList");
    let report = judge(
        &signed(&issuer, other),
        &Evidence::none(),
        &Policy::default(),
    );
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert!(!wants_refresh(&report) && report.notes.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Invariant 1: whatever the file and the newer version say, and whichever of the answers are
    /// kept away or spoilt, the verdict lets one rely on it no more than with all of them.
    #[test]
    fn less_evidence_never_improves_the_verdict(
        old in select(vec![None, Some(EXPIRED), Some(LATER)]),
        newer in select(vec![None, Some(EXPIRED), Some(LATER), Some("no date")]),
        has_status in prop::array::uniform2(any::<bool>()),
        signs in any::<bool>(),
        kept_away in prop::array::uniform2(any::<bool>()),
        spoilt in any::<bool>(),
    ) {
        let issuer = Issuer::did_web("refresh", "did:web:issuer.example");
        let made = |until, has_status: bool| {
            let mut badge = badge(&issuer, until);
            if has_status {
                badge["credentialStatus"] = json!({"id": "https://issuer.example/list", "type": "1EdTechRevocationList"});
            }
            badge
        };
        let file = signed(&issuer, made(old, has_status[0]));
        let newer = made(newer, has_status[1]);
        let newer = if signs { signed(&issuer, newer) } else { newer };
        let listed = Registry {
            name: "A registry".into(),
            test: false,
            issuers: vec![Entry {
                id: "did:web:issuer.example".into(),
                name: "A listed name".into(),
                legal_name: None,
                url: None,
                logo: None,
            }],
        };
        let policy = Policy { registries: vec![listed], ..Policy::default() };
        let mut all = Evidence::none();
        all.insert(DOMAIN, given(&issuer.did_document()));
        all.insert(SERVICE, given(&newer));
        let full = judge(&file, &all, &policy);
        let mut less = all;
        for (url, is_kept_away) in [DOMAIN, SERVICE].into_iter().zip(kept_away) {
            if is_kept_away {
                less.remove(url);
                if spoilt {
                    less.insert(url, Answer::Response { status: 200, body: b"{}".to_vec() });
                }
            }
        }
        let less = judge(&file, &less, &policy);
        prop_assert!(
            less.verdict.reliance() <= full.verdict.reliance(),
            "{:?} with less than for {:?}", less.verdict, full.verdict
        );
    }
}
