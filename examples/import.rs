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
  --bench          prints {"ms_per_run": …, "fastest": …, "rows": …} for a made-up export of 100 000 rows
  --help           prints this text

What the object holds:

  coverage                comes first: rows with an amount and how many were understood, their absolute amount and how
                          much of it was understood, columns with amounts that were not read
  refused                 why there is no total, each reason with the next step; then by_area and total are missing
  total                   sums over all areas, and their parts; result is revenue less expense
  preset, year, kind      what was found, or asked for
  plan                    result (Ergebnisplan), cash (Finanzplan: revenue and expense are null, investment is read), both
  rows                    rows of the file that are lines, sums in the file (sum_rows) not among them
  skipped                 rows and amounts left out: line and reason
  dialect                 characters, separator, header line, what each column holds, how its numbers are read
  warnings                incomplete years, doubles, signs that were turned, …
  available               years and kinds in the file, with revenue and expense, or why they have none
  by_area                 two-digit product area: revenue (ordinary and financial), expense (ordinary and interest),
                          investment_receipts, investment_payments; euros, positive numbers
  by_nrw_area             the same in the areas of NRW, where the file has others
  excluded                left out by rule: internal charges, calculatory costs, financing, cash, balance sheet accounts; as
                          the file has them
  reconciliation          printed sums against the sums of their lines
  comparison              with --against: sums given by hand against the sums of the lines

A file of equity positions (Rücklagen) gives `positions` instead: euros by position and year.

What a refusal means, and what to do:

  A sum that cannot be trusted is not shown. The reasons stand on the standard error and in `refused`:
  … was understood        rows or columns with amounts were not read. `skipped` names the rows, `columns_not_understood` the
                          columns. Name them in a preset of your own (--presets shows how, --preset FILE uses it), or delete
                          what is no part of the budget
  printed sums contradict both numbers and the rows between them are named: a row is missing, stands twice or has the wrong
                          sign. Compare these rows with the printed plan and mend the file, or export it again
  … nothing says so       lines are the sums of others, and neither a word nor a code tells: delete them, call them `Summe`, or
                          give them codes that begin those of their parts
  two views of the same   the same money stands in the file by product and by cost centre: keep the rows of one of them
  … stand side by side    columns of two towns, bodies or variants: give a file for each, add a column `Summe`, or name the
                          unwanted ones under `ignored` in a preset of your own
  … holds what stands beside it   interest or internal charges would count twice: give the ordinary amounts instead
  list of changes, key figures, factors, `davon` …   rows or columns that are no amounts: delete them
  debit and credit …      give the balance with a column `S/H`, or revenue and expense
  printed balance …       revenue, expense and balance of a row do not belong together: the wrong columns side by side
  nothing but …           a Finanzplan, internal charges or balance sheet accounts alone: give the Ergebnisplan
  found a cameral … / Austrian … / Swiss … budget
                          another kind of bookkeeping: no total can be made of it here
  found a plan of posts   a list of staff is a part of a budget: give the Ergebnisplan
  amounts in euros …      cents, marks or another currency: convert the amounts
  accounts … contradict   the chart of accounts is not known: give a column with `Ertrag` and `Aufwand` instead
  found a table of towns  statistics of several towns: keep one, and give its budget by products
  found the date …        a spreadsheet turned product codes into dates: format the column as text and export again

Exit code 0: there is a total, or years are listed that have one. 2: the file was read, but its sums are no total.
1: the file holds no table, no budget of a kind that is known, or not the year that was asked for."#;

const VALUED: [&str; 6] = ["--preset", "--year", "--kind", "--sheet", "--code", "--against"];

/// Exit code of a file that was read but whose sums are no total.
const NO_TOTAL: u8 = 2;

/// What is printed, and why it holds no total, if it holds none.
struct Answer {
    text: String,
    refused: Vec<String>,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, refused: Vec::new() }
    }
}

fn main() -> ExitCode {
    let mut refused = Vec::new();
    let code = input::answer(|words| {
        let answer = run(words)?;
        refused = answer.refused;
        Ok(answer.text)
    });
    if refused.is_empty() {
        return code;
    }
    for reason in refused {
        eprintln!("no total: {reason}");
    }
    ExitCode::from(NO_TOTAL)
}

