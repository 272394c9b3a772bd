//! Answers for another time than now. A badge's dates are known for any time; whether it was withdrawn
//! is known for now alone, since lists and sites tell of no other.

use serde_json::Value;

use super::judgement::Answer;
use crate::credential::StatusEntry;
use crate::reason::{AsOfReason, Reason};
use crate::report::Outcome;
use crate::timestamp::Timestamp;

/// What the status `now`, as the credential's `entries` lead to it, says of the time `at`.
pub(super) fn status(
    status: Answer,
    entries: &[StatusEntry],
    at: Timestamp,
    now: Timestamp,
) -> Answer {
    let open = |reason| (Outcome::Unknown, Reason::AsOf(reason));
    let is_suspended = status.1.is_suspension();
    match status.0 {
        _ if at == now => status,
        // Nobody knows what is to come; what was withdrawn for good stays so.
        Outcome::Fail if at > now && !is_suspended => status,
        Outcome::Fail if is_suspended => open(AsOfReason::SuspendedNow),
        Outcome::Fail => open(AsOfReason::WithdrawnNow),
        // What cannot be undone, and has not happened by now, had not happened then.
        Outcome::Pass if at < now && are_for_good(entries) => status,
        Outcome::Pass => open(AsOfReason::InForceNow),
        Outcome::Unknown | Outcome::Absent | Outcome::Skipped => status,
    }
}

/// Whether a withdrawal by all these entries cannot be undone (Bitstring Status List 1.0, section 2.1,
/// and Status List 2021, section 4.1: "revocation" is "not reversible").
fn are_for_good(entries: &[StatusEntry]) -> bool {
    let is_for_good = |entry: &StatusEntry| {
        let is_list = ["BitstringStatusListEntry", "StatusList2021Entry"]
            .iter()
            .any(|name| entry.types.iter().any(|kind| kind == name));
        let purpose = entry.members.get("statusPurpose").and_then(Value::as_str);
        is_list && purpose == Some("revocation")
    };
    !entries.is_empty() && entries.iter().all(is_for_good)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(year: i64) -> Timestamp {
        Timestamp::from_unix_seconds((year - 1970) * 31_556_952).unwrap()
    }

    fn of(outcome: Outcome, reason: Reason, year: i64) -> Answer {
        status((outcome, reason), &[], time(year), time(2026))
    }

    fn open(reason: AsOfReason) -> Answer {
        (Outcome::Unknown, Reason::AsOf(reason))
    }

    #[test]
    fn withdrawn_by_now_says_not_since_when() {
        let past = of(Outcome::Fail, Reason::Revoked, 2024);
        assert_eq!(past, open(AsOfReason::WithdrawnNow));
        let past = of(Outcome::Fail, Reason::Suspended, 2024);
        assert_eq!(past, open(AsOfReason::SuspendedNow));
    }

    #[test]
    fn withdrawn_for_good_stays_so() {
        let revoked = (Outcome::Fail, Reason::Revoked);
        assert_eq!(of(Outcome::Fail, Reason::Revoked, 2028), revoked);
        let suspended = of(Outcome::Fail, Reason::Suspended, 2028);
        assert_eq!(suspended, open(AsOfReason::SuspendedNow));
    }

    #[test]
    fn in_force_now_says_nothing_of_another_time() {
        let reason = || Reason::StillHosted { url: "u".into() };
        for year in [2024, 2028] {
            let other = of(Outcome::Pass, reason(), year);
            assert_eq!(other, open(AsOfReason::InForceNow));
        }
        assert_eq!(of(Outcome::Pass, reason(), 2026), (Outcome::Pass, reason()));
    }

    #[test]
    fn what_cannot_be_undone_had_not_happened_earlier() {
        let entry = |purpose: &str| StatusEntry {
            id: None,
            types: vec!["BitstringStatusListEntry".into()],
            members: [("statusPurpose".to_owned(), purpose.into())]
                .into_iter()
                .collect(),
        };
        let reason = || Reason::NotRevoked { url: "u".into() };
        let pass = (Outcome::Pass, reason());
        let entries = [entry("revocation")];
        let then = |entries: &[StatusEntry], year| {
            status((Outcome::Pass, reason()), entries, time(year), time(2026))
        };
        assert_eq!(then(&entries, 2024), pass);
        assert_eq!(then(&entries, 2028), open(AsOfReason::InForceNow));
        let entries = [entry("revocation"), entry("suspension")];
        assert_eq!(then(&entries, 2024), open(AsOfReason::InForceNow));
    }

    #[test]
    fn what_is_open_stays_open() {
        for outcome in [Outcome::Unknown, Outcome::Absent, Outcome::Skipped] {
            let same = (outcome, Reason::NoStatusMethod);
            assert_eq!(of(outcome, Reason::NoStatusMethod, 2024), same);
        }
    }
}
