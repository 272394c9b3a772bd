//! Words for the members of documents that no model of ours is made for.

use super::achievement_type;
use super::duration::duration;

/// A member's name in words: those that it is made of, unless they would tell nobody what it is.
#[must_use]
pub fn member(name: &str) -> String {
    match name {
        "dcType" | "vct" => return "Type".into(),
        "eqfLevel" => return "EQF level".into(),
        "id" => return "Identifier".into(),
        "nqfLevel" => return "NQF level".into(),
        _ => {}
    }
    let words = achievement_type(name).replace(['_', '-'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

/// What a member says, in words where the European Learning Model writes it in a notation.
#[must_use]
pub fn member_value(name: &str, text: &str) -> String {
    let duration = match name {
        "maximumDuration" | "volumeOfLearning" => duration(text),
        _ => None,
    };
    duration.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_words() {
        for (name, words) in [
            ("givenName", "Given name"),
            ("birth_date", "Birth date"),
            ("LearningAchievement", "Learning achievement"),
            ("degree", "Degree"),
            ("eqfLevel", "EQF level"),
            ("élan", "Élan"),
            ("_", "_"),
            ("", ""),
        ] {
            assert_eq!(member(name), words);
        }
    }
}
