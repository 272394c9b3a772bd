//! `?embed`: one badge in a frame of somebody's page, which is at another origin and allows no script of
//! ours.

mod support;

use browser_tests::{Browser, RunningServer};
use serde_json::{Value, json};
use support::{assert_accessible, checking_page, open_site, samples, site};

/// Keeps what the frames tell, with the number of the frame.
const KEEPER: &[u8] = b"window.told = [];
addEventListener('message', ({ source, data }) => {
  const frame = [...document.querySelectorAll('iframe')].findIndex((it) => it.contentWindow === source);
  told.push({ frame, data });
});
window.height = (frame) => told.findLast((it) => it.frame === frame)?.data.height ?? 0;";

/// Somebody's page with frames, the checking page that they show, and the site of the badge.
struct Framed {
    browser: Browser,
    checker: RunningServer,
    badges: RunningServer,
}

impl Framed {
    /// A frame for each query, to which the address of the badge is added.
    async fn start(name: &str, queries: &[&str]) -> anyhow::Result<Self> {
        let badge = std::fs::read(samples().join("rich-genuine.json"))?;
        let badges = open_site(&format!("{name}-badges"), &[("badge.json", &badge)])?;
        let checker = checking_page()?;
        let url = badges
            .url("/badge.json")
            .replace(':', "%3A")
            .replace('/', "%2F");
        let frame = |query: &&str| {
            let src = format!("{}?embed&amp;{query}&amp;url={url}", checker.url("/"));
            format!("<iframe title=\"Badge\" width=\"600\" height=\"90\" src=\"{src}\"></iframe>\n")
        };
        let frames: String = queries.iter().map(frame).collect();
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Portfolio</title>\
             <meta name=\"color-scheme\" content=\"light dark\">\
             <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"page.css\"><script src=\"keeper.js\"></script><main><h1>Portfolio</h1>\n{frames}</main>"
        );
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src {}",
            checker.url("/")
        );
        let files = [
            ("index.html", page.as_bytes()),
            (
                "page.css",
                b"html { background: Canvas; color: CanvasText }",
            ),
            ("keeper.js", KEEPER),
        ];
        let host = site(&format!("{name}-host"), &files)?;
        let browser = Browser::with_site(host.header("content-security-policy", &policy)?).await?;
        browser.open("/").await?;
        Ok(Self {
            browser,
            checker,
            badges,
        })
    }

    /// Goes into a frame, whose badge is checked then.
    async fn enter(&self, frame: u16) -> anyhow::Result<()> {
        self.browser.client().enter_frame(frame).await?;
        self.browser
            .wait_for(
                "a verdict",
                "find('.assay')?.dataset.verdict === 'unlisted'",
            )
            .await
    }

    async fn leave(&self) -> anyhow::Result<()> {
        Ok(self.browser.client().enter_parent_frame().await?)
    }

    /// What the page around the frame is told once the verdict is there; what was told before is of the
    /// waiting.
    async fn height_of_the_badge(&self, frame: u16) -> anyhow::Result<f64> {
        self.enter(frame).await?;
        let shown = "Math.ceil(find('#assay-app').getBoundingClientRect().height)";
        let shown = self.browser.evaluate(shown).await?;
        self.leave().await?;
        self.wait_for_height(frame.into(), &format!("=== {shown}"))
            .await
    }

    async fn wait_for_height(&self, frame: usize, condition: &str) -> anyhow::Result<f64> {
        let condition = format!("height({frame}) {condition}");
        self.browser.wait_for("a height", &condition).await?;
        let height = self.browser.evaluate(&format!("height({frame})")).await?;
        Ok(height.as_f64().unwrap_or_default())
    }
}

