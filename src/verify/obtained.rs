//! Which documents a report rests on: of all the evidence, what was wanted on the way to it.

use crate::evidence::{Evidence, Obtained, Request};

/// Judges with all the evidence, and names what of it was wanted.
///
/// What is wanted comes step by step, as for a driver that starts without evidence: each document may
/// lead to the next.
pub(super) fn with_evidence<R>(
    evidence: &Evidence,
    judge: impl Fn(&Evidence) -> R,
    wants: impl Fn(&R) -> &[Request],
) -> (R, Vec<Obtained>) {
    let mut used = Evidence::none();
    let mut obtained = Vec::new();
    loop {
        // Once all of it is in use, the report is the one on all of it.
        if used.len() == evidence.len() {
            return (judge(evidence), obtained);
        }
        let report = judge(&used);
        let before = used.len();
        for want in wants(&report) {
            if used.take_from(evidence, &want.url) {
                obtained.extend(evidence.obtained(want));
            }
        }
        if used.len() == before {
            return (judge(evidence), obtained);
        }
    }
}
