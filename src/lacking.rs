//! What a program without the feature `complete` leaves out it cannot judge, and says so here: it never
//! takes the place of a verdict. Another program with all of it has to judge then.
//!
//! Left out are keys on P-384 and secp256k1, RSA keys, keys in PEM, proofs of `bbs-2023`, and did:webvh.

use std::cell::Cell;

thread_local! {
    static IS_LACKING: Cell<bool> = const { Cell::new(false) };
}

/// Whether something was judged on this thread for which this program lacks what it takes. No report from
/// then on counts: what was found lacking once may be remembered, and is not looked for anew.
#[must_use]
pub fn is_lacking() -> bool {
    IS_LACKING.get()
}

/// Notes that the program lacks what it takes.
#[cfg(not(feature = "complete"))]
pub(crate) fn note() {
    IS_LACKING.set(true);
}
