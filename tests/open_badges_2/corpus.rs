//! Third-party badges before 3.0: the verdict of each, and where ours is stricter than the source's
//! expectation, why.

use std::fs;
use std::path::Path;

use assay::credential::Format;
use assay::evidence::Answer;
use assay::{Evidence, Policy, Reliance, open, verify};

use crate::support::{corpus, expectations, now};

/// What a hosted site would serve: each file of a folder, at `base` and its name, under both schemes.
fn serving(folder: &Path, base: &str, ending: &str) -> Evidence {
    let mut evidence = Evidence::none();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.ends_with(".json") {
            continue;
        }
        let name = name.strip_suffix(ending).unwrap();
        for scheme in ["http", "https"] {
            let body = fs::read(&path).unwrap();
            let url = format!("{scheme}://{base}/{name}");
            evidence.insert(url, Answer::Response { status: 200, body });
        }
    }
    evidence
}

/// The verdict and the code of what keeps it from being better.
fn outcome(bytes: &[u8], evidence: &Evidence) -> String {
    let opened = match open(bytes, &Policy::default().bounds) {
        Ok(opened) => opened,
        Err(why) => return format!("unreadable: {}", why.code()),
    };
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, evidence, &Policy::default(), now());
    let checks = report.checks.all();
    let [integrity, key] = [&checks[0], &checks[1]].map(|check| check.reason.code());
    format!("{}: {integrity}, {key}", report.verdict.code())
}

/// File, what 1EdTech's validator says, what ours does, and why ours is not the same.
const OB2: [(&str, &str, &str, &str); 20] = [
    (
        "basic-assertion.json",
        "valid",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-no-public-key.json",
        "valid",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-with-language.json",
        "valid",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "assertion-with-endorsements.json",
        "valid",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-with-allowed-origins.json",
        "valid",
        "unconfirmed: not-its-address, not-its-address",
        "the badge class says that it belongs at another address",
    ),
    (
        "basic-assertion-with-allowed-origins-valid-starts-with.json",
        "valid",
        "unconfirmed: not-its-address, not-its-address",
        "as above",
    ),
    (
        "basic-assertion-with-allowed-origins-valid-multiple-starts-with.json",
        "valid",
        "unconfirmed: not-its-address, not-its-address",
        "as above",
    ),
    (
        "basic-assertion-with-allowed-origins-invalid-starts-with.json",
        "invalid",
        "unconfirmed: not-its-address, not-its-address",
        "as above, before its scope is looked at",
    ),
    (
        "basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json",
        "invalid",
        "unconfirmed: not-its-address, not-its-address",
        "as above, before its scope is looked at",
    ),
    (
        "assertion-with-extension-node-basic.json",
        "valid",
        "unconfirmed: hosted, hosted-elsewhere",
        "an assertion at http, and an issuer at https: not one origin",
    ),
    (
        "assertion-with-multiple-extensions.json",
        "valid",
        "unconfirmed: hosted, hosted-elsewhere",
        "as above",
    ),
    (
        "basic-assertion-expired.json",
        "invalid",
        "expired: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-expired-before-issued.json",
        "invalid",
        "expired: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-in-future.json",
        "invalid",
        "not-yet-valid: hosted, hosted",
        "",
    ),
    (
        "basic-assertion-invalid-type.json",
        "invalid",
        "unreadable: not-a-credential",
        "",
    ),
    (
        "basic-assertion-invalid-context.json",
        "invalid",
        "unlisted: hosted, hosted",
        "looser: the site confirms it, and how it is built is advice to the issuer",
    ),
    (
        "assertion-with-data-image.json",
        "invalid",
        "unlisted: hosted, hosted",
        "looser: as above",
    ),
    (
        "assertion-with-extension-node-invalid.json",
        "invalid",
        "unconfirmed: hosted, hosted-elsewhere",
        "",
    ),
    (
        "warning-issuer-non-http.json",
        "valid-with-warning",
        "unconfirmed: not-its-address, not-its-address",
        "the profile says that it is a urn, and not at its address",
    ),
    (
        "warning-with-redirection.json",
        "valid-with-warning",
        "unconfirmed: not-its-address, not-its-address",
        "the badge class says that it belongs at another address",
    ),
];

const RESOURCES: &str = "inspector-vc/src/test/resources/ob20";

