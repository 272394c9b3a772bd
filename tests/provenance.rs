//! Where the documents came from that a report rests on: the verdict is the same, and it is said.

mod support;

use assay::carrier::{Carrier, Found};
use assay::evidence::{Answer, Obtained, Provenance, Purpose, Request, Source, Unreachable};
use assay::present::{Place, english, report_json};
use assay::{Evidence, Policy, Report, Timestamp, Verdict, open, verify};
use serde_json::{Value, json};
use support::{now, sample};

const DOMAIN: &str = "https://badges.example/.well-known/did.json";

fn answer() -> Answer {
    Answer::Response {
        status: 200,
        body: sample("did.json"),
    }
}

fn judged(evidence: &Evidence) -> (Report, Value) {
    let badge = sample("domain-issuer.json");
    let policy = Policy::default();
    let opened = open(&badge, &policy.bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, evidence, &policy, now());
    let place = Place {
        file: "badge.json",
        carrier: Carrier::Json,
        found: &Found {
            places: Vec::new(),
            oddities: Vec::new(),
        },
        index: 1,
        of: 1,
        presentation: None,
    };
    let json = serde_json::from_str(&report_json(&place, &report)).unwrap();
    (report, json)
}

fn from(source: Source) -> (Report, Value) {
    let at = Timestamp::parse("2026-05-31T23:00:00+00:00").ok();
    let mut evidence = Evidence::none();
    evidence.insert_from(DOMAIN, answer(), Provenance { source, at });
    judged(&evidence)
}

/// Nothing can be told of a document that anybody could have written, but by whom it was supplied.
#[test]
fn a_document_supplied_by_hand_is_judged_like_a_fetched_one_and_said() {
    let (fetched, _) = from(Source::Fetched);
    let (attached, json) = from(Source::Attached);
    assert_eq!(fetched.verdict, Verdict::Unlisted);
    assert_eq!(attached.verdict, Verdict::Unlisted);
    assert_eq!(attached.checks, fetched.checks);
    let caveat = "Supplied by hand, not fetched from its host: the issuer's list of keys (badges.example). This verdict is worth no more than your trust in where that file came from.";
    assert!(english::caveats(&attached).contains(&caveat.to_owned()));
    assert!(!english::caveats(&fetched).contains(&caveat.to_owned()));
    assert_eq!(
        json["evidence"],
        json!([{
            "url": DOMAIN,
            "purpose": "did-document",
            "source": "attached",
            "at": "2026-05-31T23:00:00Z",
        }])
    );
}

#[test]
fn a_relay_is_named() {
    let (report, json) = from(Source::Relayed {
        through: "relay.example".into(),
    });
    assert_eq!(report.verdict, Verdict::Unlisted);
    let caveat = "What badges.example said came through the relay relay.example, which could have altered it.";
    assert!(english::caveats(&report).contains(&caveat.to_owned()));
    assert_eq!(json["evidence"][0]["source"], "relayed");
    assert_eq!(json["evidence"][0]["through"], "relay.example");
}

/// Of the evidence, a report names what it rests on and nothing else.
#[test]
fn only_what_was_wanted_and_came_is_named() {
    let mut evidence = Evidence::none();
    evidence.insert("https://other.example/did.json", answer());
    let (report, json) = judged(&evidence);
    assert_eq!(report.evidence, []);
    assert_eq!(json["evidence"], Value::Null);
    assert_eq!(report.wants.len(), 1);

    for nothing in [
        Answer::Declined,
        Answer::Unreachable(Unreachable::BlockedOrRefused),
    ] {
        evidence.insert(DOMAIN, nothing);
        assert_eq!(judged(&evidence).0.evidence, []);
    }

    evidence.insert(DOMAIN, answer());
    let request = Request {
        url: DOMAIN.into(),
        purpose: Purpose::DidDocument,
    };
    let provenance = Provenance::default();
    let (report, _) = judged(&evidence);
    let rests_on = Obtained {
        request,
        provenance,
    };
    assert_eq!(report.evidence, [rests_on]);
}

/// A host's page in place of a document is no answer, and each other failure has its own words.
#[test]
fn what_could_not_be_read_says_why() {
    for (answer, code, words) in [
        (
            Answer::received(200, b"<!doctype html><title>Welcome</title>".to_vec()),
            "web-page",
            "gave a web page",
        ),
        (
            Answer::received(404, b"<!doctype html>".to_vec()),
            "http-status",
            "isn't there (error 404)",
        ),
        (
            Answer::received(410, Vec::new()),
            "http-status",
            "is gone for good (error 410)",
        ),
        (
            Answer::received(500, Vec::new()),
            "http-status",
            "its host has a fault (error 500)",
        ),
        (
            Answer::Unreachable(Unreachable::BlockedOrRefused),
            "blocked-by-cors",
            "couldn't be read: no such host",
        ),
        (
            Answer::Unreachable(Unreachable::Insecure),
            "insecure-address",
            "isn't an https address",
        ),
        (
            Answer::Unreachable(Unreachable::Media),
            "media",
            "a picture, sound or film",
        ),
        (
            Answer::Unreachable(Unreachable::Offline),
            "offline",
            "this device is offline",
        ),
        (
            Answer::Unreachable(Unreachable::Redirected),
            "redirected",
            "to another address",
        ),
        (
            Answer::Unreachable(Unreachable::TimedOut),
            "timed-out",
            "did not answer in time",
        ),
        (
            Answer::Unreachable(Unreachable::TooLarge),
            "too-large",
            "larger than we read",
        ),
        (
            Answer::Unreachable(Unreachable::TooMany),
            "too-many-requests",
            "ask for too much already",
        ),
    ] {
        let mut evidence = Evidence::none();
        evidence.insert(DOMAIN, answer);
        let (report, json) = judged(&evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{code}");
        assert_eq!(json["checks"][0]["outcome"], "unknown");
        assert_eq!(json["checks"][0]["code"], code);
        let detail = json["checks"][0]["detail"].as_str().unwrap();
        assert!(detail.contains(words), "{detail}");
        assert!(json["checks"][0]["next"].is_string(), "{code}");
    }
}
