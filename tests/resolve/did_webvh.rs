//! did:webvh: the log as a whole, and what its last version says.

use assay::evidence::Purpose;
use assay::resolve::DidLogError;
use assay::{Evidence, IssuerMethod, Outcome, Reason, Verdict};
use serde_json::{Value, json};
use signing::{DidLog, Issuer};

use crate::badge::{self, document, judge, listed, served, wants};
use crate::did_log::{DID, Keys, LOG, issuer_key, refused};

#[test]
fn a_log_that_holds_together() {
    let (keys, log) = (Keys::new(), Keys::new().log(|_| ()));
    let report = keys.report(&log.did(), &log.text());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(badge::issuer_key(&report), listed(IssuerMethod::DidWebvh));
    assert_eq!(report.wants, []);
}

#[test]
fn a_log_that_was_not_asked_for_is_wanted() {
    let (keys, log) = (Keys::new(), Keys::new().log(|_| ()));
    let report = judge(&keys.badge(&log.did()), &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&report), [(LOG, Purpose::DidLog)]);
}

#[test]
fn a_log_ends_with_or_without_a_line_feed() {
    let (keys, log) = (Keys::new(), Keys::new().log(|_| ()));
    for text in [
        log.text().trim_end().to_owned(),
        log.text().replace('\n', "\r\n"),
        format!("{}\n\n", log.text()),
    ] {
        let report = keys.report(&log.did(), &text);
        assert_eq!(report.verdict, Verdict::Unlisted, "{text:?}");
    }
}

#[test]
fn what_is_no_log() {
    let (keys, log) = (Keys::new(), Keys::new().log(|_| ()));
    let text = log.text();
    let half = text.split_at(text.len() / 2).0;
    let twice = text.replacen("\"state\"", "\"state\": {}, \"state\"", 1);
    for (text, version) in [
        ("", 1),
        ("<html>", 1),
        ("{}", 1),
        ("[]\n", 1),
        (&format!("\n{text}"), 1),
        (half, 2),
        (&format!("{text}{{}}"), 4),
        (&twice, 1),
    ] {
        let report = keys.report(&log.did(), text);
        let error = DidLogError::MalformedEntry { version };
        let expected = (Outcome::Unknown, Reason::DidLog(error));
        assert_eq!(badge::issuer_key(&report), expected, "{text}");
    }
}

#[test]
fn an_entry_that_was_changed_left_out_or_put_in() {
    let keys = Keys::new();
    let altered = |alter: fn(&mut Vec<Value>)| {
        let mut log = keys.log(|_| ());
        alter(&mut log.entries);
        log
    };
    for (log, version) in [
        (altered(|entries| drop(entries.remove(1))), 2),
        (altered(|entries| entries.swap(1, 2)), 2),
        (altered(|entries| entries.insert(1, entries[1].clone())), 3),
        (altered(|entries| entries[1]["state"]["more"] = json!(1)), 2),
        (altered(|entries| entries[2]["more"] = json!(1)), 3),
        (
            altered(|entries| entries[1]["versionId"] = entries[2]["versionId"].clone()),
            2,
        ),
    ] {
        refused(&log, DidLogError::EntryHashMismatch { version });
    }
}

/// Only the last entry can be replaced by whoever has the key, and each that follows it.
#[test]
fn an_entry_that_was_rewritten_by_its_own_key() {
    let keys = Keys::new();
    let mut log = keys.log(|_| ());
    log.entries[1]["state"]["more"] = json!(1);
    log.reseal(1, &keys.first).unwrap();
    refused(&log, DidLogError::EntryHashMismatch { version: 3 });
}

/// The identifier is made of the first entry, so that nobody can begin its history anew.
#[test]
fn a_first_entry_that_was_rewritten() {
    let keys = Keys::new();
    let mut log = keys.log(|_| ());
    log.entries.truncate(1);
    let mut own = document(DID, &[&keys.stranger]).to_string();
    own = own.replace("{SCID}", &log.scid());
    log.entries[0]["state"] = serde_json::from_str(&own).unwrap();
    log.entries[0]["parameters"]["updateKeys"] = json!([keys.stranger.multikey()]);
    log.reseal(0, &keys.stranger).unwrap();
    refused(&log, DidLogError::ScidMismatch);
}

#[test]
fn another_identifiers_log() {
    let keys = Keys::new();
    let log = keys.log(|_| ());
    let other = keys.log(|drafts| drafts[0].time = "2024-12-31T00:00:00Z");
    let report = keys.report(&log.did(), &other.text());
    let expected = (Outcome::Unknown, Reason::DidLog(DidLogError::ScidMismatch));
    assert_eq!(badge::issuer_key(&report), expected);
    // The same history, asked for at another place.
    let did = log.did().replace("history", "other");
    let url = LOG.replace("history", "other");
    let report = judge(&keys.badge(&did), &served(&[(&url, &log.text())]));
    let expected = Reason::DidLog(DidLogError::OtherIdentifier);
    assert_eq!(badge::issuer_key(&report), (Outcome::Unknown, expected));
}

