//! The test data of RFC 8785's author: documents, and ten thousand numbers.

mod support;

use std::fs;

use assay::jcs::canonicalize;
use serde_json::{Value, json};
use support::{corpus, object};

/// The canonical form of any value, as a member of an object.
fn canonical(value: Value) -> String {
    canonicalize(&object(&json!({ "": value }))).unwrap()
}

#[test]
fn documents() {
    let Some(folder) = corpus("jcs-rfc8785/testdata") else {
        return;
    };
    let mut compared = 0;
    for entry in fs::read_dir(folder.join("input")).unwrap() {
        let path = entry.unwrap().path();
        let input = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let output = folder.join("output").join(path.file_name().unwrap());
        let output = fs::read_to_string(output).unwrap();
        assert_eq!(canonical(input), format!("{{\"\":{output}}}"), "{path:?}");
        compared += 1;
    }
    assert_eq!(compared, 6);
}

#[test]
fn ten_thousand_numbers() {
    let Some(folder) = corpus("jcs-rfc8785/testdata") else {
        return;
    };
    let lines = fs::read_to_string(folder.join("es6testfile10k.txt")).unwrap();
    let mut compared = 0;
    for line in lines.lines() {
        let (bits, text) = line.split_once(',').unwrap();
        let number = f64::from_bits(u64::from_str_radix(bits, 16).unwrap());
        assert_eq!(
            canonical(json!(number)),
            format!("{{\"\":{text}}}"),
            "{bits}"
        );
        // Reading must not lose the last bit either.
        let read: f64 = serde_json::from_str(text).unwrap();
        assert!(read == number, "{text}");
        compared += 1;
    }
    assert_eq!(compared, 10_000);
}
