//! How much of a badge is shown.

/// How much of a badge is shown; what is checked, and what the marks say, is the same in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A chip in running text: the name, and the four marks.
    Inline,
    /// One row.
    Compact,
    /// The verdict, the badge, its issuer and its skills, and a fold with the rest.
    #[default]
    Card,
    /// Everything.
    Full,
}

impl Layout {
    /// Every layout, from the smallest on.
    pub const ALL: [Self; 4] = [Self::Inline, Self::Compact, Self::Card, Self::Full];

    /// The layout of this name; None for a name that there is none of.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|layout| layout.name() == name.trim())
    }

    /// Its name, as the element's attribute and the style sheets have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Compact => "compact",
            Self::Card => "card",
            Self::Full => "full",
        }
    }
}
