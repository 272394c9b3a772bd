//! The issuer. Only a registry's name stands bare; what the badge says of its issuer is "calls
//! itself".

use yew::prelude::*;

use super::part::{Fact, facts, part, unstated};
use super::text::{address, claimed, identifier, linked, plain, warnings};
use crate::credential::{Claims, Issuer};
use crate::present::english::{self, card, layouts};
use crate::present::{Picture, picture};
use crate::report::{Listing, Report};

/// Who issued it; in brief without what it says of itself.
pub fn issuer(claims: &Claims, report: &Report, is_brief: bool) -> Html {
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
    let id = issuer.id.as_deref();
    let id = id.map(|id| (card::IDENTIFIER, identifier(id)));
    let [website, email] = addresses(issuer).map(|address| address.filter(|_| !is_brief));
    let rows = facts([id, website, email]);
    let content = html! {
        <>
            { name }
            { rows }
            if let Some(sentence) = english::identity(report) {
                <p class="quiet">{ sentence }</p>
            }
            if let Some(description) = issuer.description.as_ref().filter(|_| !is_brief) {
                <p class="quiet">{ card::OWN_WORDS }{ " " }{ claimed(description) }</p>
            }
        </>
    };
    part("issuer", card::ISSUER, content)
}

/// What was left out of the issuer in brief.
pub fn issuer_rest(issuer: &Issuer) -> Html {
    let addresses = addresses(issuer);
    if issuer.description.is_none() && addresses.iter().all(Option::is_none) {
        return Html::default();
    }
    let content = html! {
        <>
            { facts(addresses) }
            if let Some(description) = &issuer.description {
                <p>{ claimed(description) }</p>
            }
        </>
    };
    part("issuer-rest", layouts::ABOUT_ISSUER, content)
}

fn addresses(issuer: &Issuer) -> [Fact; 2] {
    let (website, email) = (issuer.url.as_deref(), issuer.email.as_deref());
    [
        website.map(|url| (card::WEBSITE, address(url))),
        email.map(|email| (card::EMAIL, plain(email))),
    ]
}

/// Who issued it, in a line: a registry's name bare, any other with the identifier.
pub fn issuer_line(report: &Report) -> Html {
    let issuer = &report.claims.issuer;
    match (report.listings.first(), &issuer.name, &issuer.id) {
        (Some(listing), ..) => plain(&listing.name),
        (None, Some(name), Some(id)) => html! {
            <>
                <span class="one-line">
                    <span class="quiet">{ card::CALLS_ITSELF }</span>{ " " }{ claimed(name) }
                </span>
                { " " }<span class="one-line">{ identifier(id) }</span>
            </>
        },
        _ => profile(issuer),
    }
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
