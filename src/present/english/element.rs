//! What of an element's attributes cannot be done.

pub const LAYOUT: &str = "This page asks for a layout that there isn't, so this is the usual one.";
pub const LOADING: &str =
    "This page says “loading” in a way that we don't know, so the badge waited until it was near.";
pub const NETWORK: &str =
    "This page says whom we may ask in a way that we don't know, so we ask you first.";
pub const CHECKER: &str =
    "The checking page that this page names has no web address, so the link leads to ours.";
