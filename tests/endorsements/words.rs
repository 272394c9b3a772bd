//! How endorsements are told of.

use assay::present::english;
use assay::{Question, Report};
use serde_json::json;

use crate::made::*;

fn detail(report: &Report) -> String {
    english::detail(report.checks.get(Question::Endorsements))
}

#[test]
fn an_endorser_in_no_list_is_not_said_to_be_known() {
    let report = judge(&endorsed(
        "",
        "endorsement",
        vec![signed(&partner(), BADGE)],
    ));
    assert_eq!(
        detail(&report),
        "It carries one endorsement, which holds. None makes the badge itself any better."
    );
    let only = &report.endorsements[0];
    assert_eq!(
        english::endorsement(only),
        format!(
            "Genuine signature from {}. We can't confirm who that is.",
            partner().id()
        )
    );
    assert_eq!(
        only.comment.as_ref().unwrap().value,
        "We hire from this course."
    );
}

#[test]
fn one_that_does_not_count_is_said_not_to() {
    let another = signed(&partner(), "urn:example:another");
    let report = judge(&endorsed("", "endorsement", vec![another]));
    assert_eq!(
        detail(&report),
        "It carries one endorsement, which doesn't count. None makes the badge itself any better."
    );
    assert_eq!(
        english::endorsement(&report.endorsements[0]),
        "It endorses something else (urn:example:another), so it doesn't count here."
    );
}

#[test]
fn a_bad_one_is_called_an_endorsement_and_no_badge() {
    let mut altered = signed(&partner(), BADGE);
    altered["validFrom"] = json!("2023-01-01T00:00:00Z");
    let report = judge(&endorsed("", "endorsement", vec![altered]));
    assert_eq!(
        english::endorsement(&report.endorsements[0]),
        "Don't rely on this endorsement. It doesn't count here."
    );
}
