//! Skills by framework, with the level that was reached where a result states one.

use crate::credential::{Claims, Framework, Skill};

/// The skills of one framework.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SkillGroup {
    pub framework: Framework,
    pub skills: Vec<Skill>,
}

/// The skills of a badge, by framework in the order in which the badge first names each; the ones
/// of no framework come last.
#[must_use]
pub fn skill_groups(claims: &Claims) -> Vec<SkillGroup> {
    let mut groups: Vec<SkillGroup> = Vec::new();
    for skill in claims.skills() {
        match groups
            .iter_mut()
            .find(|group| group.framework == skill.framework)
        {
            Some(group) => group.skills.push(skill),
            None => groups.push(SkillGroup {
                framework: skill.framework.clone(),
                skills: vec![skill],
            }),
        }
    }
    let is_named = |group: &SkillGroup| group.framework != Framework::Other(None);
    let (mut groups, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_named);
    groups.extend(others);
    groups
}

/// The level, or else the value, of the first result that is aligned with the skill.
#[must_use]
pub fn level<'a>(skill: &Skill, claims: &'a Claims) -> Option<&'a str> {
    let url = skill.url.as_deref()?;
    let result = claims.results.iter().find(|result| {
        let mut targets = result.alignments.iter();
        targets.any(|alignment| alignment.target_url.as_deref() == Some(url))
    })?;
    let level = result.achieved_level.as_ref();
    let name = level.and_then(|level| level.name.as_ref());
    name.map(|name| name.value.as_str())
        .or_else(|| level.and_then(|level| level.level.as_deref()))
        .or(result.value.as_deref())
}

/// A skill, and how many of several badges have it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SkillCount {
    pub name: String,
    pub badges: usize,
}

/// The skills of several badges, given the names in each: those that most of them have first, then by
/// name. Of each badge no more skills are counted, and no more are given, than can be looked over (50).
#[must_use]
pub fn skill_counts<'a>(badges: impl IntoIterator<Item = &'a [String]>) -> Vec<SkillCount> {
    const SHOWN: usize = 50;
    // In the order of their names. Plain lists, since maps and sorting weigh more than they save here.
    let mut counts: Vec<SkillCount> = Vec::new();
    let mut most = 0;
    for names in badges {
        let names = names.get(..SHOWN).unwrap_or(names);
        for (index, name) in names.iter().enumerate() {
            if names.iter().take(index).any(|before| before == name) {
                continue;
            }
            let place = counts.partition_point(|count| count.name < *name);
            match counts.get_mut(place).filter(|count| count.name == *name) {
                Some(count) => count.badges += 1,
                None => counts.insert(
                    place,
                    SkillCount {
                        name: name.clone(),
                        badges: 1,
                    },
                ),
            }
            most = most.max(counts.get(place).map_or(0, |count| count.badges));
        }
    }
    let by_frequency = (1..=most)
        .rev()
        .flat_map(|badges| counts.iter().filter(move |count| count.badges == badges));
    by_frequency.take(SHOWN).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::{Achievement, Alignment, ResultClaim};

    fn alignment(url: &str) -> Alignment {
        Alignment {
            target_url: Some(url.into()),
            ..Alignment::default()
        }
    }

    fn claims() -> Claims {
        let urls = [
            "https://example.com/1",
            "https://esco.ec.europa.eu/1",
            "https://example.com/2",
        ];
        Claims {
            achievement: Some(Achievement {
                alignments: urls.map(alignment).into(),
                ..Achievement::default()
            }),
            results: vec![ResultClaim {
                value: Some("B".into()),
                alignments: vec![alignment("https://example.com/2")],
                ..ResultClaim::default()
            }],
            ..Claims::default()
        }
    }

    #[test]
    fn skills_of_no_framework_come_last() {
        let groups = skill_groups(&claims());
        let sizes: Vec<_> = groups
            .iter()
            .map(|group| (group.framework.clone(), group.skills.len()))
            .collect();
        assert_eq!(sizes, [(Framework::Esco, 1), (Framework::Other(None), 2)]);
    }

    #[test]
    fn a_skill_counts_once_a_badge() {
        let badges = [
            vec!["Welding".to_owned(), "Cutting".into(), "Welding".into()],
            vec!["Cutting".into(), "Brazing".into()],
            vec![],
        ];
        let counts = skill_counts(badges.iter().map(Vec::as_slice));
        let counts: Vec<_> = counts.iter().map(|it| (&*it.name, it.badges)).collect();
        assert_eq!(counts, [("Cutting", 2), ("Brazing", 1), ("Welding", 1)]);
        let many: Vec<_> = (0..200).map(|number| number.to_string()).collect();
        assert_eq!(skill_counts([many.as_slice()]).len(), 50);
    }

    #[test]
    fn a_skill_has_the_level_of_the_result_that_is_aligned_with_it() {
        let claims = claims();
        let levels: Vec<_> = claims.skills().iter().map(|s| level(s, &claims)).collect();
        assert_eq!(levels, [None, None, Some("B")]);
    }
}
