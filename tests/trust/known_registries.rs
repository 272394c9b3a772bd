//! Lists of registries: each kind of registry in them, which ones are for tests, and what becomes of
//! a list that has changed its form.

use assay::evidence::{Answer, Purpose};
use assay::trust::{NoAnswer, RegistrySource, TrustReason, look_up};
use assay::{Evidence, Outcome, Policy, Unobtained, Verdict};
use serde_json::{Value, json};

use crate::made::{
    CONFIGURATION, Federation, LEGACY, LIST, add, badge, federation_entry, identity, issuer,
    legacy_entry, legacy_registry, list, no_answer, policy, report, report_on, respond, wants,
};
use crate::support::now;

#[test]
fn an_issuer_in_one_file_of_all_issuers() {
    let mut evidence = list(&json!([legacy_entry()]));
    assert_eq!(
        wants(&report(&evidence)),
        [(LEGACY.to_owned(), Purpose::Registry)]
    );
    add(&mut evidence, LEGACY, &legacy_registry());
    let report = report(&evidence);
    assert_eq!(report.verdict, Verdict::Genuine);
    assert_eq!(report.listings[0].registry, "DCC Member Registry");
    assert_eq!(report.listings[0].name, "Northfield University");
    assert_eq!(wants(&report), []);
}

#[test]
fn registries_that_list_others() {
    for registry in [
        json!({"registry": {}}),
        json!({"registry": {"did:key:z6Mk": {"name": "Another"}}}),
        json!({"registry": {issuer().id().to_uppercase(): {"name": "Another"}}}),
        json!({"registry": {format!("{} ", issuer().id()): {"name": "Another"}}}),
        json!({"registry": {issuer().id(): null}}),
    ] {
        let mut evidence = list(&json!([legacy_entry()]));
        add(&mut evidence, LEGACY, &registry);
        let registries = vec!["DCC Member Registry".to_owned()];
        let expected = (Outcome::Unknown, TrustReason::NotListed { registries });
        assert_eq!(identity(&report(&evidence)), expected, "{registry}");
    }
}

#[test]
fn registries_of_another_form_leave_the_question_open() {
    for body in [
        "",
        "<html>",
        "[]",
        "{}",
        r#"{"registry": []}"#,
        r#"{"registry": {"DID": []}}"#,
        r#"{"registry": {"DID": {"name": 7}}}"#,
        r#"{"registry": {"DID": {"name": " "}}}"#,
        r#"{"registry": {"DID": {"name": "A"}, "DID": {"name": "B"}}}"#,
        r#"{"registry": {"DID": {"name": "A"}}, "registry": {}}"#,
    ] {
        let mut evidence = list(&json!([legacy_entry()]));
        respond(&mut evidence, LEGACY, &body.replace("DID", issuer().id()));
        assert_eq!(no_answer(&evidence), NoAnswer::Malformed, "{body}");
    }
}

#[test]
fn lists_of_another_form_leave_the_question_open() {
    for body in [
        json!({"registries": []}),
        json!("registries"),
        json!(["DCC Member Registry"]),
        json!([{"type": "dcc-legacy", "url": LEGACY}]),
        json!([{"name": "", "type": "dcc-legacy", "url": LEGACY}]),
        json!([{"name": "DCC Member Registry", "url": LEGACY}]),
        json!([legacy_entry(), null]),
    ] {
        let mut evidence = list(&body);
        add(&mut evidence, LEGACY, &legacy_registry());
        assert_eq!(no_answer(&evidence), NoAnswer::Malformed, "{body}");
    }
    for entry in [
        json!({"name": "Members", "type": "dcc-legacy"}),
        json!({"name": "Members", "type": "dcc-legacy", "url": "http://members.example/r.json"}),
        json!({"name": "Members", "type": "dcc-legacy", "url": "https://"}),
        json!({"name": "Members", "type": "oidf", "url": CONFIGURATION}),
    ] {
        let evidence = list(&json!([entry]));
        assert_eq!(no_answer(&evidence), NoAnswer::NoAddress, "{entry}");
    }
    let name = "ebsi".to_owned();
    let evidence = list(&json!([{"name": "Members", "type": name}]));
    assert_eq!(no_answer(&evidence), NoAnswer::UnsupportedKind { name });
}

