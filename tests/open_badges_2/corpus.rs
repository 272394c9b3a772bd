//! Third-party badges before 3.0: without their issuers' sites none is confirmed, and each is read.

use std::fs;

use assay::{Evidence, Policy, Reliance, open, verify};

use crate::support::{corpus, now};

fn check(folder: &str) -> usize {
    let Some(folder) = corpus(folder) else {
        return 0;
    };
    let mut pending = vec![folder];
    let mut read = 0;
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            pending.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        let policy = Policy::default();
        let Ok(opened) = open(&fs::read(&path).unwrap(), &policy.bounds) else {
            continue;
        };
        for credential in opened.credentials.iter().flatten() {
            let report = verify(credential, &Evidence::none(), &policy, now());
            if ["ob1", "ob2"].contains(&credential.format.code()) {
                let reliance = report.verdict.reliance();
                assert_eq!(reliance, Reliance::Nothing, "{}", path.display());
                read += 1;
            }
        }
    }
    read
}

#[test]
fn one_edtech() {
    let read = [
        "1edtech-public-validator",
        "1edtech-validator-core",
        "mozilla-openbadges-bakery",
    ]
    .map(check);
    println!("read: {read:?}");
    if corpus("1edtech-public-validator").is_some() {
        assert!(read.iter().all(|count| *count > 0), "{read:?}");
    }
}
