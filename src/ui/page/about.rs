//! What Assay is: the page's head and foot, and a short explanation.

use yew::prelude::*;

use crate::present::english::page;

/// The name, and the question that the page answers.
pub fn header() -> Html {
    html! {
        <header class="page-header">
            <h1>{ page::NAME }</h1>
            <p class="tagline">{ page::TAGLINE }</p>
        </header>
    }
}

/// What happens to a file here, in plain words.
pub fn about() -> Html {
    let point = |(title, text): (&'static str, &'static str)| {
        html! { <div><h3>{ title }</h3><p>{ text }</p></div> }
    };
    html! {
        <section class="about" aria-labelledby="about-title">
            <h2 id="about-title">{ page::ABOUT }</h2>
            <div class="points">{ for page::ABOUT_POINTS.map(point) }</div>
        </section>
    }
}

/// The last word, and the way to the embedded badge.
pub fn footer() -> Html {
    html! {
        <footer class="page-footer">
            <p>{ page::FOOTER }</p>
            <p><a href="samples/embed.html">{ page::EMBED }</a></p>
        </footer>
    }
}
