//! What is measured of Assay: from a file's bytes to the verdict, and a bare signature.

#[cfg(target_arch = "wasm32")]
mod exports;

use assay::key::{Algorithm, ed25519, p256};
use assay::{Evidence, Policy, Reliance, Report, Timestamp, Verdict, open, verify};

/// Reads a file and judges every credential in it, those of a record and endorsements among them; the
/// verdict is that of the one that can be relied on least.
#[must_use]
pub fn verdict(bytes: &[u8], at: Timestamp) -> Verdict {
    let policy = Policy::default();
    let Ok(opened) = open(bytes, &policy.bounds) else {
        return Verdict::Unreadable;
    };
    let judged = opened.credentials.iter().map(|credential| {
        credential
            .as_ref()
            .map_or(Verdict::Unreadable, |credential| {
                least(&verify(credential, &Evidence::none(), &policy, at))
            })
    });
    judged
        .min_by_key(|verdict| verdict.reliance())
        .unwrap_or(Verdict::Unreadable)
}

/// The verdict on what can be relied on least of a credential and all that is in it.
fn least(report: &Report) -> Verdict {
    let endorsements = report
        .endorsements
        .iter()
        .map(|endorsement| &endorsement.credential);
    let inside = report.credentials.iter().chain(endorsements);
    let inside = inside.map(|credential| credential.as_ref().map_or(Verdict::Unreadable, least));
    let all = inside.chain([report.verdict]);
    all.min_by_key(|verdict| verdict.reliance())
        .unwrap_or(report.verdict)
}

/// Whether a verdict is what every peer calls verified: signed by its issuer and in force. Who that
/// issuer is, no registry was asked.
#[must_use]
pub fn is_accepted(verdict: Verdict) -> bool {
    verdict.reliance() >= Reliance::IssuerUnknown
}

/// Whether an Ed25519 signature is good, its key being 32 bytes that are yet to be read.
#[must_use]
pub fn verifies_ed25519(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    ed25519(key).is_ok_and(|key| key.verifies(Algorithm::EdDsa, message, signature))
}

/// The same for ECDSA over P-256, the key being a point as in SEC 1.
#[must_use]
pub fn verifies_p256(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    p256(key).is_ok_and(|key| key.verifies(Algorithm::Es256, message, signature))
}
