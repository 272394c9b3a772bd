//! Credentials whose proof is a JSON Web Token around them (VC Data Model 1.1, section 6.3.1; Open
//! Badges 3.0, section 8.2; Securing Verifiable Credentials using JOSE and COSE, section 3.1).

use serde_json::{Map, Value};

use super::{
    Credential, DateClaim, Format, NotACredential, OpenBadge, Securing, Selection, StatusEntry,
    read_older, recognize, w3c,
};
use crate::jose::{Jws, TokenContent, TokenProfile, is_any};
use crate::timestamp::Timestamp;

type Members = Map<String, Value>;

/// A token around a credential; nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub jws: Jws,
    pub profile: TokenProfile,
    pub location: PayloadLocation,
    /// Those of [`REGISTERED`](Token::REGISTERED) that the payload states.
    pub claims: Members,
    /// Whether the payload has a `vc` or a `vp` beside the credential that was read.
    pub has_another: bool,
    /// What its holder chose to show of it, where the issuer left that open.
    pub selection: Option<Selection>,
}

/// Where in a token's payload the credential is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PayloadLocation {
    /// The payload is the credential, with registered claims among its members.
    TopLevel,
    /// The credential is in the `vc` claim.
    VcClaim,
}

impl Token {
    /// A token whose whole payload is the credential.
    pub(super) fn of_payload(jws: Jws, profile: TokenProfile, payload: &Members) -> Self {
        Self {
            jws,
            profile,
            location: PayloadLocation::TopLevel,
            claims: registered(payload),
            has_another: false,
            selection: None,
        }
    }

    /// The claims that repeat or add to what the credential says (RFC 7519, section 4.1).
    pub const REGISTERED: [&str; 6] = ["aud", "exp", "iss", "jti", "nbf", "sub"];

    /// What it is around, as its form says.
    #[must_use]
    pub fn content(&self) -> TokenContent {
        match self.selection {
            None => TokenContent::Credential,
            Some(_) => TokenContent::SelectiveCredential,
        }
    }

    /// A claim's point in time; its JSON where it is none.
    ///
    /// # Errors
    /// The value, where it is no number of seconds that falls within the years 1 to 9999.
    pub fn date(&self, name: &str) -> Option<Result<Timestamp, String>> {
        let value = self.claims.get(name)?;
        let seconds = value.as_f64();
        let time = seconds.and_then(Timestamp::from_numeric_date);
        Some(time.ok_or_else(|| value.to_string()))
    }
}

/// Reads the credential in a token's payload.
///
/// # Errors
/// [`NotACredential`] where the payload is something else.
pub fn read_token(jws: Jws, payload: Value) -> Result<Credential, NotACredential> {
    let Value::Object(mut payload) = payload else {
        return Err(NotACredential::NotAnObject);
    };
    if recognize(&payload).is_err() && OpenBadge::read(&payload).is_some() {
        let token = Token::of_payload(jws, TokenProfile::OpenBadges2, &payload);
        let securing = Securing::Token(Box::new(token));
        return read_older(payload, securing).ok_or(NotACredential::OtherJson);
    }
    let claims = registered(&payload);
    let top_level = recognize(&payload);
    let (location, mut document) = match (&top_level, payload.remove("vc")) {
        (Err(NotACredential::OtherJson), Some(Value::Object(document))) => {
            (PayloadLocation::VcClaim, document)
        }
        (_, vc) => {
            if vc.is_none() && top_level.is_err() && payload.contains_key("vp") {
                return Err(NotACredential::Presentation);
            }
            payload.extend(vc.map(|vc| ("vc".to_owned(), vc)));
            (PayloadLocation::TopLevel, payload.clone())
        }
    };
    let has_another = payload.contains_key("vc") || payload.contains_key("vp");
    let types = recognize(&document)?;
    let mut token = Token {
        jws,
        profile: TokenProfile::VcJoseCose,
        location,
        claims,
        has_another,
        selection: None,
    };
    if location == PayloadLocation::VcClaim {
        map_claims(&mut document, &token);
    }
    let mut credential = w3c(document, types);
    token.profile = profile(&token, credential.format);
    add_dates(&mut credential, &token);
    credential.claims.status.extend(status_claim(&payload));
    credential.securing = Securing::Token(Box::new(token));
    Ok(credential)
}

