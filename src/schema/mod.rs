//! JSON Schema: in which places a document is not built as a schema says.
//!
//! Advice to issuers, which no verdict rests on. A schema is a stranger's program, so what it would
//! cost is counted before it is applied, and it can refer to nothing but itself.

#[cfg(feature = "schema")]
mod budget;
#[cfg(feature = "schema")]
mod faults;
#[cfg(feature = "schema")]
mod patterns;
#[cfg(feature = "schema")]
mod validation;

#[cfg(feature = "schema")]
pub(crate) use validation::problems;

/// A place in a document that its schema does not allow.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// A JSON Pointer (RFC 6901); empty for the document itself.
    pub path: String,
    pub fault: Fault,
}

/// What is wrong at a place, by the keyword that is broken (JSON Schema 2020-12, sections 7 to 11).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fault {
    /// `additionalProperties`: these members are none of the schema's.
    Extra { names: Vec<String> },
    /// `format`: the text is not of this form, such as `date-time`.
    Format { name: String },
    /// `required`: these members are not there.
    Missing { names: Vec<String> },
    /// `enum` and `const`: none of these values, each as JSON.
    NotOneOf { allowed: Vec<String> },
    /// `pattern`: the text does not match.
    Pattern { pattern: String },
    /// Any other keyword.
    Rule { keyword: &'static str },
    /// `type`: a value of none of these types.
    Type { allowed: Vec<String> },
}

impl Fault {
    /// The keyword that is broken.
    #[must_use]
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Extra { .. } => "additionalProperties",
            Self::Format { .. } => "format",
            Self::Missing { .. } => "required",
            Self::NotOneOf { .. } => "enum",
            Self::Pattern { .. } => "pattern",
            Self::Rule { keyword } => keyword,
            Self::Type { .. } => "type",
        }
    }
}

/// Why a schema was not applied.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unusable {
    /// Written for a version of JSON Schema that is not known, or does not say for which.
    Draft { name: Option<String> },
    /// It needs another document.
    Elsewhere { reference: String },
    /// No schema, by the standard's own schema for schemas.
    Malformed,
    /// No JSON that is read: damaged, or too large.
    NotJson,
    /// A regular expression that is not understood, or too large.
    Pattern { pattern: String },
    /// It would take more steps than [`Bounds::schema_steps`](crate::policy::Bounds::schema_steps).
    TooCostly,
    /// It uses a keyword that is not supported.
    Unsupported { keyword: &'static str },
}
