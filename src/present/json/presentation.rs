//! Who presents the credentials of a file.

use serde::Serialize;

use super::evidence::{Document, documents};
use super::note::{Note, notes};
use super::{Want, wants};
use crate::present::english;
use crate::verify::HolderReport;

#[derive(Serialize)]
pub(super) struct Presentation<'a> {
    /// Whom the presentation names; a claim, unless `outcome` is `pass`.
    holder: Option<&'a str>,
    outcome: &'static str,
    code: &'static str,
    detail: String,
    notes: Vec<Note>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Document<'a>>,
    wants: Vec<Want<'a>>,
}

impl<'a> Presentation<'a> {
    pub fn of(report: &'a HolderReport) -> Self {
        Self {
            holder: report.holder.as_deref(),
            outcome: report.outcome.code(),
            code: report.reason.code(),
            detail: english::holder_detail(report),
            notes: notes(&report.notes),
            evidence: documents(&report.evidence),
            wants: wants(&report.wants),
        }
    }
}
