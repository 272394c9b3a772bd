//! Skills: what an alignment points to, and in which framework.

use super::{Alignment, Text};

/// A skill as the badge names it, with where its definition is kept.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Skill {
    pub name: Option<Text>,
    pub description: Option<Text>,
    pub code: Option<String>,
    /// The definition's address; only https and http are kept.
    pub url: Option<String>,
    pub framework: Framework,
}

/// A framework of skills, told by the definition's address, or by what the badge calls it.
///
/// An address says where a badge points, not that the framework confirms it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Framework {
    /// Competencies and Academic Standards Exchange, 1EdTech.
    Case,
    /// Credential Transparency Description Language, Credential Engine.
    Ctdl,
    /// European Digital Competence Framework for Citizens.
    DigComp,
    /// European Qualifications Framework.
    Eqf,
    /// European Skills, Competences, Qualifications and Occupations.
    Esco,
    /// Detailed fields of education and training, UNESCO.
    IscedF,
    /// The Occupational Information Network of the United States.
    Onet,
    /// None of these: the name that the badge gives it.
    Other(Option<String>),
}

impl Framework {
    /// The framework's own name, or the one that the badge gives.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Case => Some("CASE"),
            Self::Ctdl => Some("CTDL"),
            Self::DigComp => Some("DigComp"),
            Self::Eqf => Some("EQF"),
            Self::Esco => Some("ESCO"),
            Self::IscedF => Some("ISCED-F"),
            Self::Onet => Some("O*NET"),
            Self::Other(name) => name.as_deref(),
        }
    }
}

impl Skill {
    /// The skill that `alignment` points to.
    #[must_use]
    pub fn of(alignment: &Alignment) -> Self {
        let url = alignment.target_url.clone().filter(|url| is_web(url));
        Self {
            framework: framework(alignment, url.as_deref()),
            name: alignment.target_name.clone(),
            description: alignment.target_description.clone(),
            code: alignment.target_code.clone(),
            url,
        }
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// By the address first: a badge can call a framework what it likes.
fn framework(alignment: &Alignment, url: Option<&str>) -> Framework {
    let known = url.and_then(by_address);
    let named = || Framework::Other(alignment.target_framework.clone());
    known.unwrap_or_else(|| match alignment.target_type.as_deref() {
        _ if alignment.target_framework.is_some() => named(),
        Some("CFItem" | "CFRubric" | "CFRubricCriterion" | "CFRubricCriterionLevel") => {
            Framework::Case
        }
        Some("CTDL" | "ceasn:Competency" | "ceterms:Credential") => Framework::Ctdl,
        _ => named(),
    })
}

fn by_address(url: &str) -> Option<Framework> {
    let (_, rest) = url.split_once("://")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let starts = |prefix: &str| path.starts_with(prefix);
    match host {
        "data.europa.eu" if starts("esco/skill/") || starts("esco/occupation/") => {
            Some(Framework::Esco)
        }
        "data.europa.eu" if starts("snb/dcf/") => Some(Framework::DigComp),
        "data.europa.eu" if starts("snb/eqf/") => Some(Framework::Eqf),
        "data.europa.eu" if starts("snb/isced-f/") => Some(Framework::IscedF),
        "esco.ec.europa.eu" => Some(Framework::Esco),
        "onetonline.org" | "onetcenter.org" | "services.onetcenter.org" => Some(Framework::Onet),
        "caseregistry.imsglobal.org" | "casenetwork.imsglobal.org" | "casenetwork.1edtech.org" => {
            Some(Framework::Case)
        }
        "credentialfinder.org" | "credentialengineregistry.org" => Some(Framework::Ctdl),
        _ if starts("ims/case/") => Some(Framework::Case),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(url: &str, kind: Option<&str>, framework: Option<&str>) -> Framework {
        Skill::of(&Alignment {
            target_url: Some(url.into()),
            target_type: kind.map(str::to_owned),
            target_framework: framework.map(str::to_owned),
            ..Alignment::default()
        })
        .framework
    }

    #[test]
    fn tells_frameworks_by_the_address_of_the_definition() {
        for (url, framework) in [
            (
                "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d",
                Framework::Esco,
            ),
            ("https://data.europa.eu/snb/eqf/6", Framework::Eqf),
            (
                "http://data.europa.eu/snb/dcf/u69o196gu6",
                Framework::DigComp,
            ),
            ("http://data.europa.eu/snb/isced-f/0688", Framework::IscedF),
            (
                "https://www.onetonline.org/link/summary/15-1252.00",
                Framework::Onet,
            ),
            (
                "https://caseregistry.imsglobal.org/uri/2b3a",
                Framework::Case,
            ),
            (
                "https://standards.example.org/ims/case/v1p0/CFItems/2b3a",
                Framework::Case,
            ),
            (
                "https://credentialfinder.org/competency/ce-1",
                Framework::Ctdl,
            ),
            (
                "https://credentialengineregistry.org/resources/ce-1",
                Framework::Ctdl,
            ),
        ] {
            assert_eq!(of(url, None, Some("whatever")), framework, "{url}");
        }
    }

    #[test]
    fn an_address_that_only_looks_like_a_frameworks_is_not_it() {
        for url in [
            "https://data.europa.eu.example.com/esco/skill/1",
            "https://example.com/data.europa.eu/esco/skill/1",
            "https://data.europa.eu@example.com/esco/skill/1",
        ] {
            assert_eq!(of(url, None, None), Framework::Other(None), "{url}");
        }
    }

    #[test]
    fn falls_back_on_what_the_badge_says() {
        let url = "https://example.com/skills/1";
        assert_eq!(of(url, Some("CFItem"), None), Framework::Case);
        assert_eq!(of(url, Some("ceasn:Competency"), None), Framework::Ctdl);
        assert_eq!(
            of(url, Some("CFItem"), Some("Our own")),
            Framework::Other(Some("Our own".into()))
        );
    }

    #[test]
    fn keeps_no_address_that_is_not_of_the_web() {
        let alignment = Alignment {
            target_url: Some("javascript:alert(1)".into()),
            ..Alignment::default()
        };
        assert_eq!(Skill::of(&alignment).url, None);
    }
}
