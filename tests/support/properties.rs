//! What property tests share: every place in a document, and answers that say nothing.
#![allow(dead_code, reason = "each test file uses a part")]

use assay::evidence::{Answer, Unreachable};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// None: nobody asked, or the answer is still under way. Otherwise the request was declined, or no answer
/// could be read.
pub fn no_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        Just(Some(Answer::Declined)),
        select(vec![
            Unreachable::BlockedOrRefused,
            Unreachable::Offline,
            Unreachable::TimedOut,
            Unreachable::TooLarge,
        ])
        .prop_map(|why| Some(Answer::Unreachable(why))),
    ]
}

/// JSON pointers to every value below the root.
pub fn pointers(json: &Value) -> Vec<String> {
    fn walk(json: &Value, at: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match json {
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), value))
                .collect(),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(i, value)| (i.to_string(), value))
                .collect(),
            _ => Vec::new(),
        };
        for (name, child) in children {
            let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            walk(child, &pointer, found);
            found.push(pointer);
        }
    }
    let mut found = Vec::new();
    walk(json, "", &mut found);
    found
}
