//! How a badge looks: under a page's colours and parts, on paper, in motion, in a reader's own colours.

mod support;

use browser_tests::ColourScheme;
use serde_json::json;
use support::embedded::{LAYOUTS, kinds, open_all, open_portfolio, show};

/// A page's dark scheme counts, whatever its reader prefers; and a light one.
#[tokio::test]
async fn the_card_follows_the_pages_colour_scheme() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let ground = "getComputedStyle(find('.badge-chip, .card')).backgroundColor";
    for (scheme, reader, expected) in [
        ("dark", ColourScheme::Light, "rgb(18, 25, 32)"),
        ("light", ColourScheme::Dark, "rgb(252, 249, 243)"),
        ("light dark", ColourScheme::Dark, "rgb(18, 25, 32)"),
        ("normal", ColourScheme::Dark, "rgb(252, 249, 243)"),
    ] {
        browser.set_colour_scheme(reader).await?;
        let set = "document.documentElement.style.colorScheme = given[0]";
        browser.evaluate_with(set, vec![json!(scheme)]).await?;
        for layout in LAYOUTS {
            show(&browser, layout, &["rich-genuine.json".to_owned()]).await?;
            assert_eq!(
                browser.evaluate(ground).await?,
                expected,
                "{layout}: {scheme}"
            );
        }
    }
    Ok(())
}

/// A page may colour what the badge says; the verdict looks as it does everywhere.
#[tokio::test]
async fn a_page_can_neither_hide_nor_recolour_the_verdict() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let look = "findAll('.headline, .mark, .hallmark-word, .caveats, .independent a').map(part => { \
         const look = getComputedStyle(part); \
         return [look.color, look.webkitTextFillColor, look.fontFamily, look.fontSize, look.lineHeight, \
             look.letterSpacing, look.textIndent, look.visibility, look.opacity, \
             part.checkVisibility({opacityProperty: true, visibilityProperty: true})]; })";
    browser
        .set_preferences(&[("prefers-reduced-motion", "reduce")])
        .await?;
    let theme = "Object.entries(given[0]).forEach(([name, value]) => \
         find('assay-badge').style.setProperty(name, value, 'important'))";
    for layout in ["card", "full"] {
        show(&browser, layout, &["expired.json".to_owned()]).await?;
        let before = browser.evaluate(look).await?;
        let white = json!({
            "--assay-accent": "white", "--assay-ground": "white", "--assay-ink": "white",
            "--assay-border": "white", "--assay-font-serif": "fantasy",
            "--assay-font-sans": "fantasy", "--assay-radius": "900px",
            "--our-ink": "white", "--bad": "white", "--paper": "white",
            "color": "white", "-webkit-text-fill-color": "transparent", "font-size": "0",
            "letter-spacing": "-1em", "line-height": "0", "filter": "grayscale(1)",
            "clip-path": "inset(50%)", "mix-blend-mode": "screen", "text-indent": "-99em",
        });
        browser.evaluate_with(theme, vec![white]).await?;
        assert_eq!(browser.evaluate(look).await?, before, "{layout}");
        let content = browser
            .evaluate("getComputedStyle(find('.achievement-name')).color")
            .await?;
        assert_eq!(
            content, "rgb(255, 255, 255)",
            "the badge's own words follow"
        );
        let host = browser
            .evaluate("(look => [look.filter, look.clipPath, look.mixBlendMode])(getComputedStyle(find('assay-badge')))")
            .await?;
        assert_eq!(host, json!(["none", "none", "normal"]));
        for nonsense in ["0px", "-40px", "calc(infinity * 1px)", "nonsense"] {
            let sizes = json!({
                "--assay-font-size": nonsense, "--assay-space": nonsense,
                "--assay-max-width": nonsense, "--assay-radius": nonsense,
            });
            browser.evaluate_with(theme, vec![sizes]).await?;
            let size = "parseFloat(getComputedStyle(find('.headline')).fontSize)";
            let size = browser.evaluate(size).await?.as_f64().unwrap_or_default();
            assert!((14.0..=40.0).contains(&size), "{layout} {nonsense}: {size}");
            assert_eq!(
                browser.evaluate(HEADLINE_IS_ON_TOP).await?,
                json!([]),
                "{nonsense}"
            );
        }
    }
    Ok(())
}

/// The headlines of which something else is seen at their middle.
const HEADLINE_IS_ON_TOP: &str = "findAll('.headline').filter(headline => { \
     headline.scrollIntoView({block: 'center', behavior: 'instant'}); \
     const {left, right, top, bottom} = headline.getBoundingClientRect(); \
     const seen = headline.getRootNode().elementFromPoint(left + Math.min(20, (right - left) / 2), (top + bottom) / 2); \
     return !headline.contains(seen); }).map(headline => headline.textContent)";

