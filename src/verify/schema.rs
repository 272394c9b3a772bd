//! Is it built as its standard says? (VC Data Model 2.0, section 4.11, "Data Schemas"; Verifiable
//! Credentials JSON Schema, "Processing"; Open Badges 3.0, "OpenBadgeCredential Verification", step 1.)
//!
//! Advice to the issuer: it never lifts or lowers a verdict.

use serde_json::{Map, Value};

use super::documents::Documents;
use super::examiner::Examiner;
use super::judgement::Answer;
use crate::credential::SchemaEntry;
use crate::evidence::{Purpose, Request};
use crate::json;
use crate::policy::Bounds;
use crate::reason::{Reason, SchemaReason};
use crate::report::Outcome;
use crate::schema::Unusable;
use crate::web_address::WebAddress;

/// What a credential's schemas come to, and those of them that could still be asked for.
pub(super) struct Schemas {
    pub answer: Answer,
    pub wants: Vec<Request>,
}

/// Holds a document against each schema that it names, every one of which has to fit.
pub(super) fn check(
    entries: &[SchemaEntry],
    document: &Map<String, Value>,
    examiner: &Examiner<'_>,
) -> Schemas {
    let done = |outcome, reason| Schemas {
        answer: (outcome, Reason::Schema(reason)),
        wants: Vec::new(),
    };
    if entries.is_empty() {
        return done(Outcome::Absent, SchemaReason::Absent);
    }
    if !cfg!(feature = "schema") {
        return done(Outcome::Skipped, SchemaReason::NotBuiltIn);
    }
    let documents = Documents::new(examiner.evidence, &examiner.policy.bounds);
    let mut broken = None;
    let mut open = None;
    let mut urls = Vec::new();
    for entry in entries {
        match follows(entry, document, &documents, examiner) {
            Ok(url) => urls.push(url),
            Err(reason @ Reason::Schema(SchemaReason::Broken { .. })) => {
                broken = broken.or(Some(reason));
            }
            Err(reason) => open = open.or(Some(reason)),
        }
    }
    let answer = match (broken, open) {
        (Some(broken), _) => (Outcome::Fail, broken),
        (None, Some(open)) => (Outcome::Unknown, open),
        (None, None) => {
            let followed = SchemaReason::Followed { urls };
            (Outcome::Pass, Reason::Schema(followed))
        }
    };
    Schemas {
        answer,
        wants: documents.wants(),
    }
}

/// The address of a schema that the document follows, or why that is not known.
fn follows(
    entry: &SchemaEntry,
    document: &Map<String, Value>,
    documents: &Documents<'_>,
    examiner: &Examiner<'_>,
) -> Result<String, Reason> {
    let is = |name: &str| entry.types.iter().any(|kind| kind == name);
    let is_in_credential = is("JsonSchemaCredential");
    let default = match is("1EdTechJsonSchemaValidator2019") {
        true => Some("https://json-schema.org/draft/2019-09/schema"),
        false if is_in_credential || is("JsonSchema") => None,
        false => {
            let types = entry.types.clone();
            return Err(Reason::Schema(SchemaReason::UnsupportedType { types }));
        }
    };
    let url = entry.id.as_deref();
    let url = url.filter(|url| WebAddress::parse(url).is_some());
    let url = url.ok_or(Reason::Schema(SchemaReason::NoAddress))?;
    let body = documents.body(url, Purpose::Schema)?;
    is_pinned(entry, url, body)?;
    let schema = match is_in_credential {
        true => in_credential(url, body, documents, examiner)?,
        false => {
            json::parse(body, documents.bounds).map_err(|_| unusable(url, Unusable::NotJson))?
        }
    };
    problems(url, schema, default, document, documents.bounds)
}

fn unusable(url: &str, why: Unusable) -> Reason {
    let url = url.to_owned();
    Reason::Schema(SchemaReason::Unusable { url, why })
}

/// Whether the bytes are those that the issuer pinned, if it did (VC Data Model 2.0, section 5.3,
/// "Integrity of Related Resources").
fn is_pinned(entry: &SchemaEntry, url: &str, body: &[u8]) -> Result<(), Reason> {
    use crate::HashAlgorithm::{Sha256, Sha384, Sha512};
    use base64ct::{Base64, Encoding as _};
    let url = url.to_owned();
    if entry.has_multibase_digest {
        return Err(Reason::Schema(SchemaReason::UnsupportedDigest { url }));
    }
    let Some(digest) = &entry.digest_sri else {
        return Ok(());
    };
    // Subresource Integrity allows several, of which one has to fit.
    let mut is_known = false;
    for digest in digest.split_ascii_whitespace() {
        let (name, value) = digest.split_once('-').unwrap_or((digest, ""));
        let algorithm = match name {
            "sha256" => Sha256,
            "sha384" => Sha384,
            "sha512" => Sha512,
            _ => continue,
        };
        is_known = true;
        if Base64::encode_string(&algorithm.digest(body)) == value {
            return Ok(());
        }
    }
    Err(Reason::Schema(match is_known {
        true => SchemaReason::Altered { url },
        false => SchemaReason::UnsupportedDigest { url },
    }))
}

#[cfg(feature = "schema")]
use super::schema_credential::schema as in_credential;

#[cfg(not(feature = "schema"))]
fn in_credential(
    _url: &str,
    _body: &[u8],
    _documents: &Documents<'_>,
    _examiner: &Examiner<'_>,
) -> Result<Value, Reason> {
    Err(Reason::Schema(SchemaReason::NotBuiltIn))
}

#[cfg(feature = "schema")]
fn problems(
    url: &str,
    mut schema: Value,
    default: Option<&str>,
    document: &Map<String, Value>,
    bounds: &Bounds,
) -> Result<String, Reason> {
    if let (Some(members), Some(default)) = (schema.as_object_mut(), default) {
        members.entry("$schema").or_insert_with(|| default.into());
    }
    match crate::schema::problems(&schema, document, bounds) {
        Ok(problems) if problems.is_empty() => Ok(url.to_owned()),
        Ok(problems) => {
            let url = url.to_owned();
            Err(Reason::Schema(SchemaReason::Broken { url, problems }))
        }
        Err(why) => Err(unusable(url, why)),
    }
}

#[cfg(not(feature = "schema"))]
fn problems(
    _url: &str,
    _schema: Value,
    _default: Option<&str>,
    _document: &Map<String, Value>,
    _bounds: &Bounds,
) -> Result<String, Reason> {
    Err(Reason::Schema(SchemaReason::NotBuiltIn))
}
