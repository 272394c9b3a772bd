//! `<assay-badge>` on a page of another site than its script, embedded as the uploaded folder's README
//! says.

mod support;

use std::path::{Path, PathBuf};

use browser_tests::{ANY_PORT, Browser, RunningServer, StaticServer, built_page};
use serde_json::Value;
use support::{samples, site};

/// The address that the README has in place of the reader's own.
const PLACEHOLDER: &str = "https://badges.example/";
const BADGE: &str = "<assay-badge src=\"badge.json\" registry=\"registry.json\">\
    <a href=\"badge.json\">My badge</a></assay-badge>";
const GENUINE: &str = "find('assay-badge').report?.verdict === 'genuine'";

/// The uploaded folder, at a host of its own, whose files other sites may read.
fn host(folder: &Path) -> anyhow::Result<RunningServer> {
    StaticServer::new(folder)
        .header("access-control-allow-origin", "*")?
        .start(ANY_PORT)
}

/// A copy of the uploaded folder's program in which one file ends otherwise.
fn altered(name: &str, file: &str, ending: &[u8]) -> anyhow::Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder)?;
    for part in ["assay.js", "common_bg.wasm"] {
        let mut bytes = std::fs::read(built_page()?.join(part))?;
        if part == file {
            bytes.extend_from_slice(ending);
        }
        std::fs::write(folder.join(part), bytes)?;
    }
    Ok(folder)
}

/// The README's own line with the script, for this host.
fn script_line(host: &RunningServer) -> anyhow::Result<String> {
    let readme = std::fs::read_to_string(built_page()?.join("README.txt"))?;
    let line = readme.lines().find(|line| line.contains("<script"));
    let line = line.unwrap_or_default().trim();
    assert!(line.contains(" integrity=\"sha384-"), "{line}");
    let version = format!("assay/{}/", env!("CARGO_PKG_VERSION"));
    Ok(line.replace(&format!("{PLACEHOLDER}{version}"), &host.url("")))
}

/// A page at its own host, under the README's policy for this script's host and for no other.
async fn open(name: &str, head: &str, hosts: &[&RunningServer]) -> anyhow::Result<Browser> {
    let html = format!(
        "<!doctype html><html lang=en><title>A portfolio</title><link rel=icon href=data:,>{head}{BADGE}"
    );
    let badge = std::fs::read(samples().join("rich-genuine.json"))?;
    let registry = std::fs::read(samples().join("registry.json"))?;
    let files: [(&str, &[u8]); 3] = [
        ("index.html", html.as_bytes()),
        ("badge.json", &badge),
        ("registry.json", &registry),
    ];
    let hosts: Vec<String> = hosts.iter().map(|host| host.url("")).collect();
    let hosts = hosts.join(" ");
    let policy = format!(
        "default-src 'none'; script-src {hosts} 'wasm-unsafe-eval'; connect-src 'self' {hosts}; \
         img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let site = site(name, &files)?.header("content-security-policy", &policy)?;
    let browser = Browser::with_site(site).await?;
    browser.open("/").await?;
    Ok(browser)
}

/// Waits for an error on the console with this word in it, and checks that the link inside the element is
/// to be seen, and no card.
async fn assert_refused(browser: &Browser, word: &str) -> anyhow::Result<()> {
    for _ in 0..100 {
        if browser.console_errors().await?.join("\n").contains(word) {
            let text = browser.text().await?;
            assert_eq!(text.trim(), "My badge");
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!(
        "no error about {word}: {:?}",
        browser.console_errors().await?
    )
}

#[tokio::test]
async fn the_line_of_the_instructions_works_under_a_strict_policy() -> anyhow::Result<()> {
    let host = host(&built_page()?)?;
    let browser = open("pinned", &script_line(&host)?, &[&host]).await?;
    browser.wait_for("the verdict", GENUINE).await?;
    assert_eq!(host.requests(), ["GET /assay.js", "GET /common_bg.wasm"]);
    assert_eq!(browser.console_errors_and_warnings().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_hashes_for_programs_are_those_of_the_instructions() -> anyhow::Result<()> {
    let text = std::fs::read_to_string(built_page()?.join("integrity.json"))?;
    let hashes: Value = serde_json::from_str(&text)?;
    let hash = hashes["integrity"]["assay.js"].as_str().unwrap_or_default();
    let readme = std::fs::read_to_string(built_page()?.join("README.txt"))?;
    assert!(readme.contains(&format!("integrity=\"{hash}\"")), "{hash}");
    assert_eq!(hashes["version"], env!("CARGO_PKG_VERSION"));
    Ok(())
}

#[tokio::test]
async fn an_altered_script_is_refused() -> anyhow::Result<()> {
    let host = host(&altered("altered-script", "assay.js", b"\n")?)?;
    let browser = open("altered-script-page", &script_line(&host)?, &[&host]).await?;
    assert_refused(&browser, "integrity").await?;
    assert_eq!(
        browser
            .evaluate("customElements.get('assay-badge') === undefined")
            .await?,
        true
    );
    assert_eq!(host.requests(), ["GET /assay.js"]);
    Ok(())
}

/// A custom section at the end, which WebAssembly itself would not mind.
#[tokio::test]
async fn an_altered_program_is_refused() -> anyhow::Result<()> {
    let host = host(&altered(
        "altered-program",
        "common_bg.wasm",
        b"\0\x02\x01x",
    )?)?;
    let browser = open("altered-program-page", &script_line(&host)?, &[&host]).await?;
    assert_refused(&browser, "integrity").await?;
    assert_eq!(
        browser.evaluate("find('assay-badge').report").await?,
        Value::Null
    );
    Ok(())
}

#[tokio::test]
async fn a_host_that_lets_no_other_page_read_leaves_what_is_inside() -> anyhow::Result<()> {
    let host = StaticServer::new(built_page()?).start(ANY_PORT)?;
    let browser = open("without-cors", &script_line(&host)?, &[&host]).await?;
    assert_refused(&browser, "CORS").await
}

/// The same script twice, and from a second host: one definition, one program, no error.
#[tokio::test]
async fn several_scripts_on_a_page_define_the_element_once() -> anyhow::Result<()> {
    let (one, other) = (host(&built_page()?)?, host(&built_page()?)?);
    let line = script_line(&one)?;
    let head = format!("{line}{line}{}", script_line(&other)?);
    let browser = open("twice", &head, &[&one, &other]).await?;
    browser.wait_for("the verdict", GENUINE).await?;
    assert_eq!(one.requests(), ["GET /assay.js", "GET /common_bg.wasm"]);
    assert_eq!(other.requests(), ["GET /assay.js"]);
    assert_eq!(browser.console_errors_and_warnings().await?, [""; 0]);
    Ok(())
}

/// Without a hash in the page, another ending makes a script that is as good: another version, say.
#[tokio::test]
async fn two_versions_on_a_page_do_no_harm() -> anyhow::Result<()> {
    let new = host(&built_page()?)?;
    let old = host(&altered("older", "assay.js", b"\n// older\n")?)?;
    let tag = |host: &RunningServer| {
        let script = host.url("assay.js");
        format!("<script type=module src={script}></script>")
    };
    let head = format!("{}{}", tag(&old), tag(&new));
    let browser = open("versions", &head, &[&new, &old]).await?;
    browser.wait_for("the verdict", GENUINE).await?;
    assert_eq!(old.requests(), ["GET /assay.js", "GET /common_bg.wasm"]);
    assert_eq!(
        new.requests(),
        ["GET /assay.js"],
        "the first one defines the element"
    );
    assert_eq!(browser.console_errors_and_warnings().await?, [""; 0]);
    Ok(())
}
