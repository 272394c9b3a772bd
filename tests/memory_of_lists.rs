//! How much memory a status list that is made to exhaust it can take: measured.

#[path = "status/list.rs"]
mod list;
mod support;

use assay::policy::Bounds;
use assay::{Policy, open, verify};
use list::{LIST, SHORTEST, bits, encoded, entry, school, served, serving, token};
use peak_alloc::PeakAlloc;
use serde_json::json;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What judging a badge takes at its peak, beside the badge and the list.
fn peak(badge: &str, evidence: &assay::Evidence) -> (&'static str, usize) {
    let policy = Policy::default();
    let opened = open(badge.as_bytes(), &policy.bounds).unwrap();
    let badge = opened.credentials.only().unwrap();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let report = verify(badge, evidence, &policy, support::now());
    let peak = MEMORY.peak_usage().saturating_sub(before);
    (list::codes(&report).2, peak)
}

/// One test, since the counter counts every thread's memory.
#[test]
fn bombs_are_bounded() {
    let limit = Bounds::default().status_list_bytes;
    let far_more = vec![0; 16 * limit];
    let bomb = list::list(&school(), "revocation", &encoded(&far_more));
    let lst = list::encoded_token_list(&far_more);
    let claims = json!({"sub": LIST, "iat": 1_780_000_000, "status_list": {"bits": 1, "lst": lst}});
    let token_bomb = token(&school(), "statuslist+jwt", &claims);
    let mut with_claim = list::badge(&school(), json!([]));
    with_claim["status"] = json!({"status_list": {"idx": 1, "uri": LIST}});
    let with_claim = token(&school(), "vc+jwt", &with_claim);
    let entries = Bounds::default().status_entries;
    let many: Vec<_> = (0..entries)
        .map(|index| entry("revocation", index.to_string()))
        .collect();
    let many = list::signed_badge(json!(many));
    let one = list::signed_badge(entry("revocation", "1"));
    let most = list::list(&school(), "revocation", &encoded(&bits(limit, &[])));
    let shortest = list::list(&school(), "revocation", &encoded(&bits(SHORTEST, &[])));
    // What is unpacked, and twice as much while it grows; the list as text and as statements.
    let bound = 3 * limit + 2 * 1024 * 1024;
    for (name, badge, evidence, code) in [
        ("a list", &one, served(shortest), "not-revoked"),
        (
            "the largest list",
            &one,
            served(most.clone()),
            "not-revoked",
        ),
        ("a gzip bomb", &one, served(bomb.clone()), "too-large"),
        ("a bomb for every entry", &many, served(bomb), "too-large"),
        (
            "the largest list for every entry",
            &many,
            served(most),
            "too-large",
        ),
        (
            "a zlib bomb",
            &with_claim,
            serving(&token_bomb),
            "too-large",
        ),
    ] {
        let (actual, peak) = peak(badge, &evidence);
        println!("{name}: {peak} bytes at the peak");
        assert_eq!(actual, code, "{name}");
        assert!(peak <= bound, "{name}: {peak}");
    }
}
