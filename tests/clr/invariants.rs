//! Property tests: what holds for every record.

use assay::evidence::Answer;
use assay::{Evidence, Policy, Reliance, Report, open, verify};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use signing::Issuer;

use crate::made::*;
use crate::properties::{lose, worse_answer};
use crate::support::now;

const DID: &str = "did:web:school.example";
const URL: &str = "https://school.example/.well-known/did.json";

fn judge_with(bytes: &[u8], evidence: &Evidence) -> Option<Report> {
    let policy = Policy::default();
    let opened = open(bytes, &policy.bounds).ok()?;
    let credential = opened.credentials.only()?;
    Some(verify(credential, evidence, &policy, now()))
}

/// How far the record, and each credential in it, lets one rely on it.
fn reliances(report: &Report) -> Vec<Reliance> {
    let own = std::iter::once(report.verdict.reliance());
    let inner = report
        .credentials
        .iter()
        .map(|credential| match credential {
            Ok(report) => report.verdict.reliance(),
            Err(_) => Reliance::Nothing,
        });
    own.chain(inner).collect()
}

/// A record of an issuer at a domain, with one unsigned credential of its own, one signed one, and one
/// of somebody else's.
fn file() -> Value {
    let school = Issuer::did_web("school", DID);
    let entries = vec![
        badge(&school, "unsigned"),
        signed(&school, "signed"),
        signed(&company(), "other"),
    ];
    let mut file = unsigned_record(entries);
    file["issuer"]["id"] = school.id().into();
    school.sign(file).unwrap()
}

fn evidence() -> Evidence {
    let mut evidence = Evidence::none();
    let body = Issuer::did_web("school", DID)
        .did_document()
        .to_string()
        .into_bytes();
    evidence.insert(URL, Answer::Response { status: 200, body });
    evidence
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Taking away or blocking evidence never improves the record or anything in it.
    #[test]
    fn less_evidence_is_never_better(answer in worse_answer()) {
        let bytes = file().to_string().into_bytes();
        let mut evidence = evidence();
        let full = reliances(&judge_with(&bytes, &evidence).unwrap());
        prop_assert_eq!(&full, &vec![Reliance::IssuerUnknown; 4]);
        lose(&mut evidence, URL, answer);
        let less = reliances(&judge_with(&bytes, &evidence).unwrap());
        prop_assert!(less.iter().zip(&full).all(|(less, full)| less <= full));
        // What somebody else signed does not need it.
        prop_assert_eq!(less[3], Reliance::IssuerUnknown);
    }

    /// Flipping any bit that changes the JSON leaves the record, and what rests on it, unconfirmed.
    #[test]
    fn an_altered_record_vouches_for_nothing(place in any::<Index>(), bit in 0..8_u32) {
        let original = file();
        let mut bytes = original.to_string().into_bytes();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let Some(report) = judge_with(&bytes, &evidence()) else {
            return Ok(());
        };
        if serde_json::from_slice::<Value>(&bytes).unwrap() == original {
            return Ok(());
        }
        prop_assert_eq!(report.verdict.reliance(), Reliance::Nothing, "byte {}", at);
        if let Some(Ok(unsigned)) = report.credentials.first() {
            prop_assert_eq!(unsigned.verdict.reliance(), Reliance::Nothing, "byte {}", at);
        }
    }
}
