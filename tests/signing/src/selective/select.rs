//! A part of a document, by JSON pointers (vc-di-ecdsa 1.0, sections 3.4.10 to 3.4.13).

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

/// selectJsonLd: what the pointers lead to, with the identifier and the types of every object on the
/// way; None where there are no pointers.
pub fn select(document: &Map<String, Value>, pointers: &[&str]) -> Result<Option<Value>> {
    let whole = Value::Object(document.clone());
    let mut selection = initial(&whole);
    if let Some(context) = document.get("@context") {
        selection["@context"] = context.clone();
    }
    for pointer in pointers {
        let path: Vec<String> = pointer.split('/').skip(1).map(unescaped).collect();
        select_path(&mut selection, &whole, &path).with_context(|| (*pointer).to_owned())?;
    }
    make_dense(&mut selection);
    Ok((!pointers.is_empty()).then_some(selection))
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

/// createInitialSelection
fn initial(source: &Value) -> Value {
    match source {
        Value::Object(members) => {
            let kept = members
                .iter()
                .filter(|(name, _)| *name == "id" || *name == "type");
            kept.map(|(name, value)| (name.clone(), value.clone()))
                .collect()
        }
        // Its places are kept until all is selected.
        Value::Array(items) => Value::Array(vec![Value::Null; items.len()]),
        other => other.clone(),
    }
}

/// selectPaths
fn select_path(selection: &mut Value, source: &Value, path: &[String]) -> Result<()> {
    let Some((name, rest)) = path.split_first() else {
        *selection = source.clone();
        return Ok(());
    };
    let (place, source) = match (selection, source) {
        (Value::Array(places), Value::Array(items)) => {
            let index: usize = name.parse()?;
            (places.get_mut(index), items.get(index))
        }
        (Value::Object(members), Value::Object(source)) => {
            let place = members.entry(name.clone()).or_insert(Value::Null);
            (Some(place), source.get(name))
        }
        _ => (None, None),
    };
    let (place, source) = place.zip(source).context("no such value")?;
    if place.is_null() {
        *place = initial(source);
    }
    select_path(place, source, rest)
}

/// Takes out the places of arrays that were not selected.
fn make_dense(selection: &mut Value) {
    match selection {
        Value::Array(items) => {
            items.retain(|item| !item.is_null());
            items.iter_mut().for_each(make_dense);
        }
        Value::Object(members) => members.values_mut().for_each(make_dense),
        _ => {}
    }
}
