//! Whether a badge is in force: five of the nineteen.

use assay::evidence::{Answer, Unreachable};
use assay::present::{Hallmark, Stamp, Tone, english};
use assay::{Evidence, Policy, Verdict};
use serde_json::json;
use signing::Issuer;

use crate::list::*;

/// A status list that could not be fetched is shown as "not revoked".
#[test]
fn false_good_04_a_list_that_could_not_be_fetched_is_not_one_without_the_badge() {
    let badge = signed_badge(entry("revocation", "1"));
    for answer in [
        None,
        Some(Answer::Declined),
        Some(Answer::Unreachable(Unreachable::BlockedOrRefused)),
        Some(Answer::Unreachable(Unreachable::Offline)),
        Some(response(404, "")),
        Some(response(500, "")),
    ] {
        let mut evidence = Evidence::none();
        if let Some(answer) = answer {
            evidence.insert(LIST, answer);
        }
        // Not even where everything else is in order.
        let report = judge_for(&badge, &evidence, &listing(&school(), false));
        assert_eq!(report.verdict, Verdict::StatusUnknown);
        assert_eq!(Hallmark::InForce.stamp(&report), Stamp::Outline);
    }
}

/// A suspended credential is still green.
#[test]
fn false_good_05_a_suspended_badge_is_not_green() {
    let suspended = list(&school(), "suspension", &encoded(&bits(SHORTEST, &[1])));
    let badge = signed_badge(entry("suspension", "1"));
    let report = judge_for(&badge, &served(suspended), &listing(&school(), false));
    assert_eq!(report.verdict, Verdict::Suspended);
    assert_eq!(Tone::of_report(&report), Tone::Bad);
    assert_eq!(Hallmark::InForce.stamp(&report), Stamp::Struck);
    assert_eq!(english::headline(&report), "Suspended by the issuer.");
}

/// Status types that are not understood are "ok" without a fetch, and only the first
/// entry of several is read.
#[test]
fn false_good_06_every_entry_is_asked_and_one_not_understood_is_unknown() {
    let school = school();
    let in_token = |status| token(&school, "vc+jwt", &badge(&school, status));
    let policy = listing(&school, false);
    for kind in [
        "StatusList2022Entry",
        "CredentialStatusList2017",
        "SomethingElse",
    ] {
        let badge = in_token(json!({"id": LIST, "type": kind}));
        let report = judge_for(&badge, &Evidence::none(), &policy);
        assert_eq!(codes(&report), unknown("unsupported-status"), "{kind}");
    }
    // Those that peers wave through are asked.
    for status in [
        json!({
            "type": "StatusList2021Entry", "statusPurpose": "revocation",
            "statusListIndex": "1", "statusListCredential": LIST,
        }),
        json!({"id": LIST, "type": "1EdTechRevocationList"}),
    ] {
        let report = judge_for(&in_token(status), &Evidence::none(), &policy);
        assert_eq!(codes(&report), unknown("not-fetched"));
        assert_eq!(wants(&report), [(LIST, "status-list")]);
    }
    let second = json!([entry("revocation", "1"), entry("revocation", "2")]);
    let report = judge_for(&in_token(second), &served(revocations(&[2])), &policy);
    assert_eq!(report.verdict, Verdict::Revoked);
}

/// A status list signed by somebody else than the issuer is accepted without a word.
#[test]
fn false_good_07_a_list_signed_by_somebody_else_is_not_accepted_without_a_word() {
    let stranger = Issuer::did_key("a stranger");
    let policy = listing(&school(), false);
    for set in [vec![], vec![1]] {
        let list = list(&stranger, "revocation", &encoded(&bits(SHORTEST, &set)));
        let evidence = serving(&stranger.sign(list).unwrap().to_string());
        let report = judge_for(&signed_badge(entry("revocation", "1")), &evidence, &policy);
        assert_eq!(codes(&report), unknown("another-issuers-list"));
        let status = report.checks.get(assay::Question::Status);
        let words = english::detail(status);
        assert!(words.contains("somebody else than the issuer"), "{words}");
        assert!(words.contains("That isn't the issuer's word."), "{words}");
    }
}

/// Byte and bit lengths mixed up, `statusSize` 0, an index that is not a number read as
/// 0, `statusPurpose` given as an array, gunzip without a bound.
#[test]
fn false_bad_17_bits_are_counted_as_bits_and_nothing_is_guessed() {
    // An index beyond the number of bytes, and within that of bits.
    let list = served(revocations(&[SHORTEST + 1, 8 * SHORTEST - 1]));
    for (index, expected) in [
        (SHORTEST, IN_FORCE),
        (SHORTEST + 1, REVOKED),
        (8 * SHORTEST - 1, REVOKED),
        (8 * SHORTEST, unknown("index-out-of-range")),
    ] {
        let badge = signed_badge(entry("revocation", index.to_string()));
        assert_eq!(codes(&judge(&badge, &list)), expected, "{index}");
    }
    let mut sized = entry("revocation", "1");
    sized["statusSize"] = json!(0);
    // Index 0 is withdrawn, and no other.
    let first = served(revocations(&[0]));
    for entry in [sized, entry("revocation", "first"), entry("revocation", "")] {
        let report = judge(&signed_badge(entry), &first);
        assert_eq!(codes(&report), unknown("malformed-status"));
    }
    let purposes = json!(["refresh", "revocation", "suspension"]);
    let several = crate::list::list(&school(), purposes, &encoded(&bits(SHORTEST, &[1])));
    let evidence = served(several);
    for (purpose, expected) in [("revocation", REVOKED), ("suspension", SUSPENDED)] {
        let report = judge(&signed_badge(entry(purpose, "1")), &evidence);
        assert_eq!(codes(&report), expected);
    }
    let bounds = Policy::default().bounds;
    let bomb = encoded(&vec![0; bounds.status_list_bytes + 1]);
    let list = served(crate::list::list(&school(), "revocation", &bomb));
    let badge = signed_badge(entry("revocation", "1"));
    assert_eq!(codes(&judge(&badge, &list)), unknown("too-large"));
}
