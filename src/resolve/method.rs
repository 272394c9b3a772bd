//! One key, as the document of its controller lists it (Controlled Identifiers 1.0, section 2.2).

use crate::key::multikey::to_multikey;
use crate::key::{KeyError, PublicKey};
use crate::reason::IssuerMethod;
use crate::timestamp::Timestamp;

/// What a controller can list a key for (Controlled Identifiers 1.0, section 2.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Relationship {
    /// To state something, as an issuer does.
    AssertionMethod,
    /// To show who one is, as a holder does.
    Authentication,
}

impl Relationship {
    pub(super) const ALL: [Self; 2] = [Self::AssertionMethod, Self::Authentication];

    /// The member that lists the keys, which is the purpose of proofs made with them too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AssertionMethod => "assertionMethod",
            Self::Authentication => "authentication",
        }
    }
}

/// One key, and what its document says of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct VerificationMethod {
    pub id: String,
    /// Who controls the key, as the method says.
    pub controller: String,
    /// The document that it was found in.
    pub document: String,
    /// What kind of document that is.
    pub listed_by: IssuerMethod,
    pub key: Result<PublicKey, KeyError>,
    /// Whether the document lists it under `assertionMethod`.
    pub for_assertions: bool,
    /// Whether the document lists it under `authentication`.
    pub for_authentication: bool,
    pub revoked: Option<Timestamp>,
    pub expires: Option<Timestamp>,
}

impl VerificationMethod {
    /// The method `id` of a DID that is made of its key alone.
    pub(super) fn of_did(id: String, did: &str, listed_by: IssuerMethod, key: PublicKey) -> Self {
        Self {
            id,
            controller: did.to_owned(),
            document: did.to_owned(),
            listed_by,
            key: Ok(key),
            for_assertions: true,
            for_authentication: true,
            revoked: None,
            expires: None,
        }
    }

    /// Whether the document lists it for this.
    #[must_use]
    pub fn is_for(&self, relationship: Relationship) -> bool {
        match relationship {
            Relationship::AssertionMethod => self.for_assertions,
            Relationship::Authentication => self.for_authentication,
        }
    }

    /// Whether both are for the same key, whatever they say of its use besides.
    #[must_use]
    pub fn has_key_of(&self, other: &Self) -> bool {
        other.key.as_ref().is_ok_and(|key| self.is_for_key(key))
    }

    /// Whether it is for this very key.
    #[must_use]
    pub fn is_for_key(&self, key: &PublicKey) -> bool {
        let own = self.key.as_ref().map(to_multikey);
        own.is_ok_and(|own| own == to_multikey(key))
    }
}
