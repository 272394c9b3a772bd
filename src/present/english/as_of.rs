//! Answers for another date than today.

use super::date;
use crate::reason::AsOfReason;
use crate::report::Report;

pub const LABEL: &str = "As of another day?";
pub const HINT: &str = "Its dates are judged for the end of that day. What other sites say, keys and withdrawals among it, is always of today.";
pub const ANSWER: &str = "Answer for that day";
pub const TODAY: &str = "Back to today";
pub const AS_OF: &str = "Answers for";
/// Where a page asks for a day that is none.
pub const UNREADABLE: &str =
    "This page asks for an answer as of a day that we can't read. This is as of today.";

/// What stands before a headline that is not of today.
pub(super) fn prefix(report: &Report) -> Option<String> {
    report.now?;
    Some(format!("As of {}, not today: ", date(report.at)))
}

/// What else to know of an answer that is not of today.
pub(super) fn caveat(report: &Report) -> Option<String> {
    let now = report.now?;
    Some(format!(
        "This answers for {}. What other sites say, and who is listed, is as of {}.",
        date(report.at),
        date(now)
    ))
}

/// What follows the verdict on the signature, where the status is known for now.
pub(super) fn headline(reason: AsOfReason) -> &'static str {
    match reason {
        AsOfReason::InForceNow => "it isn't withdrawn now, and whether it was then isn't known",
        AsOfReason::SuspendedNow => "suspended now, and whether it was then isn't known",
        AsOfReason::WithdrawnNow => "withdrawn now, and since when isn't known",
    }
}

/// Why the status at that date is open.
pub(super) fn detail(reason: AsOfReason) -> &'static str {
    match reason {
        AsOfReason::InForceNow => {
            "It isn't withdrawn now. Whether it was at the time you ask about, nobody publishes."
        }
        AsOfReason::SuspendedNow => {
            "It is suspended now. Whether it was at the time you ask about, nobody publishes."
        }
        AsOfReason::WithdrawnNow => {
            "It is withdrawn now. Whether it already was at the time you ask about, nobody publishes."
        }
    }
}
