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
    groups.sort_by_key(|group| group.framework == Framework::Other(None));
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
    fn a_skill_has_the_level_of_the_result_that_is_aligned_with_it() {
        let claims = claims();
        let levels: Vec<_> = claims.skills().iter().map(|s| level(s, &claims)).collect();
        assert_eq!(levels, [None, None, Some("B")]);
    }
}
