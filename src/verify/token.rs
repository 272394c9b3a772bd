//! Is a token unaltered, and did who it names sign it: a credential's issuer, or a presentation's
//! holder?
//!
//! A token can name its key (`kid`) and can bring it along (`jwk`). Neither says whose key it is: the
//! signer's own document does, and nothing else.

use super::judgement::{ESTABLISHED, Judgement, not_linked, refused, signer_key};
use crate::evidence::Evidence;
use crate::jose::{Jws, TokenProfile};
use crate::key::{PublicKey, jwk};
use crate::policy::Policy;
use crate::proof::{self, SignatureMemory, SignatureOf, SignatureValid};
use crate::reason::Reason;
use crate::report::Outcome;
use crate::resolve::{ControlledDocument, Relationship, Resolver, VerificationMethod};
use crate::timestamp::Timestamp;

/// A token, and who it says has signed it.
pub(super) struct SignedToken<'a> {
    pub jws: &'a Jws,
    pub profile: TokenProfile,
    /// What its signature came to before.
    pub memory: SignatureMemory,
    /// The identifier of the issuer or of the holder.
    pub signer: Option<&'a str>,
    pub relationship: Relationship,
}

/// Keys to try.
enum Keys {
    /// The one that the token names, wherever it is listed.
    Named(VerificationMethod),
    /// Those that the signer lists for this, since the token names none of them.
    Listed(Vec<VerificationMethod>),
    /// The one that the token brings along, and why it is not known to be the signer's.
    Brought(PublicKey, Reason),
}

/// Judges a token's signature and the key that made it.
pub(super) fn judge(
    signed: &SignedToken<'_>,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judgement {
    if let Err(reason) = proof::token_algorithm(signed.jws) {
        return Judgement::without_signature(refused(reason));
    }
    let resolver = Resolver::new(evidence, policy, signed.relationship, at);
    let limit = policy.bounds.proofs;
    let judgement = match signed.at_signers_address() {
        None => signed.by(signed.keys(&resolver), limit, &resolver),
        Some(url) => {
            let method = resolver.verification_method(url);
            let is_there = !matches!(method, Err(Reason::Unobtained { .. }));
            let own = signed.by(method.map(Keys::Named), limit, &resolver);
            // The same name can be one out of the website's set.
            let listed = signed.by(signed.keys(&resolver), limit, &resolver);
            let is_listed = own.rank() < ESTABLISHED && listed.rank() == ESTABLISHED;
            if is_listed || !is_there { listed } else { own }
        }
    };
    let is_settled = judgement.rank() == ESTABLISHED || judgement.integrity.0 == Outcome::Fail;
    let wants = match is_settled {
        true => Vec::new(),
        false => resolver.wants(),
    };
    Judgement { wants, ..judgement }
}

