//! What a file is that holds no badge data, and what to do.

use super::container;
use super::shortened;
use crate::JsonError;
use crate::carrier::{EnvelopeError, FileKind, Unreadable};
use crate::credential::NotACredential;
use crate::jose::{JwsError, JwsPart, SdJwtError};

/// What was found in place of a badge, and a next step.
#[must_use]
pub fn unreadable(unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::BarePresentation => {
            "This is a presentation, which is made to carry credentials, and there is none in it. Ask the sender for one that holds the badge.".into()
        }
        Unreadable::DataUrl(error) => container::data_url(*error).into(),
        Unreadable::Empty => "The file is empty. Download it again, or ask for it again.".into(),
        Unreadable::EncryptedToken => "This token is encrypted, so that only the one whom it was made for can read it. Ask for the badge in a form that you may read.".into(),
        Unreadable::Envelope(error) => envelope(error),
        Unreadable::InZip { name, problem } => {
            format!(
                "“{}” in the ZIP: {}",
                shortened(name),
                self::unreadable(problem)
            )
        }
        Unreadable::Json(error) => json(error),
        Unreadable::Kind(kind) => file_kind(*kind).into(),
        Unreadable::Nested { outer, inner } => container::nested(*outer, *inner),
        Unreadable::NestedTooDeep { limit } => format!(
            "It stands more than {limit} credentials deep inside one another. Ask for it in a file of its own."
        ),
        Unreadable::NotACredential(reason) => not_a_credential(*reason),
        Unreadable::NothingBaked(_) => container::NOTHING_BAKED.into(),
        Unreadable::Png(error) => container::png(*error),
        Unreadable::PresentationInside => {
            "This is a presentation inside another, where the standards have a credential. Ask the sender for the credential itself.".into()
        }
        Unreadable::SdJwt(error) => sd_jwt(error),
        Unreadable::Several { count } => {
            format!("This ZIP archive has {count} badges in it. Unpack it and choose one of them.")
        }
        Unreadable::SeveralBaked => container::SEVERAL_BAKED.into(),
        Unreadable::Svg(error) => container::svg(error),
        Unreadable::Token(error) => token(error),
        Unreadable::TooCostly => {
            "The file holds so much that is signed that checking it all would take too long. Ask for the credentials in several files.".into()
        }
        Unreadable::TooLarge { limit } => format!(
            "The file is larger than {} MB, and no badge is. Is it the right one?",
            limit / (1024 * 1024)
        ),
        Unreadable::TooManyCredentials { limit } => format!(
            "The file holds more than {limit} credentials, more than we check at a time. Ask for them in several files."
        ),
        Unreadable::UnpackedTooLarge { limit } => format!(
            "What is compressed in the file unpacks to more than {limit} bytes, and no badge does. It may be made to exhaust whoever opens it."
        ),
        Unreadable::Zip(error) => container::zip(*error),
    }
}

fn json(error: &JsonError) -> String {
    match error {
        JsonError::DuplicateMember { name } => format!(
            "The file says “{}” twice in one place, so it can be read in two ways. No signature can settle which is meant.",
            shortened(name)
        ),
        JsonError::Empty => "The file is empty. Download it again, or ask for it again.".into(),
        JsonError::NotUtf8 { offset } => {
            format!("The file is not text that we can read: from byte {offset} on it is not UTF-8.")
        }
        JsonError::Syntax { line, column } => format!(
            "The file looks like JSON and is broken at line {line}, column {column}. Download it again, or ask for it again."
        ),
        JsonError::TooDeep { limit } => {
            format!("The file nests its data more than {limit} levels deep, and no badge does.")
        }
        JsonError::TooManyValues { limit } => {
            format!("The file holds more than {limit} values, and no badge does.")
        }
        JsonError::Truncated { line, column } => format!(
            "The file ends in the middle, at line {line}, column {column}. The download may have been cut off: fetch it again."
        ),
    }
}

