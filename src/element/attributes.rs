//! What the element's attributes ask for.

use web_sys::{Element, Url};
use yew::AttrValue;

use crate::evidence::Relay;
use crate::present::english::{as_of, consent, element};
use crate::timestamp::Timestamp;
use crate::ui::{Layout, Network, end_of_day};

/// What the element's attributes ask for; `src` and `loading` are its class's.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributes {
    /// Empty where the page names none.
    pub registry: AttrValue,
    pub network: Network,
    pub layout: Layout,
    pub as_of: Option<Timestamp>,
    /// Whom the badge should belong to.
    pub recipient: Option<AttrValue>,
    pub is_sample: bool,
    /// The address of a page that checks files.
    pub checker: AttrValue,
    /// What of that cannot be done.
    pub problems: Vec<&'static str>,
}

impl Attributes {
    /// Reads them; `home` is the checking page where they name none. What cannot be read is left out and
    /// said: it never makes a verdict better.
    pub fn of(element: &Element, home: &str) -> Self {
        let text = |name| {
            let text = element.get_attribute(name).unwrap_or_default();
            text.trim().to_owned()
        };
        let mut problems = Vec::new();
        let mut or_say = |is_fine: bool, problem| {
            if !is_fine {
                problems.push(problem);
            }
        };

        let layout = text("layout");
        let known_layout = Layout::parse(&layout);
        or_say(layout.is_empty() || known_layout.is_some(), element::LAYOUT);

        let loading = text("loading");
        let is_known = matches!(loading.as_str(), "" | "lazy" | "eager");
        or_say(is_known, element::LOADING);

        let network = text("network");
        let known_network = Network::parse(&network);
        or_say(
            network.is_empty() || known_network.is_some(),
            element::NETWORK,
        );

        let relay = text("relay");
        let known_relay = Relay::parse(&relay);
        or_say(
            relay.is_empty() || known_relay.is_some(),
            consent::RELAY_UNREADABLE,
        );

        let as_of = text("as-of");
        let time = Timestamp::parse(&as_of).ok().or_else(|| end_of_day(&as_of));
        or_say(as_of.is_empty() || time.is_some(), as_of::UNREADABLE);

        let checker = text("checker");
        let base = element.base_uri().ok().flatten().unwrap_or_default();
        let known_checker = page(&checker, &base);
        or_say(
            checker.is_empty() || known_checker.is_some(),
            element::CHECKER,
        );

        Self {
            registry: text("registry").into(),
            network: Network {
                relay: known_relay,
                ..known_network.unwrap_or_default()
            },
            layout: known_layout.unwrap_or_default(),
            as_of: time,
            recipient: Some(text("recipient"))
                .filter(|recipient| !recipient.is_empty())
                .map(AttrValue::from),
            is_sample: element.has_attribute("sample"),
            checker: known_checker.unwrap_or_else(|| home.to_owned()).into(),
            problems,
        }
    }
}

/// The address of a page on the web, without its query and fragment.
fn page(address: &str, base: &str) -> Option<String> {
    let url = Url::new_with_base(address, base).ok()?;
    let is_web = matches!(url.protocol().as_str(), "https:" | "http:");
    (is_web && !address.is_empty()).then(|| format!("{}{}", url.origin(), url.pathname()))
}
