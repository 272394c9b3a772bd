//! The list of issuers that anybody can keep: its JSON Schema and its reader take the same files.

use std::path::Path;

use assay::trust::Registry;
use serde_json::{Value, json};

use crate::support::sample;

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/trust/registry.schema.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Whether the schema takes `file`.
fn is_valid(file: &Value) -> bool {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let url = "https://assay.example/registry.schema.json";
    compiler.add_resource(url, schema()).unwrap();
    let schema = compiler.compile(url, &mut schemas).unwrap();
    schemas.validate(file, schema).is_ok()
}

/// Whether both take `file`; they must agree.
#[track_caller]
fn is_taken(file: &Value) -> bool {
    let by_schema = is_valid(file);
    let by_reader = Registry::parse(file.to_string().as_bytes());
    assert_eq!(by_schema, by_reader.is_ok(), "{file}: {by_reader:?}");
    by_schema
}

fn full() -> Value {
    json!({
        "name": "Northfield's partners",
        "test": false,
        "issuers": [
            {
                "id": "did:web:badges.example",
                "name": "Badges Ltd",
                "legal_name": "Badges Limited",
                "url": "https://badges.example",
                "logo": "data:image/png;base64,iVBORw0KGgo=",
            },
            {"id": "https://issuer.example/1", "name": "\u{5927}\u{5b66}"},
        ],
    })
}

#[test]
fn files_that_are_taken() {
    assert!(is_taken(&full()));
    assert!(is_taken(&json!({"name": "R", "issuers": []})));
    assert!(is_taken(
        &serde_json::from_slice(&sample("registry.json")).unwrap()
    ));
    for (pointer, value) in [
        ("/test", json!(true)),
        ("/issuers/0/logo", json!("https://badges.example/logo.png")),
        ("/issuers/0/url", Value::Null),
    ] {
        let mut file = full();
        *file.pointer_mut(pointer).unwrap() = value;
        assert!(is_taken(&file), "{pointer}");
    }
}

#[test]
fn files_that_are_refused() {
    for file in [
        json!([]),
        json!("R"),
        json!({}),
        json!({"name": "R"}),
        json!({"issuers": []}),
    ] {
        assert!(!is_taken(&file), "{file}");
    }
    let text = [json!(7), json!(""), json!(" \t"), Value::Null, json!([])];
    let not_text = |pointers: &[&'static str]| {
        let pairs = pointers.iter().flat_map(|pointer| {
            let values = text.iter().cloned();
            values.map(|value| (*pointer, value)).collect::<Vec<_>>()
        });
        pairs.collect::<Vec<_>>()
    };
    let mut cases = not_text(&[
        "/name",
        "/issuers/0/id",
        "/issuers/0/name",
        "/issuers/0/legal_name",
    ]);
    cases.extend([
        ("/test", json!("yes")),
        ("/issuers", json!({})),
        ("/issuers/1", json!("did:web:badges.example")),
        ("/issuers/0/url", json!(7)),
        ("/issuers/0/logo", json!("http://badges.example/logo.png")),
        ("/issuers/0/logo", json!("data:text/html,x")),
        ("/issuers/0/logo", json!("javascript:alert(1)")),
        ("/issuers/0/logo", Value::Null),
    ]);
    for (pointer, value) in cases {
        let mut file = full();
        *file.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!is_taken(&file), "{pointer}: {value}");
    }
    for pointer in ["", "/issuers/1"] {
        let mut file = full();
        let members = file.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        members.insert("trusted".into(), json!(true));
        assert!(!is_taken(&file), "{pointer}");
    }
}