#[test]
fn times_rise_and_are_not_ahead() {
    let keys = Keys::new();
    let timed = |index: usize, time| keys.log(|drafts| drafts[index].time = time);
    let good = [
        "2026-06-01T00:04:59Z",
        "2025-02-01T00:00:00.001Z",
        "2025-03-01T00:00:00+00:00",
    ];
    for time in good {
        let expected = listed(IssuerMethod::DidWebvh);
        assert_eq!(issuer_key(&timed(2, time)), expected, "{time}");
    }
    for (time, error) in [
        ("2025-02-01T00:00:00Z", DidLogError::NotLater { version: 3 }),
        ("2025-01-31T00:00:00Z", DidLogError::NotLater { version: 3 }),
        (
            "2026-06-01T00:05:01Z",
            DidLogError::InTheFuture { version: 3 },
        ),
        (
            "2025-03-01T00:00:00",
            DidLogError::MalformedEntry { version: 3 },
        ),
        (
            "2025-03-01T01:00:00+01:00",
            DidLogError::MalformedEntry { version: 3 },
        ),
        ("2025-03-01", DidLogError::MalformedEntry { version: 3 }),
    ] {
        refused(&timed(2, time), error);
    }
}

/// What counts is the last version, and that alone.
#[test]
fn a_key_that_was_taken_from_the_list() {
    let keys = Keys::new();
    let log = keys.log(|drafts| drafts[2].state = document(DID, &[&keys.stranger]));
    let report = keys.report(&log.did(), &log.text());
    assert_eq!(report.verdict, Verdict::Invalid);
    let log = keys.log(|drafts| drafts[2].state["assertionMethod"] = json!([]));
    let (method, controller) = (format!("{}#key-1", log.did()), log.did());
    let expected = Reason::KeyNotListed { method, controller };
    assert_eq!(issuer_key(&log), (Outcome::Fail, expected));
}

#[test]
fn an_identifier_that_was_given_up() {
    let keys = Keys::new();
    let last = json!({"deactivated": true, "updateKeys": []});
    let log = keys.log(|drafts| drafts[2].parameters = last.clone());
    let did = log.did();
    let report = keys.report(&did, &log.text());
    assert_eq!(report.verdict, Verdict::Invalid);
    let expected = Reason::DidLog(DidLogError::Deactivated { did });
    assert_eq!(badge::issuer_key(&report), (Outcome::Fail, expected));
    // Nothing can follow it, not even by a key that could sign before.
    let second = json!({"deactivated": true});
    let log = keys.log(|drafts| {
        drafts[1].parameters = second;
        drafts[2].signer = &keys.first;
    });
    refused(&log, DidLogError::Unauthorized { version: 3 });
}

#[test]
fn an_identifier_that_has_moved() {
    let keys = Keys::new();
    let to = DID.replace("history", "other");
    let moved = |portable: bool, known_as: Value| {
        keys.log(|drafts| {
            drafts[0].parameters["portable"] = json!(portable);
            drafts[2].state = document(&to, &[&keys.issuer]);
            drafts[2].state["alsoKnownAs"] = known_as;
        })
    };
    let log = moved(true, json!(["did:web:a.example", DID]));
    let (did, former) = (log.did(), log.did().replace("other", "history"));
    let url = LOG.replace("history", "other");
    let report = judge(&keys.badge(&did), &served(&[(&url, &log.text())]));
    assert_eq!(report.verdict, Verdict::Unlisted);
    // Under its former name there are no keys any more.
    let report = keys.report(&former, &log.text());
    let expected = Reason::DidLog(DidLogError::Moved { to: did });
    assert_eq!(badge::issuer_key(&report), (Outcome::Unknown, expected));
    for log in [
        moved(false, json!([DID])),
        moved(true, json!([])),
        moved(true, json!(null)),
    ] {
        let report = judge(&keys.badge(&log.did()), &served(&[(&url, &log.text())]));
        let error = DidLogError::MalformedEntry { version: 3 };
        let expected = (Outcome::Unknown, Reason::DidLog(error));
        assert_eq!(badge::issuer_key(&report), expected);
    }
}

/// The hash in the identifier stays for good, and is the same in every version.
#[test]
fn a_version_with_another_hash_in_its_identifier() {
    let keys = Keys::new();
    let other = keys.log(|drafts| drafts[0].time = "2024-12-31T00:00:00Z");
    for portable in [false, true] {
        let log = keys.log(|drafts| {
            drafts[0].parameters["portable"] = json!(portable);
            drafts[1].state["id"] = json!(other.did());
            drafts[1].state["alsoKnownAs"] = json!([DID]);
        });
        refused(&log, DidLogError::MalformedEntry { version: 2 });
    }
}

#[test]
fn a_log_without_end() {
    let keys = Keys::new();
    let long = |count: u32| {
        let times: Vec<String> = (0..count)
            .map(|number| format!("2025-01-01T00:{:02}:{:02}Z", number / 60, number % 60))
            .collect();
        let mut drafts = keys.drafts();
        drafts.truncate(1);
        for time in &times[1..] {
            drafts.extend(
                keys.drafts()
                    .into_iter()
                    .nth(2)
                    .map(|draft| signing::Draft {
                        time,
                        signer: &keys.first,
                        ..draft
                    }),
            );
        }
        DidLog::new(&drafts).unwrap()
    };
    assert_eq!(issuer_key(&long(200)), listed(IssuerMethod::DidWebvh));
    refused(&long(201), DidLogError::TooLong { limit: 200 });
    let log = keys.log(|drafts| drafts[2].state["more"] = json!("x".repeat(1024 * 1024)));
    let limit = 1024 * 1024;
    refused(&log, DidLogError::TooLong { limit });
}

/// A version of the document is never asked for by its number.
#[test]
fn a_method_of_an_earlier_version_is_not_looked_up() {
    let log = Keys::new().log(|_| ());
    let did = format!("{}?versionId={}", log.did(), log.version_ids()[0]);
    let signer = Issuer::did_key("a log's issuer's key").known_as(&did);
    let badge = badge::signed(&signer, &log.did());
    let report = judge(&badge, &served(&[(LOG, &log.text())]));
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}
