//! The values of proofs, CBOR among them: bytes that are encoded first, for every suite.
#![no_main]

use assay::proof::{Proof, Suite};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|bytes: &[u8]| {
    for suite in Suite::ALL {
        let value = match suite {
            Suite::Bbs2023 | Suite::EcdsaSd2023 => {
                format!("u{}", Base64UrlUnpadded::encode_string(bytes))
            }
            _ => format!(
                "z{}",
                bs58::encode(bytes.get(..100).unwrap_or(bytes)).into_string()
            ),
        };
        let mut entry = json!({
            "type": suite.proof_type(),
            "verificationMethod": "did:example:1#key",
            "proofPurpose": "assertionMethod",
            "proofValue": value,
            "jws": String::from_utf8_lossy(bytes),
        });
        if let Some(name) = suite.cryptosuite() {
            entry["cryptosuite"] = json!(name);
        }
        // An error is an answer too.
        let _ = Proof::read(&entry);
    }
});
