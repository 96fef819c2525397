//! JSON of Wegweiser Kommune (Bertelsmann Stiftung): the answer of its map and that of its data service.
//!
//! Map: `{years, indicator: {…}, regions…: [{gkz, name, values: [per year]}]}`. Data service: `{years,
//! indicatorsAndTopics: [{…}], data: {regions: [{ars, title}], indicators: [{regionYearValues: [region][year]}]}}`.

use serde_json::Value;

use super::definitions::version;
use super::names::{YEARS, key, years_told};
use super::report::Indicators;
use super::values::{Definition, Kind, Point, Region, Role, Series};
use super::warning::About;

/// Years without a value after which the last ones are forecasts: the service lists 2030 right behind 2021.
const FORECAST_AFTER: u16 = 4;
/// What the keys of forecasts end with.
const AHEAD: &str = "_prognose";
/// Series that one file may hold; a file beyond is no answer of the service.
const MOST: usize = 200_000;

/// Reads either answer; refused is what is no JSON or neither shape.
pub fn wegweiser(text: &str) -> Result<Indicators, String> {
    let text = text.trim_start_matches('\u{feff}');
    let root: Value = serde_json::from_str(text).map_err(|error| format!("expected JSON, {error}"))?;
    let mut found = Indicators::new("wegweiser-kommune");
    let years = years(&root, &mut found);
    if years.is_empty() {
        return Err("expected `years` with at least one year".to_owned());
    }
    match (root.get("indicator"), root.get("data")) {
        (Some(indicator), _) => map(&root, indicator, &years, &mut found)?,
        (None, Some(data)) => service(&root, data, &years, &mut found)?,
        _ => return Err("expected `indicator` (map) or `data` (data service), found neither".to_owned()),
    }
    if found.series.iter().any(|it| it.id.ends_with(AHEAD)) {
        let message = format!("years far behind the others are read as forecasts, in series of their own (…{AHEAD})");
        found.warn(About::Reading, None, message);
    }
    found.sort();
    Ok(found.finish(""))
}

/// The years of the value columns in their order; what is no year stays none, so that the columns keep their places.
fn years(root: &Value, found: &mut Indicators) -> Vec<Option<u16>> {
    let listed = root.get("years").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut years = Vec::new();
    for (at, year) in listed.iter().enumerate() {
        let read = year.as_u64().and_then(|year| u16::try_from(year).ok());
        let read = read.filter(|year| (YEARS.0..=YEARS.1).contains(year));
        if read.is_none() {
            found.skip(None, format!("years[{at}]: expected a year, found {}", short(year)));
        }
        years.push(read);
    }
    years
}

/// The map answer: one indicator, values in every region.
fn map(root: &Value, indicator: &Value, years: &[Option<u16>], found: &mut Indicators) -> Result<(), String> {
    let about = Meta::of(indicator, years);
    let regions = regions(root).ok_or("expected a list of regions, found none")?;
    for (at, region) in regions.iter().enumerate() {
        let region = region.get("properties").unwrap_or(region);
        let place = place(region);
        let values = region.get("values").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        about.add(&place, values, years, &format!("regions[{at}] ({})", place.name), found)?;
    }
    Ok(())
}

/// The list of regions: an array under a key that starts with `regions`, or a collection of features there.
fn regions(root: &Value) -> Option<&Vec<Value>> {
    let fields = root.as_object()?;
    fields
        .iter()
        .filter(|(name, _)| name.starts_with("regions"))
        .find_map(|(_, list)| list.as_array().or_else(|| list.get("features").and_then(Value::as_array)))
}

/// The answer of the data service: several indicators, for each a table of regions and years, or null.
fn service(root: &Value, data: &Value, years: &[Option<u16>], found: &mut Indicators) -> Result<(), String> {
    let list = |of: &Value, name: &str| of.get(name).and_then(Value::as_array).cloned();
    let regions = list(data, "regions").ok_or("expected `data.regions`, found none")?;
    let tables = list(data, "indicators").ok_or("expected `data.indicators`, found none")?;
    let mut metas = list(root, "indicatorsAndTopics").ok_or("expected `indicatorsAndTopics`, found none")?;
    // Topics stand in the same list, without a unit and without values.
    if metas.len() != tables.len() {
        metas.retain(|meta| meta.get("unit").is_some());
    }
    if metas.len() != tables.len() {
        return Err(format!("expected one table for each of {} indicators, found {}", metas.len(), tables.len()));
    }
    for (at, (meta, table)) in metas.iter().zip(&tables).enumerate() {
        let about = Meta::of(meta, years);
        let Some(rows) = table.get("regionYearValues").and_then(Value::as_array) else {
            found.skip(None, format!("data.indicators[{at}] ({}): the service gives no values", about.name));
            continue;
        };
        if rows.len() != regions.len() {
            let message = format!(
                "data.indicators[{at}] ({}): expected {} regions, found {}; nothing of it is read",
                about.name,
                regions.len(),
                rows.len()
            );
            found.skip(None, message);
            continue;
        }
        for (region, row) in regions.iter().zip(rows) {
            let values = row.as_array().map(Vec::as_slice).unwrap_or_default();
            let place = place(region);
            about.add(&place, values, years, &format!("data.indicators[{at}] ({})", place.name), found)?;
        }
    }
    Ok(())
}

