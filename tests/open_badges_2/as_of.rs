//! Answers for another date: a badge's dates are judged by that date, and withdrawals are known for
//! now alone.

use assay::evidence::Answer;
use assay::present::english;
use assay::{
    AsOfReason, Outcome, Policy, Question, Reason, Report, Timestamp, Verdict, open, verify,
};
use serde_json::json;

use crate::badge::*;
use crate::support::now;

fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

/// What is known now of a badge as of `at`, where its site answers so when it is asked for it.
fn judge_as_of(at: &str, answer: Answer) -> Report {
    let file = with(assertion(), "expires", json!("2025-01-01T00:00:00Z"));
    let mut evidence = site_with(file.clone(), profile());
    evidence.insert(ASSERTION, answer);
    let policy = Policy {
        now: Some(now()),
        ..Policy::default()
    };
    let opened = open(file.to_string().as_bytes(), &policy.bounds).unwrap();
    verify(
        opened.credentials.only().unwrap(),
        &evidence,
        &policy,
        time(at),
    )
}

fn hosted() -> Answer {
    let file = with(assertion(), "expires", json!("2025-01-01T00:00:00Z"));
    response(200, &file.to_string())
}

#[test]
fn dates_are_judged_by_the_date_that_is_asked_about() {
    for (at, dates) in [
        ("2024-03-01T12:00:00Z", Outcome::Fail),
        ("2024-06-01T12:00:00Z", Outcome::Pass),
        ("2025-06-01T12:00:00Z", Outcome::Fail),
    ] {
        let report = judge_as_of(at, hosted());
        assert_eq!(report.checks.get(Question::Dates).outcome, dates, "{at}");
        assert_eq!((report.at, report.now), (time(at), Some(now())));
    }
}

#[test]
fn the_headline_says_for_which_day() {
    let report = judge_as_of("2024-03-01T12:00:00Z", hosted());
    assert_eq!(report.verdict, Verdict::NotYetValid);
    assert_eq!(
        english::headline(&report),
        "As of 1 March 2024, not today: Confirmed now by badges.example, but not valid until 14 March 2024."
    );
}

/// A list or a site tells of now, so what it says of another day is not known.
#[test]
fn that_it_is_in_force_now_says_nothing_of_then() {
    let report = judge_as_of("2024-06-01T12:00:00Z", hosted());
    assert_eq!(report.verdict, Verdict::StatusUnknown);
    let reason = Reason::AsOf(AsOfReason::InForceNow);
    assert_eq!(
        answer(&report, Question::Status),
        (Outcome::Unknown, &reason)
    );
    assert_eq!(
        english::headline(&report),
        "As of 1 June 2024, not today: Confirmed now by badges.example; it isn't withdrawn now, and whether it was then isn't known."
    );
}

#[test]
fn withdrawn_now_says_nothing_of_then() {
    let report = judge_as_of("2024-06-01T12:00:00Z", response(410, ""));
    let reason = Reason::AsOf(AsOfReason::WithdrawnNow);
    assert_eq!(
        answer(&report, Question::Status),
        (Outcome::Unknown, &reason)
    );
    assert_eq!(
        english::headline(&report),
        "As of 1 June 2024, not today: Confirmed now by badges.example; withdrawn now, and since when isn't known."
    );
}

#[test]
fn what_is_asked_about_now_needs_no_word_of_it() {
    let file = assertion().to_string();
    let policy = Policy {
        now: Some(now()),
        ..Policy::default()
    };
    let report = judge_for(&file, &site(), &policy);
    assert_eq!(report.now, None);
    assert_eq!(report, judge(&file, &site()));
    assert!(!english::headline(&report).contains("As of"));
}
