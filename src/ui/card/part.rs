//! The card's building blocks: a titled part, a list of facts, a list that folds.

use yew::prelude::*;

use crate::present::english::card;

/// A part of the card under its title. The page may style two of them; the others hold verdicts too.
pub fn part(class: &'static str, title: &str, content: Html) -> Html {
    let name = matches!(class, "issuer" | "skills").then_some(class);
    html! {
        <section class={classes!("part", class)} part={name}>
            <h3 class="part-title">{ title.to_owned() }</h3>
            <div class="part-body">{ content }</div>
        </section>
    }
}

/// A name and a value each; None for what the badge does not state.
pub type Fact = Option<(&'static str, Html)>;

/// The facts that there are; nothing at all if there are none.
pub fn facts(facts: impl IntoIterator<Item = Fact>) -> Html {
    let rows: Vec<Html> = facts.into_iter().flatten().map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <dl class="facts">{ for rows }</dl> }
}

fn row((name, value): (&'static str, Html)) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// A list whose rest is folded away where it is long.
pub fn folding(class: &'static str, mut items: Vec<Html>, at_most: usize) -> Html {
    // A fold that hides one item takes as much room as the item.
    let rest = match items.len() > at_most + 1 {
        true => items.split_off(at_most),
        false => Vec::new(),
    };
    let folded = rest.len();
    html! {
        <>
            <ul class={class}>{ for items }</ul>
            if folded > 0 {
                <details class="fold-out rest">
                    <summary>{ card::more(folded) }</summary>
                    <ul class={class}>{ for rest }</ul>
                </details>
            }
        </>
    }
}

/// One quiet line: what the badge does not say.
pub fn unstated(line: &'static str) -> Html {
    html! { <p class="quiet">{ line }</p> }
}

/// The title of a part within a part.
pub fn subtitle(title: Html) -> Html {
    html! { <h4 class="subtitle">{ title }</h4> }
}
