//! Endorsements: each is verified by itself, and has to be about the thing that it stands on (Open
//! Badges 3.0, section 8.4, "Verify Endorsements").

use serde_json::Value;

use super::examiner::{Examiner, Nested};
use crate::credential::{
    Credential, EndorsementEntry, Format, endorsement_comment, endorsement_entries, list, string,
};
use crate::nested::{EndorsementReason, EndorsementReport};
use crate::report::{Outcome, Verdict};

/// Judges every endorsement that a credential carries; those of badges before 3.0 are elsewhere.
pub(super) fn judge(credential: &Credential, examiner: &Examiner<'_>) -> Vec<EndorsementReport> {
    let entries = match credential.format {
        Format::Clr2 | Format::Ob3 | Format::Vc => endorsement_entries(&credential.document),
        _ => Vec::new(),
    };
    let list = (&credential.document, "endorsement");
    let judged = examiner.all_nested(list, entries, |it: &EndorsementEntry<'_>| it.entry);
    judged
        .into_iter()
        .map(|(entry, nested)| report(&entry, nested))
        .collect()
}

fn report(entry: &EndorsementEntry<'_>, nested: Nested) -> EndorsementReport {
    let endorsed = entry.endorsed;
    match nested {
        Ok((endorsement, report)) => {
            let (outcome, reason) = match mismatch(&endorsement, entry.id.as_deref()) {
                Some((outcome, reason)) => (outcome, reason),
                None => (of_verdict(report.verdict), EndorsementReason::ItsVerdict),
            };
            EndorsementReport {
                endorsed,
                comment: endorsement_comment(&endorsement.document),
                credential: Ok(report),
                outcome,
                reason,
            }
        }
        Err(why) => EndorsementReport {
            endorsed,
            credential: Err(why),
            comment: None,
            outcome: Outcome::Unknown,
            reason: EndorsementReason::Unreadable,
        },
    }
}

/// Why it does not count, however good its signature is.
fn mismatch(endorsement: &Credential, id: Option<&str>) -> Option<(Outcome, EndorsementReason)> {
    let types = &endorsement.claims.types;
    if !types.iter().any(|kind| kind == "EndorsementCredential") {
        return Some((Outcome::Fail, EndorsementReason::NotAnEndorsement));
    }
    let subject = match list(endorsement.document.get("credentialSubject")).as_slice() {
        [Value::Object(subject)] => string(subject, "id"),
        // Of several none can be picked.
        _ => None,
    };
    match (subject, id) {
        (Some(subject), Some(id)) if subject == id => None,
        (Some(id), Some(_)) => Some((Outcome::Fail, EndorsementReason::EndorsesAnother { id })),
        _ => Some((Outcome::Unknown, EndorsementReason::NothingToCompare)),
    }
}

fn of_verdict(verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Genuine | Verdict::Unlisted => Outcome::Pass,
        Verdict::StatusUnknown | Verdict::Unconfirmed | Verdict::Unreadable => Outcome::Unknown,
        Verdict::Expired
        | Verdict::Invalid
        | Verdict::NotYetValid
        | Verdict::Revoked
        | Verdict::Suspended => Outcome::Fail,
    }
}
