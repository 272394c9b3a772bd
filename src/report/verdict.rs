//! The verdict that follows from the checks.

use super::{Checks, Outcome, Question};
use crate::reason::Reason;

/// The one verdict, from the least to the most that was established.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Verdict {
    /// No badge data.
    Unreadable,
    /// Integrity or issuer key fails.
    Invalid,
    /// Integrity or issuer key is neither pass nor fail, or its dates cannot be read.
    Unconfirmed,
    /// Withdrawn for good.
    Revoked,
    /// Withdrawn for now.
    Suspended,
    /// Not in force yet.
    NotYetValid,
    /// No longer in force.
    Expired,
    /// It has a status method, which could not be asked.
    StatusUnknown,
    /// Signed by the issuer that it names, whom no registry lists.
    Unlisted,
    /// Signed by an issuer whom a registry lists, and in force.
    Genuine,
}

/// How far a verdict lets somebody rely on a badge. Evidence that is taken away never raises it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Reliance {
    /// Nothing is established.
    Nothing,
    /// Signed by its issuer; not, or not known to be, in force.
    SignatureOnly,
    /// Signed by its issuer and in force; who that issuer is was not established.
    IssuerUnknown,
    /// All of it.
    Full,
}

impl Verdict {
    pub const ALL: [Self; 10] = [
        Self::Unreadable,
        Self::Invalid,
        Self::Unconfirmed,
        Self::Revoked,
        Self::Suspended,
        Self::NotYetValid,
        Self::Expired,
        Self::StatusUnknown,
        Self::Unlisted,
        Self::Genuine,
    ];

    /// The first line of the verdict table that applies.
    #[must_use]
    pub fn of(checks: &Checks) -> Self {
        use Outcome::{Absent, Fail, Pass, Skipped, Unknown};
        let outcome = |question| checks.outcome(question);
        let signature = [outcome(Question::Integrity), outcome(Question::IssuerKey)];
        if signature.contains(&Fail) {
            return Self::Invalid;
        }
        if signature != [Pass, Pass] {
            return Self::Unconfirmed;
        }
        let status = checks.get(Question::Status);
        if status.outcome == Fail {
            return match status.reason.is_suspension() {
                true => Self::Suspended,
                false => Self::Revoked,
            };
        }
        match outcome(Question::Dates) {
            Fail => {
                return match checks.get(Question::Dates).reason {
                    Reason::NotYetValid { .. } => Self::NotYetValid,
                    _ => Self::Expired,
                };
            }
            // A period that cannot be read is no period; the table has no line between.
            Unknown | Skipped => return Self::Unconfirmed,
            Pass | Absent => {}
        }
        if matches!(status.outcome, Unknown | Skipped) {
            return Self::StatusUnknown;
        }
        if outcome(Question::IssuerIdentity) != Pass {
            return Self::Unlisted;
        }
        Self::Genuine
    }

    /// How far it lets somebody rely on the badge.
    #[must_use]
    pub fn reliance(self) -> Reliance {
        match self {
            Self::Unreadable | Self::Invalid | Self::Unconfirmed => Reliance::Nothing,
            Self::Revoked
            | Self::Suspended
            | Self::NotYetValid
            | Self::Expired
            | Self::StatusUnknown => Reliance::SignatureOnly,
            Self::Unlisted => Reliance::IssuerUnknown,
            Self::Genuine => Reliance::Full,
        }
    }

    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Invalid => "invalid",
            Self::Unconfirmed => "unconfirmed",
            Self::Revoked => "revoked",
            Self::Suspended => "suspended",
            Self::NotYetValid => "not-yet-valid",
            Self::Expired => "expired",
            Self::StatusUnknown => "status-unknown",
            Self::Unlisted => "unlisted",
            Self::Genuine => "genuine",
        }
    }
}
