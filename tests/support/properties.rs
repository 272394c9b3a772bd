//! What property tests share: every place in a document, and answers that say nothing.
#![allow(dead_code, reason = "each test file uses a part")]

use assay::Evidence;
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

/// No answer, another status, or something else in the document's place. Not 410: that a hosted badge is
/// gone is an answer, and says that it is withdrawn.
pub fn worse_answer() -> impl Strategy<Value = Option<Answer>> {
    let response = |status, body: &[u8]| {
        let body = body.to_vec();
        Some(Answer::Response { status, body })
    };
    prop_oneof![
        no_answer(),
        (201..600_u16)
            .prop_filter("gone is an answer", |status| *status != 410)
            .prop_map(move |status| response(status, b"{}")),
        select(vec![
            "",
            "{}",
            "[]",
            "<html>",
            "a.b.c",
            r#"{"id": "https://other.example/"}"#
        ])
        .prop_map(move |body| response(200, body.as_bytes())),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(move |body| response(200, &body)),
    ]
}

/// What the answer for `url` has become.
pub fn lose(evidence: &mut Evidence, url: &str, answer: Option<Answer>) {
    match answer {
        None => drop(evidence.remove(url)),
        Some(answer) => evidence.insert(url, answer),
    }
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
