//! Records: what the credentials in one come to, and how its achievements hang together.

use super::{date, shortened};
use crate::credential::Claims;
use crate::nested::{RecordCounts, RecordReason};
use crate::reason::Reason;
use crate::report::{Outcome, Question, Report, Verdict};

/// Why a check of a credential without a signature of its own came out as it did.
pub(super) fn record(reason: &RecordReason) -> String {
    match reason {
        RecordReason::AmbiguousInRecord { id } => format!(
            "The record's signature covers what is said of {}, and not in which part of the record it is said: somebody could have moved it here.",
            shortened(id)
        ),
        RecordReason::CoveredByRecord { mechanism } => format!(
            "It has no signature of its own. The record's signature ({}) covers it.",
            super::mechanism(*mechanism)
        ),
        RecordReason::NotSignedByItself => {
            "It has no signature of its own. What is known of the record's issuer stands with the record.".into()
        }
        RecordReason::SignedWithRecord => {
            "It names the record's issuer as its own, who signed the record that it stands in.".into()
        }
        RecordReason::VouchedForByRecord { issuer } => format!(
            "The issuer that it names didn't sign it. That it comes from there, the record's issuer alone says ({}).",
            shortened(issuer)
        ),
    }
}

/// The headline of a credential that rests on the record's issuer alone.
pub(super) fn rests_on_record(report: &Report) -> String {
    let reason = |question| &report.checks.get(question).reason;
    if let Reason::Record(RecordReason::VouchedForByRecord { .. }) = reason(Question::IssuerKey) {
        return "Not signed by the issuer that it names: the record's issuer alone vouches for it."
            .into();
    }
    let is_anothers = report.checks.get(Question::Recipient).outcome == Outcome::Fail;
    let unsigned = "Not signed by itself: it rests on the record's issuer alone";
    match (report.verdict, reason(Question::Dates)) {
        (Verdict::Revoked, _) => format!("{unsigned}, and was withdrawn."),
        (Verdict::Suspended, _) => format!("{unsigned}, and is suspended."),
        (Verdict::Expired, Reason::Expired { until }) => {
            format!("{unsigned}, and it expired on {}.", date(*until))
        }
        (Verdict::NotYetValid, Reason::NotYetValid { from }) => {
            format!("{unsigned}, and it is not valid until {}.", date(*from))
        }
        (Verdict::StatusUnknown | Verdict::Unlisted, _) if is_anothers => {
            format!("{unsigned}, and it is not for the person you named.")
        }
        (Verdict::StatusUnknown, _) => {
            format!("{unsigned}, and we couldn't check whether it was withdrawn.")
        }
        (Verdict::Unlisted, _) => format!("{unsigned}."),
        _ => "Not signed by itself, and we couldn't confirm it.".into(),
    }
}

/// What stands behind a record's headline where not every credential in it can be relied on.
pub(super) fn unsure(report: &Report) -> Option<String> {
    let RecordCounts { all, unsure, .. } = RecordCounts::of(&report.credentials);
    match (unsure, all) {
        (0, _) => None,
        (1, 1) => Some("The credential in it is not confirmed or not in force.".into()),
        (unsure, all) if unsure == all => Some(format!(
            "None of the {all} credentials in it is both confirmed and in force."
        )),
        (1, all) => Some(format!(
            "1 of the {all} credentials in it is not confirmed or not in force."
        )),
        (unsure, all) => Some(format!(
            "{unsure} of the {all} credentials in it are not confirmed or not in force."
        )),
    }
}

/// What a record's verdict does not say.
pub(super) fn caveats(report: &Report) -> Vec<String> {
    let RecordCounts { all, unsigned, .. } = RecordCounts::of(&report.credentials);
    let unsigned = match (unsigned, all) {
        (0, _) => None,
        (1, 1) => Some("The credential in it is not signed by itself: the record's issuer alone vouches for it.".into()),
        (unsigned, all) => Some(format!(
            "Not signed by themselves are {unsigned} of the {all} credentials in it: the record's issuer alone vouches for those."
        )),
    };
    let record = report.claims.record.as_ref();
    let is_partial = record.is_some_and(|record| record.partial == Some(true));
    let partial = is_partial.then(|| "By its own account it is not the whole record.".to_owned());
    unsigned.into_iter().chain(partial).collect()
}

/// What a credential is called: a badge, a record or an endorsement.
pub(super) fn noun(claims: &Claims) -> &'static str {
    let is = |name: &str| claims.types.iter().any(|kind| kind == name);
    match () {
        () if claims.record.is_some() => "record",
        () if is("EndorsementCredential") => "endorsement",
        () => "badge",
    }
}

/// How one achievement stands to another (`AssociationType` of CLR 2.0): the words between their names.
#[must_use]
pub fn association(association_type: &str) -> String {
    match association_type {
        "exactMatchOf" => "is the same as".into(),
        "isChildOf" => "is below".into(),
        "isParentOf" => "is above".into(),
        "isPartOf" => "is part of".into(),
        "isPeerOf" => "is a peer of".into(),
        "isRelatedTo" => "is related to".into(),
        "precedes" => "precedes".into(),
        "replacedBy" => "is replaced by".into(),
        "" => "hangs together with".into(),
        other => format!("({})", shortened(other)),
    }
}
