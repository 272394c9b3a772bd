//! From a browser's file to its bytes. One that is too large is never read.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::policy::Bounds;

/// Why there are no bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotRead {
    /// The device did not hand them over.
    ByDevice,
    /// There are more than [`Bounds::file_bytes`].
    TooLarge { limit: usize },
}

/// Reads a file that a person chose, or a page hands over. It begins at once.
///
/// # Errors
/// [`NotRead`], where there are no bytes.
pub fn read(file: &Blob) -> impl Future<Output = Result<Vec<u8>, NotRead>> + use<> {
    let limit = Bounds::default().file_bytes;
    #[expect(clippy::cast_precision_loss, reason = "a limit of some megabytes")]
    let is_too_large = file.size() > limit as f64;
    let buffer = (!is_too_large).then(|| JsFuture::from(file.array_buffer()));
    async move {
        let buffer = buffer.ok_or(NotRead::TooLarge { limit })?.await;
        let buffer = buffer.map_err(|_| NotRead::ByDevice)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}
