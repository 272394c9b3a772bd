//! Third-party badges and lists: what each comes to, and where ours is stricter than its source, why.

use std::fs;
use std::path::Path;

use assay::evidence::Answer;
use assay::resolve::document_url;
use assay::status::{Standing, StatusReason};
use assay::{Evidence, Note, Policy, Reason, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::list::*;
use crate::support::{corpus, expectations, now};

/// Where the Digital Credentials Consortium's lists are.
const DCC_LISTS: &str =
    "https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020";
const DCC_LIST: &str = "e5WK8CbZ1GjycuPombrj";

fn answer(path: &Path) -> Answer {
    let body = fs::read(path).unwrap();
    Answer::Response { status: 200, body }
}

fn dcc_evidence(folder: &Path) -> Evidence {
    let mut evidence = Evidence::none();
    for name in ["legacy", "oidf"] {
        let did = format!("did:web:digitalcredentials.github.io:vc-test-fixtures:dids:{name}");
        let path = folder.join("dids").join(name).join("did.json");
        evidence.insert(document_url(&did).unwrap(), answer(&path));
    }
    let lists = folder.join("statusLists/didkey-ed25519Signature2020");
    for list in fs::read_dir(lists).unwrap() {
        let path = list.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        evidence.insert(format!("{DCC_LISTS}/{name}"), answer(&path));
    }
    evidence
}

/// Their badges with a status, all of which name one list. Its signer is none of their issuers, and it
/// says that it is at another address (testing.dcconsortium.org), so we say `status-unknown` of what the
/// source calls valid, and of what it calls revoked; of the expired ones, `expired`.
#[test]
fn digital_credentials_consortiums_badges() {
    let Some(folder) = corpus("dcc-vc-test-fixtures") else {
        return;
    };
    let evidence = dcc_evidence(&folder);
    let mut count = 0;
    for [path, ..] in expectations(&folder) {
        let is_badge = path.starts_with("verifiableCredentials/");
        if !is_badge || !(path.contains("revokedSta") || path.contains("validStatus")) {
            continue;
        }
        let bytes = fs::read(folder.join(&path)).unwrap();
        let badge = String::from_utf8(bytes).unwrap();
        let report = judge(&badge, &evidence);
        let verdict = match path.contains("-expired") {
            true => "expired",
            false => "status-unknown",
        };
        let (actual, _, code) = codes(&report);
        assert_eq!((actual, code), (verdict, "not-its-address"), "{path}");
        count += 1;
    }
    assert_eq!(count, 18);
}

/// Their lists, asked by badges of ours. None is our badges' issuer's, so none settles anything; what
/// each would say shows that it was read.
#[test]
fn digital_credentials_consortiums_lists() {
    let Some(folder) = corpus("dcc-vc-test-fixtures") else {
        return;
    };
    let bytes = |name: &str| {
        let lists = folder.join("statusLists/didkey-ed25519Signature2020");
        fs::read_to_string(lists.join(name)).unwrap()
    };
    let ask = |name: &str, url: &str, index: &str| {
        let mut entry = entry("revocation", index);
        entry["statusListCredential"] = json!(url);
        let mut evidence = Evidence::none();
        evidence.insert(url, response(200, &bytes(name)));
        judge(&signed_badge(entry), &evidence)
    };
    for (name, reason) in [
        ("expired", "out of its time"),
        ("notYetValid", "before its time"),
        ("tampered", "its signature does not hold"),
    ] {
        let report = ask(name, &format!("{DCC_LISTS}/{name}"), "6");
        assert_eq!(
            codes(&report),
            unknown("unreliable-status-list"),
            "{reason}"
        );
    }
    let url = format!("{DCC_LISTS}/missingBitStringType");
    let report = ask("missingBitStringType", &url, "6");
    assert_eq!(codes(&report), unknown("malformed-status-list"));
    // At the address that it gives.
    let url = format!("https://testing.dcconsortium.org/status/{DCC_LIST}");
    for (index, standing) in [("6", Standing::Revoked), ("7", Standing::Clear)] {
        let report = ask(DCC_LIST, &url, index);
        let Reason::Status(StatusReason::AnothersList { says, .. }) = reason(&report) else {
            panic!("{report:?}")
        };
        assert_eq!(*says, Some(standing));
    }
}

/// The same list, of a signer whom a registry lists: it counts, and is shorter than it should be.
#[test]
fn a_listed_consortiums_list_counts() {
    let Some(folder) = corpus("dcc-vc-test-fixtures") else {
        return;
    };
    let path = format!("statusLists/didkey-ed25519Signature2020/{DCC_LIST}");
    let text = fs::read_to_string(folder.join(path)).unwrap();
    let list: Value = serde_json::from_str(&text).unwrap();
    let mut policy = listing(&school(), false);
    policy.registries[0].issuers[0].id = list["issuer"].as_str().unwrap().to_owned();
    let url = list["id"].as_str().unwrap();
    let mut evidence = Evidence::none();
    evidence.insert(url, response(200, &text));
    for (index, expected) in [("6", REVOKED), ("7", IN_FORCE)] {
        let mut entry = entry("revocation", index);
        entry["statusListCredential"] = json!(url);
        let report = judge_for(&signed_badge(entry), &evidence, &policy);
        assert_eq!(codes(&report), expected);
        let (url, entries) = (url.to_owned(), 100_000);
        assert_eq!(report.notes, [Note::ShortStatusList { url, entries }]);
    }
}

/// 1EdTech's badges name an issuer that nothing links to their key, so nobody is asked: their validator
/// takes the key from the fragment of the issuer's address.
#[test]
fn one_edtechs_revoked_badges() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let ob30 = folder.join("inspector-vc/src/test/resources/ob30");
    for path in [
        "credential-status-revoked.json",
        "bit-string-list/credential-status-revoked.json",
        "bit-string-list/credential-status-revoked-blank-nodes.json",
    ] {
        let bytes = fs::read(ob30.join(path)).unwrap();
        let opened = open(&bytes, &Policy::default().bounds).unwrap();
        let badge = opened.credentials.only().unwrap();
        let report = verify(badge, &Evidence::none(), &Policy::default(), now());
        let (verdict, _, code) = codes(&report);
        assert_eq!(
            (verdict, code),
            ("unconfirmed", "no-valid-signature"),
            "{path}"
        );
        assert!(
            wants(&report)
                .iter()
                .all(|(_, purpose)| *purpose != "status-list")
        );
    }
}

