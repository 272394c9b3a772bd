//! The report's TypeScript type has every member that reports have.

use std::collections::BTreeSet;

use assay::present::{Place, report_json, unreadable_json};
use assay::{Evidence, Policy, Timestamp, open, verify};
use serde_json::Value;

use crate::{root, text_of};

#[test]
fn the_reports_type_has_the_members_of_the_samples_reports() {
    let mut members = BTreeSet::new();
    let policy = Policy::default();
    let at = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("samples")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let bytes = std::fs::read(path).unwrap();
        let reports = match open(&bytes, &policy.bounds) {
            Ok(opened) => {
                let report = |credential| {
                    let report = verify(credential, &Evidence::none(), &policy, at);
                    let place = Place {
                        file: "sample",
                        carrier: opened.carrier,
                        found: &opened.found,
                        index: 1,
                        of: 2,
                        presentation: None,
                    };
                    report_json(&place, &report)
                };
                opened.credentials.iter().flatten().map(report).collect()
            }
            Err(why) => vec![unreadable_json("sample", &why, at)],
        };
        for report in reports {
            collect(&serde_json::from_str(&report).unwrap(), &mut members);
            count += 1;
        }
    }
    assert!(count > 15, "{count} reports");
    let text = text_of("src/element/report.d.ts");
    for member in members {
        let written = [format!("{member}: "), format!("{member}?: ")];
        let quoted = format!("{member:?}: ");
        let is_there = text.contains(&quoted)
            || text.contains(&format!("  {member}:\n"))
            || written.iter().any(|written| text.contains(written));
        assert!(is_there, "{member} is not in report.d.ts");
    }
}

/// Every member's name, wherever it stands.
fn collect(value: &Value, members: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                members.insert(name.clone());
                collect(value, members);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, members)),
        _ => {}
    }
}
