//! Saving a badge, and putting it into a picture.

pub const SUMMARY: &str = "Keep it, or put it into a picture";
pub const NOTE: &str = "It is done on this device, with the badge byte for byte as it is in your file. Nothing is sent.";
pub const SAVE: &str = "Save the badge's data";
pub const INTO: &str = "Put it into a picture (PNG or SVG)";
pub const BAKED: &str = "The badge is in the picture. We took it out again, and it is the same.";
pub const SAVE_PICTURE: &str = "Save the picture";
