//! What a person pasted or typed: a link, or the badge's own text.

use gloo::events::EventListener;
use web_sys::{Url, UrlSearchParams};
use yew::{AttrValue, Callback};

use crate::carrier::FileKind;
use crate::present::carried_badge;
use crate::present::english::carried;
use crate::ui::{BadgeFile, Content, Shared};

/// The web address of a badge, as it is to be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// With https, or http to this device; without a user's name, a password or a fragment.
    pub url: String,
    /// The host, with its port if it is an unusual one.
    pub host: String,
    /// Whether it was written with http.
    pub is_upgraded: bool,
}

impl Link {
    /// None for a text that is no web address. What people type is often without its scheme.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_bare = |text: &str| {
            text.contains('.') && !text.contains(|c: char| c.is_whitespace() || "@:".contains(c))
        };
        let url = match FileKind::of(text.as_bytes()) {
            FileKind::Url => Url::new(text),
            FileKind::Text if is_bare(text) => Url::new(&format!("https://{text}")),
            _ => return None,
        }
        .ok()?;
        let is_local = matches!(url.hostname().as_str(), "localhost" | "127.0.0.1");
        let is_upgraded = url.protocol() == "http:" && !is_local;
        if is_upgraded {
            url.set_protocol("https:");
        }
        url.set_username("");
        url.set_password("");
        url.set_hash("");
        Some(Self {
            url: url.href(),
            host: url.host(),
            is_upgraded,
        })
    }

    /// The file's name in the address, or the host.
    pub fn name(&self) -> String {
        let path = Url::new(&self.url).map_or_else(|_| String::new(), |url| url.pathname());
        let name = path.rsplit('/').find(|segment| !segment.is_empty());
        name.unwrap_or(&self.host).to_owned()
    }
}

/// The badge that a link to a page like this one carries (`#badge=`); None for any other text.
pub fn carried(text: &str) -> Option<BadgeFile> {
    let carried = match FileKind::of(text.as_bytes()) {
        FileKind::Url => carried_badge(text)?,
        _ => return None,
    };
    let content = match carried {
        Ok(bytes) => Content::Bytes(Shared::new(bytes)),
        Err(why) => Content::NotLoaded(carried::not_carried(&why).into()),
    };
    let name = carried::NAME.into();
    Some(BadgeFile { name, content })
}

/// The address of the page's folder, with a slash at its end; None where the page has no web address.
pub fn page_folder() -> Option<AttrValue> {
    let address = web_sys::window()?.location().href().ok()?;
    let address = address.split(['?', '#']).next()?;
    let folder = address.get(..=address.rfind('/')?)?;
    folder.starts_with("http").then(|| folder.to_owned().into())
}

/// What the page's own address names: itself where it carries a badge, else `?url=`, a link or a data:
/// URL.
pub fn in_page_address() -> Option<String> {
    carrying_page_address().or_else(|| {
        let query = web_sys::window()?.location().search().ok()?;
        UrlSearchParams::new_with_str(&query).ok()?.get("url")
    })
}

fn carrying_page_address() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    carried_badge(&address).is_some().then_some(address)
}

/// Tells of every other badge that the page's address carries later: a browser that is given another
/// fragment does not load the page anew.
pub fn listen_to_page_address(onaddress: Callback<String>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        if let Some(address) = carrying_page_address() {
            onaddress.emit(address);
        }
    }))
}
