//! Who holds a key: from a verification method's URL to the document of its controller, and from
//! the issuer to the key.

mod did_jwk;
mod did_key;
mod did_web;
mod document;
mod jwk_set;
mod material;

pub use did_web::document_url;
pub use document::{ControlledDocument, Relationship, VerificationMethod};

use serde_json::Value;

use crate::evidence::{Answer, Evidence};
use crate::json;
use crate::policy::Bounds;
use crate::reason::{IssuerMethod, Reason, Unobtained};
use crate::timestamp::Timestamp;

/// The verification method at `url`, out of its controller's document (Controlled Identifiers 1.0,
/// section 3.3, "Retrieve Verification Method").
///
/// A key in the URL's fragment is never taken for the document.
///
/// # Errors
/// The [`Reason`] why no key could be had.
pub fn verification_method(
    url: &str,
    evidence: &Evidence,
    bounds: &Bounds,
) -> Result<VerificationMethod, Reason> {
    let did = url.split_once('#').map_or(url, |(did, _)| did);
    let document = controlled_document(did, evidence, bounds)?;
    document.method(url).ok_or_else(|| Reason::KeyNotListed {
        method: url.to_owned(),
        controller: did.to_owned(),
    })
}

/// The document of `did`: worked out for did:key and did:jwk, out of the evidence for did:web.
fn controlled_document(
    did: &str,
    evidence: &Evidence,
    bounds: &Bounds,
) -> Result<ControlledDocument, Reason> {
    if did.starts_with("did:key:") {
        return did_key::document(did).map_err(Reason::UnsupportedKey);
    }
    if did.starts_with("did:jwk:") {
        return did_jwk::document(did, bounds).map_err(Reason::UnsupportedKey);
    }
    let Some(url) = did_web::document_url(did) else {
        return Err(Reason::UnsupportedDidMethod {
            did: did.to_owned(),
        });
    };
    let json = fetched(&url, evidence, bounds)?;
    ControlledDocument::read(&json)
        .filter(|document| document.id == did)
        .ok_or(Reason::MalformedDocument { url })
}

/// The keys that a signer publishes under its own identifier: a DID's document, or the set at an https
/// identifier's website.
///
/// # Errors
/// The [`Reason`] why there are none to be had: [`Reason::UnsupportedIssuer`] for an identifier that
/// cannot be looked up.
pub fn signer_document(
    signer: &str,
    evidence: &Evidence,
    bounds: &Bounds,
) -> Result<ControlledDocument, Reason> {
    if signer.starts_with("did:") {
        return controlled_document(signer, evidence, bounds);
    }
    let Some(url) = jwk_set::url(signer) else {
        let issuer = signer.to_owned();
        return Err(Reason::UnsupportedIssuer { issuer });
    };
    let json = fetched(&url, evidence, bounds)?;
    jwk_set::read(&json, &url, signer).ok_or(Reason::MalformedDocument { url })
}

/// The JSON at `url`, out of the evidence.
fn fetched(url: &str, evidence: &Evidence, bounds: &Bounds) -> Result<Value, Reason> {
    let unobtained = |why| Reason::Unobtained {
        url: url.to_owned(),
        why,
    };
    let body = match evidence.answer(url) {
        Some(Answer::Response { status: 200, body }) => body,
        Some(Answer::Response { status, .. }) => {
            return Err(unobtained(Unobtained::Status(*status)));
        }
        Some(Answer::Unreachable(why)) => return Err(unobtained(Unobtained::Unreachable(*why))),
        Some(Answer::Declined) => return Err(unobtained(Unobtained::Declined)),
        None => return Err(unobtained(Unobtained::NotAsked)),
    };
    json::parse(body, bounds).map_err(|_| Reason::MalformedDocument {
        url: url.to_owned(),
    })
}

