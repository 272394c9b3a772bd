//! Signed badges: a signature around the assertion, by a key that the issuer's profile lists (Open
//! Badges 2.0, "SignedBadge Verification").

use serde_json::{Map, Value};

use super::documents::Documents;
use super::judgement::{Answer, refused};
use super::open_badges::Findings;
use super::revocation_list;
use crate::credential::{Format, OpenBadge, Token, list, string};
use crate::evidence::Purpose;
use crate::key::{PublicKey, pem};
use crate::proof::{self, SignatureValid};
use crate::reason::{IssuerMethod, Reason};
use crate::report::Outcome;
use crate::timestamp::Timestamp;
use crate::web_address::is_same;

/// Judges a badge that `token` is around.
pub(super) fn judge(
    token: &Token,
    mut badge: OpenBadge,
    documents: &Documents<'_>,
    at: Timestamp,
) -> Findings {
    if let Err(reason) = proof::token_algorithm(&token.jws) {
        return unverified(&badge, reason);
    }
    // 3. The badge class and the issuer's profile.
    let filled = documents
        .fill_badge_class(&mut badge)
        .and_then(|()| documents.fill_issuer(&mut badge));
    if let Err(reason) = filled {
        return unverified(&badge, reason);
    }
    let signer = Signer {
        token,
        badge: &badge,
        documents,
        at,
    };
    match signer.signature() {
        Ok((valid, issuer_key)) => {
            let mechanism = valid.mechanism();
            // 7. The revocation list.
            let (status, note) = match issuer_key.0 {
                Outcome::Pass => revocation_list::check(&badge, documents),
                _ => (issuer_key.clone(), None),
            };
            Findings {
                claims: badge.claims(),
                integrity: (Outcome::Pass, Reason::AssertionSigned { mechanism }),
                issuer_key,
                status,
                notes: note.into_iter().collect(),
            }
        }
        Err(reason) => unverified(&badge, reason),
    }
}

fn unverified(badge: &OpenBadge, reason: Reason) -> Findings {
    let issuer_key = match &reason {
        Reason::KeyNotListed { .. } | Reason::KeyRevoked { .. } => (Outcome::Fail, reason.clone()),
        Reason::SignatureMismatch { .. } => (Outcome::Unknown, Reason::NoValidSignature),
        _ => (Outcome::Unknown, reason.clone()),
    };
    Findings {
        integrity: refused(reason.clone()),
        issuer_key,
        ..Findings::open(badge.claims(), reason)
    }
}

struct Signer<'a> {
    token: &'a Token,
    badge: &'a OpenBadge,
    documents: &'a Documents<'a>,
    at: Timestamp,
}

