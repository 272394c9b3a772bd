//! Disclosures of any content, the digests of some put into the payload: nothing is disclosed that has
//! no digest.
#![no_main]

use assay::HashAlgorithm;
use assay::jose::disclose;
use assay::policy::Bounds;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    // A line each: the payload, then what is disclosed, those behind an asterisk without a digest.
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let payload = lines
        .next()
        .and_then(|line| serde_json::from_str(line).ok());
    let Some(Value::Object(mut payload)) = payload else {
        return;
    };
    let mut disclosures = Vec::new();
    let mut digests = Vec::new();
    let mut strangers = 0;
    for line in lines.take(20) {
        let (content, is_strangers) = match line.strip_prefix('*') {
            Some(content) => (content, true),
            None => (line, false),
        };
        let encoded = Base64UrlUnpadded::encode_string(content.as_bytes());
        let digest = HashAlgorithm::Sha256.digest(&encoded);
        if is_strangers {
            strangers += 1;
        } else {
            digests.push(Value::from(Base64UrlUnpadded::encode_string(&digest)));
        }
        disclosures.push(encoded);
    }
    payload.remove("_sd_alg");
    let has_own = payload.values().any(Value::is_object) || payload.values().any(Value::is_array);
    payload.insert("_sd".into(), Value::Array(digests));
    let disclosures: Vec<&str> = disclosures.iter().map(String::as_str).collect();
    let disclosed = disclose(&payload, &disclosures, &Bounds::default());
    // A payload with places of its own may have a stranger's digest by chance of the fuzzer's.
    if strangers > 0 && !has_own && !text.contains("_sd") {
        assert!(disclosed.is_err());
    }
});