impl SignedToken<'_> {
    /// What these keys come to.
    fn by(&self, keys: Result<Keys, Reason>, limit: usize, resolver: &Resolver<'_>) -> Judgement {
        match keys {
            Err(reason) => self.unverified(reason),
            Ok(Keys::Named(method)) => match self.verified(method.key.clone()) {
                Ok(valid) => self.by_method(&valid, &method, resolver),
                Err(reason) => self.unverified(reason),
            },
            Ok(Keys::Listed(methods)) => self.by_one_of(&methods, limit, resolver),
            Ok(Keys::Brought(key, why)) => match self.verified(Ok(key)) {
                Ok(valid) => Judgement {
                    integrity: matches(&valid),
                    signer_key: not_linked(self.signer, &why),
                    ..self.unverified(why)
                },
                Err(reason) => Judgement::without_signature(refused(reason)),
            },
        }
    }

    fn keys(&self, resolver: &Resolver<'_>) -> Result<Keys, Reason> {
        let header = &self.jws.header;
        let brought = match &header.jwk {
            None => None,
            Some(key) => Some(jwk(key).map_err(Reason::UnsupportedKey)?),
        };
        // The signer's own identifier names no key of the signer's.
        let kid = header.kid.as_deref().filter(|kid| self.signer != Some(kid));
        if let Some(url) = kid.filter(|kid| kid.starts_with("did:")) {
            return resolver.verification_method(url).map(Keys::Named);
        }
        let signer = self.signer.ok_or(match self.relationship {
            Relationship::AssertionMethod => Reason::NoIssuer,
            Relationship::Authentication => Reason::NoHolder,
        })?;
        let document = resolver.signer_document(signer);
        let document = match (document, brought.clone()) {
            (Ok(document), _) => document,
            (Err(reason), Some(key)) => return Ok(Keys::Brought(key, reason)),
            (Err(reason), None) => return Err(reason),
        };
        if let Some(key) = brought {
            let mut methods = document.methods.iter();
            return Ok(match methods.find(|method| method.is_for_key(&key)) {
                Some(method) => Keys::Named(method.clone()),
                None => Keys::Brought(key, not_listed("jwk", signer)),
            });
        }
        Ok(match kid.and_then(|kid| named(&document, kid)) {
            Some(method) => Keys::Named(method),
            // RFC 7515, section 4.1.4: a hint, which may be another's name for the same key.
            None => Keys::Listed(document.methods),
        })
    }

    /// The `kid`, if it names a method in the document at the signer's own address (Securing Verifiable
    /// Credentials using JOSE and COSE 1.0, section 4.1).
    fn at_signers_address(&self) -> Option<&str> {
        let kid = self.jws.header.kid.as_deref()?;
        let (document, _) = kid.split_once('#')?;
        let is_signers = kid.starts_with("https:") && self.signer == Some(document);
        is_signers.then_some(kid)
    }

    fn verified(
        &self,
        key: Result<PublicKey, crate::key::KeyError>,
    ) -> Result<SignatureValid, Reason> {
        let key = key.map_err(Reason::UnsupportedKey)?;
        let verify = || proof::verify_token(self.jws, self.profile, &key);
        self.memory.outcome(SignatureOf::Token, &key, verify)
    }

    /// A signature by any of the keys that the signer lists is the signer's.
    fn by_one_of(
        &self,
        methods: &[VerificationMethod],
        limit: usize,
        resolver: &Resolver<'_>,
    ) -> Judgement {
        let signer = self.signer.unwrap_or_default();
        let listed = methods
            .iter()
            .filter(|method| method.is_for(self.relationship));
        let mut mismatch = None;
        for method in listed.take(limit) {
            match self.verified(method.key.clone()) {
                Ok(valid) => return self.by_method(&valid, method, resolver),
                Err(reason) => mismatch = Some(reason),
            }
        }
        // An identifier that is a key has no other: a signature that does not match is wrong.
        let is_a_key = signer.starts_with("did:key:") || signer.starts_with("did:jwk:");
        self.unverified(match (mismatch, &self.jws.header.kid) {
            (Some(mismatch), _) if is_a_key => mismatch,
            (_, Some(kid)) if kid != signer => not_listed(kid, signer),
            _ => Reason::UnnamedKey {
                signer: signer.to_owned(),
            },
        })
    }

    fn by_method(
        &self,
        valid: &SignatureValid,
        method: &VerificationMethod,
        resolver: &Resolver<'_>,
    ) -> Judgement {
        Judgement {
            integrity: matches(valid),
            signer_key: signer_key(self.signer, method, self.relationship, resolver),
            notes: valid.notes().to_vec(),
            wants: Vec::new(),
            proofs: Vec::new(),
        }
    }

    /// Neither is established, for this reason.
    fn unverified(&self, reason: Reason) -> Judgement {
        Judgement {
            signer_key: not_linked(self.signer, &reason),
            ..Judgement::without_signature(refused(reason))
        }
    }
}

fn matches(valid: &SignatureValid) -> (Outcome, Reason) {
    let mechanism = valid.mechanism();
    (Outcome::Pass, Reason::SignatureMatches { mechanism })
}

fn not_listed(method: &str, signer: &str) -> Reason {
    Reason::KeyNotListed {
        method: method.to_owned(),
        controller: signer.to_owned(),
    }
}

/// The one method that `kid` names: by its whole identifier, or by what follows `#` in it.
fn named(document: &ControlledDocument, kid: &str) -> Option<VerificationMethod> {
    let fragment = kid.strip_prefix('#').unwrap_or(kid);
    let is_named = |method: &&VerificationMethod| {
        let own = method.id.split_once('#').map(|(_, own)| own);
        method.id == kid || own == Some(fragment)
    };
    let mut methods = document.methods.iter().filter(is_named);
    methods.next().filter(|_| methods.next().is_none()).cloned()
}
