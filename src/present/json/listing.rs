//! What registries say of an issuer.

use serde::Serialize;

use crate::report;

/// A registry's entry. Its logo is left out: as a data: URL it could be most of the report.
#[derive(Serialize)]
pub(super) struct Listing<'a> {
    registry: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

pub(super) fn listings(listings: &[report::Listing]) -> Vec<Listing<'_>> {
    let listings = listings.iter().map(|listing| Listing {
        registry: &listing.registry,
        name: &listing.name,
        legal_name: listing.legal_name.as_deref(),
        url: listing.url.as_deref(),
    });
    listings.collect()
}
