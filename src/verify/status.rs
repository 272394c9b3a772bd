//! Has it been withdrawn or suspended? Every entry that a credential has counts, and the worst that is
//! established decides.

use super::judgement::{Answer, IssuerSigned};
use super::status_list::Lists;
use crate::credential::Claims;
use crate::evidence::{Evidence, Request};
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::status::{Entry, Standing, StatusReason};
use crate::timestamp::Timestamp;

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
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Findings {
    let limit = policy.bounds.status_entries;
    match (signed, claims.status.len()) {
        (_, 0) => (Outcome::Absent, Reason::NoStatusMethod).into(),
        (None, _) => (Outcome::Unknown, Reason::NoValidSignature).into(),
        (Some(_), count) if count > limit => {
            let reason = StatusReason::TooManyEntries { limit };
            (Outcome::Unknown, reason.into()).into()
        }
        (Some(_), _) => follow(claims, Lists::new(claims, evidence, policy, at)),
    }
}

fn follow(claims: &Claims, lists: Lists<'_>) -> Findings {
    let mut consulted = Vec::new();
    let mut notes: Vec<Note> = Vec::new();
    let mut worst: Option<(u8, Answer)> = None;
    for entry in &claims.status {
        let (rank, answer) = match Entry::read(entry).map(|entry| (lists.consult(&entry), entry)) {
            // A message is no withdrawal, whether it can be had or not.
            Ok((Err(_), entry)) if !entry.is_of_withdrawal() => continue,
            Ok((Err(reason), _)) | Err(reason) => (1, (Outcome::Unknown, reason)),
            Ok((Ok(told), _)) => {
                notes.extend(told.found.notes);
                let (rank, reason) = match told.found.standing {
                    None => continue,
                    Some(Standing::Clear) => {
                        consulted.push(told.consulted);
                        continue;
                    }
                    Some(Standing::Suspended) => (
                        2,
                        StatusReason::Suspended {
                            consulted: told.consulted,
                        },
                    ),
                    Some(Standing::Revoked) => (
                        3,
                        StatusReason::Revoked {
                            consulted: told.consulted,
                        },
                    ),
                };
                (rank, (Outcome::Fail, reason.into()))
            }
        };
        // Of equals the first.
        if worst.as_ref().is_none_or(|(worst, _)| rank > *worst) {
            worst = Some((rank, answer));
        }
    }
    let answer = match worst {
        Some((_, answer)) => answer,
        None if consulted.is_empty() => (Outcome::Absent, Reason::NoStatusMethod),
        None => (Outcome::Pass, StatusReason::Clear { consulted }.into()),
    };
    Findings {
        answer,
        notes,
        wants: lists.wants(),
    }
}
