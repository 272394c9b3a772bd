//! Which sites an issuer hosts its badges at (Open Badges 2.0, "VerificationObject" and "HostedBadge
//! Verification").

use serde_json::{Map, Value};

use super::judgement::Answer;
use crate::credential::{Format, OpenBadge, object, strings};
use crate::reason::Reason;
use crate::report::Outcome;
use crate::web_address::WebAddress;

/// Whether `address` and the badge class are where the issuer's profile says that its badges are.
///
/// The profile must have come from the issuer's own address.
pub(super) fn check(address: &WebAddress, badge: &OpenBadge) -> Answer {
    let Some(issuer) = badge.issuer.id() else {
        return (Outcome::Unknown, Reason::NoIssuer);
    };
    let unresolvable = || Reason::UnresolvableIssuer {
        issuer: issuer.to_owned(),
    };
    let Some(site) = WebAddress::parse(issuer) else {
        return (Outcome::Unknown, unresolvable());
    };
    // A badge class that is no web address is its assertion's alone.
    let badge_class = badge.badge_class.id().and_then(WebAddress::parse);
    let profile = badge.issuer.members();
    let stray = [Some(address.clone()), badge_class]
        .into_iter()
        .flatten()
        .find(|address| !allows(profile, &site, address));
    match stray {
        None => {
            let url = address.to_string();
            (Outcome::Pass, Reason::HostedByIssuer { url })
        }
        Some(stray) => {
            let reason = Reason::HostedElsewhere {
                url: stray.to_string(),
                issuer: issuer.to_owned(),
            };
            // Before 2.0 no rule said where an issuer's badges have to be.
            match badge.format {
                Format::Ob1 => (Outcome::Unknown, reason),
                _ => (Outcome::Fail, reason),
            }
        }
    }
}

/// Both restrictions hold where both are stated; where neither is, the issuer's own origin is the
/// one allowed.
fn allows(profile: Option<&Map<String, Value>>, site: &WebAddress, address: &WebAddress) -> bool {
    let instructions = profile.and_then(|profile| {
        ["verification", "verify"]
            .iter()
            .find_map(|name| object(profile.get(*name)))
    });
    let stated = |name: &str| instructions.and_then(|it| it.get(name));
    let (prefixes, hosts) = (stated("startsWith"), stated("allowedOrigins"));
    if prefixes.is_none() && hosts.is_none() {
        return address.has_origin_of(site);
    }
    let begins = |prefix: &String| {
        WebAddress::parse(prefix).is_some_and(|prefix| address.starts_with(&prefix))
    };
    let is_hosted = |host: &String| host.eq_ignore_ascii_case(address.host());
    (prefixes.is_none() || strings(prefixes).iter().any(begins))
        && (hosts.is_none() || strings(hosts).iter().any(is_hosted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn is_allowed(verification: Value, address: &str) -> bool {
        let profile = json!({ "verification": verification });
        let site = WebAddress::parse("https://issuer.example/profile").unwrap();
        let address = WebAddress::parse(address).unwrap();
        allows(profile.as_object(), &site, &address)
    }

    #[test]
    fn without_instructions_the_issuers_own_origin() {
        for none in [
            Value::Null,
            json!({}),
            json!({"type": "VerificationObject"}),
        ] {
            assert!(is_allowed(none.clone(), "https://issuer.example/a"));
            assert!(!is_allowed(none.clone(), "https://other.example/a"));
            assert!(!is_allowed(none.clone(), "http://issuer.example/a"));
            assert!(!is_allowed(none, "https://issuer.example:8443/a"));
        }
    }

    #[test]
    fn one_of_several_prefixes() {
        let prefixes = json!({"startsWith": ["https://a.example/badges/", "https://b.example"]});
        assert!(is_allowed(prefixes.clone(), "https://a.example/badges/1"));
        assert!(is_allowed(
            prefixes.clone(),
            "https://B.example:443/anything"
        ));
        assert!(!is_allowed(prefixes.clone(), "https://a.example/other/1"));
        assert!(!is_allowed(
            prefixes.clone(),
            "https://b.example.evil.example/1"
        ));
        assert!(!is_allowed(prefixes, "https://issuer.example/1"));
    }

    #[test]
    fn one_of_several_hosts() {
        let hosts = json!({"allowedOrigins": ["a.example", "B.example"]});
        assert!(is_allowed(hosts.clone(), "https://a.example/1"));
        assert!(is_allowed(hosts.clone(), "https://b.example/1"));
        assert!(!is_allowed(hosts.clone(), "https://sub.a.example/1"));
        assert!(!is_allowed(hosts, "https://issuer.example/1"));
    }

    #[test]
    fn both_restrictions_where_both_are_stated() {
        let both = json!({"allowedOrigins": "a.example", "startsWith": "https://a.example/b/"});
        assert!(is_allowed(both.clone(), "https://a.example/b/1"));
        assert!(!is_allowed(both, "https://a.example/c/1"));
        let disjoint = json!({"allowedOrigins": "b.example", "startsWith": "https://a.example/"});
        assert!(!is_allowed(disjoint, "https://a.example/1"));
    }

    #[test]
    fn instructions_that_cannot_be_read_allow_nothing() {
        for wrong in [
            json!({"startsWith": []}),
            json!({"allowedOrigins": [7]}),
            json!({"startsWith": "/a"}),
        ] {
            assert!(!is_allowed(wrong, "https://issuer.example/a"));
        }
    }
}
