//! A foreign budget on the command line: a file in, one JSON object out.

use std::path::Path;
use std::process::ExitCode;

use import::budget::{self, Budget, Kind, Options, Preset, Selection, positions, preset};
use input::Words;
use serde_json::{Value, json};

#[expect(dead_code, reason = "a foreign budget needs neither pack nor scenario")]
mod input;

const HELP: &str = r#"Reads a budget that another program wrote and prints one JSON object about it.

  cargo run --release --no-default-features --example import -- FILE [--preset P] [--year Y] [--kind plan|actual]

  FILE             CSV (any separator; UTF-8, UTF-16 or Windows-1252), XLSX or ODS
  --preset P       P1 (Haushaltsquerschnitt), P2 (OffenerHaushalt), P3 (SAP line items), P4 (Teilergebnisplan), the id
                   of a preset, or a JSON file with one of your own; without it the header decides
  --year Y         budget year; without it, and with several in the file, the years and kinds are listed
  --kind plan      or actual; without it the plan, where a year has both
  --sheet NAME     sheet of a workbook; without it the one in which most stands
  --code CODE      product code of a file that is about a single product
  --against FILE   holds the sums against those of another file, such as the printed sums by area typed in as
                   `Produktbereich;Erträge;Aufwendungen`
  --lines          prints the lines instead, as CSV: code;label;department;sub_budget;office;year;kind;revenue;expense
  --presets        prints the presets, to be copied and changed
  --bench          prints {"ms_per_run": …, "rows": …} for a made-up export of 100 000 rows
  --help           prints this text

What the object holds:

  preset, year, kind      what was found, or asked for
  rows                    rows of the file that are lines, sums in the file (sum_rows) not among them
  skipped                 rows and amounts left out: line and reason
  dialect                 characters, separator, header line, what each column holds, how its numbers are read
  warnings                incomplete years, doubles, signs that were turned, printed sums that differ, …
  available               years and kinds in the file, with revenue and expense
  by_area                 two-digit product area: revenue (ordinary and financial), expense (ordinary and interest),
                          investment_receipts, investment_payments; euros, positive numbers
  by_nrw_area             the same in the areas of NRW, where the file has others
  total                   the same over all areas, and its parts; result is revenue less expense
  excluded                left out by rule: internal charges, calculatory costs, financing, cash; as the file has them
  reconciliation          printed sums against the sums of their lines
  comparison              with --against: sums given by hand against the sums of the lines

A file of equity positions (Rücklagen) gives `positions` instead: euros by position and year.
Files that hold no table, and years that the file does not have, are told on the standard error, with exit code 1."#;

