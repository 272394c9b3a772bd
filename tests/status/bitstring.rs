//! Bitstring Status List 1.0, by scenario.

use assay::Note;
use assay::evidence::{Answer, Unreachable};
use assay::status::{Consulted, Keeper, StatusReason};
use assay::{Evidence, Policy, Reason, Timestamp, Unobtained};
use serde_json::{Value, json};

use crate::list::*;

#[test]
fn a_bit_that_is_not_set_is_in_force() {
    let report = judge(
        &signed_badge(entry("revocation", "94567")),
        &served(revocations(&[94566, 94568])),
    );
    assert_eq!(codes(&report), IN_FORCE);
    let consulted = vec![Consulted {
        url: LIST.into(),
        from: Timestamp::parse("2026-05-01T00:00:00Z").ok(),
        keeper: Keeper::Issuer,
    }];
    let clear = Reason::Status(StatusReason::Clear { consulted });
    assert_eq!(reason(&report), &clear);
    assert_eq!(wants(&report), []);
    assert_eq!(report.notes, []);
}

/// Index 0 is the left-most bit, and the last one is a bit of the last byte.
#[test]
fn a_bit_that_is_set_is_withdrawn() {
    for index in [0, 7, 8, 94567, SHORTEST * 8 - 1] {
        let list = served(revocations(&[index]));
        let of = |index: usize| signed_badge(entry("revocation", index.to_string()));
        assert_eq!(codes(&judge(&of(index), &list)), REVOKED, "{index}");
        let neighbour = if index == 0 { 1 } else { index - 1 };
        assert_eq!(codes(&judge(&of(neighbour), &list)), IN_FORCE, "{index}");
    }
}

#[test]
fn a_suspension_is_no_revocation() {
    let list = list(&school(), "suspension", &encoded(&bits(SHORTEST, &[5])));
    let report = judge(&signed_badge(entry("suspension", "5")), &served(list));
    assert_eq!(codes(&report), SUSPENDED);
}

/// Every entry counts, in whichever order, and the worst decides.
#[test]
fn the_worst_of_several_entries_decides() {
    let both = json!(["revocation", "suspension"]);
    let other = "https://status.example/lists/4";
    let elsewhere = |mut entry: Value| {
        entry["statusListCredential"] = json!(other);
        entry
    };
    let clear = entry("revocation", "1");
    let revoked = entry("revocation", "2");
    let suspended = entry("suspension", "2");
    let unasked = elsewhere(entry("revocation", "1"));
    let list = served(list(&school(), both, &encoded(&bits(SHORTEST, &[2]))));
    for (entries, expected) in [
        (vec![&clear, &revoked], REVOKED),
        (vec![&suspended, &revoked], REVOKED),
        (vec![&unasked, &revoked], REVOKED),
        (vec![&clear, &suspended], SUSPENDED),
        (vec![&unasked, &suspended], SUSPENDED),
        (vec![&clear, &unasked], unknown("not-fetched")),
        (vec![&clear, &clear], IN_FORCE),
    ] {
        for entries in [entries.clone(), entries.into_iter().rev().collect()] {
            let report = judge(&signed_badge(json!(entries)), &list);
            assert_eq!(codes(&report), expected, "{entries:?}");
        }
    }
    let report = judge(&signed_badge(json!([clear, unasked])), &list);
    assert_eq!(wants(&report), [(other, "status-list")]);
}

#[test]
fn a_newer_version_is_a_remark() {
    let list = served(list(&school(), "refresh", &encoded(&bits(SHORTEST, &[9]))));
    let report = judge(&signed_badge(entry("refresh", "9")), &list);
    assert_eq!(codes(&report).0, "unlisted");
    assert_eq!(report.notes, [Note::NewerVersion]);
    let report = judge(&signed_badge(entry("refresh", "8")), &list);
    assert_eq!((codes(&report).0, report.notes.len()), ("unlisted", 0));
}

/// Its text is for software; its number and the issuer's page on it are told.
#[test]
fn a_message_is_a_remark_by_its_number() {
    let mut status = entry("message", "3");
    status["statusSize"] = json!(2);
    status["statusReference"] = json!("https://school.example/status");
    status["statusMessage"] = json!([
        {"status": "0x0", "message": "unset"}, {"status": "0x1", "message": "pending"},
        {"status": "0x2", "message": "to be reviewed"}, {"status": "0x3", "message": "reviewed"},
    ]);
    // The bits 6 and 7 are the value at index 3.
    let list = served(list(
        &school(),
        "message",
        &encoded(&bits(2 * SHORTEST, &[6])),
    ));
    let report = judge(&signed_badge(status), &list);
    assert_eq!(codes(&report).0, "unlisted");
    let reference = Some("https://school.example/status".into());
    assert_eq!(
        report.notes,
        [Note::StatusMessage {
            value: 2,
            reference
        }]
    );
}

