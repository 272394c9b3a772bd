//! Selective disclosure: from a signed payload and the disclosures that came with it to the payload
//! that the holder shows (RFC 9901, "Selective Disclosure for JSON Web Tokens").

use std::collections::{BTreeMap, BTreeSet};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};

use crate::HashAlgorithm;
use crate::json::{self, JsonError};
use crate::key::base64url;
use crate::policy::Bounds;

/// The member of an object that lists the digests of its hidden members.
const DIGESTS: &str = "_sd";
/// The member that names the hash function of all digests.
const ALGORITHM: &str = "_sd_alg";
/// The only member of what stands for a hidden item of an array.
const HIDDEN_ITEM: &str = "...";

/// A payload, with what the holder disclosed put back in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosed {
    pub payload: Map<String, Value>,
    /// Digests that no disclosure came for. Some may stand for nothing: issuers may add decoys
    /// (section 4.2.5).
    pub withheld: usize,
}

/// What is wrong with the disclosures of a token, or with the payload that they belong to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum MalformedDisclosure {
    /// A disclosed member whose name the object has already.
    ClaimExists { name: String },
    /// The same digest stands in two places.
    DigestRepeated,
    /// Not base64url.
    Encoding,
    /// Its JSON is broken.
    Json(JsonError),
    /// No list of a salt, a name and a value, or of a salt and a value, where it belongs.
    NotADisclosure,
    /// `_sd`, or the place of a hidden item, is of another form than the standard's.
    Payload,
    /// A member named `_sd` or `...` cannot be disclosed.
    ReservedName,
    /// Disclosures within disclosures, too deep.
    TooDeep { limit: usize },
    /// More of them than [`Bounds::disclosures`].
    TooMany { limit: usize },
    /// Nothing in the payload stands for it, so the issuer did not sign it.
    Unreferenced,
    /// A hash function that is not known.
    UnsupportedHash { name: String },
}

/// Puts `disclosures`, each as it stands in the token, back into `payload` (section 7.1, steps 2 to
/// 5). That the issuer signed `payload` is for the caller to establish.
///
/// # Errors
/// Any [`MalformedDisclosure`].
pub fn disclose(
    payload: &Map<String, Value>,
    disclosures: &[&str],
    bounds: &Bounds,
) -> Result<Disclosed, MalformedDisclosure> {
    let limit = bounds.disclosures;
    if disclosures.len() > limit {
        return Err(MalformedDisclosure::TooMany { limit });
    }
    let hash = hash_algorithm(payload)?;
    // 3.a
    let mut waiting = BTreeMap::new();
    for text in disclosures {
        let digest = Base64UrlUnpadded::encode_string(&hash.digest(text));
        if waiting.insert(digest, read(text, bounds)?).is_some() {
            return Err(MalformedDisclosure::DigestRepeated);
        }
    }
    let mut disclosure = Disclosure {
        waiting,
        seen: BTreeSet::new(),
        withheld: 0,
        bounds,
    };
    let mut payload = disclosure.object(payload.clone(), 0)?;
    // 3.f
    payload.remove(ALGORITHM);
    // 5.
    if !disclosure.waiting.is_empty() {
        return Err(MalformedDisclosure::Unreferenced);
    }
    Ok(Disclosed {
        payload,
        withheld: disclosure.withheld,
    })
}

/// Section 4.1.1: SHA-256 where nothing is named.
pub(super) fn hash_algorithm(
    payload: &Map<String, Value>,
) -> Result<HashAlgorithm, MalformedDisclosure> {
    match payload.get(ALGORITHM) {
        None => Ok(HashAlgorithm::Sha256),
        Some(Value::String(name)) => match name.as_str() {
            "sha-256" => Ok(HashAlgorithm::Sha256),
            "sha-384" => Ok(HashAlgorithm::Sha384),
            "sha-512" => Ok(HashAlgorithm::Sha512),
            other => Err(MalformedDisclosure::UnsupportedHash { name: other.into() }),
        },
        Some(_) => Err(MalformedDisclosure::Payload),
    }
}

/// What one disclosure says (section 4.2).
enum Content {
    Item(Value),
    Member { name: String, value: Value },
}

