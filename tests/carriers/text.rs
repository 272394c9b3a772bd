//! Credentials as plain text, cut off and badly made: JSON, tokens, and what only looks like a carrier.

use assay::JsonError;
use assay::carrier::{FileKind, Unreadable};
use assay::jose::JwsError;
use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::{badge, bounds, opened, refused};

/// `{"alg":"EdDSA"}`, this payload, and two bytes.
fn token(payload: &str) -> String {
    let payload = Base64UrlUnpadded::encode_string(payload.as_bytes());
    format!("eyJhbGciOiJFZERTQSJ9.{payload}.AAA")
}

#[test]
fn json_cut_off_anywhere() {
    let badge = badge();
    let badge = badge.trim_end();
    for (at, _) in badge.char_indices().skip(1) {
        let problem = refused(badge.as_bytes().get(..at).unwrap());
        let is_truncated = matches!(problem, Unreadable::Json(JsonError::Truncated { .. }));
        assert!(is_truncated, "{at}: {problem:?}");
    }
    opened(badge.as_bytes());
}

/// Cut within its signature a token is still one, which then does not verify.
#[test]
fn a_token_cut_off_anywhere() {
    let token = token(&badge());
    let signature = token.rfind('.').unwrap() + 1;
    for at in 1..signature {
        let problem = refused(token.get(..at).unwrap().as_bytes());
        let is_told = matches!(
            problem,
            Unreadable::Kind(FileKind::Text) | Unreadable::Token(JwsError::Parts { .. })
        );
        assert!(is_told, "{at}: {problem:?}");
    }
    opened(token.as_bytes());
}

#[test]
fn deep_and_wide_json() {
    let limit = bounds().json_depth;
    let deep = "[".repeat(limit) + &"]".repeat(limit);
    let deep = format!("{{\"type\": \"VerifiableCredential\", \"x\": {deep}}}");
    let too_deep = JsonError::TooDeep { limit };
    assert_eq!(refused(deep.as_bytes()), Unreadable::Json(too_deep.clone()));
    // Far deeper than any stack.
    let far = "[".repeat(1_000_000);
    assert_eq!(refused(far.as_bytes()), Unreadable::Json(too_deep.clone()));
    let part = assay::jose::JwsPart::Payload;
    let in_token = JwsError::Json {
        part,
        error: too_deep,
    };
    assert_eq!(
        refused(token(&deep).as_bytes()),
        Unreadable::Token(in_token)
    );

    let limit = bounds().json_values;
    let wide = format!("{{\"x\": [{}1]}}", "1,".repeat(limit));
    let too_many = JsonError::TooManyValues { limit };
    assert_eq!(refused(wide.as_bytes()), Unreadable::Json(too_many));
}

/// Nothing is unpacked that no badge is kept in: a bomb of gzip stays as small as it is.
#[test]
fn gzip_is_named_and_not_unpacked() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 20_000_000], 9);
    let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\x02\xff", bomb.as_slice()].concat();
    assert_eq!(refused(&gzip), Unreadable::Kind(FileKind::Gzip));
}
