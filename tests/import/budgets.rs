//! Foreign budgets reach their totals to the cent, and every trap that real exports hold has its small file here.
//!
//! Longer than other files: one test per trap, all of them with the same few tools. Where the files in `tests/import`
//! come from is said in its `SOURCES.md`.

#[path = "../seeded/mod.rs"]
mod seeded;

use std::fs;
use std::path::Path;

use import::budget::{self, Budget, Kind, Options, positions, preset};
use proptest::prelude::*;
use serde_json::{Value, json};

fn bytes(file: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import").join(file)).unwrap()
}

fn budget(file: &str) -> Budget {
    let options = Options { name: file, ..Options::default() };
    budget::read(&bytes(file), options).unwrap_or_else(|refusal| panic!("{file}: {refusal}"))
}

/// The report on a file for a year and kind, both found if they are left out.
fn report(file: &str, year: Option<u16>, kind: Option<Kind>) -> Value {
    told(&budget(file), year, kind)
}

fn told(budget: &Budget, year: Option<u16>, kind: Option<Kind>) -> Value {
    let slot = budget.slot(year, kind).unwrap();
    let selection = slot.map(|it| budget.select(it));
    let mut report = budget.report(selection.as_ref());
    // What was read of a file whose sums are no total: each row is tried here, the total is not shown.
    if let Some(selection) = selection.filter(|_| report.get("total").is_none()) {
        assert!(!refused(&report).is_empty(), "no total and no reason: {report}");
        let by_area: Value = selection.by_area.iter().map(|(area, sums)| (area.clone(), sums.told())).collect();
        report["read"] = json!({ "total": selection.total.told_in_full(), "by_area": by_area });
    }
    report
}

/// Why there is no total, in one text; empty where there is one.
fn refused(report: &Value) -> String {
    let reasons = report["refused"].as_array().map(Vec::as_slice).unwrap_or_default();
    reasons.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}

fn text(content: &str) -> Value {
    let budget = budget::read(content.as_bytes(), Options::default()).unwrap_or_else(|it| panic!("{it}"));
    told(&budget, None, None)
}

/// Revenue, expense, investment receipts and payments of an area, or of all with `total`.
fn sums(report: &Value, area: &str) -> [f64; 4] {
    let place = if report["read"].is_object() { &report["read"] } else { report };
    let sums = if area == "total" { &place["total"] } else { &place["by_area"][area] };
    let of = |key: &str| sums[key].as_f64().unwrap_or_else(|| panic!("{area} has no {key}: {report}"));
    [of("revenue"), of("expense"), of("investment_receipts"), of("investment_payments")]
}

fn warns(report: &Value, part: &str) -> bool {
    report["warnings"].as_array().unwrap().iter().any(|it| it.as_str().unwrap().contains(part))
}

fn skipped(report: &Value) -> Vec<(u64, String)> {
    let one = |it: &Value| (it["line"].as_u64().unwrap(), it["reason"].as_str().unwrap().to_owned());
    report["skipped"].as_array().unwrap().iter().map(one).collect()
}

