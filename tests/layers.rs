//! Imports run one way: the core knows nothing of the browser, and `present` nothing of Yew.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules of the browser layer, and what they are made with.
const BROWSER: [&str; 9] = [
    "crate::ui",
    "crate::element",
    "crate::net",
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "std::net",
];
/// The core reads no clock and does no I/O (invariant 6).
const OUTSIDE: [&str; 4] = ["std::time", "std::fs", "std::env", "SystemTime"];
/// Wording is for the layers above.
const WORDING: [&str; 1] = ["crate::present"];

const BROWSER_LAYER: [&str; 6] = ["ui", "element", "net", "net.rs", "main.rs", "bin"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_core_imports_nothing_of_the_browser_the_clock_or_the_wording() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let [own, statements] = ["src", "statements/src"].map(|folder| root.join(folder));
    sources(&own, &mut found);
    sources(&statements, &mut found);
    let mut checked = 0;
    for path in &found {
        let relative = path.strip_prefix(&own).or(path.strip_prefix(&statements));
        let relative = relative.unwrap();
        let first = relative.iter().next().unwrap().to_str().unwrap();
        if BROWSER_LAYER.contains(&first) || first == "lib.rs" {
            continue;
        }
        let mut forbidden: Vec<&str> = [&BROWSER[..], &OUTSIDE[..]].concat();
        if first != "present" {
            forbidden.extend(WORDING);
        }
        let text = fs::read_to_string(path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for name in &forbidden {
                let is_there = code.match_indices(name).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                });
                assert!(!is_there, "{}:{}: {name}", relative.display(), number + 1);
            }
        }
        checked += 1;
    }
    assert!(checked > 20, "{checked} files");
}

/// Nothing of an issuer's is ever inserted as HTML: nothing is at all.
#[test]
fn no_text_becomes_markup() {
    const WAYS: [&str; 6] = [
        "from_html_unchecked",
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "innerHTML",
        "document.write",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    assert!(!found.is_empty());
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        for way in WAYS {
            assert!(!text.contains(way), "{}: {way}", path.display());
        }
    }
}
