//! A schema inside a credential (Verifiable Credentials JSON Schema, "JsonSchemaCredential"): the
//! credential is verified first ("Integrity Validation"), and only then looked into.
//!
//! Who made the schema matters no more than for one that nobody signed: whoever issued the badge has
//! named it. The schema's own status and schema are not followed: it could name itself.

use serde_json::{Map, Value};

use super::dates;
use super::documents::Documents;
use super::examiner::Examiner;
use crate::carrier;
use crate::credential::types;
use crate::evidence::{Purpose, Request};
use crate::reason::{Reason, SchemaReason};
use crate::report::Outcome;
use crate::web_address::is_same;

/// The schema in the credential that is at `url`.
pub(super) fn schema(
    url: &str,
    body: &[u8],
    documents: &Documents<'_>,
    examiner: &Examiner<'_>,
) -> Result<Value, Reason> {
    let Examiner {
        evidence,
        policy,
        at,
        ..
    } = *examiner;
    let malformed = || Reason::MalformedDocument {
        url: url.to_owned(),
    };
    let unreliable = |why| {
        let (url, why) = (url.to_owned(), Box::new(why));
        Reason::Schema(SchemaReason::Unreliable { url, why })
    };
    let opened = carrier::open(body, &policy.bounds).map_err(|_| malformed())?;
    let credential = opened.credentials.only().ok_or_else(malformed)?;
    let signature = super::signature_of(credential, evidence, policy, at);
    for request in signature.wants {
        let purpose = Purpose::Schema;
        documents.want(Request { purpose, ..request });
    }
    let claims = &credential.claims;
    for (outcome, reason) in [signature.integrity, signature.signer_key] {
        if outcome != Outcome::Pass {
            return Err(unreliable(reason));
        }
    }
    match dates::check(&claims.starts, &claims.ends, policy.clock_skew, at) {
        (Outcome::Pass | Outcome::Absent, _) => {}
        (_, reason) => return Err(unreliable(reason)),
    }
    // Another credential of the same signer's in its place is another schema.
    if let Some(id) = claims.id.as_deref().filter(|id| !is_same(id, url)) {
        let (url, id) = (url.to_owned(), id.to_owned());
        return Err(Reason::NotItsAddress { url, id });
    }
    let is = |members: &Map<String, Value>, kind: &str| types(members).iter().any(|it| it == kind);
    let subject = credential.document.get("credentialSubject");
    let subject = subject.and_then(Value::as_object).ok_or_else(malformed)?;
    if !is(&credential.document, "JsonSchemaCredential") || !is(subject, "JsonSchema") {
        return Err(malformed());
    }
    match subject.get("jsonSchema") {
        Some(schema @ Value::Object(_)) => Ok(schema.clone()),
        _ => Err(malformed()),
    }
}
