//! The names of reasons in the report's contract.

use super::{IssuerMethod, Reason, Unobtained};
use crate::evidence::Unreachable;
use crate::status::StatusReason;

impl Reason {
    /// The code in the report's contract: kebab-case, or the suite's own name where a signature
    /// matches.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AsOf(reason) => reason.code(),
            Self::AssertionSigned { mechanism } => mechanism.name(),
            Self::BaseProof { .. } => "base-proof",
            Self::CanonicalizationTooCostly => "too-costly",
            Self::ContradictingClaim { .. } => "claims-disagree",
            Self::CriticalMembers { .. } => "critical-members",
            Self::DidLog(error) => error.code(),
            Self::DiffersFromHosted { .. } => "differs-from-hosted",
            Self::DroppedValues => "dropped-values",
            Self::Endorsements(counts) => counts.code(),
            Self::EndorsementsAbsent => "no-endorsements",
            Self::EndorsementsNotChecked { .. } => "not-checked",
            Self::Expired { .. } => "expired",
            Self::HolderSigned { mechanism, .. } | Self::SignatureMatches { mechanism } => {
                mechanism.name()
            }
            Self::Hosted { .. } | Self::HostedByIssuer { .. } | Self::StillHosted { .. } => {
                "hosted"
            }
            Self::HostedElsewhere { .. } => "hosted-elsewhere",
            Self::InexactNumber => "inexact-number",
            Self::InlineContext => "inline-context",
            Self::InForce { .. } => "in-force",
            Self::InvalidJsonLd { .. } => "invalid-json-ld",
            Self::KeyExpired { .. } => "key-expired",
            Self::KeyOfIssuer { method } => match method {
                IssuerMethod::ControllerDocument => "controller-document",
                IssuerMethod::DidJwk => "did-jwk",
                IssuerMethod::DidKey => "did-key",
                IssuerMethod::DidWeb => "did-web",
                IssuerMethod::DidWebvh => "did-webvh",
                IssuerMethod::Profile => "issuer-profile",
                IssuerMethod::JwkSet => "jwks",
            },
            Self::KeyNotListed { .. } => "key-not-listed",
            Self::KeyRevoked { .. } => "key-revoked",
            Self::KeyBindingMismatch => "key-binding-mismatch",
            Self::MalformedDisclosure(_) => "malformed-disclosure",
            Self::MalformedDate { .. } => "malformed-date",
            Self::MalformedContext => "malformed-context",
            Self::MalformedDocument { .. } => "malformed-document",
            Self::MalformedProof(_) => "malformed-proof",
            Self::MisplacedCredential => "misplaced-credential",
            Self::NoHolder => "no-holder",
            Self::NoAddress => "no-address",
            Self::NoIssuer => "no-issuer",
            Self::NoDates => "no-dates",
            Self::NoRecipientIdentifier => "no-identifier",
            Self::NoProof => "no-proof",
            Self::NoStatusMethod => "no-status-method",
            Self::NoValidSignature => "no-valid-signature",
            Self::NotAsked => "not-asked",
            Self::NotCompacted { .. } => "not-compacted",
            Self::NotItsAddress { .. } => "not-its-address",
            Self::NotRevoked { .. } => "not-revoked",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::PreviousProofMissing { .. } => "previous-proof-missing",
            Self::PseudonymWithoutDomain => "no-pseudonym-domain",
            Self::ProofExpired { .. } => "proof-expired",
            Self::RecipientDiffers => "differs",
            Self::RecipientMatches { lowercased, .. } => match lowercased {
                true => "matches-lowercased",
                false => "matches",
            },
            Self::Record(reason) => reason.code(),
            Self::Refresh(reason) => reason.code(),
            Self::RefusedAlgorithm { .. } => "refused-algorithm",
            Self::Revoked => "revoked",
            Self::Schema(reason) => reason.code(),
            Self::SharedIdentifier { .. } => "shared-identifier",
            Self::SignatureMismatch { .. } => "signature-mismatch",
            Self::Status(reason) => reason.code(),
            Self::StrangersKey { .. } => "strangers-key",
            Self::Suspended => "suspended",
            Self::TokenMissing => "token-missing",
            Self::TooManyProofs { .. } => "too-many-proofs",
            Self::Trust(reason) => reason.code(),
            Self::UnboundIssuer { .. } => "unbound-issuer",
            Self::UncheckedSeal { .. } => "unsupported-seal",
            Self::UncoveredTerms { .. } | Self::UndefinedTerms { .. } => "uncovered-terms",
            Self::UnfitKey { .. } => "unfit-key",
            Self::UnknownContext { .. } => "unknown-context",
            Self::Unobtained { why, .. } => why.code(),
            Self::UnsettledFeature { .. } => "unsettled-feature",
            Self::UnresolvableIssuer { .. } => "unresolvable-issuer",
            Self::UnsupportedDidMethod { .. } => "unsupported-did-method",
            Self::UnsupportedIssuer { .. } => "unsupported-issuer",
            Self::UnsupportedKey(error) => error.code(),
            Self::UnsupportedStatus { .. } => "unsupported-status",
            Self::UnsupportedSuite { .. } => "unsupported-suite",
            Self::UnsupportedRecipientHash => "unsupported-hash",
            Self::UnnamedKey { .. } => "unnamed-key",
            Self::WrongPurpose { .. } => "wrong-purpose",
            Self::WrongTokenType { .. } => "wrong-token-type",
        }
    }
}

impl Reason {
    /// Whether it is the reason of a suspension, which can be lifted, and not of a revocation.
    #[must_use]
    pub fn is_suspension(&self) -> bool {
        matches!(
            self,
            Self::Suspended | Self::Status(StatusReason::Suspended { .. })
        )
    }
}

impl Unobtained {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::NotAsked => "not-fetched",
            Self::Status(_) => "http-status",
            Self::SuppliedByHand => "supplied-by-hand",
            Self::Unreachable(unreachable) => match unreachable {
                Unreachable::BlockedOrRefused => "blocked-by-cors",
                Unreachable::Insecure => "insecure-address",
                Unreachable::Media => "media",
                Unreachable::Offline => "offline",
                Unreachable::Redirected => "redirected",
                Unreachable::TimedOut => "timed-out",
                Unreachable::TooLarge => "too-large",
                Unreachable::TooMany => "too-many-requests",
                Unreachable::WebPage => "web-page",
            },
        }
    }
}
