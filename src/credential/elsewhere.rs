//! What a credential names that is elsewhere: schemas, and services that give newer versions of it.

use serde_json::{Map, Value};

use super::read::{string, strings};

/// A schema that the credential should be built like (VC Data Model 2.0, section 4.11).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SchemaEntry {
    /// Where the schema is.
    pub id: Option<String>,
    /// Its types; an entry that has none, or is no object, has none here.
    pub types: Vec<String>,
    /// The hashes of the schema, as Subresource Integrity writes them (`digestSRI`).
    pub digest_sri: Option<String>,
    /// Whether a hash is stated as `digestMultibase`.
    pub has_multibase_digest: bool,
}

/// A service that gives newer versions of the credential (VC Data Model 2.0, section 5.4).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RefreshService {
    /// Where the service is.
    pub id: Option<String>,
    pub types: Vec<String>,
}

/// An entry of any form: one that cannot be understood is still an entry.
pub(super) fn schema(entry: &Value) -> SchemaEntry {
    match entry {
        Value::Object(members) => SchemaEntry {
            id: string(members, "id"),
            types: strings(members.get("type")),
            digest_sri: string(members, "digestSRI"),
            has_multibase_digest: members.contains_key("digestMultibase"),
        },
        _ => SchemaEntry::default(),
    }
}

pub(super) fn service(members: &Map<String, Value>) -> RefreshService {
    RefreshService {
        id: string(members, "id"),
        types: strings(members.get("type")),
    }
}
