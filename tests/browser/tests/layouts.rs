//! A badge in each of its layouts, with each kind of verdict.

mod support;

use browser_tests::{Browser, ColourScheme};
use serde_json::{Value, json};
use support::embedded::{MARKS, open_all, open_chip, show};
use support::{assert_accessible, index};

const LAYOUTS: [&str; 4] = ["inline", "compact", "card", "full"];
const WIDTHS: [u32; 5] = [280, 360, 560, 768, 1280];

/// Files, one of each kind of verdict, and the start of its headline.
const KINDS: [(&str, &str); 10] = [
    ("rich-genuine.json", "Genuine, from Northfield University"),
    ("unlisted-issuer.json", "Genuine signature from did:key:"),
    ("status-unknown.json", "Genuine signature; we couldn't"),
    ("expired.json", "Genuine, but expired on"),
    ("not-yet-valid.json", "Genuine, but not valid until"),
    ("unsigned.json", "We couldn't confirm this badge."),
    ("altered.json", "Don't rely on this badge."),
    ("record.json", "Genuine, from Northfield University"),
    ("presentation.json", "The least sure of them is number 2"),
    ("no-such-badge.json", "This badge couldn't be loaded."),
];

async fn open_portfolio() -> anyhow::Result<Browser> {
    let browser = Browser::start().await?;
    browser.open("/samples/embed.html").await?;
    Ok(browser)
}

fn kinds() -> Vec<String> {
    KINDS.map(|(file, _)| file.to_owned()).to_vec()
}

/// What a reader can see, or hear, of each badge.
async fn texts(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let texts = browser
        .evaluate("findAll('assay-badge').map(badge => text(badge).replace(/\\s+/g, ' '))")
        .await?;
    Ok(serde_json::from_value(texts)?)
}

#[tokio::test]
async fn every_layout_says_every_verdict_and_fits_at_every_width() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("layouts");
    for layout in LAYOUTS {
        browser.set_viewport(1280, 900).await?;
        show(&browser, layout, &kinds()).await?;
        for ((file, headline), text) in KINDS.iter().zip(texts(&browser).await?) {
            assert!(text.contains(headline), "{layout} {file}: {text}");
        }
        for width in WIDTHS {
            browser.set_viewport(width, 900).await?;
            assert_eq!(browser.sideways_overflow().await?, 0, "{layout} at {width}");
            let picture = folder.join(format!("{layout}-{width}.png"));
            browser.screenshot(picture).await?;
        }
        assert_accessible(&browser, layout).await?;
    }
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

/// The four marks, and no other row of them is shorter.
#[tokio::test]
async fn every_layout_shows_all_four_marks_in_their_order() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in LAYOUTS {
        let badges: Vec<String> = kinds().into_iter().take(9).collect();
        show(&browser, layout, &badges).await?;
        let rows = browser
            .evaluate(
                "findAll('assay-badge').map(badge => \
                 [...badge.shadowRoot.querySelectorAll('.hallmarks, .small-hallmarks, .tiny-hallmarks')] \
                 .map(row => [...row.querySelectorAll('.mark')].map(mark => mark.dataset.mark)))",
            )
            .await?;
        for (badge, rows) in badges.iter().zip(rows.as_array().into_iter().flatten()) {
            let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
            assert!(!rows.is_empty(), "{layout} {badge}");
            for row in rows {
                assert_eq!(*row, json!(MARKS), "{layout} {badge}");
            }
        }
    }
    Ok(())
}

/// In small no more is said of a badge than at length: nothing that nobody signed, and no picture.
#[tokio::test]
async fn a_badge_that_is_not_confirmed_keeps_its_name_and_picture_to_itself() -> anyhow::Result<()>
{
    let browser = open_portfolio().await?;
    let badges = ["altered.json", "strangers-key.json", "unsigned.json"].map(str::to_owned);
    for layout in ["inline", "compact", "card"] {
        show(&browser, layout, &badges).await?;
        let seen = browser
            .evaluate(
                "findAll('assay-badge').map(badge => [...badge.shadowRoot.querySelectorAll('*')] \
                 .filter(part => part.checkVisibility() && !part.children.length) \
                 .map(part => part.textContent).join(' '))",
            )
            .await?;
        for text in seen.as_array().into_iter().flatten() {
            let text = text.as_str().unwrap_or_default();
            for claim in [
                "Data Analysis",
                "First Aid",
                "Northfield",
                "Harbour",
                "Robin",
            ] {
                assert!(!text.contains(claim), "{layout}: {text}");
            }
        }
        assert_eq!(browser.evaluate("findAll('.assay img').length").await?, 0);
    }
    Ok(())
}

/// An issuer whom no registry lists "calls itself" so in every layout that names it.
#[tokio::test]
async fn a_name_that_nobody_confirms_is_the_issuers_own_word() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in ["compact", "card", "full"] {
        show(&browser, layout, &["unlisted-issuer.json".to_owned()]).await?;
        let text = texts(&browser).await?.remove(0);
        assert!(
            text.contains("calls itself Harbour Training"),
            "{layout}: {text}"
        );
    }
    show(&browser, "inline", &["unlisted-issuer.json".to_owned()]).await?;
    let text = texts(&browser).await?.remove(0);
    assert!(!text.contains("Harbour"), "{text}");
    Ok(())
}

