//! Has it been withdrawn or suspended? Every entry that a credential has counts, and the worst that is
//! established decides.

use super::examiner::Examiner;
use super::judgement::{Answer, IssuerSigned};
use super::status_list::Lists;
use crate::credential::Claims;
use crate::evidence::Request;
use crate::note::Note;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::status::{Entry, Standing, StatusReason};

/// What the entries come to.
pub(super) struct Findings {
    pub answer: Answer,
    pub notes: Vec<Note>,
    pub wants: Vec<Request>,
}

impl From<Answer> for Findings {
    fn from(answer: Answer) -> Self {
        Self {
            answer,
            notes: Vec::new(),
            wants: Vec::new(),
        }
    }
}

/// Follows every entry. Of a credential that its issuer is not known to have signed none is followed:
/// anybody could have named the list (Token Status List, section 8.3).
pub(super) fn check(
    signed: Option<IssuerSigned>,
    claims: &Claims,
    examiner: &Examiner<'_>,
) -> Findings {
    let limit = examiner.policy.bounds.status_entries;
    match (signed, claims.status.len()) {
        (_, 0) => (Outcome::Absent, Reason::NoStatusMethod).into(),
        (None, _) => (Outcome::Unknown, Reason::NoValidSignature).into(),
        (Some(_), count) if count > limit => {
            let reason = StatusReason::TooManyEntries { limit };
            (Outcome::Unknown, reason.into()).into()
        }
        (Some(_), _) => follow(claims, Lists::new(claims, examiner)),
    }
}

fn follow(claims: &Claims, lists: Lists<'_>) -> Findings {
    let (mut clear, mut others, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for stated in &claims.status {
        let told = Entry::read(stated).map(|entry| (lists.consult(&entry), entry));
        let told = match told {
            // A message is no withdrawal, whether it can be had or not.
            Ok((Err(_), entry)) if !entry.is_of_withdrawal() => continue,
            Ok((Ok(told), _)) => told,
            Ok((Err(reason), _)) | Err(reason) => {
                others.push((Outcome::Unknown, reason));
                continue;
            }
        };
        notes.extend(told.found.notes);
        let consulted = told.consulted;
        let reason = match told.found.standing {
            None => continue,
            Some(Standing::Clear) => {
                clear.push(consulted);
                continue;
            }
            Some(Standing::Revoked) => StatusReason::Revoked { consulted },
            Some(Standing::Suspended) => StatusReason::Suspended { consulted },
        };
        others.push((Outcome::Fail, reason.into()));
    }
    notes.dedup();
    // The first of the worst: max_by_key would take the last.
    let answer = match others.into_iter().rev().max_by_key(weight) {
        Some(worst) => worst,
        None if clear.is_empty() => (Outcome::Absent, Reason::NoStatusMethod),
        None => (
            Outcome::Pass,
            StatusReason::Clear { consulted: clear }.into(),
        ),
    };
    Findings {
        answer,
        notes,
        wants: lists.wants(),
    }
}

/// A revocation weighs more than a suspension, and that more than an open question.
fn weight((outcome, reason): &Answer) -> u8 {
    match outcome {
        Outcome::Fail if reason.is_suspension() => 1,
        Outcome::Fail => 2,
        _ => 0,
    }
}