const VALUED: [&str; 6] = ["--preset", "--year", "--kind", "--sheet", "--code", "--against"];

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let mut words = words.to_vec();
    let is_value = |at: usize| at.checked_sub(1).is_some_and(|before| VALUED.contains(&words[before].as_str()));
    let file = (0..words.len()).find(|at| !words[*at].starts_with("--") && !is_value(*at)).map(|at| words.remove(at));
    let words = Words::read(&words, &VALUED, &["--lines", "--presets", "--bench", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    if words.has("--presets") {
        return serde_json::to_string_pretty(preset::embedded()).map_err(|it| it.to_string());
    }
    if words.has("--bench") {
        return bench();
    }
    let file = file.ok_or("expected a file, found none; --help says more")?;
    let bytes = std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let preset = words.value("--preset").map(chosen).transpose()?;
    let year =
        words.value("--year").map(|it| it.parse().map_err(|_| format!("expected a year, found {it}"))).transpose()?;
    let kind = words.value("--kind").map(kind).transpose()?;
    let name = Path::new(&file).file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let options =
        Options { preset: preset.as_ref(), name: &name, sheet: words.value("--sheet"), code: words.value("--code") };
    let about = |refusal| format!("{file}: {refusal}");
    if let Some(positions) = positions::read(&bytes, options).map_err(about)? {
        return pretty(&json!(positions));
    }
    let budget = budget::read(&bytes, options).map_err(about)?;
    if words.has("--lines") {
        return lines(&budget, year, kind);
    }
    let selection = budget.slot(year, kind).map_err(about)?.map(|it| budget.select(it));
    let mut report = budget.report(selection.as_ref());
    if let Some(file) = words.value("--against") {
        let selection = selection.ok_or("--against needs --year: the file holds several years or kinds")?;
        report["comparison"] = json!(selection.compare(&given(file, &selection)?));
    }
    pretty(&report)
}

/// Sums given by hand, of the same year and kind or of a file that names none.
fn given(file: &str, own: &Selection) -> Result<Selection, String> {
    let about = |refusal| format!("{file}: {refusal}");
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let budget = budget::read(&bytes, Options { name: file, ..Options::default() }).map_err(about)?;
    let kind = Some(own.slot.kind).filter(|it| *it != Kind::Unspecified);
    let slot = budget.slot(own.slot.year, kind).map_err(about)?;
    slot.map(|it| budget.select(it)).ok_or_else(|| format!("{file}: expected sums of one year and kind, found several"))
}

fn pretty(value: &Value) -> Result<String, String> {
    serde_json::to_string_pretty(value).map_err(|it| it.to_string())
}

/// A preset by its name, or from a file.
fn chosen(word: &str) -> Result<Preset, String> {
    if let Some(preset) = preset::named(word) {
        return Ok(preset.clone());
    }
    let known = preset::embedded().iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
    let text = std::fs::read_to_string(word)
        .map_err(|_| format!("expected P1 to P4, a preset of {known}, or a file, found {word}"))?;
    let presets = preset::presets(&text).map_err(|it| format!("{word}: {it}"))?;
    presets.into_iter().next().ok_or_else(|| format!("{word}: expected a preset, found none"))
}

fn kind(word: &str) -> Result<Kind, String> {
    match word {
        "plan" => Ok(Kind::Plan),
        "actual" => Ok(Kind::Actual),
        _ => Err(format!("expected plan or actual, found {word}")),
    }
}

/// Lines as CSV, of all years and kinds or of those that were asked for.
fn lines(budget: &Budget, year: Option<u16>, kind: Option<Kind>) -> Result<String, String> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let told = |error: csv::Error| error.to_string();
    let header = ["code", "label", "department", "sub_budget", "office", "year", "kind", "revenue", "expense"];
    writer.write_record(header).map_err(told)?;
    for (line, slot, revenue, expense) in budget.condensed() {
        let fits = year.is_none_or(|it| slot.year == Some(it)) && kind.is_none_or(|it| slot.kind == it);
        if !fits {
            continue;
        }
        let year = slot.year.map(|it| it.to_string()).unwrap_or_default();
        let kind = json!(slot.kind).as_str().unwrap_or_default().to_owned();
        let euros = |money: zukunftshaushalt::model::Money| {
            let sign = if money.cents() < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", money.cents().unsigned_abs() / 100, money.cents().unsigned_abs() % 100)
        };
        let cells = [
            line.code,
            line.label,
            line.department,
            line.sub_budget,
            line.office,
            year,
            kind,
            euros(revenue),
            euros(expense),
        ];
        writer.write_record(cells).map_err(told)?;
    }
    let bytes = writer.into_inner().map_err(|it| it.to_string())?;
    String::from_utf8(bytes).map_err(|it| it.to_string())
}

/// Rows of the made-up export.
const ROWS: usize = 100_000;

fn bench() -> Result<String, String> {
    let mut text =
        "Profitcenter;Objektnr.;Bezeichnung;Kostenart;Kostenart Beschreibung;Ist 2024;Plan 2025;Plan 2026\r\n"
            .to_owned();
    for row in 0..ROWS {
        let (area, group, product, cents) = (row % 17 + 1, row % 9 + 1, row % 7 + 1, row * 37 % 10_000_000);
        let account = ["41410000", "44810000", "50110000", "52310000", "57110000", "48110000", "78510000"][row % 7];
        let sign = if account.starts_with('4') { "-" } else { "" };
        let euros = format!("{sign}{}.{:03},{:02}", cents / 100_000 + 1, cents / 100 % 1000, cents % 100);
        text.push_str(&format!(
            "{area}{group:02}{product:02};1.100.{area:02}.{group:02}.{product:02};Produkt {product};{account};Konto {account};\
             {euros};{euros};{euros}\r\n"
        ));
    }
    let read = || {
        budget::read(text.as_bytes(), Options::default())
            .map(|it| it.report(it.slot(Some(2026), None).ok().flatten().map(|slot| it.select(slot)).as_ref()))
    };
    let report = read().map_err(|it| it.to_string())?;
    if report["rows"] != json!(ROWS) {
        return Err(format!("expected {ROWS} rows, found {}", report["rows"]));
    }
    Ok(json!({ "ms_per_run": input::bench(5, read), "rows": ROWS }).to_string())
}
