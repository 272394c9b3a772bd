//! Project Wycheproof's attacks on signatures, in full, through the code that verifies badges.
//!
//! We agree with it on every case: what it calls valid verifies, what it calls invalid does not.

mod support;

use std::fs;

use assay::key::{KeyError, PublicKey, ed25519, jwk, p256, p384};
use serde_json::Value;
use support::{corpus, from_hex, object};

/// A file, how its keys are read, and how many cases it has.
type File = (
    &'static str,
    fn(&[u8]) -> Result<PublicKey, KeyError>,
    usize,
);

const FILES: [File; 3] = [
    ("ed25519_test", ed25519, 151),
    ("ecdsa_secp256r1_sha256_p1363_test", p256, 262),
    ("ecdsa_secp384r1_sha384_p1363_test", p384, 280),
];

#[test]
fn every_case() {
    let Some(folder) = corpus("wycheproof/testvectors_v1") else {
        return;
    };
    for (name, read_key, count) in FILES {
        let file = fs::read(folder.join(format!("{name}.json"))).unwrap();
        let file: Value = serde_json::from_slice(&file).unwrap();
        let mut run = 0;
        for group in file["testGroups"].as_array().unwrap() {
            let point = &group["publicKey"];
            let point = point["pk"].as_str().or(point["uncompressed"].as_str());
            let key = read_key(&from_hex(point.unwrap())).unwrap();
            if group.get("publicKeyJwk").is_some_and(Value::is_object) {
                let same = jwk(&object(&group["publicKeyJwk"]));
                assert_eq!(same.as_ref(), Ok(&key), "{}", group["publicKeyJwk"]);
            }
            for case in group["tests"].as_array().unwrap() {
                let bytes = |member: &str| from_hex(case[member].as_str().unwrap());
                let is_valid = case["result"] == "valid";
                assert!(is_valid || case["result"] == "invalid", "{case}");
                assert_eq!(
                    key.verifies(
                        key.kind().algorithm().unwrap(),
                        &bytes("msg"),
                        &bytes("sig")
                    ),
                    is_valid,
                    "{name}: {case}"
                );
                run += 1;
            }
        }
        println!("{name}: {run} cases agree");
        assert_eq!(run, count, "{name}");
    }
}
