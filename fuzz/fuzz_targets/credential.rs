//! Any JSON in the place of a credential of each format: read, judged, and told of. What is told stays
//! in proportion to what was read.
#![no_main]

use assay::carrier::{Carrier, Found};
use assay::credential::{Claims, read};
use assay::present::{
    Place, english, link, markdown, picture, report_json, skill_groups, suspicions,
};
use assay::{Evidence, Policy, Reliance, Timestamp, verify};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};

/// What makes a reader take a document for one of its format's.
fn formats() -> [Value; 5] {
    [
        json!({}),
        json!({"type": ["VerifiableCredential", "OpenBadgeCredential"]}),
        json!({"type": "VerifiableCredential"}),
        json!({"type": "Assertion", "recipient": {"type": "email"}, "verification": {"type": "hosted"}}),
        json!({"recipient": "sha256$00", "badge": {"version": "0.5.0"}, "verify": {"type": "signed"}}),
    ]
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(Value::Object(document)) = serde_json::from_slice(bytes) else {
        return;
    };
    for format in formats() {
        let mut document = document.clone();
        for (name, value) in format.as_object().into_iter().flatten() {
            document
                .entry(name.clone())
                .or_insert_with(|| value.clone());
        }
        tell(document);
    }
});

fn tell(document: Map<String, Value>) {
    let size = Value::Object(document.clone()).to_string().len();
    let Ok(credential) = read(Value::Object(document)) else {
        return;
    };
    let Some(now) = Timestamp::from_unix_seconds(1_700_000_000) else {
        return;
    };
    let report = verify(&credential, &Evidence::none(), &Policy::default(), now);
    // With no registry nothing can be genuine.
    assert!(report.verdict.reliance() < Reliance::Full);
    let place = Place {
        file: "a file",
        carrier: Carrier::Json,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    let told = report_json(&place, &report).len() + rows(&report.claims);
    // A character can take six in JSON, and a member can be told of in several places.
    assert!(told <= 20_000 + 30 * size, "{told} of {size}");
    // Each text is shown by rules of its own, which an error or nothing is an answer to as well.
    for check in report.checks.all() {
        let _ = (english::detail(check), english::next_step(&check.reason));
    }
}

/// How much a card's rows would take.
fn rows(claims: &Claims) -> usize {
    let achievement = claims.achievement.as_ref();
    let criteria = achievement.and_then(|achievement| achievement.criteria.as_ref());
    let narrative = criteria.and_then(|criteria| criteria.narrative.as_ref());
    let narrative = narrative.map_or(0, |text| {
        format!("{:?}", markdown::nodes(&text.value)).len()
    });
    let links = claims
        .evidence
        .iter()
        .filter_map(|item| link(item.id.as_deref()?));
    let picture = claims.picture().map(|image| picture(&image.url));
    let name = claims.issuer.name.as_ref();
    let name = name.map(|name| suspicions(&name.value));
    let skills = skill_groups(claims)
        .iter()
        .map(|group| group.skills.len())
        .sum::<usize>();
    // A tree of markdown has many small nodes, each with a name of its own.
    narrative / 40 + links.count() + skills + format!("{picture:?}{name:?}").len()
}
