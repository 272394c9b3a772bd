//! What the badge states of each element of Annex I: neither inferred nor counted.

use yew::prelude::*;

use super::part::unstated;
use super::text::{address, shown};
use crate::credential::{Claims, Statement};
use crate::present::english::{self, card};
use crate::present::{self, StatedElement};

/// Folded away, for those who compare micro-credentials; nothing for a credential that is none.
pub fn annex_i(claims: &Claims) -> Html {
    let Some(elements) = present::annex_i(claims) else {
        return Html::default();
    };
    html! {
        <details class="annex-i fold-out">
            <summary>{ card::ANNEX_I }</summary>
            <p class="quiet">{ card::ANNEX_I_NOTE }</p>
            <dl class="facts">{ for elements.iter().map(element) }</dl>
        </details>
    }
}

fn element(stated: &StatedElement<'_>) -> Html {
    html! {
        <div>
            <dt>
                { english::annex_i_element(stated.element) }
                if !stated.is_mandatory {
                    { " " }{ card::OPTIONAL }
                }
            </dt>
            <dd>
                if stated.statements.is_empty() {
                    { unstated(card::NOT_STATED) }
                } else {
                    <ul class="plain-list">{ for stated.statements.iter().map(statement) }</ul>
                }
            </dd>
        </div>
    }
}

fn statement(statement: &&Statement) -> Html {
    let text = &statement.value;
    let value = match present::link(&text.value) {
        Some(_) => address(&text.value),
        None => html! {
            <bdi lang={text.language.clone()}>{ shown(&english::annex_i_value(statement)) }</bdi>
        },
    };
    html! { <li>{ value }{ " " }<code>{ statement.member }</code></li> }
}
