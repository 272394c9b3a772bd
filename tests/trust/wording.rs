//! What people read of registries: the name is the registry's, and an issuer whom none lists is an
//! open question and no warning.

use assay::carrier::{Carrier, Found};
use assay::evidence::{Answer, Purpose};
use assay::present::{Hallmark, Place, Stamp, Tone, english, report_json};
use assay::{Evidence, Question, Report, Verdict};
use serde_json::{Value, json};

use crate::made::{
    CONFIGURATION, Federation, LEGACY, LIST, OWN_NAME, add, federation_entry, issuer, legacy_entry,
    legacy_registry, list, report,
};

fn identity(report: &Report) -> String {
    english::detail(report.checks.get(Question::IssuerIdentity))
}

fn next_step(report: &Report) -> Option<String> {
    english::next_step(&report.checks.get(Question::IssuerIdentity).reason)
}

fn json(report: &Report) -> Value {
    let place = Place {
        file: "badge.json",
        carrier: Carrier::Json,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    serde_json::from_str(&report_json(&place, report)).unwrap()
}

#[test]
fn a_listed_issuer_goes_by_the_registrys_name_and_not_by_its_own() {
    let report = report(&Federation::new().evidence());
    let headline = english::headline(&report);
    assert_eq!(
        headline,
        "Genuine, from Northfield University, in force on 1 June 2026."
    );
    assert!(!headline.contains(OWN_NAME));
    assert_eq!(identity(&report), "Listed in Members.");
    assert_eq!(Tone::of_report(&report), Tone::Good);
}

/// A key and no more is all that it has shown, until a registry says more: on the card and in JSON.
#[test]
fn what_a_key_shows_is_said_only_where_no_registry_says_more() {
    let shown = |evidence: &Evidence| {
        let report = report(evidence);
        (english::identity(&report), json(&report)["issuer"].clone())
    };
    let (sentence, issuer) = shown(&Evidence::none());
    assert!(sentence.unwrap().contains("a key, and no more"));
    let said = issuer["identity"].as_str().unwrap();
    assert!(said.contains("a key, and no more"), "{said}");

    let (sentence, issuer) = shown(&Federation::new().evidence());
    assert_eq!(sentence, None);
    assert_eq!(issuer["identity"], Value::Null);
    assert_eq!(issuer["listed_in"], json!(["Members"]));
}

#[test]
fn an_unlisted_issuer_is_amber_and_goes_by_its_identifier() {
    let mut evidence = list(&json!([legacy_entry()]));
    add(&mut evidence, LEGACY, &json!({"registry": {}}));
    let report = report(&evidence);
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(Tone::of_report(&report), Tone::Open);
    assert_eq!(Hallmark::KnownIssuer.stamp(&report), Stamp::Outline);
    let headline = english::headline(&report);
    assert!(headline.contains(issuer().id()), "{headline}");
    assert!(!headline.contains(OWN_NAME), "{headline}");
    assert_eq!(
        identity(&report),
        "Not in the lists we checked: DCC Member Registry."
    );
}

#[test]
fn says_which_registries_could_not_be_asked() {
    let asked = report(&Evidence::none());
    assert_eq!(
        identity(&asked),
        "We haven't asked digitalcredentials.github.io yet."
    );
    assert_eq!(
        next_step(&asked).as_deref(),
        Some("Allow the request to find out.")
    );
    let mut evidence = list(&json!([legacy_entry(), federation_entry()]));
    add(&mut evidence, LEGACY, &json!({"registry": {}}));
    let both = report(&evidence);
    assert_eq!(
        identity(&both),
        "Not in the lists we checked: DCC Member Registry. We haven't asked Members yet."
    );
    evidence.insert(CONFIGURATION, Answer::Declined);
    assert!(identity(&report(&evidence)).ends_with("We were not allowed to ask Members."));
    evidence.insert(
        LIST,
        Answer::Response {
            status: 200,
            body: b"<html>".to_vec(),
        },
    );
    assert_eq!(
        identity(&report(&evidence)),
        "digitalcredentials.github.io answered in a form that we don't know."
    );
    let mut federation = Federation::new();
    federation.statement["sub"] = json!("did:web:somebody.example");
    assert_eq!(
        identity(&report(&federation.evidence())),
        "The answer of Members can't be used: it is about another issuer."
    );
}

#[test]
fn a_test_registry_is_called_one() {
    let entry = json!({"name": "DCC Sandbox Registry", "type": "dcc-legacy", "url": LEGACY});
    let mut evidence = list(&json!([entry]));
    add(&mut evidence, LEGACY, &legacy_registry());
    let report = report(&evidence);
    assert_eq!(
        identity(&report),
        "Only a test registry lists it (DCC Sandbox Registry), and those never count."
    );
    assert_eq!(Tone::of_report(&report), Tone::Open);
}

#[test]
fn each_document_has_its_purpose_and_its_question() {
    let host = "registry.example";
    for (purpose, code, words) in [
        (
            Purpose::KnownRegistries,
            "known-registries",
            "its list of registries of issuers",
        ),
        (Purpose::Registry, "registry", "its registry of issuers"),
        (
            Purpose::EntityConfiguration,
            "entity-configuration",
            "its registry's keys",
        ),
        (
            Purpose::EntityStatement,
            "entity-statement",
            "what its registry says of this issuer",
        ),
    ] {
        assert_eq!(purpose.code(), code);
        assert_eq!(
            english::consent::request(host, purpose),
            format!("To see who is behind a signature, we'd ask {host} for {words}.")
        );
    }
}

#[test]
fn the_report_has_what_registries_say() {
    let issuer = &json(&report(&Federation::new().evidence()))["issuer"];
    assert_eq!(issuer["name"], OWN_NAME);
    assert_eq!(issuer["listed_in"], json!(["Members"]));
    assert_eq!(
        issuer["listings"],
        json!([{
            "registry": "Members",
            "name": "Northfield University",
            "legal_name": "Board of Northfield University",
            "url": "https://northfield.example",
        }])
    );
}
