//! No import shows a confident wrong sum: every kind of file that once led to one, in several forms, reaches its total to the
//! cent or is refused with words that name what was not understood. `faults/expected.json` says which.
//!
//! Laws below it: what a print adds to a budget (sums, marks, titles, another sheet, another order) changes no total.

#[path = "../seeded/mod.rs"]
mod seeded;

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use import::budget::{self, Budget, Kind, Options};
use import::population::population;
use proptest::prelude::*;
use serde_json::Value;
use zip::write::SimpleFileOptions;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import/faults")
}

fn expected() -> Vec<(String, Value)> {
    let text = fs::read_to_string(folder().join("expected.json")).unwrap();
    serde_json::from_str::<serde_json::Map<String, Value>>(&text).unwrap().into_iter().collect()
}

/// Revenue, expense, investment receipts and payments of a file, or why it has no total.
fn total(name: &str, bytes: &[u8], year: Option<u16>, kind: Option<Kind>) -> Result<[Option<f64>; 4], String> {
    let options = Options { name, ..Options::default() };
    let budget = budget::read(bytes, options).map_err(|it| it.to_string())?;
    let slot = budget.slot(year, kind).map_err(|it| it.to_string())?;
    let slot = slot.ok_or_else(|| format!("several years or none: {:?}", budget.skipped))?;
    let report = budget.report(Some(&budget.select(slot)));
    let reasons = budget.doubted(slot);
    assert_eq!(report.get("total").is_some(), reasons.is_empty(), "{name}: a total or a reason, never both");
    assert!(report["coverage"]["share"].is_number(), "{name}: the report says how much was understood");
    if !reasons.is_empty() {
        assert!(
            reasons.iter().all(|it| it.contains("Next step: ")),
            "{name}: every reason says what to do: {reasons:?}"
        );
        return Err(reasons.join("\n"));
    }
    let of = |key: &str| report["total"][key].as_f64();
    Ok([of("revenue"), of("expense"), of("investment_receipts"), of("investment_payments")])
}

#[test]
fn every_kind_of_budget_reaches_its_total_or_is_refused_in_words() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, expected) in expected().iter().filter(|it| it.1.get("people").is_none()) {
        count += 1;
        let bytes = fs::read(folder().join(name)).unwrap();
        let year = expected["year"].as_u64().map(|it| it as u16);
        let kind = expected["kind"].as_str().map(|it| if it == "plan" { Kind::Plan } else { Kind::Actual });
        let found = total(name, &bytes, year, kind);
        let holds = match (expected["refused"].as_str(), &found) {
            (Some(word), Err(reason)) => reason.contains(word),
            (None, Ok(sums)) => {
                let wanted = expected["total"].as_array().unwrap().iter().map(Value::as_f64);
                wanted.zip(sums).all(|(one, other)| match (one, other) {
                    (Some(one), Some(other)) => (one - other).abs() < 0.005,
                    (one, other) => one.is_none() && other.is_none(),
                })
            }
            _ => false,
        };
        if !holds {
            wrong.push(format!("{name}: expected {expected}, found {found:?}"));
        }
        if let Some(areas) = expected["areas"].as_array() {
            let budget = budget::read(&bytes, Options::default()).unwrap();
            let slot = budget.slot(year, kind).unwrap().unwrap();
            let found: Vec<String> = budget.select(slot).by_area.into_keys().collect();
            assert_eq!(Value::from(found), Value::from(areas.clone()), "{name}");
        }
    }
    assert!(wrong.is_empty() && count > 80, "{count} files, {} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_table_of_people_counts_everybody_once_or_is_refused_in_words() {
    let mut count = 0;
    for (name, expected) in expected().iter().filter(|it| it.1.get("people").is_some()) {
        count += 1;
        let found = population(name, &fs::read(folder().join(name)).unwrap(), None);
        if let Some(word) = expected["refused"].as_str() {
            let reason = match &found {
                Ok(found) => found.report.refused.join("\n"),
                Err(refusal) => refusal.to_string(),
            };
            assert!(reason.contains(word), "{name}: {reason}");
            continue;
        }
        let found = found.unwrap_or_else(|it| panic!("{name}: {it}"));
        assert_eq!(found.report.refused, Vec::<String>::new(), "{name}");
        let people: Vec<(String, f64)> = found.stands.iter().map(|it| (it.year.to_string(), it.total())).collect();
        let wanted = expected["people"].as_object().unwrap().iter();
        let wanted: Vec<(String, f64)> = wanted.map(|(year, it)| (year.clone(), it.as_f64().unwrap())).collect();
        assert_eq!(people, wanted, "{name}");
        if let Some(women) = expected["women"].as_f64() {
            let structure = found.stands[0].structure(None).unwrap();
            assert!((structure.women.unwrap().total() - women).abs() < 1e-6, "{name}");
        }
    }
    assert!(count > 20, "{count}");
}