#[test]
fn one_edtechs_hosted_badges() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let folder = folder.join(RESOURCES);
    let assets = serving(&folder.join("assets"), "example.org", "");
    let mut wrong = Vec::new();
    for (name, theirs, expected, why) in OB2 {
        let bytes = fs::read(folder.join(name)).unwrap();
        let document: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut evidence = assets.clone();
        let body = bytes.clone();
        // The site says what the file does.
        let id = document["id"].as_str().unwrap();
        evidence.insert(id, Answer::Response { status: 200, body });
        let actual = outcome(&bytes, &evidence);
        if actual != expected {
            wrong.push(format!(
                "{name}: {actual}, expected {expected} (theirs: {theirs}; {why})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Signed with RS256 by keys that their issuers list, and with a revocation list.
#[test]
fn one_edtechs_signed_badges() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let folder = folder.join(RESOURCES);
    let evidence = serving(&folder.join("assets"), "example.org", "");
    for (name, expected) in [
        ("simple.jwt", "unlisted: ob2-jws, issuer-profile"),
        (
            "simple-not-revoked.jwt",
            "unlisted: ob2-jws, issuer-profile",
        ),
        ("simple-revoked.jwt", "revoked: ob2-jws, issuer-profile"),
    ] {
        let bytes = fs::read(folder.join(name)).unwrap();
        assert_eq!(outcome(&bytes, &evidence), expected, "{name}");
        let none = "unconfirmed: not-fetched, not-fetched";
        assert_eq!(outcome(&bytes, &Evidence::none()), none, "{name}");
    }
}

/// File, what the Python validator's tests say, what ours does at its site, and why.
const CORE: [(&str, &str, &str, &str); 13] = [
    (
        "0_5_assertion.json",
        "legacy",
        "unconfirmed: no-address, no-address",
        "0.5 does not say where it is hosted",
    ),
    (
        "0_5_1_assertion.json",
        "legacy",
        "unconfirmed: no-address, no-address",
        "as above",
    ),
    (
        "1_0_basic_assertion.json",
        "legacy",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "1_0_basic_assertion_with_extra_properties.json",
        "legacy",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "1_0_assertion_with_errors.json",
        "invalid",
        "unlisted: hosted, hosted",
        "looser: the recipient in the way of 0.5 is advice to the issuer",
    ),
    (
        "1_1_basic_assertion.json",
        "legacy",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "2_0_basic_assertion.json",
        "valid",
        "unlisted: hosted, hosted",
        "",
    ),
    (
        "1_0_basic_badgeclass.json",
        "legacy",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
    (
        "1_0_basic_issuer.json",
        "legacy",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
    (
        "1_1_basic_badgeclass.json",
        "legacy",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
    (
        "1_1_basic_issuer.json",
        "legacy",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
    (
        "2_0_basic_badgeclass.json",
        "valid",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
    (
        "2_0_basic_issuer.json",
        "valid",
        "unreadable: not-a-credential",
        "awards nothing",
    ),
];

#[test]
fn the_python_validators_badges() {
    let Some(folder) = corpus("1edtech-validator-core") else {
        return;
    };
    // Every file that the source has an expectation of; the pictures are the carriers' tests'.
    let mut theirs: Vec<_> = expectations(&folder)
        .into_iter()
        .filter_map(|[path, expected, ..]| {
            Some((path.strip_prefix("components/")?.to_owned(), expected))
        })
        .collect();
    let mut ours: Vec<_> = CORE
        .iter()
        .map(|(name, theirs, ..)| ((*name).to_owned(), (*theirs).to_owned()))
        .collect();
    theirs.sort();
    ours.sort();
    assert_eq!(ours, theirs);
    let folder = folder.join("components");
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    for (name, theirs, expected, why) in CORE {
        let bytes = read(name);
        let document: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut evidence = Evidence::none();
        let mut serve = |url: &str, name: &str| {
            let body = read(name);
            evidence.insert(url, Answer::Response { status: 200, body });
        };
        let version = &name[..3];
        serve("http://a.com/badgeclass", "1_0_basic_badgeclass.json");
        serve("http://a.com/issuer", "1_0_basic_issuer.json");
        if version != "0_5" {
            serve(
                "https://example.org/robotics-badge.json",
                &format!("{version}_basic_badgeclass.json"),
            );
            serve(
                "https://example.org/organization.json",
                &format!("{version}_basic_issuer.json"),
            );
        }
        let address = document["verify"]["url"]
            .as_str()
            .or(document["id"].as_str());
        if let Some(address) = address {
            serve(address, name);
        }
        let actual = outcome(&bytes, &evidence);
        assert_eq!(actual, expected, "{name} (theirs: {theirs}; {why})");
    }
}

/// Blockcerts are anchored in blockchains, which we do not ask: they are shown, never vouched for.
const BLOCKCERTS: [(&str, &str); 9] = [
    (
        "1.1/sample_signed_cert-1.1.json",
        "unreadable: not-a-credential",
    ),
    (
        "1.2/sample_signed_cert-1.2.json",
        "unreadable: not-a-credential",
    ),
    (
        "1.2/sample_invalid_cert-1.2.json",
        "unreadable: not-a-credential",
    ),
    (
        "2.0-alpha/sample_valid.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
    (
        "2.0-alpha/tampered_unmapped_fields.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
    (
        "2.0/bbba8553-8ec1-445f-82c9-a57251dd731c.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
    (
        "2.1/sample_valid.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
    (
        "2.1/tampered_unmapped_fields.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
    (
        "2.1/tampered_unmapped_fields_vocab.json",
        "unconfirmed: unsupported-suite, unsupported-suite",
    ),
];

#[test]
fn blockcerts() {
    let Some(folder) = corpus("blockcerts-cert-schema") else {
        return;
    };
    for (name, expected) in BLOCKCERTS {
        let bytes = fs::read(folder.join("examples").join(name)).unwrap();
        assert_eq!(outcome(&bytes, &Evidence::none()), expected, "{name}");
    }
}

/// Without their issuers' sites none is confirmed, in whatever container it came.
#[test]
fn nothing_is_confirmed_offline() {
    for name in [
        "1edtech-public-validator",
        "1edtech-validator-core",
        "blockcerts-cert-schema",
        "mozilla-openbadges-bakery",
    ] {
        let Some(folder) = corpus(name) else {
            continue;
        };
        let mut read = 0;
        let mut pending = vec![folder];
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                let entries = fs::read_dir(&path).unwrap();
                pending.extend(entries.map(|entry| entry.unwrap().path()));
                continue;
            }
            let policy = Policy::default();
            let Ok(opened) = open(&fs::read(&path).unwrap(), &policy.bounds) else {
                continue;
            };
            for credential in opened.credentials.iter().flatten() {
                if matches!(credential.format, Format::Ob1 | Format::Ob2) {
                    let report = verify(credential, &Evidence::none(), &policy, now());
                    let reliance = report.verdict.reliance();
                    assert_eq!(reliance, Reliance::Nothing, "{}", path.display());
                    read += 1;
                }
            }
        }
        assert!(read > 0, "{name}");
    }
}
