//! Statements of a federation about its members, each a token (OpenID Federation 1.0, section 3).
//!
//! A federation's trust anchor is known by its address alone, so its keys are those that it serves
//! there itself, over https. The statement about itself has to be signed by one of them, and so has
//! every statement about a member; nothing of either is read before that.

use serde_json::{Map, Value};

use super::consultation::Consultation;
use crate::jose::{Jws, JwsError, JwsPart, is_media_type};
use crate::json;
use crate::key::{KeyError, jwk};
use crate::timestamp::Timestamp;
use crate::web_address::WebAddress;

type Members = Map<String, Value>;

/// Why a statement does not hold, or is not understood.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum StatementError {
    /// An algorithm with which nobody's signature can be verified, or that the key is not for.
    Algorithm {
        name: String,
    },
    /// A claim that is missing, or not as the standard has it.
    Claim {
        name: &'static str,
    },
    /// The header asks for what is not known.
    CriticalMembers {
        names: Vec<String>,
    },
    Expired {
        at: Timestamp,
    },
    /// It was issued after the time that is answered for.
    IssuedLater {
        at: Timestamp,
    },
    /// The key that it names cannot be used.
    Key(KeyError),
    /// Not a token.
    Jws(JwsError),
    /// It depends on a claim that is not evaluated here.
    NotUnderstood {
        claim: &'static str,
    },
    /// The key that it names did not sign it.
    Signature,
    /// Its issuer does not list the key that it names, or lists several of that name.
    UnknownKey,
    /// It is somebody else's statement.
    WrongIssuer {
        issuer: String,
    },
    /// It is about somebody else.
    WrongSubject {
        subject: String,
    },
    /// It does not say that it is an entity statement.
    WrongType {
        name: Option<String>,
    },
}

/// What a trust anchor says of itself, its signature verified.
#[derive(Clone, Debug)]
pub(super) struct EntityConfiguration {
    /// The anchor's identifier.
    issuer: String,
    keys: Vec<Members>,
    pub metadata: Members,
}

/// Whose statement it has to be, and about whom.
struct Expected<'a> {
    issuer: &'a str,
    subject: &'a str,
}

/// Claims that a statement about a member must not have, since they are for statements about oneself
/// (section 3.1.2).
const OF_CONFIGURATIONS: [&str; 5] = [
    "authority_hints",
    "trust_anchor_hints",
    "trust_mark_issuers",
    "trust_mark_owners",
    "trust_marks",
];
/// The reverse (section 3.1.3).
const OF_SUBORDINATES: [&str; 4] = [
    "constraints",
    "metadata_policy",
    "metadata_policy_crit",
    "source_endpoint",
];
/// Claims that could change what the metadata says, or demand to be understood.
const NOT_EVALUATED: [&str; 3] = ["crit", "metadata_policy", "metadata_policy_crit"];

impl EntityConfiguration {
    /// Verifies what stands at `url`, which is where the anchor's own statement has to be (section 9).
    pub fn verify(
        body: &[u8],
        url: &str,
        consultation: &Consultation<'_>,
    ) -> Result<Self, StatementError> {
        let (jws, claims) = read(body, consultation)?;
        let issuer = text(&claims, "iss")?;
        // Its address is made from its identifier.
        let base = issuer.strip_suffix('/').unwrap_or(issuer);
        let own = WebAddress::parse(&format!("{base}/.well-known/openid-federation"));
        if own.is_none() || own != WebAddress::parse(url) {
            return Err(StatementError::WrongIssuer {
                issuer: issuer.to_owned(),
            });
        }
        let expected = Expected {
            issuer,
            subject: issuer,
        };
        let keys = keys(&claims)?;
        check(&jws, &claims, &expected, &keys, consultation)?;
        refuse(&claims, &OF_SUBORDINATES)?;
        Ok(Self {
            issuer: issuer.to_owned(),
            metadata: object(&claims, "metadata")?.clone(),
            keys,
        })
    }

    /// Verifies the anchor's statement about `subject`, and returns the metadata in it.
    ///
    /// The keys that it may state for the subject are not used: whose key signed a badge, the
    /// issuer's own document says. Registries of badges' issuers leave them out, though the standard
    /// asks for them.
    pub fn verify_subordinate(
        &self,
        body: &[u8],
        subject: &str,
        consultation: &Consultation<'_>,
    ) -> Result<Members, StatementError> {
        let (jws, claims) = read(body, consultation)?;
        let expected = Expected {
            issuer: &self.issuer,
            subject,
        };
        check(&jws, &claims, &expected, &self.keys, consultation)?;
        refuse(&claims, &OF_CONFIGURATIONS)?;
        object(&claims, "metadata").cloned()
    }
}

