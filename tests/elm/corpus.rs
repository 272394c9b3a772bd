//! The Commission's own examples, each with its format, its verdict and some of what it says.

use std::fs;
use std::path::{Path, PathBuf};

use assay::{Evidence, Policy, Report, open, verify};

use crate::support::{corpus, now};

pub const SAMPLES: &str = "European-Learning-Model/Credentials/JSON-LD Examples (ELM v3)";
const COMMONS: &str = "european-digital-credentials/edci-commons/src/test/resources/jsonld";
const CONTEXTS: &str = "european-digital-credentials/edci-data-model/src/main/resources/jsonld";
const MODEL: &str = "european-digital-credentials/edci-data-model/src/test/resources";
const SEALS: &str = "european-digital-credentials/edci-eseal-core/src/test/resources/creds";
const ISSUER: &str =
    "european-digital-credentials/edci-issuer/edci-issuer-web/src/main/resources-unfiltered";

/// A credential: folder, file, format, why it is unconfirmed, its title, its issuer's name, how many
/// skills it names. None of the seals can be checked, and their test certificates have expired.
type Readable = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
);

const CREDENTIALS: [Readable; 17] = [
    (
        SAMPLES,
        "Sample-CertOfPart-signed.jsonld",
        "elm",
        "unsupported-seal",
        "EDC Updates Webinar",
        "ORGANIZACION TEST",
        0,
    ),
    (
        SAMPLES,
        "Sample-CertOfPart-unsigned.jsonld",
        "elm",
        "no-proof",
        "EDC Updates Webinar",
        "European Digital Credentials for Learning Support Team",
        0,
    ),
    (
        SAMPLES,
        "Sample-MC-Annex1-signed.jsonld",
        "elm",
        "unsupported-seal",
        "Digital micro-credential creation",
        "ORGANIZACION TEST",
        6,
    ),
    (
        SAMPLES,
        "Sample-MC-Annex1-unsigned.jsonld",
        "elm",
        "no-proof",
        "Digital micro-credential creation",
        "University of Zed",
        6,
    ),
    (
        "European-Learning-Model/rdf/samples",
        "credential-sample.jsonld",
        "elm",
        "no-proof",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
    (COMMONS, "cred1.jsonld", "elm", "no-proof", "", "name", 0),
    (
        COMMONS,
        "cred2_1context.jsonld",
        "vc",
        "no-proof",
        "",
        "",
        0,
    ),
    (
        COMMONS,
        "credential-jws-invalid.jsonld",
        "elm",
        "unsupported-seal",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
    (
        MODEL,
        "jsonld/cred1.jsonld",
        "elm",
        "no-proof",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
    (
        MODEL,
        "jsonld/cred2_1context.jsonld",
        "vc",
        "no-proof",
        "",
        "",
        0,
    ),
    // Its suite is the name of an example.
    (
        MODEL,
        "jsonld/credNoType.jsonld",
        "vc",
        "unsupported-suite",
        "",
        "",
        0,
    ),
    // The model's own rules ask for more than we need to read it; they are nothing that was signed.
    (
        MODEL,
        "jsonld/cred_noLegalName_shouldFail.jsonld",
        "elm",
        "no-proof",
        "",
        "Certificado TEST Sello Electronico",
        6,
    ),
    (
        MODEL,
        "jsonld/credential-signed.jsonld",
        "elm",
        "unsupported-seal",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
    (
        MODEL,
        "jsonld/credential_shouldValidate.jsonld",
        "elm",
        "no-proof",
        "Some kind of credential",
        "some legal name",
        6,
    ),
    (
        MODEL,
        "jsonld/regularCred.jsonld",
        "elm",
        "no-proof",
        "Some kind of credential",
        "some legal name",
        6,
    ),
    (
        MODEL,
        "jsonld/signed_credential.jsonld",
        "elm",
        "unsupported-seal",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
    (
        MODEL,
        "jsonld/test-data-json.jsonld",
        "elm",
        "no-proof",
        "some kind of learning achievement",
        "some legal name",
        0,
    ),
];

const DRAFT: &str = "This is a draft";
const DATA: &str = "This is data, but not a badge";
const SIGNED: &str = "This is signed data in a JSON form";
const BARE: &str = "This is a presentation";

/// What is no credential, with the start of what is said of it.
const OTHERS: [(&str, &str, &str); 22] = [
    (SAMPLES, "Sample-CertOfPart-unsigned-uploadable.json", DRAFT),
    (SAMPLES, "Sample-MC-Annex1-unsigned-uploadable.json", DRAFT),
    (ISSUER, "seal_test_credential.json", DRAFT),
    (
        "European-Learning-Model/rdf/ap/edc",
        "edc-ap-context.jsonld",
        DATA,
    ),
    (CONTEXTS, "SemiOfficialContext.jsonld", DATA),
    (CONTEXTS, "context.jsonld", DATA),
    (CONTEXTS, "edc-ap.json", DATA),
    (CONTEXTS, "extendedContext.jsonld", DATA),
    (CONTEXTS, "frame.jsonld", DATA),
    (CONTEXTS, "minExtendedContext.jsonld", DATA),
    (MODEL, "accreditation/MockedSampleAccreditation.json", DATA),
    (
        MODEL,
        "accreditation/MockedSampleAccreditation_2.json",
        DATA,
    ),
    (MODEL, "accreditation/ServiceSampleAccreditation.json", DATA),
    // Flattened forms, whose parts refer to each other.
    (MODEL, "jsonld/Sample.jsonld", DATA),
    (MODEL, "jsonld/ams-json-ld.jsonld", DATA),
    (MODEL, "jsonld/credFlatten.jsonld", DATA),
    (MODEL, "jsonld/acc.json", DATA),
    (MODEL, "jsonld/frame.jsonld", DATA),
    // Presentations that hold nothing, under a seal or bare.
    (SEALS, "json_sealed_advanced.json", SIGNED),
    (SEALS, "json_sealed_test_output.json", SIGNED),
    (SEALS, "json_to_seal-signed-jades-baseline-lta.json", SIGNED),
    (SEALS, "json_to_seal.json", BARE),
];

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The format of a file with one credential, and the report on it.
pub fn judge(path: &Path) -> (&'static str, Report) {
    let policy = Policy::default();
    let opened =
        open(&read(path), &policy.bounds).unwrap_or_else(|why| panic!("{path:?}: {why:?}"));
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &Evidence::none(), &policy, now());
    (credential.format.code(), report)
}

#[test]
fn each_credential_is_read_and_none_confirmed() {
    let Some(root) = corpus("european-edc") else {
        return;
    };
    for (folder, file, format, code, title, issuer, skills) in CREDENTIALS {
        let (read_as, report) = judge(&root.join(folder).join(file));
        let claims = &report.claims;
        let text = |text: Option<&assay::credential::Text>| {
            text.map(|text| text.value.clone()).unwrap_or_default()
        };
        let found = (
            read_as,
            report.verdict.code(),
            report.checks.all()[0].reason.code(),
            text(claims.title()),
            text(claims.issuer.name.as_ref()),
            claims.skills().len(),
        );
        let expected = (
            format,
            "unconfirmed",
            code,
            title.into(),
            issuer.into(),
            skills,
        );
        assert_eq!(found, expected, "{file}");
    }
}

#[test]
fn each_other_file_is_told_for_what_it_is() {
    let Some(root) = corpus("european-edc") else {
        return;
    };
    for (folder, file, start) in OTHERS {
        let why = open(
            &read(&root.join(folder).join(file)),
            &Policy::default().bounds,
        );
        let words = assay::present::english::unreadable(&why.expect_err(file));
        assert!(words.starts_with(start), "{file}: {words}");
    }
}

#[test]
fn no_file_is_left_out_of_the_tables() {
    let Some(root) = corpus("european-edc") else {
        return;
    };
    let mut known: Vec<PathBuf> = Vec::new();
    known.extend(CREDENTIALS.iter().map(|row| root.join(row.0).join(row.1)));
    known.extend(OTHERS.iter().map(|row| root.join(row.0).join(row.1)));
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if matches!(
                path.extension().and_then(|it| it.to_str()),
                Some("json" | "jsonld")
            ) {
                assert!(known.contains(&path), "{}", path.display());
            }
        }
    }
}
