//! Every attribute of `<assay-badge>`, and the property that is the same.

mod support;

use assay::element::api::{BADGE, Kind};
use serde_json::json;
use support::embedding::{
    SAMPLES, add, card_text, open_page_with, report_of, sample, was_asked_for,
};

#[tokio::test]
async fn each_attribute_is_a_property_too() -> anyhow::Result<()> {
    let browser = open_page_with("properties", "").await?;
    let own = BADGE.attributes.iter();
    for attribute in own.filter(|attribute| attribute.kind != Kind::Html) {
        let (name, property) = (attribute.name, attribute.property);
        let seen = browser
            .evaluate_with(
                "(() => { const badge = document.createElement('assay-badge'); \
                 const [name, property, value] = given; \
                 const unset = badge[property]; \
                 badge[property] = value; const written = badge.getAttribute(name); \
                 badge[property] = null; const isGone = !badge.hasAttribute(name); \
                 badge.setAttribute(name, 'card'); \
                 return [unset, written, isGone, badge[property]]; })()",
                vec![json!(name), json!(property), json!("full")],
            )
            .await?;
        let expected = match attribute.kind {
            Kind::Boolean => json!([false, "", true, true]),
            _ => json!(["", "full", true, "card"]),
        };
        assert_eq!(seen, expected, "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn src_names_the_file_and_another_one_takes_its_place() -> anyhow::Result<()> {
    let browser = open_page_with("src", "").await?;
    let report = report_of(&browser, json!({"src": sample("minimal")})).await?;
    assert_eq!(report["file"], "minimal.json");
    let again = "(async () => { const badge = find('assay-badge'); badge.src = given[0]; \
        const isForgotten = badge.report === null; \
        return [isForgotten, (await badge.ready).verdict]; })()";
    let seen = browser
        .evaluate_with(again, vec![sample("expired")])
        .await?;
    assert_eq!(seen, json!([true, "expired"]));
    // Of two that follow at once the last counts.
    let twice = "(async () => { const badge = find('assay-badge'); \
        badge.src = given[0]; await null; badge.src = given[1]; \
        return (await badge.ready).file; })()";
    let files = vec![sample("expired"), sample("altered")];
    assert_eq!(browser.evaluate_with(twice, files).await?, "altered.json");
    Ok(())
}

#[tokio::test]
async fn without_a_file_nothing_is_shown_or_fetched() -> anyhow::Result<()> {
    let browser = open_page_with(
        "no-src",
        "<assay-badge loading=eager>My badge</assay-badge>",
    )
    .await?;
    // Whatever would be fetched is asked for in the task after the next.
    browser
        .evaluate("new Promise(resolve => setTimeout(resolve, 300))")
        .await?;
    assert!(!was_asked_for(&browser, ".wasm"));
    assert_eq!(browser.text().await?.trim(), "My badge");
    browser
        .evaluate_with(
            "find('assay-badge').src = given[0]",
            vec![sample("minimal")],
        )
        .await?;
    let report = browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(report["file"], "minimal.json");
    Ok(())
}

#[tokio::test]
async fn layout_changes_what_is_seen_and_not_what_was_found() -> anyhow::Result<()> {
    let browser = open_page_with("layout", "").await?;
    report_of(&browser, json!({"src": sample("minimal")})).await?;
    browser
        .evaluate(
            "(() => { window.reports = 0; \
             document.addEventListener('badge-report', () => window.reports += 1); })()",
        )
        .await?;
    for layout in ["compact", "full", "inline", "card"] {
        browser
            .evaluate_with("find('assay-badge').layout = given[0]", vec![json!(layout)])
            .await?;
        let is_shown = format!("find('.assay').dataset.layout === '{layout}'");
        browser.wait_for(layout, &is_shown).await?;
        let report = browser.evaluate("find('assay-badge').report").await?;
        assert_eq!(report["file"], "minimal.json", "{layout}");
    }
    assert_eq!(browser.evaluate("window.reports").await?, 0);
    Ok(())
}

/// A lazy badge far below the window: neither it nor the program is fetched before the reader comes near.
#[tokio::test]
async fn loading_waits_until_the_badge_is_near() -> anyhow::Result<()> {
    let body = format!(
        "<div class=space></div><assay-badge src={SAMPLES}/minimal.json>My badge</assay-badge>"
    );
    let browser = open_page_with("lazy", &body).await?;
    browser
        .evaluate("new Promise(resolve => setTimeout(resolve, 500))")
        .await?;
    assert!(!was_asked_for(&browser, ".wasm"));
    assert!(!was_asked_for(&browser, "minimal.json"));
    assert_eq!(
        browser.evaluate("find('assay-badge').report").await?,
        json!(null)
    );
    browser
        .evaluate("scrollTo(0, document.body.scrollHeight)")
        .await?;
    browser
        .wait_for("the report", "find('assay-badge').report")
        .await?;
    assert!(was_asked_for(&browser, ".wasm"));
    Ok(())
}

#[tokio::test]
async fn eager_loading_waits_for_nothing() -> anyhow::Result<()> {
    let browser = open_page_with("eager", "<div class=space></div>").await?;
    let attributes = json!({"src": sample("minimal"), "loading": "eager"});
    let report = report_of(&browser, attributes).await?;
    assert_eq!(report["file"], "minimal.json");
    assert_eq!(browser.evaluate("scrollY").await?, 0);
    Ok(())
}

#[tokio::test]
async fn registry_names_who_is_trusted_and_a_missing_one_is_said() -> anyhow::Result<()> {
    let browser = open_page_with("registry", "").await?;
    let registry = format!("{SAMPLES}/registry.json");
    let report = report_of(
        &browser,
        json!({"src": sample("rich-genuine"), "registry": registry}),
    )
    .await?;
    assert_eq!(report["verdict"], "genuine");
    let two = format!("{registry} no-such-registry.json");
    let set = "(find('assay-badge').registry = given[0], find('assay-badge').ready)";
    let report = browser.evaluate_with(set, vec![json!(two)]).await?;
    assert_eq!(report["verdict"], "genuine");
    browser
        .wait_for(
            "the note",
            "find('.note')?.textContent.includes('list of issuers')",
        )
        .await?;
    let report = browser.evaluate_with(set, vec![json!("")]).await?;
    assert_eq!(report["verdict"], "unlisted");
    Ok(())
}

#[tokio::test]
async fn recipient_is_compared_on_the_device() -> anyhow::Result<()> {
    let browser = open_page_with("recipient", "").await?;
    let attributes = json!({"src": sample("minimal"), "recipient": "learner@example.com"});
    let report = report_of(&browser, attributes).await?;
    assert_eq!(report["checks"][5]["check"], "recipient");
    assert_eq!(report["checks"][5]["outcome"], "pass");
    let set = "(find('assay-badge').recipient = given[0], find('assay-badge').ready)";
    let other = browser
        .evaluate_with(set, vec![json!("somebody.else@example.com")])
        .await?;
    assert_eq!(other["checks"][5]["outcome"], "fail");
    let headline = other["headline"].as_str().unwrap_or_default();
    assert!(headline.contains("not for the person"), "{headline}");
    let nobody = browser.evaluate_with(set, vec![json!("")]).await?;
    assert_eq!(nobody["checks"][5]["outcome"], "skipped");
    Ok(())
}

#[tokio::test]
async fn as_of_answers_for_another_day() -> anyhow::Result<()> {
    let browser = open_page_with("as-of", "").await?;
    let attributes = json!({"src": sample("expired"), "as-of": "2023-06-01"});
    let report = report_of(&browser, attributes).await?;
    let headline = report["headline"].as_str().unwrap_or_default();
    assert!(
        headline.starts_with("As of 1 June 2023, not today: "),
        "{headline}"
    );
    let set = "(find('assay-badge').asOf = given[0], find('assay-badge').ready)";
    let report = browser
        .evaluate_with(set, vec![json!("2024-06-01")])
        .await?;
    assert_eq!(report["verdict"], "expired");
    // Two days that are none are one and the same to the checks, and each gets its report.
    for none in ["2024-02-31", "yesterday"] {
        let report = browser.evaluate_with(set, vec![json!(none)]).await?;
        assert_eq!(report["verdict"], "expired", "{none}");
    }
    Ok(())
}

#[tokio::test]
async fn sample_is_a_label_that_stays_in_every_layout() -> anyhow::Result<()> {
    let browser = open_page_with("sample", "").await?;
    let attributes = json!({"src": sample("minimal"), "sample": ""});
    let report = report_of(&browser, attributes).await?;
    assert_eq!(
        report["verdict"], "unlisted",
        "it is checked like any other"
    );
    for layout in ["card", "full", "compact", "inline"] {
        browser
            .evaluate_with("find('assay-badge').layout = given[0]", vec![json!(layout)])
            .await?;
        let is_labelled = format!(
            "find('.assay').dataset.layout === '{layout}' \
             && find('.sample-label').checkVisibility()"
        );
        browser.wait_for(layout, &is_labelled).await?;
    }
    browser
        .evaluate("find('assay-badge').sample = false")
        .await?;
    browser.wait_for("no label", "!find('.sample-label')").await
}

#[tokio::test]
async fn checker_is_where_the_independent_check_leads() -> anyhow::Result<()> {
    let browser = open_page_with("checker", "").await?;
    report_of(&browser, json!({"src": sample("minimal")})).await?;
    let file = browser.site().url(&format!("{SAMPLES}/minimal.json"));
    let leads_to = |page: &str| {
        let encoded: String = url::form_urlencoded::byte_serialize(file.as_bytes()).collect();
        json!(format!("{page}?url={encoded}"))
    };
    let href = "find('.independent a').href.replaceAll('%2E', '.')";
    browser
        .wait_for("the link", "find('.independent a')")
        .await?;
    assert_eq!(
        browser.evaluate(href).await?,
        leads_to(&browser.site().url("/assay/")),
        "the folder of the script"
    );
    browser
        .evaluate("find('assay-badge').checker = 'https://check.example/badges?x=1#y'")
        .await?;
    let there = "find('.independent a').href.startsWith('https://check.example/')";
    browser.wait_for("the other link", there).await?;
    assert_eq!(
        browser.evaluate(href).await?,
        leads_to("https://check.example/badges")
    );
    Ok(())
}

/// What cannot be read is said, and the usual holds in its place.
#[tokio::test]
async fn wrong_values_are_said() -> anyhow::Result<()> {
    let browser = open_page_with("wrong", "").await?;
    let cases = [
        ("layout", "poster", "layout that there isn't"),
        ("loading", "soon", "waited until it was near"),
        ("network", "everybody", "so we ask you first"),
        (
            "relay",
            "https://relay.example/",
            "The relay that this page names",
        ),
        ("as-of", "soon", "as of today"),
        ("checker", "javascript:alert(1)", "has no web address"),
    ];
    for (name, value, said) in cases {
        let report = report_of(&browser, json!({"src": sample("minimal"), name: value})).await?;
        assert_eq!(report["verdict"], "unlisted", "{name}");
        browser
            .wait_for(
                name,
                "findAll('assay-badge').at(-1).shadowRoot.querySelector('.note')",
            )
            .await?;
        let text = card_text(&browser).await?;
        assert!(text.contains(said), "{name}: {text}");
        browser.evaluate("find('assay-badge').remove()").await?;
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    // Two at once are both said.
    add(
        &browser,
        json!({"src": sample("minimal"), "layout": "poster", "as-of": "soon"}),
    )
    .await?;
    browser
        .wait_for(
            "both",
            "find('.note')?.textContent.includes('layout that there')",
        )
        .await?;
    assert!(card_text(&browser).await?.contains("as of today"));
    Ok(())
}

/// The card's words are English and are marked as such, whatever the page's language.
#[tokio::test]
async fn lang_is_the_cards_own() -> anyhow::Result<()> {
    let browser = open_page_with("lang", "").await?;
    report_of(
        &browser,
        json!({"src": sample("minimal"), "lang": "de", "dir": "rtl"}),
    )
    .await?;
    browser.wait_for("the card", "find('.assay')").await?;
    let card = browser
        .evaluate("[find('.assay').lang, find('.assay').dir]")
        .await?;
    assert_eq!(card, json!(["en", "ltr"]));
    Ok(())
}
