//! The documents that a badge refers to, out of the evidence; what is not there is wanted.

use serde_json::{Map, Value};

use crate::credential::{Linked, OpenBadge, is_named};
use crate::evidence::{Evidence, Purpose, Request};
use crate::inquiry::Inquiry;
use crate::json;
use crate::policy::Bounds;
use crate::reason::Reason;
use crate::web_address::{WebAddress, is_same};

type Members = Map<String, Value>;

/// What was brought, and what would have helped.
pub(super) struct Documents<'a> {
    inquiry: Inquiry<'a>,
    pub bounds: &'a Bounds,
}

impl<'a> Documents<'a> {
    pub fn new(evidence: &'a Evidence, bounds: &'a Bounds) -> Self {
        Self {
            inquiry: Inquiry::new(evidence, bounds),
            bounds,
        }
    }

    /// What turned out not to be needed is not wanted.
    pub fn forget(&self, purpose: Purpose) {
        self.inquiry.forget(purpose);
    }

    /// What was asked for in vain, each once.
    pub fn wants(self) -> Vec<Request> {
        self.inquiry.wants()
    }

    /// Adds what else would help.
    pub fn want(&self, request: Request) {
        self.inquiry.want(request);
    }

    /// The status and the body of an answer, whatever they are.
    pub fn answer(&self, url: &str, purpose: Purpose) -> Result<(u16, &'a [u8]), Reason> {
        self.inquiry.answer(address(url)?, purpose)
    }

    /// The bytes at `url`.
    pub fn body(&self, url: &str, purpose: Purpose) -> Result<&'a [u8], Reason> {
        self.inquiry.body(address(url)?, purpose)
    }

    /// The JSON object that a body is.
    pub fn object(&self, body: &[u8]) -> Option<Members> {
        match json::parse(body, self.bounds) {
            Ok(Value::Object(members)) => Some(members),
            _ => None,
        }
    }

    /// The JSON object at `url`, which must be of one of these types and say that it belongs there;
    /// before 1.1 documents said neither.
    pub fn described(
        &self,
        url: &str,
        purpose: Purpose,
        types: &[&str],
    ) -> Result<Members, Reason> {
        let body = self.body(url, purpose)?;
        let members = self.object(body).ok_or_else(|| Reason::MalformedDocument {
            url: url.to_owned(),
        })?;
        let stated = crate::credential::types(&members);
        let fits = |kind: &String| types.iter().any(|name| is_named(kind, name));
        if !stated.is_empty() && !stated.iter().any(fits) {
            return Err(Reason::MalformedDocument {
                url: url.to_owned(),
            });
        }
        match members.get("id") {
            None => Ok(members),
            Some(Value::String(id)) if is_same(id, url) => Ok(members),
            Some(id) => Err(Reason::NotItsAddress {
                url: url.to_owned(),
                id: id.as_str().unwrap_or_default().to_owned(),
            }),
        }
    }

    /// The badge class of a badge, in place of its address.
    pub fn fill_badge_class(&self, badge: &mut OpenBadge) -> Result<(), Reason> {
        if let Linked::At(url) = &badge.badge_class {
            let url = url.clone();
            let members = self.described(&url, Purpose::BadgeClass, &["BadgeClass"])?;
            let id = Some(url);
            badge.take_badge_class(Linked::Here { id, members });
        }
        Ok(())
    }

    /// The profile of a badge's issuer, from its own address even where the badge has it written
    /// out: anybody can write anybody's profile. Open Badges 0.5 has none.
    pub fn fill_issuer(&self, badge: &mut OpenBadge) -> Result<(), Reason> {
        if badge.names_origin_alone() {
            return Ok(());
        }
        let issuer = badge.issuer.id().ok_or(Reason::NoIssuer)?.to_owned();
        if WebAddress::parse(&issuer).is_none() {
            return Err(Reason::UnresolvableIssuer { issuer });
        }
        let types = ["Issuer", "Profile"];
        let members = self.described(&issuer, Purpose::IssuerProfile, &types)?;
        // Any other object would be a profile that restricts nothing.
        if !is_profile(&members) {
            return Err(Reason::MalformedDocument { url: issuer });
        }
        let id = Some(issuer);
        badge.issuer = Linked::Here { id, members };
        Ok(())
    }
}

/// Whether a document has what every profile has: a name (Open Badges 1.0, "IssuerOrganization"), or at
/// least, as other profiles of 2.0 may, an identifier and a type.
fn is_profile(members: &Members) -> bool {
    let has = |name: &str| members.contains_key(name);
    has("name") || (has("id") && has("type"))
}

/// What can be asked for at all.
fn address(url: &str) -> Result<&str, Reason> {
    let is_address = WebAddress::parse(url).is_some();
    is_address.then_some(url).ok_or(Reason::NoAddress)
}
