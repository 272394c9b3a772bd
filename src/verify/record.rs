//! The credentials in a record (Comprehensive Learner Record 2.0, `ClrSubject.verifiableCredential`).
//!
//! Each is judged as the document that it is, and none changes what the record comes to. One without a
//! signature of its own rests on the record's: it is the record's issuer who says what it says.

use super::examiner::Examiner;
use super::judgement::{Answer, IssuerSigned};
use super::mentions::Mentions;
use super::status;
use crate::carrier::Unreadable;
use crate::credential::{Credential, Format, Securing, record_entries};
use crate::nested::RecordReason;
use crate::note::Note;
use crate::reason::Reason;
use crate::report::{Basis, Checks, Outcome, Question, Report, Verdict};

/// Judges every credential in a record, whose own report is done; there are none in anything else.
pub(super) fn judge(
    record: &Credential,
    report: &Report,
    examiner: &Examiner<'_>,
) -> Vec<Result<Report, Unreadable>> {
    if record.format != Format::Clr2 {
        return Vec::new();
    }
    let mentions = Mentions::of(&record.document);
    let list = (&record.document, "verifiableCredential");
    let judged = examiner.all_nested(list, record_entries(&record.document), |entry| entry);
    judged
        .into_iter()
        .map(|(_, nested)| {
            let (credential, own) = nested?;
            let own = match is_unsigned(&credential, &own) && report.is_attested() {
                true => rest_on(report, &mentions, &credential, own, examiner),
                false => own,
            };
            Ok(noted(report, own))
        })
        .collect()
}

/// Whether it could have a signature, and has none.
fn is_unsigned(credential: &Credential, report: &Report) -> bool {
    let is_w3c = matches!(credential.format, Format::Clr2 | Format::Ob3 | Format::Vc);
    is_w3c
        && credential.securing == Securing::Embedded
        && report.checks.get(Question::Integrity).reason == Reason::NoProof
}

/// What a credential without a signature comes to in a record that its issuer signed.
///
/// It is never good for longer than the record, and never known by itself, so that it is `unlisted` at
/// the best.
fn rest_on(
    outer: &Report,
    mentions: &Mentions<'_>,
    inner: &Credential,
    own: Report,
    examiner: &Examiner<'_>,
) -> Report {
    let answer = |report: &Report, question| {
        let check = report.checks.get(question);
        (check.outcome, check.reason.clone())
    };
    let integrity = covered(outer, mentions, inner);
    let issuer_key = issuer_key(outer, &own);
    let signed = IssuerSigned::of(&integrity, &issuer_key);
    let status = status::check(signed, &own.claims, &examiner.of_now());
    let checks = Checks::new(|question| match question {
        Question::Integrity => integrity.clone(),
        Question::IssuerKey => issuer_key.clone(),
        Question::IssuerIdentity => {
            let reason = Reason::Record(RecordReason::NotSignedByItself);
            (Outcome::Unknown, reason)
        }
        Question::Dates => stricter(answer(outer, question), answer(&own, question)),
        Question::Status => stricter(answer(outer, question), status.answer.clone()),
        Question::Recipient | Question::Schema | Question::Endorsements => answer(&own, question),
    });
    Report {
        verdict: Verdict::of(&checks),
        basis: Basis::Record,
        checks,
        notes: [left_out(outer), own.notes.clone(), status.notes].concat(),
        wants: [own.wants.clone(), status.wants].concat(),
        ..own
    }
}

/// What the holder may have left out of the record, may be left out of what rests on it.
fn left_out(record: &Report) -> Vec<Note> {
    let is_left_out = |note: &&Note| {
        matches!(
            note,
            Note::DetailsLeftOut { .. } | Note::DetailsMayBeLeftOut
        )
    };
    record.notes.iter().filter(is_left_out).cloned().collect()
}

/// Whether the record's signature settles what the credential says.
fn covered(outer: &Report, mentions: &Mentions<'_>, inner: &Credential) -> Answer {
    let integrity = outer.checks.get(Question::Integrity);
    let Reason::SignatureMatches { mechanism } = integrity.reason else {
        return (Outcome::Unknown, integrity.reason.clone());
    };
    if mechanism.signs_statements()
        && let Some(id) = mentions.ambiguous(&inner.document)
    {
        let reason = RecordReason::AmbiguousInRecord { id };
        return (Outcome::Unknown, Reason::Record(reason));
    }
    let reason = RecordReason::CoveredByRecord { mechanism };
    (Outcome::Pass, Reason::Record(reason))
}

/// The record is its issuer's, so a credential of the same issuer is; of another issuer's the record's
/// issuer can only say that it is.
fn issuer_key(outer: &Report, own: &Report) -> Answer {
    match (&own.claims.issuer.id, &outer.claims.issuer.id) {
        (Some(own), Some(outer)) if own == outer => {
            let reason = Reason::Record(RecordReason::SignedWithRecord);
            (Outcome::Pass, reason)
        }
        (Some(_), Some(outer)) => {
            let issuer = outer.clone();
            let reason = Reason::Record(RecordReason::VouchedForByRecord { issuer });
            (Outcome::Unknown, reason)
        }
        _ => (Outcome::Unknown, Reason::NoIssuer),
    }
}

/// Of two answers the one that lets one rely on less; the record's of two that are alike.
fn stricter(outer: Answer, own: Answer) -> Answer {
    let rank = |answer: &Answer| match answer.0 {
        Outcome::Fail => 0,
        Outcome::Unknown | Outcome::Skipped => 1,
        Outcome::Absent | Outcome::Pass => 2,
    };
    match rank(&outer) {
        2 => own,
        of_outer if of_outer <= rank(&own) => outer,
        _ => own,
    }
}

/// The report, with a word on a credential that is somebody else's than the record.
fn noted(record: &Report, mut own: Report) -> Report {
    if let (Some(id), Some(of_record)) = (&own.claims.subject.id, &record.claims.subject.id)
        && id != of_record
    {
        let id = id.clone();
        own.notes.push(Note::AnotherSubject { id });
    }
    own
}
