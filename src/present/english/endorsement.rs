//! Endorsements: who endorses what, and whether it counts.

use super::{headline, shortened, unreadable};
use crate::credential::Endorsed;
use crate::nested::{EndorsementCounts, EndorsementReason, EndorsementReport};
use crate::report::Outcome;

/// How many hold, of so many.
pub(super) fn counts(counts: EndorsementCounts) -> String {
    let EndorsementCounts { all, failed, open } = counts;
    let of = match all {
        1 => "It carries one endorsement".to_owned(),
        all => format!("It carries {all} endorsements"),
    };
    let come_to = match (all, failed, open) {
        (1, 0, 0) => "which holds".to_owned(),
        (1, 0, _) => "which we couldn't confirm".to_owned(),
        (1, _, _) => "which doesn't count".to_owned(),
        (_, 0, 0) => "and all of them hold".to_owned(),
        (_, 0, open) => format!("of which we couldn't confirm {open}"),
        (_, failed, 0) => format!("of which {failed} don't count"),
        (_, failed, open) => {
            format!("of which {failed} don't count and {open} couldn't be confirmed")
        }
    };
    format!("{of}, {come_to}. None makes the badge itself any better.")
}

/// What an endorsement is about.
#[must_use]
pub fn endorsed(endorsed: Endorsed) -> &'static str {
    match endorsed {
        Endorsed::Achievement => "on the achievement",
        Endorsed::Credential => "on this credential",
        Endorsed::Issuer => "on the issuer",
    }
}

/// Whether an endorsement counts, in a sentence or two.
#[must_use]
pub fn endorsement(report: &EndorsementReport) -> String {
    match (&report.reason, &report.credential) {
        (EndorsementReason::EndorsesAnother { id }, _) => format!(
            "It endorses something else ({}), so it doesn't count here.",
            shortened(id)
        ),
        (EndorsementReason::NotAnEndorsement, _) => {
            "It is a credential of another kind, so it doesn't count here.".into()
        }
        (EndorsementReason::NothingToCompare, _) => {
            "It can't be tied to what it stands on, for want of an identifier.".into()
        }
        (EndorsementReason::ItsVerdict | EndorsementReason::Unreadable, Ok(credential)) => {
            let note = match report.outcome {
                Outcome::Pass => "",
                _ => " It doesn't count here.",
            };
            format!("{}{note}", headline(credential))
        }
        (_, Err(why)) => unreadable(why),
    }
}