fn areas(report: &Value) -> Vec<String> {
    report["by_area"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn freiburg_reaches_its_totals_to_the_cent() {
    let report = report("freiburg.csv", Some(2017), Some(Kind::Plan));
    assert_eq!(report["preset"], "ergebnishaushalt-wide");
    assert_eq!(report["rows"], 363);
    assert_eq!(skipped(&report), []);
    assert_eq!(sums(&report, "total"), [909_729_647.63, 930_710_545.39, 0.0, 0.0]);
    // The column of balances has no year in its header; it stands between those of 2017. Line 64 is off by 313 euros.
    assert_eq!(report["total"]["printed_balance"], -20_980_584.76);
    assert_eq!(report["total"]["result"], -20_980_897.76);
    assert!(warns(&report, "2017 plan: the printed balance is not revenue less expense in 1 lines: 64"));
    assert_eq!(report["dialect"]["encoding"], "Windows-1252");
    assert_eq!(report["frame"]["id"], "BW/SH/HE");
    // Both frames hold the same money.
    let nrw: f64 = report["by_nrw_area"].as_object().unwrap().values().map(|it| it["expense"].as_f64().unwrap()).sum();
    assert!((nrw - 930_710_545.39).abs() < 0.005);
    assert_eq!(report["by_nrw_area"]["06"], report["by_area"]["36"]);
}

#[test]
fn freiburg_has_departments_on_its_lines() {
    let lines = budget("freiburg.csv").condensed();
    let (first, slot, revenue, expense) = &lines[0];
    assert_eq!((first.code.as_str(), first.area.as_str()), ("111001", "11"));
    assert_eq!(first.department, "Dezernat I OB Dr. Salomon");
    assert_eq!(first.sub_budget, "THH 1 Gemeinderat, Bürgermeisteramt, OVs");
    assert_eq!(first.office, "000 Gemeinderat");
    assert_eq!((slot.year, slot.kind), (Some(2015), Kind::Actual));
    assert_eq!((revenue.cents(), expense.cents()), (18_905_650, 154_877_273));
    // The same product of several offices stays several lines; four years each.
    assert_eq!(lines.len(), 4 * 363);
}

#[test]
fn muenster_reaches_its_totals_and_no_sum_row_is_added() {
    let report = report("muenster-querschnitt.csv", None, None);
    assert_eq!(report["preset"], "nkf-querschnitt");
    assert_eq!((&report["rows"], &report["sum_rows"]), (&json!(68), &json!(18)));
    assert_eq!((&report["year"], &report["kind"]), (&json!(2026), &json!("plan")));
    let total = &report["total"];
    assert_eq!(total["ordinary_revenue"], 1_660_850_270.0);
    assert_eq!(total["ordinary_expense"], 1_686_533_180.0);
    assert_eq!(total["financial_result"], -21_082_120.0);
    assert_eq!(total["result"], -46_765_030.0);
    assert_eq!(areas(&report).len(), 17);
    // Groups sum to their areas, areas to the whole.
    assert_eq!(report["reconciliation"]["sums"], 60);
    assert_eq!(report["reconciliation"]["reconciled"], 60);
    // Both positive, blanks are none, decimals in English.
    assert_eq!(sums(&report, "17"), [17_000.0, 31_680.0, 0.0, 0.0]);
}

#[test]
fn a_wrong_sum_in_the_file_is_said() {
    let report = report("levels.csv", None, None);
    assert_eq!(sums(&report, "total"), [35.0, 351.0, 0.0, 0.0]);
    let differences = report["reconciliation"]["differences"].as_array().unwrap();
    let told: Vec<_> = differences.iter().map(|it| (it["of"].as_str().unwrap(), it["difference"].as_f64())).collect();
    assert_eq!(told, [("all", Some(-1.0)), ("02", Some(-1.0))]);
    assert!(warns(&report, "2 of 6 printed sums differ"));
    // Both numbers and the rows between them; no total beside them.
    assert!(report.get("total").is_none() && report.get("by_area").is_none());
    let told = refused(&report);
    assert!(told.contains("line 7 prints 350.00 in column `aufwendungen`, the rows of lines 3 to 6 add up to 351.00"));
    assert!(told.contains("line 5 prints 50.00 for 02 in column `aufwendungen`, line 6 is 51.00"), "{told}");
}

#[test]
fn sap_line_items_follow_their_accounts() {
    let report = report("sap.csv", Some(2017), Some(Kind::Plan));
    assert_eq!(report["preset"], "sap-line-item");
    assert_eq!((&report["rows"], &report["sum_rows"]), (&json!(12), &json!(1)));
    // Every kind of object counts; a lost zero comes back; revenue is negative in the file; -170.36 stays a reversal.
    assert_eq!(sums(&report, "01"), [22_000.5, 69_841.89, 0.0, 0.0]);
    assert_eq!(sums(&report, "11"), [0.0, 0.0, 60_000.0, 250_000.0]);
    assert_eq!(sums(&report, "16"), [3.25, 0.0, 0.0, 0.0]);
    assert_eq!(report["total"]["interest"], 12.0);
    let expected = json!({ "internal": 0.0, "calculatory": 5000.0, "financing": -7.0, "maintenance_cash": 1.0 });
    assert_eq!(report["excluded"], expected);
    assert!(warns(&report, "revenue is negative in the file and was turned"));
    // The last row has no keys and sums everything, the excluded accounts too.
    assert_eq!(report["reconciliation"], json!({ "sums": 1, "reconciled": 1, "differences": [] }));
    assert!(warns(&report, "2018 plan: all amounts are zero"));
    let all = budget("sap.csv");
    assert!(all.checks.len() == 5 && all.checks.iter().all(|it| it.difference.is_zero()), "{:?}", all.checks);
    assert!(!areas(&report).contains(&"10".to_owned()));
}

#[test]
fn commitments_and_supplements_are_no_plan() {
    let report = report("supplement.csv", Some(2025), None);
    assert_eq!(report["kind"], "plan");
    assert_eq!(sums(&report, "01"), [110.0, 1_100.0, 0.0, 0.0]);
    let kinds: Vec<_> = report["available"].as_array().unwrap().iter().map(|it| it["kind"].clone()).collect();
    assert!(kinds.contains(&json!("supplement")) && kinds.contains(&json!("commitment")));
    assert_eq!(report["dialect"]["columns_not_used"], json!(["Abweichung 2026/2025 in %"]));
}

#[test]
fn profit_centres_without_a_code_are_skipped_with_their_line() {
    let report = report("profitcenter.csv", Some(2017), None);
    assert_eq!(sums(&report, "01"), [2_487.5, 4_000.0, 0.0, 0.0]);
    assert_eq!(sums(&report, "16"), [100.0, 0.0, 0.0, 0.0]);
    let expected = "expected a product code, found `Kinderspielplätze`".to_owned();
    assert_eq!(skipped(&report), [(4, expected)]);
    // `-206,4`, `-206,42` and `0` in one column.
    let earlier = self::report("profitcenter.csv", Some(2015), None);
    assert_eq!(sums(&earlier, "01"), [206.4, 1_000.0, 0.0, 0.0]);
}

#[test]
fn long_doppik_takes_its_year_from_the_date() {
    let report = report("doppik-long.csv", None, None);
    assert_eq!(report["preset"], "doppik-long");
    assert_eq!(report["year"], 2017);
    assert_eq!(report["frame"]["id"], "BW/SH/HE");
    // Codes of five digits lost no zero here: 36501 is area 36.
    assert_eq!(sums(&report, "36"), [0.0, 900_000.0, 0.0, 0.0]);
    assert_eq!(sums(&report, "61"), [2_000_000.0, 5_000.25, 0.0, 0.0]);
    assert_eq!(report["excluded"]["internal"], -1_000.0);
    assert!(warns(&report, "expense is negative in the file and was turned"));
}

#[test]
fn offenerhaushalt_keeps_genuine_negatives() {
    let report = report("offenerhaushalt.csv", Some(2016), Some(Kind::Actual));
    assert_eq!(report["preset"], "offenerhaushalt");
    assert_eq!(sums(&report, "05"), [24_162.64, -50.0, 0.0, 0.0]);
    assert_eq!(report["excluded"]["internal"], 100.5);
    let plan = self::report("offenerhaushalt.csv", None, Some(Kind::Plan));
    assert_eq!((&plan["year"], sums(&plan, "06")), (&json!(2017), [0.0, 1.5, 0.0, 0.0]));
}

#[test]
fn statutory_rows_are_read_from_a_print() {
    let report = report("muenster-teilergebnisplan-PG0204.csv", Some(2026), None);
    assert_eq!(report["preset"], "teilergebnisplan");
    // Two header rows, words without blanks, `=` rows are sums and reconcile; the code stands in the file's name.
    assert_eq!(sums(&report, "02"), [5_730_230.0, 9_346_670.0, 0.0, 0.0]);
    assert_eq!(report["total"]["result"], -3_616_440.0);
    assert_eq!(report["excluded"]["internal"], 316_530.0);
    assert_eq!(report["reconciliation"], json!({ "sums": 4, "reconciled": 4, "differences": [] }));
    let actual = self::report("muenster-teilergebnisplan-PG0204.csv", Some(2024), None);
    assert_eq!(sums(&actual, "02"), [4_770_030.40, 10_123_035.26, 0.0, 0.0]);
    // `2.810` beside `5.407.420` is two thousand eight hundred and ten.
    let numbers = report["dialect"]["numbers"].as_array().unwrap();
    let column = numbers.iter().find(|it| it["column"] == "Haushaltsansatz(€) 2026").unwrap();
    assert_eq!((&column["style"], &column["basis"]), (&json!("german"), &json!("own_cells")));
}

#[test]
fn statutory_rows_may_repeat_for_every_product() {
    let report = report("statutory-rows.csv", Some(2026), None);
    assert_eq!(sums(&report, "01"), [33.0, 192.0, 0.0, 0.0]);
    assert_eq!(report["reconciliation"], json!({ "sums": 3, "reconciled": 3, "differences": [] }));
}

#[test]
fn a_print_of_another_town_has_negative_expense_and_its_code_in_the_title() {
    let report = report("statutory-print.csv", Some(2026), None);
    assert_eq!(sums(&report, "06"), [1_420_005.0, 2_720_010.0, 0.0, 0.0]);
    assert_eq!(report["total"]["financial_result"], -5.0);
    assert_eq!(report["excluded"]["internal"], -2.0);
}

#[test]
fn account_groups_beside_their_accounts_are_sums() {
    let report = report("account-groups.csv", None, None);
    assert_eq!(sums(&report, "01"), [0.0, 1_000.0, 0.0, 0.0]);
    assert_eq!((&report["rows"], &report["sum_rows"]), (&json!(2), &json!(1)));
}

#[test]
fn a_column_that_stands_twice_counts_once() {
    let report = text("Produkt;Ertrag 2026;Aufwand 2026;Ertrag 2026;Summe Aufwand 2026\n0101;1;2;1;5\n");
    assert_eq!(sums(&report, "01"), [1.0, 5.0, 0.0, 0.0]);
    assert!(warns(&report, "column `Ertrag 2026` says what another one says"));
    let parts = text("Produkt;Erträge;Personalaufwand;Sachaufwand\n0101;1;2;3\n");
    assert_eq!(sums(&parts, "01"), [1.0, 5.0, 0.0, 0.0]);
}

/// A balance that is called `Ergebnis`, or a commitment, once made a plan look like accounts.
#[test]
fn the_name_of_one_column_is_no_kind_of_the_others() {
    let of = |header: &str| {
        let file = format!("{header}\n0101;Rat;10;200;-190\n0301;Schule;20;400;-380\n1601;Steuern;900;100;800\n");
        let report = text(&file);
        (report["kind"].clone(), sums(&report, "total"))
    };
    let expected = [930.0, 700.0, 0.0, 0.0];
    assert_eq!(of("Produkt;Text;Erträge 2026;Aufwendungen 2026;Ergebnis"), (json!("unspecified"), expected));
    assert_eq!(of("Produkt;Text;Erträge 2026;Aufwendungen 2026;VE 2026"), (json!("unspecified"), expected));
    assert_eq!(of("Haushaltsplan 2026;;;;\nProdukt;Text;Erträge;Aufwendungen;Ergebnis"), (json!("plan"), expected));
}

#[test]
fn reserves_come_in_millions() {
    let file = bytes("muenster-ruecklagen.csv");
    let read = positions::read(&file, Options::default()).unwrap().expect("positions");
    let opening = &read.positions["allgemeineRuecklageAnfang"];
    let used = &read.positions["entnahmeAllgemeineRuecklage"];
    let millions = |it: &[(u16, f64)]| -> Vec<i64> { it.iter().map(|it| (it.1 * 1e8).round() as i64).collect() };
    let expected = [(2026, 690.2), (2027, 662.9), (2028, 625.0), (2029, 598.3), (2030, 579.4)];
    let found: Vec<i64> = expected.iter().map(|it| opening[&it.0].cents()).collect();
    assert_eq!(found, millions(&expected));
    let percent = |year: u16| {
        let share = -used[&year].euros() / opening[&year].euros() * 100.0;
        (share * 10.0).round() / 10.0
    };
    assert_eq!([2026, 2027, 2028, 2029, 2030].map(percent), [4.0, 5.7, 4.3, 3.2, 6.4]);
    assert!(read.warnings.iter().any(|it| it.contains("no unit in the file")));
    assert!(positions::read(&bytes("freiburg.csv"), Options::default()).unwrap().is_none());
}

#[test]
fn shares_among_positions_are_no_millions() {
    let file = "Position,Schluessel,2025,2026\nAllgemeine Rücklage,ruecklage,690.2,662.9\n\
        Grenze nach § 76 (5 %),grenze,34.5,33.1\nInanspruchnahme,inanspruchnahmeProzent,0.0,4.0\n\
        Eigenkapitalquote,eigenkapital_quote,31.4,30.9\nAllgemeine Rücklage,ruecklage,690.2,700.0\n";
    let read = positions::read(file.as_bytes(), Options::default()).unwrap().expect("positions");
    let names: Vec<&str> = read.positions.keys().map(String::as_str).collect();
    assert_eq!(names, ["grenze", "ruecklage"]);
    assert_eq!(read.positions["ruecklage"][&2026].cents(), 66_290_000_000, "the first row stands");
    let told: Vec<(u64, bool)> = read.skipped.iter().map(|it| (it.line, it.reason.contains("share"))).collect();
    assert_eq!(told, [(4, true), (5, true), (6, false)]);
}

#[test]
fn an_incomplete_year_and_empty_amounts_are_warned_of() {
    let report = report("multi-year.csv", Some(2008), None);
    assert!(warns(&report, "2007 actual looks incomplete: 59000001 €"));
    assert!(warns(&report, "1 rows have no amount and count as zero: lines 5"));
    assert!(!warns(&report, "2008 actual looks incomplete"));
    assert_eq!(sums(&report, "01"), [396.5, 183_396_000.57, 0.0, 0.0]);
    let all = self::report("multi-year.csv", None, None);
    assert!(all.get("by_area").is_none());
    assert_eq!(all["available"].as_array().unwrap().len(), 3);
}

#[test]
fn no_malformed_row_vanishes() {
    let report = report("malformed.csv", None, None);
    let expected = [
        (3, "column `Betrag`: expected a number, found `abc`"),
        (4, "expected 4 cells, found 3"),
        (5, "expected 4 cells, found 6"),
        (6, "column `Betrag`: expected a number, found `\"700,00`"),
        (9, "expected a year, found `zwanzig`"),
        (10, "expected a product code, found `Hausmeister`"),
    ];
    assert_eq!(skipped(&report), expected.map(|(line, reason)| (line, reason.to_owned())));
    assert_eq!(sums(&report, "01"), [1_000.0, 1_588.0, 0.0, 0.0]);
    assert_eq!(report["rows"], 5);
    assert!(warns(&report, "1 rows stand twice in the file and count twice: lines 8 like 7"));
    assert!(refused(&report).contains("of the absolute amount in 4 of 9 rows was understood"), "{report}");
}

#[test]
fn a_figure_that_cannot_be_read_leaves_the_others_of_its_row() {
    let file = "Produkt;Ertrag 2025;Aufwand 2025;Ertrag 2026;Aufwand 2026\n0101;1;2;3;4\n0102;1;x;3;4\n";
    let budget = budget::read(file.as_bytes(), Options::default()).unwrap();
    let later = told(&budget, Some(2026), None);
    assert_eq!((skipped(&later), sums(&later, "01")), (vec![], [6.0, 8.0, 0.0, 0.0]));
    let earlier = told(&budget, Some(2025), None);
    let reason = "column `Aufwand 2025`: expected a number, found `x`".to_owned();
    assert_eq!((skipped(&earlier), sums(&earlier, "01")), (vec![(3, reason)], [2.0, 2.0, 0.0, 0.0]));
    // Two of three figures are no total of that year; the other year has one.
    assert!(refused(&earlier).contains("was understood") && refused(&later).is_empty());
}

#[test]
fn styles_may_differ_between_columns() {
    let earlier = report("mixed-styles.csv", Some(2025), None);
    assert_eq!(sums(&earlier, "01"), [5.23, 3_334.75, 0.0, 0.0]);
    let later = report("mixed-styles.csv", Some(2026), None);
    assert_eq!(sums(&later, "01"), [1_257.5, -1_012.75, 0.0, 0.0]);
}

#[test]
fn english_numbers_utf_16_and_workbooks_are_read() {
    let english = report("english.csv", None, None);
    assert_eq!(sums(&english, "06"), [0.0, 1_000_000.75, 0.0, 0.0]);
    assert_eq!(sums(&english, "01"), [2_000.0, 1_234.5, 0.0, 0.0]);
    let wide = report("utf16.txt", None, None);
    assert_eq!(wide["dialect"]["encoding"], "UTF-16LE");
    assert_eq!(sums(&wide, "total"), [500.25, 3_000.5, 0.0, 0.0]);
    // One workbook in two formats. 12345.678 is a number in it, `1.500,25` a text.
    for file in ["workbook.xlsx", "workbook.ods"] {
        let workbook = report(file, Some(2026), None);
        assert_eq!(workbook["dialect"]["sheet"], "Ergebnisplan", "{file}");
        assert_eq!(sums(&workbook, "01"), [1_234.5, 12_345.68, 0.0, 0.0], "{file}");
        assert_eq!(sums(&workbook, "11"), [0.0, 1_500.25, 0.0, 0.0], "{file}");
        assert!(warns(&workbook, "not read: `Deckblatt`"), "{file}");
    }
}

#[test]
fn titles_units_blank_lines_and_footers_are_no_rows() {
    let report = report("thousands.csv", None, None);
    assert_eq!((&report["year"], &report["kind"]), (&json!(2026), &json!("plan")));
    assert_eq!(sums(&report, "01"), [1_234_500.0, 2_345_600.0, 0.0, 0.0]);
    assert_eq!(skipped(&report), [(9, "expected a product code, found `Quelle: Kämmerei`".to_owned())]);
    assert_eq!(report["reconciliation"]["reconciled"], 2);
}

#[test]
fn years_above_and_directions_below_make_one_header() {
    let report = report("two-headers.csv", Some(2026), None);
    assert_eq!(sums(&report, "02"), [1_100.0, 2_200.0, 0.0, 0.0]);
    assert_eq!((&report["rows"], &report["sum_rows"]), (&json!(2), &json!(3)));
    assert_eq!(report["reconciliation"]["reconciled"], 6);
}

#[test]
fn a_cell_may_hold_a_separator_and_a_line_break() {
    let report = report("quoted-newline.csv", None, None);
    assert_eq!(sums(&report, "01"), [1_234.0, 1_500.0, 0.0, 0.0]);
    assert_eq!(budget("quoted-newline.csv").lines[1].line, 4);
}

#[test]
fn other_charts_of_accounts_are_recognised() {
    let report = report("accounts-bw.csv", Some(2026), None);
    assert_eq!(report["chart_of_accounts"]["id"], "NKHR-BW");
    assert_eq!(sums(&report, "11"), [1_000.0, 5_000.0, 0.0, 0.0]);
    assert_eq!(sums(&report, "21"), [0.0, 3_000.0, 0.0, 10_000.0]);
    assert_eq!(sums(&report, "61"), [90_000.0, 700.0, 0.0, 0.0]);
    assert_eq!(report["excluded"]["internal"], 0.0);
}

#[test]
fn areas_may_be_told_by_their_names() {
    let rows = "Innere Verwaltung;1;2\nKinder-, Jugend- und Familienhilfe;3;4\nUnbekanntes;5;6\nSumme;9;12\n";
    for header in ["Produktbereich", "Bezeichnung"] {
        let report = text(&format!("{header};Erträge 2026;Aufwendungen 2026\n{rows}"));
        // `??` is an area as well: a total without it would not be one.
        assert_eq!(refused(&report).is_empty(), report["by_area"]["??"]["revenue"] == 5.0, "{report}");
        assert_eq!(sums(&report, "01"), [1.0, 2.0, 0.0, 0.0], "{header}");
        assert_eq!(sums(&report, "06"), [3.0, 4.0, 0.0, 0.0], "{header}");
        assert!(warns(&report, "told by their names"), "{header}");
        // What no name is known for is said, or stands apart; it does not vanish.
        let apart = report["by_area"]["??"]["revenue"] == 5.0;
        assert!(apart || skipped(&report).iter().any(|it| it.1.contains("Unbekanntes")), "{report}");
    }
    let coded = text("Produkt;Bezeichnung;Ertrag 2026\n0501;Innere Verwaltung;1\n");
    assert_eq!(areas(&coded), ["05"]);
}

#[test]
fn the_sign_alone_may_tell() {
    let report = report("sign-only.csv", Some(2026), None);
    assert_eq!(sums(&report, "total"), [5_500.0, 1_100.0, 0.0, 0.0]);
    assert!(warns(&report, "revenue is positive, as general finance shows"));
    let turned = text("Produkt;Plan 2026\n0101;1000\n1601;-5500\n");
    assert_eq!(sums(&turned, "total"), [5_500.0, 1_000.0, 0.0, 0.0]);
    let unknown = text("Produkt;Plan 2026\n0101;1000\n1601;5500\n");
    assert_eq!(sums(&unknown, "total"), [0.0; 4]);
    assert!(warns(&unknown, "nothing tells revenue from expense"));
    assert!(refused(&unknown).contains("0 % of the absolute amount in 0 of 2 rows"), "{unknown}");
}

#[test]
fn a_result_beside_revenue_and_expense_is_checked_and_not_added() {
    let header = "Produkt;Jahr;Ordentliche Erträge;Ordentliche Aufwendungen;Finanzerträge;Zinsaufwendungen;Ergebnis";
    let report = text(&format!("{header}\n0101;2026;100,00;500,00;1,00;2,00;-401,00\n0102;2026;1,00;2,00;;;-3,00\n"));
    assert_eq!(sums(&report, "01"), [102.0, 504.0, 0.0, 0.0]);
    assert_eq!(report["read"]["total"]["printed_balance"], -404.0);
    assert!(warns(&report, "the printed balance is not revenue less expense in 1 lines: 3"));
    assert!(refused(&report).contains("the printed balance is not revenue less expense in 1 lines: 3"));
}

#[test]
fn a_direction_that_no_one_knows_is_skipped() {
    let report = text(
        "Produkt;Richtung;Plan 2026\n0101;Ertrag;7\n0101;Aufwand;2\n0101;Aufwand;3\n0101;?;9\n0101;Investition;4\n",
    );
    assert_eq!(sums(&report, "01"), [7.0, 5.0, 0.0, 4.0]);
    assert_eq!(skipped(&report), [(5, "expected revenue or expense, found `?`".to_owned())]);
    assert!(refused(&report).contains("line 5: expected revenue or expense, found `?`"));
}

#[test]
fn a_direction_may_tell_the_kind_too() {
    let report = report("directions-with-kind.csv", None, None);
    assert_eq!((&report["year"], &report["kind"]), (&json!(2015), &json!("actual")));
    assert_eq!(sums(&report, "11"), [189_056.5, 1_548_772.73, 0.0, 0.0]);
}

#[test]
fn what_the_file_does_not_have_is_refused() {
    let budget = budget("freiburg.csv");
    let refusal = budget.slot(Some(2030), None).unwrap_err().to_string();
    assert_eq!(refusal, "expected amounts of 2030, found 2015 actual, 2016 plan, 2017 plan, 2018 plan");
    assert!(budget.slot(Some(2015), Some(Kind::Plan)).is_err());
    for file in ["", "\n\n", "Nur ein Text ohne Tabelle", "a;b;c\n1;2;3\n", "%PDF-1.7"] {
        assert!(budget::read(file.as_bytes(), Options::default()).is_err(), "{file}");
    }
}

/// No euro at all is no unit: it would turn every amount into nothing. The line and what was expected are told.
#[test]
fn a_preset_whose_unit_is_nothing_is_refused() {
    let text = |unit: &str| {
        format!(
            "{{ \"id\": \"own\", \"name\": \"own\",\n\"unit\": {unit},\n\"needs\": [\"amount\"], \"columns\": {{}} }}"
        )
    };
    assert_eq!(preset::presets(&text("1000")).unwrap()[0].unit.map(u32::from), Some(1000));
    for unit in ["0", "-1", "0.5", "NaN"] {
        let told = preset::presets(&text(unit)).expect_err(unit).to_string();
        assert!(told.contains("line 2") && told.contains("expected"), "{unit}: {told}");
    }
}

#[test]
fn a_town_may_bring_its_own_preset() {
    let own = r#"{ "id": "own", "name": "Own", "needs": ["product"],
        "columns": { "product": ["Aufgabe"], "amount": ["Zahl"], "direction": ["Was"], "year": ["Wann"] } }"#;
    let presets = preset::presets(own).unwrap();
    let file = "Aufgabe;Was;Wann;Zahl\n0101;Aufwand;2026;1,5\n0101;Ertrag;2026;1\n";
    assert!(budget::read(file.as_bytes(), Options::default()).is_err());
    let options = Options { preset: presets.first(), ..Options::default() };
    let report = told(&budget::read(file.as_bytes(), options).unwrap(), None, None);
    assert_eq!((&report["preset"], sums(&report, "01")), (&json!("own"), [1.0, 1.5, 0.0, 0.0]));
    assert!(preset::presets("{ \"id\": 1 }").is_err());
    assert!(["P1", "P2", "P3", "P4", "doppik-long", "generic"].iter().all(|it| preset::named(it).is_some()));
}

#[test]
fn sums_given_by_hand_are_held_against_the_lines() {
    let select = |content: &str| {
        let budget = budget::read(content.as_bytes(), Options::default()).unwrap_or_else(|it| panic!("{it}"));
        budget.select(budget.slot(Some(2026), None).unwrap().unwrap())
    };
    let lines = select("Produkt;Ertrag 2026;Aufwand 2026\n0101;1;2,50\n0102;3;4\n0201;5;6\n");
    let told = |given: &str| json!(lines.compare(&select(given)));
    let met = told("Produktbereich;Erträge;Aufwendungen\n01;4;6,50\n02;5;6\n");
    assert_eq!(met, json!({ "sums": 6, "reconciled": 6, "differences": [], "areas_not_given": [] }));
    // A cent short, a figure that nobody gave, and an area that nobody gave.
    let missed = told("Produktbereich;Aufwendungen\n01;6,51\n");
    let difference = json!({ "area": "01", "figure": "expense", "given": 6.51, "lines": 6.5, "difference": 0.01 });
    assert_eq!(missed, json!({ "sums": 1, "reconciled": 0, "differences": [difference], "areas_not_given": ["02"] }));
    let total = told("Bezeichnung;Erträge;Aufwendungen\nStadt;9;12,50\n");
    assert_eq!(total, json!({ "sums": 2, "reconciled": 2, "differences": [], "areas_not_given": [] }));
    let elsewhere = told("Produktbereich;Erträge\n01;4\n02;5\n03;1\n");
    assert_eq!((&elsewhere["sums"], elsewhere["differences"].as_array().unwrap().len()), (&json!(4), 2));
}

/// Each sum is held against its lines once, not once for every line: these files took minutes.
#[test]
fn as_many_sums_as_lines_are_no_burden() {
    let many = |header: &str, rows: &str| text(&format!("{header}\n{}", rows.repeat(20_000)));
    let groups = many("Produkt;Sachkonto;Aufwand 2026", "010101;50;2,00\n010101;5011;1,00\n");
    assert_eq!((&groups["sum_rows"], sums(&groups, "01")[1]), (&json!(0), 60_000.0));
    let totals = many("Produkt;Bezeichnung;Aufwand 2026", "010101;x;2,00\nSumme;;40000,00\n");
    assert_eq!(totals["reconciliation"]["reconciled"], 20_000);
    let parents = many("Produkt;Bezeichnung;Aufwand 2026", "010101;x;2,00\n01;y;40000,00\n");
    assert_eq!(parents["reconciliation"]["reconciled"], 20_000);
    let rows = "010101;02;Zuwendungen und allgemeine Umlagen;1,00\n010101;10;= Ordentliche Erträge;20000,00\n\
                010101;17;= Ordentliche Aufwendungen;2,00\n";
    let scheme = many("Produkt;Zeile;Bezeichnung;Ansatz 2026", rows);
    // A subtotal without rows is the amount itself, once; the others are held against it.
    assert_eq!(sums(&scheme, "01"), [20_000.0, 2.0, 0.0, 0.0]);
    assert_eq!((&scheme["sum_rows"], &scheme["reconciliation"]["reconciled"]), (&json!(39_999), &json!(39_999)));
}

/// Whether rows below a header are read; if so, each of them is a line, a sum or an entry among the skipped.
fn every_row(rows: &[(String, String)]) -> bool {
    let mut file = "Produkt;Betrag 2026;Richtung\n".to_owned();
    for (code, amount) in rows {
        file.push_str(&format!("{code};{amount};Aufwand\n"));
    }
    let Ok(budget) = budget::read(file.as_bytes(), Options::default()) else { return false };
    assert_eq!(budget.lines.len() + budget.sum_rows + budget.skipped.len(), rows.len(), "{file}");
    for slot in budget.slots().keys().copied() {
        budget.report(Some(&budget.select(slot)));
    }
    true
}

/// What is tried on random rows below looks at something, where half of the amounts are numbers.
#[test]
fn a_line_a_sum_and_a_skipped_row_are_told_apart() {
    let rows = [("010101", "1,00"), ("Summe", "1,00"), ("0102", "x")];
    assert!(every_row(&rows.map(|(code, amount)| (code.to_owned(), amount.to_owned()))));
}

proptest! {
    #![proptest_config(seeded::cases(256))]

    /// Arbitrary bytes are read or refused.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(budget) = budget::read(&bytes, Options::default()) {
            budget.report(None);
        }
        drop(positions::read(&bytes, Options { preset: preset::named("reserves"), ..Options::default() }));
    }

    /// So are tables of any cells below a header, and no row vanishes.
    #[test]
    fn every_row_is_a_line_a_sum_or_skipped(
        rows in prop::collection::vec(("[0-9]{0,6}|Summe|[a-z]{0,4}", "[0-9.,()-]{0,9}|Summe|[a-z€ ]{0,5}"), 0..20),
    ) {
        every_row(&rows);
    }
}

