//! Generated credentials state what `oxjsonld` has them state, quad by quad.

#![no_main]

#[path = "../../tests/jsonld/generator.rs"]
mod generator;
#[path = "../../tests/jsonld/judge.rs"]
mod judge;
#[path = "../../tests/jsonld/oxigraph.rs"]
mod oxigraph;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (document, choice) = generator::credential(bytes);
    if let Some(difference) = judge::difference(&document, &choice) {
        let contexts: Vec<&str> = choice.names().collect();
        let document = serde_json::Value::Object(document);
        panic!("{contexts:?}\n{document}\n{difference}");
    }
});
