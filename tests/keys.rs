//! Each kind of key in each form that it is published in, and the algorithms that it takes.

mod support;

use assay::key::multikey::to_multikey;
use assay::key::{Algorithm, KeyError, KeyKind, PublicKey, Weakness, jwk, multikey, pem};
use assay::{Outcome, Policy, Question, Reason};
use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use rsa::pkcs1::EncodeRsaPublicKey as _;
use rsa::pkcs8::{EncodePublicKey as _, LineEnding};
use rsa::traits::PublicKeyParts as _;
use serde_json::{Value, json};
use signing::{Issuer, Secret};
use support::verification_method;

/// The kinds that sign by themselves.
const KINDS: [KeyKind; 5] = [
    KeyKind::Ed25519,
    KeyKind::P256,
    KeyKind::P384,
    KeyKind::Rsa,
    KeyKind::Secp256k1,
];

const MESSAGE: &[u8] = b"a badge";

fn secret(kind: KeyKind) -> Secret {
    Secret::of("forms of keys", kind).unwrap()
}

/// The key as a JSON Web Key, put together from its numbers.
fn to_jwk(key: &PublicKey) -> Value {
    let text = Base64UrlUnpadded::encode_string;
    let point = |curve: &str, point: &[u8]| {
        let (x, y) = point[1..].split_at(point.len() / 2);
        json!({"kty": "EC", "crv": curve, "x": text(x), "y": text(y)})
    };
    match key {
        PublicKey::Bls12381G2(key) => {
            json!({"kty": "OKP", "crv": "Bls12381G2", "x": text(key.as_bytes())})
        }
        PublicKey::Ed25519(key) => {
            json!({"kty": "OKP", "crv": "Ed25519", "x": text(key.as_bytes())})
        }
        PublicKey::P256(key) => point("P-256", key.to_sec1_point(false).as_bytes()),
        PublicKey::P384(key) => point("P-384", key.to_sec1_point(false).as_bytes()),
        PublicKey::Rsa(key) => json!({
            "kty": "RSA",
            "n": text(&key.numbers().n().to_be_bytes()),
            "e": text(&key.numbers().e().to_be_bytes_trimmed_vartime()),
        }),
        PublicKey::Secp256k1(key) => point("secp256k1", key.to_sec1_point(false).as_bytes()),
    }
}

/// The key in PEM. What stands before a point says its algorithm and its curve (RFC 5480, RFC 8410).
fn to_pem(key: &PublicKey) -> String {
    let (before, point) = match key {
        PublicKey::Ed25519(key) => ("302a300506032b6570032100", key.as_bytes().to_vec()),
        PublicKey::P256(key) => (
            "3059301306072a8648ce3d020106082a8648ce3d030107034200",
            key.to_sec1_point(false).as_bytes().to_vec(),
        ),
        PublicKey::P384(key) => (
            "3076301006072a8648ce3d020106052b81040022036200",
            key.to_sec1_point(false).as_bytes().to_vec(),
        ),
        PublicKey::Secp256k1(key) => (
            "3056301006072a8648ce3d020106052b8104000a034200",
            key.to_sec1_point(false).as_bytes().to_vec(),
        ),
        PublicKey::Rsa(key) => {
            let numbers = key.numbers();
            return numbers.to_public_key_pem(LineEnding::LF).unwrap();
        }
        PublicKey::Bls12381G2(_) => panic!("BLS12-381 has no form in PEM"),
    };
    labelled("PUBLIC KEY", &[support::from_hex(before), point].concat())
}

