//! The words around several badges.

use super::shortened;

pub const FILTER: &str = "Show only badges with this skill";

/// A skill's name, on a chip.
#[must_use]
pub fn skill(name: &str) -> String {
    shortened(name)
}

/// How many badges are shown.
#[must_use]
pub fn shown(count: usize, of: usize) -> String {
    match of {
        1 => "1 badge".into(),
        _ if count == of => format!("All {of} badges"),
        _ => format!("{count} of {of} badges"),
    }
}

/// How many badges have a skill.
#[must_use]
pub fn badges(count: usize) -> String {
    match count {
        1 => "1 badge".into(),
        _ => format!("{count} badges"),
    }
}
