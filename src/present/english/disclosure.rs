//! What is wrong with a signature that lets its holder leave details out.

use super::shortened;
use crate::proof::DisclosureError;

pub(super) fn damaged(error: &DisclosureError) -> String {
    let problem = match error {
        DisclosureError::Cbor => "its parts can't be told apart".into(),
        DisclosureError::Header => {
            return "The signature's value is of a form that we don't know.".into();
        }
        DisclosureError::IndexOutOfRange { index } => {
            format!("it speaks of a statement ({index}) that it does not have")
        }
        DisclosureError::IndexRepeated { index } => {
            format!("it names a statement ({index}) twice")
        }
        DisclosureError::Key => "the key inside it is no key".into(),
        DisclosureError::LabelShared { label } => {
            format!("it has one label ({}) for two things", shortened(label))
        }
        DisclosureError::Length { component, length } => {
            format!("its “{component}” can't have {length} bytes")
        }
        DisclosureError::NodeMissing { node } => format!("it has no label for a thing ({node})"),
        DisclosureError::NodeRepeated { node } => {
            format!("it has two labels for a thing ({node})")
        }
    };
    format!("The signature's value is damaged: {problem}.")
}
