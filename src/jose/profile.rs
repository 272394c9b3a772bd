//! What a token is around, and by which standard.

/// The standard that a token follows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TokenProfile {
    /// Open Badges 2.0, "SignedBadge Verification", and the same of 1.x: an assertion is the payload.
    OpenBadges2,
    /// SD-JWT-based Verifiable Digital Credentials (SD-JWT VC), section 2.
    SdJwtVc,
    /// Token Status List, section 5.1: a list of statuses.
    StatusList,
    /// Securing Verifiable Credentials using JOSE and COSE 1.0, section 3.1.1.
    VcJoseCose,
    /// VC Data Model 1.1, section 6.3.1; for VC Data Model 2.0, what Open Badges 3.0 made of it
    /// (section 8.2).
    VcJwt,
    /// Securing Verifiable Credentials using JOSE and COSE 1.0, section 3.2.1.
    VcSdJwt,
    /// A presentation, by section 3.1.2 of that standard or section 6.3.1 of VC Data Model 1.1.
    Vp,
}

impl TokenProfile {
    /// Its name: the media type's where there is one of its own, and else what it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenBadges2 => "ob2-jws",
            Self::SdJwtVc => "dc+sd-jwt",
            Self::StatusList => "statuslist+jwt",
            Self::VcJoseCose => "vc+jwt",
            Self::VcJwt => "vc-jwt",
            Self::VcSdJwt => "vc+sd-jwt",
            Self::Vp => "vp+jwt",
        }
    }
}
