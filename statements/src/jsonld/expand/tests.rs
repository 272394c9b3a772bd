//! What neither W3C's suite nor generated credentials show.

use serde_json::json;

use super::*;
use crate::jsonld::choices;

const V2: &str = "https://www.w3.org/ns/credentials/v2";
const DATA_INTEGRITY: &str = "https://w3id.org/security/data-integrity/v2";

/// The statements as lines of N-Quads, and the rest.
fn stated(document: Value) -> (Vec<String>, Vec<String>, bool) {
    let Value::Object(mut document) = document else {
        panic!("an object")
    };
    let context = document.entry("@context").or_insert_with(|| json!(V2));
    let urls = one_or_several(context).iter().filter_map(Value::as_str);
    let urls: Vec<String> = urls.map(str::to_owned).collect();
    let choice = choices(&urls, 1).remove(0);
    let statements = statements(&document, &choice).expect("JSON-LD");
    let lines = statements.quads.iter().map(ToString::to_string);
    (lines.collect(), statements.undefined, statements.lossy)
}

fn line(line: &str) -> String {
    format!("{line} .")
}

#[test]
fn a_credential_with_both_contexts_that_define_its_proofs() {
    let document = json!({
        "@context": [V2, DATA_INTEGRITY], "id": "urn:x", "type": "VerifiableCredential",
    });
    let kind = "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
        <https://www.w3.org/2018/credentials#VerifiableCredential>";
    assert_eq!(stated(document), (vec![line(kind)], vec![], false));
}

#[test]
fn an_identifier_in_a_graph_that_says_nothing_of_it_is_lost() {
    for proof in [json!({"id": "urn:p"}), json!("urn:p")] {
        let document = json!({"id": "urn:x", "type": "VerifiableCredential", "proof": proof});
        let (lines, undefined, lossy) = stated(document);
        assert_eq!((lines.len(), undefined, lossy), (2, vec![], true));
    }
}

#[test]
fn an_identifier_that_is_like_a_keyword_is_lost() {
    let document = json!({"id": "@other", "name": "n"});
    let name = "_:b0 <https://schema.org/name> \"n\"";
    assert_eq!(stated(document), (vec![line(name)], vec![], true));
}

#[test]
fn a_name_that_is_no_iri_takes_its_statements_along() {
    let document = json!({"id": "https://exa mple.org/", "name": "n"});
    assert_eq!(stated(document), (vec![], vec![], true));
}

#[test]
fn undefined_members_are_named_with_what_is_in_them() {
    let document = json!({
        "id": "urn:x", "name": "n",
        "other": {"type": "Other", "name": "m", "more": [null, 1], "nothing": null},
        "issuer": "no:matter",
    });
    let undefined = ["issuer", "other", "more", "Other"].map(str::to_owned);
    let name = "<urn:x> <https://schema.org/name> \"n\"";
    assert_eq!(
        stated(document),
        (vec![line(name)], undefined.into(), false)
    );
}

#[test]
fn what_no_context_could_define_is_lost() {
    let document = json!({
        "id": "urn:x", "type": "VerifiablePresentation", "verifiableCredential": [{"no": "context"}],
    });
    let (lines, undefined, lossy) = stated(document);
    assert_eq!((lines.len(), undefined, lossy), (2, vec![], true));
}

#[test]
fn a_reference_without_a_base_is_undefined() {
    let document = json!({
        "id": "urn:x", "type": "VerifiableCredential", "issuer": "//host/path",
    });
    let (_, undefined, _) = stated(document);
    assert_eq!(undefined, ["//host/path"]);
}

#[test]
fn json_with_a_number_that_stands_for_others_is_stated_and_noted() {
    let document = json!({
        "id": "urn:x", "type": "JsonSchema", "jsonSchema": {"maximum": 9_007_199_254_740_993_u64},
    });
    let (lines, _, lossy) = stated(document);
    let json = "<urn:x> <https://www.w3.org/2018/credentials#jsonSchema> \
        \"{\\\"maximum\\\":9007199254740992}\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>";
    assert!(lines.contains(&line(json)), "{lines:?}");
    assert!(lossy);
}

/// Nothing is no list, and a list of nothing is one (JSON-LD 1.1 API, section 5.1.2, step 13.10).
#[test]
fn a_list_that_is_null_is_not_an_empty_one() {
    let with = |values: Value| {
        let open_badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
        let (lines, ..) = stated(json!({
            "@context": [V2, open_badges],
            "id": "urn:x", "type": "ResultDescription", "allowedValue": values,
        }));
        lines.iter().any(|line| line.contains("allowedValue"))
    };
    assert!(!with(json!(null)));
    assert!(!with(json!({"@value": null})));
    assert!(with(json!([])));
    assert!(with(json!([null])));
}
