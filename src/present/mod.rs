//! From a report and a credential to words, for people and for programs. Nothing here knows of a
//! browser.

mod address;
mod annex_i;
mod associations;
pub mod batch;
mod checking_page;
mod contexts;
mod embedding;
pub mod english;
mod html;
mod json;
mod linkedin;
pub mod markdown;
mod picture;
mod saved_file;
mod skills;
mod suspicious;

pub use address::{Link, identifier, link};
pub use annex_i::{StatedElement, annex_i};
pub use associations::{Associated, AssociationLine, associations};
pub use checking_page::{FileSource, NotCarried, carried_badge, checking_address};
pub use contexts::contexts;
pub use embedding::{ELEMENT_SCRIPT, Embedding};
pub use html::escaped;
pub use json::{Place, not_loaded_json, report_json, unreadable_credential_json, unreadable_json};
pub use linkedin::linkedin_address;
pub use picture::{Picture, picture};
pub use saved_file::{badge_file, picture_file};
pub use skills::{SkillCount, SkillGroup, level, skill_counts, skill_groups};
pub use suspicious::{Suspicion, suspicions};

use crate::report::{Outcome, Question, Report, Verdict};

/// How a result is coloured and marked; always along with a word and a form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tone {
    Good,
    /// Something is open.
    Open,
    Bad,
    /// Neither good nor bad: not asked, or not there.
    Quiet,
}

impl Tone {
    /// The tone of a check's outcome.
    #[must_use]
    pub fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Pass => Self::Good,
            Outcome::Fail => Self::Bad,
            Outcome::Unknown => Self::Open,
            Outcome::Absent | Outcome::Skipped => Self::Quiet,
        }
    }

    /// The tone of a verdict.
    #[must_use]
    pub fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Genuine => Self::Good,
            Verdict::Unlisted
            | Verdict::StatusUnknown
            | Verdict::Unconfirmed
            | Verdict::NotYetValid
            | Verdict::Unreadable => Self::Open,
            Verdict::Expired | Verdict::Suspended | Verdict::Revoked | Verdict::Invalid => {
                Self::Bad
            }
        }
    }

    /// The tone of a report: its verdict's, or bad where the badge is another person's.
    #[must_use]
    pub fn of_report(report: &Report) -> Self {
        match report.checks.get(Question::Recipient).outcome {
            Outcome::Fail => Self::Bad,
            _ => Self::of_verdict(report.verdict),
        }
    }
}

/// One of the four hallmarks: the questions that decide a verdict, always in this order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Hallmark {
    Unaltered,
    SignedByIssuer,
    KnownIssuer,
    InForce,
}

/// How a hallmark is stamped.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stamp {
    /// Established.
    Solid,
    /// Open.
    Outline,
    /// Established to be otherwise.
    Struck,
}

impl Stamp {
    /// The stamp of one check; None for a question that was not put.
    #[must_use]
    pub fn of_outcome(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Pass => Some(Self::Solid),
            Outcome::Fail => Some(Self::Struck),
            Outcome::Unknown => Some(Self::Outline),
            Outcome::Absent | Outcome::Skipped => None,
        }
    }
}

impl Hallmark {
    pub const ALL: [Self; 4] = [
        Self::Unaltered,
        Self::SignedByIssuer,
        Self::KnownIssuer,
        Self::InForce,
    ];

    /// The questions that it answers.
    #[must_use]
    pub fn questions(self) -> &'static [Question] {
        match self {
            Self::Unaltered => &[Question::Integrity],
            Self::SignedByIssuer => &[Question::IssuerKey],
            Self::KnownIssuer => &[Question::IssuerIdentity],
            Self::InForce => &[Question::Dates, Question::Status],
        }
    }

    /// Solid only where every one of its questions is answered well.
    ///
    /// Whether a badge is in force says nothing while it is not known to be the issuer's, so that
    /// mark stays an outline then.
    #[must_use]
    pub fn stamp(self, report: &Report) -> Stamp {
        let outcomes = || {
            self.questions()
                .iter()
                .map(|question| report.checks.get(*question).outcome)
        };
        if self == Self::InForce && !report.is_attested() {
            return Stamp::Outline;
        }
        if outcomes().any(|outcome| outcome == Outcome::Fail) {
            Stamp::Struck
        } else if outcomes().all(|outcome| is_settled(self, outcome)) {
            Stamp::Solid
        } else {
            Stamp::Outline
        }
    }
}

/// A badge without an end or a status method is in force; one without a proof is not unaltered.
fn is_settled(hallmark: Hallmark, outcome: Outcome) -> bool {
    match outcome {
        Outcome::Pass => true,
        Outcome::Absent => hallmark == Hallmark::InForce,
        Outcome::Fail | Outcome::Unknown | Outcome::Skipped => false,
    }
}
