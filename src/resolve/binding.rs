//! From the signer to the key: whether an issuer, or a holder, stands behind a verification method.

use super::{ControlledDocument, Resolver, VerificationMethod};
use crate::reason::{IssuerMethod, Reason, Unobtained};

impl Resolver<'_> {
    /// Whether the signer stands behind `method`, which has made a good signature, and has listed it
    /// for this.
    ///
    /// # Errors
    /// The [`Reason`] why not, or why that could not be established: [`Reason::UnboundIssuer`] where
    /// nothing can be looked up under the signer's identifier, or says anything of the key.
    pub fn bind(&self, signer: &str, method: &VerificationMethod) -> Result<IssuerMethod, Reason> {
        if !method.is_for(self.relationship) || method.controller != method.document {
            return Err(Reason::KeyNotListed {
                method: method.id.clone(),
                controller: method.document.clone(),
            });
        }
        self.in_use(method)?;
        if signer == method.document {
            return Ok(method.listed_by);
        }
        if signer.starts_with("did:") {
            // Open Badges 3.0's recommended practice: the method's controller is the issuer.
            return Err(Reason::StrangersKey {
                issuer: signer.to_owned(),
                controller: method.controller.clone(),
            });
        }
        self.by_website(signer, method)
    }

    /// An https identifier's own document can list a method that stands elsewhere, or the same key, and
    /// so can the set of keys at its website.
    fn by_website(
        &self,
        signer: &str,
        method: &VerificationMethod,
    ) -> Result<IssuerMethod, Reason> {
        let unbound = Reason::UnboundIssuer {
            issuer: signer.to_owned(),
            controller: method.controller.clone(),
        };
        if !super::website::is_address(signer) {
            return Err(unbound);
        }
        let (document, set) = (self.controlled_document(signer), self.jwk_set(signer));
        let listings = [&document, &set].into_iter().flatten();
        let listings = listings.filter_map(|own| self.listing(own, method));
        let listings: Vec<_> = listings.collect();
        // One that lists it suffices, so that nothing is gained where the other can't be had.
        let mut good = listings.iter().filter(|listing| listing.is_ok());
        if let Some(listing) = good.next().or(listings.first()) {
            return listing.clone();
        }
        Err(match (document, set) {
            // Whoever has not been asked could still say that it is.
            (Err(open @ Reason::Unobtained { why, .. }), _) if !is_answer(why) => open,
            (_, Err(open @ Reason::Unobtained { why, .. })) if !is_answer(why) => open,
            // A document that is about keys, and not about this one.
            (Ok(_), _) => Reason::KeyNotListed {
                method: method.id.clone(),
                controller: signer.to_owned(),
            },
            // A website's set can be for other work than badges.
            _ => unbound,
        })
    }

    /// What a document of the signer's makes of a method that is not its own; None where it does not
    /// know it.
    fn listing(
        &self,
        document: &ControlledDocument,
        method: &VerificationMethod,
    ) -> Option<Result<IssuerMethod, Reason>> {
        let mut own = document.methods.iter();
        let same = own.find(|own| own.is_for(self.relationship) && own.has_key_of(method));
        if let Some(same) = same {
            return Some(self.in_use(same).map(|()| same.listed_by));
        }
        let is_referred_to = document.refers_to(&method.id, self.relationship);
        is_referred_to.then_some(Ok(IssuerMethod::ControllerDocument))
    }

    fn in_use(&self, method: &VerificationMethod) -> Result<(), Reason> {
        if let Some(at) = method.revoked.filter(|revoked| *revoked <= self.at) {
            return Err(Reason::KeyRevoked { at });
        }
        match method.expires.filter(|expires| *expires <= self.at) {
            Some(at) => Err(Reason::KeyExpired { at }),
            None => Ok(()),
        }
    }
}

/// Whether there was an answer, be it that nothing is there.
fn is_answer(why: Unobtained) -> bool {
    matches!(why, Unobtained::Status(_))
}
