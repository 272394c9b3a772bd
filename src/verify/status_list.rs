//! One list: had, judged like a credential, and only then looked into.
//!
//! A list's own status is not followed: it could name itself.

use super::dates;
use super::documents::Documents;
use super::examiner::Examiner;
use super::judgement::Judgement;
use super::token::{self, SignedToken};
use crate::carrier;
use crate::credential::{Claims, DateClaim};
use crate::evidence::{Purpose, Request};
use crate::jose::TokenProfile;
use crate::proof::SignatureMemory;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::resolve::Relationship;
use crate::status::{
    Consulted, Entry, Found, Keeper, Query, StatusListToken, StatusReason, look_up_identifier,
};
use crate::trust;
use crate::web_address::is_same;

/// What one list says.
pub(super) struct Told {
    pub consulted: Consulted,
    pub found: Found,
}

/// The lists that one credential names.
pub(super) struct Lists<'a> {
    /// The credential's.
    claims: &'a Claims,
    documents: Documents<'a>,
    examiner: &'a Examiner<'a>,
}

/// A list of which the signature was judged.
struct Judged<'a> {
    url: &'a str,
    signature: Judgement,
    signer: Option<&'a str>,
    /// The address that it says it is at.
    id: Option<&'a str>,
    starts: &'a [DateClaim],
    ends: &'a [DateClaim],
}

impl<'a> Lists<'a> {
    pub fn new(claims: &'a Claims, examiner: &'a Examiner<'a>) -> Self {
        Self {
            claims,
            documents: Documents::new(examiner.evidence, &examiner.policy.bounds),
            examiner,
        }
    }

    pub fn wants(self) -> Vec<Request> {
        self.documents.wants()
    }

    /// What the list says that an entry names.
    pub fn consult(&self, entry: &Entry) -> Result<Told, Reason> {
        let url = entry.url.as_str();
        let Examiner {
            evidence,
            policy,
            at,
            budget,
            ..
        } = *self.examiner;
        let bounds = &policy.bounds;
        let unpacker = &mut budget.lists.borrow_mut();
        let malformed = || Reason::MalformedDocument {
            url: url.to_owned(),
        };
        let body = self.documents.body(url, Purpose::StatusList)?;
        match &entry.query {
            Query::Identifier => {
                let list = self.documents.object(body).ok_or_else(malformed)?;
                Ok(Told {
                    consulted: Consulted {
                        url: url.to_owned(),
                        from: None,
                        keeper: Keeper::Site,
                    },
                    found: look_up_identifier(self.claims, url, &list)?,
                })
            }
            Query::StatusListCredential(query) => {
                let opened = carrier::open(body, bounds).map_err(|_| malformed())?;
                let list = opened.credentials.only().ok_or_else(malformed)?;
                let claims = &list.claims;
                let judged = Judged {
                    url,
                    signature: super::signature_of(list, evidence, policy, at),
                    signer: claims.issuer.id.as_deref(),
                    id: claims.id.as_deref(),
                    starts: &claims.starts,
                    ends: &claims.ends,
                };
                self.told(judged, || query.look_up(url, list, unpacker))
            }
            Query::StatusListToken { index } => {
                let list = StatusListToken::read(url, body, bounds)?;
                let signer = list.issuer.as_deref().or(self.claims.issuer.id.as_deref());
                let signed = SignedToken {
                    jws: &list.jws,
                    profile: TokenProfile::StatusList,
                    memory: SignatureMemory::default(),
                    signer,
                    relationship: Relationship::AssertionMethod,
                };
                let judged = Judged {
                    url,
                    signature: token::judge(&signed, evidence, policy, at),
                    signer,
                    id: Some(url),
                    starts: &list.starts,
                    ends: &list.ends,
                };
                let look_up = || list.look_up(url, *index, unpacker).map(Found::from);
                self.told(judged, look_up)
            }
        }
    }

    /// What a list says, once it is known to be its signer's, of this address, and in force.
    fn told(
        &self,
        list: Judged<'_>,
        look_up: impl FnOnce() -> Result<Found, StatusReason>,
    ) -> Result<Told, Reason> {
        let url = || list.url.to_owned();
        let unreliable = |why| {
            let why = Box::new(why);
            Reason::from(StatusReason::UnreliableList { url: url(), why })
        };
        for request in list.signature.wants {
            let purpose = Purpose::StatusListKeys;
            self.documents.want(Request { purpose, ..request });
        }
        for (outcome, reason) in [list.signature.integrity, list.signature.signer_key] {
            if outcome != Outcome::Pass {
                return Err(unreliable(reason));
            }
        }
        // Another of the issuer's lists in its place says nothing of this credential.
        if let Some(id) = list.id.filter(|id| !is_same(id, list.url)) {
            let (url, id) = (url(), id.to_owned());
            return Err(Reason::NotItsAddress { url, id });
        }
        let skew = self.examiner.policy.clock_skew;
        let from = match dates::check(list.starts, list.ends, skew, self.examiner.at) {
            (Outcome::Pass, Reason::InForce { from, .. }) => from,
            (Outcome::Absent, _) => None,
            (_, reason) => return Err(unreliable(reason)),
        };
        let (found, url) = (look_up()?, url());
        match self.keeper(list.id, list.signer) {
            Some(keeper) => Ok(Told {
                consulted: Consulted { url, from, keeper },
                found,
            }),
            None => {
                let issuer = list.signer.unwrap_or_default().to_owned();
                let says = found.standing;
                Err(StatusReason::AnothersList { url, issuer, says }.into())
            }
        }
    }

    /// Whose word a list is, if it is one that counts (Bitstring Status List 1.0, section 2.2: the
    /// issuers may differ, and each has to be trusted for itself). A listed signer has to have
    /// written the address into it, too.
    fn keeper(&self, id: Option<&str>, signer: Option<&str>) -> Option<Keeper> {
        let signer = signer?;
        if self.claims.issuer.id.as_deref() == Some(signer) {
            return Some(Keeper::Issuer);
        }
        id?;
        let Examiner {
            evidence,
            policy,
            at,
            ..
        } = *self.examiner;
        let lookup = trust::look_up(signer, evidence, policy, at);
        for request in lookup.wants {
            self.documents.want(request);
        }
        let name = lookup.listings.into_iter().next()?.name;
        Some(Keeper::Listed { name })
    }
}