/// What only adds a remark leaves no question open: a message is no withdrawal.
#[test]
fn a_message_that_cannot_be_had_changes_nothing() {
    let entries = json!([entry("revocation", "1"), {
        "type": "BitstringStatusListEntry", "statusPurpose": "message", "statusListIndex": "1",
        "statusListCredential": "https://messages.example/1",
    }]);
    let report = judge(&signed_badge(entries), &served(revocations(&[])));
    assert_eq!(codes(&report), IN_FORCE);
    assert_eq!(
        wants(&report),
        [("https://messages.example/1", "status-list")]
    );
}

/// Every value but 0 counts, also of several bits.
#[test]
fn a_value_of_several_bits() {
    let mut status = entry("revocation", "1000");
    status["statusSize"] = json!(4);
    let badge = signed_badge(status);
    for (set, expected) in [
        (vec![3999, 4004], IN_FORCE),
        (vec![4000], REVOKED),
        (vec![4003], REVOKED),
    ] {
        let encoded = encoded(&bits(4 * SHORTEST, &set));
        let list = served(list(&school(), "revocation", &encoded));
        assert_eq!(codes(&judge(&badge, &list)), expected, "{set:?}");
    }
}

#[test]
fn beyond_the_list_nothing_is_said() {
    let entries = 8 * SHORTEST;
    for index in [entries, usize::MAX] {
        let badge = signed_badge(entry("revocation", index.to_string()));
        let report = judge(&badge, &served(revocations(&[0])));
        assert_eq!(codes(&report), unknown("index-out-of-range"));
    }
    let huge = signed_badge(entry("revocation", "9".repeat(100)));
    let report = judge(&huge, &served(revocations(&[])));
    assert_eq!(codes(&report), unknown("index-out-of-range"));
}

#[test]
fn an_entry_that_cannot_be_followed_is_unknown_and_nothing_is_asked() {
    let with = |member: &str, value: Value| {
        let mut entry = entry("revocation", "1");
        entry[member] = value;
        entry
    };
    for (entry, code) in [
        (with("statusListIndex", json!("one")), "malformed-status"),
        (with("statusListIndex", json!("")), "malformed-status"),
        (with("statusListIndex", json!(-1)), "malformed-status"),
        (with("statusSize", json!(0)), "malformed-status"),
        (with("statusSize", json!(65)), "malformed-status"),
        (
            with("statusListCredential", json!("urn:list")),
            "malformed-status",
        ),
        (
            with("statusPurpose", json!(["revocation", "suspension"])),
            "malformed-status",
        ),
        (
            with("statusPurpose", json!("activation")),
            "unsupported-status-purpose",
        ),
    ] {
        let report = judge(&signed_badge(entry.clone()), &Evidence::none());
        assert_eq!(codes(&report), unknown(code), "{entry}");
        assert_eq!(wants(&report), [], "{entry}");
    }
}

#[test]
fn more_entries_than_are_followed() {
    let limit = Policy::default().bounds.status_entries;
    let entries = |count: usize| {
        let entry = |index: usize| entry("revocation", index.to_string());
        signed_badge((0..count).map(entry).collect())
    };
    let list = served(revocations(&[]));
    assert_eq!(codes(&judge(&entries(limit), &list)), IN_FORCE);
    let report = judge(&entries(limit + 1), &Evidence::none());
    assert_eq!(codes(&report), unknown("too-many-status-entries"));
    assert_eq!(wants(&report), []);
}

#[test]
fn a_list_that_cannot_be_had_leaves_it_open() {
    let badge = signed_badge(entry("revocation", "1"));
    let report = judge(&badge, &Evidence::none());
    assert_eq!(codes(&report), unknown("not-fetched"));
    assert_eq!(wants(&report), [(LIST, "status-list")]);
    for (answer, why) in [
        (Answer::Declined, Unobtained::Declined),
        (response(404, ""), Unobtained::Status(404)),
        (response(410, ""), Unobtained::Status(410)),
        (response(500, "<html>"), Unobtained::Status(500)),
        (
            Answer::Unreachable(Unreachable::BlockedOrRefused),
            Unobtained::Unreachable(Unreachable::BlockedOrRefused),
        ),
    ] {
        let mut evidence = Evidence::none();
        evidence.insert(LIST, answer);
        let report = judge(&badge, &evidence);
        let url = LIST.to_owned();
        assert_eq!(reason(&report), &Reason::Unobtained { url, why });
        assert_eq!(
            (report.verdict.code(), wants(&report)),
            ("status-unknown", vec![])
        );
    }
}

