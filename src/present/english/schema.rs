//! Schemas: whether a credential is built as they say.

use super::{detail, list, shortened};
use crate::reason::SchemaReason;
use crate::schema::{Fault, Problem, Unusable};

/// Why the check of the schema came out as it did.
pub(super) fn schema(reason: &SchemaReason) -> String {
    match reason {
        SchemaReason::Absent => "The badge names no schema.".into(),
        SchemaReason::Altered { url } => format!(
            "{} is not the schema that the badge was made for: it has another hash.",
            shortened(url)
        ),
        SchemaReason::Broken { url, problems } => {
            let places: Vec<String> = problems.iter().map(place).collect();
            format!(
                "It is not built as {} says. {}",
                shortened(url),
                places.join(" ")
            )
        }
        SchemaReason::Followed { urls } => format!("It is built as {} says.", first_of(urls)),
        SchemaReason::NoAddress => {
            "It names a schema, and no web address that the schema is at.".into()
        }
        SchemaReason::NotBuiltIn => {
            "This page doesn't check schemas, which are of use to issuers: the command line does."
                .into()
        }
        SchemaReason::Unreliable { url, why } => format!(
            "Its schema is in a credential ({}) that we couldn't confirm. {}",
            shortened(url),
            detail::why(why)
        ),
        SchemaReason::UnsupportedDigest { url } => format!(
            "The schema ({}) is pinned by a hash of a kind that we don't know.",
            shortened(url)
        ),
        SchemaReason::UnsupportedType { types } => {
            format!(
                "It names a schema of a kind that we can't check: {}.",
                first_of(types)
            )
        }
        SchemaReason::Unusable { url, why } => {
            format!("{} can't be used: {}.", shortened(url), unusable(why))
        }
    }
}

fn place(problem: &Problem) -> String {
    let path = match problem.path.as_str() {
        "" => "The credential itself",
        path => path,
    };
    format!("{}: {}.", shortened(path), fault(&problem.fault))
}

/// What is wrong at a place.
#[must_use]
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Extra { names } => format!("{} should not be there", first_of(names)),
        Fault::Format { name } => format!("should be of the form “{}”", shortened(name)),
        Fault::Missing { names } => format!("{} is missing", first_of(names)),
        Fault::NotOneOf { allowed } => match allowed.as_slice() {
            [only] => format!("should be {}", shortened(only)),
            several => format!("should be one of {}", first_of(several)),
        },
        Fault::Pattern { pattern } => format!("should match {}", shortened(pattern)),
        Fault::Rule { keyword } => format!("breaks the rule “{keyword}”"),
        Fault::Type { allowed } => format!("should be of type {}", allowed.join(" or ")),
    }
}

fn unusable(why: &Unusable) -> String {
    match why {
        Unusable::Draft { name: None } => {
            "it does not say which version of JSON Schema it is written for".into()
        }
        Unusable::Draft { name: Some(name) } => format!(
            "it is written for a version of JSON Schema that we don't know ({})",
            shortened(name)
        ),
        Unusable::Elsewhere { reference } => format!(
            "it needs another document ({}), and schemas have to stand by themselves here",
            shortened(reference)
        ),
        Unusable::Malformed => "it breaks the rules for schemas".into(),
        Unusable::NotJson => "it is damaged, or too large".into(),
        Unusable::Pattern { pattern } => format!(
            "it has a pattern that we don't understand ({})",
            shortened(pattern)
        ),
        Unusable::TooCostly => "applying it would take more work than any real schema needs".into(),
        Unusable::Unsupported { keyword } => {
            format!("it uses “{keyword}” in a way that we don't support")
        }
    }
}

/// What an issuer can do; None where there is nothing.
pub(super) fn next_step(reason: &SchemaReason) -> Option<&'static str> {
    Some(match reason {
        SchemaReason::Absent | SchemaReason::Followed { .. } => return None,
        SchemaReason::Broken { .. } => {
            "Issuers: mend these places, and sign again. The badge can be relied on no less."
        }
        SchemaReason::Altered { .. } => {
            "Issuers: name the schema at an address at which it never changes."
        }
        SchemaReason::NotBuiltIn => "Issuers: run “assay check” with the schema as evidence.",
        SchemaReason::Unreliable { .. } => {
            "Issuers: sign the credential that has the schema, and serve it at its own address."
        }
        SchemaReason::NoAddress
        | SchemaReason::UnsupportedDigest { .. }
        | SchemaReason::UnsupportedType { .. }
        | SchemaReason::Unusable { .. } => {
            "Issuers: name a JSON Schema of 2020-12 or 2019-09 by its web address."
        }
    })
}

fn first_of(names: &[String]) -> String {
    let names: Vec<String> = names.iter().take(8).map(|name| shortened(name)).collect();
    list(&names)
}