fn labelled(label: &str, der: &[u8]) -> String {
    let text = Base64::encode_string(der);
    let lines: Vec<&str> = (0..text.len())
        .step_by(64)
        .map(|at| &text[at..text.len().min(at + 64)])
        .collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

/// The keys of [`KINDS`], and one of BLS12-381, of which nobody here has the secret: a published
/// example's (Data Integrity BBS Cryptosuites 1.0, appendix A.1).
fn keys() -> Vec<PublicKey> {
    let bls = "zUC7EK3ZakmukHhuncwkbySmomv3FmrkmS36E4Ks5rsb6VQSRpoCrx6Hb8e2Nk6UvJFSdyw9NK1scFXJp21gNNYFjVWNgaqyGnkyhtagagCpQb5B7tagJu3HDbjQ8h5ypoHjwBb";
    let own = KINDS.map(|kind| secret(kind).public().unwrap());
    own.into_iter().chain([multikey(bls).unwrap()]).collect()
}

#[test]
fn every_form_is_the_same_key() {
    for key in keys() {
        let name = key.kind().name();
        assert_eq!(multikey(&to_multikey(&key)).as_ref(), Ok(&key), "{name}");
        let json = to_jwk(&key);
        assert_eq!(jwk(json.as_object().unwrap()).as_ref(), Ok(&key), "{name}");
        if key.kind() != KeyKind::Bls12381G2 {
            assert_eq!(pem(&to_pem(&key)).as_ref(), Ok(&key), "{name}");
        }
    }
}

#[test]
fn the_longest_key_is_within_the_bounds_of_every_form() {
    let key = assay::key::rsa(&[0x95; 1024], &[1, 0xff, 0xff, 0xff, 0xff]).unwrap();
    assert_eq!(key.signature_length(), Some(1024));
    assert_eq!(multikey(&to_multikey(&key)).as_ref(), Ok(&key));
    assert_eq!(jwk(to_jwk(&key).as_object().unwrap()).as_ref(), Ok(&key));
    assert_eq!(pem(&to_pem(&key)).as_ref(), Ok(&key));
}

#[test]
fn did_key_and_did_jwk_are_the_key() {
    let resolve = |url: String| {
        let method = verification_method(&url);
        method.and_then(|method| method.key.map_err(Reason::UnsupportedKey))
    };
    for key in keys() {
        let text = to_multikey(&key);
        assert_eq!(resolve(format!("did:key:{text}#{text}")).as_ref(), Ok(&key));
        let encoded = Base64UrlUnpadded::encode_string(to_jwk(&key).to_string().as_bytes());
        assert_eq!(resolve(format!("did:jwk:{encoded}#0")).as_ref(), Ok(&key));
    }
}

#[test]
fn a_signature_is_good_under_its_algorithm_alone() {
    for kind in KINDS {
        let secret = secret(kind);
        let key = secret.public().unwrap();
        for made_with in Algorithm::ALL.into_iter().filter(|made| made.fits(kind)) {
            let signature = secret.sign(made_with, MESSAGE).unwrap();
            assert_eq!(Some(signature.len()), key.signature_length());
            for algorithm in Algorithm::ALL {
                let name = (made_with.name(), algorithm.name());
                let verifies = key.verifies(algorithm, MESSAGE, &signature);
                assert_eq!(verifies, algorithm == made_with, "{name:?}");
                assert!(!key.verifies(algorithm, b"another", &signature), "{name:?}");
                let over_long = [&signature[..], &[0]].concat();
                assert!(!key.verifies(algorithm, MESSAGE, &over_long), "{name:?}");
                let truncated = &signature[..signature.len() - 1];
                assert!(!key.verifies(algorithm, MESSAGE, truncated), "{name:?}");
                assert!(!key.verifies(algorithm, MESSAGE, &[]), "{name:?}");
            }
        }
    }
}

#[test]
fn an_rsa_key_is_for_the_one_algorithm_that_it_names() {
    let secret = secret(KeyKind::Rsa);
    let mut json = to_jwk(&secret.public().unwrap());
    json["alg"] = json!("PS256");
    let key = jwk(json.as_object().unwrap()).unwrap();
    for algorithm in Algorithm::ALL[4..].iter().copied() {
        let signature = secret.sign(algorithm, MESSAGE).unwrap();
        let verifies = key.verifies(algorithm, MESSAGE, &signature);
        assert_eq!(
            verifies,
            algorithm == Algorithm::Ps256,
            "{}",
            algorithm.name()
        );
    }
}

#[test]
fn pem_holds_one_public_key_and_nothing_else() {
    let key = secret(KeyKind::Rsa).public().unwrap();
    let PublicKey::Rsa(rsa) = &key else {
        panic!("an RSA key")
    };
    let pkcs1 = rsa.numbers().to_pkcs1_der().unwrap();
    let spki = to_pem(&key);
    for same in [
        labelled("RSA PUBLIC KEY", pkcs1.as_bytes()),
        spki.replace('\n', "\r\n"),
        format!("  \n{spki}\n\n"),
        format!("The key of an issuer\n{spki}"),
    ] {
        assert_eq!(pem(&same).as_ref(), Ok(&key), "{same}");
    }
    let unsupported = |kind: &str| KeyError::Unsupported { kind: kind.into() };
    let der = pkcs1.as_bytes();
    for (text, error) in [
        (String::new(), KeyError::Malformed),
        ("-----BEGIN PUBLIC KEY-----".into(), KeyError::Malformed),
        (format!("{spki}{spki}"), KeyError::Malformed),
        (labelled("PUBLIC KEY", der), KeyError::Malformed),
        (labelled("PUBLIC KEY", &[]), KeyError::Malformed),
        (
            labelled("RSA PUBLIC KEY", &[der, &[0]].concat()),
            KeyError::Malformed,
        ),
        (labelled("PRIVATE KEY", der), KeyError::Private),
        (labelled("RSA PRIVATE KEY", der), KeyError::Private),
        (labelled("EC PRIVATE KEY", der), KeyError::Private),
        (
            format!("{spki}{}", labelled("PRIVATE KEY", der)),
            KeyError::Private,
        ),
        (labelled("CERTIFICATE", der), unsupported("PEM CERTIFICATE")),
        (
            format!("{}{spki}", " ".repeat(10_000).replace(' ', "a\n")),
            KeyError::Malformed,
        ),
        // P-521 (RFC 5480, section 2.1.1.1), and X25519 (RFC 8410, section 3).
        (
            labelled(
                "PUBLIC KEY",
                &support::from_hex("3019301006072a8648ce3d020106052b8104002303050004000000"),
            ),
            unsupported("1.3.132.0.35"),
        ),
        (
            labelled(
                "PUBLIC KEY",
                &[support::from_hex("302a300506032b656e032100"), vec![9; 32]].concat(),
            ),
            unsupported("1.3.101.110"),
        ),
    ] {
        assert_eq!(pem(&text), Err(error), "{text}");
    }
}

#[test]
fn a_weak_key_is_refused_in_every_form() {
    // 1024 bits, odd; that it has no factors that anybody knows does not matter.
    let modulus = [0x95; 128];
    let weak = Err(KeyError::Weak(Weakness::ShortModulus { bits: 1024 }));
    let text = Base64UrlUnpadded::encode_string;
    let json = json!({"kty": "RSA", "n": text(&modulus), "e": "AQAB"});
    assert_eq!(jwk(json.as_object().unwrap()), weak);
    let number = [&[0x02, 0x81, 0x81, 0x00], &modulus[..]].concat();
    let numbers = [&number[..], &[0x02, 0x03, 1, 0, 1]].concat();
    let length = u8::try_from(numbers.len()).unwrap();
    let pkcs1 = [&[0x30, 0x81, length], &numbers[..]].concat();
    assert_eq!(pem(&labelled("RSA PUBLIC KEY", &pkcs1)), weak);
    let bytes = [&[0x85, 0x24], &pkcs1[..]].concat();
    let text = format!("z{}", bs58::encode(bytes).into_string());
    assert_eq!(multikey(&text), weak);
}

/// Anybody can sign under an exponent of 1, so that the badge is nobody's. A short modulus is costly to
/// factor: the signature may be good, and nothing is established.
#[test]
fn a_weak_key_fails_a_badge_only_where_anybody_can_sign() {
    let issuer = Issuer::did_key("weak keys");
    let signed = issuer.sign(json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": issuer.id(),
        "credentialSubject": {"id": "urn:uuid:1"},
    }));
    let mut badge = signed.unwrap();
    let text = Base64UrlUnpadded::encode_string;
    for (modulus, exponent, outcome, code) in [
        (&[0x95; 256][..], "AQ", Outcome::Fail, "weak-key"),
        (&[0x95; 128], "AQAB", Outcome::Unknown, "weak-key"),
        (&[0x95; 1025], "AQAB", Outcome::Unknown, "unsupported-key"),
        // A good key, of which the suite makes nothing.
        (&[0x95; 256], "AQAB", Outcome::Unknown, "unfit-key"),
    ] {
        let key = json!({"kty": "RSA", "n": text(modulus), "e": exponent}).to_string();
        let method = format!("did:jwk:{}#0", text(key.as_bytes()));
        badge["proof"]["verificationMethod"] = json!(method);
        let report = support::report(&badge, &Policy::default());
        let integrity = report.checks.get(Question::Integrity);
        let found = (integrity.outcome, integrity.reason.code());
        assert_eq!(found, (outcome, code), "{} bits", 8 * modulus.len());
    }
}
