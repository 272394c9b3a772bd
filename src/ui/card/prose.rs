//! Markdown as our own nodes: no HTML of an issuer's is ever inserted.

use yew::prelude::*;

use super::text::linked_with_host;
use crate::credential::Text;
use crate::present::markdown::{Element, Node, nodes};

/// A text of more bytes or lines than a printed page's has a window of its own.
const LONG: usize = 3_000;
const MANY_LINES: usize = 50;

/// A text in markdown.
pub fn prose(text: &Text) -> Html {
    let is_long = text.value.len() > LONG || text.value.lines().nth(MANY_LINES).is_some();
    html! {
        <div
            class={classes!("prose", is_long.then_some("is-long"))}
            // What scrolls has to be in reach of the keyboard.
            tabindex={is_long.then_some("0")}
            dir="auto"
            lang={text.language.clone()}
        >
            { all(&nodes(&text.value)) }
        </div>
    }
}

fn all(nodes: &[Node]) -> Html {
    html! { { for nodes.iter().map(one) } }
}

fn one(node: &Node) -> Html {
    match node {
        Node::Break => html! { <br /> },
        Node::Code(code) => html! { <code>{ code.clone() }</code> },
        Node::Element(kind, inner) => element(*kind, all(inner)),
        Node::Link(link, inner) => linked_with_host(&link.href, all(inner)),
        Node::Text(text) => html! { text.clone() },
    }
}

fn element(kind: Element, inner: Html) -> Html {
    match kind {
        Element::CodeBlock => html! { <pre>{ inner }</pre> },
        Element::Emphasis => html! { <em>{ inner }</em> },
        // No heading of the card's: an issuer's text has no place in its outline.
        Element::Heading => html! { <p class="prose-heading">{ inner }</p> },
        Element::Item => html! { <li>{ inner }</li> },
        Element::List => html! { <ul>{ inner }</ul> },
        Element::NumberedList => html! { <ol>{ inner }</ol> },
        Element::Paragraph => html! { <p>{ inner }</p> },
        Element::Quotation => html! { <blockquote>{ inner }</blockquote> },
        Element::Strong => html! { <strong>{ inner }</strong> },
    }
}
