//! Applying a schema, by the crate `boon`.

use boon::{CompileError, Compiler, Schemas, SchemeUrlLoader};
use serde_json::{Map, Value};

use super::faults::first_of;
use super::{Problem, Unusable, budget, patterns};
use crate::policy::Bounds;

/// The versions that are supported. JSON Schema for W3C's credentials (Verifiable Credentials JSON
/// Schema, "JSON Schema Specifications") requires the newest; 1EdTech's schemas are of 2019.
const DRAFTS: [&str; 3] = [
    "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema",
    "http://json-schema.org/draft-07/schema",
];

/// Where the schema stands for the validator, which is given nothing else.
const PLACE: &str = "https://schema.invalid/";

/// The first places in which `document` is not built as `schema` says, at most
/// [`Bounds::schema_problems`]; none where it is.
///
/// # Errors
/// Any [`Unusable`] of the schema.
pub(crate) fn problems(
    schema: &Value,
    document: &Map<String, Value>,
    bounds: &Bounds,
) -> Result<Vec<Problem>, Unusable> {
    let draft = schema.get("$schema").and_then(Value::as_str);
    if !draft.is_some_and(|draft| DRAFTS.contains(&draft.trim_end_matches('#'))) {
        let name = draft.map(str::to_owned);
        return Err(Unusable::Draft { name });
    }
    let document = Value::Object(document.clone());
    patterns::check(schema)?;
    budget::check(schema, &document, bounds)?;

    let mut compiler = Compiler::new();
    // One without schemes, which loads nothing.
    compiler.use_loader(Box::new(SchemeUrlLoader::new()));
    // W3C's example of a failure is a text that is no e-mail address ("Evaluation").
    compiler.enable_format_assertions();
    let mut schemas = Schemas::new();
    let added = compiler.add_resource(PLACE, schema.clone());
    added.map_err(from_compiling)?;
    let compiled = compiler.compile(PLACE, &mut schemas);
    let compiled = compiled.map_err(from_compiling)?;
    match schemas.validate(&document, compiled) {
        Ok(()) => Ok(Vec::new()),
        Err(error) => Ok(first_of(&error, bounds.schema_problems)),
    }
}

fn from_compiling(error: CompileError) -> Unusable {
    match error {
        CompileError::LoadUrlError { url, .. } => Unusable::Elsewhere { reference: url },
        CompileError::InvalidRegex { regex, .. } => Unusable::Pattern { pattern: regex },
        _ => Unusable::Malformed,
    }
}

#[cfg(test)]
mod tests;