impl Signer<'_> {
    fn issuer(&self) -> &str {
        self.badge.issuer.id().unwrap_or_default()
    }

    fn not_listed(&self, key: &str) -> Reason {
        Reason::KeyNotListed {
            method: key.to_owned(),
            controller: self.issuer().to_owned(),
        }
    }

    /// The signature, and whether its key is the issuer's.
    fn signature(&self) -> Result<(SignatureValid, Answer), Reason> {
        let profile = self.badge.issuer.members();
        let listed = list(profile.and_then(|profile| profile.get("publicKey")));
        let named = self.named_key();
        if listed.is_empty()
            && self.badge.format == Format::Ob1
            && let Some(url) = &named
        {
            return self.by_key_at(url);
        }
        // 4. Keys that the profile links to; of these the one that the assertion names, if it does.
        let is_named = |key: &&Value| match (&named, id(key)) {
            (None, _) => true,
            (Some(named), Some(id)) => is_same(named, &id),
            (Some(_), None) => false,
        };
        let keys: Vec<&Value> = listed.into_iter().filter(is_named).collect();
        if keys.is_empty() {
            return Err(match &named {
                Some(named) => self.not_listed(named),
                None => Reason::UnnamedKey {
                    signer: self.issuer().to_owned(),
                },
            });
        }
        // 5. and 6. Each of them is tried; while one is missing, the others' mismatch settles nothing.
        let mut mismatch = None;
        let mut missing = None;
        for key in keys.into_iter().take(self.documents.bounds.proofs) {
            match self.key(key).and_then(|key| self.verified(&key)) {
                Ok(valid) => {
                    self.documents.forget(Purpose::Key);
                    let method = IssuerMethod::Profile;
                    return Ok((valid, (Outcome::Pass, Reason::KeyOfIssuer { method })));
                }
                Err(reason @ Reason::SignatureMismatch { .. }) => mismatch = Some(reason),
                Err(reason) => missing = missing.or(Some(reason)),
            }
        }
        let unnamed = Reason::UnnamedKey {
            signer: self.issuer().to_owned(),
        };
        Err(missing.or(mismatch).unwrap_or(unnamed))
    }

    /// The key that the assertion names: `creator`, or before 2.0 `url`.
    fn named_key(&self) -> Option<String> {
        let instructions = self.badge.instructions()?;
        let creator = list(instructions.get("creator")).first().copied();
        creator.and_then(id).or_else(|| match self.badge.format {
            Format::Ob1 => string(instructions, "url"),
            _ => None,
        })
    }

    /// Open Badges 1.x: whatever key the assertion names, in PEM at that address. Nothing links it to
    /// the issuer, which 2.0 calls a security hole ("From 1.1 to 2.0").
    fn by_key_at(&self, url: &str) -> Result<(SignatureValid, Answer), Reason> {
        let body = self.documents.body(url, Purpose::Key)?;
        let text = std::str::from_utf8(body).unwrap_or_default();
        let key = match self.documents.object(body) {
            Some(members) => public_key(&members),
            None => pem(text).map_err(Reason::UnsupportedKey),
        }?;
        let unbound = Reason::UnboundIssuer {
            issuer: self.issuer().to_owned(),
            controller: url.to_owned(),
        };
        Ok((self.verified(&key)?, (Outcome::Unknown, unbound)))
    }

    /// A key that the profile has written out, or names by its address; the latter must name the
    /// issuer as its owner in return.
    fn key(&self, listed: &Value) -> Result<PublicKey, Reason> {
        let (key, has_to_name_owner) = match listed {
            Value::Object(key) if key.contains_key("publicKeyPem") => (key.clone(), false),
            other => {
                let url = id(other).ok_or(Reason::NoAddress)?;
                let types = ["CryptographicKey", "Key"];
                (self.documents.described(&url, Purpose::Key, &types)?, true)
            }
        };
        let owner = list(key.get("owner")).first().copied().and_then(id);
        let is_issuers = match owner {
            Some(owner) => is_same(&owner, self.issuer()),
            None => !has_to_name_owner,
        };
        if !is_issuers {
            return Err(self.not_listed(&id(listed).unwrap_or_default()));
        }
        if let Some(revoked) = string(&key, "revoked") {
            let unread = |_| Reason::MalformedDocument {
                url: id(listed).unwrap_or_else(|| self.issuer().to_owned()),
            };
            let revoked = Timestamp::parse(&revoked).map_err(unread)?;
            if revoked <= self.at {
                return Err(Reason::KeyRevoked { at: revoked });
            }
        }
        public_key(&key)
    }

    fn verified(&self, key: &PublicKey) -> Result<SignatureValid, Reason> {
        proof::verify_token(&self.token.jws, self.token.profile, key)
    }
}

fn public_key(key: &Map<String, Value>) -> Result<PublicKey, Reason> {
    let text = string(key, "publicKeyPem").unwrap_or_default();
    pem(&text).map_err(Reason::UnsupportedKey)
}

/// The identifier of what is given by its address, or written out.
fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Object(members) => string(members, "id"),
        _ => None,
    }
}
