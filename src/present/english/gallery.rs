//! The words around several badges.

use super::shortened;

pub const FILTER: &str = "Show only badges with this skill";

/// A skill's name, on a chip.
#[must_use]
pub fn skill(name: &str) -> String {
    shortened(name)
}

/// How many badges have a skill.
#[must_use]
pub fn badges(count: usize) -> String {
    match count {
        1 => "1 badge".into(),
        _ => format!("{count} badges"),
    }
}
