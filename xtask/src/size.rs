//! `cargo xtask size`: what the page weighs, and what for.

mod code;
mod data;

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::tools::compress::brotli;
use crate::tools::pack::{COMMON_WASM, SCRIPT};
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;
use crate::tools::rust;

/// The most that a page with one badge may load, compressed by brotli: the script, and the program that
/// most badges need.
const BADGE_BUDGET: usize = 528 * 1024;
/// The most that the page that checks badges may load, compressed by brotli.
const PAGE_BUDGET: usize = 680 * 1024;
/// How many crates the report has lines for.
const CRATES_SHOWN: usize = 50;

/// Builds the page for release and prints what it weighs.
pub fn size() -> anyhow::Result<()> {
    let project = Project::find()?;
    set_up_trunk(&project)?;
    let page = build_for_release(&project)?;
    for (what, files) in weigh_both(&page)? {
        print_table(what, &files);
    }
    print_parts(&project, &page)
}

/// Prints what the bytes are for of the program that most badges need.
fn print_parts(project: &Project, page: &Path) -> anyhow::Result<()> {
    let optimised = std::fs::read(page.join(COMMON_WASM))?;
    println!("\n{:>10} {:>10}  of {COMMON_WASM}", "bytes", "brotli");
    for piece in data::pieces(&optimised, &project.root)? {
        println!("{:>10} {:>10}  {}", piece.raw, piece.brotli, piece.name);
    }
    // wasm-opt takes the names away, so the crates are told from the program as it was linked.
    let linked = project.target.join(rust::WASM).join("page/common.wasm");
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

/// Prints what is loaded, and fails where that is more than its budget.
pub fn check_budgets(page: &Path) -> anyhow::Result<String> {
    let mut notes = Vec::new();
    for ((what, files), budget) in weigh_both(page)?
        .into_iter()
        .zip([BADGE_BUDGET, PAGE_BUDGET])
    {
        print_table(what, &files);
        let total: usize = files.iter().map(|file| file.brotli).sum();
        anyhow::ensure!(
            total <= budget,
            "{what} loads {total} bytes compressed, which is over its budget of {budget}"
        );
        notes.push(format!("{what} {total} of {budget} bytes"));
    }
    Ok(notes.join(", "))
}

/// What a page with one badge loads, and what the page that checks badges does.
fn weigh_both(page: &Path) -> anyhow::Result<[(&'static str, Vec<Weight>); 2]> {
    let badge = [SCRIPT, COMMON_WASM].map(|file| page.join(file));
    let mut checking = loaded_files(page)?;
    // The script names it for other pages.
    checking.retain(|file| !file.ends_with(COMMON_WASM));
    Ok([
        ("a page with one badge", weigh(page, &badge)?),
        ("the checking page", weigh(page, &checking)?),
    ])
}

struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

fn weigh(page: &Path, files: &[PathBuf]) -> anyhow::Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for path in files {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        weights.push(Weight {
            name: path.strip_prefix(page)?.display().to_string(),
            raw: bytes.len(),
            brotli: brotli(&bytes)?.len(),
        });
    }
    Ok(weights)
}

fn print_table(what: &str, files: &[Weight]) {
    println!("\n{:>10} {:>10}  {what}", "bytes", "brotli");
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
    fn counts_what_each_page_loads_and_nothing_else() -> anyhow::Result<()> {
        let page = std::env::temp_dir().join(format!("assay-size-{}", std::process::id()));
        std::fs::create_dir_all(page.join("snippets"))?;
        std::fs::write(page.join("index.html"), "<script src=assay.js></script>")?;
        let script = "import './snippets/b.js'; load('c.wasm', 'common_bg.wasm')";
        std::fs::write(page.join(SCRIPT), script)?;
        std::fs::write(page.join("snippets/b.js"), "")?;
        std::fs::write(page.join("c.wasm"), [0; 5000])?;
        std::fs::write(page.join(COMMON_WASM), [0; 3000])?;
        std::fs::write(page.join("unused.js"), "")?;
        let loaded = weigh_both(&page)?;
        std::fs::remove_dir_all(&page)?;
        let [badge, checking] = loaded.map(|(_, files)| {
            let sizes = files.iter().map(|file| (file.name.clone(), file.raw));
            sizes.collect::<std::collections::BTreeMap<_, _>>()
        });
        let expected = |sizes: &[(&str, usize)]| {
            let sizes = sizes.iter().map(|(name, raw)| ((*name).to_owned(), *raw));
            sizes.collect()
        };
        let script = (SCRIPT, script.len());
        assert_eq!(badge, expected(&[script, (COMMON_WASM, 3000)]));
        let page = ("index.html", 30);
        let others = [("c.wasm", 5000), ("snippets/b.js", 0)];
        assert_eq!(checking, expected(&[script, page, others[0], others[1]]));
        Ok(())
    }
}
