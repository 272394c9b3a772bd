//! What the element's attributes ask for.

use web_sys::Element;
use yew::AttrValue;

use crate::evidence::Relay;
use crate::present::english::{as_of, consent};
use crate::timestamp::Timestamp;
use crate::ui::{Layout, Network, end_of_day};

/// What the element's attributes ask for.
#[derive(Clone, PartialEq)]
pub struct Attributes {
    pub src: AttrValue,
    /// Empty where the page names none.
    pub registry: AttrValue,
    pub network: Network,
    pub layout: Layout,
    pub as_of: Option<Timestamp>,
    pub is_sample: bool,
    /// What of that cannot be done.
    pub problem: Option<&'static str>,
}

impl Attributes {
    /// Reads them. What cannot be read is left out and said: it never makes a verdict better.
    pub fn of(element: &Element) -> Self {
        let text = |name| element.get_attribute(name).unwrap_or_default();
        let (relay, as_of) = (text("relay"), text("as-of"));
        let (relay, as_of) = (relay.trim(), as_of.trim());
        let network = Network {
            relay: Relay::parse(relay),
            ..Network::parse(&text("network"))
        };
        let time = Timestamp::parse(as_of).ok().or_else(|| end_of_day(as_of));
        Self {
            src: text("src").into(),
            registry: text("registry").into(),
            layout: Layout::parse(&text("layout")).unwrap_or_default(),
            problem: match (relay, as_of) {
                (_, as_of) if !as_of.is_empty() && time.is_none() => Some(as_of::UNREADABLE),
                (relay, _) if !relay.is_empty() && network.relay.is_none() => {
                    Some(consent::RELAY_UNREADABLE)
                }
                _ => None,
            },
            network,
            as_of: time,
            is_sample: element.has_attribute("sample"),
        }
    }
}
