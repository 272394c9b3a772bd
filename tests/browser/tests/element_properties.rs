//! The properties and methods of `<assay-badge>` that are no attributes.

mod support;

use browser_tests::Reply;
use serde_json::{Value, json};
use support::embedding::{
    SAMPLES, open_page_with, open_page_with_files, report_of, sample, was_asked_for,
};
use support::hosted::HostedBadge;
use support::{PNG, samples};

/// The text of a sample.
fn text_of(name: &str) -> anyhow::Result<String> {
    Ok(std::fs::read_to_string(
        samples().join(format!("{name}.json")),
    )?)
}

/// Puts a badge in with a credential, which this expression makes of the text `given[0]`.
fn shown_as(value: &str) -> String {
    format!(
        "(() => {{ const badge = document.createElement('assay-badge'); \
         badge.credential = {value}; document.body.prepend(badge); return badge.ready; }})()"
    )
}

#[tokio::test]
async fn a_credential_is_an_object_a_text_a_file_or_bytes() -> anyhow::Result<()> {
    let browser = open_page_with("credential", "").await?;
    let text = json!(text_of("minimal")?);
    let forms = [
        ("JSON.parse(given[0])", "credential"),
        ("given[0]", "credential"),
        ("new Blob([given[0]])", "credential"),
        ("new File([given[0]], 'mine.json')", "mine.json"),
        ("new TextEncoder().encode(given[0])", "credential"),
        ("new TextEncoder().encode(given[0]).buffer", "credential"),
        (
            "new DataView(new TextEncoder().encode(given[0]).buffer)",
            "credential",
        ),
        (
            "'data:application/json,' + encodeURIComponent(given[0])",
            "credential",
        ),
    ];
    for (form, name) in forms {
        let report = browser
            .evaluate_with(&shown_as(form), vec![text.clone()])
            .await?;
        assert_eq!(report["verdict"], "unlisted", "{form}: {report}");
        assert_eq!(report["file"], name, "{form}");
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn what_is_no_credential_is_said_to_be_none() -> anyhow::Result<()> {
    let browser = open_page_with("no-credential", "").await?;
    for form in [
        "42",
        "{}",
        "''",
        "() => 1",
        "new Uint8Array(0)",
        "'x'.repeat(2_000)",
    ] {
        let report = browser.evaluate_with(&shown_as(form), vec![]).await?;
        assert_eq!(report["verdict"], "unreadable", "{form}");
    }
    // One that is too large is not even read.
    let large = "new Blob(Array(64).fill(new Uint8Array(2 ** 20)))";
    let report = browser.evaluate_with(&shown_as(large), vec![]).await?;
    assert_eq!(report["problem"]["code"], "too-large");
    Ok(())
}

#[tokio::test]
async fn a_credential_takes_the_place_of_src_until_it_is_cleared() -> anyhow::Result<()> {
    let browser = open_page_with("cleared", "").await?;
    report_of(&browser, json!({"src": sample("minimal")})).await?;
    let set = "(async () => { const badge = find('assay-badge'); badge.credential = given[0]; \
        const report = await badge.ready; return [report.file, badge.credential === given[0]]; })()";
    let text = vec![json!(text_of("expired")?)];
    assert_eq!(
        browser.evaluate_with(set, text).await?,
        json!(["credential", true])
    );
    for none in ["null", "undefined"] {
        let clear = format!(
            "(async () => {{ const badge = find('assay-badge'); badge.credential = {none}; \
             return [(await badge.ready).file, badge.credential]; }})()"
        );
        assert_eq!(
            browser.evaluate(&clear).await?,
            json!(["minimal.json", null])
        );
    }
    Ok(())
}

/// A credential without an address is carried along to the independent check, or can be saved.
#[tokio::test]
async fn a_credential_can_be_checked_elsewhere() -> anyhow::Result<()> {
    let browser = open_page_with("carried", "").await?;
    let text = json!(text_of("minimal")?);
    browser
        .evaluate_with(&shown_as("given[0]"), vec![text])
        .await?;
    browser
        .wait_for("the link", "find('.independent a')")
        .await?;
    let href = browser.evaluate("find('.independent a').href").await?;
    let home = browser.site().url("/assay/#");
    assert!(
        href.as_str().unwrap_or_default().starts_with(&home),
        "{href}"
    );
    Ok(())
}

/// A page may set all of it before the script is there.
#[tokio::test]
async fn what_was_set_before_the_upgrade_counts() -> anyhow::Result<()> {
    let early = "const badge = document.querySelector('assay-badge'); \
        badge.credential = JSON.parse(document.querySelector('template').innerHTML); \
        badge.asOf = '2024-06-01'; badge.layout = 'full'; badge.sample = true;";
    let body = format!(
        "<template>{}</template><assay-badge src={SAMPLES}/minimal.json loading=eager></assay-badge>\
         <script src=early.js></script>",
        text_of("expired")?
    );
    let files = [("early.js", early.as_bytes())];
    let browser = open_page_with_files("early", &body, &files).await?;
    let report = browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(report["file"], "credential");
    assert!(
        report["headline"]
            .as_str()
            .unwrap_or_default()
            .starts_with("As of 1 June 2024")
    );
    let attributes = browser
        .evaluate("find('assay-badge').getAttributeNames().toSorted()")
        .await?;
    assert_eq!(
        attributes,
        json!(["as-of", "layout", "loading", "sample", "src"])
    );
    browser
        .wait_for("the layout", "find('.assay').dataset.layout === 'full'")
        .await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn reports_has_one_for_each_credential_and_verdict_is_the_least() -> anyhow::Result<()> {
    let browser = open_page_with("reports", "").await?;
    let before = "(() => { const badge = document.createElement('assay-badge'); \
        return [badge.report, badge.reports, badge.verdict, badge.credential]; })()";
    assert_eq!(
        browser.evaluate(before).await?,
        json!([null, [], null, null])
    );
    let report = report_of(&browser, json!({"src": sample("presentation")})).await?;
    let badge = browser
        .evaluate("(({ reports, verdict, report }) => [reports.length, verdict, report])(find('assay-badge'))")
        .await?;
    assert!(badge[0].as_u64() > Some(1), "{badge}");
    assert_eq!(badge[1], report["verdict"]);
    assert_eq!(badge[2], report);
    Ok(())
}

#[tokio::test]
async fn ready_is_one_promise_until_it_is_kept() -> anyhow::Result<()> {
    let browser = open_page_with("ready", "").await?;
    let script = "(async () => { const badge = document.createElement('assay-badge'); \
        const first = badge.ready; badge.src = given[0]; \
        const isOne = first === badge.ready; document.body.append(badge); \
        const report = await first; const isKept = first === badge.ready; \
        badge.src = given[1]; const isAnother = first !== badge.ready; \
        return [isOne, report.file, isKept, isAnother, (await badge.ready).file]; })()";
    let files = vec![sample("minimal"), sample("expired")];
    let seen = browser.evaluate_with(script, files).await?;
    assert_eq!(
        seen,
        json!([true, "minimal.json", true, true, "expired.json"])
    );
    Ok(())
}

/// `ready` is kept for a file without a badge too: it never fails.
#[tokio::test]
async fn ready_tells_of_an_unreadable_file() -> anyhow::Result<()> {
    let browser = open_page_with_files("unreadable", "", &[("grey.png", PNG)]).await?;
    for (src, code) in [
        ("nowhere.json", "not-loaded"),
        ("grey.png", "nothing-baked"),
    ] {
        let report = report_of(&browser, json!({"src": src})).await?;
        assert_eq!(report["verdict"], "unreadable", "{src}");
        assert_eq!(report["problem"]["code"], code, "{report}");
    }
    Ok(())
}

#[tokio::test]
async fn load_starts_a_badge_that_is_far_away() -> anyhow::Result<()> {
    let body =
        format!("<div class=space></div><assay-badge src={SAMPLES}/minimal.json></assay-badge>");
    let browser = open_page_with("load", &body).await?;
    assert!(!was_asked_for(&browser, ".wasm"));
    let report = browser.evaluate("find('assay-badge').load()").await?;
    assert_eq!(report["file"], "minimal.json");
    let is_ready = "(async () => { const badge = find('assay-badge'); \
        return badge.load() === badge.ready && await badge.load() === badge.report; })()";
    assert_eq!(
        browser.evaluate(is_ready).await?,
        true,
        "and it starts once"
    );
    Ok(())
}

/// What a host said before is asked for once more, and the answer of now counts.
#[tokio::test]
async fn verify_asks_anew() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page_with("verify", "").await?;
    let network = format!("allow {}", badge.host.host());
    let attributes = json!({"src": badge.host.url("/assertion"), "network": network});
    report_of(&browser, attributes).await?;
    browser
        .wait_for("the verdict", "find('assay-badge').verdict === 'unlisted'")
        .await?;
    // Answers may be used again for a while; asking anew has its own word.
    let before = badge.host.requests().len();
    badge.host.reply("/assertion", Reply::json("").status(410));
    let report = browser.evaluate("find('assay-badge').verify()").await?;
    assert_eq!(report["verdict"], "revoked", "{report}");
    assert!(badge.host.requests().len() > before);
    Ok(())
}

/// Where nobody was asked, the clock alone is asked anew; where there was no badge, the file is.
#[tokio::test]
async fn verify_gives_a_report_whatever_there_was() -> anyhow::Result<()> {
    let browser = open_page_with("verify-all", "").await?;
    let verify = "(async () => { const badge = find('assay-badge'); const before = badge.report; \
        const report = await badge.verify(); \
        return [report.verdict, report !== before, report === badge.report]; })()";
    for (src, verdict) in [
        (sample("minimal"), "unlisted"),
        (json!("nowhere.json"), "unreadable"),
    ] {
        report_of(&browser, json!({"src": src})).await?;
        for _ in 0..2 {
            let seen = browser.evaluate(verify).await?;
            assert_eq!(seen, json!([verdict, true, true]));
        }
        browser.evaluate("find('assay-badge').remove()").await?;
    }
    let never_shown: Value = browser
        .evaluate_with(
            "(() => { const badge = document.createElement('assay-badge'); badge.src = given[0]; \
             const report = badge.verify(); document.body.append(badge); return report; })()",
            vec![sample("minimal")],
        )
        .await?;
    assert_eq!(never_shown["verdict"], "unlisted");
    Ok(())
}