/// The region of an entry of either answer.
fn place(region: &Value) -> Region {
    let one_of = |names: &[&str]| names.iter().map(|name| text(region, name)).find(|it| !it.is_empty());
    Region {
        key: one_of(&["ars", "ags", "gkz"]).unwrap_or_default(),
        name: one_of(&["title", "name"]).unwrap_or_default(),
    }
}

/// What the service says about an indicator.
struct Meta {
    id: String,
    name: String,
    unit: String,
    definition: String,
    source: String,
    kind: Kind,
    /// First year that is a forecast although it stands among actual ones.
    forecast: Option<u16>,
}

impl Meta {
    fn of(indicator: &Value, years: &[Option<u16>]) -> Self {
        let (name, title) = (text(indicator, "name"), text(indicator, "title"));
        let id = [text(indicator, "friendlyUrl"), key(&name), key(&title)].into_iter().find(|it| !it.is_empty());
        let words = format!("{title} {}", text(indicator, "type")).to_lowercase();
        let kind = match words.contains("prognose") || words.contains("forecast") {
            true => Kind::Forecast,
            false => Kind::Actual,
        };
        let definition = [text(indicator, "calculation"), text(indicator, "explanation")];
        let listed = indicator.get("years").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let listed = listed.iter().filter_map(Value::as_u64).filter_map(|it| u16::try_from(it).ok());
        let all = years.iter().flatten().copied().chain(listed).collect();
        Self {
            id: id.unwrap_or_else(|| "indicator".to_owned()),
            name: if title.is_empty() { name } else { title },
            unit: text(indicator, "unit"),
            definition: definition.into_iter().find(|it| !it.is_empty()).unwrap_or_default(),
            source: text(indicator, "source"),
            kind,
            forecast: forecast(all),
        }
    }

    /// Adds the values of a region as a series of actual values and one of forecasts.
    fn add(
        &self,
        place: &Region,
        values: &[Value],
        years: &[Option<u16>],
        at: &str,
        found: &mut Indicators,
    ) -> Result<(), String> {
        if values.len() != years.len() {
            found.skip(None, format!("{at}: expected {} values, found {}", years.len(), values.len()));
            return Ok(());
        }
        if found.series.len() >= MOST {
            return Err(format!("expected at most {MOST} series in one file"));
        }
        let (mut actual, mut ahead, mut empty) = (Vec::new(), Vec::new(), Vec::new());
        for (year, value) in years.iter().zip(values) {
            let Some(year) = *year else { continue };
            found.rows += 1;
            match value {
                Value::Null => empty.push(year),
                Value::Number(number) => {
                    let value = number.as_f64().filter(|it| it.is_finite()).unwrap_or_default();
                    let point = Point { year, value, basis: String::new(), source: String::new(), line: None };
                    let is_ahead = self.kind == Kind::Forecast || self.forecast.is_some_and(|first| year >= first);
                    if is_ahead { ahead.push(point) } else { actual.push(point) }
                }
                other => found.skip(None, format!("{at}, {year}: expected a number, found {}", short(other))),
            }
        }
        if !empty.is_empty() {
            found.skip(None, format!("{at}: no value for {}", years_told(&empty)));
        }
        for (kind, points) in [(Kind::Actual, actual), (Kind::Forecast, ahead)] {
            if !points.is_empty() {
                found.series.push(self.series(place, kind, points));
            }
        }
        Ok(())
    }

    fn series(&self, place: &Region, kind: Kind, points: Vec<Point>) -> Series {
        let id = match (kind, self.kind) {
            (Kind::Forecast, Kind::Actual) => format!("{}{AHEAD}", self.id),
            _ => self.id.clone(),
        };
        Series {
            id,
            name: self.name.clone(),
            unit: self.unit.clone(),
            region: Some(place.clone()),
            kind,
            role: Role::Single,
            definition: Definition {
                version: version(&self.id, &self.name),
                text: self.definition.clone(),
                source: self.source.clone(),
            },
            points,
        }
    }
}

/// The first year behind a long gap.
fn forecast(mut years: Vec<u16>) -> Option<u16> {
    years.sort_unstable();
    years.windows(2).find_map(|pair| match pair {
        [one, next] if next - one > FORECAST_AFTER => Some(*next),
        _ => None,
    })
}

/// A text of an object, empty when missing.
fn text(of: &Value, name: &str) -> String {
    of.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

/// A value in at most forty letters.
fn short(value: &Value) -> String {
    value.to_string().chars().take(40).collect()
}
