//! Texts that could look like something else than they say (Unicode Technical Standard 39).

/// Something about a text that a reader should know before trusting their eyes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Suspicion {
    /// Characters that change the direction in which text is shown.
    BidiControls,
    /// Characters that are not shown at all.
    Invisible,
    /// Letters of alphabets that look alike, side by side in one word.
    MixedAlphabets,
}

/// What is suspicious about a name.
#[must_use]
pub fn suspicions(text: &str) -> Vec<Suspicion> {
    let is_bidi = |c: char| matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_invisible = |c: char| {
        matches!(c, '\u{00ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
            || (c.is_control() && !c.is_whitespace())
    };
    let mixes = text.split_whitespace().any(|word| {
        let has = |is: fn(char) -> bool| word.chars().any(is);
        [has(is_latin), has(is_greek), has(is_cyrillic)]
            .into_iter()
            .filter(|found| *found)
            .count()
            > 1
    });
    [
        (text.chars().any(is_bidi), Suspicion::BidiControls),
        (text.chars().any(is_invisible), Suspicion::Invisible),
        (mixes, Suspicion::MixedAlphabets),
    ]
    .into_iter()
    .filter_map(|(found, suspicion)| found.then_some(suspicion))
    .collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{00c0}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}')
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_of_every_script_pass() {
        for name in [
            "École Polytechnique",
            "МГУ им. Ломоносова",
            "جامعة القاهرة",
            "東京大学 Tokyo",
            "Αθήνα MIT",
        ] {
            assert_eq!(suspicions(name), [], "{name}");
        }
    }

    #[test]
    fn names_that_deceive_are_pointed_out() {
        assert_eq!(suspicions("\u{202e}TIM"), [Suspicion::BidiControls]);
        assert_eq!(suspicions("M\u{200b}IT"), [Suspicion::Invisible]);
        assert_eq!(suspicions("Охford"), [Suspicion::MixedAlphabets]);
    }
}
