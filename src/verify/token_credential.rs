//! What the standards ask of a token around a credential, beside a signature that holds.

use serde_json::Value;

use super::judgement::{Judgement, refused};
use super::token::{self, SignedToken};
use crate::credential::{Claims, Credential, Format, PayloadLocation, Selection, Token};
use crate::evidence::Evidence;
use crate::jose::{KeyBinding, TokenProfile, is_media_type};
use crate::key::jwk;
use crate::note::Note;
use crate::policy::Policy;
use crate::proof::verify_token;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::resolve::Relationship;
use crate::timestamp::Timestamp;

const VC_1: &str = "https://www.w3.org/2018/credentials/v1";
const VC_2: &str = "https://www.w3.org/ns/credentials/v2";

/// Judges a credential in a token: the signature first, and what it is made over where it holds.
pub(super) fn judge(
    credential: &Credential,
    token: &Token,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judgement {
    let signed = SignedToken {
        jws: &token.jws,
        profile: token.profile,
        memory: credential.document.signatures().clone(),
        signer: credential.claims.issuer.id.as_deref(),
        relationship: Relationship::AssertionMethod,
    };
    let judgement = token::judge(&signed, evidence, policy, at);
    if judgement.integrity.0 != Outcome::Pass {
        return judgement;
    }
    match well_formed(credential, token).and_then(|()| selection(token)) {
        Ok(of_selection) => Judgement {
            notes: [judgement.notes, notes(credential, token), of_selection].concat(),
            ..judgement
        },
        Err(reason) => Judgement {
            integrity: refused(reason),
            ..judgement
        },
    }
}

fn well_formed(credential: &Credential, token: &Token) -> Result<(), Reason> {
    let wrong_type = |name| Reason::WrongTokenType { name };
    let header = &token.jws.header;
    header.is_typed_as(token.content()).map_err(wrong_type)?;
    if token.profile == TokenProfile::SdJwtVc {
        return Ok(());
    }
    let claims = &credential.claims;
    if !claims
        .types
        .iter()
        .any(|kind| kind == "VerifiableCredential")
    {
        return Err(wrong_type(claims.types.join(" ")));
    }
    place(credential, token)?;
    // vc-jose-cose 1.0, section 3.1.3: neither `vc` nor `vp` stands beside the credential.
    if token.has_another {
        let (claim, member) = ("vc", "type");
        return Err(Reason::ContradictingClaim { claim, member });
    }
    contradiction(claims, token).map_or(Ok(()), Err)
}

/// Open Badges 3.0, section 8.2: each version of the data model has its place in the payload. The tokens
/// of vc-jose-cose 1.0 have no `vc` claim (section 3.1.3).
fn place(credential: &Credential, token: &Token) -> Result<(), Reason> {
    let first = match credential.document.get("@context") {
        Some(Value::Array(contexts)) => contexts.first(),
        single => single,
    };
    let expected = match first.and_then(Value::as_str) {
        Some(VC_1) => PayloadLocation::VcClaim,
        Some(VC_2) => PayloadLocation::TopLevel,
        _ => return Err(Reason::MalformedContext),
    };
    let has_claims_place = token.profile == TokenProfile::VcJwt;
    match token.location {
        PayloadLocation::VcClaim if !has_claims_place => Err(Reason::MisplacedCredential),
        location if location == expected => Ok(()),
        _ => Err(Reason::MisplacedCredential),
    }
}

/// Open Badges 3.0, section 8.2.4: a claim and its member are equal where both are there.
fn contradiction(claims: &Claims, token: &Token) -> Option<Reason> {
    let pairs = [
        ("iss", "issuer", &claims.issuer.id),
        ("jti", "id", &claims.id),
        ("sub", "credentialSubject", &claims.subject.id),
    ];
    pairs.into_iter().find_map(|(claim, member, own)| {
        let stated = token.claims.get(claim)?;
        let own = own.as_deref()?;
        (stated.as_str() != Some(own)).then_some(Reason::ContradictingClaim { claim, member })
    })
}

/// Whether what was disclosed is what the issuer signed, and the holder's signature over the choice, if
/// there is one, holds (RFC 9901, section 7.3).
fn selection(token: &Token) -> Result<Vec<Note>, Reason> {
    let Some(selection) = &token.selection else {
        return Ok(Vec::new());
    };
    let withheld = selection.withheld.clone();
    let at_most = withheld.map_err(Reason::MalformedDisclosure)?;
    let left_out = (at_most > 0).then_some(Note::DetailsLeftOut { at_most });
    let signed = match &selection.key_binding {
        None => None,
        Some(binding) => Some(holder_signed(binding, selection, token.profile)?),
    };
    Ok(left_out.into_iter().chain(signed).collect())
}

fn holder_signed(
    binding: &KeyBinding,
    selection: &Selection,
    profile: TokenProfile,
) -> Result<Note, Reason> {
    let typ = binding.jws.header.typ.as_deref().unwrap_or_default();
    let key = selection
        .holder_key
        .as_ref()
        .filter(|_| is_media_type(typ, "kb+jwt"));
    let key = key.filter(|_| binding.is_of_these_disclosures);
    let key = key.ok_or(Reason::KeyBindingMismatch)?;
    let key = jwk(key).map_err(Reason::UnsupportedKey)?;
    match verify_token(&binding.jws, profile, &key) {
        Ok(_) => Ok(Note::HolderSigned),
        Err(Reason::SignatureMismatch { .. }) => Err(Reason::KeyBindingMismatch),
        Err(reason) => Err(reason),
    }
}

/// Where the standards differ, and what was passed over.
fn notes(credential: &Credential, token: &Token) -> Vec<Note> {
    let claims = &credential.claims;
    let mut notes = Vec::new();
    let ignored = &token.jws.header.ignored;
    if !ignored.is_empty() {
        let names = ignored.clone();
        notes.push(Note::HeaderIgnored { names });
    }
    if credential.document.contains_key("proof") {
        notes.push(Note::EmbeddedProofIgnored);
    }
    for (claim, dates) in [("nbf", &claims.starts), ("exp", &claims.ends)] {
        let Some(Ok(own)) = token.date(claim) else {
            continue;
        };
        let others = dates.iter().filter(|date| date.member != claim);
        let differs = |date: &crate::credential::DateClaim| {
            Timestamp::parse(&date.text).is_ok_and(|date| !is_same_second(date, own))
        };
        if others.into_iter().any(differs) {
            notes.push(Note::ClaimDiffers { claim });
        }
    }
    let audience = match token.claims.get("aud") {
        Some(Value::Array(audience)) => audience.iter().collect(),
        audience => Vec::from_iter(audience),
    };
    let audience = audience.into_iter().filter_map(Value::as_str);
    notes.extend(audience.map(|name| Note::MadeForDomain {
        domain: name.to_owned(),
    }));
    let is_badge = matches!(credential.format, Format::Clr2 | Format::Ob3)
        && token.profile == TokenProfile::VcJwt;
    let is_missing = |name: &&str| is_badge && !token.claims.contains_key(*name);
    let names = ["iss", "jti", "nbf", "sub"].into_iter();
    let names: Vec<_> = names.filter(is_missing).collect();
    if !names.is_empty() {
        notes.push(Note::ClaimsMissing { names });
    }
    notes
}

/// Claims are often cut to whole seconds.
fn is_same_second(one: Timestamp, other: Timestamp) -> bool {
    one.max(other) < one.min(other).plus_seconds(1)
}
