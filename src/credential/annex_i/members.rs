//! The members that are made for the elements of Annex I, by standard.

use super::Element;
use crate::credential::Text;
use crate::credential::elm;
use crate::credential::read::literal;
use serde_json::Value;

/// Where a standard states elements, and how it writes texts.
pub(in crate::credential) struct Standard {
    pub(super) places: &'static [Place],
    pub(super) text: fn(&Value) -> Option<Text>,
}

/// The members that state one thing of an element: the first of them that is there does.
pub(super) struct Place(
    pub(super) Element,
    pub(super) Take,
    pub(super) &'static [&'static str],
);

/// What is taken of a member.
#[derive(Clone, Copy)]
pub(super) enum Take {
    All,
    /// Addresses of levels of the European Qualifications Framework.
    EqfLevels,
    /// Points in time, as badges before 3.0 write them.
    Moments,
    /// The names of the levels that are referred to.
    ResultLevels,
}

use Element as E;
use Take::{All, EqfLevels, Moments, ResultLevels};

/// Open Badges 3.0, appendix B. Credits have no unit there.
pub(in crate::credential) const OPEN_BADGES_3: Standard = Standard {
    text: literal,
    places: &[
        // A hash tells nobody who the learner is, though it can be compared with a name that is known.
        Place(
            E::Learner,
            All,
            &["credentialSubject.identifier.identityHash"],
        ),
        Place(E::Learner, All, &["credentialSubject.id"]),
        Place(E::Title, All, &["credentialSubject.achievement.name"]),
        Place(E::Title, All, &["name"]),
        Place(
            E::IssuerCountry,
            All,
            &[
                "issuer.address.addressCountry",
                "issuer.address.addressCountryCode",
            ],
        ),
        Place(
            E::AwardingBody,
            All,
            &["issuer.name", "issuer.id", "issuer"],
        ),
        Place(
            E::AwardingBody,
            All,
            &[
                "credentialSubject.achievement.creator.name",
                "credentialSubject.achievement.creator.id",
                "credentialSubject.achievement.creator",
            ],
        ),
        Place(
            E::AwardingBody,
            All,
            &[
                "credentialSubject.source.name",
                "credentialSubject.source.id",
                "credentialSubject.source",
            ],
        ),
        // The start of validity replaces the award's own date where a badge is issued again
        // (appendix B, `awardedDate`).
        Place(E::Date, All, &["awardedDate", "validFrom", "issuanceDate"]),
        Place(
            E::Outcomes,
            All,
            &["credentialSubject.achievement.criteria.narrative"],
        ),
        Place(
            E::Outcomes,
            All,
            &[
                "credentialSubject.achievement.alignment.targetName",
                "credentialSubject.achievement.alignment.targetUrl",
            ],
        ),
        Place(E::Workload, All, &["credentialSubject.creditsEarned"]),
        Place(
            E::Workload,
            All,
            &["credentialSubject.achievement.creditsAvailable"],
        ),
        Place(
            E::Level,
            EqfLevels,
            &["credentialSubject.achievement.alignment.targetUrl"],
        ),
        // Assessment extension, 2.0.
        Place(
            E::AssessmentType,
            All,
            &["credentialSubject.achievement.extensions:assessmentExtension.assessments.type"],
        ),
        // Whether anybody does endorse it, the check of endorsements says.
        Place(
            E::QualityAssurance,
            All,
            &[
                "endorsement.issuer.name",
                "endorsement.issuer.id",
                "endorsement.issuer",
            ],
        ),
        Place(
            E::QualityAssurance,
            All,
            &[
                "issuer.endorsement.issuer.name",
                "issuer.endorsement.issuer.id",
                "issuer.endorsement.issuer",
            ],
        ),
        Place(
            E::QualityAssurance,
            All,
            &[
                "credentialSubject.achievement.endorsement.issuer.name",
                "credentialSubject.achievement.endorsement.issuer.id",
                "credentialSubject.achievement.endorsement.issuer",
            ],
        ),
        Place(E::Grade, All, &["credentialSubject.result.value"]),
        Place(
            E::Grade,
            ResultLevels,
            &["credentialSubject.result.achievedLevel"],
        ),
        Place(E::Grade, All, &["credentialSubject.result.status"]),
        Place(
            E::FurtherInformation,
            All,
            &["credentialSubject.achievement.criteria.id"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["evidence.name", "evidence.id"],
        ),
    ],
};

/// Records of CLR 2.0, `ClrCredential` and `ClrSubject`. What was achieved, the credentials in them
/// state for themselves.
pub(in crate::credential) const CLR_2: Standard = Standard {
    text: literal,
    places: &[
        Place(
            E::Learner,
            All,
            &["credentialSubject.identifier.identityHash"],
        ),
        Place(E::Learner, All, &["credentialSubject.id"]),
        Place(E::Title, All, &["name"]),
        Place(
            E::IssuerCountry,
            All,
            &[
                "issuer.address.addressCountry",
                "issuer.address.addressCountryCode",
            ],
        ),
        Place(
            E::AwardingBody,
            All,
            &["issuer.name", "issuer.id", "issuer"],
        ),
        Place(E::Date, All, &["awardedDate", "validFrom", "issuanceDate"]),
        Place(
            E::QualityAssurance,
            All,
            &[
                "endorsement.issuer.name",
                "endorsement.issuer.id",
                "endorsement.issuer",
            ],
        ),
        Place(
            E::QualityAssurance,
            All,
            &[
                "issuer.endorsement.issuer.name",
                "issuer.endorsement.issuer.id",
                "issuer.endorsement.issuer",
            ],
        ),
        Place(
            E::Stackability,
            All,
            &["credentialSubject.association.associationType"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["evidence.name", "evidence.id"],
        ),
    ],
};

/// Open Badges 2.0 and 2.1, "Open Badges Vocabulary", and what 1.x and 0.5 name otherwise. The root is
/// the assertion, its badge class and its issuer's profile written out.
pub(in crate::credential) const OPEN_BADGES_2: Standard = Standard {
    text: literal,
    places: &[
        Place(E::Learner, All, &["recipient.identity", "recipient"]),
        Place(E::Title, All, &["badge.name"]),
        Place(
            E::AwardingBody,
            All,
            &[
                "badge.issuer.name",
                "badge.issuer.id",
                "badge.issuer.origin",
                "badge.issuer",
            ],
        ),
        Place(E::Date, Moments, &["issuedOn", "issued_on"]),
        Place(E::Outcomes, All, &["badge.criteria.narrative"]),
        Place(
            E::Outcomes,
            All,
            &[
                "badge.alignment.targetName",
                "badge.alignment.name",
                "badge.alignment.targetUrl",
                "badge.alignment.url",
            ],
        ),
        Place(
            E::Level,
            EqfLevels,
            &["badge.alignment.targetUrl", "badge.alignment.url"],
        ),
        // Assessment extension.
        Place(
            E::AssessmentType,
            All,
            &["badge.extensions:assessmentExtension.assessments.type"],
        ),
        // Issuer accreditation extension.
        Place(
            E::QualityAssurance,
            All,
            &["badge.issuer.extensions:IssuerAccreditation.name"],
        ),
        Place(E::QualityAssurance, All, &["endorsement.issuer"]),
        Place(E::QualityAssurance, All, &["badge.endorsement.issuer"]),
        Place(
            E::QualityAssurance,
            All,
            &["badge.issuer.endorsement.issuer"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["badge.criteria.id", "badge.criteria"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["evidence.name", "evidence.id", "evidence"],
        ),
    ],
};

/// European Learning Model 3, by the Commission's own example of a micro-credential.
pub(in crate::credential) const EUROPEAN_LEARNING_MODEL: Standard = Standard {
    text: elm::label,
    places: &[
        Place(
            E::Learner,
            All,
            &["credentialSubject.fullName", "credentialSubject.id"],
        ),
        Place(E::Learner, All, &["credentialSubject.givenName"]),
        Place(E::Learner, All, &["credentialSubject.familyName"]),
        Place(E::Learner, All, &["credentialSubject.nationalID"]),
        Place(E::Title, All, &["credentialSubject.hasClaim.title"]),
        Place(E::Title, All, &["displayParameter.title"]),
        Place(
            E::IssuerCountry,
            All,
            &["issuer.location.address.countryCode"],
        ),
        Place(
            E::AwardingBody,
            All,
            &["credentialSubject.hasClaim.awardedBy.awardingBody"],
        ),
        Place(E::AwardingBody, All, &["issuer"]),
        Place(
            E::Date,
            All,
            &[
                "credentialSubject.hasClaim.awardedBy.awardingDate",
                "issued",
                "validFrom",
                "issuanceDate",
            ],
        ),
        Place(
            E::Outcomes,
            All,
            &["credentialSubject.hasClaim.specifiedBy.learningOutcome"],
        ),
        Place(
            E::Outcomes,
            All,
            &["credentialSubject.hasClaim.specifiedBy.learningOutcome.relatedESCOSkill"],
        ),
        Place(
            E::Outcomes,
            All,
            &["credentialSubject.hasClaim.specifiedBy.learningOutcome.relatedSkill"],
        ),
        Place(
            E::Outcomes,
            All,
            &["credentialSubject.hasClaim.specifiedBy.learningOutcomeSummary"],
        ),
        Place(
            E::Workload,
            All,
            &["credentialSubject.hasClaim.creditReceived"],
        ),
        Place(
            E::Workload,
            All,
            &["credentialSubject.hasClaim.specifiedBy.creditPoint"],
        ),
        Place(
            E::Workload,
            All,
            &["credentialSubject.hasClaim.specifiedBy.volumeOfLearning"],
        ),
        Place(
            E::Level,
            All,
            &["credentialSubject.hasClaim.specifiedBy.eqfLevel"],
        ),
        Place(
            E::Level,
            All,
            &["credentialSubject.hasClaim.specifiedBy.nqfLevel"],
        ),
        Place(
            E::AssessmentType,
            All,
            &["credentialSubject.hasClaim.provenBy.specifiedBy.dcType"],
        ),
        Place(
            E::Participation,
            All,
            &["credentialSubject.hasClaim.influencedBy.specifiedBy.mode"],
        ),
        Place(
            E::Participation,
            All,
            &["credentialSubject.hasClaim.specifiedBy.mode"],
        ),
        Place(
            E::QualityAssurance,
            All,
            &["credentialSubject.hasClaim.specifiedBy.accreditation"],
        ),
        Place(
            E::QualityAssurance,
            All,
            &["credentialSubject.hasClaim.awardedBy.awardingBody.accreditation"],
        ),
        Place(E::QualityAssurance, All, &["issuer.accreditation"]),
        Place(E::QualityAssurance, All, &["evidence.accreditation"]),
        Place(
            E::Prerequisites,
            All,
            &["credentialSubject.hasClaim.specifiedBy.entryRequirement"],
        ),
        Place(
            E::Supervision,
            All,
            &["credentialSubject.hasClaim.provenBy.idVerification"],
        ),
        Place(
            E::Grade,
            All,
            &["credentialSubject.hasClaim.provenBy.grade"],
        ),
        Place(
            E::Stackability,
            All,
            &["credentialSubject.hasClaim.specifiedBy.isPartialQualification"],
        ),
        Place(
            E::Stackability,
            All,
            &["credentialSubject.hasClaim.isPartOf"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["credentialSubject.hasClaim.additionalNote"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["credentialSubject.hasClaim.specifiedBy.additionalNote"],
        ),
        Place(
            E::FurtherInformation,
            All,
            &["credentialSubject.hasClaim.specifiedBy.supplementaryDocument"],
        ),
    ],
};
