//! The command line on badges that can be withdrawn, with recorded lists.
#![cfg(feature = "cli")]

#[path = "status/list.rs"]
mod list;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use list::{LIST, SHORTEST, bits, encoded, entry, revocations, school, signed_badge};
use serde_json::{Value, json};
use support::NOW;

/// A folder of this test's own with a badge, and the list that its address served.
fn folder(name: &str, badge: &str, list: &Value) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let list = school().sign(list.clone()).unwrap().to_string();
    let index = json!({ LIST: {"status": 200, "body": "list.json"} }).to_string();
    for (file, text) in [
        ("badge.json", badge),
        ("list.json", &list),
        ("evidence.json", &index),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assay"))
        .current_dir(folder)
        .args(["check", "--at", NOW])
        .args(arguments)
        .arg("badge.json")
        .output()
        .unwrap()
}

/// The exit code and the one line of JSON.
fn report(folder: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = check(folder, &[&["--json"], arguments].concat());
    let report = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code(), report)
}

/// What is wanted of every badge that is its issuer's, to learn who that is.
fn registries() -> Value {
    let url = "https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json";
    json!({"url": url, "purpose": "known-registries"})
}

#[test]
fn a_badge_that_the_list_does_not_have() {
    let badge = signed_badge(entry("revocation", "7"));
    let folder = folder("status-clear", &badge, &revocations(&[6, 8]));
    let (code, report) = report(&folder, &["--evidence", "."]);
    assert_eq!((code, &report["verdict"]), (Some(0), &json!("unlisted")));
    assert_eq!(report["checks"][4]["outcome"], "pass");
    assert_eq!(report["checks"][4]["code"], "not-revoked");
    assert_eq!(report["wants"], json!([registries()]));
}

#[test]
fn a_withdrawn_and_a_suspended_badge() {
    for purpose in ["revocation", "suspension"] {
        let list = list::list(&school(), purpose, &encoded(&bits(SHORTEST, &[7])));
        let badge = signed_badge(entry(purpose, "7"));
        let folder = folder(&format!("status-{purpose}"), &badge, &list);
        let (code, report) = report(&folder, &["--evidence", "."]);
        let verdict = match purpose {
            "revocation" => "revoked",
            _ => "suspended",
        };
        assert_eq!((code, &report["verdict"]), (Some(1), &json!(verdict)));
        assert_eq!(report["checks"][4]["outcome"], "fail");
        assert_eq!(report["checks"][4]["code"], verdict);
    }
}

#[test]
fn without_the_list_it_is_wanted() {
    let badge = signed_badge(entry("revocation", "7"));
    let folder = folder("status-wanted", &badge, &revocations(&[]));
    let (code, report) = report(&folder, &[]);
    assert_eq!(
        (code, &report["verdict"]),
        (Some(1), &json!("status-unknown"))
    );
    assert_eq!(report["checks"][4]["code"], "not-fetched");
    assert_eq!(
        report["wants"],
        json!([registries(), {"url": LIST, "purpose": "status-list"}])
    );
}

/// Before the list was made it says nothing.
#[test]
fn for_a_time_before_the_list() {
    let badge = signed_badge(entry("revocation", "7"));
    let folder = folder("status-earlier", &badge, &revocations(&[7]));
    let output = Command::new(env!("CARGO_BIN_EXE_assay"))
        .current_dir(&folder)
        .args([
            "check",
            "--at",
            "2026-04-01T00:00:00Z",
            "--evidence",
            ".",
            "badge.json",
        ])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("The list at status.example speaks of the time from 1 May 2026 on."),
        "{text}"
    );
}
