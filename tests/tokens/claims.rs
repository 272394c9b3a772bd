//! Registered claims beside the members that they repeat.

use assay::{Evidence, Note, Outcome, Reason, Verdict};
use serde_json::json;

use crate::token::{Example, VC1, VC2, integrity, older_badge, report, verdict};

#[test]
fn a_claim_that_contradicts_its_member() {
    for (claim, member) in [("jti", "id"), ("sub", "credentialSubject")] {
        let mut example = Example::new();
        example.payload[claim] = json!("urn:uuid:other");
        let expected = Reason::ContradictingClaim { claim, member };
        assert_eq!(integrity(&example.signed()), (Outcome::Unknown, expected));
        example.payload[claim] = json!(1);
        assert_eq!(verdict(&example.signed()), "unconfirmed");
    }
}

#[test]
fn the_stricter_of_two_ends_counts() {
    let past = 1_735_689_600; // 2025-01-01
    let future = 4_102_444_800_i64; // 2100-01-01
    for (claim, member, expected) in [
        (past, "2099-01-01T00:00:00Z", Verdict::Expired),
        (future, "2025-01-01T00:00:00Z", Verdict::Expired),
        (future, "2099-01-01T00:00:00Z", Verdict::Unlisted),
    ] {
        let mut example = Example::new();
        example.payload["exp"] = json!(claim);
        example.payload["validUntil"] = json!(member);
        let report = report(&example.signed(), &Evidence::none());
        assert_eq!(report.verdict, expected);
        assert!(report.notes.contains(&Note::ClaimDiffers { claim: "exp" }));
    }
}

#[test]
fn a_start_in_the_future_is_not_yet_valid() {
    let mut example = Example::new();
    example.payload["nbf"] = json!(4_102_444_800_i64);
    let report = report(&example.signed(), &Evidence::none());
    assert_eq!(report.verdict, Verdict::NotYetValid);
}

#[test]
fn dates_that_are_none() {
    for wrong in [json!("2024"), json!(1e300), json!(null), json!([])] {
        let mut example = Example::new();
        example.payload["exp"] = wrong;
        assert_eq!(verdict(&example.signed()), "unconfirmed");
    }
}

#[test]
fn the_recipients_claim_may_be_missing() {
    let mut example = Example::new();
    example.payload.as_object_mut().unwrap().remove("sub");
    let report = report(&example.signed(), &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unlisted);
    let names = vec!["sub"];
    assert_eq!(report.notes, [Note::ClaimsMissing { names }]);
}

/// Open Badges 3.0: "mark invalid if payload location and first @context disagree".
#[test]
fn a_data_model_in_the_others_place() {
    let mut example = Example::new();
    example.payload["@context"] = json!([VC1]);
    let misplaced = (Outcome::Unknown, Reason::MisplacedCredential);
    assert_eq!(integrity(&example.signed()), misplaced);
    for context in [json!([]), json!("https://other.example"), json!([{}, VC2])] {
        example.payload["@context"] = context;
        let malformed = (Outcome::Unknown, Reason::MalformedContext);
        assert_eq!(integrity(&example.signed()), malformed);
    }
    // The older model's place, with the newer one's context, and in a token that has no such place.
    let mut example = Example::new();
    example.payload = older_badge(example.issuer.id());
    assert_eq!(verdict(&example.signed()), "unlisted");
    example.payload["vc"]["@context"][0] = json!(VC2);
    assert_eq!(integrity(&example.signed()), misplaced);
    example.payload["vc"]["@context"][0] = json!(VC1);
    example.header["typ"] = json!("vc+jwt");
    assert_eq!(integrity(&example.signed()), misplaced);
}

/// Nobody says here who is asking, so that a token for somebody else is not refused, but told of.
#[test]
fn a_token_for_somebody() {
    for audience in [json!("https://a.example"), json!(["https://a.example", 1])] {
        let mut example = Example::new();
        example.payload["aud"] = audience;
        let report = report(&example.signed(), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unlisted);
        let domain = "https://a.example".to_owned();
        assert_eq!(report.notes, [Note::MadeForDomain { domain }]);
    }
}

/// The claim is cut to whole seconds, as issuers do.
#[test]
fn a_fraction_of_a_second_is_no_difference() {
    for (from, differs) in [
        ("2024-01-01T00:00:00.505Z", false),
        ("2024-01-01T00:00:01Z", true),
    ] {
        let mut example = Example::new();
        example.payload["validFrom"] = json!(from);
        let report = report(&example.signed(), &Evidence::none());
        let note = Note::ClaimDiffers { claim: "nbf" };
        assert_eq!(report.notes.contains(&note), differs, "{from}");
    }
}

#[test]
fn a_second_credential_beside_the_first() {
    for name in ["vc", "vp"] {
        let mut example = Example::new();
        example.payload[name] = json!({"type": ["VerifiableCredential"]});
        assert_eq!(verdict(&example.signed()), "unconfirmed");
    }
}

#[test]
fn a_proof_inside_is_passed_over_with_a_word() {
    let mut example = Example::new();
    example.payload["proof"] = json!({"type": "DataIntegrityProof"});
    let report = report(&example.signed(), &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(report.notes, [Note::EmbeddedProofIgnored]);
}

/// The signature covers every byte, whatever its words mean.
#[test]
fn members_and_contexts_that_nothing_defines_are_covered() {
    let mut example = Example::new();
    example.payload["@context"] = json!([VC2, "https://unknown.example/context"]);
    example.payload["credentialSubject"]["shoeSize"] = json!(43);
    assert_eq!(verdict(&example.signed()), "unlisted");
}