#[test]
fn one_key_may_hold_product_and_account() {
    let report = report("posting.csv", Some(2026), None);
    assert_eq!(sums(&report, "01"), [2_000.0, 4_000.5, 0.0, 0.0]);
    assert_eq!(sums(&report, "05"), [0.0, 0.0, 0.0, 500.0]);
}

#[test]
fn debit_and_credit_turn_what_is_reversed() {
    let report = report("sides.csv", None, None);
    assert_eq!((&report["year"], &report["kind"]), (&json!(2024), &json!("actual")));
    // 900 in debit less 100 in credit; `Soll` is no plan here.
    assert_eq!(sums(&report, "01"), [500.0, 800.0, 0.0, 0.0]);
}

#[test]
fn a_merged_area_holds_for_the_rows_below_it() {
    let plan = report("merged-areas.csv", Some(2026), None);
    assert_eq!(sums(&plan, "01"), [160_500.0, 310_000.0, 0.0, 0.0]);
    assert_eq!(sums(&plan, "02"), [80_000.0, 410_000.0, 0.0, 0.0]);
    assert_eq!(
        skipped(&plan),
        [(5, "expected a row of its own, found `davon Auszubildende`, a part of the row above".to_owned())]
    );
    // Another column, another unit.
    assert_eq!(sums(&report("merged-areas.csv", Some(2024), None), "01"), [140_500.25, 300_000.0, 0.0, 0.0]);
}

#[test]
fn codes_kept_from_excel_and_headers_of_three_rows_are_read() {
    assert_eq!(sums(&report("protected.csv", None, None), "01"), [1_200.0, 2_400.0, 0.0, 0.0]);
    let plan = report("three-headers.csv", Some(2026), None);
    assert_eq!((sums(&plan, "01"), sums(&plan, "02")), ([11.0, 22.0, 0.0, 0.0], [33.0, 44.0, 0.0, 0.0]));
}

#[test]
fn names_beside_codes_are_labels_and_directions_show_by_their_cells() {
    let report = report("names-beside-codes.csv", None, None);
    assert_eq!(report["dialect"]["columns"]["Merkmal"], "direction");
    assert_eq!((sums(&report, "01"), sums(&report, "02")), ([1_000.0, 2_500.0, 0.0, 0.0], [0.0, 0.0, 0.0, 300.0]));
}

#[test]
fn an_old_workbook_is_refused_by_name() {
    let told = budget::read(&bytes("workbook.xls"), Options::default()).expect_err("XLS is refused").to_string();
    assert!(told.contains("found an XLS") && told.contains("save it as XLSX"), "{told}");
}