/// Whether the signer, an issuer or a holder, stands behind `method`, which has made a good signature,
/// and has listed it for this.
///
/// # Errors
/// The [`Reason`] why not, or why that could not be established: [`Reason::UnboundIssuer`] where
/// the signer's identifier is of a kind that cannot be looked up.
pub fn bind(
    signer: &str,
    method: &VerificationMethod,
    relationship: Relationship,
    at: Timestamp,
) -> Result<IssuerMethod, Reason> {
    if !method.is_for(relationship) || method.controller != method.document {
        return Err(Reason::KeyNotListed {
            method: method.id.clone(),
            controller: method.document.clone(),
        });
    }
    if let Some(revoked) = method.revoked.filter(|revoked| *revoked <= at) {
        return Err(Reason::KeyRevoked { at: revoked });
    }
    if let Some(expires) = method.expires.filter(|expires| *expires <= at) {
        return Err(Reason::KeyExpired { at: expires });
    }
    if signer == method.document {
        return Ok(match signer {
            _ if signer.starts_with("did:jwk:") => IssuerMethod::DidJwk,
            _ if signer.starts_with("did:key:") => IssuerMethod::DidKey,
            _ if signer.starts_with("https:") => IssuerMethod::JwkSet,
            _ => IssuerMethod::DidWeb,
        });
    }
    let (issuer, controller) = (signer.to_owned(), method.controller.clone());
    // Open Badges 3.0's recommended practice: the method's controller is the issuer. Other kinds of
    // identifier may still lead to a document that lists the key.
    if issuer.starts_with("did:") {
        return Err(Reason::StrangersKey { issuer, controller });
    }
    Err(Reason::UnboundIssuer { issuer, controller })
}

#[cfg(test)]
mod tests {
    use super::Relationship::AssertionMethod;
    use super::*;
    use serde_json::json;

    const DID: &str = "did:web:example.com";
    const URL: &str = "https://example.com/.well-known/did.json";
    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    fn retrieve(answer: Option<Answer>) -> Result<VerificationMethod, Reason> {
        let mut evidence = Evidence::none();
        if let Some(answer) = answer {
            evidence.insert(URL, answer);
        }
        verification_method(&format!("{DID}#key-1"), &evidence, &Bounds::default())
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
        let now = Timestamp::from_unix_seconds(0).unwrap();
        assert_eq!(
            bind(DID, &method, AssertionMethod, now),
            Ok(IssuerMethod::DidWeb)
        );
        let issuer = "https://example.com/issuer".to_owned();
        assert_eq!(
            bind(&issuer, &method, AssertionMethod, now),
            Err(Reason::UnboundIssuer {
                issuer,
                controller: DID.into()
            })
        );
    }

    #[test]
    fn refuses_a_document_of_another_did() {
        assert_eq!(
            retrieve(served(&document("did:web:example.org"))),
            Err(Reason::MalformedDocument { url: URL.into() })
        );
    }

    #[test]
    fn a_key_in_the_fragment_is_not_the_document() {
        let answer = served(&document(DID));
        let mut evidence = Evidence::none();
        let url = format!("{DID}#{KEY}");
        let unobtained = verification_method(&url, &evidence, &Bounds::default());
        assert_eq!(
            unobtained,
            Err(Reason::Unobtained {
                url: URL.into(),
                why: Unobtained::NotAsked
            })
        );
        evidence.insert(URL, answer.unwrap());
        assert_eq!(
            verification_method(&url, &evidence, &Bounds::default()),
            Err(Reason::KeyNotListed {
                method: url,
                controller: DID.into()
            })
        );
    }

    #[test]
    fn says_why_there_is_no_document() {
        let answer = Answer::Response {
            status: 404,
            body: Vec::new(),
        };
        assert_eq!(
            retrieve(Some(answer)),
            Err(Reason::Unobtained {
                url: URL.into(),
                why: Unobtained::Status(404)
            })
        );
        assert_eq!(
            retrieve(Some(Answer::Declined)),
            Err(Reason::Unobtained {
                url: URL.into(),
                why: Unobtained::Declined
            })
        );
    }

    #[test]
    fn a_strangers_did_key_is_a_strangers() {
        let url = format!("did:key:{KEY}#{KEY}");
        let method = verification_method(&url, &Evidence::none(), &Bounds::default()).unwrap();
        let now = Timestamp::from_unix_seconds(0).unwrap();
        assert_eq!(
            bind(&format!("did:key:{KEY}"), &method, AssertionMethod, now),
            Ok(IssuerMethod::DidKey)
        );
        let issuer = "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi".to_owned();
        assert_eq!(
            bind(&issuer, &method, AssertionMethod, now),
            Err(Reason::StrangersKey {
                issuer,
                controller: format!("did:key:{KEY}")
            })
        );
    }
}
