//! The members of Open Badges, and of records of CLR 2.0.

use super::Element as E;
use super::standard::Take::{All, EqfLevels, Moments, ResultLevels};
use super::standard::{Place, Standard};
use crate::credential::read::literal;

/// Open Badges 3.0, appendix B.
pub(in crate::credential) const OPEN_BADGES_3: Standard = Standard {
    text: literal,
    places: &[TITLE, CREDENTIAL, ACHIEVEMENT],
};

/// Records of CLR 2.0, `ClrCredential` and `ClrSubject`. What was achieved, the credentials in them
/// state for themselves.
pub(in crate::credential) const CLR_2: Standard = Standard {
    text: literal,
    places: &[CREDENTIAL, RECORD],
};

const TITLE: &[Place] = &[Place(
    E::Title,
    All,
    &["credentialSubject.achievement.name"],
)];

const CREDENTIAL: &[Place] = &[
    // A hash tells nobody who the learner is, though it can be compared with a name that is known.
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
    // The start of validity replaces the award's own date where a badge is issued again (appendix B,
    // `awardedDate`).
    Place(E::Date, All, &["awardedDate", "validFrom", "issuanceDate"]),
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
        E::FurtherInformation,
        All,
        &["evidence.name", "evidence.id"],
    ),
];

const ACHIEVEMENT: &[Place] = &[
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
    // Credits have no unit.
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
];

const RECORD: &[Place] = &[Place(
    E::Stackability,
    All,
    &["credentialSubject.association.associationType"],
)];

/// Open Badges 2.0 and 2.1, "Open Badges Vocabulary", and what 1.x and 0.5 name otherwise. The root is
/// the assertion, its badge class and its issuer's profile written out.
pub(in crate::credential) const OPEN_BADGES_2: Standard = Standard {
    text: literal,
    places: &[&[
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
    ]],
};
