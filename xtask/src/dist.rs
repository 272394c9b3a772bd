//! `cargo xtask dist`: the folder to upload.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::tools::compress::{brotli, gzip};
use crate::tools::npm;
use crate::tools::pack::{COMMON_WASM, SCRIPT, WASM, integrity};
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::{Project, VERSION};

/// What to do with the folder; names in braces are filled in.
const INSTRUCTIONS: &str = include_str!("dist/README.txt");
/// What is worth to be compressed.
const COMPRESSED: [&str; 6] = ["css", "html", "js", "json", "txt", "wasm"];

/// Builds the page for release, and makes its folder one to upload.
pub fn dist() -> anyhow::Result<()> {
    let project = Project::find()?;
    // Without it there would be several scripts, of which a hash in a page pins only the first.
    npm::set_up(&project)?;
    set_up_trunk(&project)?;
    let folder = build_for_release(&project)?;
    finish(&folder)?;
    println!(
        "Assay {VERSION} is ready to upload: {}; README.txt in it tells how",
        folder.display()
    );
    Ok(())
}

/// Adds to a page built for release how it is to be uploaded and embedded, and every file compressed.
pub fn finish(folder: &Path) -> anyhow::Result<()> {
    let script = integrity(&folder.join(SCRIPT))?;
    let instructions = INSTRUCTIONS
        .replace("{version}", VERSION)
        .replace("{integrity}", &script);
    fs::write(folder.join("README.txt"), instructions)?;
    let hashes = json!({"version": VERSION, "integrity": {
        SCRIPT: script,
        COMMON_WASM: integrity(&folder.join(COMMON_WASM))?,
        WASM: integrity(&folder.join(WASM))?,
    }});
    fs::write(
        folder.join("integrity.json"),
        format!("{}\n", serde_json::to_string_pretty(&hashes)?),
    )?;
    compress_all(folder)
}

/// Puts beside every file what a server can send in its place.
fn compress_all(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            compress_all(&path)?;
        } else if extension.is_some_and(|extension| COMPRESSED.contains(&extension)) {
            let bytes = fs::read(&path)?;
            fs::write(path.with_added_extension("br"), brotli(&bytes)?)?;
            fs::write(path.with_added_extension("gz"), gzip(&bytes)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn the_folder_says_how_it_is_pinned_and_has_its_files_compressed() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("assay-dist-{}", std::process::id()));
        fs::create_dir_all(folder.join("samples"))?;
        fs::write(folder.join(SCRIPT), "abc")?;
        fs::write(folder.join(WASM), [0; 5000])?;
        fs::write(folder.join(COMMON_WASM), [0; 5000])?;
        fs::write(folder.join("samples/picture.png"), [1; 10])?;
        finish(&folder)?;

        // FIPS 180-4's example of SHA-384, of "abc".
        let hash = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        let readme = fs::read_to_string(folder.join("README.txt"))?;
        let line = readme.lines().find(|line| line.contains("<script"));
        let expected = format!(
            "<script type=\"module\" src=\"https://badges.example/assay/{VERSION}/assay.js\" \
             integrity=\"{hash}\" crossorigin></script>"
        );
        assert_eq!(line.map(str::trim), Some(expected.as_str()));
        assert!(!readme.contains(['{', '}']), "{readme}");
        let hashes: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.join("integrity.json"))?)?;
        assert_eq!(hashes["integrity"][SCRIPT], hash);

        let compressed = fs::read(folder.join("page_bg.wasm.br"))?;
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut compressed.as_slice(), &mut plain)?;
        assert_eq!(plain, [0; 5000]);
        let compressed = fs::read(folder.join("page_bg.wasm.gz"))?;
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(compressed.as_slice()).read_to_end(&mut plain)?;
        assert_eq!(plain, [0; 5000]);
        assert!(!folder.join("samples/picture.png.br").exists());
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