#[test]
fn what_is_no_list_says_nothing() {
    let badge = signed_badge(entry("revocation", "1"));
    for body in ["", "<html>", "{}", "[]", "null", r#"{"revoked": false}"#] {
        let report = judge(&badge, &serving(body));
        assert_eq!(codes(&report), unknown("malformed-document"), "{body}");
    }
    let empty = encoded(&bits(SHORTEST, &[]));
    let with = |pointer: &str, value: Value| {
        let mut list = revocations(&[]);
        *list.pointer_mut(pointer).unwrap() = value;
        list
    };
    let list_type = json!(["VerifiableCredential"]);
    let unpadded = empty.trim_start_matches('u');
    for (list, code) in [
        (with("/type", list_type), "malformed-status-list"),
        (
            with("/credentialSubject/type", json!("BitstringStatusListEntry")),
            "unreliable-status-list",
        ),
        (
            with("/credentialSubject/statusPurpose", json!("suspension")),
            "other-status-purpose",
        ),
        (
            with("/credentialSubject/statusPurpose", json!("Revocation")),
            "other-status-purpose",
        ),
        (
            with("/credentialSubject/encodedList", json!(unpadded)),
            "malformed-status-list",
        ),
        (
            with("/credentialSubject/encodedList", json!("uAAAA")),
            "malformed-status-list",
        ),
        (
            with("/credentialSubject/encodedList", json!("u")),
            "malformed-status-list",
        ),
        // Another of the same issuer's lists in its place.
        (
            with("/id", json!("https://status.example/lists/4")),
            "not-its-address",
        ),
    ] {
        let report = judge(&badge, &served(list.clone()));
        assert_eq!(codes(&report), unknown(code), "{list}");
    }
}

/// Section 2.2: the list's identifier is optional.
#[test]
fn a_list_without_an_identifier_is_read() {
    let mut list = revocations(&[1]);
    list.as_object_mut().unwrap().remove("id");
    let report = judge(&signed_badge(entry("revocation", "1")), &served(list));
    assert_eq!(codes(&report), REVOKED);
}

/// The standard's least length keeps the host from learning whose badge is checked. A shorter list says
/// no less, so it is read, and its length is remarked on.
#[test]
fn a_shorter_list_is_read_and_remarked_on() {
    for (set, expected) in [(vec![], IN_FORCE), (vec![6], REVOKED)] {
        let list = list(&school(), "revocation", &encoded(&bits(12_500, &set)));
        let report = judge(&signed_badge(entry("revocation", "6")), &served(list));
        assert_eq!(codes(&report), expected);
        let (url, entries) = (LIST.to_owned(), 100_000);
        assert_eq!(report.notes, [Note::ShortStatusList { url, entries }]);
    }
}

/// The length counts in entries, not in bits.
#[test]
fn a_list_of_larger_values_has_fewer_entries() {
    let mut status = entry("revocation", "6");
    status["statusSize"] = json!(2);
    let report = judge(&signed_badge(status), &served(revocations(&[])));
    assert_eq!(codes(&report), IN_FORCE);
    let (url, entries) = (LIST.to_owned(), 65_536);
    assert_eq!(report.notes, [Note::ShortStatusList { url, entries }]);
}

#[test]
fn a_list_out_of_its_time_says_nothing_whatever_its_bits() {
    for (member, date) in [
        ("validUntil", "2026-05-31T00:00:00Z"),
        ("validFrom", "2026-06-02T00:00:00Z"),
    ] {
        for set in [vec![], vec![1]] {
            let mut list = revocations(&set);
            list[member] = json!(date);
            let report = judge(&signed_badge(entry("revocation", "1")), &served(list));
            assert_eq!(
                codes(&report),
                unknown("unreliable-status-list"),
                "{member}"
            );
        }
    }
}

/// A list in a token (Securing Verifiable Credentials using JOSE and COSE 1.0), for a badge in one.
#[test]
fn in_tokens() {
    let school = school();
    for (set, expected) in [(vec![], IN_FORCE), (vec![1], REVOKED)] {
        let badge = badge(&school, entry("revocation", "1"));
        let badge = token(&school, "vc+jwt", &badge);
        let list = token(&school, "vc+jwt", &revocations(&set));
        assert_eq!(codes(&judge(&badge, &serving(&list))), expected);
    }
    let wrong = token(&school, "vp+jwt", &revocations(&[]));
    let report = judge(&signed_badge(entry("revocation", "1")), &serving(&wrong));
    assert_eq!(codes(&report), unknown("unreliable-status-list"));
}

/// What a list says of its own status is not followed.
#[test]
fn a_list_that_names_itself() {
    let mut list = revocations(&[2]);
    list["credentialStatus"] = entry("revocation", "2");
    let evidence = served(list);
    let report = judge(&signed_badge(entry("revocation", "1")), &evidence);
    assert_eq!((codes(&report), wants(&report)), (IN_FORCE, vec![]));
}
