//! What a token says that it is, and that it is around: `typ` and `cty` (RFC 7515, sections 4.1.9 and
//! 4.1.10; Securing Verifiable Credentials using JOSE and COSE 1.0, section 3).

use super::Header;

/// What a token can be around, in the words of its header.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TokenContent {
    /// A credential.
    Credential,
    /// A credential, some of which its holder can leave out.
    SelectiveCredential,
    /// A presentation of credentials.
    Presentation,
}

impl TokenContent {
    /// The media types, without `application/`: the ones that the standards settled on, and those of
    /// their drafts. `vc+sd-jwt` is W3C's, and was SD-JWT VC's before that standard settled on
    /// `dc+sd-jwt`.
    #[must_use]
    pub fn types(self) -> &'static [&'static str] {
        match self {
            Self::Credential => &["vc+jwt", "vc-ld+jwt", "vc+ld+jwt", "vc+ld+json+jwt"],
            Self::SelectiveCredential => &[
                "dc+sd-jwt",
                "vc+sd-jwt",
                "vc-ld+sd-jwt",
                "vc+ld+json+sd-jwt",
            ],
            Self::Presentation => &["vp+jwt", "vp+sd-jwt", "vp-ld+jwt", "vp+ld+json+jwt"],
        }
    }

    /// The media types of what is inside.
    fn contents(self) -> &'static [&'static str] {
        match self {
            Self::Credential | Self::SelectiveCredential => &["vc", "vc+ld+json", "vc-ld"],
            Self::Presentation => &["vp", "vp+ld+json", "vp-ld"],
        }
    }
}

impl Header {
    /// Whether `typ` and `cty` leave open, or say, that the token is of this: of one that says otherwise
    /// the signature was made for something else (RFC 8725, section 3.11).
    ///
    /// # Errors
    /// The type that it has instead.
    pub fn is_typed_as(&self, content: TokenContent) -> Result<(), String> {
        for (text, own, general) in [
            (&self.typ, content.types(), "jwt"),
            (&self.cty, content.contents(), "json"),
        ] {
            let is_known = |text: &&String| is_any(text, own) || is_media_type(text, general);
            if let Some(other) = text.as_ref().filter(|text| !is_known(text)) {
                return Err(other.clone());
            }
        }
        Ok(())
    }
}

/// Whether a `typ` or `cty` names one of these media types.
#[must_use]
pub fn is_any(text: &str, subtypes: &[&str]) -> bool {
    subtypes.iter().any(|subtype| is_media_type(text, subtype))
}

/// Whether a `typ` or `cty` names the media type `application/{subtype}`, in whichever case, with or
/// without the part before the stroke (RFC 7515, section 4.1.9).
#[must_use]
pub fn is_media_type(text: &str, subtype: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let short = text.strip_prefix("application/").unwrap_or(&text);
    short == subtype
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_in_either_case_and_length() {
        assert!(is_media_type("JWT", "jwt"));
        assert!(is_media_type("application/VC+JWT", "vc+jwt"));
        assert!(!is_media_type("text/jwt", "jwt"));
    }
}
