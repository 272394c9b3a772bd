//! The line above a card in a stack: which file, and a button to fold it.

use yew::prelude::*;

use super::text::plain;
use crate::present::english::card;
use crate::ui::Fold;

/// The line; nothing where the card stands for itself.
pub fn bar(name: &AttrValue, is_sample: bool, fold: Option<&Fold>) -> Html {
    if fold.is_none() && !is_sample {
        return Html::default();
    }
    html! {
        <div class="bar">
            if is_sample {
                <span class="sample-label">{ card::SAMPLE }</span>
            }
            <span class="file-name">{ plain(name) }</span>
            if let Some(fold) = fold {
                { toggle(name, fold) }
            }
        </div>
    }
}

fn toggle(name: &AttrValue, fold: &Fold) -> Html {
    let onclick = fold.ontoggle.reform(|_: MouseEvent| ());
    let word = if fold.is_folded {
        card::UNFOLD
    } else {
        card::FOLD
    };
    html! {
        <button
            type="button"
            class="quiet-button fold"
            aria-expanded={(!fold.is_folded).to_string()}
            {onclick}
        >
            { word }<span class="for-ears">{ " " }{ plain(name) }</span>
        </button>
    }
}
