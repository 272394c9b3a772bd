//! Wrong verdicts that other verifiers have been seen to give: nineteen, each with a test or several
//! that carry its number, and a real badge in each.
//!
//! | taken for good | | in |
//! | --- | --- | --- |
//! | 1 | the key in a URL's fragment, without the document | `keys` |
//! | 2 | a method without a controller | `keys` |
//! | 3 | the key that a token brings along | `keys` |
//! | 4 | a status list that could not be fetched | `status` |
//! | 5 | a suspended badge | `status` |
//! | 6 | a kind of status that is not understood; entries behind the first | `status` |
//! | 7 | a status list of somebody else's | `status` |
//! | 8 | what is shown and was not signed | `shown` |
//! | 9 | “Verified”, painted by the issuer | `shown` |
//! | 10 | a base signature by the key inside its proof | `proofs` |
//! | 11 | chains and sets of which one proof is checked | `proofs` |
//!
//! | taken for bad | | in |
//! | --- | --- | --- |
//! | 12 | pictures (PNG) that are more than plain ASCII | `pictures` |
//! | 13 | pictures (SVG) whose text is split, or in the attribute | `pictures` |
//! | 14 | dates in another form | `forms` |
//! | 15 | issuers that are addresses, and minimal credentials | `keys` |
//! | 16 | contexts of another version | `forms` |
//! | 17 | bits, sizes and purposes of status lists | `status` |
//! | 18 | credentials without an id, and methods in their list | `keys` |
//! | 19 | hashes of recipients, in another form | `recipient` |

#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../resolve/badge.rs"]
mod badge;
mod forms;
#[allow(dead_code, reason = "other tests use a part")]
#[path = "../open_badges_2/badge.rs"]
mod hosted;
mod keys;
#[path = "../status/list.rs"]
mod list;
#[path = "../carriers/build.rs"]
mod picture;
mod pictures;
mod proofs;
mod recipient;
mod shown;
mod status;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

/// The tests, as text.
const SOURCES: [&str; 7] = [
    include_str!("forms.rs"),
    include_str!("keys.rs"),
    include_str!("pictures.rs"),
    include_str!("proofs.rs"),
    include_str!("recipient.rs"),
    include_str!("shown.rs"),
    include_str!("status.rs"),
];

#[test]
fn each_of_the_nineteen_has_a_test_of_its_number() {
    let tests = SOURCES
        .iter()
        .flat_map(|source| source.split("#[test]\nfn "));
    let named = tests.filter_map(|test| test.split('(').next());
    let numbers: BTreeSet<&str> = named
        .filter_map(|name| {
            let rest = name
                .strip_prefix("false_good_")
                .or_else(|| name.strip_prefix("false_bad_"))?;
            rest.get(..2)
        })
        .collect();
    let expected: BTreeSet<String> = (1..=19).map(|number| format!("{number:02}")).collect();
    assert_eq!(numbers, expected.iter().map(String::as_str).collect());
}