/// The same entry, and the bits of the same list, signed by an issuer of ours: a number for an index
/// is read.
#[test]
fn one_edtechs_list_by_an_issuer_of_ours() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let lists = folder.join("inspector-vc/src/test/resources/ob30/bit-string-list");
    let read = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(lists.join(name)).unwrap()).unwrap()
    };
    let entry = read("credential-status-revoked.json")["credentialStatus"].take();
    let theirs = read("testlist");
    let encoded = theirs["credentialSubject"]["encodedList"].as_str().unwrap();
    let mut list = list(&school(), "revocation", encoded);
    list["id"] = entry["statusListCredential"].clone();
    let url = entry["statusListCredential"].as_str().unwrap().to_owned();
    let mut evidence = Evidence::none();
    evidence.insert(
        url,
        response(200, &school().sign(list).unwrap().to_string()),
    );
    assert_eq!(codes(&judge(&signed_badge(entry), &evidence)), REVOKED);
}

/// Token Status List's own test vectors (appendix "Test vectors for Status List encoding"), the values of
/// which stand in the standard's text.
#[test]
fn token_status_lists_vectors() {
    let Some(folder) = corpus("oauth-status-list") else {
        return;
    };
    let one = [
        0, 1993, 25_460, 159_495, 495_669, 554_353, 645_645, 723_232, 854_545,
    ];
    let two: [(u64, u64); 4] = [(0, 1), (1993, 2), (25_460, 1), (159_495, 3)];
    let ones: Vec<(u64, u64)> = one.into_iter().map(|index| (index, 1)).collect();
    for (name, values) in [
        ("status_list_encoding1_long_json.md", ones.as_slice()),
        ("status_list_encoding2_long_json.md", &two),
    ] {
        let text = fs::read_to_string(folder.join("examples").join(name)).unwrap();
        let json: String = text.split_whitespace().collect();
        let list: Value = serde_json::from_str(&json).unwrap();
        for (index, value) in values {
            let expected = match value {
                1 => REVOKED,
                2 => SUSPENDED,
                _ => unknown("unsupported-status-value"),
            };
            assert_eq!(token_list_at(&list, *index), expected, "{name}: {index}");
            assert_eq!(token_list_at(&list, index + 1), IN_FORCE, "{name}: {index}");
        }
        // 2^20 entries.
        let beyond = token_list_at(&list, 1 << 20);
        assert_eq!(beyond, unknown("index-out-of-range"), "{name}");
    }
}

/// What a list, signed by an issuer of ours, says of its badge at this index.
fn token_list_at(list: &Value, index: u64) -> (&'static str, assay::Outcome, &'static str) {
    let school: Issuer = school();
    let claims = json!({"sub": LIST, "iat": 1_686_920_170, "status_list": list});
    let body = token(&school, "statuslist+jwt", &claims);
    let mut badge = badge(&school, Value::Null);
    badge.as_object_mut().unwrap().remove("credentialStatus");
    badge["status"] = json!({"status_list": {"idx": index, "uri": LIST}});
    codes(&judge(&token(&school, "vc+jwt", &badge), &serving(&body)))
}

/// The standard's own badge is signed with a key that nobody publishes.
#[test]
fn token_status_lists_badge() {
    let Some(folder) = corpus("oauth-status-list") else {
        return;
    };
    let text = fs::read_to_string(folder.join("rendered/016-section-6.2.sdjwt")).unwrap();
    // It has no type, so it is no credential of SD-JWT VC.
    assert!(open(text.as_bytes(), &Policy::default().bounds).is_err());
}

/// The suite's two badges under Revocation List 2020, which nobody is asked about: another of their
/// contexts (`citizenship/v1`) is none that is known.
#[test]
fn vc_api_test_suites_badges() {
    let Some(folder) = corpus("vc-api-test-suite") else {
        return;
    };
    let cases = folder.join("packages/vc-http-api-test-server/__fixtures__/verifiableCredentials");
    for name in ["case-14.json", "case-15.json"] {
        let badge = fs::read_to_string(cases.join(name)).unwrap();
        let report = judge(&badge, &Evidence::none());
        assert_eq!(report.verdict.code(), "unconfirmed", "{name}");
        assert_eq!(wants(&report), [], "{name}");
    }
}
