//! An issuer's words: isolated, so that their direction disturbs nothing around them.

use yew::prelude::*;

use crate::credential::Text;
use crate::net;
use crate::present::{self, Suspicion, english};

/// Characters of one text that are shown, markdown apart: about a page of a small screen. The file has
/// all of it.
const LONGEST: usize = 1_000;

/// A text of the issuer's without a language.
pub fn plain(text: &str) -> Html {
    html! { <bdi>{ shown(text) }</bdi> }
}

/// A text of the issuer's, in its language.
pub fn claimed(text: &Text) -> Html {
    html! { <bdi lang={text.language.clone()}>{ shown(&text.value) }</bdi> }
}

/// As much of a text of the issuer's as is shown.
pub fn shown(text: &str) -> String {
    cut(text, LONGEST)
}

/// At most so many characters of a text, and a sign where that is not all.
fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// An identifier with the part that matters dark.
pub fn identifier(id: &str) -> Html {
    // Letters of other scripts can reach into the lines around them.
    let is_foreign = (!id.is_ascii()).then_some("is-foreign");
    let [before, middle, after] = present::identifier(id).map(shown);
    html! {
        <bdi class={classes!("identifier", is_foreign)} dir="ltr" translate="no">
            { before }<b>{ middle }</b>{ after }
        </bdi>
    }
}

/// The same within a sentence of ours: of one that is very long, the start.
fn brief_identifier(id: &str) -> Html {
    const LONGEST: usize = 80;
    identifier(&cut(id, LONGEST))
}

/// A sentence of ours, an identifier in it set apart from our own words.
pub fn identifier_in(sentence: &str, id: Option<&str>) -> Html {
    let split = id
        .filter(|id| !id.is_empty())
        .and_then(|id| Some((sentence.split_once(id)?, id)));
    match split {
        Some(((before, after), id)) => html! {
            <>{ before.to_owned() }{ brief_identifier(id) }{ after.to_owned() }</>
        },
        None => html! { sentence.to_owned() },
    }
}

/// What is said about a name that may not be what it seems.
pub fn warnings(name: &str) -> Html {
    html! { { for present::suspicions(name).into_iter().map(warning) } }
}

/// One of them.
pub fn warning(suspicion: Suspicion) -> Html {
    html! { <p class="warning">{ english::suspicion(suspicion) }</p> }
}

/// `label` as a link, where the address may be followed; else `label` alone.
pub fn linked(href: &str, label: Html) -> Html {
    match present::link(href) {
        Some(link) => html! {
            <a href={link.href} target="_blank" rel="noopener noreferrer nofollow external">
                { label }
                <span class="for-ears">{ " " }{ english::card::OPENS_TAB }</span>
            </a>
        },
        None => label,
    }
}

/// `label` as a link with the host that it leads to, since a label can say what it likes.
pub fn linked_with_host(href: &str, label: Html) -> Html {
    let host = present::link(href).and_then(|link| net::host(&link.href));
    html! {
        <>
            { linked(href, label) }
            if let Some(host) = host {
                <span class="host">{ " (" }<bdi dir="ltr">{ host }</bdi>{ ")" }</span>
            }
        </>
    }
}

/// An address as its own label; text where it may not be followed.
pub fn address(href: &str) -> Html {
    linked(href, identifier(href))
}