#[tokio::test]
async fn a_frame_shows_the_badge_alone_and_tells_its_height_whenever_that_changes()
-> anyhow::Result<()> {
    let framed = Framed::start("frame-height", &["layout=card"]).await?;
    let Framed { browser, .. } = &framed;
    framed.enter(0).await?;
    // Whoever frames it could fetch the badge as well, so nobody is asked; and it is fetched once.
    assert_eq!(framed.badges.requests(), ["GET /badge.json"]);
    let others = "findAll('.drop-zone, .gallery, .page-header, .link-question').length";
    assert_eq!(browser.evaluate(others).await?, json!(0));
    let ground = "getComputedStyle(document.body).backgroundColor";
    assert_eq!(browser.evaluate(ground).await?, "rgba(0, 0, 0, 0)");
    framed.leave().await?;
    let before = framed.height_of_the_badge(0).await?;
    assert!(before > 200.0, "{before}");

    let unfold = "findAll('.fold-out > summary').filter(it => it.checkVisibility()).at(-1).click()";
    framed.enter(0).await?;
    browser.evaluate(unfold).await?;
    framed.leave().await?;
    let unfolded = framed.wait_for_height(0, &format!("> {before}")).await?;
    framed.enter(0).await?;
    browser
        .evaluate("find('.fold-out[open] > summary').click()")
        .await?;
    framed.leave().await?;
    framed.wait_for_height(0, &format!("< {unfolded}")).await?;

    let told = "told.map(({ data }) => Object.keys(data).join() + ':' + data.type)";
    let told = browser.evaluate(told).await?;
    for message in told.as_array().into_iter().flatten() {
        assert_eq!(message, "type,height:assay-height");
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn every_layout_is_accessible_in_a_frame() -> anyhow::Result<()> {
    let layouts = ["inline", "compact", "card", "full"];
    let queries = layouts.map(|layout| format!("layout={layout}"));
    let framed = Framed::start("frame-layouts", &queries.each_ref().map(String::as_str)).await?;
    for (index, layout) in (0..).zip(layouts) {
        framed.enter(index).await?;
        let drawn = framed
            .browser
            .evaluate("find('.assay').dataset.layout")
            .await?;
        assert_eq!(drawn, layout);
        framed.browser.load_axe_core().await?;
        assert_eq!(framed.browser.sideways_overflow().await?, 0, "{layout}");
        framed.leave().await?;
    }
    assert_accessible(&framed.browser, "the page and its frames").await
}

/// What a chip opens lies above the page, which in a frame is no higher than the chip.
#[tokio::test]
async fn a_chip_in_a_frame_tells_the_height_of_what_it_opens() -> anyhow::Result<()> {
    let framed = Framed::start("frame-chip", &["layout=inline"]).await?;
    let chip = framed.height_of_the_badge(0).await?;
    framed.enter(0).await?;
    framed.browser.find(".badge-chip").await?.click().await?;
    framed.leave().await?;
    let opened = framed.wait_for_height(0, "> 300").await?;
    assert!(chip < 60.0 && opened < 6000.0, "{chip}, {opened}");
    framed.enter(0).await?;
    framed
        .browser
        .evaluate("find('.sheet-bar button').click()")
        .await?;
    framed.leave().await?;
    framed.wait_for_height(0, &format!("=== {chip}")).await?;
    Ok(())
}

/// Links lead out of the frame, and the one to a check of one's own to the whole page.
#[tokio::test]
async fn links_leave_the_frame() -> anyhow::Result<()> {
    let framed = Framed::start("frame-links", &["layout=card"]).await?;
    framed.enter(0).await?;
    let links =
        "findAll('a:not([download])').map(a => [a.target, a.relList.contains('noopener'), a.href])";
    let links = framed.browser.evaluate(links).await?;
    let links = links.as_array().cloned().unwrap_or_default();
    assert!(links.len() >= 2, "{links:?}");
    for link in &links {
        assert_eq!(
            (&link[0], &link[1]),
            (&json!("_blank"), &json!(true)),
            "{link}"
        );
    }
    let check = format!("{}?url=http", framed.checker.url("/"));
    let checks = |link: &Value| {
        link[2]
            .as_str()
            .is_some_and(|href| href.starts_with(&check))
    };
    assert!(links.iter().any(checks), "{links:?}");
    Ok(())
}

#[tokio::test]
async fn parameters_are_the_elements_attributes() -> anyhow::Result<()> {
    let queries = [
        "as-of=2020-01-01&amp;network=never",
        "color-scheme=dark",
        "",
    ];
    let framed = Framed::start("frame-parameters", &queries).await?;
    let browser = &framed.browser;
    browser.client().enter_frame(0).await?;
    browser
        .wait_for(
            "a verdict for that day",
            "find('.assay')?.dataset.verdict === 'not-yet-valid'",
        )
        .await?;
    assert_eq!(browser.evaluate("find('.consent')").await?, json!(null));
    framed.leave().await?;
    let scheme = "getComputedStyle(document.documentElement).colorScheme";
    framed.enter(1).await?;
    assert_eq!(browser.evaluate(scheme).await?, "dark");
    framed.leave().await?;
    framed.enter(2).await?;
    assert_eq!(browser.evaluate(scheme).await?, "light dark");
    assert!(browser.evaluate("Boolean(find('.consent'))").await? == json!(true));
    Ok(())
}

/// A link with `embed` in it must not skip the question that the page asks.
#[tokio::test]
async fn opened_by_itself_it_is_the_page_and_asks() -> anyhow::Result<()> {
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let badges = open_site("frame-alone", &[("minimal.json", &badge)])?;
    let browser = Browser::start().await?;
    let url = badges.url("/minimal.json");
    browser
        .open(&format!("/?embed&layout=card&url={url}"))
        .await?;
    browser
        .wait_for(
            "the question",
            "find('.link-question') && find('.drop-zone')",
        )
        .await?;
    assert_eq!(badges.requests(), [""; 0]);
    Ok(())
}
