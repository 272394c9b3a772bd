//! Badges that are made to look like something else: nothing of theirs leaves its box.

mod support;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser_tests::Browser;
use serde_json::{Value, json};
use signing::Issuer;
use support::embedded::{open_all, open_chip};
use support::open_site;

const LAYOUTS: [&str; 4] = ["inline", "compact", "card", "full"];
const WIDTHS: [u32; 3] = [280, 360, 1000];

/// Markup, style and script, for wherever a page would take them.
const MARKUP: &str = "<style>*{display:none!important}</style><script>window.hacked=1</script>\
    <img src=x onerror=\"window.hacked=1\"><h2 style=\"position:fixed;inset:0;background:green\">Genuine</h2>\
    </div></article></section>{{1+1}} \" onmouseover=\"window.hacked=1";

/// Markdown that links where no link should lead, and asks for what no badge should ask.
const MARKDOWN: &str = "# Genuine, from Harvard\n\n[a](javascript:window.hacked=1) \
    [b](data:text/html,<script>window.hacked=1</script>) [c](JaVaScRiPt:window.hacked=1) \
    [d](  javascript:window.hacked=1) [e](vbscript:x) [f](//tracker.example/x) \
    ![g](https://tracker.example/pixel.png) <img src=https://tracker.example/2.png> \
    <iframe src=https://tracker.example></iframe> <https://harvard.example/> \
    [Harvard](https://harvard.example.evil.example/)\n\n    * { position: fixed }\n\n---\n";

/// One text for every place of a badge where its issuer can write.
fn texts() -> Vec<(&'static str, String)> {
    let accents: String = ('\u{300}'..'\u{36f}').collect();
    vec![
        ("markup", MARKUP.to_owned()),
        ("markdown", MARKDOWN.to_owned()),
        (
            "bidi",
            "\u{202e}drawrof\u{2066}\u{2067}\u{202d} Genuine, from Harvard \u{202e}\u{202e}".repeat(9),
        ),
        ("a long word", "W".repeat(10_000)),
        ("long words", format!("{} ", "Donaudampfschiff".repeat(30)).repeat(20)),
        ("accents", format!("Z{accents}a{accents}l{accents}g{accents}o{accents} ").repeat(30)),
        ("lines", "x\n\n".repeat(4_000)),
        ("hard breaks", "x  \n".repeat(4_000)),
        ("lists in lists", (0..40).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect()),
        ("quotations", format!("{}x", "> ".repeat(400))),
        ("code", format!("    {}\n\n`{}`", "c".repeat(5_000), "d".repeat(5_000))),
        (
            "scripts",
            "شهادة في تحليل البيانات · תעודה · 数据分析证书 · データ分析 · डेटा विश्लेषण · การวิเคราะห์ · 👩🏽‍🚀🏳️‍🌈 · Ǆ \u{fdfd}\u{fdfd}\u{fdfd}"
                .to_owned(),
        ),
        ("nothing", " \u{200b}\u{2060}\u{ad}\u{3164}".to_owned()),
    ]
}

/// Pictures that are no pictures, or more of them than one asks for.
fn pictures() -> Vec<(&'static str, String)> {
    let data =
        |kind: &str, body: &str| format!("data:{kind};base64,{}", BASE64_STANDARD.encode(body));
    let svg = |body: &str| data("image/svg+xml", body);
    vec![
        (
            "a picture with a script",
            svg(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"parent.hacked=1\" width=\"9\" height=\"9\">\
                 <script>parent.hacked=1</script><image href=\"https://tracker.example/3.png\"/>\
                 <style>@import url(https://tracker.example/4.css);</style>\
                 <foreignObject width=\"9\" height=\"9\"><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"parent.hacked=1\"/></foreignObject></svg>",
            ),
        ),
        (
            "a picture of 90,000 pixels",
            svg(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90000\" height=\"90000\" overflow=\"visible\">\
                 <rect x=\"-9999\" y=\"-9999\" width=\"99999\" height=\"99999\" fill=\"lime\"/></svg>",
            ),
        ),
        (
            "a picture of one line",
            svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90000\" height=\"1\"/>"),
        ),
        ("no picture", "data:image/png;base64,AAAA".to_owned()),
        (
            "a web page",
            data("text/html", "<script>parent.hacked=1</script>"),
        ),
        ("a script", "javascript:window.hacked=1".to_owned()),
        (
            "a picture elsewhere",
            "https://tracker.example/5.png".to_owned(),
        ),
    ]
}

