//! CO₂ balances in the format of klimawatch (Code for Münster): `year,category,type,co2,note`, thousands of tonnes.
//!
//! `Gesamt` is the printed total beside its sectors and never one of them; `geplant` stands in series of its own; the row
//! marked `last_emissions` names the year that a carbon budget starts from; `Einwohner` are people.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{key, year, years_told};
use super::report::Indicators;
use super::values::{Definition, Kind, Point, Role, Series};
use super::warning::About;
use crate::sheet::{Sheet, column};

/// Unit of every category but the inhabitants, as the format says.
pub const UNIT: &str = "1.000 t CO2";
/// Relative and absolute (in 1 000 t) difference between sectors and total that rounding may leave.
const ROUNDING: (f64, f64) = (0.005, 2.0);
/// Tonnes per head and year that a German town can have: a thousand too much or too little lies far outside.
const PER_HEAD: (f64, f64) = (0.5, 60.0);
/// How many times as much as the whole administration a part of it cannot emit.
const MUNICIPAL: f64 = 5.0;

/// Administrations that a town can have; more are no town's.
const WHOLES: usize = 10;

/// Columns of the format.
pub struct Columns {
    year: usize,
    category: usize,
    kind: usize,
    co2: usize,
    note: Option<usize>,
}

impl Columns {
    /// Where they stand.
    fn used(&self) -> [Option<usize>; 5] {
        [Some(self.year), Some(self.category), Some(self.kind), Some(self.co2), self.note]
    }

    /// Those that name a series and a year.
    pub fn key(&self) -> Vec<usize> {
        [self.year, self.category, self.kind].into_iter().chain(self.note).collect()
    }

    /// The one that holds the values.
    pub fn figures(&self) -> usize {
        self.co2
    }
}

/// The columns, if this is such a file.
pub fn columns(header: &[String]) -> Option<Columns> {
    let of = |name: &str| column(header, &[name]);
    Some(Columns { year: of("year")?, category: of("category")?, kind: of("type")?, co2: of("co2")?, note: of("note") })
}

/// What a row is about.
fn kind(word: &str) -> Option<Kind> {
    match word.to_lowercase().as_str() {
        "real" | "einwohner" => Some(Kind::Actual),
        "geplant" => Some(Kind::Plan),
        _ => None,
    }
}

/// Reads a balance.
pub fn klimawatch(sheet: &Sheet, columns: &Columns, name: &str) -> Indicators {
    let mut found = Indicators::new("klimawatch");
    let mut series: BTreeMap<(String, Kind), Series> = BTreeMap::new();
    if let Some(unread) = sheet.unread(&columns.used()) {
        found.warn(About::Reading, None, unread);
    }
    let mut marked: Vec<(u64, u16, bool)> = Vec::new();
    for (line, cells) in &sheet.rows {
        found.rows += 1;
        let line = *line;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let (category, word) = (cell(columns.category), cell(columns.kind));
        let Some(year) = year(cell(columns.year)) else {
            found.skip(Some(line), format!("expected a year, found `{}`", cell(columns.year)));
            continue;
        };
        let Some(kind) = kind(word) else {
            found.skip(Some(line), format!("expected real, geplant or Einwohner, found `{word}`"));
            continue;
        };
        let value = match sheet.number(columns.co2, cell(columns.co2)) {
            Ok(Some(value)) => value,
            Ok(None) => {
                found.skip(Some(line), format!("{category} {year}: no value"));
                continue;
            }
            Err(reason) => {
                found.skip(Some(line), format!("{category} {year}: {reason}"));
                continue;
            }
        };
        let id = key(category);
        if id.is_empty() {
            found.skip(Some(line), "expected a category, found none");
            continue;
        }
        let note = columns.note.map(cell).unwrap_or_default();
        if note == "last_emissions" {
            marked.push((line, year, id == "gesamt" && kind == Kind::Actual));
        }
        let entry = series.entry((id.clone(), kind)).or_insert_with(|| new(&id, category, kind));
        let source = note.to_owned();
        entry.points.push(Point { year, value, basis: word.to_owned(), source, line: Some(line) });
    }
    found.series = series.into_values().collect();
    found.sort();
    base_year(&marked, &mut found);
    sectors(&mut found);
    municipal(&mut found);
    per_head(&mut found);
    found.finish(name)
}

fn new(id: &str, category: &str, kind: Kind) -> Series {
    let is_people = id == "einwohner";
    let role = match id {
        "gesamt" => Role::Total,
        _ if is_people => Role::Single,
        _ => Role::Part,
    };
    Series {
        id: if kind == Kind::Plan { format!("{id}_plan") } else { id.to_owned() },
        name: category.to_owned(),
        unit: if is_people { "Personen".to_owned() } else { UNIT.to_owned() },
        region: None,
        kind,
        role,
        definition: Definition {
            version: "1".to_owned(),
            text: "emissions of the town's own balance, thousands of tonnes of CO2".to_owned(),
            source: "klimawatch".to_owned(),
        },
        points: Vec::new(),
    }
}

