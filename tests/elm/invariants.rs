//! Properties of the reader: no input panics it, and what nobody signed attests nothing.

use assay::credential::Element;
use assay::present::annex_i;
use assay::{Evidence, Policy, open, verify};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::credential::unsigned;
use crate::support::now;

/// Any JSON, with the members of the model among its names.
fn json() -> impl Strategy<Value = Value> {
    let names = [
        "@value",
        "@language",
        "awardedBy",
        "en",
        "grade",
        "hasClaim",
        "id",
        "learningOutcome",
        "noteLiteral",
        "point",
        "prefLabel",
        "provenBy",
        "relatedSkill",
        "specifiedBy",
        "title",
        "type",
    ];
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(select(names.to_vec()), inner, 0..6)
                .prop_map(|members| members.into_iter().collect::<Value>()),
        ]
    })
}

/// The places of a document: pointers to all of its values.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                self::places(item, &format!("{at}/{index}"), places);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                self::places(member, &format!("{at}/{name}"), places);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_stands_in_a_credential_is_read_or_left_out(at in any::<Index>(), other in json()) {
        let mut credential = unsigned();
        let mut all = Vec::new();
        places(&credential, "", &mut all);
        let place: &String = at.get(&all);
        *credential.pointer_mut(place).unwrap() = other;
        let bounds = Policy::default().bounds;
        let Ok(opened) = open(credential.to_string().as_bytes(), &bounds) else {
            return Ok(());
        };
        for credential in opened.credentials.iter().flatten() {
            let report = verify(credential, &Evidence::none(), &Policy::default(), now());
            prop_assert!(!report.is_attested());
            for stated in annex_i(&report.claims).unwrap_or_default() {
                for statement in stated.statements {
                    prop_assert_eq!(statement.element, stated.element);
                    prop_assert!(!statement.value.value.trim().is_empty());
                }
            }
        }
    }

    /// Taking a member away never makes another element stated out of what is left: nothing is
    /// inferred.
    #[test]
    fn what_is_stated_stands_in_the_document(at in any::<Index>()) {
        let mut credential = unsigned();
        let mut all = Vec::new();
        places(&credential, "", &mut all);
        let place: &String = at.get(&all);
        if let Some((parent, name)) = place.rsplit_once('/')
            && let Some(Value::Object(members)) = credential.pointer_mut(parent)
        {
            members.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        let text = credential.to_string();
        let Ok(opened) = open(text.as_bytes(), &Policy::default().bounds) else {
            return Ok(());
        };
        for credential in opened.credentials.iter().flatten() {
            for element in [&Element::MANDATORY[..], &Element::OPTIONAL].concat() {
                for statement in element.statements(&credential.claims) {
                    let value = statement.value.value.split(" (").next().unwrap();
                    prop_assert!(text.contains(value), "{} is not in the document", value);
                }
            }
        }
    }
}
