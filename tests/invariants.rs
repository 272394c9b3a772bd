//! The six invariants of the design, each as a property.

#[path = "support/properties.rs"]
mod properties;
mod support;

use assay::carrier::{Carrier, Found};
use assay::evidence::Answer;
use assay::key::Algorithm;
use assay::present::{Place, english, report_json};
use assay::trust::{Entry, Registry};
use assay::{
    Checks, Evidence, Opened, Outcome, Policy, Question, Reason, Reliance, Report, Timestamp,
    Verdict, open, verify,
};
use properties::pointers;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use signing::Issuer;
use support::{now, sample};

/// The issuer of the sample that needs its domain's list of keys.
const DOMAIN: &str = "https://badges.example/.well-known/did.json";

const PLACE: Place<'static> = Place {
    file: "x",
    carrier: Carrier::Json,
    found: &Found {
        places: Vec::new(),
        oddities: Vec::new(),
    },
    index: 1,
    of: 1,
    presentation: None,
};

fn registry(issuer: &str, test: bool) -> Registry {
    Registry {
        name: "A registry".into(),
        test,
        issuers: vec![Entry {
            id: issuer.into(),
            name: "A listed name".into(),
            legal_name: None,
            url: None,
            logo: None,
        }],
    }
}

fn judge(badge: &[u8], evidence: &Evidence, policy: &Policy, at: Timestamp) -> Report {
    let opened = open(badge, &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, policy, at)
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    use assay::evidence::Unreachable;
    let response = |status: u16, body: Vec<u8>| Some(Answer::Response { status, body });
    prop_oneof![
        Just(None),
        Just(Some(Answer::Declined)),
        Just(Some(Answer::Unreachable(Unreachable::BlockedOrRefused))),
        Just(Some(Answer::Unreachable(Unreachable::Offline))),
        Just(Some(Answer::received(200, b"<html>".to_vec()))),
        Just(response(404, Vec::new())),
        Just(response(200, b"<html>".to_vec())),
        Just(response(200, sample("registry.json"))),
        any::<Vec<u8>>().prop_map(move |body| response(200, body)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// 1. Taking away or blocking any evidence never improves the verdict.
    #[test]
    fn less_evidence_never_improves_the_verdict(
        badge in select(vec!["domain-issuer.json", "minimal.json", "altered.json", "status-unknown.json"]),
        worse in answer(),
        seconds in 0..4_102_444_800_i64,
    ) {
        let badge = sample(badge);
        let at = Timestamp::from_unix_seconds(seconds).unwrap();
        let policy = Policy {
            registries: vec![registry("did:web:badges.example", false)],
            ..Policy::default()
        };
        let mut evidence = Evidence::none();
        evidence.insert(DOMAIN, Answer::Response { status: 200, body: sample("did.json") });
        let full = judge(&badge, &evidence, &policy, at);
        evidence.remove(DOMAIN);
        if let Some(answer) = worse {
            evidence.insert(DOMAIN, answer);
        }
        let less = judge(&badge, &evidence, &policy, at);
        prop_assert!(less.verdict.reliance() <= full.verdict.reliance());
        // And without the registry.
        let unlisted = judge(&badge, &evidence, &Policy::default(), at);
        prop_assert!(unlisted.verdict.reliance() <= less.verdict.reliance());
    }

    /// 2. Altering any signed byte never leaves a verdict better than `unconfirmed`: any value of
    /// the document is replaced, or any member renamed or taken away.
    #[test]
    fn an_altered_value_is_never_relied_on(
        file in select(vec!["rich-genuine.json", "minimal.json", "older-standard.json", "details-left-out.json"]),
        place in any::<Index>(),
        change in 0..4_u8,
        text in "[a-zA-Z0-9:/ #.]{0,12}",
    ) {
        let original: Value = serde_json::from_slice(&sample(file)).unwrap();
        let mut badge = original.clone();
        let pointers = pointers(&badge);
        let pointer = place.get(&pointers).clone();
        alter(&mut badge, &pointer, change, &text);
        // Of several proofs one that holds suffices, so one more takes nothing away.
        prop_assume!(badge != original && (pointer.as_str(), change) != ("/proof", 3));
        if let Ok(opened) = open(badge.to_string().as_bytes(), &Policy::default().bounds) {
            let report = verify(opened.credentials.only().unwrap(), &Evidence::none(), &Policy::default(), now());
            // A context mentioned twice can go without changing a statement.
            let before = open(original.to_string().as_bytes(), &Policy::default().bounds).unwrap();
            let claims = |opened: &Opened| opened.credentials.only().unwrap().claims.clone();
            if claims(&opened) != claims(&before) || !pointer.contains("@context") {
                prop_assert_eq!(
                    report.verdict.reliance(), Reliance::Nothing, "{} at {}", change, pointer
                );
            }
        }
    }

    /// 2, on bytes: a flipped bit anywhere in the file.
    #[test]
    fn a_flipped_bit_is_never_relied_on(
        file in select(vec!["minimal.json", "older-standard.json", "details-left-out.json"]),
        place in any::<Index>(),
        bit in 0..8_u32,
    ) {
        let original = sample(file);
        let mut bytes = original.clone();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(opened) = open(&bytes, &Policy::default().bounds) {
            let report = verify(opened.credentials.only().unwrap(), &Evidence::none(), &Policy::default(), now());
            let same: Value = serde_json::from_slice(&original).unwrap();
            // White space between values is not signed.
            let document = &opened.credentials.only().unwrap().document;
            if Value::Object(Map::clone(document)) != same {
                prop_assert_eq!(report.verdict.reliance(), Reliance::Nothing, "byte {}", at);
            }
        }
    }

    /// 3. "Verified" never stands alone, and a name stands bare only where a registry has it.
    #[test]
    fn wording_never_vouches_for_a_name_that_no_registry_has(
        name in "[A-Z][a-z]{3,12}( [A-Z][a-z]{3,12})?",
        listed in any::<bool>(),
        test in any::<bool>(),
    ) {
        let issuer = Issuer::did_key("names");
        let badge = issuer.sign(badge(&issuer, &name)).unwrap();
        let policy = Policy {
            registries: if listed { vec![registry(issuer.id(), test)] } else { Vec::new() },
            ..Policy::default()
        };
        let opened = open(badge.to_string().as_bytes(), &policy.bounds).unwrap();
        let report = verify(opened.credentials.only().unwrap(), &Evidence::none(), &policy, now());
        let headline = english::headline(&report);
        let counts = listed && !test;
        prop_assert_eq!(report.verdict == Verdict::Genuine, counts);
        prop_assert_eq!(headline.contains("A listed name"), counts);
        // The name that the badge gives its issuer is in none of our own sentences.
        let mut sentences = vec![headline];
        for check in report.checks.all() {
            sentences.push(english::detail(check));
            sentences.extend(english::next_step(&check.reason));
        }
        for sentence in sentences {
            prop_assert!(!sentence.contains(&name) || name.len() < 6, "{}", sentence);
            prop_assert!(!sentence.to_lowercase().contains("verified"), "{}", sentence);
        }
    }

    /// 4. A member that the proof does not cover makes integrity unknown, is named, and is in
    /// nothing that is shown.
    #[test]
    fn uncovered_members_are_named_and_never_attested(
        member in "x[a-zA-Z]{3,10}",
        value in "[a-z]{20}",
        nested in any::<bool>(),
    ) {
        let issuer = Issuer::did_key("members");
        let mut badge = issuer.sign(badge(&issuer, "Members")).unwrap();
        if nested {
            badge["credentialSubject"]["achievement"][&member] = json!(value);
        } else {
            badge[&member] = json!(value);
        }
        let opened = open(badge.to_string().as_bytes(), &Policy::default().bounds).unwrap();
        let report = verify(opened.credentials.only().unwrap(), &Evidence::none(), &Policy::default(), now());
        let integrity = report.checks.get(Question::Integrity);
        prop_assert_eq!(integrity.outcome, Outcome::Unknown);
        prop_assert_eq!(&integrity.reason, &Reason::UncoveredTerms { terms: vec![member] });
        prop_assert!(!report.is_attested());
        prop_assert!(!report_json(&PLACE, &report).contains(&value));
        let claims = format!("{:?}", opened.credentials.only().unwrap().claims);
        prop_assert!(!claims.contains(&value), "{}", claims);
    }

    /// 5. Every status entry counts, and one that is not understood is unknown.
    #[test]
    fn every_status_entry_is_evaluated(
        kinds in prop::collection::vec("[A-Z][a-zA-Z0-9]{2,20}", 0..4),
    ) {
        let issuer = Issuer::did_key("status");
        let mut badge = badge(&issuer, "Status");
        let entries: Vec<Value> = kinds.iter().map(|kind| json!({"type": kind})).collect();
        if !entries.is_empty() {
            badge["credentialStatus"] = Value::Array(entries);
        }
        // In a token every type is covered, whether it is defined or not.
        let token = issuer.token(Algorithm::EdDsa, &json!({"typ": "vc+jwt"}), &badge).unwrap();
        let report = judge(token.as_bytes(), &Evidence::none(), &Policy::default(), now());
        let status = report.checks.get(Question::Status);
        match kinds.first() {
            None => prop_assert_eq!(status.outcome, Outcome::Absent),
            Some(first) => {
                prop_assert_eq!(status.outcome, Outcome::Unknown);
                let types = vec![first.clone()];
                prop_assert_eq!(&status.reason, &Reason::UnsupportedStatus { types });
            }
        }
    }

    /// 6. The same arguments give the same report, whenever and however often.
    #[test]
    fn the_report_follows_from_the_arguments(
        file in select(vec!["rich-genuine.json", "expired.json", "altered.json", "domain-issuer.json"]),
        seconds in 0..4_102_444_800_i64,
    ) {
        let at = Timestamp::from_unix_seconds(seconds).unwrap();
        let badge = sample(file);
        let once = judge(&badge, &Evidence::none(), &Policy::default(), at);
        let again = judge(&badge, &Evidence::none(), &Policy::default(), at);
        prop_assert_eq!(once.at, at);
        prop_assert_eq!(once, again);
    }

    /// The verdict table: each line, in its order, over every combination of outcomes.
    #[test]
    fn the_first_line_that_applies_is_the_verdict(
        outcomes in prop::array::uniform8(select(Outcome::ALL.to_vec())),
        suspended in any::<bool>(),
        early in any::<bool>(),
    ) {
        let mut index = 0;
        let checks = Checks::new(|question| {
            let outcome = outcomes[index];
            index += 1;
            let reason = match question {
                Question::Status if suspended => Reason::Suspended,
                Question::Status => Reason::Revoked,
                Question::Dates if early => Reason::NotYetValid { from: now() },
                Question::Dates => Reason::Expired { until: now() },
                _ => Reason::NotAsked,
            };
            (outcome, reason)
        });
        let [integrity, issuer_key, identity, dates, status, ..] = outcomes;
        use Outcome::{Fail, Pass, Skipped, Unknown};
        let signature = [integrity, issuer_key];
        let lines = [
            (signature.contains(&Fail), Verdict::Invalid),
            (signature != [Pass, Pass], Verdict::Unconfirmed),
            (status == Fail && suspended, Verdict::Suspended),
            (status == Fail, Verdict::Revoked),
            (dates == Fail && early, Verdict::NotYetValid),
            (dates == Fail, Verdict::Expired),
            ([Unknown, Skipped].contains(&dates), Verdict::Unconfirmed),
            ([Unknown, Skipped].contains(&status), Verdict::StatusUnknown),
            (identity != Pass, Verdict::Unlisted),
            (true, Verdict::Genuine),
        ];
        let expected = lines.iter().find(|(applies, _)| *applies).map(|(_, verdict)| *verdict);
        prop_assert_eq!(Some(Verdict::of(&checks)), expected);
    }
}

fn badge(issuer: &Issuer, name: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": name},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "An achievement"},
        },
    })
}

/// Replaces the value at `pointer`, takes it away, renames it, or puts it in a list with another.
fn alter(badge: &mut Value, pointer: &str, change: u8, text: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    let parent = badge.pointer_mut(parent).unwrap();
    match (change, parent) {
        (0, Value::Object(members)) => drop(members.remove(&name)),
        (1, Value::Object(members)) => {
            let value = members.remove(&name).unwrap();
            members.insert(format!("{name}{text}"), value);
        }
        (0 | 1, Value::Array(items)) => drop(items.remove(name.parse().unwrap())),
        (_, parent) => {
            let value = match parent {
                Value::Array(items) => items.get_mut(name.parse::<usize>().unwrap()),
                other => other.get_mut(&name),
            };
            let value = value.unwrap();
            *value = match change {
                2 => json!(text),
                _ => json!([value.take(), text]),
            };
        }
    }
}
