//! The states of `<assay-badge>`, which a page's style sheet can match, and what assistive technology
//! is told.

mod support;

use assay::Verdict;
use serde_json::{Value, json};
use support::embedding::{add, open_page_with, sample};

/// The states that the last badge matches.
fn states() -> String {
    let verdicts = Verdict::ALL.map(Verdict::code);
    let names = [&verdicts[..], &["loading", "settled", "sample"]].concat();
    format!(
        "{}.filter(name => findAll('assay-badge').at(-1).matches(`:state(${{name}})`))",
        json!(names)
    )
}

#[tokio::test]
async fn a_badge_is_loading_and_then_settled_with_its_verdict() -> anyhow::Result<()> {
    let browser = open_page_with("states", "").await?;
    let registry = "assay/samples/registry.json";
    let cases = [
        (
            json!({"src": sample("rich-genuine"), "registry": registry}),
            "genuine",
        ),
        (json!({"src": sample("minimal")}), "unlisted"),
        (
            json!({"src": sample("status-unknown"), "registry": registry}),
            "status-unknown",
        ),
        (json!({"src": sample("expired")}), "expired"),
        (json!({"src": sample("not-yet-valid")}), "not-yet-valid"),
        (json!({"src": sample("unsigned")}), "unconfirmed"),
        (json!({"src": sample("altered")}), "invalid"),
        (json!({"src": "nowhere.json"}), "unreadable"),
    ];
    for (attributes, verdict) in cases {
        add(&browser, attributes).await?;
        let badge = "findAll('assay-badge').at(-1)";
        let while_loading = format!(
            "(async () => {{ await null; return {badge}.report ? ['loading'] : {}; }})()",
            states()
        );
        assert_eq!(
            browser.evaluate(&while_loading).await?,
            json!(["loading"]),
            "{verdict}"
        );
        browser.evaluate(&format!("{badge}.ready")).await?;
        assert_eq!(
            browser.evaluate(&states()).await?,
            json!([verdict, "settled"])
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_sample_is_in_that_state_all_along() -> anyhow::Result<()> {
    let browser = open_page_with("state-sample", "").await?;
    add(&browser, json!({"src": sample("minimal"), "sample": ""})).await?;
    browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(
        browser.evaluate(&states()).await?,
        json!(["unlisted", "settled", "sample"])
    );
    // Another file begins anew.
    let script = format!(
        "(() => {{ find('assay-badge').src = given[0]; return {}; }})()",
        states()
    );
    let seen = browser
        .evaluate_with(&script, vec![sample("expired")])
        .await?;
    assert_eq!(seen, json!(["loading", "sample"]));
    Ok(())
}

/// What is hidden from a page's markup is there for assistive technology: a group that can be named.
#[tokio::test]
async fn the_element_is_a_group_that_can_be_named() -> anyhow::Result<()> {
    let browser = open_page_with("role", "").await?;
    add(
        &browser,
        json!({"src": sample("minimal"), "aria-label": "First aid"}),
    )
    .await?;
    browser.evaluate("find('assay-badge').ready").await?;
    let badge = browser.find("assay-badge").await?;
    let described: Value = browser
        .client()
        .execute(
            "return arguments[0].getAttribute('role')",
            vec![serde_json::to_value(&badge)?],
        )
        .await?;
    assert_eq!(
        described,
        Value::Null,
        "the page's own attributes are left alone"
    );
    assert_eq!(browser.accessibility_violations().await?, [""; 0]);
    Ok(())
}
