//! The design's first invariant over every mechanism: no evidence that is taken away, delayed, blocked or
//! spoilt ever improves a verdict, nor what is known of an endorsement.
//!
//! The folders of each mechanism have the same for what is particular to it.

#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../resolve/badge.rs"]
mod badge;
mod case;
#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../resolve/did_log.rs"]
mod did_log;
#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../trust/made.rs"]
mod federation;
#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../open_badges_2/badge.rs"]
mod hosted;
mod issuer_keys;
#[path = "../status/list.rs"]
mod list;
#[path = "../status/mechanism.rs"]
mod mechanism;
#[path = "../support/properties.rs"]
mod properties;
mod registries;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use assay::evidence::{Answer, Purpose};
use assay::{Evidence, Reliance, Report};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use self::case::{Case, Choice};
use self::issuer_keys::IssuerKeys;
use self::mechanism::Mechanism;
use self::properties::{lose, worse_answer};
use self::registries::Kind;

const USUAL: Choice = Choice {
    keys: IssuerKeys::DidWeb,
    mechanism: Mechanism::Bitstring,
    registry: Kind::Legacy,
    is_revoked: false,
    is_expired: true,
    has_keeper: false,
};

/// Each mechanism once.
fn each() -> Vec<Case> {
    let keys = issuer_keys::ALL.map(|keys| Choice { keys, ..USUAL });
    let mechanisms = mechanism::ALL.map(|mechanism| Choice { mechanism, ..USUAL });
    let registries = registries::ALL.map(|registry| Choice { registry, ..USUAL });
    let keeper = Choice {
        has_keeper: true,
        ..USUAL
    };
    let choices = keys.into_iter().chain(mechanisms).chain(registries);
    let cases = choices.chain([keeper]).map(Case::of);
    cases.chain([false, true].map(Case::before_3)).collect()
}

/// Every document that Assay can want is among what these badges rest on. (Whose presentation it is, is
/// another question: `presentations`.)
#[test]
fn every_kind_of_evidence_is_in_use() {
    let mut used = BTreeSet::new();
    for case in each() {
        let report = case.judge(&case.evidence);
        assert_eq!(report.verdict, case.verdict, "{:?}", report.checks);
        assert_eq!(report.wants, []);
        used.extend(report.evidence.into_iter().map(|it| it.request.purpose));
    }
    let holders = [Purpose::HolderDidDocument];
    let all = Purpose::ALL.into_iter().filter(|it| !holders.contains(it));
    assert_eq!(used, all.collect());
}

/// How far the badge, and each endorsement, lets one rely on it.
fn reliances(report: &Report) -> Vec<Reliance> {
    let endorsements = report.endorsements.iter().map(|it| match &it.credential {
        Ok(report) => report.verdict.reliance(),
        Err(_) => Reliance::Nothing,
    });
    std::iter::once(report.verdict.reliance())
        .chain(endorsements)
        .collect()
}

/// An answer that broke off, or a worse one.
#[derive(Clone, Debug)]
enum Loss {
    CutOff(Index),
    Instead(Option<Answer>),
}

fn loss() -> impl Strategy<Value = Loss> {
    prop_oneof![
        any::<Index>().prop_map(Loss::CutOff),
        worse_answer().prop_map(Loss::Instead),
    ]
}

fn suffer(evidence: &mut Evidence, url: &str, loss: Loss) {
    match (loss, evidence.answer(url)) {
        (Loss::Instead(answer), _) => lose(evidence, url, answer),
        (Loss::CutOff(end), Some(Answer::Response { status, body })) if !body.is_empty() => {
            let (status, body) = (*status, body[..end.index(body.len())].to_vec());
            lose(evidence, url, Some(Answer::Response { status, body }));
        }
        (Loss::CutOff(_), _) => {}
    }
}

fn choice() -> impl Strategy<Value = Choice> {
    (
        select(issuer_keys::ALL.to_vec()),
        select(mechanism::ALL.to_vec()),
        select(registries::ALL.to_vec()),
        any::<[bool; 3]>(),
    )
        .prop_map(|(keys, mechanism, registry, is)| Choice {
            keys,
            mechanism,
            registry,
            is_revoked: is[0],
            is_expired: is[1],
            has_keeper: is[2],
        })
}

fn case() -> impl Strategy<Value = Case> {
    prop_oneof![
        6 => choice().prop_map(Case::of),
        1 => any::<bool>().prop_map(Case::before_3),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 48,
        ..ProptestConfig::default()
    })]

    #[test]
    fn less_evidence_never_improves_the_verdict(
        case in case(),
        losses in prop::collection::vec((any::<Index>(), loss()), 1..5),
    ) {
        let mut evidence = case.evidence.clone();
        let full = case.judge(&evidence);
        prop_assert_eq!(full.verdict, case.verdict);
        let mut before = reliances(&full);
        for (place, loss) in losses {
            let url = &place.get(&full.evidence).request.url;
            suffer(&mut evidence, url, loss);
            let after = reliances(&case.judge(&evidence));
            let is_no_better = after.iter().zip(&before).all(|(after, before)| after <= before);
            prop_assert!(is_no_better, "{:?} after {:?}: {}", after, before, url);
            before = after;
        }
    }
}
