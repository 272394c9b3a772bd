//! The suites that Assay can verify, by the names that their standards give them.

use super::definition::{self, Definition, Transformation};
use super::{
    bbs_2023, ecdsa_jcs_2019, ecdsa_rdfc_2019, ecdsa_sd_2023, ed25519_signature_2018,
    ed25519_signature_2020, eddsa_jcs_2022, eddsa_rdfc_2022, json_web_signature_2020,
};

/// A suite that Assay can verify.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Suite {
    Bbs2023,
    EcdsaJcs2019,
    EcdsaRdfc2019,
    EcdsaSd2023,
    Ed25519Signature2018,
    Ed25519Signature2020,
    /// The name that `eddsa-rdfc-2022` had in drafts.
    Eddsa2022,
    EddsaJcs2022,
    EddsaRdfc2022,
    JsonWebSignature2020,
}

impl Suite {
    /// Every suite.
    pub const ALL: [Self; 10] = [
        Self::Bbs2023,
        Self::EcdsaJcs2019,
        Self::EcdsaRdfc2019,
        Self::EcdsaSd2023,
        Self::Ed25519Signature2018,
        Self::Ed25519Signature2020,
        Self::Eddsa2022,
        Self::EddsaJcs2022,
        Self::EddsaRdfc2022,
        Self::JsonWebSignature2020,
    ];

    /// The suite's name in its standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bbs2023 => bbs_2023::NAME,
            Self::EcdsaJcs2019 => ecdsa_jcs_2019::NAME,
            Self::EcdsaRdfc2019 => ecdsa_rdfc_2019::NAME,
            Self::EcdsaSd2023 => ecdsa_sd_2023::NAME,
            Self::Ed25519Signature2018 => ed25519_signature_2018::TYPE,
            Self::Ed25519Signature2020 => ed25519_signature_2020::TYPE,
            Self::Eddsa2022 => eddsa_rdfc_2022::OLDER_NAME,
            Self::EddsaJcs2022 => eddsa_jcs_2022::NAME,
            Self::EddsaRdfc2022 => eddsa_rdfc_2022::NAME,
            Self::JsonWebSignature2020 => json_web_signature_2020::TYPE,
        }
    }

    /// The `type` of its proofs.
    #[must_use]
    pub fn proof_type(self) -> &'static str {
        match self {
            Self::Ed25519Signature2018 => ed25519_signature_2018::TYPE,
            Self::Ed25519Signature2020 => ed25519_signature_2020::TYPE,
            Self::JsonWebSignature2020 => json_web_signature_2020::TYPE,
            _ => definition::DATA_INTEGRITY_PROOF,
        }
    }

    /// The `cryptosuite` of its proofs, where its type does not say it all.
    #[must_use]
    pub fn cryptosuite(self) -> Option<&'static str> {
        (self.proof_type() == definition::DATA_INTEGRITY_PROOF).then(|| self.name())
    }

    /// The contexts that its proofs may bring along, which define the suite's own terms and no others.
    pub(super) fn contexts(self) -> &'static [&'static str] {
        match self {
            Self::Ed25519Signature2020 => ed25519_signature_2020::CONTEXTS,
            Self::JsonWebSignature2020 => json_web_signature_2020::CONTEXTS,
            _ => &[],
        }
    }

    /// How much a value costs that a proof of the suite covers, canonicalising it being one.
    pub(crate) fn cost_of_a_value(self) -> usize {
        match self {
            // Each statement has a signature of its own, which takes half a millisecond in a browser.
            Self::EcdsaSd2023 => 10,
            // A message of a signature takes a millisecond.
            Self::Bbs2023 => 20,
            _ => 1,
        }
    }

    /// Whether what is signed are the document's statements.
    pub(super) fn signs_statements(self) -> bool {
        match self.definition().transformation {
            Transformation::Jcs => false,
            Transformation::Rdfc => true,
        }
    }

    /// The suite of a proof by its `type` and `cryptosuite`.
    pub(super) fn of(kind: &str, cryptosuite: Option<&str>) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|suite| (suite.proof_type(), suite.cryptosuite()) == (kind, cryptosuite))
    }

    pub(super) fn definition(self) -> &'static Definition {
        match self {
            Self::Bbs2023 => &bbs_2023::DEFINITION,
            Self::EcdsaJcs2019 => &ecdsa_jcs_2019::DEFINITION,
            Self::EcdsaRdfc2019 => &ecdsa_rdfc_2019::DEFINITION,
            Self::EcdsaSd2023 => &ecdsa_sd_2023::DEFINITION,
            Self::Ed25519Signature2018 => &ed25519_signature_2018::DEFINITION,
            Self::Ed25519Signature2020 => &ed25519_signature_2020::DEFINITION,
            Self::Eddsa2022 | Self::EddsaRdfc2022 => &eddsa_rdfc_2022::DEFINITION,
            Self::EddsaJcs2022 => &eddsa_jcs_2022::DEFINITION,
            Self::JsonWebSignature2020 => &json_web_signature_2020::DEFINITION,
        }
    }
}
