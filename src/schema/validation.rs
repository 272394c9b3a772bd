//! Applying a schema, by the crate `boon`.

use boon::{CompileError, Compiler, ErrorKind, Schemas, SchemeUrlLoader, ValidationError};
use serde_json::{Map, Value};

use super::{Fault, Problem, Unusable, budget, patterns};
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

fn first_of(error: &ValidationError<'_, '_>, limit: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    collect(error, limit, &mut problems);
    problems
}

/// The errors at the leaves. Of several forms that are allowed, the one that fits furthest down is
/// the one that was meant.
fn collect(error: &ValidationError<'_, '_>, limit: usize, problems: &mut Vec<Problem>) {
    if problems.len() >= limit {
        return;
    }
    let causes = error.causes.as_slice();
    match &error.kind {
        ErrorKind::AnyOf | ErrorKind::OneOf(None) => {
            // The first of the deepest: max_by_key would take the last.
            match causes.iter().rev().max_by_key(|cause| depth(cause)) {
                Some(meant) => collect(meant, limit, problems),
                None => problems.push(problem(error)),
            }
        }
        // Which item was meant to fit, nobody can tell.
        ErrorKind::Contains | ErrorKind::PropertyName { .. } => problems.push(problem(error)),
        _ if causes.is_empty() => problems.push(problem(error)),
        _ => causes
            .iter()
            .for_each(|cause| collect(cause, limit, problems)),
    }
}

fn depth(error: &ValidationError<'_, '_>) -> usize {
    let own = error.instance_location.tokens.len();
    let below = error.causes.iter().map(depth);
    below.max().map_or(own, |below| below.max(own))
}

fn problem(error: &ValidationError<'_, '_>) -> Problem {
    Problem {
        path: error.instance_location.to_string(),
        fault: fault(error),
    }
}

/// Names and values that are listed with one problem.
const LISTED: usize = 8;

fn fault(error: &ValidationError<'_, '_>) -> Fault {
    let rule = |keyword| Fault::Rule { keyword };
    match &error.kind {
        ErrorKind::AdditionalProperties { got } => Fault::Extra {
            names: names(got.iter()),
        },
        ErrorKind::AnyOf => rule("anyOf"),
        ErrorKind::Const { want } => Fault::NotOneOf {
            allowed: names([want]),
        },
        ErrorKind::Contains | ErrorKind::MinContains { .. } => match contained(error) {
            Some(allowed) => Fault::NotOneOf { allowed },
            None => rule("contains"),
        },
        ErrorKind::Dependency { missing, .. } | ErrorKind::DependentRequired { missing, .. } => {
            Fault::Missing {
                names: names(missing),
            }
        }
        ErrorKind::Enum { want } => Fault::NotOneOf {
            allowed: names(want.iter()),
        },
        ErrorKind::ExclusiveMaximum { .. } => rule("exclusiveMaximum"),
        ErrorKind::ExclusiveMinimum { .. } => rule("exclusiveMinimum"),
        ErrorKind::FalseSchema => rule("false"),
        ErrorKind::Format { want, .. } => Fault::Format {
            name: (*want).to_owned(),
        },
        ErrorKind::MaxContains { .. } => rule("maxContains"),
        ErrorKind::MaxItems { .. } | ErrorKind::AdditionalItems { .. } => rule("maxItems"),
        ErrorKind::MaxLength { .. } => rule("maxLength"),
        ErrorKind::MaxProperties { .. } => rule("maxProperties"),
        ErrorKind::Maximum { .. } => rule("maximum"),
        ErrorKind::MinItems { .. } => rule("minItems"),
        ErrorKind::MinLength { .. } => rule("minLength"),
        ErrorKind::MinProperties { .. } => rule("minProperties"),
        ErrorKind::Minimum { .. } => rule("minimum"),
        ErrorKind::MultipleOf { .. } => rule("multipleOf"),
        ErrorKind::Not => rule("not"),
        ErrorKind::OneOf(_) => rule("oneOf"),
        ErrorKind::Pattern { want, .. } => Fault::Pattern {
            pattern: (*want).to_owned(),
        },
        ErrorKind::PropertyName { .. } => rule("propertyNames"),
        ErrorKind::Required { want } => Fault::Missing { names: names(want) },
        ErrorKind::Type { want, .. } => Fault::Type {
            allowed: names(want.iter()),
        },
        ErrorKind::UniqueItems { .. } => rule("uniqueItems"),
        // Those that only group others, and those of contents, which are not asserted.
        _ => rule("schema"),
    }
}

