//! Why a badge was not put into a picture.

use super::unreadable;
use crate::carrier::bake::NotBaked;

/// What stands against it, and a next step.
#[must_use]
pub fn not_baked(why: &NotBaked) -> String {
    match why {
        NotBaked::Character { character } => format!(
            "The badge has the character U+{:04X} in it, which an SVG can't hold. Use a PNG.",
            u32::from(*character)
        ),
        NotBaked::NotABadge => {
            "The file to bake is not a badge: it has to be JSON or a token (JWT).".into()
        }
        NotBaked::NotAPicture(_) => "Badges are baked into PNG and SVG pictures alone.".into(),
        NotBaked::Picture(problem) => unreadable(problem),
        NotBaked::TooLarge { limit } => format!(
            "It would be larger than {} MB, and could not be opened again. Use a smaller picture.",
            limit / (1024 * 1024)
        ),
    }
}