fn run(words: &[String]) -> Result<Answer, String> {
    let mut words = words.to_vec();
    let is_value = |at: usize| at.checked_sub(1).is_some_and(|before| VALUED.contains(&words[before].as_str()));
    let file = (0..words.len()).find(|at| !words[*at].starts_with("--") && !is_value(*at)).map(|at| words.remove(at));
    let words = Words::read(&words, &VALUED, &["--lines", "--presets", "--bench", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned().into());
    }
    if words.has("--presets") {
        return serde_json::to_string_pretty(preset::embedded()).map(Answer::from).map_err(|it| it.to_string());
    }
    if words.has("--bench") {
        return bench().map(Answer::from);
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
        return pretty(&json!(positions)).map(Answer::from);
    }
    let budget = budget::read(&bytes, options).map_err(about)?;
    if words.has("--lines") {
        let refused = refused(&budget, |slot| is_wanted(slot, year, kind));
        // Lines of sums that are no total would be added up by whoever reads them.
        let text = if refused.is_empty() { lines(&budget, year, kind)? } else { String::new() };
        return Ok(Answer { text, refused });
    }
    let selection = budget.slot(year, kind).map_err(about)?.map(|it| budget.select(it));
    let mut report = budget.report(selection.as_ref());
    let refused = match &selection {
        Some(selection) => budget.doubted(selection.slot),
        // Nothing was asked for: there is no total if no year has one.
        None => all_refused(&budget),
    };
    if let Some(file) = words.value("--against").filter(|_| refused.is_empty()) {
        let selection = selection.ok_or("--against needs --year: the file holds several years or kinds")?;
        report["comparison"] = json!(selection.compare(&given(file, &selection)?));
    }
    Ok(Answer { text: led(&report)?, refused })
}

fn is_wanted(slot: budget::Slot, year: Option<u16>, kind: Option<Kind>) -> bool {
    year.is_none_or(|it| slot.year == Some(it)) && kind.is_none_or(|it| slot.kind == it)
}

/// Why years and kinds have no total, each reason once.
fn refused(budget: &Budget, is_wanted: impl Fn(budget::Slot) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for reason in budget.slots().keys().copied().filter(|it| is_wanted(*it)).flat_map(|it| budget.doubted(it)) {
        if !found.contains(&reason) {
            found.push(reason);
        }
    }
    found
}

/// Why no year and kind has a total; empty if one has.
fn all_refused(budget: &Budget) -> Vec<String> {
    let slots = budget.slots();
    if slots.is_empty() {
        let first = budget.skipped.first().map(|it| format!(": line {}: {}", it.line, it.reason)).unwrap_or_default();
        return vec![format!("no row was understood{first}. Next step: look at `skipped` and `columns`")];
    }
    match slots.keys().any(|it| budget.doubted(*it).is_empty()) {
        true => Vec::new(),
        false => refused(budget, |_| true),
    }
}

/// The report, led by what was understood and what was refused.
fn led(report: &Value) -> Result<String, String> {
    let mut rest = report.clone();
    let mut told = String::from("{");
    for key in ["coverage", "refused", "total"] {
        let value = rest.as_object_mut().and_then(|it| it.remove(key)).filter(|it| *it != json!([]));
        if let Some(value) = value {
            let text = pretty(&value)?.replace('\n', "\n  ");
            told.push_str(&format!("\n  \"{key}\": {text},"));
        }
    }
    let rest = pretty(&rest)?;
    told.push_str(rest.strip_prefix('{').unwrap_or(&rest));
    Ok(told)
}

/// Sums given by hand, of the same year and kind or of a file that names none.
fn given(file: &str, own: &Selection) -> Result<Selection, String> {
    let about = |refusal| format!("{file}: {refusal}");
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let budget = budget::read(&bytes, Options { name: file, ..Options::default() }).map_err(about)?;
    let kind = Some(own.slot.kind).filter(|it| *it != Kind::Unspecified);
    let slot = budget.slot(own.slot.year, kind).map_err(about)?;
    if let Some(reason) = slot.and_then(|it| budget.doubted(it).into_iter().next()) {
        return Err(format!("{file}: {reason}"));
    }
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
        if !is_wanted(slot, year, kind) {
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
    let (middle, fastest) = input::bench(5, read);
    Ok(json!({ "ms_per_run": middle, "fastest": fastest, "rows": ROWS }).to_string())
}
