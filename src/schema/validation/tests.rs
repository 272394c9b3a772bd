//! Schemas that are applied, and those that are not.

use super::*;
use crate::schema::Fault;
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
