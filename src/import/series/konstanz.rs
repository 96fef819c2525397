//! Tables of Konstanz in Zahlen: a row for each year, a column for each series, and beside them a schema that names
//! title, source, and for each column description and unit.

use super::definitions;
use super::names::{key, year};
use super::report::Indicators;
use super::values::{Definition, Kind, Point, Role, Series};
use super::warning::About;
use crate::sheet::{Sheet, column};

/// What a schema says of a table (Schema).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Title of the table.
    pub title: String,
    /// Who publishes it.
    pub source: String,
    /// Its columns.
    pub columns: Vec<Described>,
    /// Notes behind the schema.
    pub notes: String,
}

/// A column of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// Its header.
    pub name: String,
    /// What it counts.
    pub description: String,
    /// Its unit, possibly empty.
    pub unit: String,
}

impl Schema {
    /// Reads the front matter of a Markdown file: `title`, `source` and a list of columns with flat keys.
    ///
    /// These schemas use a small part of YAML, which is read line by line; what is not in it is passed over, and a table
    /// whose columns are then not described says so.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let (front, notes) = text.strip_prefix("---\n")?.split_once("\n---")?;
        let mut schema = Self { notes: notes.trim().to_owned(), ..Self::default() };
        for line in front.lines() {
            let is_item = line.trim_start().starts_with("- ");
            let Some((name, value)) = line.trim_start().trim_start_matches("- ").split_once(':') else { continue };
            let value = unquoted(value.trim()).to_owned();
            if is_item {
                schema.columns.push(Described::default());
            }
            let is_top = !line.starts_with([' ', '-']);
            match (name.trim(), schema.columns.last_mut()) {
                ("title", _) if is_top => schema.title = value,
                ("source", _) if is_top => schema.source = value,
                ("name", Some(column)) => column.name = value,
                ("description", Some(column)) => column.description = value,
                ("unit", Some(column)) => column.unit = value,
                _ => {}
            }
        }
        Some(schema)
    }

    fn column(&self, name: &str) -> Option<&Described> {
        self.columns.iter().find(|it| it.name == name)
    }
}

fn unquoted(value: &str) -> &str {
    let inside = |sign: char| value.strip_prefix(sign).and_then(|it| it.strip_suffix(sign));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

/// The column of the years, if this is such a table.
pub fn year_column(header: &[String]) -> Option<usize> {
    let at = column(header, &["jahr", "year"])?;
    (header.len() > 1).then_some(at)
}

/// Reads a table with its schema; without one, names are headers and units unknown.
pub fn konstanz(sheet: &Sheet, years: usize, schema: Option<&Schema>, file: &str) -> Indicators {
    let mut found = Indicators::new("konstanz-in-zahlen");
    let nothing = Schema::default();
    let schema = match schema {
        Some(schema) => schema,
        None => {
            found.warn(About::Reading, None, "no schema beside the table: units and definitions are unknown");
            &nothing
        }
    };
    let is_plan = schema.notes.to_lowercase().contains("haushaltsplan");
    if is_plan {
        found.warn(About::Reading, None, "the table rests on budget plans: its values are plans, not results");
    }
    let value_columns: Vec<usize> = (0..sheet.header.len()).filter(|at| *at != years).collect();
    let has_total = value_columns.iter().any(|at| sheet.header.get(*at).is_some_and(|name| is_total(name)));
    let mut series: Vec<Series> = value_columns
        .iter()
        .map(|at| {
            let header = sheet.header.get(*at).map(String::as_str).unwrap_or_default();
            let mut it = new(header, schema, is_plan);
            it.role = match (has_total, is_total(header)) {
                (_, true) => Role::Total,
                (true, false) => Role::Part,
                (false, false) => Role::Single,
            };
            it
        })
        .collect();
    for it in &series {
        check_description(it, schema, &mut found);
    }
    for (line, cells) in &sheet.rows {
        found.rows += 1;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let Some(year) = year(cell(years)) else {
            found.skip(Some(*line), format!("expected a year, found `{}`", cell(years)));
            continue;
        };
        for (at, it) in value_columns.iter().zip(&mut series) {
            match sheet.number(*at, cell(*at)) {
                Ok(Some(value)) => {
                    let point = Point { year, value, basis: String::new(), source: String::new(), line: Some(*line) };
                    it.points.push(point);
                }
                // An empty cell is a year that was not counted, and a gap of its series.
                Ok(None) => {}
                Err(reason) => found.skip(Some(*line), format!("{} {year}: {reason}", it.id)),
            }
        }
    }
    found.series = series;
    found.sort();
    compare(&mut found);
    found.finish(file)
}

fn new(header: &str, schema: &Schema, is_plan: bool) -> Series {
    let described = schema.column(header).cloned().unwrap_or_default();
    let name = if described.description.is_empty() { header.to_owned() } else { described.description };
    let source = schema.source.clone();
    Series {
        id: key(header),
        unit: described.unit,
        region: None,
        kind: if is_plan { Kind::Plan } else { Kind::Actual },
        role: Role::Single,
        definition: Definition { version: definitions::version(header, &name), text: name.clone(), source },
        name,
        points: Vec::new(),
    }
}

/// Whether a column is the printed sum of the others. `pkw_insgesamt` is not: it counts cars only.
fn is_total(header: &str) -> bool {
    matches!(header.to_lowercase().as_str(), "insgesamt" | "gesamt" | "summe" | "total")
}

/// A rate whose unit says "number", and a column that the schema does not know.
fn check_description(it: &Series, schema: &Schema, found: &mut Indicators) {
    let name = it.name.to_lowercase();
    let is_rate = ["je 1.000", "pro 1.000", "je einwohner", "pro einwohner"].iter().any(|word| name.contains(word));
    if is_rate && it.unit == "Anzahl" {
        let message = format!("{}: the description is a rate (`{}`), the unit a number", it.id, it.name);
        found.warn(About::Reading, None, message);
    }
    if !schema.columns.is_empty() && it.unit.is_empty() {
        found.warn(About::Reading, None, format!("{}: the schema gives no unit", it.id));
    }
}

/// The printed sum against its parts of the same unit, in years that have all of them.
fn compare(found: &mut Indicators) {
    let Some(total) = found.series.iter().find(|it| it.role == Role::Total) else { return };
    let parts: Vec<&Series> = found.series.iter().filter(|it| it.role == Role::Part && it.unit == total.unit).collect();
    let mut messages = Vec::new();
    for point in &total.points {
        let values: Vec<f64> = parts.iter().filter_map(|it| it.value(point.year)).collect();
        let sum: f64 = values.iter().sum();
        if values.len() == parts.len() && (sum - point.value).abs() > 0.01 * point.value.abs().max(1.0) {
            messages.push((
                point.line,
                format!("{}: parts add up to {sum:.2}, {} is {}", point.year, total.id, point.value),
            ));
        }
    }
    for (line, message) in messages {
        found.warn(About::Total, line, message);
    }
}
