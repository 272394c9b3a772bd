//! Which sites an issuer hosts its badges at (Open Badges 2.0, "VerificationObject" and "HostedBadge
//! Verification").

use serde_json::{Map, Value};

use super::judgement::Answer;
use crate::credential::{Format, OpenBadge, object, strings};
use crate::reason::Reason;
use crate::report::Outcome;
use crate::web_address::WebAddress;

/// Whether `address`, which the assertion came from, is where the issuer's profile says that its
/// badges are.
///
/// The profile must have come from the issuer's own address.
pub(super) fn check(address: &WebAddress, badge: &OpenBadge) -> Answer {
    let Some(issuer) = badge.issuer.id() else {
        return (Outcome::Unknown, Reason::NoIssuer);
    };
    let Some(site) = WebAddress::parse(issuer) else {
        let issuer = issuer.to_owned();
        return (Outcome::Unknown, Reason::UnresolvableIssuer { issuer });
    };
    let strays = match Scope::of(badge.issuer.members()) {
        Some(scope) => (!scope.allows(address)).then_some((address.clone(), Outcome::Fail)),
        None => stray(address, badge, &site),
    };
    match strays {
        None => {
            let url = address.to_string();
            (Outcome::Pass, Reason::HostedByIssuer { url })
        }
        Some((stray, outcome)) => {
            let (url, issuer) = (stray.to_string(), issuer.to_owned());
            // Before 2.0 no rule said where an issuer's badges have to be.
            let outcome = match badge.format {
                Format::Ob1 => Outcome::Unknown,
                _ => outcome,
            };
            (outcome, Reason::HostedElsewhere { url, issuer })
        }
    }
}

/// Where a profile says nothing, the assertion and the badge class have to be on the issuer's own
/// origin. What is not, and how much that says: a site that moved to https is not a stranger's.
fn stray(
    address: &WebAddress,
    badge: &OpenBadge,
    site: &WebAddress,
) -> Option<(WebAddress, Outcome)> {
    // A badge class that is no web address is its assertion's alone.
    let badge_class = badge.badge_class.id().and_then(WebAddress::parse);
    let mut addresses = [Some(address.clone()), badge_class].into_iter().flatten();
    let stray = addresses.find(|address| !address.has_origin_of(site))?;
    let outcome = match stray.host() == site.host() {
        true => Outcome::Unknown,
        false => Outcome::Fail,
    };
    Some((stray, outcome))
}

/// What a profile says of its assertions' addresses: both restrictions hold where both are stated.
struct Scope<'a> {
    starts_with: Option<&'a Value>,
    allowed_origins: Option<&'a Value>,
}

impl<'a> Scope<'a> {
    /// None where it says nothing.
    fn of(profile: Option<&'a Map<String, Value>>) -> Option<Self> {
        let instructions = ["verification", "verify"]
            .iter()
            .find_map(|name| object(profile?.get(*name)))?;
        let scope = Self {
            starts_with: instructions.get("startsWith"),
            allowed_origins: instructions.get("allowedOrigins"),
        };
        (scope.starts_with.is_some() || scope.allowed_origins.is_some()).then_some(scope)
    }

    fn allows(&self, address: &WebAddress) -> bool {
        let begins = |prefix: &String| {
            WebAddress::parse(prefix).is_some_and(|prefix| address.starts_with(&prefix))
        };
        let is_host = |host: &String| host.eq_ignore_ascii_case(address.host());
        let (prefixes, hosts) = (self.starts_with, self.allowed_origins);
        (prefixes.is_none() || strings(prefixes).iter().any(begins))
            && (hosts.is_none() || strings(hosts).iter().any(is_host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn address(text: &str) -> WebAddress {
        WebAddress::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    fn is_allowed(verification: Value, text: &str) -> bool {
        let profile = json!({ "verification": verification });
        let scope = Scope::of(profile.as_object()).unwrap();
        scope.allows(&address(text))
    }

    #[test]
    fn without_instructions_the_issuers_own_origin() {
        for none in [
            Value::Null,
            json!({}),
            json!({"type": "VerificationObject"}),
        ] {
            let profile = json!({ "verification": none });
            assert!(Scope::of(profile.as_object()).is_none());
        }
        let site = address("https://issuer.example/profile");
        let badge = json!({"type": "Assertion", "badge": "https://issuer.example/class"});
        let badge = OpenBadge::read(badge.as_object().unwrap()).unwrap();
        let outcome = |text| stray(&address(text), &badge, &site).map(|(_, outcome)| outcome);
        for (text, expected) in [
            ("https://issuer.example/a", None),
            ("https://other.example/a", Some(Outcome::Fail)),
            ("http://issuer.example/a", Some(Outcome::Unknown)),
            ("https://issuer.example:8443/a", Some(Outcome::Unknown)),
        ] {
            assert_eq!(outcome(text), expected, "{text}");
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
