//! The elements of Annex I in their order, each with what a badge states of it.

use crate::credential::{Claims, Element, Statement};

/// One element, and what is stated of it: nothing where the issuer doesn't.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StatedElement<'a> {
    pub element: Element,
    pub is_mandatory: bool,
    pub statements: Vec<&'a Statement>,
}

/// All elements, the mandatory ones first; None for a credential that is about no achievement, which
/// need not state any.
#[must_use]
pub fn annex_i(claims: &Claims) -> Option<Vec<StatedElement<'_>>> {
    if claims.achievement.is_none() && claims.record.is_none() {
        return None;
    }
    let stated = |is_mandatory| {
        move |element: Element| StatedElement {
            element,
            is_mandatory,
            statements: element.statements(claims).collect(),
        }
    };
    let mandatory = Element::MANDATORY.into_iter().map(stated(true));
    Some(
        mandatory
            .chain(Element::OPTIONAL.into_iter().map(stated(false)))
            .collect(),
    )
}