/// A badge that says `text` wherever it can say something, and has this picture.
fn badge(issuer: &Issuer, text: &str, picture: &str) -> Value {
    let id = |number: u32| format!("urn:uuid:5d1a3c9e-0b0c-4a44-8a43-0f6e3a7b9{number:03}");
    let level = json!({"id": id(3), "type": ["RubricCriterionLevel"], "name": text, "level": text, "description": text});
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": id(1),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": text,
        "issuer": {
            "id": issuer.id(), "type": ["Profile"], "name": text, "description": text,
            "email": text, "image": {"id": picture, "type": "Image"},
        },
        "validFrom": "2025-02-03T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{"type": "IdentityObject", "identityType": "name", "identityHash": text, "hashed": false}],
            "narrative": text, "role": text, "term": text, "licenseNumber": text,
            "achievement": {
                "id": id(2), "type": ["Achievement"],
                "name": text, "description": text, "criteria": {"narrative": text},
                "image": {"id": picture, "type": "Image", "caption": text},
                "tag": vec![text; 3], "fieldOfStudy": text, "specialization": text,
                "humanCode": text, "version": text,
                "alignment": [{
                    "type": ["Alignment"], "targetName": text, "targetDescription": text,
                    "targetFramework": text, "targetCode": text,
                    "targetUrl": "https://skills.example/1",
                }],
                "resultDescription": [{
                    "id": id(4), "type": ["ResultDescription"], "name": text, "resultType": "Result",
                    "valueMin": text, "valueMax": text, "requiredValue": text,
                    "rubricCriterionLevel": [level],
                }],
            },
            "result": [{"type": ["Result"], "resultDescription": id(4), "value": text, "achievedLevel": id(3)}],
        },
        "evidence": [{
            "type": ["Evidence"], "name": text, "description": text, "narrative": text,
            "genre": text, "audience": text,
        }],
    })
}

/// All of them, signed: what is attested is what is shown.
fn badges() -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let issuer = Issuer::did_key("hostile issuer");
    let pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    let texts = texts()
        .into_iter()
        .map(|(name, text)| (name, text, pixel.to_owned()));
    let pictures = pictures()
        .into_iter()
        .map(|(name, picture)| (name, "A badge".to_owned(), picture));
    texts
        .chain(pictures)
        .map(|(name, text, picture)| {
            let signed = issuer.sign(badge(&issuer, &text, &picture))?;
            Ok((
                format!("{}.json", name.replace(' ', "-")),
                serde_json::to_vec(&signed)?,
            ))
        })
        .collect()
}

/// What is wrong with the picture that the page gives, in words.
const WRONGS: &str = "(() => {
    const wrongs = [];
    const near = (box, frame) => box.width === 0 || box.height === 0 || (box.left >= frame.left - 1
        && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1);
    const shadow = find('assay-badge').shadowRoot;
    // What is seen of a node: its box, cut by all boxes around it that cut.
    const seen = (node) => {
        const {left, right, top, bottom} = node.getBoundingClientRect();
        const box = {left, right, top, bottom};
        for (let outer = node; outer instanceof Element; outer = outer.parentElement) {
            const look = getComputedStyle(outer);
            if (look.overflowX === 'visible' && !look.contain.includes('content') || look.display === 'inline') continue;
            const cut = outer.getBoundingClientRect();
            box.left = Math.max(box.left, cut.left); box.right = Math.min(box.right, cut.right);
            box.top = Math.max(box.top, cut.top); box.bottom = Math.min(box.bottom, cut.bottom);
        }
        return {...box, width: Math.max(0, box.right - box.left), height: Math.max(0, box.bottom - box.top)};
    };
    for (const frame of shadow.querySelectorAll('.card, .badge-chip')) {
        const edge = frame.getBoundingClientRect();
        for (const node of frame.querySelectorAll('*')) {
            if (!node.checkVisibility() || node.matches('.for-ears, .for-ears *, svg *')) continue;
            if (!near(seen(node), edge)) wrongs.push(`${node.localName}.${node.className} leaves the card`);
            const box = node.getBoundingClientRect();
            if (getComputedStyle(node).display !== 'inline'
                && !node.closest('.one-line, .chip-name, .is-long') && box.width > 0
                && (box.left < edge.left - 1 || box.right > edge.right + 1))
                wrongs.push(`${node.localName}.${node.className} is wider than the card`);
            if (['SCRIPT', 'STYLE', 'IFRAME', 'LINK'].includes(node.tagName)) wrongs.push(node.tagName);
            for (const {name, value} of node.attributes)
                if (name.startsWith('on') || /^\\s*(javascript|vbscript|data:text)/i.test(value) || name === 'style')
                    wrongs.push(`${node.localName} ${name}=${value.slice(0, 40)}`);
        }
    }
    // Nothing lies over the verdict: what is hit there is the verdict.
    for (const ours of shadow.querySelectorAll('.headline, .hallmark-word, .small-hallmarks .mark, .caveats li')) {
        if (!ours.checkVisibility() || ours.closest('.record-credentials')) continue;
        ours.scrollIntoView({block: 'center', behavior: 'instant'});
        const {left, right, top, bottom} = ours.getBoundingClientRect();
        for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
            const hit = shadow.elementFromPoint(left + Math.min(12, (right - left) / 2), y);
            if (hit !== ours && !ours.contains(hit) && !hit?.contains(ours) )
                wrongs.push(`over ${ours.className}: ${hit?.localName}.${hit?.className}`);
        }
    }
    if (window.hacked) wrongs.push('a script ran');
    // Some thirty fields are full of it, and each is cut: unbounded, they were ten times as tall.
    const height = find('assay-badge').getBoundingClientRect().height;
    if (height > 100000) wrongs.push(`it is ${height} pixels tall`);
    return [...new Set(wrongs)].slice(0, 12);
})()";

