//! Is it within its validity period? (VC Data Model 2.0, section 4.9; Open Badges 3.0, section
//! 8.4.)

use crate::credential::DateClaim;
use crate::policy::ClockSkew;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::timestamp::{NotATimestamp, Timestamp};

/// Every start and every end that is stated counts, under whichever name.
pub(super) fn check(
    starts: &[DateClaim],
    ends: &[DateClaim],
    skew: ClockSkew,
    at: Timestamp,
) -> (Outcome, Reason) {
    let (starts, ends) = match (read(starts), read(ends)) {
        (Ok(starts), Ok(ends)) => (starts, ends),
        (Err(reason), _) | (_, Err(reason)) => return (Outcome::Unknown, reason),
    };
    let from = starts.into_iter().max();
    let until = ends.into_iter().min();
    match (from, until) {
        (None, None) => (Outcome::Absent, Reason::NoDates),
        (_, Some(until)) if at > until => (Outcome::Fail, Reason::Expired { until }),
        (Some(from), _) if at.plus_seconds(skew.seconds) < from => {
            (Outcome::Fail, Reason::NotYetValid { from })
        }
        (from, until) => (Outcome::Pass, Reason::InForce { from, until }),
    }
}

fn read(claims: &[DateClaim]) -> Result<Vec<Timestamp>, Reason> {
    claims
        .iter()
        .map(|claim| {
            Timestamp::parse(&claim.text).map_err(|NotATimestamp { text }| Reason::MalformedDate {
                member: claim.member,
                text,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(member: &'static str, text: &str) -> Vec<DateClaim> {
        let text = text.to_owned();
        vec![DateClaim { member, text }]
    }

    fn at(now: &str, from: &str, until: &str) -> (Outcome, Reason) {
        let (starts, ends) = (claim("validFrom", from), claim("validUntil", until));
        check(&starts, &ends, ClockSkew::default(), time(now))
    }

    fn time(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    const FROM: &str = "2024-01-01T00:00:00+01:00";
    const UNTIL: &str = "2025-01-01T00:00:00.500Z";

    #[test]
    fn in_force_between_its_dates_bounds_included() {
        for now in ["2023-12-31T23:00:00Z", "2024-06-01T00:00:00Z", UNTIL] {
            let reason = Reason::InForce {
                from: Some(time(FROM)),
                until: Some(time(UNTIL)),
            };
            assert_eq!(at(now, FROM, UNTIL), (Outcome::Pass, reason), "{now}");
        }
    }

    #[test]
    fn expired_at_once_after_its_end() {
        let expired = (Outcome::Fail, Reason::Expired { until: time(UNTIL) });
        assert_eq!(at("2025-01-01T00:00:00.501Z", FROM, UNTIL), expired);
    }

    #[test]
    fn an_issuers_clock_may_be_five_minutes_ahead() {
        assert_eq!(at("2023-12-31T22:55:00Z", FROM, UNTIL).0, Outcome::Pass);
        assert_eq!(
            at("2023-12-31T22:54:59Z", FROM, UNTIL),
            (Outcome::Fail, Reason::NotYetValid { from: time(FROM) })
        );
    }

    #[test]
    fn a_date_that_cannot_be_read_is_not_overlooked() {
        let reason = Reason::MalformedDate {
            member: "validUntil",
            text: "next year".into(),
        };
        assert_eq!(
            at("2024-06-01T00:00:00Z", FROM, "next year"),
            (Outcome::Unknown, reason)
        );
    }

    #[test]
    fn the_earlier_of_two_ends_counts() {
        let ends = [claim("validUntil", UNTIL), claim("expirationDate", FROM)].concat();
        let now = time("2024-06-01T00:00:00Z");
        let outcome = check(&[], &ends, ClockSkew::default(), now);
        assert_eq!(
            outcome,
            (Outcome::Fail, Reason::Expired { until: time(FROM) })
        );
    }

    #[test]
    fn no_dates_at_all() {
        let outcome = check(&[], &[], ClockSkew::default(), time(FROM));
        assert_eq!(outcome, (Outcome::Absent, Reason::NoDates));
    }
}
