//! Tokens as people paste and save them.

use serde_json::Value;

use super::{FileKind, Unreadable};
use crate::credential::{Credential, Presentation, read_sd_jwt, read_token};
use crate::jose::{Jws, JwsError, JwsPart, SdJwt};
use crate::json;
use crate::policy::Bounds;

/// Reads the credential in a JSON Web Token, or in an SD-JWT.
///
/// # Errors
/// [`Unreadable::Token`], [`Unreadable::SdJwt`], [`Unreadable::EncryptedToken`] or
/// [`Unreadable::NotACredential`].
pub fn token(bytes: &[u8], bounds: &Bounds) -> Result<Credential, Unreadable> {
    let text = trimmed(bytes).ok_or(Unreadable::Kind(FileKind::Binary))?;
    let credential = if text.contains('~') {
        read_sd_jwt(SdJwt::parse(&text, bounds).map_err(Unreadable::SdJwt)?)
    } else {
        let (jws, payload) = parts(&text, bounds)?;
        read_token(jws, payload)
    };
    credential.map_err(Unreadable::NotACredential)
}

/// The presentation in a token; None where it is something else.
pub(super) fn presentation(bytes: &[u8], bounds: &Bounds) -> Option<Presentation> {
    let (jws, payload) = parts(&trimmed(bytes)?, bounds).ok()?;
    Presentation::read_token(jws, payload)
}

/// A token, and the JSON in it.
fn parts(text: &str, bounds: &Bounds) -> Result<(Jws, Value), Unreadable> {
    let jws = Jws::parse(text, bounds).map_err(|error| match error {
        // RFC 7516, section 9: an encrypted token has five parts.
        JwsError::Parts { count: 5 } => Unreadable::EncryptedToken,
        other => Unreadable::Token(other),
    })?;
    let part = JwsPart::Payload;
    let payload = json::parse(&jws.payload, bounds)
        .map_err(|error| Unreadable::Token(JwsError::Json { part, error }))?;
    Ok((jws, payload))
}

/// Whether bytes have the form of a token: parts of base64url with two dots or more between them, the
/// first a JSON object; padded ones, and those with disclosures behind them, too.
pub(super) fn is_token(bytes: &[u8]) -> bool {
    let Some(text) = trimmed(bytes) else {
        return false;
    };
    let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || b".-_~=+/".contains(&letter);
    let begins = ["ey", "ew"].iter().any(|start| text.starts_with(start));
    begins && text.matches('.').count() >= 2 && text.bytes().all(is_letter)
}

/// A token without what copying leaves around it: white space, line breaks, quotation marks, and the
/// word with which HTTP sends tokens. None of it is signed.
fn trimmed(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let text = match text.split_at_checked(7) {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer ") => token.trim(),
        _ => text,
    };
    let unquoted = ['"', '\'', '`'].into_iter().find_map(|mark| {
        let text = text.strip_prefix(mark)?;
        text.strip_suffix(mark)
    });
    Some(unquoted.unwrap_or(text).trim().replace(['\r', '\n'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"alg":"ES256"}`, a payload and 64 zeros.
    fn example(payload: &str) -> String {
        use base64ct::{Base64UrlUnpadded, Encoding as _};
        let encode = |bytes: &[u8]| Base64UrlUnpadded::encode_string(bytes);
        let [payload, signature] = [encode(payload.as_bytes()), encode(&[0; 64])];
        format!("eyJhbGciOiJFUzI1NiJ9.{payload}.{signature}")
    }

    fn read(text: &str) -> Result<Credential, Unreadable> {
        token(text.as_bytes(), &Bounds::default())
    }

    const CREDENTIAL: &str = r#"{"type":"VerifiableCredential","credentialSubject":{}}"#;

    #[test]
    fn reads_a_token_whatever_copying_left_around_it() {
        let example = example(CREDENTIAL);
        let plain = read(&example).unwrap();
        let (start, end) = example.split_at(40);
        for text in [
            format!("\u{feff} {example}\r\n"),
            format!("\"{example}\""),
            format!("Bearer {example}"),
            format!("bearer '{example}' "),
            format!("{start}\r\n{end}\n"),
        ] {
            assert!(is_token(text.as_bytes()), "{text}");
            assert_eq!(read(&text).as_ref(), Ok(&plain), "{text}");
        }
    }

    #[test]
    fn tells_a_token_from_other_text() {
        for text in ["eyJ.e. and more", "eyJ.e", "hello.to.you", "ey{.a.b", ""] {
            assert!(!is_token(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_a_token() {
        let encoding = |part| Err(Unreadable::Token(JwsError::Encoding { part }));
        let example = example(CREDENTIAL);
        assert_eq!(read(&format!("{example}=")), encoding(JwsPart::Signature));
        assert_eq!(
            read(&example.replacen('.', "=.", 1)),
            encoding(JwsPart::Header)
        );
        assert_eq!(read("eyJ.a.b.c.d"), Err(Unreadable::EncryptedToken));
        assert_eq!(
            read("eyJ.a.b.c"),
            Err(Unreadable::Token(JwsError::Parts { count: 4 }))
        );
        let error = crate::JsonError::DuplicateMember {
            name: "type".into(),
        };
        let part = JwsPart::Payload;
        assert_eq!(
            read(&self::example(
                r#"{"type":"VerifiableCredential","type":"x"}"#
            )),
            Err(Unreadable::Token(JwsError::Json { part, error }))
        );
    }
}
