//! The command line with pictures and archives: `assay bake`, `assay extract`, and what `check`
//! says of where a badge was found.
#![cfg(feature = "cli")]

#[path = "carriers/build.rs"]
mod build;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use build::{itxt, png, stored, svg, zip};
use serde_json::{Value, json};
use support::{NOW, sample};

/// A folder of one test's own, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).unwrap();
    }
    folder
}

fn assay(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assay"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn check(folder: &Path, file: &str) -> (Option<i32>, Vec<Value>) {
    let output = assay(folder, &["check", "--json", "--at", NOW, file]);
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |line: &str| serde_json::from_str(line).unwrap();
    (output.status.code(), text.lines().map(line).collect())
}

#[test]
fn bakes_checks_and_extracts() {
    let badge = sample("minimal.json");
    let folder = folder(
        "bake",
        &[
            ("badge.json", &badge),
            ("blank.png", &png(&[])),
            ("blank.svg", svg("").as_bytes()),
        ],
    );
    for (blank, baked, carrier, found) in [
        ("blank.png", "baked.png", "png", "iTXt openbadgecredential"),
        ("blank.svg", "baked.svg", "svg", "openbadges:credential"),
    ] {
        let bake = [
            "bake",
            "--credential",
            "badge.json",
            "--into",
            blank,
            "--output",
            baked,
        ];
        assert_eq!(assay(&folder, &bake).status.code(), Some(0));
        let (code, lines) = check(&folder, baked);
        assert_eq!(code, Some(0));
        assert_eq!(lines[0]["verdict"], "unlisted");
        assert_eq!(lines[0]["carrier"], carrier);
        assert_eq!(lines[0]["found"], found);
        assert_eq!(lines[0]["notes"], json!([]));

        let printed = assay(&folder, &["extract", baked]);
        assert_eq!(
            (printed.status.code(), printed.stdout),
            (Some(0), badge.clone())
        );
        let to_file = assay(&folder, &["extract", "--output", "out.json", baked]);
        assert_eq!((to_file.status.code(), to_file.stdout), (Some(0), vec![]));
        assert_eq!(fs::read(folder.join("out.json")).unwrap(), badge);
    }
}

#[test]
fn exits_with_1_where_there_is_no_badge_and_2_where_there_is_no_file() {
    let folder = folder(
        "no-badge",
        &[("blank.png", &png(&[])), ("text.txt", b"hello")],
    );
    let code = |arguments: &[&str]| assay(&folder, arguments).status.code();
    let bake = |credential: &str| {
        let rest = ["--into", "blank.png", "--output", "never.png"];
        code(&[&["bake", "--credential", credential][..], &rest].concat())
    };
    assert_eq!(bake("text.txt"), Some(1));
    assert_eq!(bake("missing.json"), Some(2));
    assert!(!folder.join("never.png").exists());
    assert_eq!(code(&["extract", "missing.png"]), Some(2));
    let none = assay(&folder, &["extract", "blank.png"]);
    assert_eq!(none.status.code(), Some(1));
    let said = String::from_utf8(none.stderr).unwrap();
    assert!(
        said.contains("some phones, chats and websites strip it"),
        "{said}"
    );
}

#[test]
fn a_line_for_each_badge_of_a_zip() {
    let badge = sample("minimal.json");
    let mut damaged = itxt("openbadgecredential", &badge);
    *damaged.last_mut().unwrap() ^= 1;
    let archive = zip(&[
        stored("a.json", &badge),
        stored("README.txt", b"Hello"),
        stored("../b.png", &png(&[damaged])),
        stored("c.json", b"{\"type\": "),
    ]);
    let folder = folder("zip", &[("all.zip", &archive)]);
    let (code, lines) = check(&folder, "all.zip");
    assert_eq!(code, Some(1));
    let [a, b, c] = lines.try_into().unwrap();
    assert_eq!(a["carrier"], "zip");
    assert_eq!(a["found"], "a.json");
    assert_eq!(a["verdict"], "unlisted");
    assert_eq!(b["found"], "b.png, iTXt openbadgecredential");
    let codes = |report: &Value| -> Vec<Value> {
        let notes = report["notes"].as_array().unwrap();
        notes.iter().map(|note| note["code"].clone()).collect()
    };
    assert_eq!(codes(&b), ["bad-crc", "climbing-name"]);
    assert_eq!(c["verdict"], "unreadable");
    assert_eq!(c["problem"]["code"], "truncated");
    let detail = c["problem"]["detail"].as_str().unwrap();
    assert!(detail.starts_with("“c.json” in the ZIP:"), "{detail}");
}
