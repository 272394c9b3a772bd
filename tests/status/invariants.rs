//! Property tests: the design's first invariant, over every mechanism.

use assay::evidence::Answer;
use assay::{Evidence, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use signing::Issuer;

use crate::list::*;
use crate::mechanism::{self, ALL, Mechanism};
use crate::properties::{lose, no_answer};

const DOMAIN: &str = "https://school.example/.well-known/did.json";

/// An issuer whose keys have to be asked for too.
fn domain() -> Issuer {
    Issuer::did_web("a school with a domain", "did:web:school.example")
}

/// A badge in a token, its list, and everything else that it rests on.
fn made(mechanism: Mechanism, is_revoked: bool) -> (String, Evidence) {
    let issuer = domain();
    let (badge, list) = mechanism::made(mechanism, &issuer, &issuer, is_revoked);
    let mut evidence = serving(&list);
    evidence.insert(DOMAIN, response(200, &issuer.did_document().to_string()));
    (token(&issuer, "vc+jwt", &badge), evidence)
}

/// None: nobody asked, or the answer is still under way.
fn worse_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        no_answer(),
        (201..600_u16).prop_map(|status| Some(response(status, "{}"))),
        select(vec![
            "",
            "{}",
            "[]",
            "<html>",
            r#"{"id": "https://status.example/lists/4"}"#
        ])
        .prop_map(|body| Some(response(200, body))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    /// 1. Taking away, blocking or delaying any evidence never improves the verdict, whichever of it
    /// goes, and in whatever order.
    #[test]
    fn less_evidence_never_improves_the_verdict(
        mechanism in select(ALL.to_vec()),
        is_revoked in any::<bool>(),
        losses in prop::collection::vec((select(vec![LIST, DOMAIN]), worse_answer()), 1..4),
    ) {
        let (badge, mut evidence) = made(mechanism, is_revoked);
        let policy = listing(&domain(), false);
        let mut before = judge_for(&badge, &evidence, &policy).verdict;
        prop_assert_eq!(before, if is_revoked { Verdict::Revoked } else { Verdict::Genuine });
        for (url, answer) in losses {
            lose(&mut evidence, url, answer);
            let after = judge_for(&badge, &evidence, &policy).verdict;
            prop_assert!(after.reliance() <= before.reliance(), "{:?} after {:?}", after, before);
            before = after;
        }
    }

    /// A list with any byte changed never makes a withdrawn badge one that is in force. What nobody
    /// signs cannot promise that.
    #[test]
    fn an_altered_list_never_lifts_a_withdrawal(
        mechanism in select(ALL.to_vec()),
        place in any::<Index>(),
        bit in 0..7_u32,
    ) {
        prop_assume!(!matches!(mechanism, Mechanism::OneEdTech));
        let (badge, mut evidence) = made(mechanism, true);
        let Some(Answer::Response { mut body, .. }) = evidence.remove(LIST) else {
            panic!("a list");
        };
        let at = place.index(body.len());
        body[at] ^= 1 << bit;
        evidence.insert(LIST, Answer::Response { status: 200, body });
        let verdict = judge_for(&badge, &evidence, &listing(&domain(), false)).verdict;
        prop_assert!([Verdict::Revoked, Verdict::StatusUnknown].contains(&verdict), "{:?}", verdict);
    }
}
