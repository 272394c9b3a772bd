//! Endorsements that are meant to make a badge look better, or to spoil it.

use assay::proof::Suite;
use assay::{Outcome, Question, Verdict};
use serde_json::json;
use signing::{Issuer, members};

use crate::made::*;

const ED25519_2020: &str = "https://w3id.org/security/suites/ed25519-2020/v1";

/// An endorsement cannot be put on a signed badge, nor taken off it.
#[test]
fn what_is_added_or_taken_off_afterwards() {
    let mut bare = school().sign(unsigned_badge()).unwrap();
    bare["endorsement"] = json!([signed(&partner(), BADGE)]);
    assert_eq!(judge(&bare).verdict, Verdict::Invalid);
    let mut endorsed = endorsed("", "endorsement", vec![signed(&partner(), BADGE)]);
    endorsed.as_object_mut().unwrap().remove("endorsement");
    assert_eq!(judge(&endorsed).verdict, Verdict::Invalid);
}

/// Good endorsements lift nothing: a badge that is altered, strange or unsigned stays so.
#[test]
fn a_bad_badge_with_good_endorsements() {
    let good = || json!([signed(&partner(), BADGE)]);
    let mut altered = endorsed("", "endorsement", vec![signed(&partner(), BADGE)]);
    altered["validFrom"] = json!("2023-01-01T00:00:00Z");
    let mut unsigned = unsigned_badge();
    unsigned["endorsement"] = good();
    let strangers = Issuer::did_key("stranger").sign(unsigned.clone()).unwrap();
    for (badge, verdict) in [
        (altered, Verdict::Invalid),
        (unsigned, Verdict::Unconfirmed),
        (strangers, Verdict::Invalid),
    ] {
        let report = judge(&badge);
        assert_eq!(report.verdict, verdict);
        assert_eq!(
            report.checks.get(Question::Endorsements).outcome,
            Outcome::Pass
        );
    }
}

/// Who endorses a badge that is not its issuer's, is not asked about.
#[test]
fn a_bad_badge_with_an_endorser_at_a_domain() {
    let endorser = Issuer::did_web("partner", "did:web:partner.example");
    let mut altered = endorsed("", "endorsement", vec![signed(&endorser, BADGE)]);
    altered["validFrom"] = json!("2023-01-01T00:00:00Z");
    let report = judge(&altered);
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(report.wants, []);
}

/// A token that does not hold, and one that is no token, leave the badge as good as it is.
#[test]
fn a_good_badge_with_bad_tokens() {
    let unknown = token(BADGE, |payload| {
        payload["@context"] = json!(["https://example.com/unknown"]);
    });
    for entry in [json!("not a token"), json!("a.b.c"), unknown] {
        let report = judge(&endorsed("", "endorsementJwt", vec![entry]));
        assert_eq!(report.verdict, Verdict::Unlisted);
        assert_eq!(
            report.checks.get(Question::Endorsements).outcome,
            Outcome::Unknown
        );
    }
}

/// What an embedded endorsement says in words that nobody defines is covered by no signature of the
/// badge's over statements. So the badge is not confirmed, and can still be read.
#[test]
fn a_good_badge_with_an_endorsement_under_an_unknown_context() {
    let mut endorsement = signed(&partner(), BADGE);
    endorsement["@context"] = json!([V2, "https://example.com/unknown"]);
    let mut badge = unsigned_badge();
    badge["endorsement"] = json!([endorsement]);
    let proof = school().sign(unsigned_badge()).unwrap()["proof"].clone();
    badge["proof"] = proof;
    let report = judge(&badge);
    let integrity = report.checks.get(Question::Integrity);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(integrity.reason.code(), "unknown-context");
    assert_eq!(report.claims.title().unwrap().value, "A course");
    assert_eq!(report.endorsements[0].outcome, Outcome::Unknown);
}

/// Proofs with contexts of their own: Spruce's ssi writes the suite's into the proof, and proofs over
/// canonical JSON repeat the document's. In an endorsement they spoil neither it nor the badge, however
/// that is signed.
#[test]
fn an_endorsement_whose_proof_brings_contexts() {
    let own = json!({"type": "Ed25519Signature2020", "@context": ED25519_2020});
    let proofs = [own, members(Suite::EddsaJcs2022)];
    for proof in &proofs {
        let entry = endorsement(&partner(), BADGE);
        let entry = partner().sign_with(entry, proof.clone()).unwrap();
        for around in proofs.iter().chain(&[members(Suite::EddsaRdfc2022)]) {
            let mut badge = unsigned_badge();
            badge["endorsement"] = json!([entry]);
            let report = judge(&school().sign_with(badge, around.clone()).unwrap());
            assert_eq!(report.verdict, Verdict::Unlisted, "{proof} in {around}");
            assert_eq!(report.endorsements[0].outcome, Outcome::Pass, "{proof}");
        }
    }
}

/// A context that is not the suite's own leaves the endorsement open, and the badge as good as it is.
#[test]
fn an_endorsement_whose_proof_brings_another_context() {
    let entry = endorsement(&partner(), BADGE);
    let mut entry = partner().sign(entry).unwrap();
    entry["proof"]["@context"] = json!(OB3);
    let report = judge(&endorsed("", "endorsement", vec![entry]));
    assert_eq!(report.verdict, Verdict::Unlisted);
    let only = &report.endorsements[0];
    assert_eq!(only.outcome, Outcome::Unknown);
    let integrity = only
        .credential
        .as_ref()
        .unwrap()
        .checks
        .get(Question::Integrity);
    assert_eq!(integrity.reason.code(), "malformed-context");
}
