//! Words for the elements of Annex I.

use super::claimed_date;
use super::duration::duration;
use crate::credential::{DateClaim, Element, Statement};

/// An element by the name that the Recommendation gives it, in short.
#[must_use]
pub fn annex_i_element(element: Element) -> &'static str {
    match element {
        Element::AssessmentType => "Type of assessment",
        Element::AwardingBody => "Awarding body",
        Element::Date => "Date of issuing",
        Element::FurtherInformation => "Further information",
        Element::Grade => "Grade achieved",
        Element::IssuerCountry => "Country of the issuer",
        Element::Learner => "Identification of the learner",
        Element::Level => "Level of the learning experience",
        Element::Outcomes => "Learning outcomes",
        Element::Participation => "Form of participation",
        Element::Prerequisites => "Prerequisites to enrol",
        Element::QualityAssurance => "Type of quality assurance",
        Element::Stackability => "Stacking towards other credentials",
        Element::Supervision => "Supervision and identity verification",
        Element::Title => "Title of the micro-credential",
        Element::Workload => "Workload",
    }
}

/// What is stated, in words where its standard writes it in a notation.
#[must_use]
pub fn annex_i_value(statement: &Statement) -> String {
    let text = &statement.value.value;
    let is_partial = statement.member.ends_with(".isPartialQualification");
    match (statement.element, text.as_str()) {
        (Element::Date, _) => claimed_date(&DateClaim {
            member: statement.member,
            text: text.clone(),
        }),
        (Element::Stackability, "true") if is_partial => "Part of a larger qualification".into(),
        (Element::Stackability, "false") if is_partial => {
            "Not part of a larger qualification".into()
        }
        (Element::Workload, _) => duration(text).unwrap_or_else(|| text.clone()),
        _ => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::Text;

    #[test]
    fn a_notation_is_put_in_words() {
        let partial = "credentialSubject.hasClaim.specifiedBy.isPartialQualification";
        for (element, member, value, words) in [
            (
                Element::Date,
                "issued",
                "2024-10-14T00:00:00Z",
                "14 October 2024",
            ),
            (Element::Date, "issued", "spring", "spring"),
            (Element::Workload, "volumeOfLearning", "PT60H", "60 hours"),
            (Element::Workload, "creditPoint", "2 (ECTS)", "2 (ECTS)"),
            (
                Element::Stackability,
                partial,
                "false",
                "Not part of a larger qualification",
            ),
            (Element::Title, "name", "PT60H", "PT60H"),
        ] {
            let statement = Statement {
                element,
                value: Text {
                    value: value.into(),
                    language: None,
                },
                member,
            };
            assert_eq!(annex_i_value(&statement), words);
        }
    }
}