/// One entry that is not understood does no harm to the others.
#[test]
fn a_registry_that_counts_is_enough() {
    let mut evidence = list(&json!([
        {"name": "Of tomorrow", "type": "ebsi"},
        federation_entry(),
        legacy_entry(),
    ]));
    add(&mut evidence, LEGACY, &legacy_registry());
    let report = report(&evidence);
    assert_eq!(report.verdict, Verdict::Genuine);
    // Nor is anybody else told of the badge.
    assert_eq!(wants(&report), []);
}

/// An issuer is not listed only where every registry has answered.
#[test]
fn one_silent_registry_leaves_the_question_open() {
    let mut evidence = list(&json!([legacy_entry(), federation_entry()]));
    add(&mut evidence, LEGACY, &json!({"registry": {}}));
    evidence.insert(CONFIGURATION, Answer::Declined);
    let (outcome, reason) = identity(&report(&evidence));
    assert_eq!(outcome, Outcome::Unknown);
    let TrustReason::Unanswered {
        not_listed_in,
        unanswered,
    } = reason
    else {
        panic!("{reason:?}");
    };
    assert_eq!(not_listed_in, ["DCC Member Registry"]);
    assert_eq!(unanswered.len(), 1);
    assert_eq!(unanswered[0].registry, "Members");
    let declined = NoAnswer::Unobtained(Unobtained::Declined);
    assert_eq!(unanswered[0].why, declined);
}

/// By the list's own flag, the registry's name, any of its addresses, or what it says of itself.
#[test]
fn test_registries_never_count() {
    let at = |url: &str| json!({"name": "Members", "type": "dcc-legacy", "url": url});
    let mut flagged = legacy_entry();
    flagged["test"] = json!(true);
    let mut governed = legacy_entry();
    governed["governanceUrl"] = json!("https://staging.example/governance");
    for entry in [
        flagged,
        governed,
        json!({"name": "DCC Sandbox Registry", "type": "dcc-legacy", "url": LEGACY}),
        json!({"name": "Registry (TEST)", "type": "dcc-legacy", "url": LEGACY}),
        at("https://test.members.example/registry.json"),
        at("https://members.example/sandbox/registry.json"),
        at("https://members.example:8443/dev/registry.json"),
    ] {
        let url = entry["url"].as_str().unwrap().to_owned();
        let mut evidence = list(&json!([entry]));
        add(&mut evidence, &url, &legacy_registry());
        let report = report(&evidence);
        assert_eq!(report.verdict, Verdict::Unlisted, "{entry}");
        assert_eq!(report.listings, [], "{entry}");
        let registries = vec![entry["name"].as_str().unwrap().to_owned()];
        let expected = TrustReason::TestRegistryOnly { registries };
        assert_eq!(identity(&report), (Outcome::Unknown, expected), "{entry}");
    }
}

#[test]
fn a_federation_that_says_it_is_for_tests_does_not_count() {
    let cases: [fn(&mut Value); 2] = [
        |entity| entity["organization_name"] = json!("Digital Credentials Consortium (TEST)"),
        |entity| entity["federation_fetch_endpoint"] = json!("https://test.members.example/fetch"),
    ];
    for change in cases {
        let mut federation = Federation::new();
        change(&mut federation.configuration["metadata"]["federation_entity"]);
        let mut evidence = federation.evidence();
        let endpoint = &federation.configuration["metadata"]["federation_entity"];
        let endpoint = endpoint["federation_fetch_endpoint"].as_str().unwrap();
        let url = Federation::statement_url().replace("https://members.example/fetch", endpoint);
        evidence.remove(&Federation::statement_url());
        // It is not told whose badge is being checked.
        assert_eq!(wants(&report(&evidence)), []);
        respond(&mut evidence, &url, &federation.statement_token());
        let (outcome, reason) = identity(&report(&evidence));
        assert_eq!(outcome, Outcome::Unknown);
        assert!(
            matches!(reason, TrustReason::TestRegistryOnly { .. }),
            "{reason:?}"
        );
    }
}

