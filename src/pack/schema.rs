//! The JSON Schema of a pack, made from the declared columns and the types behind them, and its files as such JSON.

use std::iter::repeat;

use serde_json::{Map, Value, json};

use super::columns::{Column, Kind, Table};
use super::every::all;
use super::files::{Files, Problem};
use super::table::records;
use crate::model::{Decimal, Money};

/// The schema: an object with one list of rows per file, those of the catalogue and of the chain included (JSON Schema,
/// draft 2020-12).
pub fn schema() -> Value {
    let files = all().map(|table| (table.file.to_owned(), rows_schema(table)));
    let needed: Vec<&str> = all().filter(|table| table.is_needed).map(|table| table.file).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Datenpaket",
        "description": "A town as data: one list of rows per CSV file, the folder in front of its name where it lies in one, cells as numbers or texts, null where a number is left out. The files themselves are separated by semicolons; see packs/README.md. Sums, keys and ranges across files are checked when a pack is loaded.",
        "type": "object",
        "properties": files.collect::<Map<_, _>>(),
        "required": needed,
        "additionalProperties": false,
    })
}

fn rows_schema(table: &Table) -> Value {
    let names: Vec<String> = table.names().map(|(name, _)| name).collect();
    let cells = table.names().map(|(name, column)| (name, cell_schema(column)));
    let mut row = json!({
        "type": "object",
        "properties": cells.collect::<Map<_, _>>(),
        "required": names,
        "additionalProperties": false,
    });
    if table.has_years() {
        set(&mut row, "patternProperties", json!({ "^[0-9]{4}$": { "type": "number", "minimum": 0 } }));
    }
    json!({ "description": table.about, "type": "array", "items": row })
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn cell_schema(column: &Column) -> Value {
    let one_of = |words: Vec<&str>| {
        let words = words.into_iter().chain(column.may_be_empty.then_some(""));
        json!({ "enum": words.collect::<Vec<_>>() })
    };
    let number = |name: &str| if column.may_be_empty { json!([name, "null"]) } else { json!(name) };
    let text = || {
        if column.may_be_empty { json!({ "type": "string" }) } else { json!({ "type": "string", "pattern": "\\S" }) }
    };
    match column.kind {
        Kind::Text => text(),
        Kind::Number | Kind::Years => json!({ "type": number("number") }),
        Kind::Whole(most) => json!({ "type": number("integer"), "minimum": 0, "maximum": most }),
        Kind::List => json!({ "type": "string", "pattern": "^[0-9]+( [0-9]+)*$" }),
        Kind::Euros => json!({ "type": number("number"), "description": "euros, at most two decimals" }),
        Kind::Share => json!({ "type": number("number"), "minimum": 0, "maximum": 1 }),
        Kind::Word(words) => one_of(words().to_vec()),
        Kind::Key(file) => {
            let mut schema = text();
            set(&mut schema, "description", json!(format!("a key of {file}")));
            schema
        }
    }
}

/// The files of a pack as the schema sees them; what is no number where one belongs stays a text and fails there.
pub fn as_json(files: &Files) -> Result<Value, Problem> {
    let mut found = Map::new();
    for table in all().filter(|table| files.text(table.file).is_ok()) {
        let (names, records) = records(files, table)?;
        let kinds = || table.names().map(|(_, column)| column.kind).chain(repeat(Kind::Years));
        let row = |cells: &csv::StringRecord| {
            let cells = names.iter().zip(cells).zip(kinds());
            Value::Object(cells.map(|((name, cell), kind)| (name.to_owned(), value(kind, cell))).collect())
        };
        found.insert(table.file.to_owned(), records.iter().map(|(_, cells)| row(cells)).collect());
    }
    Ok(Value::Object(found))
}

/// A cell as a number if its column holds one and it can be read as one.
fn value(kind: Kind, cell: &str) -> Value {
    let number = match kind {
        Kind::Number | Kind::Share | Kind::Years => Decimal::read(cell).map(Value::from),
        Kind::Whole(_) => cell.parse::<u64>().ok().map(Value::from),
        Kind::Euros => Money::parse(cell).map(|money| Value::from(money.euros())),
        Kind::Text | Kind::List | Kind::Word(_) | Kind::Key(_) => return Value::from(cell),
    };
    number.unwrap_or_else(|| if cell.is_empty() { Value::Null } else { Value::from(cell) })
}
