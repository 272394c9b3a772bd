//! The states of `<assay-badge>`, which a page's style sheet can match, and what assistive technology
//! is told.

mod support;

use assay::Verdict;
use serde_json::json;
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
        browser
            .evaluate("findAll('assay-badge').at(-1).loading = 'eager'")
            .await?;
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

/// A custom element is nothing to assistive technology; this one is a group, so that a page can name it.
#[tokio::test]
async fn the_element_is_a_group_that_a_page_can_name() -> anyhow::Result<()> {
    let body = "<main><h1>Robin</h1><assay-badge src=assay/samples/minimal.json \
        aria-label='First aid'></assay-badge></main>";
    let browser = open_page_with("role", body).await?;
    browser.evaluate("find('assay-badge').ready").await?;
    browser.wait_for("the card", "find('.headline')").await?;
    let attributes = "find('assay-badge').getAttributeNames()";
    let own = browser.evaluate(attributes).await?;
    assert_eq!(own, json!(["src", "aria-label"]), "no attribute is added");
    let label = "[find('assay-badge').role, find('assay-badge').ariaLabel]";
    assert_eq!(browser.evaluate(label).await?, json!([null, "First aid"]));
    // axe-core knows no role by ElementInternals, and says so of the name; all else is in order.
    let violations = browser.accessibility_violations().await?;
    assert_eq!(violations, [""; 0]);
    Ok(())
}