fn token(error: &JwsError) -> String {
    let cut_off = "It may have been cut off or changed on the way: copy all of it again.";
    match error {
        JwsError::Encoding { part } => format!(
            "This token is damaged: its {} is not written as it should be. {cut_off}",
            token_part(*part)
        ),
        JwsError::Json { part, error } => {
            format!("In this token's {}: {}", token_part(*part), json(error))
        }
        JwsError::Member { name } => {
            format!(
                "This token can't be read: “{name}” in its header is missing or of the wrong form."
            )
        }
        JwsError::NotAnObject { part } => {
            format!(
                "This token can't be read: its {} is of the wrong form.",
                token_part(*part)
            )
        }
        JwsError::Parts { count } => format!(
            "A signed token has three parts with dots between them, and this one has {count}. {cut_off}"
        ),
    }
}

fn sd_jwt(error: &SdJwtError) -> String {
    match error {
        SdJwtError::Issuer(error) => token(error),
        SdJwtError::KeyBinding(error) => {
            format!("Its holder's signature is broken. {}", token(error))
        }
    }
}

fn envelope(error: &EnvelopeError) -> String {
    match error {
        EnvelopeError::Encoding => {
            "The credential is wrapped in an address of its own (“data:”), which is damaged. Ask for it again.".into()
        }
        EnvelopeError::MediaType { media_type } => format!(
            "The credential is wrapped in a form that we can't read: {}.",
            shortened(media_type)
        ),
        EnvelopeError::NotADataUrl => {
            "This is the wrapping of a credential, with no credential in it. Ask the sender for the credential itself.".into()
        }
    }
}

fn token_part(part: JwsPart) -> &'static str {
    match part {
        JwsPart::Header => "header",
        JwsPart::Payload => "content",
        JwsPart::Signature => "signature",
    }
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Png | FileKind::Svg => {
            "This is a picture where badge data was expected. Ask for the badge as a JSON file."
        }
        FileKind::Jpeg | FileKind::Gif | FileKind::Webp => {
            "This is a picture of a kind that can't carry badge data. Ask for the badge as a JSON file."
        }
        FileKind::Html => {
            "This is a web page, not a badge file. On the page, look for a way to download the badge as JSON."
        }
        FileKind::Jwt => {
            "This is a token in a place where we don't read one. Ask for the badge itself."
        }
        FileKind::Pdf => {
            "This is a PDF, which carries no badge data. Ask for the badge itself, as a JSON file."
        }
        FileKind::Zip => "This is a ZIP archive. Unpack it and choose the badge inside.",
        FileKind::Gzip => "This file is compressed (gzip). Unpack it and choose the badge inside.",
        FileKind::DataUrl => {
            "This is a data: URL where badge data was expected. Ask for the badge as a JSON file."
        }
        FileKind::Url => {
            "There is only the web address of a badge here, not the badge. Open the address, and download the badge there."
        }
        FileKind::Utf16 => {
            "This file is text in UTF-16, and badges are in UTF-8. Save it as UTF-8, or ask for it again."
        }
        FileKind::Xml => "This is an XML file, and not one that carries badge data.",
        FileKind::Text | FileKind::Binary | FileKind::Json | FileKind::Empty => {
            "This is not a badge file. Badge files are JSON, and their names often end in .json."
        }
    }
}

fn not_a_credential(reason: NotACredential) -> String {
    let words = match reason {
        NotACredential::NotAnObject | NotACredential::OtherJson => {
            "This is data, but not a badge: it has no credential in it."
        }
        NotACredential::NoAward => {
            "This describes a badge that people can earn, or an issuer. It doesn't say that anybody earned it: ask for the badge that was awarded."
        }
        NotACredential::OlderBlockcert => {
            "This is a Blockcerts certificate of an old version, which we can't check. Its issuer may have a page that can."
        }
        NotACredential::Presentation => {
            "This is a presentation, which carries credentials inside. Choose one of them for itself."
        }
        NotACredential::SelectedMember { name } => {
            return format!(
                "Its holder could leave out “{name}”, which has to be seen always. Issuers: don't make it selectively disclosable."
            );
        }
        NotACredential::SignedJson => {
            "This is signed data in a JSON form that we can't check yet. Ask for the badge as a token of one line, or as a credential in JSON."
        }
        NotACredential::ToBeIssued => {
            "This is a draft, from which a European Digital Credential can be made. Nobody has issued it: ask for the credential that was issued."
        }
    };
    words.to_owned()
}
