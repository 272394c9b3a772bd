//! Electronic seals.

use super::{list, shortened};
use crate::reason::Reason;

/// What to do about a seal.
pub(super) const NEXT_STEP: &str = "Have the seal checked by the European Commission's viewer of European Digital Credentials, on the Europass website.";

/// What is said of a seal; None for other reasons.
pub(super) fn seal(reason: &Reason) -> Option<String> {
    let Reason::UncheckedSeal { algorithms } = reason else {
        return None;
    };
    let algorithms: Vec<String> = algorithms.iter().take(8).map(|it| shortened(it)).collect();
    Some(format!(
        "It is in an electronic seal (JAdES, {}), which we can't check: neither whether the seal is intact nor whose it is.",
        list(&algorithms)
    ))
}
