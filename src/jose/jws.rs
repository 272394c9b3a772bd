//! Signatures in their compact form: header, payload and signature in base64url, with dots between
//! (RFC 7515, section 7.1).

use serde_json::{Map, Value};

use super::Header;
use crate::json::JsonError;
use crate::key::base64url;
use crate::policy::Bounds;

/// A signature with what it is made over; nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Jws {
    pub header: Header,
    pub payload: Vec<u8>,
    pub signature: Vec<u8>,
    /// The encoded header and payload, as they stand in the text.
    signing_input: String,
}

/// One of the three parts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum JwsPart {
    Header,
    Payload,
    Signature,
}

/// Why a text is no signature in compact form.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum JwsError {
    /// Not base64url without padding, in its one canonical spelling.
    Encoding { part: JwsPart },
    /// Not JSON as it has to be.
    Json { part: JwsPart, error: JsonError },
    /// A member of the header that is missing, or not as its standard has it.
    Member { name: &'static str },
    /// JSON of another type.
    NotAnObject { part: JwsPart },
    /// Not three parts.
    Parts { count: usize },
}

impl JwsError {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json { error, .. } => error.code(),
            _ => "malformed-token",
        }
    }
}

impl Jws {
    /// Reads the compact form. The caller has bounded the text's length.
    ///
    /// # Errors
    /// Any [`JwsError`].
    pub fn parse(text: &str, bounds: &Bounds) -> Result<Self, JwsError> {
        // RFC 7515, section 5.2. 1. The parts.
        let mut parts = text.split('.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            let count = text.split('.').count();
            return Err(JwsError::Parts { count });
        };
        let decode = |text, part| base64url(text).ok_or(JwsError::Encoding { part });
        // 2. to 5. The header, with its critical members.
        let header_bytes = decode(header, JwsPart::Header)?;
        let header_members = Header::read(&header_bytes, bounds)?;
        // 6. and 7. The payload and the signature.
        Ok(Self {
            header: header_members,
            payload: decode(payload, JwsPart::Payload)?,
            signature: decode(signature, JwsPart::Signature)?,
            signing_input: format!("{header}.{payload}"),
        })
    }

    /// What the signature is made over (RFC 7515, section 5.2, step 8).
    #[must_use]
    pub fn signing_input(&self) -> &[u8] {
        self.signing_input.as_bytes()
    }
}

/// Whether JSON is a signature in one of its JSON forms (RFC 7515, section 7.2).
#[must_use]
pub fn is_json_serialization(json: &Map<String, Value>) -> bool {
    json.get("payload").is_some_and(Value::is_string)
        && (json.get("signatures").is_some_and(Value::is_array)
            || json.get("signature").is_some_and(Value::is_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Algorithm;

    /// RFC 7515, appendix A.3.1.
    const EXAMPLE: &str = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    fn parse(text: &str) -> Result<Jws, JwsError> {
        Jws::parse(text, &Bounds::default())
    }

    #[test]
    fn reads_the_standards_example() {
        let jws = parse(EXAMPLE).unwrap();
        assert_eq!(jws.header.algorithm(), Ok(Algorithm::Es256));
        assert!(jws.payload.starts_with(br#"{"iss":"joe","#));
        assert_eq!(jws.signature.len(), 64);
        let (input, _) = EXAMPLE.rsplit_once('.').unwrap();
        assert_eq!(jws.signing_input(), input.as_bytes());
    }

    #[test]
    fn refuses_other_numbers_of_parts() {
        for (text, count) in [("", 1), ("e30", 1), ("e30.e30", 2), ("a.b.c.d", 4)] {
            assert_eq!(parse(text), Err(JwsError::Parts { count }), "{text}");
        }
    }

    #[test]
    fn refuses_padding_stray_bits_and_the_other_alphabet() {
        let [header, payload, signature] = EXAMPLE.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts");
        };
        for part in [
            format!("{signature}="),
            format!("{signature}=="),
            signature.replace('-', "+"),
            // The same bytes, with stray bits in the last letter.
            signature.replace("NU1Q", "NU1R"),
            format!(" {signature}"),
        ] {
            let expected = JwsError::Encoding {
                part: JwsPart::Signature,
            };
            assert_eq!(parse(&format!("{header}.{payload}.{part}")), Err(expected));
        }
    }

    #[test]
    fn knows_the_json_forms() {
        let json = |text| serde_json::from_str(text).unwrap();
        for form in [
            r#"{"payload": "", "protected": "", "signature": ""}"#,
            r#"{"payload": "", "signatures": []}"#,
        ] {
            assert!(is_json_serialization(&json(form)), "{form}");
        }
        assert!(!is_json_serialization(&json(r#"{"payload": ""}"#)));
    }
}
