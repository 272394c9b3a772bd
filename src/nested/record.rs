//! Credentials of a record that have no signature of their own, and how many of a record's hold.

use crate::carrier::Unreadable;
use crate::proof::SecuringMechanism;
use crate::report::{Basis, Reliance, Report};

/// Why a check came out as it did for a credential without a signature of its own, in a record whose
/// issuer signed that.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RecordReason {
    /// The record's signature covers statements on this identifier that are made in several places,
    /// and not which of them is made where.
    AmbiguousInRecord { id: String },
    /// The record's signature covers it.
    CoveredByRecord { mechanism: SecuringMechanism },
    /// It has no signature of its own to look somebody up for.
    NotSignedByItself,
    /// The record's issuer is the one that it names, and signed the record.
    SignedWithRecord,
    /// It names another issuer than the record's, who alone says so.
    VouchedForByRecord { issuer: String },
}

impl RecordReason {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AmbiguousInRecord { .. } => "ambiguous-in-record",
            Self::CoveredByRecord { .. } => "covered-by-record",
            Self::NotSignedByItself => "not-signed-by-itself",
            Self::SignedWithRecord => "signed-with-record",
            Self::VouchedForByRecord { .. } => "record-issuer-only",
        }
    }
}

/// What the credentials in a record come to.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct RecordCounts {
    /// All of them.
    pub all: usize,
    /// Those that cannot be relied on: not confirmed, not in force or unreadable.
    pub unsure: usize,
    /// Those without a signature of their own, which rest on the record's issuer alone. One that
    /// cannot be relied on for another reason is among `unsure` too.
    pub unsigned: usize,
}

impl RecordCounts {
    /// Counts the credentials of a record, those in records within it as parts of these.
    #[must_use]
    pub fn of(credentials: &[Result<Report, Unreadable>]) -> Self {
        let unsigned = |report: &&Report| report.basis == Basis::Record;
        Self {
            all: credentials.len(),
            unsure: credentials.iter().filter(|it| is_unsure(it)).count(),
            unsigned: credentials.iter().flatten().filter(unsigned).count(),
        }
    }
}

fn is_unsure(credential: &Result<Report, Unreadable>) -> bool {
    match credential {
        Ok(report) => {
            report.verdict.reliance() < Reliance::IssuerUnknown
                || RecordCounts::of(&report.credentials).unsure > 0
        }
        Err(_) => true,
    }
}
