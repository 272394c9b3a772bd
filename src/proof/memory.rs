//! Signatures of one document that were verified before.
//!
//! A document is judged again whenever more is known of its issuer or its status. Whether a key made a
//! signature depends on nothing of that, and takes longest.

use std::cell::RefCell;
use std::rc::Rc;

use super::SignatureValid;
use crate::key::PublicKey;
use crate::policy::Bounds;
use crate::reason::Reason;

/// What the signatures of one document came to, each with the last key that it was tried with.
///
/// It belongs to a document that never changes; copies share it.
#[derive(Clone, Debug, Default)]
pub struct SignatureMemory(Rc<RefCell<Vec<Remembered>>>);

/// Which signature of a document is meant.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SignatureOf {
    /// The proof at this place in the document's list, verified within these bounds.
    Proof { place: usize, bounds: Box<Bounds> },
    /// The token around the document.
    Token,
}

#[derive(Debug)]
struct Remembered {
    which: SignatureOf,
    key: PublicKey,
    outcome: Result<SignatureValid, Reason>,
}

impl SignatureMemory {
    /// What `verify` gives, which is asked only where this signature was not verified with this key
    /// before.
    ///
    /// # Errors
    /// Those of `verify`.
    pub fn outcome(
        &self,
        which: SignatureOf,
        key: &PublicKey,
        verify: impl FnOnce() -> Result<SignatureValid, Reason>,
    ) -> Result<SignatureValid, Reason> {
        let is_known = |it: &&Remembered| it.which == which && it.key == *key;
        if let Some(known) = self.0.borrow().iter().find(is_known) {
            return known.outcome.clone();
        }
        let outcome = verify();
        let mut remembered = self.0.borrow_mut();
        remembered.retain(|it| it.which != which);
        remembered.push(Remembered {
            which,
            key: key.clone(),
            outcome: outcome.clone(),
        });
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::multikey;

    const KEYS: [&str; 2] = [
        "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        "z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH",
    ];

    /// Which of several questions were answered by verifying.
    #[test]
    fn a_signature_is_verified_once_with_each_key_in_a_row() {
        let memory = SignatureMemory::default();
        let [one, other] = KEYS.map(|key| multikey(key).unwrap());
        let proof = |place| SignatureOf::Proof {
            place,
            bounds: Box::default(),
        };
        let verified = [
            (proof(0), &one),
            (proof(0), &one),
            (proof(1), &one),
            (SignatureOf::Token, &one),
            (proof(0), &one),
            (proof(0), &other),
            (proof(0), &one),
        ]
        .map(|(which, key)| {
            let mut asked = false;
            let outcome = memory.outcome(which, key, || {
                asked = true;
                Err(Reason::NoProof)
            });
            assert_eq!(outcome, Err(Reason::NoProof));
            asked
        });
        assert_eq!(verified, [true, false, true, true, false, true, true]);
    }

    #[test]
    fn copies_share_what_they_remember() {
        let memory = SignatureMemory::default();
        let key = multikey(KEYS[1]).unwrap();
        let _ = memory.outcome(SignatureOf::Token, &key, || Err(Reason::NoIssuer));
        let known = memory
            .clone()
            .outcome(SignatureOf::Token, &key, || unreachable!());
        assert_eq!(known, Err(Reason::NoIssuer));
    }
}
