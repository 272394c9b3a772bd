//! What endorsements come to: each is a credential of its own, about the thing that it stands on.

use crate::carrier::Unreadable;
use crate::credential::{Endorsed, Text};
use crate::report::{Outcome, Report};

/// An endorsement, and what it comes to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EndorsementReport {
    /// What it stands on.
    pub endorsed: Endorsed,
    /// What is known of it as a credential; why it cannot be read, where it cannot.
    pub credential: Result<Report, Unreadable>,
    /// What the endorser says.
    pub comment: Option<Text>,
    /// Whether it counts: a pass is a good signature, in force, on the thing that it stands on.
    pub outcome: Outcome,
    pub reason: EndorsementReason,
}

/// Why an endorsement counts or does not.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum EndorsementReason {
    /// It endorses something else than what it stands on.
    EndorsesAnother {
        id: String,
    },
    /// Its verdict as a credential decides.
    ItsVerdict,
    /// It, or what it stands on, has no identifier to compare.
    NothingToCompare,
    /// It is a credential of another kind.
    NotAnEndorsement,
    Unreadable,
}

impl EndorsementReason {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::EndorsesAnother { .. } => "endorses-another",
            Self::ItsVerdict => "verdict",
            Self::NothingToCompare => "no-identifier",
            Self::NotAnEndorsement => "not-an-endorsement",
            Self::Unreadable => "unreadable",
        }
    }
}

/// How many endorsements there are, and how many of them do not hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct EndorsementCounts {
    pub all: usize,
    pub failed: usize,
    /// Those that could not be judged.
    pub open: usize,
}

impl EndorsementCounts {
    #[must_use]
    pub fn of(reports: &[EndorsementReport]) -> Self {
        let count = |outcome| reports.iter().filter(|it| it.outcome == outcome).count();
        Self {
            all: reports.len(),
            failed: count(Outcome::Fail),
            open: count(Outcome::Unknown),
        }
    }

    /// One that does not hold decides, then one that could not be judged.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self { failed: 1.., .. } => Outcome::Fail,
            Self { open: 1.., .. } => Outcome::Unknown,
            _ => Outcome::Pass,
        }
    }

    /// The code in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self.outcome() {
            Outcome::Fail => "endorsement-fails",
            Outcome::Unknown => "endorsement-unknown",
            _ => "endorsements-hold",
        }
    }
}