/// They would be asked in vain; one file at the list's own host tells nobody anything new.
#[test]
fn no_other_host_is_asked_for_a_test_registry() {
    let sandbox = "https://digitalcredentials.github.io/sandbox-registry/registry.json";
    let evidence = list(&json!([
        {"name": "DCC Sandbox Registry", "type": "dcc-legacy", "url": sandbox},
        {"name": "MSP Registry", "type": "dcc-legacy",
         "url": "https://sandbox-issuer.myskillspocket.com/registry.json"},
        {"name": "Test Members", "type": "oidf", "trustAnchorEC": CONFIGURATION},
    ]));
    assert_eq!(
        wants(&report(&evidence)),
        [(sandbox.to_owned(), Purpose::Registry)]
    );
    assert_eq!(
        identity(&report(&evidence)),
        (Outcome::Unknown, TrustReason::NoRegistry)
    );
}

#[test]
fn as_many_registries_are_asked_as_a_list_may_have() {
    let entry = |number: usize| {
        let url = format!("https://registry-{number}.example/registry.json");
        json!({"name": format!("Registry {number}"), "type": "dcc-legacy", "url": url})
    };
    let limit = policy().bounds.registries;
    let entries: Vec<Value> = (0..=limit).map(entry).collect();
    let report = report(&list(&json!(entries)));
    assert_eq!(report.wants.len(), limit);
    let (_, TrustReason::Unanswered { unanswered, .. }) = identity(&report) else {
        panic!("{:?}", identity(&report));
    };
    assert_eq!(unanswered.len(), limit + 1);
    let last = unanswered.last().unwrap();
    assert_eq!(last.why, NoAnswer::BeyondLimit { limit });
}

/// The registries of such a list know DIDs.
#[test]
fn a_list_of_registries_of_dids_is_asked_for_no_other_identifiers() {
    for id in [
        "https://badges.example/issuers/1",
        "urn:uuid:1",
        "mailto:a@example.com",
    ] {
        let lookup = look_up(id, &Evidence::none(), &policy(), now());
        assert_eq!(lookup, assay::trust::Lookup::default(), "{id}");
    }
}

#[test]
fn a_registry_at_an_address_is_wanted_and_read_like_one_at_hand() {
    let url = "https://partners.example/registry.json".to_owned();
    let policy = Policy {
        registry_sources: vec![RegistrySource::Registry { url: url.clone() }],
        ..Policy::default()
    };
    let report = |evidence: &Evidence| report_on(&badge(), evidence, &policy);
    let wanted = [(url.clone(), Purpose::Registry)];
    assert_eq!(wants(&report(&Evidence::none())), wanted);
    let entry = json!({"id": issuer().id(), "name": "Northfield University"});
    let mut evidence = Evidence::none();
    let body = json!({"name": "Partners", "issuers": [entry]});
    add(&mut evidence, &url, &body);
    assert_eq!(report(&evidence).verdict, Verdict::Genuine);
    assert_eq!(report(&evidence).listings[0].registry, "Partners");
    add(&mut evidence, &url, &json!({"issuers": [entry]}));
    let (outcome, reason) = identity(&report(&evidence));
    assert_eq!(outcome, Outcome::Unknown);
    let TrustReason::Unanswered { unanswered, .. } = reason else {
        panic!("{reason:?}");
    };
    assert_eq!(unanswered[0].registry, url);
    let NoAnswer::NotARegistry(error) = &unanswered[0].why else {
        panic!("{unanswered:?}");
    };
    assert!(error.problem.contains("missing field `name`"), "{error:?}");
}

#[test]
fn the_consortiums_list_is_the_one_that_is_wanted() {
    let RegistrySource::KnownRegistries { url } = RegistrySource::consortium() else {
        panic!("a list of registries");
    };
    assert_eq!(url, LIST);
}
