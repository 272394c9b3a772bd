//! A document remembers what its signatures came to, and the report is the same as if it did not.

use std::path::Path;

use assay::policy::Bounds;
use assay::{Credential, Evidence, Policy, Timestamp, open, verify};

/// Ways to judge one after the other: now and long ago, within the usual bounds, within none and again.
fn rounds() -> Vec<(Policy, Timestamp)> {
    let usual = Policy::default();
    let strict = Policy {
        bounds: Bounds {
            canonicalization_steps: 0,
            canonicalized_values: 1,
            ..Bounds::default()
        },
        ..Policy::default()
    };
    let times = ["2026-06-01T00:00:00Z", "2000-01-01T00:00:00Z"];
    let times = times.map(|time| Timestamp::parse(time).unwrap());
    let policies = [usual.clone(), strict, usual].into_iter();
    let rounds = policies.flat_map(|policy| times.map(|at| (policy.clone(), at)));
    rounds.collect()
}

fn credentials(bytes: &[u8]) -> Vec<Credential> {
    let opened = open(bytes, &Bounds::default());
    let credentials = opened.iter().flat_map(|opened| opened.credentials.iter());
    credentials.flatten().cloned().collect()
}

#[test]
fn samples_judged_again_are_as_if_judged_first() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path());
    let mut compared = 0;
    for path in files.filter(|path| path.is_file()) {
        let bytes = std::fs::read(&path).unwrap();
        let known = credentials(&bytes);
        for (policy, at) in rounds() {
            let anew = credentials(&bytes);
            for (known, anew) in known.iter().zip(&anew) {
                let [known, anew] =
                    [known, anew].map(|it| verify(it, &Evidence::none(), &policy, at));
                assert_eq!(known, anew, "{}", path.display());
                compared += 1;
            }
        }
    }
    assert!(compared > 90, "{compared}");
}
