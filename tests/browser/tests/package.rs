//! The npm package, installed in a project of its own and built by Vite.
//!
//! `cargo xtask test` makes it first, so it is left out of other runs.

use browser_tests::{Browser, StaticServer, built_trial};

#[tokio::test]
#[ignore = "wants the built project"]
async fn badges_are_checked_in_a_project_built_by_vite() -> anyhow::Result<()> {
    let browser = Browser::with_site(StaticServer::new(built_trial()?)).await?;
    browser.open("/").await?;
    browser
        .wait_for(
            "both verdicts",
            "findAll('assay-badge').length === 2 && \
             findAll('assay-badge').every(badge => badge.verdict === 'genuine')",
        )
        .await?;
    let requests = browser.site().requests();
    let programs = requests.iter().filter(|request| request.ends_with(".wasm"));
    assert_eq!(programs.count(), 1, "{requests:?}");
    assert_eq!(browser.console_errors_and_warnings().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);

    // No page that checks badges is in the package, so the first card, which names none, leads to none.
    let links = "findAll('assay-badge').map(badge => badge.shadowRoot.innerHTML)\
        .map(html => /href=\"([^\"]*)\\?url=/.exec(html)?.[1] ?? '')";
    let links = browser.evaluate(links).await?;
    assert_eq!(links, serde_json::json!(["", "https://assay.example/"]));
    Ok(())
}
