//! Credentials that stand in another document, a presentation's or a record's: each is read for
//! itself, so that one that cannot be read does not spoil the others.

use serde_json::{Map, Value};

use super::envelope::Enveloped;
use super::{FileKind, Unreadable, sniff};
use crate::credential::{self, Credential, NotACredential, Presentation};
use crate::json;
use crate::policy::Bounds;
use crate::proof;

/// Reads one entry. An object is the credential as it stands, value for value, or an envelope around a
/// token; a string is a token (VC Data Model 1.1, section 6.3.1).
///
/// # Errors
/// [`Unreadable`] where there is no credential in it.
pub(crate) fn embedded(entry: &Value, bounds: &Bounds) -> Result<Credential, Unreadable> {
    match entry {
        Value::Object(document) => object(document, bounds),
        Value::String(text) => token(text.as_bytes(), bounds),
        _ => Err(Unreadable::NotACredential(NotACredential::NotAnObject)),
    }
}

/// The values under proofs, as often as there are proofs; those inside one another count for each.
pub(crate) fn cost(json: &Value) -> usize {
    match json {
        Value::Array(items) => items.iter().map(cost).sum(),
        Value::Object(members) => {
            let proofs = proof::proofs(members.get("proof")).len();
            let own = match proofs {
                0 => 0,
                _ => json::count(json).saturating_mul(proofs),
            };
            let inside = members.values().map(cost).sum();
            own.saturating_add(inside)
        }
        _ => 0,
    }
}

fn object(document: &Map<String, Value>, bounds: &Bounds) -> Result<Credential, Unreadable> {
    if Presentation::is(document) {
        return Err(Unreadable::PresentationInside);
    }
    match Enveloped::of(document) {
        Some(Enveloped::Presentation) => Err(Unreadable::PresentationInside),
        Some(envelope) => {
            let content = envelope.token(document).map_err(Unreadable::Envelope)?;
            token(&content, bounds)
        }
        None => {
            let document = Value::Object(document.clone());
            credential::read(document).map_err(Unreadable::NotACredential)
        }
    }
}

/// The credential in a token.
fn token(bytes: &[u8], bounds: &Bounds) -> Result<Credential, Unreadable> {
    match sniff::kind(bytes) {
        FileKind::Jwt => super::token(bytes, bounds).map_err(|why| match why {
            Unreadable::NotACredential(NotACredential::Presentation) => {
                Unreadable::PresentationInside
            }
            other => other,
        }),
        _ => Err(Unreadable::NotACredential(NotACredential::NotAnObject)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_proof_costs_what_it_stands_over() {
        assert_eq!(cost(&json!({"a": [1, 2, 3]})), 0);
        let signed = json!({"a": 1, "proof": {"b": 2}});
        let values = json::count(&signed);
        assert_eq!(cost(&signed), values);
        let twice = json!({"a": 1, "proof": [{"b": 2}, {"b": 2}]});
        assert_eq!(cost(&twice), 2 * json::count(&twice));
        let around = json!({"inside": [signed], "proof": {"b": 2}});
        assert_eq!(cost(&around), json::count(&around) + values);
    }
}
