//! What was asked, what came out, and the one verdict that follows.

mod verdict;

pub use verdict::{Reliance, Verdict};

use crate::carrier::Unreadable;
use crate::credential::{Claims, Format};
use crate::evidence::{Obtained, Request};
use crate::nested::EndorsementReport;
use crate::note::Note;
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// A question that a check answers.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Question {
    /// Is it unaltered since it was signed?
    Integrity,
    /// Was it signed by a key of the issuer that it names?
    IssuerKey,
    /// Do we know who that issuer is (a registry lists it)?
    IssuerIdentity,
    /// Is it within its validity period?
    Dates,
    /// Has it been withdrawn or suspended?
    Status,
    /// Does it belong to the person whose e-mail or name was typed?
    Recipient,
    /// Is it built as its standard says?
    Schema,
    /// Who else vouches for it?
    Endorsements,
}

impl Question {
    /// Every question, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Integrity,
        Self::IssuerKey,
        Self::IssuerIdentity,
        Self::Dates,
        Self::Status,
        Self::Recipient,
        Self::Schema,
        Self::Endorsements,
    ];

    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Integrity => "integrity",
            Self::IssuerKey => "issuer-key",
            Self::IssuerIdentity => "issuer-identity",
            Self::Dates => "dates",
            Self::Status => "status",
            Self::Recipient => "recipient",
            Self::Schema => "schema",
            Self::Endorsements => "endorsements",
        }
    }
}

/// What a check came to. `Unknown` is never treated as `Pass`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Outcome {
    /// Established.
    Pass,
    /// Established to be otherwise.
    Fail,
    /// Could not be established.
    Unknown,
    /// The credential does not have this.
    Absent,
    /// Not asked for.
    Skipped,
}

impl Outcome {
    pub const ALL: [Self; 5] = [
        Self::Pass,
        Self::Fail,
        Self::Unknown,
        Self::Absent,
        Self::Skipped,
    ];

    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Unknown => "unknown",
            Self::Absent => "absent",
            Self::Skipped => "skipped",
        }
    }
}

/// One check: an outcome and why.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    pub question: Question,
    pub outcome: Outcome,
    pub reason: Reason,
}

/// The eight checks, each there exactly once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Checks([Check; 8]);

impl Checks {
    /// Puts an answer to every question; `answer` is called once for each, in order.
    pub fn new(mut answer: impl FnMut(Question) -> (Outcome, Reason)) -> Self {
        Self(Question::ALL.map(|question| {
            let (outcome, reason) = answer(question);
            Check {
                question,
                outcome,
                reason,
            }
        }))
    }

    /// All of them, in the order of [`Question::ALL`].
    #[must_use]
    pub fn all(&self) -> &[Check; 8] {
        &self.0
    }

    /// The check that answers `question`.
    #[must_use]
    pub fn get(&self, question: Question) -> &Check {
        let [
            integrity,
            issuer_key,
            issuer_identity,
            dates,
            status,
            recipient,
            schema,
            endorsements,
        ] = &self.0;
        match question {
            Question::Integrity => integrity,
            Question::IssuerKey => issuer_key,
            Question::IssuerIdentity => issuer_identity,
            Question::Dates => dates,
            Question::Status => status,
            Question::Recipient => recipient,
            Question::Schema => schema,
            Question::Endorsements => endorsements,
        }
    }

    fn outcome(&self, question: Question) -> Outcome {
        self.get(question).outcome
    }
}

/// A registry's entry for the issuer, the only source of a name that stands bare.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Listing {
    pub registry: String,
    pub name: String,
    /// What it is called by law, where the registry says so.
    pub legal_name: Option<String>,
    pub url: Option<String>,
    /// A picture as a data: URL, or at an address whose host showing it would ask.
    pub logo: Option<String>,
}

/// What one proof of a document came to. Of several, one that holds suffices (Open Badges 3.0, section
/// 8.2).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ProofReport {
    /// The suite that it names, known or not.
    pub suite: Option<String>,
    /// The verification method that it names.
    pub method: Option<String>,
    /// Whether the document is as it was signed.
    pub integrity: (Outcome, Reason),
    /// Whether the key is the issuer's.
    pub signer_key: (Outcome, Reason),
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Basis {
    /// What the issuer's site says at the time of asking. It says nothing of what was awarded once.
    Hosting,
    /// The signature of the record that it stands in, whose issuer alone vouches for it.
    Record,
    /// A signature.
    Signature,
}

/// What was established about one credential, and what could not be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report {
    /// The time that it answers for.
    pub at: Timestamp,
    /// When it was made, where it answers for another time than that.
    pub now: Option<Timestamp>,
    pub format: Format,
    pub verdict: Verdict,
    pub basis: Basis,
    pub checks: Checks,
    /// What the checks are about: what the file claims, or of a hosted badge what its site claims,
    /// once that was asked. Only this may be shown as attested.
    pub claims: Claims,
    /// The registries that list the issuer, test registries left out.
    pub listings: Vec<Listing>,
    /// What each proof of the document came to; none for a token, whose signature is the checks'.
    pub proofs: Vec<ProofReport>,
    /// What each endorsement that it carries comes to.
    pub endorsements: Vec<EndorsementReport>,
    /// What each credential in a record comes to, in the record's order; of one that cannot be read,
    /// why. None of them changes the record's own verdict.
    pub credentials: Vec<Result<Report, Unreadable>>,
    /// What a reader should know besides.
    pub notes: Vec<Note>,
    /// The documents that it, and all that is in it, rests on, and where each came from. Those of a
    /// credential in a record stand with the record.
    pub evidence: Vec<Obtained>,
    /// What could still be asked, and what for: for it, and for all that is in it.
    pub wants: Vec<Request>,
    /// Whether it is about a newer version than the file's, which the issuer's refresh service gave.
    pub refreshed: bool,
}

impl Report {
    /// Whether the proof covers [`Report::claims`], and the issuer's own key made it; or the issuer's
    /// site confirms them.
    ///
    /// Only then may its content be shown as attested.
    #[must_use]
    pub fn is_attested(&self) -> bool {
        self.verdict.reliance() > Reliance::Nothing
    }
}
