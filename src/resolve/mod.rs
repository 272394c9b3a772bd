//! Who holds a key: from a verification method's URL to the document of its controller, and from
//! the issuer to the key.
//!
//! ```text
//!  method's URL ──▶ document ──▶ method, its key ──▶ is it the signer's? ──▶ IssuerMethod
//!                   did:key, did:jwk: worked out         by its own document,
//!                   did:web, did:webvh, https: served    or its website's set of keys
//! ```

mod binding;
mod did_jwk;
mod did_key;
mod did_web;
#[cfg_attr(not(feature = "complete"), allow(dead_code, reason = "left out"))]
mod did_webvh;
mod document;
mod jwk_set;
mod material;
mod method;
mod website;

pub use did_webvh::{DidLogError, did_log};
pub use document::ControlledDocument;
pub use method::{Relationship, VerificationMethod};

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::evidence::{Evidence, Purpose, Request};
use crate::inquiry::Inquiry;
use crate::policy::Policy;
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// Looks keys up for one signature or several, out of the evidence, and keeps in mind what was missing.
///
/// ```
/// use assay::resolve::{Relationship, Resolver};
/// use assay::{Evidence, Policy, Timestamp};
///
/// let (evidence, policy) = (Evidence::none(), Policy::default());
/// let now = Timestamp::parse("2025-01-01T00:00:00Z").unwrap();
/// let resolver = Resolver::new(&evidence, &policy, Relationship::AssertionMethod, now);
/// assert!(resolver.verification_method("did:web:example.com#key-1").is_err());
/// let wanted = resolver.wants().remove(0).url;
/// assert_eq!(wanted, "https://example.com/.well-known/did.json");
/// ```
pub struct Resolver<'a> {
    inquiry: Inquiry<'a>,
    /// What the key has to be listed for.
    relationship: Relationship,
    /// The time that is answered for.
    at: Timestamp,
    /// What a clock may show that is ahead by as much as is allowed.
    latest: Timestamp,
    /// Documents that were asked for before, by their identifiers: some are costly to verify.
    known: RefCell<BTreeMap<String, Result<ControlledDocument, Reason>>>,
}

impl<'a> Resolver<'a> {
    /// A resolver that has not looked anything up yet.
    #[must_use]
    pub fn new(
        evidence: &'a Evidence,
        policy: &'a Policy,
        relationship: Relationship,
        at: Timestamp,
    ) -> Self {
        Self {
            inquiry: Inquiry::new(evidence, &policy.bounds),
            relationship,
            at,
            latest: at.plus_seconds(policy.clock_skew.seconds),
            known: RefCell::default(),
        }
    }

    /// What was looked for in vain, each document once.
    #[must_use]
    pub fn wants(&self) -> Vec<Request> {
        self.inquiry.wants()
    }

    /// The verification method at `url`, out of its controller's document (Controlled Identifiers 1.0,
    /// section 3.3, "Retrieve Verification Method").
    ///
    /// A key in the URL's fragment is never taken for the document.
    ///
    /// # Errors
    /// The [`Reason`] why no key could be had.
    pub fn verification_method(&self, url: &str) -> Result<VerificationMethod, Reason> {
        let id = url.split_once('#').map_or(url, |(id, _)| id);
        let document = self.controlled_document(id)?;
        document.method(url).ok_or_else(|| Reason::KeyNotListed {
            method: url.to_owned(),
            controller: id.to_owned(),
        })
    }

    /// The keys that a signer publishes under its own identifier, for tokens: those of a DID's document,
    /// or the set at an https identifier's website.
    ///
    /// # Errors
    /// The [`Reason`] why there are none to be had: [`Reason::UnsupportedIssuer`] for an identifier
    /// that cannot be looked up.
    pub fn signer_document(&self, signer: &str) -> Result<ControlledDocument, Reason> {
        if signer.starts_with("did:") {
            return self.controlled_document(signer);
        }
        self.jwk_set(signer)
    }

    /// The document of `id`: worked out for did:key and did:jwk, out of the evidence for others.
    fn controlled_document(&self, id: &str) -> Result<ControlledDocument, Reason> {
        if let Some(known) = self.known.borrow().get(id) {
            return known.clone();
        }
        let found = self.look_up(id);
        self.known.borrow_mut().insert(id.to_owned(), found.clone());
        found
    }

    fn look_up(&self, id: &str) -> Result<ControlledDocument, Reason> {
        let method = id.split_inclusive(':').take(2).collect::<String>();
        match method.as_str() {
            "did:key:" => did_key::document(id).map_err(Reason::UnsupportedKey),
            "did:jwk:" => {
                did_jwk::document(id, self.inquiry.bounds).map_err(Reason::UnsupportedKey)
            }
            #[cfg(feature = "complete")]
            "did:webvh:" => self.did_webvh(id),
            #[cfg(not(feature = "complete"))]
            "did:webvh:" => {
                crate::lacking::note();
                Err(unsupported(id))
            }
            "did:web:" => match did_web::document_url(id) {
                Some(url) => self.served(id, url, Purpose::DidDocument),
                None => Err(unsupported(id)),
            },
            _ if website::is_address(id) => {
                self.served(id, id.to_owned(), Purpose::ControllerDocument)
            }
            _ => Err(unsupported(id)),
        }
    }

