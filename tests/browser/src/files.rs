//! Handing files to the page, as a person would.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::elements::Element;
use serde_json::json;

use crate::Browser;
use crate::browser::Running;

/// Under this name WebDriver's standard passes an element's identifier.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Makes files of the bytes and drops them on the element, with the events that a browser sends.
const DROP: &str = "(() => {
    const [selector, files] = given;
    const dataTransfer = new DataTransfer();
    for (const [name, encoded] of files) {
        const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
    }
    const target = find(selector);
    for (const type of ['dragenter', 'dragover', 'drop']) {
        const options = { dataTransfer, bubbles: true, cancelable: true, composed: true };
        target.dispatchEvent(new DragEvent(type, options));
    }
    return true;
})()";

/// Hands a text over as the event says: pasted, or dragged from another window.
const HAND_OVER: &str = "(() => {
    const [type, kind, text] = given;
    const data = new DataTransfer();
    data.setData(kind, text);
    const options = { bubbles: true, cancelable: true, composed: true };
    document.body.dispatchEvent(type === 'paste'
        ? pasteEvent(data)
        : new DragEvent(type, { dataTransfer: data, ...options }));
    return true;
})()";

impl Browser {
    /// The first element that matches the selector, in open shadow roots too.
    pub async fn find(&self, selector: &str) -> anyhow::Result<Element> {
        let found = self
            .evaluate_with("find(given[0])", vec![json!(selector)])
            .await?;
        let id = found[ELEMENT_KEY]
            .as_str()
            .with_context(|| format!("no element matches {selector}"))?
            .to_owned();
        Ok(Element::from_element_id(self.client().clone(), id.into()))
    }

    /// Chooses a file in the `<input type=file>` that matches the selector.
    pub async fn upload(&self, selector: &str, file: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = absolute(file.as_ref())?;
        let path = path.to_str().context("a file name that is not Unicode")?;
        self.find(selector)
            .await?
            .send_keys(path)
            .await
            .with_context(|| format!("cannot choose {path} in {selector}"))
    }

    /// Drops a file on the element that matches the selector.
    pub async fn drop_file(&self, selector: &str, file: impl AsRef<Path>) -> anyhow::Result<()> {
        let path = absolute(file.as_ref())?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        self.drop_files(selector, &[(&name, &bytes)]).await
    }

    /// Drops files at once, each a name and its bytes, on the element that matches the selector.
    pub async fn drop_files(&self, selector: &str, files: &[(&str, &[u8])]) -> anyhow::Result<()> {
        let encoded = files.iter();
        let encoded: Vec<_> = encoded
            .map(|(name, bytes)| (name, BASE64_STANDARD.encode(bytes)))
            .collect();
        self.evaluate_with(DROP, vec![json!(selector), json!(encoded)])
            .await
            .with_context(|| format!("cannot drop {} files on {selector}", files.len()))?;
        Ok(())
    }
}

impl Browser {
    /// Pastes a text onto the page, into no field.
    pub async fn paste(&self, text: &str) -> anyhow::Result<()> {
        self.hand_over("paste", "text/plain", text).await
    }

    /// Drops a link on the page, as it is dragged from another window.
    pub async fn drop_link(&self, url: &str) -> anyhow::Result<()> {
        self.hand_over("drop", "text/uri-list", url).await
    }

    async fn hand_over(&self, event: &str, kind: &str, text: &str) -> anyhow::Result<()> {
        let given = vec![json!(event), json!(kind), json!(text)];
        self.evaluate_with(HAND_OVER, given).await.map(drop)
    }

    /// Has the browser save downloads in this folder, which is emptied first.
    pub async fn download_to(&self, folder: &Path) -> anyhow::Result<()> {
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder)?;
        let folder = absolute(folder)?;
        match &self.running {
            Running::Chromium(_) => {
                let parameters = json!({ "behavior": "allow", "downloadPath": folder });
                self.devtools("Browser.setDownloadBehavior", parameters)
                    .await?;
            }
            Running::Firefox(firefox) => {
                let behaviour = json!({ "type": "allowed", "destinationFolder": folder });
                let parameters = json!({ "downloadBehavior": behaviour });
                let method = "browser.setDownloadBehavior";
                firefox.bidi().command(method, parameters)?;
            }
        }
        Ok(())
    }

    /// Waits for a download under this name, and returns its bytes.
    pub async fn downloaded(&self, folder: &Path, name: &str) -> anyhow::Result<Vec<u8>> {
        let file = folder.join(name);
        // A browser renames a download once it is whole; Firefox keeps its place by an empty file.
        for _ in 0..200 {
            match std::fs::read(&file) {
                Ok(bytes) if !bytes.is_empty() => return Ok(bytes),
                _ => {}
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let there: Vec<_> = std::fs::read_dir(folder)?.flatten().collect();
        anyhow::bail!("no download {name}; there is {there:?}")
    }
}

fn absolute(file: &Path) -> anyhow::Result<PathBuf> {
    file.canonicalize()
        .with_context(|| format!("there is no file {}", file.display()))
}
