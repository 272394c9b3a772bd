//! Property tests: what holds for every presentation.

use assay::evidence::Answer;
use assay::{Evidence, Outcome};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use signing::Issuer;

use crate::made::{judge, judge_bytes, presentation_of, signed};
use crate::properties::{lose, worse_answer};
use crate::support::sample;

const DID: &str = "did:web:holder.example";
const URL: &str = "https://holder.example/.well-known/did.json";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Taking away or blocking evidence never lets a holder pass, and changes no verdict.
    #[test]
    fn less_evidence_is_never_better_for_a_holder(
        answer in worse_answer(),
        stranger in any::<bool>(),
    ) {
        let signer = Issuer::did_web(if stranger { "stranger" } else { "holder" }, DID);
        let file = presentation_of(&signer, vec![signed("one")]);
        let file = signer.present(file).unwrap();
        let document = Issuer::did_web("holder", DID).did_document();
        let mut evidence = Evidence::none();
        let body = document.to_string().into_bytes();
        evidence.insert(URL, Answer::Response { status: 200, body });
        let (full_verdicts, full) = judge(&file, &evidence).unwrap();
        prop_assert_eq!(full.unwrap().outcome == Outcome::Pass, !stranger);
        lose(&mut evidence, URL, answer);
        let (verdicts, less) = judge(&file, &evidence).unwrap();
        prop_assert_ne!(less.unwrap().outcome, Outcome::Pass);
        prop_assert_eq!(verdicts, full_verdicts);
    }

    /// Flipping any bit that changes the JSON leaves the holder's signature not good.
    #[test]
    fn an_altered_presentation_is_not_the_holders(place in any::<Index>(), bit in 0..8_u32) {
        let original = sample("presentation.json");
        let mut bytes = original.clone();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let Ok((_, Some(holder))) = judge_bytes(&bytes, &Evidence::none()) else {
            return Ok(());
        };
        let before: Value = serde_json::from_slice(&original).unwrap();
        // White space between values is not signed.
        let is_same = serde_json::from_slice::<Value>(&bytes).unwrap() == before;
        prop_assert_eq!(holder.outcome == Outcome::Pass, is_same, "byte {}", at);
    }
}
