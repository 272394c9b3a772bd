//! The elements of Annex I in the report.

use serde::Serialize;

use crate::credential::{Claims, Statement};
use crate::present::{self, StatedElement};

#[derive(Serialize)]
pub(super) struct Element<'a> {
    element: &'static str,
    mandatory: bool,
    /// Whether the issuer says anything of it.
    stated: bool,
    values: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    /// The member's path from the credential's root.
    member: &'static str,
}

impl<'a> Element<'a> {
    fn of(stated: StatedElement<'a>) -> Self {
        let statements = stated.statements.into_iter();
        let value = |statement: &'a Statement| Value {
            value: &statement.value.value,
            member: statement.member,
        };
        let values: Vec<Value<'a>> = statements.map(value).collect();
        Self {
            element: stated.element.code(),
            mandatory: stated.is_mandatory,
            stated: !values.is_empty(),
            values,
        }
    }
}

/// All elements; None for a credential that is about no achievement.
pub(super) fn annex_i(claims: &Claims) -> Option<Vec<Element<'_>>> {
    Some(
        present::annex_i(claims)?
            .into_iter()
            .map(Element::of)
            .collect(),
    )
}
