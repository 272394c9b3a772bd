//! Do we know who the issuer is?

use super::judgement::Answer;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::trust::{Lookup, TrustReason};

/// Passes where a registry that counts lists the issuer. No registry can say that it is nobody, so
/// nothing here ever fails.
///
/// `lookup` is None for a badge that is not known to be the issuer's.
pub(super) fn check(lookup: Option<&Lookup>) -> Answer {
    let Some(lookup) = lookup else {
        return (Outcome::Unknown, Reason::NoValidSignature);
    };
    if !lookup.listings.is_empty() {
        let registries = lookup.listings.iter();
        let registries = registries.map(|listing| listing.registry.clone());
        let registries = registries.collect();
        let reason = TrustReason::Listed { registries };
        return (Outcome::Pass, Reason::Trust(reason));
    }
    (Outcome::Unknown, Reason::Trust(not_known(lookup)))
}

fn not_known(lookup: &Lookup) -> TrustReason {
    let not_listed_in = lookup.not_listed_in.clone();
    if !lookup.unanswered.is_empty() {
        return TrustReason::Unanswered {
            not_listed_in,
            unanswered: lookup.unanswered.clone(),
        };
    }
    if !lookup.test_registries.is_empty() {
        let registries = lookup.test_registries.clone();
        return TrustReason::TestRegistryOnly { registries };
    }
    match not_listed_in.is_empty() {
        true => TrustReason::NoRegistry,
        false => TrustReason::NotListed {
            registries: not_listed_in,
        },
    }
}
