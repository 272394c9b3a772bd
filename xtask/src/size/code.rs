//! Which crate's code a program's bytes are.

use std::collections::BTreeMap;

use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// What has no name that says where it is from.
const UNNAMED: &str = "(others)";
/// The crate whose modules are told apart.
const OURS: &str = "assay";

/// The bytes of code by crate, and of this project by module: of a linked program with names, before
/// wasm-bindgen and wasm-opt.
pub fn by_crate(wasm: &[u8]) -> anyhow::Result<BTreeMap<String, usize>> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut crates = BTreeMap::new();
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).copied().unwrap_or_default();
        if !is_for_wasm_bindgen(name) {
            *crates.entry(origin(name)).or_default() += size;
        }
    }
    Ok(crates)
}

/// Functions that tell wasm-bindgen of types; it runs them and leaves them out.
fn is_for_wasm_bindgen(name: &str) -> bool {
    name.contains("__wbindgen_describe") || name.contains("WasmDescribe")
}

/// The crate that a symbol belongs to: the first that its path names. For a trait's function that is the
/// type's, or the trait's where the type is generic.
fn origin(symbol: &str) -> String {
    let path = format!("{:#}", demangle(symbol));
    let words: Vec<&str> = path.split("::").collect();
    let word = |at: usize| {
        let text: &str = words.get(at)?;
        let word = text
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next();
        word.filter(|word| !word.is_empty())
    };
    let paths = 0..words.len().saturating_sub(1);
    match paths.filter_map(|at| Some((at, word(at)?))).next() {
        Some((at, OURS)) => {
            let module = words.get(at + 1).copied().unwrap_or_default();
            let end = module.find(|c: char| !c.is_alphanumeric() && c != '_');
            let module = module.get(..end.unwrap_or(module.len()));
            format!("{OURS}::{}", module.unwrap_or_default())
        }
        Some((_, name)) => name.to_owned(),
        None => UNNAMED.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_belongs_to_the_first_crate_that_it_names() {
        for (symbol, expected) in [
            (
                "_ZN5assay2ui4card7content6others17h0123456789abcdefE",
                "assay::ui",
            ),
            (
                "_ZN60_$LT$assay..reason..Reason$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
                "assay::reason",
            ),
            (
                "_ZN45_$LT$T$u20$as$u20$alloc..string..ToString$GT$9to_string17h0123456789abcdefE",
                "alloc",
            ),
            (
                "_ZN4core5slice4sort6stable9quicksort9quicksort17h0123456789abcdefE",
                "core",
            ),
            ("_RNvNtCs1234_7mycrate3foo3bar", "mycrate"),
            ("memcpy", UNNAMED),
            ("", UNNAMED),
        ] {
            assert_eq!(origin(symbol), expected, "{symbol}");
        }
    }

    #[test]
    fn adds_up_the_functions_of_a_crate() -> anyhow::Result<()> {
        // Two functions of two bytes, one of them imported for nothing, and their names.
        let name = b"_ZN4core3fmt5write17h0123456789abcdefE";
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]); // one type
        wasm.extend([2, 7, 1, 1, b'a', 1, b'b', 0, 0]); // one import
        wasm.extend([3, 3, 2, 0, 0]); // two functions of it
        wasm.extend([10, 7, 2, 2, 0, 0x0b, 2, 0, 0x0b]); // their code
        let length = u8::try_from(name.len())?;
        let mut section = vec![4, b'n', b'a', b'm', b'e', 1, length + 3, 1, 2, length];
        section.extend(name);
        wasm.extend([0, u8::try_from(section.len())?]);
        wasm.extend(section);
        let crates = by_crate(&wasm)?;
        assert_eq!(
            crates,
            BTreeMap::from([("core".to_owned(), 2), (UNNAMED.to_owned(), 2)])
        );
        Ok(())
    }
}
