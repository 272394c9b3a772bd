//! The words of the card.

use super::{date, hallmark_state, shortened};
use crate::present::{Hallmark, Stamp};
use crate::reason::Reason;
use crate::report::{Question, Report};

pub const CHECKING: &str = "Checking…";
pub const SAMPLE: &str = "Sample";
pub const FOLD: &str = "Fold";
pub const UNFOLD: &str = "Unfold";
pub const HALLMARKS: &str = "Hallmarks";
/// The word on the mark that is there where somebody was named.
pub const RECIPIENT_MARK: &str = "This person's";
pub const NEXT: &str = "What you can do:";
pub const ALL_CHECKS: &str = "All eight checks";
/// The fold over content that is not attested.
#[must_use]
pub fn claims(report: &Report) -> &'static str {
    match report.checks.get(Question::Integrity).reason {
        Reason::DiffersFromHosted { .. } => "What its site says, other than the file",
        _ => "What the file claims, unconfirmed",
    }
}
pub const REGISTRY_NOT_LOADED: &str =
    "A list of issuers that this page names couldn't be loaded, so it wasn't used.";

pub const HOLDER_WHY: &str = "About the one who presents them";

pub const NO_NAME: &str = "A credential without a name";
pub const NO_CAPTION: &str = "The badge's picture";
pub const PICTURE_LEFT_OUT: &str = "Its picture isn't shown here.";
pub const OPEN_PICTURE: &str = "Open it there";

pub const ISSUER: &str = "Issuer";
pub const CALLS_ITSELF: &str = "calls itself";
pub const IN_THE_BADGE: &str = "In the badge it calls itself";
pub const LEGAL_NAME: &str = "Legal name:";
pub const LISTED_IN: &str = "Listed in";
pub const NO_ISSUER_NAME: &str = "It gives itself no name.";
pub const OWN_WORDS: &str = "In its own words:";
pub const WEBSITE: &str = "Website it gives";
pub const EMAIL: &str = "E-mail it gives";
pub const IDENTIFIER: &str = "Identifier";

pub const SKILLS: &str = "Skills";
pub const NO_SKILLS: &str = "The badge links to no definition of a skill.";
pub const NO_SKILL_NAME: &str = "A skill without a name";
pub const TAGS: &str = "Tags";

pub const WHAT_IT_TOOK: &str = "What it took";
pub const CRITERIA_LINK: &str = "Criteria at";
pub const NO_CRITERIA: &str = "The badge doesn't say what it took.";
pub const RESULTS: &str = "Results";
pub const RESULT: &str = "Result";
pub const STATUS: &str = "Status";
pub const LEVEL: &str = "Level";
pub const REQUIRED: &str = "Required";
pub const SCALE: &str = "Scale";

pub const EVIDENCE: &str = "Evidence";
pub const GENRE: &str = "Kind";
pub const AUDIENCE: &str = "Audience";
pub const UNNAMED_EVIDENCE: &str = "Evidence without a name";

pub const DATES: &str = "Dates";
pub const AWARDED: &str = "Awarded";
pub const VALID_FROM: &str = "Valid from";
pub const VALID_UNTIL: &str = "Valid until";
pub const ACTIVITY: &str = "Time of study";

pub const DETAILS: &str = "Details";
pub const FIELD: &str = "Field of study";
pub const SPECIALIZATION: &str = "Specialization";
pub const CREDITS: &str = "Credits";
pub const LANGUAGE: &str = "Language";
pub const CODE: &str = "Code";
pub const VERSION: &str = "Version";
pub const CREATOR: &str = "Designed by";
pub const ASSESSOR: &str = "Assessed by";
pub const ROLE: &str = "Role";
pub const TERM: &str = "Term";
pub const LICENCE: &str = "Licence number";
pub const ACHIEVEMENT: &str = "Achievement";

pub const IN_RECORD: &str = "In this record";
pub const ASSOCIATIONS: &str = "How they hang together";
pub const DESCRIBED: &str = "Also described";
pub const DESCRIBED_NOTE: &str =
    "The record describes these. It doesn't say that they were earned.";
pub const SOMETHING: &str = "something unnamed";

pub const WHAT_IT_SAYS: &str = "What it says";
pub const LEFT_OUT: &str = "There is more in the file than fits here.";

pub const ANNEX_I: &str =
    "What this badge says, element by element (EU Recommendation on micro-credentials, Annex I)";
pub const ANNEX_I_NOTE: &str =
    "What its issuer says, and where. That an element isn't stated says nothing of the course.";
pub const NOT_STATED: &str = "Not stated by the issuer";
pub const OPTIONAL: &str = "(optional)";

pub const ENDORSEMENTS: &str = "Endorsements";
pub const ENDORSEMENTS_NOTE: &str =
    "We don't check endorsements yet: anyone could have added these.";
pub const SAYS: &str = "says:";
pub const SOMEBODY: &str = "Somebody unnamed";

pub const RECIPIENT: &str = "Who earned it";
pub const HASHED: &str =
    "given as a hash: whoever knows or guesses it can find out that it is this one";
pub const NO_RECIPIENT: &str = "The badge names nobody.";
pub const WHOSE: &str = "Does it belong to … ?";
pub const COMPARE: &str = "Compare";

pub const AUDIT: &str = "For an auditor";
pub const CHECKED_AT: &str = "Checked";
pub const BY_THIS_CLOCK: &str = "by this device's clock";
pub const CARRIER: &str = "File";
pub const FORMAT: &str = "Format";
pub const CREDENTIAL: &str = "Credential";
pub const SUITES: &str = "Signed with";
pub const CONTEXTS: &str = "Contexts";
pub const DOCUMENTS: &str = "Looked up";
pub const CODES: &str = "Checks";
pub const PROOFS: &str = "Signatures";
pub const VERDICT: &str = "Verdict";
pub const JSON: &str = "The report as JSON";
pub const COPY: &str = "Copy";
pub const COPIED: &str = "Copied.";
pub const COPY_FAILED: &str = "This browser didn't let us copy. Select the text below.";
pub const DOWNLOAD: &str = "Download";
pub const INDEPENDENT: &str = "Check this yourself";
pub const GET_FILE: &str = "Get the file";
pub const INDEPENDENT_NOTE: &str =
    "Any page can imitate this card. To be sure, get the file and check it where you choose.";

pub const OPENS_TAB: &str = "(opens in a new tab)";

/// The summary of a list's folded rest.
#[must_use]
pub fn more(count: usize) -> String {
    format!("{count} more")
}

/// Above a card among several; the badge's name only where its issuer vouches for it.
#[must_use]
pub fn numbered(index: usize, of: usize, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{index} of {of}: {}", shortened(name)),
        None => format!("{index} of {of}"),
    }
}

/// Under a hallmark: by whom or when, where it is stamped; else what keeps it from being so.
#[must_use]
pub fn hallmark_note(hallmark: Hallmark, report: &Report) -> String {
    match (hallmark, hallmark.stamp(report)) {
        (Hallmark::KnownIssuer, Stamp::Solid) => report
            .listings
            .first()
            .map_or_else(String::new, |listing| format!("by {}", listing.registry)),
        (Hallmark::InForce, Stamp::Solid) => in_force(report),
        _ => hallmark_state(hallmark, report).to_owned(),
    }
}

/// As of when: today, or the day of the list that says so, which may be an older one.
fn in_force(report: &Report) -> String {
    match &report.checks.get(Question::Status).reason {
        Reason::Status(reason) => reason.oldest_list().map(date),
        _ => None,
    }
    .map_or_else(
        || format!("on {}", date(report.at)),
        |day| format!("by a list of {day}"),
    )
}
