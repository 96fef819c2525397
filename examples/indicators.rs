//! Files of indicators on the command line: series with their definitions, and everything to know before using them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use import::series::{Indicators, Schema, Series, indicators};
use input::Words;
use serde_json::{Value, json};

#[path = "input/files.rs"]
mod files;
#[allow(dead_code, reason = "packs, scenarios and times are for the other programs")]
mod input;

const HELP: &str = r#"Reads a file of indicators and prints one JSON object.

  cargo run --release --no-default-features --example indicators -- FILE [--schema FILE.md] [--plain-units]

  FILE              one of
                      a long table: id;name_de;unit;year;value;basis;source (German or English names, any separator)
                      JSON of Wegweiser Kommune: the answer of its map or of its data service
                      klimawatch: year,category,type,co2,note in thousands of tonnes
                      a table of Konstanz in Zahlen: jahr and a column for each series
                      a table of GENESIS-Online, the Regionaldatenbank or a Landesdatenbank for one place: years in a row of
                        the header or before the figures, every other word names a series
  --schema FILE.md  the schema of a table of Konstanz in Zahlen; without it the file of the same name ending in .md
                    is taken, if there is one
  --plain-units     values in units without thousands and millions: "1.000 t CO2" becomes "t CO2"
  --help            prints this text

The object holds
  format     which of the shapes it is
  series     id, name, unit, region, kind (actual, plan, forecast), role (single, total, part), definition (version, text,
             source), points (year, value, basis, source, line), gaps (years without a value)
  rows       how many rows (in JSON: values) were read
  skipped    line and reason of what was left out
  warnings   about (definition_break, not_mixed, gap, total, implausible, duplicate, not_local, reading, note), line,
             message
  base_year  klimawatch: the year marked last_emissions
  dialect    encoding, separator and number style of a table

Plans and forecasts are series of their own. A printed total (role "total") is never to be added to its parts.
A file that cannot be read at all is refused on the standard error, with exit code 1."#;

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let valued = ["--schema"];
    let (files, words) = files::files(words, &valued);
    let words = Words::read(&words, &valued, &["--plain-units", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    let [file] = files.as_slice() else {
        return Err(format!("expected one FILE, found {}; --help says more", files.len()));
    };
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let schema = schema(file, words.value("--schema"))?;
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let found = indicators(&name, &bytes, schema.as_deref()).map_err(|problem| format!("{file}: {problem}"))?;
    serde_json::to_string_pretty(&told(&found, words.has("--plain-units"))).map_err(|error| error.to_string())
}

/// The schema that was named; else the file beside, if it is one.
fn schema(file: &str, named: Option<&str>) -> Result<Option<String>, String> {
    match named {
        Some(name) => fs::read_to_string(name).map(Some).map_err(|error| format!("{name}: {error}")),
        None => {
            let beside = fs::read_to_string(Path::new(file).with_extension("md")).ok();
            Ok(beside.filter(|text| Schema::read(text).is_some()))
        }
    }
}

fn told(found: &Indicators, in_plain_units: bool) -> Value {
    let series: Vec<Value> = found
        .series
        .iter()
        .map(|it| if in_plain_units { it.in_plain_units() } else { it.clone() })
        .map(|it| series_told(&it))
        .collect();
    let mut told = json!(found);
    if let Some(fields) = told.as_object_mut() {
        fields.insert("series".to_owned(), Value::Array(series));
    }
    told
}

fn series_told(series: &Series) -> Value {
    let mut told = json!(series);
    if let Some(fields) = told.as_object_mut() {
        fields.insert("gaps".to_owned(), json!(series.gaps()));
    }
    told
}
