//! Words for the values of enumerations.

use crate::credential::Framework;
use crate::evidence::Purpose;
use crate::present::{Hallmark, Stamp, Suspicion};
use crate::reason::{AsOfReason, Reason};
use crate::report::{Basis, Check, Outcome, Question, Report};

/// The question of a check, which depends on what the verdict rests on.
#[must_use]
pub fn question(question: Question, basis: Basis) -> &'static str {
    match question {
        Question::Integrity if basis == Basis::Hosting => "Does its site confirm it now?",
        Question::IssuerKey if basis == Basis::Hosting => "Is that site its issuer's?",
        Question::Integrity => "Is it unaltered since it was signed?",
        Question::IssuerKey => "Was it signed by a key of the issuer that it names?",
        Question::IssuerIdentity => "Do we know who that issuer is?",
        Question::Dates => "Is it within its validity period?",
        Question::Status => "Has it been withdrawn or suspended?",
        Question::Recipient => "Does it belong to the person you named?",
        Question::Schema => "Is it built as its standard says?",
        Question::Endorsements => "Who else vouches for it?",
    }
}

/// An outcome in a word or two.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "Yes",
        Outcome::Fail => "No",
        Outcome::Unknown => "Couldn't tell",
        Outcome::Absent => "Not there",
        Outcome::Skipped => "Not checked",
    }
}

/// The answer to a check's question in a word or two: of "has it been withdrawn?" a pass is no.
#[must_use]
pub fn answer(check: &Check) -> &'static str {
    match (check.question, check.outcome) {
        (Question::Status, Outcome::Pass) => "No",
        (Question::Status, Outcome::Fail) => match check.reason.is_suspension() {
            true => "Suspended",
            false => "Withdrawn",
        },
        (Question::Status, Outcome::Absent) => "No way to ask",
        (Question::Endorsements, Outcome::Absent) => "Nobody named",
        (Question::Endorsements, Outcome::Pass) => "All hold",
        (Question::Endorsements, Outcome::Fail) => "Not all hold",
        (Question::Schema, Outcome::Absent) => "No schema named",
        (Question::Dates, Outcome::Absent) => "No dates given",
        (Question::Integrity, Outcome::Absent) => "Not signed",
        (_, other) => outcome(other),
    }
}

/// The word on a hallmark. What a site says now is not thereby unaltered.
#[must_use]
pub fn hallmark(hallmark: Hallmark, basis: Basis) -> &'static str {
    match hallmark {
        Hallmark::Unaltered if basis == Basis::Hosting => "Confirmed now",
        Hallmark::SignedByIssuer if basis == Basis::Hosting => "By issuer's site",
        Hallmark::Unaltered => "Unaltered",
        Hallmark::SignedByIssuer => "Signed by issuer",
        Hallmark::KnownIssuer => "Known issuer",
        Hallmark::InForce => "In force",
    }
}

/// What a hallmark's form says, in words.
#[must_use]
pub fn hallmark_state(hallmark: Hallmark, report: &Report) -> &'static str {
    let reason = |question| &report.checks.get(question).reason;
    match (hallmark, hallmark.stamp(report)) {
        (Hallmark::InForce, Stamp::Struck) => match reason(Question::Dates) {
            _ if reason(Question::Status).is_suspension() => "suspended",
            _ if report.checks.get(Question::Status).outcome == Outcome::Fail => "withdrawn",
            Reason::NotYetValid { .. } => "not yet",
            _ => "expired",
        },
        (Hallmark::KnownIssuer, Stamp::Outline) => match reason(Question::IssuerIdentity) {
            Reason::Trust(reason) => super::trust::hallmark_state(reason),
            _ => "unknown",
        },
        (Hallmark::InForce, Stamp::Outline) => match reason(Question::Status) {
            Reason::AsOf(AsOfReason::WithdrawnNow) => "withdrawn now",
            Reason::AsOf(AsOfReason::SuspendedNow) => "suspended now",
            _ => "couldn't check",
        },
        (Hallmark::Unaltered, Stamp::Outline)
            if report.checks.get(Question::Integrity).outcome == Outcome::Absent =>
        {
            "not signed"
        }
        (_, Stamp::Outline) => "couldn't tell",
        (_, Stamp::Solid) => "yes",
        (_, Stamp::Struck) => "no",
    }
}

/// The heading of a group of skills.
#[must_use]
pub fn framework(framework: &Framework) -> String {
    match framework {
        Framework::Case => "CASE (1EdTech)".into(),
        Framework::Ctdl => "CTDL (Credential Engine)".into(),
        Framework::DigComp => "DigComp (European digital competences)".into(),
        Framework::Eqf => "European Qualifications Framework".into(),
        Framework::Esco => "ESCO (European skills)".into(),
        Framework::IscedF => "ISCED-F (fields of education)".into(),
        Framework::Onet => "O*NET (United States)".into(),
        Framework::Other(Some(name)) => name.clone(),
        Framework::Other(None) => "No framework named".into(),
    }
}

/// What a document is wanted for.
#[must_use]
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Assertion => "what it says of this badge now",
        Purpose::BadgeClass => "what the badge stands for",
        Purpose::ControllerDocument | Purpose::DidDocument | Purpose::JwkSet => {
            "the issuer's list of keys"
        }
        Purpose::DidLog => "the history of the issuer's list of keys",
        Purpose::EntityConfiguration => "its registry's keys",
        Purpose::EntityStatement => "what its registry says of this issuer",
        Purpose::HolderDidDocument => "the holder's list of keys",
        Purpose::IssuerProfile => "the issuer's profile",
        Purpose::Key => "the issuer's key",
        Purpose::KnownRegistries => "its list of registries of issuers",
        Purpose::Refresh => "the version that it gives now",
        Purpose::Registry => "its registry of issuers",
        Purpose::RevocationList => "the issuer's list of withdrawn badges",
        Purpose::Schema => "the schema",
        Purpose::StatusList => "the list of withdrawn badges that it names",
        Purpose::StatusListKeys => "the keys of whoever signed the list of withdrawn badges",
        Purpose::WitnessProofs => "the witnesses' word on the issuer's list of keys",
    }
}

/// A result's status, as Open Badges 3.0 names it.
#[must_use]
pub fn result_status(status: &str) -> &str {
    match status {
        "InProgress" => "In progress",
        "OnHold" => "On hold",
        other => other,
    }
}

/// An achievement's type with spaces between its words; an extension without its prefix.
#[must_use]
pub fn achievement_type(kind: &str) -> String {
    let kind = kind.strip_prefix("ext:").unwrap_or(kind);
    let mut words = String::new();
    let mut after_lowercase = false;
    for letter in kind.chars() {
        if after_lowercase && letter.is_uppercase() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
        after_lowercase = letter.is_lowercase();
    }
    words
}

/// What a reader should know of a name before trusting their eyes.
#[must_use]
pub fn suspicion(suspicion: Suspicion) -> &'static str {
    match suspicion {
        Suspicion::BidiControls => {
            "This name holds characters that change the direction of text; it may read otherwise than it looks."
        }
        Suspicion::Invisible => "This name holds characters that can't be seen.",
        Suspicion::MixedAlphabets => {
            "This name mixes alphabets whose letters look alike; it may imitate another name."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn achievement_types_read_as_words() {
        assert_eq!(achievement_type("MasterCertificate"), "Master certificate");
        assert_eq!(achievement_type("ext:MicroCredential"), "Micro credential");
        assert_eq!(achievement_type("Badge"), "Badge");
    }
}