fn names<T: ToString>(all: impl IntoIterator<Item = T>) -> Vec<String> {
    let all = all.into_iter().take(LISTED);
    all.map(|name| name.to_string()).collect()
}

/// What an item has to be, where every item failed for being none of some values.
fn contained(error: &ValidationError<'_, '_>) -> Option<Vec<String>> {
    match &error.causes.first()?.kind {
        ErrorKind::Enum { want } => Some(names(want.iter())),
        ErrorKind::Const { want } => Some(names([want])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn apply(mut schema: Value, document: &Value) -> Result<Vec<Problem>, Unusable> {
        let draft = json!("https://json-schema.org/draft/2020-12/schema");
        let members = schema.as_object_mut().unwrap();
        members.entry("$schema").or_insert(draft);
        problems(&schema, document.as_object().unwrap(), &Bounds::default())
    }

    fn problem(path: &str, fault: Fault) -> Problem {
        let path = path.to_owned();
        Problem { path, fault }
    }

    #[test]
    fn names_the_place_and_what_is_wrong_there() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        for (schema, document, path, fault) in [
            (
                json!({"required": ["a", "b"]}),
                json!({"a": 1}),
                "",
                Fault::Missing {
                    names: texts(&["b"]),
                },
            ),
            (
                json!({"properties": {"a": {"items": {"type": "string"}}}}),
                json!({"a": ["x", 2]}),
                "/a/1",
                Fault::Type {
                    allowed: texts(&["string"]),
                },
            ),
            (
                json!({"properties": {"a": {"additionalProperties": false}}}),
                json!({"a": {"b/c": 1}}),
                "/a",
                Fault::Extra {
                    names: texts(&["b/c"]),
                },
            ),
            (
                json!({"properties": {"a~b": {"enum": ["x", 3]}}}),
                json!({"a~b": "y"}),
                "/a~0b",
                Fault::NotOneOf {
                    allowed: texts(&["\"x\"", "3"]),
                },
            ),
            (
                json!({"properties": {"a": {"pattern": "^[a-z]+$"}}}),
                json!({"a": "A"}),
                "/a",
                Fault::Pattern {
                    pattern: "^[a-z]+$".into(),
                },
            ),
            (
                json!({"properties": {"a": {"format": "date-time"}}}),
                json!({"a": "2024-01-01"}),
                "/a",
                Fault::Format {
                    name: "date-time".into(),
                },
            ),
            (
                json!({"properties": {"a": {"minItems": 1}}}),
                json!({"a": []}),
                "/a",
                Fault::Rule {
                    keyword: "minItems",
                },
            ),
            // 1EdTech's way to ask for a type among several.
            (
                json!({"properties": {"a": {"contains": {"enum": ["Profile"]}}}}),
                json!({"a": ["Person"]}),
                "/a",
                Fault::NotOneOf {
                    allowed: texts(&["\"Profile\""]),
                },
            ),
            // Of two forms the one that fits further down was meant.
            (
                json!({"properties": {"a": {"anyOf": [
                    {"type": "string"},
                    {"properties": {"b": {"properties": {"c": {"type": "number"}}}}},
                ]}}}),
                json!({"a": {"b": {"c": true}}}),
                "/a/b/c",
                Fault::Type {
                    allowed: texts(&["number"]),
                },
            ),
        ] {
            assert_eq!(
                apply(schema, &document),
                Ok(vec![problem(path, fault)]),
                "{path}"
            );
        }
    }

    #[test]
    fn a_document_that_fits_has_no_problems() {
        let schema = json!({
            "$id": "https://schema.example/one.json",
            "$ref": "https://schema.example/one.json#/$defs/a",
            "$defs": {"a": {"properties": {"a": {"$ref": "#/$defs/a"}, "b": {"type": "number"}}}},
        });
        assert_eq!(
            apply(schema, &json!({"a": {"a": {"b": 1}}})),
            Ok(Vec::new())
        );
    }

    #[test]
    fn the_first_problems_alone_are_told_of() {
        let document: Map<_, _> = (0..100).map(|i| (i.to_string(), json!(true))).collect();
        let schema = json!({"additionalProperties": {"type": "string"}});
        let problems = apply(schema, &Value::Object(document)).unwrap();
        assert_eq!(problems.len(), Bounds::default().schema_problems);
    }

    #[test]
    fn a_schema_that_is_none_or_needs_another_is_not_applied() {
        let draft = |name: &str| Unusable::Draft {
            name: Some(name.into()),
        };
        let elsewhere = |reference: &str| Unusable::Elsewhere {
            reference: reference.into(),
        };
        let pattern = |pattern: &str| Unusable::Pattern {
            pattern: pattern.into(),
        };
        for (schema, expected) in [
            (json!({"type": 5}), Unusable::Malformed),
            (
                json!({"properties": {"a": {"required": "b"}}}),
                Unusable::Malformed,
            ),
            (
                json!({"$schema": "http://json-schema.org/draft-04/schema#"}),
                draft("http://json-schema.org/draft-04/schema#"),
            ),
            (
                json!({"$schema": "https://schema.example/own"}),
                draft("https://schema.example/own"),
            ),
            (
                json!({"$ref": "file:///etc/hostname"}),
                elsewhere("file:///etc/hostname"),
            ),
            (json!({"$ref": "other.json#/a"}), elsewhere("other.json#/a")),
            (json!({"$ref": "#/$defs/none"}), elsewhere("#/$defs/none")),
            // Not used by this document, and still not to be had.
            (
                json!({"properties": {"z": {"$ref": "https://schema.example/z.json"}}}),
                elsewhere("https://schema.example/z.json"),
            ),
            (json!({"pattern": "(?<=a)b"}), pattern("(?<=a)b")),
            (
                json!({"pattern": "((a{100}){100}){100}"}),
                pattern("((a{100}){100}){100}"),
            ),
            (
                json!({"$defs": {"a": {"$id": "b.json"}}}),
                Unusable::Unsupported { keyword: "$id" },
            ),
            (
                json!({"$dynamicRef": "#a"}),
                Unusable::Unsupported {
                    keyword: "$dynamicRef",
                },
            ),
        ] {
            assert_eq!(apply(schema.clone(), &json!({})), Err(expected), "{schema}");
        }
    }

    #[test]
    fn a_schema_made_to_exhaust_is_refused() {
        let reference = |to: usize| json!({"$ref": format!("#/$defs/{to}")});
        let schema = |each: fn(Value) -> Value, count: usize| {
            let defs = (0..count).map(|i| (i.to_string(), each(reference(i + 1))));
            let defs: Map<_, _> = defs.chain([(count.to_string(), json!(true))]).collect();
            json!({"$ref": "#/$defs/0", "$defs": defs})
        };
        let twice = |to: Value| json!({"allOf": [to.clone(), to]});
        let down = |to: Value| json!({"additionalProperties": {"anyOf": [to.clone(), to]}});
        let deep = (0..60).fold(json!({}), |inner, _| json!({ "a": inner }));
        let patterns: Map<_, _> = (0..600)
            .map(|i| (i.to_string(), json!({"pattern": "a"})))
            .collect();
        for (schema, document) in [
            (schema(twice, 40), json!({})),
            (schema(down, 60), deep),
            // Endless, and far too long a chain.
            (json!({"$ref": "#"}), json!({})),
            (schema(|to| to, 1000), json!({})),
            (json!({ "properties": patterns }), json!({})),
            (
                json!({"properties": {"a": {"pattern": "a"}}}),
                json!({"a": "a".repeat(Bounds::default().schema_steps)}),
            ),
        ] {
            assert_eq!(apply(schema, &document), Err(Unusable::TooCostly));
        }
    }

    #[test]
    fn the_deepest_that_is_allowed_needs_no_more_than_a_small_stack() {
        let count = 90;
        let defs = (0..count).map(|i| {
            let next = json!({"allOf": [{"$ref": format!("#/$defs/{}", i + 1)}]});
            (i.to_string(), next)
        });
        let defs: Map<_, _> = defs.chain([(count.to_string(), json!(true))]).collect();
        let schema = json!({"$ref": "#/$defs/0", "$defs": defs});
        let small = std::thread::Builder::new().stack_size(1024 * 1024);
        let applied = small.spawn(move || apply(schema, &json!({}))).unwrap();
        assert_eq!(applied.join().unwrap(), Ok(Vec::new()));
    }
}
