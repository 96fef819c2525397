//! Long tables of indicators (`id;name_de;unit;year;value;basis;source`), one row for each value.

use std::collections::{BTreeMap, BTreeSet};

use super::definitions;
use super::names::{key, year};
use super::report::Indicators;
use super::values::{Definition, Kind, Point, Role, Series};
use super::warning::About;
use crate::header::fold;
use crate::number::Tally;
use crate::sheet::{Sheet, column};

/// Columns of a long table.
pub struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    unit: Option<usize>,
    year: usize,
    value: usize,
    basis: Option<usize>,
    source: Option<usize>,
    seen: Option<usize>,
}

impl Columns {
    /// Where they stand.
    fn used(&self) -> [Option<usize>; 8] {
        [self.id, self.name, self.unit, Some(self.year), Some(self.value), self.basis, self.source, self.seen]
    }

    /// Those that name a series and a year. A source or a note beside them tells no values apart.
    pub fn key(&self) -> Vec<usize> {
        let named = [self.id, self.name, self.unit, Some(self.year), self.basis, self.source, self.seen];
        named.into_iter().flatten().collect()
    }

    /// The one that holds the values.
    pub fn figures(&self) -> usize {
        self.value
    }
}

/// The columns, if this is a long table.
pub fn columns(header: &[String]) -> Option<Columns> {
    let of = |names: &[&str]| column(header, names);
    let columns = Columns {
        id: of(&["id", "indicator", "kennzahl_id", "key"]),
        name: of(&["name_de", "name", "bezeichnung", "kennzahl", "indikator"]),
        unit: of(&["unit", "einheit"]),
        year: of(&["year", "jahr"])?,
        value: of(&["value", "wert"])?,
        basis: of(&["basis", "grundlage", "art"]),
        source: of(&["source", "quelle"]),
        seen: of(&["seen", "gesehen"]),
    };
    (columns.id.is_some() || columns.name.is_some()).then_some(columns)
}

/// Units of things that have no decimals.
const WHOLE: [&str; 14] = [
    "anzahl",
    "personen",
    "einwohner",
    "einwohnerinnen",
    "stueck",
    "faelle",
    "haushalte",
    "wohnungen",
    "gebaeude",
    "betten",
    "fahrzeuge",
    "pkw",
    "betriebe",
    "number",
];

/// Settles whether `1.234` is more than a thousand, by values of things that have no decimals; refuses what nothing tells.
pub fn settle(sheet: &mut Sheet, columns: &Columns) -> Result<(), String> {
    if !sheet.is_open(columns.value) {
        return Ok(());
    }
    let cell = |row: &[String], at: Option<usize>| at.and_then(|it| row.get(it)).cloned().unwrap_or_default();
    let is_rate = |name: &str| ["je ", "pro ", "quote", "anteil", "durchschn"].iter().any(|it| name.contains(it));
    let is_whole = |row: &&(u64, Vec<String>)| {
        let (unit, name) = (cell(&row.1, columns.unit), cell(&row.1, columns.name));
        WHOLE.contains(&fold(&unit).as_str()) && !is_rate(&name.to_lowercase())
    };
    let values = sheet.rows.iter().filter(is_whole).filter_map(|it| it.1.get(columns.value));
    match Tally::of(values.map(String::as_str)).grouping() {
        Some(style) => sheet.settle(columns.value, style),
        None => return Err(sheet.undecided(columns.value)),
    }
    Ok(())
}

/// Actual, plan or forecast by the words for basis and id; a budget figure is a plan whatever its id.
fn kind(id: &str, basis: &str) -> Kind {
    match basis.to_lowercase().as_str() {
        "assumption" | "plan" | "ansatz" | "geplant" | "ziel" | "annahme" => Kind::Plan,
        "forecast" | "prognose" => Kind::Forecast,
        _ if id.ends_with("_plan") => Kind::Plan,
        _ => Kind::Actual,
    }
}

/// A series in the making: what must be equal for values to belong together.
type Place = (String, Kind, String, String);

