//! Proofs as a document carries them (Verifiable Credential Data Integrity 1.0, section 2.1).

use serde_json::{Map, Value};

use super::{DisclosureError, Suite};
use crate::reason::Reason;
use crate::timestamp::{NotATimestamp, Timestamp};

/// A proof of a known suite, its members read.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof<'a> {
    pub id: Option<&'a str>,
    pub suite: Suite,
    pub verification_method: &'a str,
    pub purpose: &'a str,
    /// When it was made, by its maker's word.
    pub created: Option<Timestamp>,
    pub expires: Option<Timestamp>,
    /// The proofs that this one was made on top of.
    pub previous: Vec<&'a str>,
    /// The bytes of the proof's value: a signature of a length that the suite knows, or what a suite
    /// with selective disclosure puts in its place.
    pub value: Vec<u8>,
    /// The whole proof, as it stands in the document.
    pub json: &'a Map<String, Value>,
}

/// What is wrong with a proof that names a known suite.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum MalformedProof {
    /// A date that cannot be read.
    Date(NotATimestamp),
    /// The value of a proof with selective disclosure is not made as its suite has it.
    Disclosure(DisclosureError),
    /// The header of a detached signature is none of those that its suite has.
    JwsHeader,
    /// A member that is missing, or not of the type that it should be.
    Member { name: &'static str },
    /// Not an object.
    NotAnObject,
    /// The signature is not encoded as the suite has it.
    SignatureEncoding,
    /// The signature is of another length than the suite's and the key's are.
    SignatureLength { length: usize },
}

/// The entries under a document's `proof`, each for itself.
pub fn proofs(proof: Option<&Value>) -> Vec<&Value> {
    match proof {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(entries)) => entries.iter().collect(),
        Some(single) => vec![single],
    }
}

impl<'a> Proof<'a> {
    /// Reads one entry.
    ///
    /// # Errors
    /// [`Reason::UnsupportedSuite`] or [`Reason::MalformedProof`].
    pub fn read(entry: &'a Value) -> Result<Self, Reason> {
        let malformed = Reason::MalformedProof;
        let json = entry
            .as_object()
            .ok_or(malformed(MalformedProof::NotAnObject))?;
        let kind = kind(json).map_err(malformed)?;
        let cryptosuite = text(json, "cryptosuite").map_err(malformed)?;
        let Some(suite) = Suite::of(kind, cryptosuite) else {
            return Err(Reason::UnsupportedSuite {
                name: cryptosuite.unwrap_or(kind).to_owned(),
            });
        };
        let value = (suite.definition().value)(json);
        let read = || -> Result<Self, MalformedProof> {
            Ok(Self {
                id: text(json, "id")?,
                suite,
                verification_method: required(json, "verificationMethod")?,
                purpose: required(json, "proofPurpose")?,
                created: date(json, "created")?,
                expires: date(json, "expires")?,
                previous: previous(json)?,
                value: Vec::new(),
                json,
            })
        };
        let proof = read().map_err(malformed)?;
        Ok(Self {
            value: value?,
            ..proof
        })
    }
}

fn kind(json: &Map<String, Value>) -> Result<&str, MalformedProof> {
    let single = match json.get("type") {
        Some(Value::Array(kinds)) if kinds.len() == 1 => kinds.first(),
        other => other,
    };
    single
        .and_then(Value::as_str)
        .ok_or(MalformedProof::Member { name: "type" })
}

/// The text of a member that has to be there.
pub(super) fn required<'a>(
    json: &'a Map<String, Value>,
    name: &'static str,
) -> Result<&'a str, MalformedProof> {
    text(json, name)?.ok_or(MalformedProof::Member { name })
}

fn text<'a>(
    json: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<&'a str>, MalformedProof> {
    match json.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(MalformedProof::Member { name }),
    }
}

fn date(
    json: &Map<String, Value>,
    name: &'static str,
) -> Result<Option<Timestamp>, MalformedProof> {
    let text = text(json, name)?;
    text.map(Timestamp::parse)
        .transpose()
        .map_err(MalformedProof::Date)
}

fn previous(json: &Map<String, Value>) -> Result<Vec<&str>, MalformedProof> {
    let name = "previousProof";
    let text = |value: &'_ Value| value.as_str().is_some();
    match json.get(name) {
        None => Ok(Vec::new()),
        Some(Value::String(id)) => Ok(vec![id]),
        Some(Value::Array(ids)) if ids.iter().all(text) => {
            Ok(ids.iter().filter_map(Value::as_str).collect())
        }
        Some(_) => Err(MalformedProof::Member { name }),
    }
}