fn registered(payload: &Members) -> Members {
    let claim = |name: &&str| Some(((*name).to_owned(), payload.get(*name)?.clone()));
    Token::REGISTERED.iter().filter_map(claim).collect()
}

fn profile(token: &Token, format: Format) -> TokenProfile {
    let typ = token.jws.header.typ.as_deref().unwrap_or_default();
    match (token.location, format) {
        _ if is_any(typ, TokenContent::Credential.types()) => TokenProfile::VcJoseCose,
        (PayloadLocation::VcClaim, _) | (_, Format::Clr2 | Format::Ob3) => TokenProfile::VcJwt,
        (PayloadLocation::TopLevel, _) => TokenProfile::VcJoseCose,
    }
}

/// What the credential leaves to the claims (VC Data Model 1.1, section 6.3.1, "JWT Decoding").
///
/// The standard has the claim replace a member. A member that is there stays as it is, so that a
/// claim which says otherwise is seen.
fn map_claims(document: &mut Members, token: &Token) {
    let claim = |name| token.claims.get(name).filter(|claim| claim.is_string());
    // 1. and 3.
    for (name, member, newer) in [
        ("exp", "expirationDate", "validUntil"),
        ("nbf", "issuanceDate", "validFrom"),
    ] {
        if let Some(Ok(date)) = token.date(name)
            && !document.contains_key(newer)
        {
            let text = Value::String(date.to_string());
            document.entry(member).or_insert(text);
        }
    }
    // 2. 4. and 5.
    for (name, member) in [
        ("iss", "issuer"),
        ("jti", "id"),
        ("sub", "credentialSubject"),
    ] {
        let Some(claim) = claim(name) else { continue };
        let has_own_id = matches!(member, "issuer" | "credentialSubject");
        match document.get_mut(member) {
            None if member == "credentialSubject" => {}
            None => {
                document.insert(member.to_owned(), claim.clone());
            }
            Some(Value::Object(object)) if has_own_id => {
                object.entry("id").or_insert_with(|| claim.clone());
            }
            Some(_) => {}
        }
    }
}

/// The token's own dates count beside the credential's: whichever is stricter decides.
///
/// Open Badges 3.0 (section 8.2) has `exp` override the credential's own end, and vc-jose-cose
/// (section 3.1) says that it is about the signature; neither lets a badge be good after it.
fn add_dates(credential: &mut Credential, token: &Token) {
    let claims = &mut credential.claims;
    for (name, dates) in [("exp", &mut claims.ends), ("nbf", &mut claims.starts)] {
        let Some(date) = token.date(name) else {
            continue;
        };
        let text = date.map_or_else(|json| json, |date| date.to_string());
        if !dates.iter().any(|known| known.text == text) {
            dates.push(DateClaim { member: name, text });
        }
    }
}