/// What a small layout leaves out is one press away: the question, the caveats, the way to doubt.
#[tokio::test]
async fn one_press_opens_the_rest_of_a_row() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "compact", &kinds()).await?;
    let text = texts(&browser).await?.remove(2);
    assert!(text.contains("Check this yourself"), "{text}");
    assert_eq!(browser.evaluate("findAll('.consent').length").await?, 0);
    open_all(&browser).await?;
    browser
        .wait_for("the question", "find('.consent-allow')")
        .await?;
    let text = texts(&browser).await?.remove(2);
    for words in [
        "This does not check how good the course was.",
        "status.example",
        "Gives first aid until help arrives.",
        "The rest of it, and how we checked",
    ] {
        assert!(text.contains(words), "{words:?} is not in: {text}");
    }
    browser
        .evaluate("findAll('.assay details').forEach(details => details.open = true)")
        .await?;
    for width in WIDTHS {
        browser.set_viewport(width, 900).await?;
        assert_eq!(browser.sideways_overflow().await?, 0, "open at {width}");
    }
    assert_accessible(&browser, "open rows").await?;
    // WCAG 2.2, success criterion 2.5.8; links within sentences need not be so large.
    let small = "findAll('.assay :is(button, summary, input, textarea, .row-actions a)') \
         .filter(target => target.checkVisibility()).filter(target => { \
             const {width, height} = target.getBoundingClientRect(); return width < 24 || height < 24; \
         }).map(target => target.outerHTML.slice(0, 80))";
    assert_eq!(browser.evaluate(small).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn one_press_opens_a_chips_card_above_the_page() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "inline", &kinds()).await?;
    // It flows in its sentence.
    let is_inline = "findAll('assay-badge').every(badge => \
         getComputedStyle(badge).display === 'inline' && \
         [...badge.shadowRoot.querySelectorAll('.badge-chip')].every(chip => \
             chip.getBoundingClientRect().height < 32))";
    assert_eq!(browser.evaluate(is_inline).await?, true);
    for (number, words) in [
        (2, "status.example"),
        (6, "Unaltered"),
        (8, "signed that they present them"),
        (9, "Check this yourself"),
    ] {
        open_chip(&browser, number).await?;
        let sheet = browser
            .evaluate("text(find('.sheet:popover-open'))")
            .await?;
        let sheet = sheet.as_str().unwrap_or_default();
        assert!(sheet.contains("Check this yourself"), "{number}: {sheet}");
        assert!(sheet.contains(words), "{number}: {sheet}");
        assert_accessible(&browser, &format!("the card of chip {number}")).await?;
        for width in WIDTHS {
            browser.set_viewport(width, 900).await?;
            let is_within = "(({left, right}) => left >= 0 && right <= innerWidth)\
                 (find('.sheet:popover-open').getBoundingClientRect())";
            assert_eq!(browser.evaluate(is_within).await?, true, "at {width}");
            assert_eq!(browser.sideways_overflow().await?, 0, "at {width}");
        }
        browser
            .evaluate("find('.sheet:popover-open .sheet-bar button').click()")
            .await?;
        browser
            .wait_for("the card to close", "!find('.sheet:popover-open')")
            .await?;
    }
    Ok(())
}

/// The focus is at the verdict once the card is there, and back at the chip when it closes.
#[tokio::test]
async fn the_keyboard_opens_and_closes_a_chips_card() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "inline", &["rich-genuine.json".to_owned()]).await?;
    browser
        .find(".badge-chip")
        .await?
        .send_keys("\u{e007}")
        .await?;
    let focused = "find('assay-badge').shadowRoot.activeElement";
    browser
        .wait_for(
            "focus on the verdict",
            &format!("{focused}?.matches('.sheet .headline')"),
        )
        .await?;
    browser
        .find(".sheet .headline")
        .await?
        .send_keys("\u{e00c}")
        .await?;
    browser
        .wait_for(
            "focus on the chip",
            &format!("!find('.sheet:popover-open') && {focused}?.matches('.badge-chip')"),
        )
        .await
}

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

/// A sample is called one in every layout.
#[tokio::test]
async fn a_sample_is_labelled_for_good() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in LAYOUTS {
        show(
            &browser,
            layout,
            &[
                "rich-genuine.json".to_owned(),
                "presentation.json".to_owned(),
            ],
        )
        .await?;
        browser
            .evaluate("findAll('assay-badge').forEach(badge => badge.setAttribute('sample', ''))")
            .await?;
        browser
            .wait_for(
                "the labels",
                "findAll('assay-badge').every(badge => \
                 badge.shadowRoot.querySelector('.sample-label')?.checkVisibility())",
            )
            .await?;
        assert_accessible(&browser, &format!("{layout}, a sample")).await?;
    }
    Ok(())
}

/// The gallery's samples are all of the kinds above, or alike.
#[tokio::test]
async fn the_kinds_cover_every_verdict_of_the_samples() -> anyhow::Result<()> {
    let verdict = |file: &str| -> anyhow::Result<Option<Value>> {
        let samples = index()?;
        let sample = samples.iter().find(|sample| sample["file"] == file);
        Ok(sample.map(|sample| sample["verdict"].clone()))
    };
    for sample in index()? {
        let covered = KINDS
            .iter()
            .any(|(file, _)| verdict(file).ok().flatten() == Some(sample["verdict"].clone()));
        assert!(covered, "{sample}");
    }
    Ok(())
}
