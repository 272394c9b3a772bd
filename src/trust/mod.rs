//! Registries of issuers: who says who an issuer is.
//!
//! A registry is at hand ([`Registry`]) or has to be asked for ([`RegistrySource`]); none is asked
//! before the badge is known to be the issuer's. A registry for tests never counts, and one that gave
//! no answer leaves the question open: only where every one has answered is an issuer not listed.

mod consultation;
mod federation;
mod known_registries;
mod legacy;
mod reason;
mod registry;
mod source;
mod statement;
mod test_registry;

pub(crate) use reason::foremost;
pub use reason::{NoAnswer, TrustReason, Unanswered};
pub use registry::{Entry, NotARegistry, Registry};
pub use source::RegistrySource;
pub use statement::StatementError;

use self::consultation::Consultation;
use crate::evidence::{Evidence, Purpose, Request};
use crate::policy::Policy;
use crate::report::Listing;
use crate::timestamp::Timestamp;

/// What registries know of an issuer.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Lookup {
    /// The entries that count.
    pub listings: Vec<Listing>,
    /// The test registries that list it.
    pub test_registries: Vec<String>,
    /// The registries that have answered and do not list it, test registries left out.
    pub not_listed_in: Vec<String>,
    /// The registries that gave no answer, test registries left out.
    pub unanswered: Vec<Unanswered>,
    /// The documents that could be asked for; none once a registry lists it.
    pub wants: Vec<Request>,
}

/// What one registry says of an issuer: its entry, or that there is none.
type Answer = Result<Option<Entry>, NoAnswer>;

/// Looks `issuer` up in each of the policy's registries, as far as the evidence goes.
///
/// The issuer's identifier is compared to the letter.
#[must_use]
pub fn look_up(issuer: &str, evidence: &Evidence, policy: &Policy, at: Timestamp) -> Lookup {
    let mut lookup = Lookup::default();
    for registry in &policy.registries {
        let entry = registry.entry(issuer).cloned();
        lookup.add(&registry.name, registry.test, Ok(entry));
    }
    for source in &policy.registry_sources {
        let consultation = Consultation::new(evidence, policy, at);
        match source {
            RegistrySource::KnownRegistries { url } => {
                known_registries::look_up(issuer, url, &consultation, &mut lookup);
            }
            RegistrySource::Registry { url } => match registry_at(url, &consultation) {
                Ok(registry) => {
                    let entry = registry.entry(issuer).cloned();
                    lookup.add(&registry.name, registry.test, Ok(entry));
                }
                Err(why) => lookup.add(url, false, Err(why)),
            },
        }
        lookup.wants.extend(consultation.wants());
    }
    // Who is known already need not be asked about.
    if !lookup.listings.is_empty() {
        lookup.wants.clear();
    }
    lookup
}

fn registry_at(url: &str, consultation: &Consultation<'_>) -> Result<Registry, NoAnswer> {
    let body = consultation.body(url, Purpose::Registry)?;
    Registry::parse(body).map_err(NoAnswer::NotARegistry)
}

impl Lookup {
    fn add(&mut self, registry: &str, is_test: bool, answer: Answer) {
        let registry = registry.to_owned();
        match answer {
            Ok(Some(_)) if is_test => self.test_registries.push(registry),
            _ if is_test => {}
            Ok(Some(entry)) => self.listings.push(Listing {
                registry,
                name: entry.name,
                legal_name: entry.legal_name,
                url: entry.url,
                logo: entry.logo,
            }),
            Ok(None) => self.not_listed_in.push(registry),
            Err(why) => self.unanswered.push(Unanswered { registry, why }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up_in(registries: Vec<Registry>, issuer: &str) -> Lookup {
        let policy = Policy {
            registries,
            ..Policy::default()
        };
        let at = Timestamp::from_unix_seconds(0).unwrap();
        look_up(issuer, &Evidence::none(), &policy, at)
    }

    fn registry(test: bool) -> Registry {
        let json = format!(
            r#"{{"name": "R", "test": {test}, "issuers": [{{"id": "did:web:a.example", "name": "A"}}]}}"#
        );
        Registry::parse(json.as_bytes()).unwrap()
    }

    #[test]
    fn finds_an_issuer_by_its_exact_identifier() {
        let lookup = look_up_in(vec![registry(false)], "did:web:a.example");
        assert_eq!(lookup.listings.len(), 1);
        for other in [
            "did:web:a.example.org",
            "did:web:A.example",
            "did:web:a.exampl",
            "",
        ] {
            let lookup = look_up_in(vec![registry(false)], other);
            assert_eq!(lookup.listings, []);
            assert_eq!(lookup.not_listed_in, ["R"]);
        }
    }

    #[test]
    fn a_test_registry_never_counts() {
        let lookup = look_up_in(vec![registry(true)], "did:web:a.example");
        let expected = Lookup {
            test_registries: vec!["R".into()],
            ..Lookup::default()
        };
        assert_eq!(lookup, expected);
        let lookup = look_up_in(vec![registry(true)], "did:web:b.example");
        assert_eq!(lookup, Lookup::default());
    }
}