/// Each way of asking that the claim `status` names is an entry of its own (Token Status List, section
/// 6.1).
pub(super) fn status_claim(payload: &Members) -> Vec<StatusEntry> {
    let entry = |(name, method): (&String, &Value)| StatusEntry {
        id: method.get("uri").and_then(Value::as_str).map(str::to_owned),
        types: vec![name.clone()],
        members: method.as_object().cloned().unwrap_or_default(),
    };
    match payload.get("status") {
        None => Vec::new(),
        Some(Value::Object(methods)) => methods.iter().map(entry).collect(),
        Some(_) => vec![StatusEntry::default()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Bounds;
    use serde_json::json;

    /// A token that nobody signed.
    fn read(payload: Value) -> Result<Credential, NotACredential> {
        let jws = Jws::parse("eyJhbGciOiJFUzI1NiJ9..", &Bounds::default()).unwrap();
        read_token(jws, payload)
    }

    fn token(credential: &Credential) -> &Token {
        match &credential.securing {
            Securing::Token(token) => token,
            _ => panic!("a token"),
        }
    }

    #[test]
    fn claims_fill_in_what_the_credential_leaves_out() {
        let credential = read(json!({
            "iss": "did:example:issuer", "sub": "did:example:subject", "jti": "urn:example:1",
            "nbf": 1_262_304_000, "exp": 1_577_836_800.5,
            "vc": {"type": ["VerifiableCredential"], "credentialSubject": {"a": 1}},
        }))
        .unwrap();
        assert_eq!(
            Value::Object(Map::clone(&credential.document)),
            json!({
                "type": ["VerifiableCredential"],
                "id": "urn:example:1",
                "issuer": "did:example:issuer",
                "issuanceDate": "2010-01-01T00:00:00Z",
                "expirationDate": "2020-01-01T00:00:00.5Z",
                "credentialSubject": {"a": 1, "id": "did:example:subject"},
            })
        );
        assert_eq!(token(&credential).profile, TokenProfile::VcJwt);
        assert_eq!(token(&credential).location, PayloadLocation::VcClaim);
        assert_eq!(credential.claims.ends.len(), 1);
    }

    #[test]
    fn a_member_that_is_there_stays_beside_the_claim() {
        let credential = read(json!({
            "iss": "did:example:other", "exp": 1_577_836_800,
            "vc": {
                "type": "VerifiableCredential", "credentialSubject": {},
                "issuer": {"id": "did:example:issuer"}, "expirationDate": "2030-01-01T00:00:00Z",
            },
        }))
        .unwrap();
        let issuer = credential.claims.issuer.id.as_deref();
        assert_eq!(issuer, Some("did:example:issuer"));
        let ends = &credential.claims.ends;
        let ends: Vec<_> = ends
            .iter()
            .map(|end| (end.member, end.text.as_str()))
            .collect();
        assert_eq!(
            ends,
            [
                ("expirationDate", "2030-01-01T00:00:00Z"),
                ("exp", "2020-01-01T00:00:00Z")
            ]
        );
    }

    #[test]
    fn a_date_that_is_none_is_kept() {
        for wrong in [json!("2020-01-01T00:00:00Z"), json!(1e300), json!([1])] {
            let text = wrong.to_string();
            let credential = read(json!({
                "exp": wrong, "type": "VerifiableCredential", "credentialSubject": {},
            }))
            .unwrap();
            assert_eq!(
                credential.claims.ends,
                [DateClaim {
                    member: "exp",
                    text
                }]
            );
        }
    }

    #[test]
    fn a_second_credential_in_the_payload_is_seen() {
        for (payload, location) in [
            (
                json!({"type": "VerifiableCredential", "vc": "oops"}),
                PayloadLocation::TopLevel,
            ),
            (
                json!({"type": "VerifiableCredential", "vc": {"type": "VerifiableCredential"}}),
                PayloadLocation::TopLevel,
            ),
            (
                json!({"vp": {}, "vc": {"type": "VerifiableCredential"}}),
                PayloadLocation::VcClaim,
            ),
        ] {
            let credential = read(payload).unwrap();
            assert!(token(&credential).has_another);
            assert_eq!(token(&credential).location, location);
        }
    }

    #[test]
    fn tells_what_else_a_token_holds() {
        for (payload, expected) in [
            (json!([]), NotACredential::NotAnObject),
            (json!({"sub": "somebody"}), NotACredential::OtherJson),
            (json!({"vp": {}}), NotACredential::Presentation),
            (
                json!({"type": "VerifiablePresentation"}),
                NotACredential::Presentation,
            ),
        ] {
            assert_eq!(read(payload).unwrap_err(), expected);
        }
    }
}
