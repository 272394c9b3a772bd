//! Project Wycheproof's attacks on signatures, in full, through the code that verifies badges.
//!
//! We agree with it on every case: what it calls valid verifies, what it calls invalid does not. Of
//! what it leaves open, [`OPEN`] says what we do.

mod support;

use std::fs;
use std::path::Path;

use assay::key::multikey::to_multikey;
use assay::key::{Algorithm, KeyError, PublicKey, ed25519, jwk, p256, p384, pem, rsa, secp256k1};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;
use support::{corpus, from_hex};

/// A file of points' signatures, how its keys are read, and how many cases it has.
type Curve = (
    &'static str,
    fn(&[u8]) -> Result<PublicKey, KeyError>,
    usize,
);

const CURVES: [Curve; 4] = [
    ("ecdsa_secp256k1_sha256_p1363", secp256k1, 252),
    ("ecdsa_secp256r1_sha256_p1363", p256, 262),
    ("ecdsa_secp384r1_sha384_p1363", p384, 280),
    ("ed25519", ed25519, 151),
];

/// A file of RSA's signatures, and how many of its cases are of an algorithm that JOSE has.
const RSA: [(&str, usize); 16] = [
    ("rsa_pss_2048_sha256_mgf1_32", 108),
    // The keys say in their own form that they are for PSS alone; we read their numbers.
    ("rsa_pss_2048_sha256_mgf1_32_params", 108),
    ("rsa_pss_2048_sha384_mgf1_48", 141),
    ("rsa_pss_3072_sha256_mgf1_32", 108),
    ("rsa_pss_4096_sha256_mgf1_32", 108),
    ("rsa_pss_4096_sha512_mgf1_64", 179),
    // Hashes, masks and salts of every length, of which JOSE has three combinations.
    ("rsa_pss_misc", 3),
    ("rsa_signature_2048_sha256", 259),
    ("rsa_signature_2048_sha384", 258),
    ("rsa_signature_2048_sha512", 259),
    ("rsa_signature_3072_sha256", 259),
    ("rsa_signature_3072_sha384", 259),
    ("rsa_signature_3072_sha512", 260),
    ("rsa_signature_4096_sha256", 258),
    ("rsa_signature_4096_sha384", 259),
    ("rsa_signature_4096_sha512", 259),
];

/// What Wycheproof leaves open ("acceptable"), by its flag: whether we accept it, and why.
const OPEN: [(&str, bool); 1] = [
    // RFC 8017, section 8.2.2, step 4 compares with the one encoding, in which NULL stands.
    ("MissingNull", false),
];

fn read(folder: &Path, name: &str) -> Value {
    let file = fs::read(folder.join(format!("{name}_test.json"))).unwrap();
    serde_json::from_slice(&file).unwrap()
}

fn list<'a>(json: &'a Value, name: &str) -> &'a [Value] {
    json[name].as_array().unwrap()
}

/// Whether the case is to verify.
fn is_valid(case: &Value) -> bool {
    match case["result"].as_str().unwrap() {
        "valid" => true,
        "invalid" => false,
        "acceptable" => {
            let flags = list(case, "flags");
            let known = OPEN
                .iter()
                .find(|(flag, _)| flags.contains(&(*flag).into()));
            known
                .unwrap_or_else(|| panic!("nothing says what to do: {case}"))
                .1
        }
        other => panic!("{other}"),
    }
}

/// Runs a group's cases, and says how many there were.
fn run(key: &PublicKey, algorithm: Algorithm, group: &Value) -> usize {
    let cases = list(group, "tests");
    for case in cases {
        let bytes = |member: &str| from_hex(case[member].as_str().unwrap());
        assert_eq!(
            key.verifies(algorithm, &bytes("msg"), &bytes("sig")),
            is_valid(case),
            "{}: {case}",
            algorithm.name()
        );
    }
    cases.len()
}

#[test]
fn every_case_of_a_curve() {
    let Some(folder) = corpus("wycheproof/testvectors_v1") else {
        return;
    };
    for (name, read_key, count) in CURVES {
        let mut ran = 0;
        for group in list(&read(&folder, name), "testGroups") {
            let point = &group["publicKey"];
            let point = point["pk"].as_str().or(point["uncompressed"].as_str());
            let key = read_key(&from_hex(point.unwrap())).unwrap();
            other_forms_are_the_same(&key, group, "publicKeyJwk");
            ran += run(&key, key.kind().algorithm().unwrap(), group);
        }
        println!("{name}: {ran} cases agree");
        assert_eq!(ran, count, "{name}");
    }
}

#[test]
fn every_case_of_rsa() {
    let Some(folder) = corpus("wycheproof/testvectors_v1") else {
        return;
    };
    for (name, count) in RSA {
        let (mut ran, mut others) = (0, 0);
        for group in list(&read(&folder, name), "testGroups") {
            let number = |member: &str| from_hex(group["publicKey"][member].as_str().unwrap());
            let key = rsa(&number("modulus"), &number("publicExponent")).unwrap();
            other_forms_are_the_same(&key, group, "keyJwk");
            other_forms_are_the_same(&key, group, "publicKeyJwk");
            match algorithm(group) {
                Some(algorithm) => ran += run(&key, algorithm, group),
                None => others += run_others(&key, group),
            }
        }
        println!("{name}: {ran} cases agree, {others} of no algorithm of JOSE's are refused");
        assert_eq!(ran, count, "{name}");
    }
}

