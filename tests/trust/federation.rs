//! Registries that are federations (OpenID Federation 1.0): how they are asked, and what of their
//! answers is taken.

use assay::evidence::{Answer, Purpose, Unreachable};
use assay::key::{Algorithm, KeyKind};
use assay::trust::{NoAnswer, TrustReason};
use assay::{Outcome, Unobtained, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::made::{
    CONFIGURATION, Federation, LIST, NOW, badge, federation_entry, identity, list, no_answer,
    policy, report, report_on, respond, wants,
};

#[test]
fn a_statement_of_the_registry_says_who_the_issuer_is() {
    for (kind, algorithm) in [
        (KeyKind::P256, Algorithm::Es256),
        (KeyKind::Ed25519, Algorithm::EdDsa),
        (KeyKind::Rsa, Algorithm::Rs256),
    ] {
        let report = report(&Federation::with(kind, algorithm).evidence());
        assert_eq!(report.verdict, Verdict::Genuine);
        let [listing] = report.listings.as_slice() else {
            panic!("{:?}", report.listings);
        };
        assert_eq!(listing.registry, "Members");
        assert_eq!(listing.name, "Northfield University");
        let legal_name = listing.legal_name.as_deref();
        assert_eq!(legal_name, Some("Board of Northfield University"));
        assert_eq!(listing.url.as_deref(), Some("https://northfield.example"));
        let logo = listing.logo.as_deref();
        assert_eq!(logo, Some("data:image/png;base64,iVBORw0KGgo="));
        assert_eq!(wants(&report), []);
    }
}

/// One document at a time, each only once the one before it is there; the issuer is named to nobody
/// before the registry has shown its keys.
#[test]
fn is_asked_step_by_step() {
    let federation = Federation::new();
    let mut evidence = assay::Evidence::none();
    let asked = |evidence: &assay::Evidence| wants(&report(evidence));
    assert_eq!(asked(&evidence), [(LIST.into(), Purpose::KnownRegistries)]);
    respond(
        &mut evidence,
        LIST,
        &json!([federation_entry()]).to_string(),
    );
    let configuration = (CONFIGURATION.into(), Purpose::EntityConfiguration);
    assert_eq!(asked(&evidence), [configuration]);
    respond(
        &mut evidence,
        CONFIGURATION,
        &federation.configuration_token(),
    );
    let statement = (Federation::statement_url(), Purpose::EntityStatement);
    assert_eq!(asked(&evidence), [statement]);
    respond(
        &mut evidence,
        &Federation::statement_url(),
        &federation.statement_token(),
    );
    assert_eq!(asked(&evidence), []);
}

#[test]
fn nobody_is_asked_about_a_badge_that_is_not_known_to_be_its_issuers() {
    let mut altered = badge();
    altered["credentialSubject"]["achievement"]["name"] = json!("Surgery");
    let mut unsigned = badge();
    unsigned.as_object_mut().unwrap().remove("proof");
    for badge in [altered, unsigned] {
        let evidence = Federation::new().evidence();
        for evidence in [evidence, assay::Evidence::none()] {
            let report = report_on(&badge, &evidence, &policy());
            assert_eq!(report.listings, []);
            assert_eq!(wants(&report), []);
        }
    }
}

#[test]
fn what_the_registry_knows_nothing_of_is_not_listed() {
    let mut evidence = Federation::new().evidence();
    let body = br#"{"error": "not_found"}"#.to_vec();
    let answer = Answer::Response { status: 404, body };
    evidence.insert(Federation::statement_url(), answer);
    let registries = vec!["Members".to_owned()];
    let expected = (Outcome::Unknown, TrustReason::NotListed { registries });
    assert_eq!(identity(&report(&evidence)), expected);
}

#[test]
fn a_registry_that_cannot_be_asked_leaves_the_question_open() {
    let response = |status| Answer::Response {
        status,
        body: Vec::new(),
    };
    for (answer, why) in [
        (response(500), Unobtained::Status(500)),
        (response(410), Unobtained::Status(410)),
        (response(204), Unobtained::Status(204)),
        (Answer::Declined, Unobtained::Declined),
        (
            Answer::Unreachable(Unreachable::TimedOut),
            Unobtained::Unreachable(Unreachable::TimedOut),
        ),
    ] {
        for url in [LIST, CONFIGURATION, &Federation::statement_url()] {
            let mut evidence = Federation::new().evidence();
            evidence.insert(url, answer.clone());
            assert_eq!(no_answer(&evidence), NoAnswer::Unobtained(why), "{url}");
        }
    }
    // Only the registry's word on one issuer can be that there is none.
    for url in [LIST, CONFIGURATION] {
        let mut evidence = Federation::new().evidence();
        evidence.insert(url, response(404));
        let why = NoAnswer::Unobtained(Unobtained::Status(404));
        assert_eq!(no_answer(&evidence), why, "{url}");
    }
}

#[test]
fn what_the_standard_leaves_open_is_taken() {
    type Change = fn(&mut Federation);
    let cases: [(&str, Change); 5] = [
        ("an identifier with a stroke at its end", |it| {
            let id = json!("https://members.example/");
            it.configuration["iss"] = id.clone();
            it.configuration["sub"] = id.clone();
            it.statement["iss"] = id;
        }),
        ("keys of the subject's, which are not used", |it| {
            it.statement["jwks"] = json!({"keys": []});
        }),
        ("a media type in full", |it| {
            it.statement_header["typ"] = json!("application/entity-statement+jwt");
        }),
        ("a clock that is ahead by five minutes", |it| {
            it.statement["iat"] = json!(NOW + 300);
        }),
        ("a name to be shown to people", |it| {
            let names = &mut it.statement["metadata"]["federation_entity"];
            names["organization_name"] = Value::Null;
            names["display_name"] = json!("Northfield");
        }),
    ];
    for (what, change) in cases {
        let mut federation = Federation::new();
        change(&mut federation);
        assert_eq!(
            report(&federation.evidence()).verdict,
            Verdict::Genuine,
            "{what}"
        );
    }
}

/// The subject goes into the query whole, whatever it is made of.
#[test]
fn asks_for_the_very_issuer() {
    let did = "did:web:badges.example%3A8443:issuers:a+b&sub=x";
    let signer = Issuer::did_web("an issuer with a port", did);
    let mut federation = Federation::new();
    federation.configuration["metadata"]["federation_entity"]["federation_fetch_endpoint"] =
        json!("https://members.example/api?kind=issuer");
    let mut evidence = list(&json!([federation_entry()]));
    respond(
        &mut evidence,
        CONFIGURATION,
        &federation.configuration_token(),
    );
    let policy = policy();
    let lookup = assay::trust::look_up(signer.id(), &evidence, &policy, crate::support::now());
    let [want] = lookup.wants.as_slice() else {
        panic!("{:?}", lookup.wants);
    };
    assert_eq!(
        want.url,
        "https://members.example/api?kind=issuer&sub=\
         did%3Aweb%3Abadges.example%253A8443%3Aissuers%3Aa%2Bb%26sub%3Dx"
    );
    let long = format!("did:web:{}.example", "a".repeat(8000));
    let lookup = assay::trust::look_up(&long, &evidence, &policy, crate::support::now());
    assert_eq!(lookup.wants, []);
    let limit = policy.bounds.url_octets;
    assert_eq!(lookup.unanswered[0].why, NoAnswer::LongAddress { limit });
}
