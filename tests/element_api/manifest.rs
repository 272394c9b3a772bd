//! `custom-elements.json`, by the Custom Elements Manifest's schema 2.1.0.

use assay::element::api::{Attribute, ELEMENTS, Element, Kind, Named};
use serde_json::{Value, json};

use crate::types;

/// The module that defines the elements, in the folder that is embedded.
const MODULE: &str = "assay.js";

pub fn manifest() -> String {
    let definitions = ELEMENTS.iter().flat_map(|element| {
        let declaration = json!({ "name": element.class, "module": MODULE });
        [
            json!({ "kind": "js", "name": element.class, "declaration": declaration }),
            json!({ "kind": "custom-element-definition", "name": element.name, "declaration": declaration }),
        ]
    });
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": ELEMENTS.map(declaration),
            "exports": definitions.collect::<Vec<_>>(),
        }],
    });
    serde_json::to_string_pretty(&manifest).unwrap() + "\n"
}

fn declaration(element: &Element) -> Value {
    let attributes = element.attributes.iter().map(|attribute| {
        json!({
            "name": attribute.name,
            "fieldName": attribute.property,
            "type": { "text": types::attribute(attribute) },
            "default": attribute.default,
            "description": attribute.doc,
        })
    });
    let own = element.attributes.iter();
    let own = own.filter(|attribute| attribute.kind != Kind::Html);
    let members = own
        .map(reflecting)
        .chain(element.properties.iter().map(|property| {
            json!({
                "kind": "field",
                "name": property.name,
                "type": { "text": property.kind },
                "readonly": property.is_readonly,
                "description": property.doc,
            })
        }));
    let methods = element.methods.iter().map(|method| {
        json!({
            "kind": "method",
            "name": method.name,
            "return": { "type": { "text": method.returns } },
            "description": method.doc,
        })
    });
    let events = element.events.iter().map(|event| {
        json!({
            "name": event.name,
            "type": { "text": format!("CustomEvent<{}>", event.detail) },
            "description": event.doc,
        })
    });
    let css_properties = element.css_properties.iter().map(|property| {
        json!({
            "name": property.name,
            "default": property.default,
            "description": property.doc,
        })
    });
    json!({
        "kind": "class",
        "customElement": true,
        "name": element.class,
        "tagName": element.name,
        "superclass": { "name": "HTMLElement" },
        "description": element.doc,
        "attributes": attributes.collect::<Vec<_>>(),
        "members": members.chain(methods).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": named(element.slots),
        "cssParts": named(element.parts),
        "cssProperties": css_properties.collect::<Vec<_>>(),
        "cssStates": named(element.states),
    })
}

fn reflecting(attribute: &Attribute) -> Value {
    json!({
        "kind": "field",
        "name": attribute.property,
        "attribute": attribute.name,
        "reflects": true,
        "type": { "text": types::property(attribute) },
        "description": attribute.doc,
    })
}

fn named(all: &[Named]) -> Vec<Value> {
    let value = |named: &Named| json!({ "name": named.name, "description": named.doc });
    all.iter().map(value).collect()
}