/// The algorithm of a group's parameters (RFC 7518, sections 3.3 and 3.5); None where JOSE has none:
/// its PSS masks with the hash of the message, and takes as many bytes of salt.
fn algorithm(group: &Value) -> Option<Algorithm> {
    let hash = group["sha"].as_str().unwrap();
    let lengths = [("SHA-256", 32), ("SHA-384", 48), ("SHA-512", 64)];
    let (_, length) = lengths.into_iter().find(|(name, _)| *name == hash)?;
    if group.get("mgf").is_none() {
        return Algorithm::of(&hash.replace("SHA-", "RS"));
    }
    let (mask, salt) = (&group["mgfSha"], &group["sLen"]);
    let is_jose_s = group["mgf"] == "MGF1" && mask == hash && salt == length;
    Algorithm::of(&hash.replace("SHA-", "PS")).filter(|_| is_jose_s)
}

/// Signatures that are good with parameters of their own are none by any algorithm that is known.
fn run_others(key: &PublicKey, group: &Value) -> usize {
    let cases = list(group, "tests");
    for case in cases {
        let bytes = |member: &str| from_hex(case[member].as_str().unwrap());
        for algorithm in Algorithm::ALL {
            let verifies = key.verifies(algorithm, &bytes("msg"), &bytes("sig"));
            assert!(!verifies, "{}: {case}", algorithm.name());
        }
    }
    cases.len()
}

/// The same key as a JSON Web Key and in PEM, where the group has it so.
fn other_forms_are_the_same(key: &PublicKey, group: &Value, member: &str) {
    if let Some(Value::Object(json)) = group.get(member) {
        let same = jwk(json).unwrap();
        assert_eq!(to_multikey(&same), to_multikey(key), "{json:?}");
        let name = json.get("alg").and_then(Value::as_str);
        let only = name.and_then(Algorithm::of);
        for algorithm in Algorithm::ALL {
            let takes = key.takes(algorithm) && only.is_none_or(|only| only == algorithm);
            assert_eq!(same.takes(algorithm), takes, "{json:?}");
        }
    }
    let text = group["publicKeyPem"].as_str().unwrap();
    match pem(text) {
        // id-RSASSA-PSS: a key that says it is for PSS with the parameters beside it.
        Err(KeyError::Unsupported { kind }) => assert_eq!(kind, "1.2.840.113549.1.1.10"),
        same => assert_eq!(same.as_ref(), Ok(key), "{text}"),
    }
}

/// Where we part from Wycheproof's tokens, and why. Each is refused where it is called valid.
const STRICTER: [(u64, &str); 4] = [
    (346, "the key is for PS256, the token is signed with PS384"),
    (347, "P-521, which is not known here"),
    (350, "the key is for PS256, the token is signed with PS384"),
    (351, "P-521, which is not known here"),
];

/// Its files of JSON Web Keys and tokens, and how many of the cases are of keys that can be published.
const TOKENS: [(&str, usize); 2] = [("json_web_key", 11), ("json_web_signature", 361)];

/// Keys and signatures alone: a token is taken apart here as plainly as can be, its header's `alg` and
/// nothing else read. Shared secrets are left out: nobody can publish those.
#[test]
fn every_case_of_a_published_key() {
    let Some(folder) = corpus("wycheproof/testvectors_v1") else {
        return;
    };
    for (name, count) in TOKENS {
        let mut ran = 0;
        for group in list(&read(&folder, name), "testGroups") {
            let Some(public) = group.get("public") else {
                continue;
            };
            let key = match public.get("keys") {
                Some(keys) => &keys[0],
                None => public,
            };
            for case in list(group, "tests") {
                let number = case["tcId"].as_u64().unwrap();
                let stricter = STRICTER.iter().any(|(known, _)| *known == number);
                let stricter = stricter && name == "json_web_signature";
                assert!(!stricter || is_valid(case), "no exception: {case}");
                assert_eq!(
                    token_verifies(key, case["jws"].as_str().unwrap()),
                    is_valid(case) && !stricter,
                    "{name}: {case}"
                );
                ran += 1;
            }
        }
        println!("{name}: {ran} cases agree");
        assert_eq!(ran, count, "{name}");
    }
}

fn token_verifies(key: &Value, token: &str) -> bool {
    let decode = |text: &str| Base64UrlUnpadded::decode_vec(text).ok();
    let verifies = || -> Option<bool> {
        let key = jwk(key.as_object()?).ok()?;
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        decode(payload)?;
        let header: Value = serde_json::from_slice(&decode(header)?).ok()?;
        let algorithm = Algorithm::of(header["alg"].as_str()?)?;
        Some(key.verifies(algorithm, signed.as_bytes(), &decode(signature)?))
    };
    verifies().unwrap_or_default()
}
