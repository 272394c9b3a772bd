//! The core without the feature `complete`, in a browser: it says that it lacks something wherever it does,
//! and nowhere else. Natively the feature is always on, since the tests sign with all that it brings.
#![cfg(all(target_arch = "wasm32", not(feature = "complete")))]

use assay::lacking::is_lacking;
use assay::resolve::{Relationship, Resolver};
use assay::{Evidence, Policy, Timestamp, Verdict, key, open, verify};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn verdict(badge: &[u8]) -> Verdict {
    let policy = Policy::default();
    let opened = open(badge, &policy.bounds).expect("a badge");
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let credential = opened.credentials.only().expect("one credential");
    verify(credential, &Evidence::none(), &policy, at).verdict
}

/// Whether a did:key's own key can be had.
fn resolves(multikey: &str) -> bool {
    let (evidence, policy) = (Evidence::none(), Policy::default());
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let resolver = Resolver::new(&evidence, &policy, Relationship::AssertionMethod, at);
    let url = format!("did:key:{multikey}#{multikey}");
    resolver.verification_method(&url).is_ok()
}

/// One test: what was found lacking once, stays so.
#[wasm_bindgen_test]
fn says_so_where_it_lacks_something_and_nowhere_else() {
    for (badge, expected) in [
        (
            &include_bytes!("../samples/rich-genuine.json")[..],
            Verdict::Unlisted,
        ),
        (
            include_bytes!("../samples/older-standard.json"),
            Verdict::Unlisted,
        ),
        (include_bytes!("../samples/altered.json"), Verdict::Invalid),
        (
            include_bytes!("../samples/unsigned.json"),
            Verdict::Unconfirmed,
        ),
    ] {
        assert_eq!(verdict(badge), expected);
    }
    // Ed25519 and P-256.
    assert!(resolves("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"));
    assert!(resolves(
        "zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76"
    ));
    // A kind that no program of ours knows: X25519.
    assert!(!resolves(
        "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"
    ));
    assert!(!is_lacking());

    // P-384.
    assert!(!resolves(
        "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ"
    ));
    assert!(is_lacking());
    for left_out in [
        key::secp256k1(&[2; 33]),
        key::rsa(&[1; 256], &[1, 0, 1]),
        key::rsa_pkcs1(&[]),
        key::pem("-----BEGIN PUBLIC KEY-----"),
    ] {
        assert!(
            matches!(left_out, Err(key::KeyError::Unsupported { .. })),
            "{left_out:?}"
        );
    }
}