/// The year marked `last_emissions`; it should be one, on a real total.
fn base_year(marked: &[(u64, u16, bool)], found: &mut Indicators) {
    match marked {
        [] => found.warn(About::Reading, None, "no row is marked last_emissions: no base year for a carbon budget"),
        [(_, year, true)] => found.base_year = Some(*year),
        [(line, _, false)] => {
            found.warn(About::Reading, Some(*line), "last_emissions stands on a row that is no real Gesamt: not used");
        }
        [_, (line, ..), ..] => {
            found.warn(About::Reading, Some(*line), "last_emissions stands on several rows: none is used");
        }
    }
}

/// Compares the sectors with the printed total, year by year; years without every sector are told and not compared.
fn sectors(found: &mut Indicators) {
    for kind in [Kind::Actual, Kind::Plan] {
        let of = |role: Role| found.series.iter().filter(move |it| it.kind == kind && it.role == role);
        let Some(total) = of(Role::Total).next() else { continue };
        let parts: Vec<&Series> = of(Role::Part).collect();
        if parts.is_empty() {
            continue;
        }
        let (mut warnings, mut partial) = (Vec::new(), Vec::new());
        let mut wrong: BTreeMap<Option<&str>, Vec<String>> = BTreeMap::new();
        for point in &total.points {
            let known: Vec<(&str, f64)> =
                parts.iter().filter_map(|it| Some((it.name.as_str(), it.value(point.year)?))).collect();
            let sum: f64 = known.iter().map(|(_, value)| value).sum();
            let allowed = ROUNDING.1.max(ROUNDING.0 * point.value.abs());
            let is_off = |sum: f64| (sum - point.value).abs() > allowed;
            if known.len() < parts.len() && (known.is_empty() || is_off(sum)) {
                partial.push(point.year);
            } else if is_off(sum) {
                // Of several sectors that would explain it, the one that does so best.
                let rest = |value: f64| (sum - value - point.value).abs();
                let alone = known
                    .iter()
                    .filter(|(_, value)| !is_off(sum - value))
                    .min_by(|one, other| rest(one.1).total_cmp(&rest(other.1)))
                    .map(|(name, _)| *name);
                let told = format!("{}: {sum:.1} against {:.1}", point.year, point.value);
                wrong.entry(alone).or_default().push(told);
            }
        }
        for (alone, years) in wrong {
            let years = years.join(", ");
            warnings.push(match alone {
                Some(name) => format!(
                    "sectors and Gesamt disagree ({years}); without `{name}` they agree: it is not in the total, or part \
                     of another sector"
                ),
                None => format!("sectors and Gesamt disagree ({years})"),
            });
        }
        if !partial.is_empty() {
            let years = years_told(&partial);
            warnings.push(format!("not every sector has a value for {years}: no comparison with Gesamt there"));
        }
        for message in warnings {
            found.warn(About::Total, None, message);
        }
    }
}

/// A part of the municipality, such as its fleet, cannot emit many times what its administration does.
fn municipal(found: &mut Indicators) {
    let is_whole = |name: &str| ["verwaltung", "einrichtungen"].iter().any(|word| name.contains(word));
    let names: Vec<(String, &Series)> = found.series.iter().map(|it| (it.name.to_lowercase(), it)).collect();
    let ours = names.iter().filter(|(name, it)| name.starts_with("kommunal") && it.kind == Kind::Actual);
    let (mut wholes, parts): (Vec<_>, Vec<_>) = ours.partition(|(name, _)| is_whole(name));
    wholes.truncate(WHOLES);
    let mut warnings = BTreeSet::new();
    for (_, part) in &parts {
        for point in &part.points {
            for (_, whole) in &wholes {
                if let Some(level) = whole.value(point.year).filter(|level| point.value > MUNICIPAL * level.abs()) {
                    warnings.insert((
                        point.line,
                        format!(
                            "{}: {} {} beside {} {level}, both in thousands of tonnes: check unit and decimal sign",
                            point.year, part.name, point.value, whole.name
                        ),
                    ));
                }
            }
        }
    }
    for (line, message) in warnings {
        found.warn(About::Implausible, line, message);
    }
}

/// The total per head where the file tells the inhabitants; its unit is doubtful far from what people emit.
fn per_head(found: &mut Indicators) {
    let of = |id: &str| found.series.iter().find(|it| it.id == id && it.kind == Kind::Actual);
    let (Some(total), Some(people)) = (of("gesamt"), of("einwohner")) else { return };
    let Some(people) = people.points.last().map(|it| it.value).filter(|it| *it > 0.0) else { return };
    let Some(last) = total.points.iter().max_by_key(|it| it.year) else { return };
    let tonnes = last.value * 1000.0 / people;
    if !(PER_HEAD.0..=PER_HEAD.1).contains(&tonnes) {
        let message = format!("{}: {tonnes:.2} t CO2 per head: check unit and decimal sign", last.year);
        let line = last.line;
        found.warn(About::Implausible, line, message);
    }
}
