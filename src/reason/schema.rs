//! Why the check of the schema came out as it did.

use super::Reason;
use crate::schema::{Problem, Unusable};

/// What came of a credential's schemas.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SchemaReason {
    /// No schema is named.
    Absent,
    /// What answers at the address is not the schema that the credential was issued for.
    Altered { url: String },
    /// It is not built as the schema says. The first problems, in the document's order.
    Broken { url: String, problems: Vec<Problem> },
    /// It is built as each of its schemas says.
    Followed { urls: Vec<String> },
    /// A schema is named without a web address.
    NoAddress,
    /// This build of Assay has no validator.
    NotBuiltIn,
    /// It is in a credential that is not known to be its signer's and in force.
    Unreliable { url: String, why: Box<Reason> },
    /// A schema is pinned by a kind of hash that is not known.
    UnsupportedDigest { url: String },
    /// A schema of a type that is not known.
    UnsupportedType { types: Vec<String> },
    /// The schema itself is at fault.
    Unusable { url: String, why: Unusable },
}

impl SchemaReason {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Absent => "no-schema",
            Self::Altered { .. } => "schema-altered",
            Self::Broken { .. } => "breaks-schema",
            Self::Followed { .. } => "follows-schema",
            Self::NoAddress => "schema-without-address",
            Self::NotBuiltIn => "not-built-in",
            Self::Unreliable { .. } => "unreliable-schema",
            Self::UnsupportedDigest { .. } => "unsupported-digest",
            Self::UnsupportedType { .. } => "unsupported-schema",
            Self::Unusable { .. } => "unusable-schema",
        }
    }
}
