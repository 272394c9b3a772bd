//! The members of the European Learning Model.

use super::Element as E;
use super::standard::Take::All;
use super::standard::{Place, Standard};
use crate::credential::elm::label;

/// European Learning Model 3, by the Commission's own example of a micro-credential.
pub(in crate::credential) const EUROPEAN_LEARNING_MODEL: Standard = Standard {
    text: label,
    places: &[&[
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
    ]],
};
