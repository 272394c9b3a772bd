//! Every kind of registry that has to be asked for.

use assay::trust::RegistrySource;
use serde_json::{Value, json};

use crate::federation::{CONFIGURATION, Federation, LEGACY, LIST, federation_entry, legacy_entry};
use crate::issuer_keys::Documents;

const OWN: &str = "https://lists.example/issuers.json";

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Federation,
    Legacy,
    Own,
}

pub const ALL: [Kind; 3] = [Kind::Federation, Kind::Legacy, Kind::Own];

impl Kind {
    /// The Consortium's lists are of DIDs alone.
    pub fn takes(self, issuer: &str) -> bool {
        matches!(self, Self::Own) || issuer.starts_with("did:")
    }

    /// Where it is asked for, and what says that these issuers are known.
    pub fn made(self, issuers: &[&str]) -> (RegistrySource, Documents) {
        let entry = |body: Value| (LIST.to_owned(), json!([body]).to_string());
        match self {
            Self::Federation => {
                let mut federation = Federation::new();
                let configuration = federation.configuration_token();
                let mut documents = vec![
                    entry(federation_entry()),
                    (CONFIGURATION.to_owned(), configuration),
                ];
                for issuer in issuers {
                    let sub = issuer.replace(':', "%3A");
                    federation.statement["sub"] = json!(issuer);
                    let url = format!("https://members.example/fetch?sub={sub}");
                    documents.push((url, federation.statement_token()));
                }
                (RegistrySource::consortium(), documents)
            }
            Self::Legacy => {
                let names = issuers.iter();
                let names = names.map(|id| ((*id).to_owned(), json!({"name": "Northfield"})));
                let names: serde_json::Map<String, Value> = names.collect();
                let registry = json!({"registry": names}).to_string();
                let documents = vec![entry(legacy_entry()), (LEGACY.to_owned(), registry)];
                (RegistrySource::consortium(), documents)
            }
            Self::Own => {
                let names = issuers.iter();
                let names = names.map(|id| json!({"id": id, "name": "Northfield"}));
                let names: Vec<Value> = names.collect();
                let list = json!({"name": "Own", "issuers": names}).to_string();
                let url = OWN.to_owned();
                let documents = vec![(url.clone(), list)];
                (RegistrySource::Registry { url }, documents)
            }
        }
    }
}
