//! The command line's contract: what it prints, and with which code it exits.
#![cfg(feature = "cli")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use support::{NOW, sample};

/// The list of registries that the command line starts with.
const KNOWN_REGISTRIES: &str =
    "https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json";

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// Runs `assay check --at NOW …` in the samples' folder.
fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assay"))
        .current_dir(samples())
        .args(["check", "--at", NOW])
        .args(arguments)
        .output()
        .unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A folder of this test's own, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).unwrap();
    }
    folder
}

#[test]
fn one_object_a_line_with_every_member_of_the_contract() {
    let output = check(&[
        "--json",
        "--registry",
        "registry.json",
        "rich-genuine.json",
        "altered.json",
    ]);
    let [genuine, altered] = lines(&output).try_into().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(genuine["report"], 1);
    assert_eq!(genuine["file"], "rich-genuine.json");
    assert_eq!(genuine["at"], NOW);
    assert_eq!(genuine["carrier"], "json");
    assert_eq!(genuine["format"], "ob3");
    assert_eq!(genuine["verdict"], "genuine");
    assert_eq!(
        genuine["headline"],
        "Genuine, from Northfield University, in force on 1 June 2026."
    );
    assert_eq!(genuine["attested"], true);
    assert_eq!(
        genuine["issuer"]["name"],
        "Northfield University, Continuing Education"
    );
    assert_eq!(
        genuine["issuer"]["listed_in"],
        json!(["Assay's demo registry"])
    );
    assert_eq!(genuine["achievement"]["name"], "Data Analysis with Python");
    assert_eq!(
        genuine["skills"][0],
        json!({
            "name": "Python (computer programming)",
            "framework": "ESCO",
            "url": "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d",
        })
    );
    let schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    // Its issuer is known; who endorses it is not.
    let wanted = json!([
        {"url": KNOWN_REGISTRIES, "purpose": "known-registries"},
        {"url": schema, "purpose": "schema"},
    ]);
    assert_eq!(genuine["wants"], wanted);
    let checks: Vec<&str> = genuine["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["check"].as_str().unwrap())
        .collect();
    assert_eq!(
        checks,
        [
            "integrity",
            "issuer-key",
            "issuer-identity",
            "dates",
            "status",
            "recipient",
            "schema",
            "endorsements",
        ]
    );
    assert_eq!(genuine["checks"][0]["outcome"], "pass");
    assert_eq!(genuine["checks"][0]["code"], "eddsa-rdfc-2022");
    assert_eq!(altered["verdict"], "invalid");
    assert_eq!(altered["attested"], false);
}

#[test]
fn exits_with_0_where_every_file_is_genuine_or_unlisted() {
    assert_eq!(
        check(&["minimal.json", "unlisted-issuer.json"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(
        check(&["minimal.json", "expired.json"]).status.code(),
        Some(1)
    );
}

#[test]
fn exits_with_2_for_bad_usage_and_unreadable_paths() {
    assert_eq!(check(&[]).status.code(), Some(2));
    assert_eq!(
        check(&["--no-such-flag", "minimal.json"]).status.code(),
        Some(2)
    );
    let missing = check(&["--json", "no-such-file.json", "minimal.json"]);
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(
        lines(&missing).len(),
        1,
        "the other file still gets its verdict"
    );
    let time = Command::new(env!("CARGO_BIN_EXE_assay"))
        .args(["check", "--at", "yesterday", "x"])
        .output()
        .unwrap();
    assert_eq!(time.status.code(), Some(2));
    assert_eq!(
        check(&["--evidence", "nowhere", "minimal.json"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn a_file_without_badge_data_is_unreadable_and_says_why() {
    let output = check(&["--json", "registry.json"]);
    assert_eq!(output.status.code(), Some(1));
    let [report] = lines(&output).try_into().unwrap();
    assert_eq!(report["verdict"], "unreadable");
    assert_eq!(report["headline"], "No badge data found in this file.");
    assert_eq!(report["problem"]["code"], "not-a-credential");
    assert_eq!(report["carrier"], Value::Null);
    assert_eq!(report["checks"], json!([]));
}

#[test]
fn wants_what_it_could_use_and_takes_it_from_recorded_evidence() {
    let url = "https://badges.example/.well-known/did.json";
    let [report] = lines(&check(&["--json", "domain-issuer.json"]))
        .try_into()
        .unwrap();
    assert_eq!(report["verdict"], "unconfirmed");
    assert_eq!(
        report["wants"],
        json!([{"url": url, "purpose": "did-document"}])
    );

    let index = json!({url: {"status": 200, "body": "did.json"}}).to_string();
    let folder = folder(
        "evidence",
        &[
            ("evidence.json", index.as_bytes()),
            ("did.json", &sample("did.json")),
        ],
    );
    let output = check(&[
        "--json",
        "--evidence",
        folder.to_str().unwrap(),
        "domain-issuer.json",
    ]);
    let [report] = lines(&output).try_into().unwrap();
    assert_eq!(report["verdict"], "unlisted");
    assert_eq!(report["checks"][1]["code"], "did-web");
    // Now that it is the issuer's, it is worth asking who that is.
    assert_eq!(report["checks"][2]["code"], "not-fetched");
    assert_eq!(
        report["wants"],
        json!([{"url": KNOWN_REGISTRIES, "purpose": "known-registries"}])
    );
}

/// A registry is a file, or an address that is looked up in the evidence; of either there can be
/// several.
#[test]
fn registries_are_files_or_addresses() {
    let url = "https://partners.example/registry.json";
    let check = |arguments: &[&str]| {
        let all = [&["--json"], arguments, &["minimal.json"]].concat();
        let [report] = lines(&check(&all)).try_into().unwrap();
        report
    };
    let wanted = json!({"url": url, "purpose": "registry"});
    let report = check(&["--registry", url]);
    assert_eq!(report["verdict"], "unlisted");
    assert!(report["wants"].as_array().unwrap().contains(&wanted));
    // The samples' own registry lists the issuer, so nobody else is asked.
    let report = check(&["--registry", url, "--registry", "registry.json"]);
    assert_eq!(report["verdict"], "genuine");
    assert_eq!(report["wants"], json!([]));

    let index = json!({
        url: {"status": 200, "body": "registry.json"},
        KNOWN_REGISTRIES: {"status": 200, "body": "known.json"},
    });
    let folder = folder(
        "registries",
        &[
            ("evidence.json", index.to_string().as_bytes()),
            ("registry.json", &sample("registry.json")),
            ("known.json", b"[]"),
        ],
    );
    let evidence = folder.to_str().unwrap();
    let report = check(&["--registry", url, "--evidence", evidence]);
    assert_eq!(report["verdict"], "genuine");
    assert_eq!(
        report["issuer"]["listings"][0]["name"],
        "Northfield University"
    );
    let report = check(&["--evidence", evidence]);
    assert_eq!(report["verdict"], "unlisted");
    assert_eq!(report["checks"][2]["code"], "no-registry");

    let output = self::check(&["--registry", "minimal.json", "rich-genuine.json"]);
    assert_eq!(output.status.code(), Some(2));
    let problem = String::from_utf8(output.stderr).unwrap();
    assert!(problem.contains("minimal.json: unknown field"), "{problem}");
}

#[test]
fn compares_the_recipient() {
    let outcome = |typed: &str| {
        let output = check(&["--json", "--recipient", typed, "minimal.json"]);
        let [report] = lines(&output).try_into().unwrap();
        (
            report["checks"][5]["outcome"].clone(),
            report["headline"].clone(),
        )
    };
    assert_eq!(outcome("learner@example.com").0, "pass");
    let (other, headline) = outcome("someone@example.com");
    assert_eq!(other, "fail");
    assert_eq!(headline, "Genuine, but not for the person you named.");
}

#[test]
fn the_words_for_people_name_every_check() {
    let output = check(&["minimal.json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("minimal.json: Genuine signature from did:key:"),
        "{text}"
    );
    for check in ["integrity", "issuer-key", "status", "endorsements"] {
        assert!(text.contains(check), "{text}");
    }
    assert!(
        text.contains("This does not check how good the course was."),
        "{text}"
    );
}

/// A line for each credential, with its number and what is known of who presents them; and neither
/// member for a file with one credential outside any presentation.
#[test]
fn one_object_a_credential() {
    let output = check(&[
        "--json",
        "--registry",
        "registry.json",
        "presentation.json",
        "minimal.json",
    ]);
    assert_eq!(output.status.code(), Some(0));
    let [first, second, single] = lines(&output).try_into().unwrap();
    assert_eq!(first["file"], "presentation.json");
    assert_eq!(second["file"], "presentation.json");
    assert_eq!(first["credential"], json!({"index": 1, "of": 2}));
    assert_eq!(second["credential"], json!({"index": 2, "of": 2}));
    assert_eq!(first["verdict"], "genuine");
    assert_eq!(second["verdict"], "unlisted");
    let presentation = &first["presentation"];
    assert!(
        presentation["holder"]
            .as_str()
            .unwrap()
            .starts_with("did:key:")
    );
    assert_eq!(presentation["outcome"], "pass");
    assert_eq!(presentation["code"], "eddsa-rdfc-2022");
    assert_eq!(presentation["notes"], json!([]));
    assert_eq!(presentation["wants"], json!([]));
    assert_eq!(presentation, &second["presentation"]);
    assert_eq!(single.get("credential"), None);
    assert_eq!(single.get("presentation"), None);
}

/// Every credential counts, one that cannot be read too.
#[test]
fn one_bad_credential_of_several_is_enough_to_exit_with_1() {
    let mut presentation: Value = serde_json::from_slice(&sample("presentation.json")).unwrap();
    let entries = presentation["verifiableCredential"].as_array_mut().unwrap();
    entries.push(json!({"no": "credential"}));
    let folder = folder(
        "several",
        &[("several.json", presentation.to_string().as_bytes())],
    );
    let path = folder.join("several.json");
    let path = path.to_str().unwrap();
    let output = check(&["--json", path]);
    assert_eq!(output.status.code(), Some(1));
    let [_, _, third] = lines(&output).try_into().unwrap();
    assert_eq!(third["verdict"], "unreadable");
    assert_eq!(third["carrier"], "json");
    assert_eq!(third["problem"]["code"], "not-a-credential");
    assert_eq!(third["credential"], json!({"index": 3, "of": 3}));
    // The holder signed two credentials, and now there are three.
    assert_eq!(third["presentation"]["outcome"], "fail");
    let output = check(&[path]);
    let text = String::from_utf8(output.stdout).unwrap();
    for words in [
        "several.json: 3 credentials",
        "presents them. Don't rely on that.",
        "several.json (3 of 3): No badge data found in this part of the file.",
    ] {
        assert!(text.contains(words), "{words:?} is not in:\n{text}");
    }
}