    /// The document at `url`, which has to be that of `id`. What stands at an address can be about
    /// anything, so that there it has to list some key besides.
    fn served(
        &self,
        id: &str,
        url: String,
        purpose: Purpose,
    ) -> Result<ControlledDocument, Reason> {
        let json = self.inquiry.json(&url, self.purpose(purpose))?;
        let is_of_keys = |document: &ControlledDocument| {
            purpose != Purpose::ControllerDocument || document.lists_any()
        };
        ControlledDocument::read(&json)
            .filter(|document| document.id == id && is_of_keys(document))
            .ok_or(Reason::MalformedDocument { url })
    }

    /// What a document is wanted for; of a holder it is all one.
    fn purpose(&self, of_issuer: Purpose) -> Purpose {
        match self.relationship {
            Relationship::AssertionMethod => of_issuer,
            Relationship::Authentication => Purpose::HolderDidDocument,
        }
    }
}

/// Where the document of an identifier is served; None where it is worked out, where no public host can
/// serve it (an IP address, a path that climbs), and for identifiers of other kinds.
///
/// ```
/// use assay::resolve::document_url;
/// assert_eq!(
///     document_url("did:web:example.com:issuers:42").as_deref(),
///     Some("https://example.com/issuers/42/did.json"),
/// );
/// ```
#[must_use]
pub fn document_url(id: &str) -> Option<String> {
    let address = || website::is_address(id).then(|| id.to_owned());
    did_web::document_url(id)
        .or_else(|| did_webvh::log_url(id))
        .or_else(address)
}

fn unsupported(did: &str) -> Reason {
    Reason::UnsupportedDidMethod {
        did: did.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Answer;
    use crate::reason::{IssuerMethod, Unobtained};
    use serde_json::json;

    const DID: &str = "did:web:example.com";
    const URL: &str = "https://example.com/.well-known/did.json";
    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    fn resolve<T>(answer: Option<Answer>, look: impl Fn(&Resolver<'_>) -> T) -> T {
        let mut evidence = Evidence::none();
        if let Some(answer) = answer {
            evidence.insert(URL, answer);
        }
        let now = Timestamp::from_unix_seconds(0).unwrap();
        let policy = Policy::default();
        let relationship = Relationship::AssertionMethod;
        look(&Resolver::new(&evidence, &policy, relationship, now))
    }

    fn retrieve(answer: Option<Answer>) -> Result<VerificationMethod, Reason> {
        let url = format!("{DID}#key-1");
        resolve(answer, |resolver| resolver.verification_method(&url))
    }

    fn served(document: &serde_json::Value) -> Option<Answer> {
        Some(Answer::Response {
            status: 200,
            body: document.to_string().into_bytes(),
        })
    }

    fn document(id: &str) -> serde_json::Value {
        json!({
            "id": id,
            "verificationMethod": [
                {"id": "#key-1", "type": "Multikey", "controller": id, "publicKeyMultibase": KEY}
            ],
            "assertionMethod": ["#key-1"],
        })
    }

    #[test]
    fn finds_a_method_in_the_document_that_the_domain_serves() {
        let method = retrieve(served(&document(DID))).unwrap();
        let bind = |signer: &str| resolve(None, |resolver| resolver.bind(signer, &method));
        assert_eq!(bind(DID), Ok(IssuerMethod::DidWeb));
        let (issuer, controller) = ("urn:uuid:1".to_owned(), DID.to_owned());
        assert_eq!(
            bind(&issuer.clone()),
            Err(Reason::UnboundIssuer { issuer, controller })
        );
    }

    #[test]
    fn says_why_there_is_no_document() {
        let answer = Answer::Response {
            status: 404,
            body: Vec::new(),
        };
        for (answer, why) in [
            (answer, Unobtained::Status(404)),
            (Answer::Declined, Unobtained::Declined),
        ] {
            let url = URL.to_owned();
            assert_eq!(retrieve(Some(answer)), Err(Reason::Unobtained { url, why }));
        }
    }

    #[test]
    fn a_strangers_did_key_is_a_strangers() {
        let did = format!("did:key:{KEY}");
        let url = format!("{did}#{KEY}");
        resolve(None, |resolver| {
            let method = resolver.verification_method(&url).unwrap();
            assert_eq!(resolver.bind(&did, &method), Ok(IssuerMethod::DidKey));
            let issuer = "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi".to_owned();
            let controller = did.clone();
            assert_eq!(
                resolver.bind(&issuer.clone(), &method),
                Err(Reason::StrangersKey { issuer, controller })
            );
        });
    }
}
