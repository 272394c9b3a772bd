//! What the measured credentials say. Each has an issuer of its own and an identifier of its own, so that
//! nobody can keep anything from one to the next but what is the same in all badges.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use signing::Issuer;

use crate::mechanism::Mechanism;

/// The least that a badge has to say, and every field that the card can show.
const MINIMAL: &str = include_str!("../../../../samples/minimal.json");
const RICH: &str = include_str!("../../../../samples/rich-genuine.json");
const VC2: &str = "https://www.w3.org/ns/credentials/v2";
const CLR2: &str = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// How many credentials a record has.
pub const IN_RECORD: usize = 20;

/// A kind of document.
#[derive(Clone, Copy)]
pub enum Document {
    /// The least that a badge has to say.
    Small,
    /// What most badges say: about 45 statements.
    Typical,
    /// Every field, and one signature.
    Rich,
    /// The same with somebody's signed endorsement: two signatures.
    Endorsed,
    /// A Comprehensive Learner Record of twenty typical badges, each signed: 21 signatures.
    Record,
}

impl Document {
    pub const ALL: [Self; 5] = [
        Self::Small,
        Self::Typical,
        Self::Rich,
        Self::Endorsed,
        Self::Record,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Typical => "typical",
            Self::Rich => "rich",
            Self::Endorsed => "endorsed",
            Self::Record => "record of twenty",
        }
    }

    /// One such document, signed; its issuer's key and its identifier follow from `id`.
    ///
    /// # Errors
    /// Where it cannot be signed.
    pub fn signed(self, mechanism: Mechanism, id: &str) -> Result<Value> {
        let issuer = Issuer::did_key_of(id, mechanism.key());
        mechanism.sign(&issuer, self.unsigned(mechanism, &issuer, id)?)
    }

    fn unsigned(self, mechanism: Mechanism, issuer: &Issuer, id: &str) -> Result<Value> {
        let mut document = match self {
            Self::Small => sample(MINIMAL)?,
            Self::Typical => typical()?,
            Self::Rich | Self::Endorsed => sample(RICH)?,
            Self::Record => record(mechanism, id)?,
        };
        document["id"] = json!(format!("urn:example:{}", id.replace(' ', "-")));
        document["name"] = json!(format!("Course {id}"));
        document["issuer"]["id"] = json!(issuer.id());
        match self {
            Self::Rich => remove(&mut document, &["endorsement"]),
            Self::Endorsed => {
                let endorsement = &document["endorsement"][0];
                document["endorsement"] = json!([endorsed(endorsement, &document["id"], id)?]);
            }
            Self::Small | Self::Typical | Self::Record => (),
        }
        Ok(document)
    }
}

/// A sample without its proof.
fn sample(text: &str) -> Result<Value> {
    let mut document: Value = serde_json::from_str(text)?;
    remove(&mut document, &["proof"]);
    Ok(document)
}

/// The rich sample without what few badges have.
fn typical() -> Result<Value> {
    let mut badge = sample(RICH)?;
    badge["@context"] = json!([VC2, OB3]);
    let beyond = ["awardedDate", "credentialSchema", "endorsement", "evidence"];
    remove(&mut badge, &beyond);
    let subject = &mut badge["credentialSubject"];
    let beyond = [
        "activityEndDate",
        "activityStartDate",
        "creditsEarned",
        "licenseNumber",
        "narrative",
        "result",
        "role",
        "source",
        "term",
    ];
    remove(subject, &beyond);
    truncate(&mut subject["identifier"], 1);
    let achievement = &mut subject["achievement"];
    let beyond = [
        "creditsAvailable",
        "fieldOfStudy",
        "humanCode",
        "resultDescription",
        "specialization",
        "version",
    ];
    remove(achievement, &beyond);
    achievement["image"]["id"] = json!("https://credentials.example.edu/images/analysis.png");
    truncate(&mut achievement["alignment"], 2);
    truncate(&mut achievement["tag"], 2);
    Ok(badge)
}

/// A record of twenty typical badges, each of an issuer of its own.
fn record(mechanism: Mechanism, id: &str) -> Result<Value> {
    let badges = (0..IN_RECORD).map(|number| {
        let id = format!("{id} badge {number}");
        Document::Typical.signed(mechanism, &id)
    });
    let badges = badges.collect::<Result<Vec<Value>>>()?;
    let mut record = sample(MINIMAL)?;
    record["@context"] = json!([VC2, CLR2, OB3]);
    record["type"] = json!(["VerifiableCredential", "ClrCredential"]);
    record["partial"] = json!(false);
    let identifier = record["credentialSubject"]["identifier"].take();
    record["credentialSubject"] = json!({
        "type": ["ClrSubject"],
        "identifier": identifier,
        "verifiableCredential": badges,
    });
    Ok(record)
}

/// An endorsement of what has this identifier, by an endorser of its own.
fn endorsed(endorsement: &Value, identifier: &Value, id: &str) -> Result<Value> {
    let endorser = Issuer::did_key(&format!("{id} endorser"));
    let mut endorsement = endorsement.clone();
    remove(&mut endorsement, &["proof"]);
    endorsement["id"] = json!(format!(
        "{}:endorsement",
        identifier.as_str().context("an identifier")?
    ));
    endorsement["issuer"]["id"] = json!(endorser.id());
    endorsement["credentialSubject"]["id"] = identifier.clone();
    endorser.sign(endorsement)
}

fn remove(value: &mut Value, members: &[&str]) {
    if let Some(object) = value.as_object_mut() {
        object.retain(|name, _| !members.contains(&name.as_str()));
    }
}

fn truncate(value: &mut Value, length: usize) {
    if let Some(list) = value.as_array_mut() {
        list.truncate(length);
    }
}

#[cfg(test)]
mod tests {
    use assay::jsonld;

    use super::*;

    /// The figure of the measurements that the goals were set by.
    #[test]
    fn a_typical_badge_has_about_45_statements() {
        let badge = typical().unwrap();
        let contexts = [VC2, OB3].map(str::to_owned);
        let newest = &jsonld::choices(&contexts, 1)[0];
        let statements = jsonld::statements(badge.as_object().unwrap(), newest).unwrap();
        assert!(
            (40..=50).contains(&statements.quads.len()),
            "{}",
            statements.quads.len()
        );
    }
}
