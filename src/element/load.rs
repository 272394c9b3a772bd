//! The files that an element's page names or hands over.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Blob;
use yew::AttrValue;

use super::shared_load::shared_load;
use crate::carrier::Unreadable;
use crate::evidence::Answer;
use crate::net;
use crate::policy::Bounds;
use crate::present::english;
use crate::trust::Registry;
use crate::ui::{BadgeFile, Content, NotRead, Shared, read_file};

/// What a file that the page hands over without a name is called.
const UNNAMED: &str = "credential";

/// Where the badge's file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// At an address, relative to the page.
    Address(AttrValue),
    /// The page holds it.
    Held(Blob),
}

impl From<JsValue> for Source {
    fn from(value: JsValue) -> Self {
        match value.dyn_into::<Blob>() {
            Ok(blob) => Self::Held(blob),
            Err(other) => Self::Address(other.as_string().unwrap_or_default().into()),
        }
    }
}

impl Source {
    /// The file, or why there is none.
    pub async fn file(&self) -> BadgeFile {
        let limit = Bounds::default().file_bytes;
        let (name, content) = match self {
            Self::Address(address) => {
                let content = match net::load(address.trim(), limit).await {
                    Answer::Response { status: 200, body } => Content::Bytes(Shared::new(body)),
                    other => Content::NotLoaded(english::not_loaded(&other).into()),
                };
                let name = address.rsplit('/').next().unwrap_or(address);
                (name.to_owned(), content)
            }
            Self::Held(blob) => {
                let content = match read_file(blob).await {
                    Ok(bytes) => Content::Bytes(Shared::new(bytes)),
                    Err(NotRead::TooLarge { limit }) => {
                        Content::Refused(Unreadable::TooLarge { limit })
                    }
                    Err(NotRead::ByDevice) => Content::NotLoaded(english::NOT_READ.into()),
                };
                let name = blob.dyn_ref().map(web_sys::File::name);
                (name.unwrap_or_else(|| UNNAMED.to_owned()), content)
            }
        };
        BadgeFile {
            name: name.into(),
            content,
        }
    }
}

/// The registries at these addresses that are there, and whether all are: without one less is known,
/// never more.
pub async fn registries(addresses: &str) -> (Vec<Registry>, bool) {
    let limit = Bounds::default().file_bytes;
    let mut registries = Vec::new();
    let mut is_whole = true;
    for address in addresses.split_whitespace() {
        let body = shared_load(address, limit).await;
        match body.and_then(|body| Registry::parse(&body).ok()) {
            Some(registry) => registries.push(registry),
            None => is_whole = false,
        }
    }
    (registries, is_whole)
}
