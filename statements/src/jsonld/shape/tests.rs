//! Other spellings of the same statements, and contexts that are not bundled.

use super::*;
use serde_json::json;

const REFERENCES: usize = 200;
const V2: &str = "https://www.w3.org/ns/credentials/v2";

fn shape_of(document: Value) -> Result<Shape, ShapeError> {
    let Value::Object(document) = document else {
        panic!("an object")
    };
    shape(&document, REFERENCES)
}

fn not_compacted(member: &str) -> Result<Shape, ShapeError> {
    Err(ShapeError::NotCompacted {
        member: member.into(),
    })
}

#[test]
fn lists_contexts_once() {
    let document = json!({
        "@context": [V2],
        "id": "urn:x",
        "endorsement": [{"@context": V2, "type": ["VerifiableCredential"], "id": "urn:y", "name": "n"}],
    });
    assert_eq!(
        shape_of(document),
        Ok(Shape {
            contexts: vec![V2.into()]
        })
    );
}

#[test]
fn refuses_other_spellings_of_a_member() {
    let iri = "https://www.w3.org/2018/credentials#validUntil";
    for member in [
        "@graph",
        "@included",
        "@id",
        "@type",
        iri,
        "schema:name",
        "@nonsense",
        "",
    ] {
        let document = json!({"@context": V2, "credentialSubject": {member: "x"}});
        assert_eq!(shape_of(document), not_compacted(member));
    }
}

#[test]
fn refuses_a_blank_node_label() {
    let document = json!({"@context": V2, "id": "_:b0"});
    assert_eq!(shape_of(document), not_compacted("_:b0"));
}

#[test]
fn refuses_members_that_hide_under_the_documents_own_identifier() {
    let document = json!({
        "@context": V2, "id": "urn:x",
        "refreshService": {"id": "urn:x", "type": "T", "validUntil": "2020-01-01T00:00:00Z"},
    });
    assert_eq!(
        shape_of(document),
        Err(ShapeError::SharedIdentifier { id: "urn:x".into() })
    );
    let reference = json!({
        "@context": V2, "id": "urn:x", "refreshService": {"id": "urn:x", "type": "T"},
    });
    assert!(shape_of(reference).is_ok());
}

#[test]
fn refuses_contexts_that_are_not_bundled() {
    let unknown = json!({"@context": [V2, "https://example.com/c"]});
    assert_eq!(
        shape_of(unknown),
        Err(ShapeError::UnknownContext {
            url: "https://example.com/c".into()
        })
    );
    for inline in [json!([V2, {"name": "urn:n"}]), json!([V2, null]), json!({})] {
        assert_eq!(
            shape_of(json!({"@context": inline})),
            Err(ShapeError::InlineContext)
        );
    }
    for malformed in [
        json!([]),
        json!(5),
        json!([[V2]]),
        json!(["https://w3id.org/dcc/v1", V2]),
    ] {
        assert_eq!(
            shape_of(json!({"@context": malformed})),
            Err(ShapeError::MalformedContext)
        );
    }
    let in_a_proof = json!({"@context": V2, "proof": [{"@context": V2}]});
    assert!(shape_of(in_a_proof).is_ok());
    let in_a_credentials_proof = json!({
        "@context": V2,
        "verifiableCredential": [
            {"@context": V2, "type": "VerifiableCredential", "proof": {"@context": V2}},
        ],
    });
    assert!(shape_of(in_a_credentials_proof).is_ok());
    let deeper = json!({"@context": V2, "proof": {"x": {"@context": V2}}});
    assert_eq!(shape_of(deeper), Err(ShapeError::MalformedContext));
    let unknown = json!({"@context": V2, "proof": {"@context": {"name": "urn:n"}}});
    assert_eq!(shape_of(unknown), Err(ShapeError::InlineContext));
    let nested = json!({"@context": V2, "credentialSubject": {"@context": V2}});
    assert_eq!(shape_of(nested), Err(ShapeError::MalformedContext));
}

/// No bundled context lets a property be written under a second name, but for the classes.
#[test]
fn knows_every_class_that_is_named_like_a_property() {
    use std::collections::{BTreeMap, BTreeSet};
    fn terms(context: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
        let Some(context) = context.as_object() else {
            return;
        };
        for (term, definition) in context {
            let iri = definition.get("@id").unwrap_or(definition).as_str();
            if let Some(iri) = iri.filter(|iri| !term.starts_with('@') && !iri.starts_with('@')) {
                let local = iri.rsplit(['#', '/', ':']).next().unwrap_or(iri);
                found
                    .entry(local.to_owned())
                    .or_default()
                    .insert(term.clone());
            }
            if let Some(scoped) = definition.get("@context") {
                terms(scoped, found);
            }
        }
    }
    let mut found = BTreeMap::new();
    for snapshot in contexts::urls().flat_map(|url| contexts::snapshots(url).unwrap()) {
        let document: Value = serde_json::from_str(snapshot.json).unwrap();
        terms(&document["@context"], &mut found);
    }
    let read_by_name = [
        "achievement",
        "alignment",
        "awardedDate",
        "credentialStatus",
        "credentialSubject",
        "criteria",
        "evidence",
        "expirationDate",
        "identifier",
        "image",
        "issuanceDate",
        "issuer",
        "name",
        "proof",
        "proofPurpose",
        "result",
        "resultDescription",
        "rubricCriterionLevel",
        "status",
        "validFrom",
        "validUntil",
        "verificationMethod",
        "expires",
        "previousProof",
    ];
    for property in read_by_name {
        for names in found.values().filter(|names| names.contains(property)) {
            for other in names.iter().filter(|name| *name != property) {
                assert!(
                    CLASSES_NAMED_LIKE_PROPERTIES.contains(&other.as_str()),
                    "{property} can be written as {other}"
                );
            }
        }
    }
}

#[test]
fn bounds_the_number_of_contexts() {
    let many = vec![V2; REFERENCES + 1];
    assert_eq!(
        shape_of(json!({"@context": many})),
        Err(ShapeError::TooManyContexts)
    );
}

/// An endorsement's subject is what it endorses, the credential around it perhaps.
#[test]
fn an_endorsement_of_the_credential_itself() {
    let with_subject = |subject: &Value| {
        let document = json!({
            "@context": V2,
            "id": "urn:x",
            "endorsement": {"id": "urn:y", "credentialSubject": subject},
        });
        shape_of(document).map(|_| ())
    };
    let comment = json!({
        "id": "urn:x", "type": ["EndorsementSubject"], "endorsementComment": "Good.",
    });
    assert_eq!(with_subject(&comment), Ok(()));
    for (name, value) in [
        ("validUntil", json!("2020-01-01T00:00:00Z")),
        ("type", json!(["EndorsementSubject", "OpenBadgeCredential"])),
        ("type", json!("VerifiableCredential")),
    ] {
        let mut other = comment.clone();
        other[name] = value;
        let shared = ShapeError::SharedIdentifier { id: "urn:x".into() };
        assert_eq!(with_subject(&other), Err(shared), "{name}");
    }
}