/// A made-up budget: products with expense and, for some, revenue, in cents.
type Rows = Vec<(u8, u8, i64, i64)>;

fn rows() -> impl Strategy<Value = Rows> {
    let row = (1u8..=15, 1u8..=9, 100i64..90_000_000, 0i64..40_000_000);
    prop::collection::vec(row, 3..12).prop_map(|mut rows| {
        rows.sort_unstable();
        rows.dedup_by_key(|it| (it.0, it.1));
        rows.push((16, 1, 1_000, 9_500_000_000));
        rows
    })
}

fn euros(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

/// The header and the rows of a budget as cells.
fn table(rows: &Rows) -> Vec<Vec<String>> {
    let mut cells =
        vec![["Produktgruppe", "Bezeichnung", "Ansatz 2026 Ertrag", "Ansatz 2026 Aufwand"].map(str::to_owned).to_vec()];
    cells.extend(rows.iter().map(|(area, group, expense, revenue)| {
        vec![format!("{area:02}{group:02}"), format!("Gruppe {area} {group}"), euros(*revenue), euros(*expense)]
    }));
    cells
}

fn csv(cells: &[Vec<String>]) -> Vec<u8> {
    cells.iter().map(|it| it.join(";") + "\n").collect::<String>().into_bytes()
}

fn of_plan(bytes: &[u8]) -> Result<[Option<f64>; 4], String> {
    total("x.csv", bytes, Some(2026), None)
}

fn own(rows: &Rows) -> [Option<f64>; 4] {
    let sum = |of: fn(&(u8, u8, i64, i64)) -> i64| rows.iter().map(of).sum::<i64>() as f64 / 100.0;
    [Some(sum(|it| it.3)), Some(sum(|it| it.2)), Some(0.0), Some(0.0)]
}

/// A workbook of sheets, some of them hidden, every cell a text.
fn workbook(sheets: &[(&str, bool, &[Vec<String>])]) -> Vec<u8> {
    let escape = |it: &str| it.replace('&', "&amp;").replace('<', "&lt;");
    let mut parts: Vec<(String, String)> = Vec::new();
    let (mut listed, mut related) = (String::new(), String::new());
    for (at, (name, is_hidden, cells)) in sheets.iter().enumerate() {
        let id = at + 1;
        let state = if *is_hidden { r#" state="hidden""# } else { "" };
        listed.push_str(&format!(r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"{state}/>"#));
        related.push_str(&format!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{id}.xml"/>"#
        ));
        let mut data = String::new();
        for (row, cells) in cells.iter().enumerate() {
            data.push_str(&format!(r#"<row r="{}">"#, row + 1));
            for (column, cell) in cells.iter().enumerate() {
                let letter = char::from(b'A' + u8::try_from(column).unwrap());
                let place = format!("{letter}{}", row + 1);
                data.push_str(&format!(r#"<c r="{place}" t="inlineStr"><is><t>{}</t></is></c>"#, escape(cell)));
            }
            data.push_str("</row>");
        }
        parts.push((
            format!("xl/worksheets/sheet{id}.xml"),
            format!(
                r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#
            ),
        ));
    }
    parts.push(("xl/workbook.xml".to_owned(), format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>"#)));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>"#)));
    parts.push(("_rels/.rels".to_owned(), r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned()));
    archive(&parts)
}

fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(seeded::cases(96))]

    /// The total is the sum of the rows, to the cent; what is tried below looks at something.
    #[test]
    fn the_total_is_that_of_the_rows(rows in rows()) {
        prop_assert_eq!(of_plan(&csv(&table(&rows))), Ok(own(&rows)));
    }

    /// Two towns side by side, whatever they are called and wherever their names stand, are never added up; with their
    /// printed sum beside them they are.
    #[test]
    fn towns_side_by_side_are_added_only_where_their_sum_is_printed(
        rows in rows(),
        one in "[A-Z][a-z]{2,6}(burg|ingen|heim|hausen|dorf|bach|itz|ow)",
        two in "[A-Z][a-zäöü]{2,6}(burg|ingen|heim|hausen|dorf|bach|itz|ow)",
        place in 0usize..3,
    ) {
        prop_assume!(one != two);
        let header = |town: &str, side: &str| match place {
            0 => format!("{town} {side} 2026"),
            1 => format!("{side} 2026 {town}"),
            _ => format!("Ansatz 2026 {side} ({town})"),
        };
        let sides = |town: &str| ["Ertrag", "Aufwand"].map(|it| header(town, it));
        let mut cells = vec![["Produktgruppe", "Bezeichnung"].map(str::to_owned).to_vec()];
        cells[0].extend(sides(&one).into_iter().chain(sides(&two)));
        cells.extend(rows.iter().map(|(area, group, expense, revenue)| {
            let code = vec![format!("{area:02}{group:02}"), format!("Gruppe {area} {group}")];
            code.into_iter().chain([revenue, expense, &(revenue / 3), &(expense / 2)].map(|it| euros(*it))).collect()
        }));
        let found = of_plan(&csv(&cells));
        prop_assert!(found.as_ref().is_err_and(|it| it.contains("side by side")), "{found:?}");
        let sums: Rows = rows.iter().map(|it| (it.0, it.1, it.2 + it.2 / 2, it.3 + it.3 / 3)).collect();
        cells[0].extend(sides("Summe"));
        for (row, sum) in cells.iter_mut().skip(1).zip(&sums) {
            row.extend([euros(sum.3), euros(sum.2)]);
        }
        prop_assert_eq!(of_plan(&csv(&cells)), Ok(own(&sums)));
    }

    /// Printed subtotals behind any row, in usual words, are held against the rows and never added; a wrong one is refused.
    #[test]
    fn a_printed_subtotal_changes_no_total(rows in rows(), at in 1usize..12, word in 0usize..5, off in 1i64..1_000_000) {
        let mut cells = table(&rows);
        let at = at.min(rows.len());
        let sum = |of: fn(&(u8, u8, i64, i64)) -> i64| rows[..at].iter().map(of).sum::<i64>();
        let word = ["Zwischensumme", "Summe Teil A", "= Summe", "Übertrag", "Gesamtsumme bis hier"][word];
        let (revenue, expense) = (sum(|it| it.3), sum(|it| it.2));
        cells.insert(at + 1, vec![String::new(), word.to_owned(), euros(revenue), euros(expense)]);
        prop_assert_eq!(of_plan(&csv(&cells)), Ok(own(&rows)));
        cells[at + 1][3] = euros(expense + off);
        let refused = of_plan(&csv(&cells)).unwrap_err();
        prop_assert!(refused.contains(&format!("prints {:.2}", (expense + off) as f64 / 100.0)), "{}", refused);
    }

    /// Marks in a column of their own are no amounts, whatever it is called.
    #[test]
    fn a_column_of_marks_changes_no_total(rows in rows(), at in 0usize..5, name in 0usize..6, marks in prop::collection::vec(0u8..3, 20)) {
        let mut cells = table(&rows);
        let name = ["Fp", "Kz", "Plan", "Version", "Deckung", "Wert"][name];
        let at = at.min(cells[0].len());
        for (row, cells) in cells.iter_mut().enumerate() {
            let cell = if row == 0 { name.to_owned() } else { marks[row % 3].to_string() };
            cells.insert(at, cell);
        }
        prop_assert_eq!(of_plan(&csv(&cells)), Ok(own(&rows)));
    }

    /// What stands between two columns to compare them is no money of its own, whatever side it speaks of.
    #[test]
    fn a_column_of_changes_changes_no_total(rows in rows(), at in 2usize..5, name in 0usize..6, steps in prop::collection::vec(-90_000i64..90_000, 13)) {
        let mut cells = table(&rows);
        let name = ["+/- Ertrag", "± Aufwand", "Mehr/Weniger Ertrag", "Aufwand ggü. 2025", "Veränderung Ertrag", "weniger"][name];
        for (row, cells) in cells.iter_mut().enumerate() {
            let cell = if row == 0 { name.to_owned() } else { steps[(row - 1) % 13].to_string() };
            cells.insert(at, cell);
        }
        prop_assert_eq!(of_plan(&csv(&cells)), Ok(own(&rows)));
    }

    /// A title with the day of its print is no budget year.
    #[test]
    fn a_title_with_a_date_changes_no_total(rows in rows(), day in 1u8..28, month in 1u8..=12, year in 2019u16..2031, form in 0usize..5) {
        let title = match form {
            0 => format!("Stand: {day:02}.{month:02}.{year}"),
            1 => format!("Haushaltsplan 2026 (Stand {day}.{month}.{year})"),
            2 => format!("Entwurf 2026 vom {year}-{month:02}-{day:02}"),
            3 => format!("gedruckt am {day:02}.{month:02}.{year} um 12:30 Uhr"),
            _ => format!("Haushalt 2026, beschlossen am {day}. Dezember {year}"),
        };
        let mut cells = table(&rows);
        // The year stands in the title alone.
        let told = cells.iter().flatten().map(|it| it.replace(" 2026", "")).collect::<Vec<_>>();
        let mut cells: Vec<Vec<String>> = told.chunks(cells.remove(0).len()).map(<[String]>::to_vec).collect();
        cells.insert(0, vec![title.clone(), String::new(), String::new(), String::new()]);
        let budget = budget::read(&csv(&cells), Options::default()).unwrap();
        let slot = *budget.slots().keys().next().unwrap();
prop_assert_eq!(slot.year, [1, 2, 4].contains(&form).then_some(2026), "{}", title);
        prop_assert_eq!(total("x.csv", &csv(&cells), None, None), Ok(own(&rows)));
    }

    /// Columns in another order hold the same budget.
    #[test]
    fn the_order_of_columns_changes_no_total(rows in rows(), order in Just(vec![0usize, 1, 2, 3]).prop_shuffle()) {
        let cells: Vec<Vec<String>> =
            table(&rows).iter().map(|row| order.iter().map(|at| row[*at].clone()).collect()).collect();
        prop_assert_eq!(of_plan(&csv(&cells)), Ok(own(&rows)));
    }

    /// A hidden sheet is never chosen, however much stands in it.
    #[test]
    fn a_hidden_sheet_changes_no_total(rows in rows(), other in rows(), is_first in any::<bool>()) {
        let (seen, mut hidden) = (table(&rows), table(&other));
        let more = hidden.clone();
        hidden.extend(more.into_iter().skip(1));
        let mut sheets = vec![("Haushalt", false, seen.as_slice()), ("Alt", true, hidden.as_slice())];
        if is_first {
            sheets.reverse();
        }
        prop_assert_eq!(of_plan(&workbook(&sheets)), Ok(own(&rows)));
    }
}

/// The shape of the laws above holds nothing by chance: seen beside a hidden one, the same rows in two sheets are asked about.
#[test]
fn sheets_with_the_same_columns_are_asked_about() {
    let rows = vec![(1, 1, 100, 0), (2, 1, 200, 0), (16, 1, 10, 900)];
    let cells = table(&rows);
    let two = workbook(&[("Teil A", false, &cells), ("Teil B", false, &cells)]);
    let refused = of_plan(&two).unwrap_err();
    assert!(refused.contains("`Teil A`") && refused.contains("`Teil B`") && refused.contains("--sheet"), "{refused}");
    let options = Options { sheet: Some("Teil B"), ..Options::default() };
    assert!(budget::read(&two, options).is_ok());
    // Revenue in one sheet, expense in another: half a budget is none.
    let half = |name: &str| -> Vec<Vec<String>> {
        let mut cells = vec![vec!["Produkt".to_owned(), format!("{name} 2026")]];
        cells.extend((1..16).map(|it| vec![format!("{it:02}01"), it.to_string()]));
        cells
    };
    let halves = workbook(&[("Erträge", false, &half("Ertrag")), ("Aufwendungen", false, &half("Aufwand"))]);
    assert!(of_plan(&halves).unwrap_err().contains("found several tables"));
    let hidden = workbook(&[("Deckblatt", false, &[]), ("Haushalt", true, &cells)]);
    assert!(of_plan(&hidden).unwrap_err().contains("hidden sheets hold something: `Haushalt`"));
}

#[test]
fn codes_that_became_dates_are_refused_with_advice() {
    for code in ["2011-11-01", "01.11.2010", "11. Okt", "Nov 10"] {
        let file = format!("Produkt;Bezeichnung;Aufwand 2026\n{code};Rat;5\n11.12.01;Amt;6\n");
        let refused = of_plan(file.as_bytes()).unwrap_err();
        assert!(refused.contains(code) && refused.contains("format the column as text"), "{refused}");
    }
}

/// What a file declares is looked at before it is believed: no file takes ten seconds or half a gigabyte.
#[test]
fn files_that_unfold_are_refused_before_they_do() {
    let refused = |bytes: &[u8]| of_plan(bytes).unwrap_err();
    let ods = |table: &str| {
        let content = format!(
            r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
        );
        let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        archive(&[
            part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            part("META-INF/manifest.xml", "<manifest/>"),
            part("content.xml", &content),
        ])
    };
    let cell =
        r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    let row = |inner: &str, count: u32| {
        format!(r#"<table:table-row table:number-rows-repeated="{count}">{inner}</table:table-row>"#)
    };
    assert!(refused(&ods(&row(cell, 1_000_000))).contains("repeated to"));
    // Blank rows to the end of a sheet are usual, and nothing.
    let blank = r#"<table:table-cell table:number-columns-repeated="16384"/>"#;
    assert!(!refused(&ods(&row(blank, 1_048_576))).contains("repeated to"));
    let broken = archive(&[("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned())]);
    assert!(refused(&broken).contains("expected an ODS workbook that can be read"), "{}", refused(&broken));
    // A table without an end once was read for ever; blanks and texts may be repeated without end, too.
    let text = |inner: &str| {
        let open = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16000">"#;
        row(&format!("{open}<text:p>{inner}</text:p></table:table-cell>"), 1)
    };
    for cut in ["<table:table-row>", "<table:table-row", "</table:table-cell>", "<!-- ", "<office:annotation>"] {
        assert!(refused(&ods(cut)).contains("breaks off or is not nested"), "{cut}: {}", refused(&ods(cut)));
    }
    assert!(!refused(&ods(&row("<!-- <a> --><b c='>'/>", 1))).contains("not nested"));
    assert!(refused(&ods(&text(r#"<text:s text:c="4000000000"/>"#))).contains("unpacks to at most 160 MB"));
    assert!(refused(&ods(&text(&"a".repeat(30_000)))).contains("unpacks to at most 160 MB"));
    let bomb = archive(&[("xl/worksheets/sheet1.xml".to_owned(), " ".repeat(200 << 20))]);
    assert!(bomb.len() < 1 << 20 && refused(&bomb).contains("unpacks to at most 160 MB"));
    let wide = format!("{}\n{}\n", "Produkt;".repeat(20_000), "1;".repeat(20_000));
    assert!(refused(wide.as_bytes()).contains("at most 1000 columns, found 20001"), "{}", refused(wide.as_bytes()));
    let endless = "a".repeat(2_000_000);
    assert!(refused(endless.as_bytes()).contains("expected cells of at most"));
    let rows = "1\n".repeat(400_000);
    assert!(refused(rows.as_bytes()).contains("at most 300000 rows"));
    let long = ";\n".repeat(3_000_000);
    assert!(refused(long.as_bytes()).contains("at most 3000000 cells"));
}

#[test]
fn a_file_of_dos_and_a_mark_before_json_are_understood() {
    let dos = b"Produkt;Bezeichnung;Ertr\x84ge 2026;Aufwendungen 2026\n0101;M\x81ll;1,50;2,00\n1601;Steuern;9;0\n";
    assert_eq!(of_plan(dos), Ok([Some(10.5), Some(2.0), Some(0.0), Some(0.0)]));
    let budget: Budget = budget::read(dos, Options::default()).unwrap();
    assert_eq!(budget.lines[0].label, "Müll");
    let own = "\u{feff}{ \"id\": \"own\", \"name\": \"own\", \"needs\": [\"amount\"], \"columns\": {} }";
    assert!(budget::preset::presets(own).is_ok());
}
