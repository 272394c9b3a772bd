//! How a standard states the elements of Annex I.

use super::Element;
use crate::credential::Text;
use serde_json::Value;

/// Where a standard states elements, and how it writes texts.
pub(in crate::credential) struct Standard {
    pub(super) places: &'static [&'static [Place]],
    pub(super) text: fn(&Value) -> Option<Text>,
}

/// The members that state one thing of an element: the first of them that is there does.
pub(super) struct Place(
    pub(super) Element,
    pub(super) Take,
    pub(super) &'static [&'static str],
);

/// What is taken of a member.
#[derive(Clone, Copy)]
pub(super) enum Take {
    All,
    /// Addresses of levels of the European Qualifications Framework.
    EqfLevels,
    /// Points in time, as badges before 3.0 write them.
    Moments,
    /// The names of the levels that are referred to.
    ResultLevels,
}
