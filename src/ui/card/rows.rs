//! What a credential says, member for member, where no part of the card is made for it.

use yew::prelude::*;

use super::part::part;
use super::text::{address, plain, shown};
use crate::credential::{Claims, Row, RowValue};
use crate::present::{self, english};

/// All rows; nothing where there are none.
pub fn rows(claims: &Claims) -> Html {
    if claims.rows.is_empty() {
        return Html::default();
    }
    part("says", english::card::WHAT_IT_SAYS, list(&claims.rows))
}

fn list(rows: &[Row]) -> Html {
    html! { <dl class="facts">{ for rows.iter().map(row) }</dl> }
}

fn row(row: &Row) -> Html {
    let nested = matches!(row.value, RowValue::Rows(_)).then_some("nested");
    let value = match &row.value {
        RowValue::LeftOut => html! { <span class="quiet">{ english::card::LEFT_OUT }</span> },
        RowValue::Rows(rows) => list(rows),
        RowValue::Text(text) if present::link(&text.value).is_some() => address(&text.value),
        RowValue::Text(text) => {
            let words = english::member_value(&row.name, &text.value);
            html! { <bdi lang={text.language.clone()}>{ shown(&words) }</bdi> }
        }
    };
    let name = plain(&english::member(&row.name));
    html! { <div class={nested}><dt>{ name }</dt><dd>{ value }</dd></div> }
}
