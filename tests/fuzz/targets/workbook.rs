//! Arbitrary sheets inside a sound archive: the first byte says whether XLSX or ODS, the rest is the text of its parts. Bytes
//! that are no archive at all are refused at once and lead nowhere; `budget` tries those.
#![no_main]

use std::io::{Cursor, Write};

use import::budget::{Options, read};
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Parts the archive is made of. The sheet comes first, behind a zero byte each the shared texts and the styles.
fn parts(bytes: &[u8]) -> Vec<(&'static str, &[u8])> {
    let Some((kind, rest)) = bytes.split_first() else { return Vec::new() };
    let mut texts = rest.split(|it| *it == 0);
    let mut next = || texts.next().unwrap_or_default();
    if kind % 2 == 1 {
        return vec![
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("META-INF/manifest.xml", b"<manifest/>"),
            ("content.xml", next()),
        ];
    }
    vec![
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATED.as_bytes()),
        ("xl/worksheets/sheet1.xml", next()),
        ("xl/sharedStrings.xml", next()),
        ("xl/styles.xml", next()),
    ]
}

fuzz_target!(|bytes: &[u8]| {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts(bytes) {
        archive.start_file(name, stored).expect("a new part");
        archive.write_all(content).expect("memory takes it");
    }
    let archive = archive.finish().expect("a sound archive").into_inner();
    if let Ok(budget) = read(&archive, Options::default()) {
        for slot in budget.slots().keys().copied() {
            let report = budget.report(Some(&budget.select(slot)));
            assert_eq!(report.get("total").is_some(), budget.doubted(slot).is_empty(), "a total or a reason");
        }
    }
});
