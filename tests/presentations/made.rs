//! Presentations made for these tests, and what they come to.

use assay::present::english;
use assay::{
    Evidence, HolderReport, Outcome, Policy, Reason, Unreadable, open, verify, verify_presentation,
};
use serde_json::{Value, json};
use signing::Issuer;

use crate::support::now;

pub const V2: &str = "https://www.w3.org/ns/credentials/v2";
const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// A badge of `issuer`'s, not signed yet.
pub fn badge(issuer: &Issuer, name: &str) -> Value {
    json!({
        "@context": [V2, OB3],
        "id": format!("urn:example:{name}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": "An issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": name},
        },
    })
}

pub fn signed(name: &str) -> Value {
    let issuer = Issuer::did_key(name);
    issuer.sign(badge(&issuer, name)).unwrap()
}

/// A presentation of these entries by nobody in particular, unsigned.
pub fn presentation(entries: Vec<Value>) -> Value {
    json!({
        "@context": [V2],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": entries,
    })
}

/// A presentation that names `holder`, unsigned.
pub fn presentation_of(holder: &Issuer, entries: Vec<Value>) -> Value {
    let mut presentation = presentation(entries);
    presentation["holder"] = json!(holder.id());
    presentation
}

/// The verdict on each credential, `unreadable: code` among them, and the holder's report.
pub fn judge(
    file: &Value,
    evidence: &Evidence,
) -> Result<(Vec<String>, Option<HolderReport>), Unreadable> {
    judge_bytes(file.to_string().as_bytes(), evidence)
}

pub fn judge_bytes(
    file: &[u8],
    evidence: &Evidence,
) -> Result<(Vec<String>, Option<HolderReport>), Unreadable> {
    let policy = Policy::default();
    let opened = open(file, &policy.bounds)?;
    let verdict = |credential: &Result<assay::Credential, Unreadable>| match credential {
        Ok(credential) => {
            let report = verify(credential, evidence, &policy, now());
            report.verdict.code().to_owned()
        }
        Err(why) => {
            assert!(!english::unreadable(why).is_empty());
            format!("unreadable: {}", why.code())
        }
    };
    let verdicts = opened.credentials.iter().map(verdict).collect();
    let holder = opened
        .presentation
        .map(|presentation| verify_presentation(&presentation, evidence, &policy, now()));
    Ok((verdicts, holder))
}

/// The verdicts on a file that can be read, without evidence.
pub fn verdicts(file: &Value) -> Vec<String> {
    judge(file, &Evidence::none()).unwrap().0
}

/// The outcome and the reason of the holder's proof, without evidence.
pub fn holder(file: &Value) -> (Outcome, Reason) {
    let (_, holder) = judge(file, &Evidence::none()).unwrap();
    let holder = holder.expect("a presentation");
    (holder.outcome, holder.reason)
}
