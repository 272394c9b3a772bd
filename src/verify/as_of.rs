//! Answers for another time than now. A badge's dates are known for any time; whether it was withdrawn
//! is known for now alone, since lists and sites tell of no other.

use super::judgement::Answer;
use crate::reason::{AsOfReason, Reason};
use crate::report::Outcome;
use crate::timestamp::Timestamp;

/// What the status `now` says of the time `at`.
pub(super) fn status(status: Answer, at: Timestamp, now: Timestamp) -> Answer {
    let open = |reason| (Outcome::Unknown, Reason::AsOf(reason));
    let is_suspended = matches!(status.1, Reason::Suspended);
    match status.0 {
        _ if at == now => status,
        // Nobody knows what is to come; what was withdrawn for good stays so.
        Outcome::Fail if at > now && !is_suspended => status,
        Outcome::Fail if is_suspended => open(AsOfReason::SuspendedNow),
        Outcome::Fail => open(AsOfReason::WithdrawnNow),
        Outcome::Pass => open(AsOfReason::InForceNow),
        Outcome::Unknown | Outcome::Absent | Outcome::Skipped => status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(year: i64) -> Timestamp {
        Timestamp::from_unix_seconds((year - 1970) * 31_556_952).unwrap()
    }

    fn of(outcome: Outcome, reason: Reason, year: i64) -> Answer {
        status((outcome, reason), time(year), time(2026))
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
    fn what_is_open_stays_open() {
        for outcome in [Outcome::Unknown, Outcome::Absent, Outcome::Skipped] {
            let same = (outcome, Reason::NoStatusMethod);
            assert_eq!(of(outcome, Reason::NoStatusMethod, 2024), same);
        }
    }
}