async fn show(browser: &Browser, layout: &str, src: &str) -> anyhow::Result<()> {
    let shown = "(() => {
        document.querySelectorAll('assay-badge').forEach(badge => badge.remove());
        const badge = document.createElement('assay-badge');
        badge.setAttribute('layout', given[0]);
        badge.setAttribute('src', given[1]);
        document.querySelector('main').prepend(badge);
    })()";
    browser
        .evaluate_with(shown, vec![json!(layout), json!(src)])
        .await?;
    browser
        .wait_for(
            "the verdict",
            "find('assay-badge').report && find('assay-badge').shadowRoot.querySelector('.assay[data-verdict]')",
        )
        .await?;
    let verdict = browser
        .evaluate("find('assay-badge').report.verdict")
        .await?;
    anyhow::ensure!(verdict == "unlisted", "{src} is {verdict}");
    Ok(())
}

/// In every layout, folded and unfolded, at every width.
async fn assert_harmless(browser: &Browser, layout: &str, name: &str) -> anyhow::Result<()> {
    for is_open in [false, true] {
        if is_open {
            match layout {
                "inline" => open_chip(browser, 0).await?,
                _ => open_all(browser).await?,
            }
            browser
                .evaluate("findAll('.assay details').forEach(details => details.open = true)")
                .await?;
        }
        for width in WIDTHS {
            browser.set_viewport(width, 800).await?;
            let state = format!("{name}, {layout}, open: {is_open}, at {width}");
            assert_eq!(browser.evaluate(WRONGS).await?, json!([]), "{state}");
            assert_eq!(browser.sideways_overflow().await?, 0, "{state}");
        }
    }
    Ok(())
}

async fn assert_all_harmless(layout: &str) -> anyhow::Result<()> {
    let badges = badges()?;
    let files: Vec<(&str, &[u8])> = badges
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let host = open_site(&format!("hostile-{layout}"), &files)?;
    let browser = Browser::start().await?;
    browser.open("/").await?;
    browser.wait_for("the page", "find('main')").await?;
    for (name, _) in &files {
        show(&browser, layout, &host.url(name)).await?;
        assert_harmless(&browser, layout, name).await?;
    }
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    // A picture that is none is no error of the page's.
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_chip_holds_everything_in() -> anyhow::Result<()> {
    assert_all_harmless(LAYOUTS[0]).await
}

#[tokio::test]
async fn a_row_holds_everything_in() -> anyhow::Result<()> {
    assert_all_harmless(LAYOUTS[1]).await
}

#[tokio::test]
async fn a_card_holds_everything_in() -> anyhow::Result<()> {
    assert_all_harmless(LAYOUTS[2]).await
}

#[tokio::test]
async fn a_full_card_holds_everything_in() -> anyhow::Result<()> {
    assert_all_harmless(LAYOUTS[3]).await
}
