//! The words of the card's layouts.

/// The fold of the card: what else the badge says, and what was checked and how.
pub const MORE: &str = "The rest of it, and how we checked";
/// The fold of a card whose content is folded already.
pub const HOW: &str = "How we checked";
pub const OPEN: &str = "Details";
pub const CLOSE: &str = "Close";
pub const DESCRIPTION: &str = "Description";
pub const ABOUT_ISSUER: &str = "Says of itself";
