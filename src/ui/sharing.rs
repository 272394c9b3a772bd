//! What a card needs to know to put its badge on other pages.

use yew::AttrValue;

/// What a card needs to know to put its badge on other pages; only Assay's own page offers that.
#[derive(Clone, Debug, PartialEq)]
pub struct Sharing {
    /// The address of the folder of Assay's page, with a slash at its end.
    pub page: AttrValue,
    /// The web address that the badge's file came from, if it came from one.
    pub address: Option<AttrValue>,
}