/// The signature and what it is said to be over; nothing is verified yet.
fn read(body: &[u8], consultation: &Consultation<'_>) -> Result<(Jws, Members), StatementError> {
    let bounds = consultation.bounds();
    // What is no text has not the three parts of a token either.
    let token = std::str::from_utf8(body).unwrap_or_default().trim();
    let jws = Jws::parse(token, bounds).map_err(StatementError::Jws)?;
    let part = JwsPart::Payload;
    match json::parse(&jws.payload, bounds) {
        Ok(Value::Object(claims)) => Ok((jws, claims)),
        Ok(_) => Err(StatementError::Jws(JwsError::NotAnObject { part })),
        Err(error) => Err(StatementError::Jws(JwsError::Json { part, error })),
    }
}

/// OpenID Federation 1.0, section 3.2, "Entity Statement Validation".
fn check(
    jws: &Jws,
    claims: &Members,
    expected: &Expected<'_>,
    keys: &[Members],
    consultation: &Consultation<'_>,
) -> Result<(), StatementError> {
    let header = &jws.header;
    // 2. The type.
    if !matches!(&header.typ, Some(typ) if is_media_type(typ, "entity-statement+jwt")) {
        let name = header.typ.clone();
        return Err(StatementError::WrongType { name });
    }
    // 3. The algorithm, which is never `none`; and RFC 7515, section 4.1.11.
    let refused = || StatementError::Algorithm {
        name: header.alg.clone(),
    };
    let algorithm = header.algorithm().map_err(|_| refused())?;
    if !header.critical.is_empty() {
        let names = header.critical.clone();
        return Err(StatementError::CriticalMembers { names });
    }
    // 4. The subject.
    let subject = text(claims, "sub")?;
    if subject != expected.subject {
        let subject = subject.to_owned();
        return Err(StatementError::WrongSubject { subject });
    }
    // 5. The issuer. Step 7 is about the subject's own configuration, which DIDs do not have.
    let issuer = text(claims, "iss")?;
    if issuer != expected.issuer {
        let issuer = issuer.to_owned();
        return Err(StatementError::WrongIssuer { issuer });
    }
    // 8. Issued before now, and 9. not expired.
    let at = time(claims, "iat")?;
    if at > consultation.latest() {
        return Err(StatementError::IssuedLater { at });
    }
    let at = time(claims, "exp")?;
    if consultation.at >= at {
        return Err(StatementError::Expired { at });
    }
    // 12. The one key that `kid` names.
    let kid = header.kid.as_deref().filter(|kid| !kid.is_empty());
    let is_named = |key: &&Members| key.get("kid").and_then(Value::as_str) == kid;
    let mut named = keys.iter().filter(is_named);
    let (Some(_), Some(key), None) = (kid, named.next(), named.next()) else {
        return Err(StatementError::UnknownKey);
    };
    // 13. The signature.
    let key = jwk(key).map_err(StatementError::Key)?;
    if !key.takes(algorithm) {
        return Err(refused());
    }
    if !key.verifies(algorithm, jws.signing_input(), &jws.signature) {
        return Err(StatementError::Signature);
    }
    // 14. and following: nothing is passed over that could say otherwise.
    let unknown = NOT_EVALUATED
        .into_iter()
        .find(|name| claims.contains_key(*name));
    match unknown {
        Some(claim) => Err(StatementError::NotUnderstood { claim }),
        None => Ok(()),
    }
}

/// Step 10: a set of keys (RFC 7517, section 5).
fn keys(claims: &Members) -> Result<Vec<Members>, StatementError> {
    let keys = object(claims, "jwks")?
        .get("keys")
        .and_then(Value::as_array);
    let keys = keys.ok_or(StatementError::Claim { name: "jwks" })?;
    Ok(keys.iter().filter_map(Value::as_object).cloned().collect())
}

fn refuse(claims: &Members, names: &[&'static str]) -> Result<(), StatementError> {
    match names.iter().find(|name| claims.contains_key(**name)) {
        Some(name) => Err(StatementError::Claim { name }),
        None => Ok(()),
    }
}

fn text<'a>(claims: &'a Members, name: &'static str) -> Result<&'a str, StatementError> {
    let text = claims.get(name).and_then(Value::as_str);
    text.ok_or(StatementError::Claim { name })
}

fn object<'a>(claims: &'a Members, name: &'static str) -> Result<&'a Members, StatementError> {
    let object = claims.get(name).and_then(Value::as_object);
    object.ok_or(StatementError::Claim { name })
}

/// Seconds since 1970 (RFC 7519, section 2, "NumericDate").
fn time(claims: &Members, name: &'static str) -> Result<Timestamp, StatementError> {
    let seconds = claims.get(name).and_then(Value::as_f64);
    let time = seconds.and_then(Timestamp::from_numeric_date);
    time.ok_or(StatementError::Claim { name })
}
