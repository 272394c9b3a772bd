//! How much memory a file that is made to exhaust it can take: measured.

#[path = "carriers/build.rs"]
mod build;

use assay::open;
use assay::policy::Bounds;
use build::{chunk, deflated, overlapping, packed_itxt, png, stored, svg, zip, ztxt};
use miniz_oxide::deflate::compress_to_vec_zlib;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What opening a file takes at its peak, beside the file.
fn peak(bytes: &[u8], bounds: &Bounds) -> (usize, bool) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let outcome = open(bytes, bounds);
    let peak = MEMORY.peak_usage().saturating_sub(before);
    (peak, outcome.is_ok())
}

/// One test, since the counter counts every thread's memory.
#[test]
fn bombs_are_bounded() {
    let bounds = Bounds::default();
    let most = vec![b' '; bounds.file_bytes];
    let far_more = vec![b' '; 64 * 1024 * 1024];
    let keyword = "openbadgecredential";
    let laughs: String = (1..30)
        .map(|level| {
            format!(
                "<!ENTITY l{level} \"{}\">",
                format!("&l{};", level - 1).repeat(10)
            )
        })
        .collect();
    let zlib = compress_to_vec_zlib(&vec![0xff; bounds.file_bytes], 6);
    let accents = [keyword.as_bytes(), b"\0\0", &zlib].concat();
    let many_values = format!(
        "{{\"type\": \"VerifiableCredential\", \"x\": [{}1]}}",
        "1,".repeat(bounds.json_values - 10)
    );
    let cases = [
        ("zTXt", png(&[ztxt(keyword, &far_more)])),
        ("compressed iTXt", png(&[packed_itxt(keyword, &far_more)])),
        ("several zTXt", png(&vec![ztxt(keyword, &most); 20])),
        ("Latin-1", png(&[chunk(b"zTXt", &accents)])),
        ("a file in a ZIP", zip(&[deflated("a.json", &far_more)])),
        ("files in a ZIP", zip(&vec![deflated("a.json", &most); 400])),
        (
            "JSON files in a ZIP",
            zip(&vec![deflated("a.json", &[b"{", &most[1..]].concat()); 400]),
        ),
        (
            "one JSON file many times in a ZIP",
            overlapping(&stored("a.json", &[b"{", &most[2_000_000..]].concat()), 400),
        ),
        (
            "pictures in a ZIP",
            zip(&vec![stored("a.png", &png(&[ztxt(keyword, &most)])); 400]),
        ),
        (
            "accents in a ZIP",
            zip(&vec![
                stored("a.png", &png(&[chunk(b"zTXt", &accents)]));
                400
            ]),
        ),
        (
            "many values in a ZIP",
            zip(&vec![deflated("a.json", many_values.as_bytes()); 400]),
        ),
        (
            "entities",
            format!("<!DOCTYPE svg [{laughs}]>{}", svg("<text>&l29;</text>")).into_bytes(),
        ),
        ("elements", svg(&"<g>".repeat(1_000_000)).into_bytes()),
    ];
    // What may be unpacked of all compressed parts together, and once more while it grows.
    let bound = bounds.unpacked_bytes + 2 * bounds.file_bytes;
    for (name, bytes) in cases {
        let (peak, is_read) = peak(&bytes, &bounds);
        assert!(!is_read, "{name}: a bomb");
        println!("{name}: {} bytes in, {peak} at the peak", bytes.len());
        assert!(peak <= bound, "{name}: {peak}");
    }
    // What is read is in proportion to its text, however its parts refer to each other.
    for (name, badge) in [
        ("results of one kind", results_of_one_kind()),
        ("skills", skills()),
    ] {
        let (peak, is_read) = peak(badge.as_bytes(), &bounds);
        println!("{name}: {} bytes in, {peak} at the peak", badge.len());
        assert!(is_read, "{name}: a badge");
        assert!(peak <= 60 * badge.len(), "{name}: {peak}");
    }
}

/// A badge of which each result names the same long description.
fn results_of_one_kind() -> String {
    let levels = vec!["{\"id\": \"l\"}"; 4000].join(",");
    let results = vec!["{\"resultDescription\": \"r\"}"; 4000].join(",");
    let description = format!("{{\"id\": \"r\", \"rubricCriterionLevel\": [{levels}]}}");
    format!(
        "{{\"type\": \"VerifiableCredential\", \"credentialSubject\": {{\"achievement\": {{\"resultDescription\": {description}}}, \"result\": [{results}]}}}}"
    )
}

fn skills() -> String {
    let alignments: Vec<String> = (0..6000)
        .map(|number| format!("{{\"targetName\": \"{number}\", \"targetUrl\": \"a:{number}\"}}"))
        .collect();
    format!(
        "{{\"type\": \"VerifiableCredential\", \"credentialSubject\": {{\"achievement\": {{\"alignment\": [{}]}}}}}}",
        alignments.join(",")
    )
}
