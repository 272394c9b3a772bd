//! The issuer. Only a registry's name stands bare; what the badge says of its issuer is "calls
//! itself".

use yew::prelude::*;

use super::part::{facts, part, unstated};
use super::text::{address, claimed, identifier, linked, plain, warnings};
use crate::credential::{Claims, Issuer};
use crate::present::english::{self, card};
use crate::present::{Picture, picture};
use crate::report::{Listing, Report};

/// Who issued it.
pub fn issuer(claims: &Claims, report: &Report) -> Html {
    let issuer = &claims.issuer;
    let name = match report.listings.first() {
        Some(listing) => html! {
            <>
                <p class="issuer-name">{ logo(listing) }{ bare(listing) }</p>
                if let Some(legal_name) = &listing.legal_name {
                    <p class="quiet">{ card::LEGAL_NAME }{ " " }{ plain(legal_name) }</p>
                }
                <p class="quiet">{ card::LISTED_IN }{ " " }{ registries(&report.listings) }</p>
                { other_name(issuer, listing) }
            </>
        },
        None => self_given_name(issuer),
    };
    let rows = facts([
        issuer
            .id
            .as_deref()
            .map(|id| (card::IDENTIFIER, identifier(id))),
        issuer
            .url
            .as_deref()
            .map(|url| (card::WEBSITE, address(url))),
        issuer
            .email
            .as_deref()
            .map(|email| (card::EMAIL, plain(email))),
    ]);
    let content = html! {
        <>
            { name }
            { rows }
            if let Some(sentence) = english::identity(report) {
                <p class="quiet">{ sentence }</p>
            }
            if let Some(description) = &issuer.description {
                <p class="quiet">{ card::OWN_WORDS }{ " " }{ claimed(description) }</p>
            }
        </>
    };
    part("issuer", card::ISSUER, content)
}

/// A registry's name.
pub fn bare(listing: &Listing) -> Html {
    let name = plain(&listing.name);
    match &listing.url {
        Some(url) => linked(url, name),
        None => name,
    }
}

/// The registry's picture of it, if it comes with the entry: no host is asked for one. The name
/// stands beside it, so it says nothing to those who can't see it.
fn logo(listing: &Listing) -> Html {
    match &listing.logo {
        Some(url) if picture(url) == Picture::Embedded => html! {
            <img class="issuer-logo" src={url.clone()} alt="" />
        },
        _ => Html::default(),
    }
}

fn registries(listings: &[Listing]) -> String {
    let names: Vec<&str> = listings
        .iter()
        .map(|listing| listing.registry.as_str())
        .collect();
    names.join(", ")
}

/// The badge's own name for a listed issuer, where it is another.
fn other_name(issuer: &Issuer, listing: &Listing) -> Html {
    match &issuer.name {
        Some(name) if name.value != listing.name => html! {
            <>
                <p class="quiet">{ card::IN_THE_BADGE }{ " " }{ claimed(name) }</p>
                { warnings(&name.value) }
            </>
        },
        _ => Html::default(),
    }
}

/// A name that nobody confirms.
pub fn self_given_name(issuer: &Issuer) -> Html {
    match &issuer.name {
        Some(name) => html! {
            <>
                <p class="self-given">
                    <span class="quiet">{ card::CALLS_ITSELF }</span>{ " " }
                    <span class="issuer-name">{ claimed(name) }</span>
                </p>
                { warnings(&name.value) }
            </>
        },
        None => unstated(card::NO_ISSUER_NAME),
    }
}

/// A profile in a line.
pub fn profile(issuer: &Issuer) -> Html {
    match (&issuer.name, &issuer.id) {
        (Some(name), _) => html! { <>{ card::CALLS_ITSELF }{ " " }{ claimed(name) }</> },
        (None, Some(id)) => identifier(id),
        (None, None) => html! { card::SOMEBODY },
    }
}
