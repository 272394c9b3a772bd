//! `cargo xtask size`: what the page weighs, and what for.

mod code;
mod data;

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::tools::compress::brotli;
use crate::tools::pack::WASM;
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;
use crate::tools::rust;

/// The most that all files of the page together may weigh, compressed by brotli.
const BUDGET: usize = 704 * 1024;
/// How many crates the report has lines for.
const CRATES_SHOWN: usize = 50;

/// Builds the page for release and prints what it weighs.
pub fn size() -> anyhow::Result<()> {
    let project = Project::find()?;
    set_up_trunk(&project)?;
    let page = build_for_release(&project)?;
    print_table(&weigh(&page)?);
    print_parts(&project, &page)
}

/// Prints what the program's bytes are for.
fn print_parts(project: &Project, page: &Path) -> anyhow::Result<()> {
    let optimised = std::fs::read(page.join(WASM))?;
    println!("\n{:>10} {:>10}  of {WASM}", "bytes", "brotli");
    for piece in data::pieces(&optimised, &project.root)? {
        println!("{:>10} {:>10}  {}", piece.raw, piece.brotli, piece.name);
    }
    // wasm-opt takes the names away, so the crates are told from the program as it was linked.
    let linked = project.target.join(rust::WASM).join("page/page.wasm");
    let crates = code::by_crate(&std::fs::read(&linked)?)?;
    let mut crates: Vec<(String, usize)> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let (shown, others) = crates
        .split_at_checked(CRATES_SHOWN)
        .unwrap_or((&crates, &[]));
    println!("\n{:>10} {:>10}  of code, before wasm-opt", "bytes", "");
    for (name, bytes) in shown {
        println!("{bytes:>10} {:>10}  {name}", "");
    }
    let others: usize = others.iter().map(|(_, bytes)| bytes).sum();
    println!("{others:>10} {:>10}  in others", "");
    Ok(())
}

/// Prints what the built page weighs, and fails if that is more than the budget.
pub fn check_budget(page: &Path) -> anyhow::Result<String> {
    let files = weigh(page)?;
    print_table(&files);
    let total: usize = files.iter().map(|file| file.brotli).sum();
    anyhow::ensure!(
        total <= BUDGET,
        "the page weighs {total} bytes compressed, which is over its budget of {BUDGET}"
    );
    Ok(format!("{total} of {BUDGET} bytes"))
}

struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

fn weigh(page: &Path) -> anyhow::Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for path in loaded_files(page)? {
        let bytes = std::fs::read(&path)?;
        weights.push(Weight {
            name: path.strip_prefix(page)?.display().to_string(),
            raw: bytes.len(),
            brotli: brotli(&bytes)?.len(),
        });
    }
    Ok(weights)
}

fn print_table(files: &[Weight]) {
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    for file in files {
        println!("{:>10} {:>10}  {}", file.raw, file.brotli, file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let brotli: usize = files.iter().map(|file| file.brotli).sum();
    println!("{raw:>10} {brotli:>10}  total");
}

/// The page's document and every script, stylesheet and wasm that it names, or that they name.
fn loaded_files(page: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut candidates = Vec::new();
    collect_code(page, &mut candidates)?;
    let mut loaded = vec![page.join("index.html")];
    let mut next = 0;
    while let Some(file) = loaded.get(next) {
        let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
        let content = String::from_utf8_lossy(&bytes);
        let (named, others) = candidates
            .into_iter()
            .partition(|candidate| names(&content, candidate));
        candidates = others;
        loaded.extend::<Vec<_>>(named);
        next += 1;
    }
    anyhow::ensure!(
        loaded.iter().any(|file| has_extension(file, &["wasm"])),
        "the page in {} names no wasm",
        page.display()
    );
    Ok(loaded)
}

fn collect_code(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_code(&path, found)?;
        } else if has_extension(&path, &["wasm", "js", "css"]) {
            found.push(path);
        }
    }
    Ok(())
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

fn names(content: &str, file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| content.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_the_page_names_and_nothing_else() -> anyhow::Result<()> {
        let page = std::env::temp_dir().join(format!("assay-size-{}", std::process::id()));
        std::fs::create_dir_all(page.join("snippets"))?;
        std::fs::write(page.join("index.html"), "<script src=a.js></script>")?;
        std::fs::write(
            page.join("a.js"),
            "import './snippets/b.js'; load('c.wasm')",
        )?;
        std::fs::write(page.join("snippets/b.js"), "")?;
        std::fs::write(page.join("c.wasm"), [0; 5000])?;
        std::fs::write(page.join("unused.js"), "")?;
        let mut files = weigh(&page)?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        std::fs::remove_dir_all(&page)?;
        let sizes: Vec<_> = files
            .iter()
            .map(|file| (file.name.as_str(), file.raw))
            .collect();
        assert_eq!(
            sizes,
            [
                ("a.js", 40),
                ("c.wasm", 5000),
                ("index.html", 26),
                ("snippets/b.js", 0)
            ]
        );
        assert!(files[1].brotli < 100);
        Ok(())
    }
}
