//! Whom a badge of Open Badges 2.0 belongs to.

use assay::{Outcome, Policy, Question, Verdict};
use serde_json::json;

use crate::hosted::{assertion, code, judge_for, profile, site_with, with};

/// Of `ada@example.com` and the salt `deadsea`, by `sha256sum`.
const HASH: &str = "551d0262b1a4997040d39cf9f18722b7b45b2bf8bf53b64e2089b61ed3daa9bc";

/// `sha256$hex` is compared with bare hex; upper-case hex; the case of e-mail addresses.
#[test]
fn false_bad_19_a_hashed_recipient_is_found_in_every_form() {
    for (hash, typed, expected) in [
        (
            HASH.to_owned(),
            "ada@example.com",
            (Outcome::Pass, "matches"),
        ),
        (
            HASH.to_uppercase(),
            "ada@example.com",
            (Outcome::Pass, "matches"),
        ),
        (
            HASH.to_owned(),
            "Ada@Example.com",
            (Outcome::Pass, "matches-lowercased"),
        ),
        (
            HASH.to_owned(),
            "eve@example.com",
            (Outcome::Fail, "differs"),
        ),
    ] {
        let recipient = json!({
            "type": "email", "hashed": true, "salt": "deadsea",
            "identity": format!("sha256${hash}"),
        });
        let badge = with(assertion(), "recipient", recipient);
        let policy = Policy {
            recipient: Some(typed.into()),
            ..Policy::default()
        };
        let evidence = site_with(badge.clone(), profile());
        let report = judge_for(&badge.to_string(), &evidence, &policy);
        assert_eq!(report.verdict, Verdict::Unlisted);
        assert_eq!(code(&report, Question::Recipient), expected, "{typed}");
    }
}
