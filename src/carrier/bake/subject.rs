//! What is to be baked: which generation of badge a text is, and in which form.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;

use super::NotBaked;
use crate::carrier::found::{Keyword, Vocabulary};
use crate::carrier::{FileKind, sniff};
use crate::credential::hosted_at;
use crate::json;
use crate::policy::Bounds;

/// A badge's text, ready for baking.
pub(super) struct Subject<'a> {
    pub(super) text: &'a str,
    pub(super) keyword: Keyword,
    /// A token or an address, which an SVG has in an attribute.
    pub(super) is_line: bool,
}

impl<'a> Subject<'a> {
    pub(super) fn of(text: &'a [u8], bounds: &Bounds) -> Result<Self, NotBaked> {
        let limit = bounds.file_bytes;
        if text.len() > limit {
            return Err(NotBaked::TooLarge { limit });
        }
        let string = std::str::from_utf8(text).map_err(|_| NotBaked::NotABadge)?;
        let keyword_of = |json: &[u8]| {
            let document = json::parse(json, bounds).ok()?;
            keyword(&document)
        };
        let kind = sniff::kind(text);
        let keyword = match kind {
            FileKind::Json => keyword_of(text),
            FileKind::Jwt => payload(string).and_then(|json| keyword_of(&json)),
            // Where its issuer hosts it (Open Badges Baking, version 2.0).
            FileKind::Url => hosted_at(string.trim()).map(|_| Keyword::OpenBadges),
            _ => None,
        };
        Ok(Self {
            text: string,
            keyword: keyword.ok_or(NotBaked::NotABadge)?,
            is_line: kind != FileKind::Json,
        })
    }

    pub(super) fn vocabulary(&self) -> Vocabulary {
        match self.keyword {
            Keyword::ClrCredential => Vocabulary::Clr2,
            Keyword::OpenBadgeCredential => Vocabulary::OpenBadges3,
            Keyword::OpenBadges => Vocabulary::OpenBadges,
        }
    }
}

/// The second part of a token (RFC 7519, section 3).
fn payload(token: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(token.trim().split('.').nth(1)?).ok()
}

fn keyword(document: &Value) -> Option<Keyword> {
    // A token of VC 1.1 has the credential inside (VC Data Model 1.1, section 6.3.1).
    let credential = document.get("vc").unwrap_or(document);
    let has_type = |name: &str| match credential.get("type") {
        Some(Value::String(only)) => only == name,
        Some(Value::Array(types)) => types.iter().any(|kind| kind == name),
        _ => false,
    };
    if has_type("ClrCredential") {
        Some(Keyword::ClrCredential)
    } else if has_type("VerifiableCredential") {
        Some(Keyword::OpenBadgeCredential)
    } else if has_type("Assertion") || credential.get("badge").is_some() {
        Some(Keyword::OpenBadges)
    } else {
        None
    }
}
