//! Nobody supplies a registry by hand: it would be whoever made the file who says who an issuer is.

use assay::evidence::{Answer, Provenance, Purpose, Source};
use assay::present::english;
use assay::trust::RegistrySource;
use assay::{Evidence, Policy, Question, Verdict};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::made::{
    CONFIGURATION, Federation, LEGACY, LIST, add, badge, federation_entry, issuer, legacy_entry,
    legacy_registry, policy, report, report_on, wants,
};

const OWN: &str = "https://lists.example/issuers.json";

fn attach(evidence: &mut Evidence, url: &str, body: Vec<u8>) {
    let provenance = Provenance {
        source: Source::Attached,
        at: None,
    };
    evidence.insert_from(url, Answer::Response { status: 200, body }, provenance);
}

fn attach_json(evidence: &mut Evidence, url: &str, body: &Value) {
    attach(evidence, url, body.to_string().into_bytes());
}

/// A list and a registry that whoever signed the badge wrote themselves.
#[test]
fn a_forged_list_that_is_supplied_by_hand_makes_nobody_known() {
    let mut evidence = Evidence::none();
    attach_json(&mut evidence, LIST, &json!([legacy_entry()]));
    attach_json(&mut evidence, LEGACY, &legacy_registry());
    let report = report(&evidence);
    assert_eq!(report.verdict, Verdict::Unlisted);
    let check = report.checks.get(Question::IssuerIdentity);
    assert_eq!(check.reason.code(), "supplied-by-hand");
    assert_eq!(
        english::detail(check),
        "What you supplied in place of digitalcredentials.github.io doesn't count: only its own site's word does."
    );
    assert_eq!(
        english::next_step(&check.reason).as_deref(),
        Some("Allow the request to find out.")
    );
    // The list's own host can still be asked; and the report rests on nothing that doesn't count.
    assert_eq!(wants(&report), [(LIST.into(), Purpose::KnownRegistries)]);
    assert_eq!(report.evidence, []);
}

/// The page's or company's own list too.
#[test]
fn nor_does_a_list_of_the_pages_own() {
    let own = json!({"name": "Own", "issuers": [{"id": issuer().id(), "name": "Northfield"}]});
    let policy = Policy {
        registry_sources: vec![RegistrySource::Registry { url: OWN.into() }],
        ..Policy::default()
    };
    let mut evidence = Evidence::none();
    add(&mut evidence, OWN, &own);
    let fetched = report_on(&badge(), &evidence, &policy);
    assert_eq!(fetched.verdict, Verdict::Genuine);
    attach_json(&mut evidence, OWN, &own);
    let attached = report_on(&badge(), &evidence, &policy);
    assert_eq!(attached.verdict, Verdict::Unlisted);
}

#[test]
fn which_documents_can_be_supplied_by_hand() {
    for (purpose, expected) in [
        (Purpose::DidDocument, true),
        (Purpose::StatusList, true),
        (Purpose::Assertion, true),
        (Purpose::KnownRegistries, false),
        (Purpose::Registry, false),
        (Purpose::EntityConfiguration, false),
        (Purpose::EntityStatement, false),
    ] {
        assert_eq!(purpose.can_be_attached(), expected, "{}", purpose.code());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    /// Whichever of a registry's documents come from somebody's hand, the verdict and whom the
    /// registries list are as if they were not there.
    #[test]
    fn what_is_supplied_by_hand_is_as_if_it_were_not_there(
        by_hand in prop::array::uniform4(any::<bool>()),
    ) {
        let federation = Federation::new();
        let bodies = [
            (LIST.to_owned(), json!([federation_entry(), legacy_entry()]).to_string()),
            (LEGACY.to_owned(), legacy_registry().to_string()),
            (CONFIGURATION.to_owned(), federation.configuration_token()),
            (Federation::statement_url(), federation.statement_token()),
        ];
        let (mut with, mut without) = (Evidence::none(), Evidence::none());
        for ((url, body), by_hand) in bodies.into_iter().zip(by_hand) {
            let body = body.into_bytes();
            if by_hand {
                attach(&mut with, &url, body);
            } else {
                let answer = Answer::Response { status: 200, body };
                with.insert(url.clone(), answer.clone());
                without.insert(url, answer);
            }
        }
        let policy = policy();
        let [with, without] = [with, without].map(|it| report_on(&badge(), &it, &policy));
        prop_assert_eq!(with.verdict, without.verdict);
        prop_assert_eq!(with.listings, without.listings);
        prop_assert_eq!(with.wants, without.wants);
        prop_assert_eq!(with.evidence, without.evidence);
    }
}