fn read(text: &str, bounds: &Bounds) -> Result<Content, MalformedDisclosure> {
    let bytes = base64url(text).ok_or(MalformedDisclosure::Encoding)?;
    let json = json::parse(&bytes, bounds).map_err(MalformedDisclosure::Json)?;
    let Value::Array(parts) = json else {
        return Err(MalformedDisclosure::NotADisclosure);
    };
    let mut parts = parts.into_iter();
    let Some(Value::String(_salt)) = parts.next() else {
        return Err(MalformedDisclosure::NotADisclosure);
    };
    match (parts.next(), parts.next(), parts.next()) {
        (Some(value), None, None) => Ok(Content::Item(value)),
        (Some(Value::String(name)), Some(value), None) => Ok(Content::Member { name, value }),
        _ => Err(MalformedDisclosure::NotADisclosure),
    }
}

struct Disclosure<'a> {
    /// What was disclosed and not met yet, by its digest.
    waiting: BTreeMap<String, Content>,
    seen: BTreeSet<String>,
    withheld: usize,
    bounds: &'a Bounds,
}

impl Disclosure<'_> {
    fn value(&mut self, value: Value, depth: usize) -> Result<Value, MalformedDisclosure> {
        let limit = self.bounds.json_depth;
        if depth > limit {
            return Err(MalformedDisclosure::TooDeep { limit });
        }
        Ok(match value {
            Value::Array(items) => Value::Array(self.array(items, depth)?),
            Value::Object(members) => Value::Object(self.object(members, depth)?),
            other => other,
        })
    }

    /// 3.c.ii: members that were disclosed join those that were there.
    fn object(
        &mut self,
        mut members: Map<String, Value>,
        depth: usize,
    ) -> Result<Map<String, Value>, MalformedDisclosure> {
        // 3.e
        let digests = members.remove(DIGESTS);
        if members.contains_key(HIDDEN_ITEM) {
            return Err(MalformedDisclosure::Payload);
        }
        let mut whole = Map::new();
        for (name, value) in members {
            whole.insert(name, self.value(value, depth + 1)?);
        }
        let digests = match digests {
            None => Vec::new(),
            Some(Value::Array(digests)) => digests,
            Some(_) => return Err(MalformedDisclosure::Payload),
        };
        for digest in digests {
            let (name, value) = match self.take(&digest)? {
                None => continue,
                Some(Content::Member { name, value }) => (name, value),
                Some(Content::Item(_)) => return Err(MalformedDisclosure::NotADisclosure),
            };
            if name == DIGESTS || name == HIDDEN_ITEM {
                return Err(MalformedDisclosure::ReservedName);
            }
            if whole.contains_key(&name) {
                return Err(MalformedDisclosure::ClaimExists { name });
            }
            let value = self.value(value, depth + 1)?;
            whole.insert(name, value);
        }
        Ok(whole)
    }

    /// 3.c.iii and 3.d: items that were disclosed take their places, the others' places close up.
    fn array(
        &mut self,
        items: Vec<Value>,
        depth: usize,
    ) -> Result<Vec<Value>, MalformedDisclosure> {
        let mut shown = Vec::new();
        for item in items {
            let hidden = item
                .as_object()
                .filter(|item| item.contains_key(HIDDEN_ITEM));
            let item = match hidden {
                None => item,
                Some(place) if place.len() > 1 => return Err(MalformedDisclosure::Payload),
                Some(place) => {
                    let digest = place.get(HIDDEN_ITEM).unwrap_or(&Value::Null).clone();
                    match self.take(&digest)? {
                        None => continue,
                        Some(Content::Item(value)) => value,
                        Some(Content::Member { .. }) => {
                            return Err(MalformedDisclosure::NotADisclosure);
                        }
                    }
                }
            };
            shown.push(self.value(item, depth + 1)?);
        }
        Ok(shown)
    }

    /// What was disclosed under a digest, which may stand in one place alone (step 4).
    fn take(&mut self, digest: &Value) -> Result<Option<Content>, MalformedDisclosure> {
        let digest = digest.as_str().ok_or(MalformedDisclosure::Payload)?;
        if !self.seen.insert(digest.to_owned()) {
            return Err(MalformedDisclosure::DigestRepeated);
        }
        let content = self.waiting.remove(digest);
        if content.is_none() {
            self.withheld += 1;
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests;