/// `::part()` reaches what the badge says, in the box that nothing leaves, and nothing of the verdict.
#[tokio::test]
async fn parts_hold_no_verdict_and_cover_none() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let style = "(() => { const sheet = new CSSStyleSheet(); \
         for (const name of ['badge', 'issuer', 'name', 'picture', 'skills']) \
             for (const where of ['', '::before']) \
                 sheet.insertRule(`assay-badge::part(${name})${where} { background: red; content: 'Verified'; \
                     inset: -900px; margin: -900px; position: fixed; transform: scale(9); z-index: 99 }`); \
         document.adoptedStyleSheets = [sheet]; })()";
    for layout in LAYOUTS {
        show(&browser, layout, &kinds()).await?;
        open_all(&browser).await?;
        let names = browser
            .evaluate("findAll('[part]').map(part => part.getAttribute('part'))")
            .await?;
        for name in names.as_array().into_iter().flatten() {
            let known = ["badge", "issuer", "name", "picture", "skills"];
            assert!(known.iter().any(|known| name == known), "{name}");
        }
        let wrong = "findAll('[part]').filter(part => !part.parentElement.closest('.content') || \
             part.querySelector('.headline, .mark, .caveats, .consent, .independent')).length";
        assert_eq!(browser.evaluate(wrong).await?, 0, "{layout}");
        browser.evaluate(style).await?;
        assert_eq!(
            browser.evaluate(HEADLINE_IS_ON_TOP).await?,
            json!([]),
            "{layout}"
        );
        browser.evaluate("document.adoptedStyleSheets = []").await?;
    }
    Ok(())
}

/// A mark is stamped in 120 milliseconds, and not at all for readers who asked for less motion.
#[tokio::test]
async fn motion_is_short_and_can_be_declined() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let durations = "[...new Set(findAll('.mark').map(mark => \
         (look => look.animationName === 'none' ? '' : look.animationDuration)(getComputedStyle(mark))))]";
    for (preference, expected) in [("no-preference", json!(["0.12s"])), ("reduce", json!([""]))] {
        browser
            .set_preferences(&[("prefers-reduced-motion", preference)])
            .await?;
        show(&browser, "card", &["expired.json".to_owned()]).await?;
        assert_eq!(browser.evaluate(durations).await?, expected, "{preference}");
        let moving = "findAll('.assay *').filter(part => \
             (look => look.transitionDuration !== '0s')(getComputedStyle(part))).length";
        assert_eq!(browser.evaluate(moving).await?, 0, "{preference}");
    }
    Ok(())
}

/// On paper all that matters is unfolded, nothing asks to be pressed, and no link is to nowhere.
#[tokio::test]
async fn print_unfolds_what_matters() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in ["card", "full"] {
        show(&browser, layout, &["rich-genuine.json".to_owned()]).await?;
        browser.set_medium("print").await?;
        let seen = "findAll('.assay :is(button, form, .result-name, .check-question, .json pre)') \
             .filter(part => part.checkVisibility()).map(part => part.localName)";
        let seen: Vec<String> = serde_json::from_value(browser.evaluate(seen).await?)?;
        let count = |name: &str| seen.iter().filter(|seen| *seen == name).count();
        assert!(count("p") >= 3, "{layout}: the results: {seen:?}");
        assert_eq!(count("span"), 8, "{layout}: the checks: {seen:?}");
        assert_eq!(count("pre"), 0, "{layout}: the report as JSON: {seen:?}");
        assert_eq!(count("form"), 0, "{layout}: {seen:?}");
        // The marks are buttons, and no look of a button is on them.
        assert_eq!(count("button"), 4, "{layout}: {seen:?}");
        browser.set_medium("screen").await?;
    }
    Ok(())
}

/// Where a reader's system chooses the colours, the marks are still told apart, by form.
#[tokio::test]
async fn forced_colours_keep_the_marks_apart() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    browser
        .set_preferences(&[("forced-colors", "active")])
        .await?;
    for layout in LAYOUTS {
        show(
            &browser,
            layout,
            &["expired.json".to_owned(), "unlisted-issuer.json".to_owned()],
        )
        .await?;
        let forms = browser
            .evaluate(
                "findAll('.mark').map(mark => { const shape = getComputedStyle(mark.querySelector('.mark-shape')); \
                 return [shape.fill !== 'none', shape.strokeDasharray !== 'none', \
                     !!mark.querySelector('.mark-strike')].join(); })",
            )
            .await?;
        let (solid, outline, struck) = ("true,false,false", "false,true,false", "false,false,true");
        assert_eq!(
            forms,
            json!([solid, solid, solid, struck, solid, solid, outline, solid]),
            "{layout}"
        );
    }
    Ok(())
}
