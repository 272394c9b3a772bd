//! Envelopes: JSON objects that carry a secured credential or presentation in a data: URL (VC Data
//! Model 2.0, sections 4.12.1 and 4.13.2, "Enveloped Verifiable Credentials" and "… Presentations").

use data_url::DataUrl;
use serde_json::{Map, Value};

use crate::json;

/// What an envelope says it carries.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Enveloped {
    Credential,
    Presentation,
}

/// Why an envelope cannot be opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum EnvelopeError {
    /// The content is not encoded as its data: URL says.
    Encoding,
    /// Its content is of a kind that cannot be read, or that does not belong there.
    MediaType { media_type: String },
    /// Its `id` is missing, or no data: URL.
    NotADataUrl,
}

impl EnvelopeError {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encoding => "envelope-encoding",
            Self::MediaType { .. } => "envelope-media-type",
            Self::NotADataUrl => "envelope-without-content",
        }
    }
}

impl Enveloped {
    const ALL: [Self; 2] = [Self::Credential, Self::Presentation];

    /// What the document is an envelope for; None for a document of another type.
    pub(super) fn of(document: &Map<String, Value>) -> Option<Self> {
        let types = document.get("type").map_or(&[][..], json::one_or_several);
        let mut types = types.iter().filter_map(Value::as_str);
        types.find_map(|kind| Self::ALL.into_iter().find(|it| it.type_name() == kind))
    }

    fn type_name(self) -> &'static str {
        match self {
            Self::Credential => "EnvelopedVerifiableCredential",
            Self::Presentation => "EnvelopedVerifiablePresentation",
        }
    }

    /// The media types of what it may carry, without `application/`: those of the standards, and of
    /// their drafts (Securing Verifiable Credentials using JOSE and COSE 1.0, section 6; SD-JWT VC,
    /// section 7.2.1).
    fn media_types(self) -> &'static [&'static str] {
        match self {
            Self::Credential => &[
                "vc+jwt",
                "vc+sd-jwt",
                "dc+sd-jwt",
                "vc-ld+jwt",
                "vc-ld+sd-jwt",
                "vc+ld+json+jwt",
                "vc+ld+json+sd-jwt",
            ],
            Self::Presentation => &[
                "vp+jwt",
                "vp+sd-jwt",
                "vp-ld+jwt",
                "vp-ld+sd-jwt",
                "vp+ld+json+jwt",
                "vp+ld+json+sd-jwt",
            ],
        }
    }

    /// The token inside, as text.
    ///
    /// # Errors
    /// Any [`EnvelopeError`].
    pub(super) fn token(self, envelope: &Map<String, Value>) -> Result<Vec<u8>, EnvelopeError> {
        let url = envelope.get("id").and_then(Value::as_str);
        let url = url.ok_or(EnvelopeError::NotADataUrl)?;
        let url = DataUrl::process(url).map_err(|_| EnvelopeError::NotADataUrl)?;
        let media_type = url.mime_type();
        let (kind, subtype) = (&media_type.type_, &media_type.subtype);
        if kind != "application" || !self.media_types().contains(&subtype.as_str()) {
            let media_type = format!("{kind}/{subtype}");
            return Err(EnvelopeError::MediaType { media_type });
        }
        let (token, _) = url.decode_to_vec().map_err(|_| EnvelopeError::Encoding)?;
        Ok(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn token(kind: &str, id: &str) -> Option<Result<String, EnvelopeError>> {
        let envelope = json!({"type": kind, "id": id});
        let envelope = envelope.as_object().unwrap();
        let token = Enveloped::of(envelope)?.token(envelope);
        Some(token.map(|token| String::from_utf8(token).unwrap()))
    }

    #[test]
    fn finds_the_token() {
        let expected = Some(Ok("eyJ.e30.AA~".to_owned()));
        for id in [
            "data:application/vc+jwt,eyJ.e30.AA~",
            "data:application/dc+sd-jwt,eyJ.e30.AA%7E",
            "data:application/vc+sd-jwt;base64,ZXlKLmUzMC5BQX4=",
            "DATA:application/VC+JWT;charset=utf-8,eyJ.e30.AA~",
            // As W3C's tests for the data model have it: the token itself is base64url.
            "data:application/vc-ld+jwt;base64url,eyJ.e30.AA~",
        ] {
            assert_eq!(token("EnvelopedVerifiableCredential", id), expected, "{id}");
        }
        let presentation = "data:application/vp+jwt,eyJ.e30.AA~";
        assert_eq!(
            token("EnvelopedVerifiablePresentation", presentation),
            expected
        );
    }

    #[test]
    fn says_why_there_is_none() {
        let media_type = |text: &str| EnvelopeError::MediaType {
            media_type: text.into(),
        };
        for (id, error) in [
            ("https://example.com/c.jwt", EnvelopeError::NotADataUrl),
            ("data:application/vc+jwt", EnvelopeError::NotADataUrl),
            (
                "data:application/vc+jwt;base64,~~~",
                EnvelopeError::Encoding,
            ),
            (
                "data:application/vc+cose;base64,0oQ=",
                media_type("application/vc+cose"),
            ),
            ("data:application/vc,{}", media_type("application/vc")),
            // A presentation in the place of a credential.
            (
                "data:application/vp+jwt,eyJ.e30.AA",
                media_type("application/vp+jwt"),
            ),
            // A comma after the type is what makes a data: URL.
            ("data:,eyJ.e30.AA", media_type("text/plain")),
        ] {
            let found = token("EnvelopedVerifiableCredential", id);
            assert_eq!(found, Some(Err(error)), "{id}");
        }
        assert_eq!(token("VerifiableCredential", "urn:x"), None);
    }
}
