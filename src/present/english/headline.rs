//! The headline, and what stands under it.

use super::date;
use crate::credential::Claims;
use crate::reason::Reason;
use crate::report::{Outcome, Question, Report, Verdict};

/// The headline where there is no report.
pub const UNREADABLE: &str = "No badge data found in this file.";

/// The headline where one of a file's credentials cannot be read.
pub const UNREADABLE_CREDENTIAL: &str = "No badge data found in this part of the file.";

/// The verdict in one plain sentence.
#[must_use]
pub fn headline(report: &Report, claims: &Claims) -> String {
    let is_anothers = report.checks.get(Question::Recipient).outcome == Outcome::Fail;
    match report.verdict {
        Verdict::Unreadable => UNREADABLE.into(),
        Verdict::Invalid => "Don't rely on this badge.".into(),
        Verdict::Unconfirmed => "We couldn't confirm this badge.".into(),
        Verdict::Revoked => "Withdrawn by the issuer.".into(),
        Verdict::Suspended => "Suspended by the issuer.".into(),
        Verdict::NotYetValid => match report.checks.get(Question::Dates).reason {
            Reason::NotYetValid { from } => {
                format!("Genuine, but not valid until {}.", date(from))
            }
            _ => "Genuine, but not valid yet.".into(),
        },
        Verdict::Expired => match report.checks.get(Question::Dates).reason {
            Reason::Expired { until } => format!("Genuine, but expired on {}.", date(until)),
            _ => "Genuine, but expired.".into(),
        },
        Verdict::StatusUnknown | Verdict::Unlisted | Verdict::Genuine if is_anothers => {
            "Genuine, but not for the person you named.".into()
        }
        Verdict::StatusUnknown => {
            "Genuine signature; we couldn't check whether it was withdrawn.".into()
        }
        Verdict::Unlisted => {
            let id = claims.issuer.id.as_deref().unwrap_or("an unknown issuer");
            format!("Genuine signature from {id}. We can't confirm who that is.")
        }
        Verdict::Genuine => {
            let name = report.listings.first().map(|listing| listing.name.as_str());
            let name = name.unwrap_or("a listed issuer");
            format!("Genuine, from {name}, in force on {}.", date(report.at))
        }
    }
}

/// What the verdict does not say. The first always stands.
#[must_use]
pub fn caveats(report: &Report) -> Vec<&'static str> {
    let mut caveats = vec!["This does not check how good the course was."];
    if report.checks.get(Question::Recipient).outcome == Outcome::Skipped {
        caveats.push("We haven't checked that it belongs to the person who sent it.");
    }
    caveats
}