/// Reads a long table. A name or unit that changes within an id begins a series of its own.
pub fn table(sheet: &Sheet, columns: &Columns, file: &str) -> Indicators {
    let mut found = Indicators::new("long");
    let mut order: Vec<Place> = Vec::new();
    if let Some(unread) = sheet.unread(&columns.used()) {
        found.warn(About::Reading, None, unread);
    }
    let mut points: BTreeMap<Place, Vec<Point>> = BTreeMap::new();
    let (mut foreign, mut recalled) = (BTreeSet::new(), BTreeSet::new());
    for (line, cells) in &sheet.rows {
        found.rows += 1;
        let line = *line;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let maybe = |at: Option<usize>| at.map(cell).unwrap_or_default();
        let name = maybe(columns.name);
        let id = [maybe(columns.id).to_owned(), key(name)].into_iter().find(|it| !it.is_empty());
        let Some(id) = id else {
            found.skip(Some(line), "expected an id or a name, found neither");
            continue;
        };
        let Some(year) = year(cell(columns.year)) else {
            found.skip(Some(line), format!("{id}: expected a year, found `{}`", cell(columns.year)));
            continue;
        };
        let value = match sheet.number(columns.value, cell(columns.value)) {
            Ok(Some(value)) => value,
            Ok(None) => {
                found.skip(Some(line), format!("{id} {year}: no value"));
                continue;
            }
            Err(reason) => {
                found.skip(Some(line), format!("{id} {year}: {reason}"));
                continue;
            }
        };
        let (basis, source) = (maybe(columns.basis), maybe(columns.source));
        if source.contains("Orientierungswert") || source.contains("nicht stadtspezifisch") {
            foreign.insert(id.clone());
        }
        if maybe(columns.seen) == "recalled" || source.contains("aus dem Gedächtnis") {
            recalled.insert(id.clone());
        }
        let place = (id.clone(), kind(&id, basis), name.to_owned(), maybe(columns.unit).to_owned());
        let list = points.entry(place.clone()).or_insert_with(|| {
            order.push(place);
            Vec::new()
        });
        list.push(Point { year, value, basis: basis.to_owned(), source: source.to_owned(), line: Some(line) });
    }
    build(order, points, &mut found);
    found.sort();
    tell(&mut found, About::NotLocal, "figures that are not this town's, for orientation only", &foreign);
    tell(&mut found, About::Note, "figures from memory, to be verified before anybody reads them", &recalled);
    found.finish(file)
}

fn tell(found: &mut Indicators, about: About, what: &str, ids: &BTreeSet<String>) {
    if !ids.is_empty() {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        found.warn(about, None, format!("{}: {what}", ids.join(", ")));
    }
}

/// Series in the order of their first rows; later definitions of an id get a number, plans of an actual id `_plan`.
fn build(order: Vec<Place>, mut points: BTreeMap<Place, Vec<Point>>, found: &mut Indicators) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut versions: BTreeMap<(String, Kind), usize> = BTreeMap::new();
    for place in order {
        let points = points.remove(&place).unwrap_or_default();
        let (id, kind, name, unit) = place;
        let version = versions.entry((id.clone(), kind)).or_default();
        *version += 1;
        let stem = match kind {
            Kind::Plan if !id.ends_with("_plan") => format!("{id}_plan"),
            Kind::Forecast if !id.ends_with("_prognose") => format!("{id}_prognose"),
            _ => id.clone(),
        };
        let numbered = if *version == 1 { stem } else { format!("{stem}_{version}") };
        let mut full = numbered.clone();
        while !taken.insert(full.clone()) {
            full.push('\'');
        }
        if *version > 1 {
            let line = points.first().and_then(|it| it.line);
            let message = format!("{id}: name or unit change to `{name}` ({unit}); kept apart as {full}");
            found.warn(About::DefinitionBreak, line, message);
        }
        let known = definitions::version(&id, &name);
        let definition = Definition {
            version: if known == "1" { version.to_string() } else { known },
            text: name.clone(),
            source: points.first().map(|it| it.source.clone()).unwrap_or_default(),
        };
        found.series.push(Series { id: full, name, unit, region: None, kind, role: Role::Single, definition, points });
    }
}
