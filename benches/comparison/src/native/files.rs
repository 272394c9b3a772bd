//! The credentials in files, as every contestant gets them.

use std::fs;
use std::path::Path;

use anyhow::Result;
use assay::key::KeyKind;
use assay::proof::Suite;
use serde::Serialize;
use serde_json::{Value, json};

use crate::documents::Document;
use crate::mechanism::{Mechanism, altered};

/// How many credentials are verified before the clock counts, and with it; of records fewer.
const WARM_UP: usize = 60;
const MEASURED: usize = 100;
const WARM_UP_RECORDS: usize = 4;
const MEASURED_RECORDS: usize = 10;
/// How many rich badges are in the batch.
const BATCH: usize = 600;

/// Credentials of one kind, signed in one way, no two alike.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    pub document: &'static str,
    pub mechanism: String,
    pub warm_up: Vec<String>,
    pub measured: Vec<String>,
    /// One of them, changed after it was signed.
    pub altered: String,
}

/// Makes every kind signed in every way, and the batch; `cells.json` in the folder lists the files.
///
/// # Errors
/// Where something cannot be signed or written.
pub fn make(folder: &Path) -> Result<Vec<Cell>> {
    let mut cells = Vec::new();
    let mut index = Vec::new();
    for mechanism in Mechanism::ALL {
        for document in Document::ALL {
            let cell = cell(document, mechanism)?;
            let file = format!("{}.json", cells.len());
            fs::write(folder.join(&file), serde_json::to_string(&cell)?)?;
            let (document, mechanism) = (cell.document, &cell.mechanism);
            index.push(json!({"document": document, "mechanism": mechanism, "file": file}));
            cells.push(cell);
        }
    }
    fs::write(folder.join("cells.json"), serde_json::to_string(&index)?)?;
    let suite = Mechanism::Suite(Suite::EddsaRdfc2022, KeyKind::Ed25519);
    let batch = several(Document::Rich, suite, "of a batch", BATCH)?;
    fs::write(folder.join("batch.json"), serde_json::to_string(&batch)?)?;
    Ok(cells)
}

fn cell(document: Document, mechanism: Mechanism) -> Result<Cell> {
    let (warm_up, measured) = match document {
        Document::Record => (WARM_UP_RECORDS, MEASURED_RECORDS),
        _ => (WARM_UP, MEASURED),
    };
    let several = |of, count| several(document, mechanism, of, count);
    let mut all_altered = several("to alter", 1)?.into_iter();
    Ok(Cell {
        document: document.name(),
        mechanism: mechanism.name(),
        warm_up: several("to warm up", warm_up)?,
        measured: several("to measure", measured)?,
        altered: altered(&all_altered.next().unwrap_or_default())?,
    })
}

fn several(
    document: Document,
    mechanism: Mechanism,
    of: &str,
    count: usize,
) -> Result<Vec<String>> {
    let one = |number| {
        let id = format!("{of} {} {} {number}", document.name(), mechanism.name());
        document.signed(mechanism, &id).map(text)
    };
    (0..count).map(one).collect()
}

/// A token as it is, all else as JSON.
fn text(signed: Value) -> String {
    match signed {
        Value::String(token) => token,
        json => json.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use assay::Timestamp;
    use comparison::{is_accepted, verdict};

    use super::*;

    #[test]
    fn every_kind_is_good_in_every_way_and_refused_once_altered() {
        let at = Timestamp::parse("2026-06-01T00:00:00Z").unwrap();
        let accepts = |text: &str| is_accepted(verdict(text.as_bytes(), at));
        for mechanism in Mechanism::ALL {
            for document in Document::ALL {
                let name = format!("{}, {}", document.name(), mechanism.name());
                let text = &several(document, mechanism, "of a test", 1).unwrap()[0];
                assert!(accepts(text), "{name}");
                assert!(!accepts(&altered(text).unwrap()), "{name}");
            }
        }
    }
}
