//! Open Badges 1.1, 1.0 and 0.5, as far as they differ from 2.0 (Open Badges 1.1; "Assertion
//! Specification Changes" for 0.5).

use super::open_badge::{Members, OpenBadge};
use super::read::{moment, objects, string, text};
use super::{Alignment, Claims, Identifier, ob2};

/// What the badge says; of a document that is not there, nothing.
pub(super) fn claims(badge: &OpenBadge) -> Claims {
    let assertion = &badge.assertion;
    let mut claims = ob2::claims(badge);
    // 1.0 has no `id`; its assertions are known by an identifier of their issuer's own.
    claims.id = claims.id.or_else(|| string(assertion, "uid"));
    if claims.subject.identifiers.is_empty() {
        claims.subject.identifiers = recipient(assertion).into_iter().collect();
    }
    claims.awarded_date = claims
        .awarded_date
        .or_else(|| moment(assertion, "issued_on"));
    if let (Some(achievement), Some(class)) = (&mut claims.achievement, badge.badge_class.members())
    {
        achievement.alignments = objects(class.get("alignment")).map(alignment).collect();
    }
    if let Some(issuer) = badge.issuer.members() {
        // 0.5
        let (url, email) = (string(issuer, "origin"), string(issuer, "contact"));
        claims.issuer.url = claims.issuer.url.or(url);
        claims.issuer.email = claims.issuer.email.or(email);
    }
    claims
}

/// 0.5: an e-mail address or its hash, with the salt beside it.
fn recipient(assertion: &Members) -> Option<Identifier> {
    let identity_hash = string(assertion, "recipient")?;
    Some(Identifier {
        identity_type: "emailAddress".into(),
        // No e-mail address that a hash could be taken for has a dollar sign and no at sign.
        hashed: identity_hash.contains('$') && !identity_hash.contains('@'),
        identity_hash,
        salt: string(assertion, "salt"),
    })
}

/// 1.x named an alignment's members as schema.org names everything's.
fn alignment(alignment: &Members) -> Alignment {
    Alignment {
        target_name: text(alignment, "targetName").or_else(|| text(alignment, "name")),
        target_url: string(alignment, "targetUrl").or_else(|| string(alignment, "url")),
        target_description: text(alignment, "targetDescription")
            .or_else(|| text(alignment, "description")),
        ..Alignment::default()
    }
}

/// 0.5: the origin that an issuer is known by, in place of an identifier.
pub(super) fn origin(issuer: &Members) -> Option<String> {
    string(issuer, "origin")
}
