//! A scenario as a file: versioned, readable, fitted to the town with warnings, never half taken over.

use serde::{Deserialize, Serialize};

use super::place::spread;
use crate::model::{Cell, Money, Move, Scenario, Town, Year};

/// Name of the format in every file.
pub const FORMAT: &str = "zukunftshaushalt-scenario";

/// The newest version this program writes and reads.
///
/// 1: moves and taxes. 2: shocks as well. A file is written in the oldest version that can hold it, so that a program
/// that knows no shocks still opens every scenario without them.
const VERSION: u32 = 2;

/// What every version of a scenario file names first, whatever else it holds.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// What stands in a scenario file (Szenariodatei).
///
/// ```json
/// { "format": "zukunftshaushalt-scenario", "version": 1, "pack": "muenster-2026", "name": "Mehr Radwege",
///   "saved": "2026-11-22",
///   "moves": [{ "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000 }],
///   "taxes": [{ "tax": "trade_tax", "multiplier": 465 }] }
/// ```
///
/// A file with shocks has version 2 and `"shocks": ["starkregen"]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// Key of town and budget year.
    pub pack: String,
    /// Name given by the person.
    #[serde(default)]
    pub name: String,
    /// Date of saving, `YYYY-MM-DD`, possibly empty.
    #[serde(default)]
    pub saved: String,
    /// What was moved.
    #[serde(default)]
    pub moves: Vec<MoveEntry>,
    /// Tax multipliers that differ from the plan.
    #[serde(default)]
    pub taxes: Vec<TaxEntry>,
    /// Keys of the shocks that are switched on, since version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shocks: Vec<String>,
}

/// A moved lever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveEntry {
    /// Key of the lever.
    pub lever: String,
    /// Key of the field of action, or `overhead`; left out, the lever moves for all its purposes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Change in euros per year, gross.
    pub euros_per_year: Money,
    /// First year, by default the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Year>,
    /// Last year, by default the horizon; for investment the last year of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Year>,
}

/// A changed multiplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxEntry {
    /// Key of the tax.
    pub tax: String,
    /// Multiplier in percent.
    pub multiplier: f64,
}

/// What did not fit and was left out or limited.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The town knows no such lever, purpose, tax or shock.
    Unknown(String),
    /// The change was limited to the allowed range.
    Limited(String),
}

/// A file that was read: its scenario and what had to be changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Name in the file.
    pub name: String,
    /// The scenario, fitted to the town.
    pub scenario: Scenario,
    /// What did not fit.
    pub warnings: Vec<Warning>,
}

/// Why a file was refused whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not a scenario file: line and what was expected.
    NotAScenario(String),
    /// Written by a newer program.
    Newer(u32),
    /// Belongs to another town or year.
    OtherPack(String),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAScenario(why) => write!(f, "expected a scenario file: {why}"),
            Self::Newer(version) => write!(f, "expected version {VERSION} at most, found version {version}"),
            Self::OtherPack(pack) => write!(f, "the scenario belongs to `{pack}`"),
        }
    }
}

impl ScenarioFile {
    /// A file of a scenario; `saved` is the date as `YYYY-MM-DD`.
    pub fn of(town: &Town, scenario: &Scenario, name: &str, saved: &str) -> Self {
        let moves = scenario.moves.iter().filter_map(|(cell, it)| {
            Some(MoveEntry {
                lever: town.levers.get(cell.lever)?.id.clone(),
                purpose: Some(town.purpose_key(cell.purpose)?.to_owned()),
                euros_per_year: it.amount,
                from: Some(it.from),
                to: Some(it.to),
            })
        });
        let taxes = scenario.taxes.iter().filter_map(|(index, multiplier)| {
            Some(TaxEntry { tax: town.taxes.get(*index)?.id.clone(), multiplier: *multiplier })
        });
        let shocks: Vec<String> =
            scenario.shocks.iter().filter_map(|index| Some(town.shocks.get(*index)?.id.clone())).collect();
        Self {
            format: FORMAT.to_owned(),
            version: if shocks.is_empty() { 1 } else { VERSION },
            pack: town.id.clone(),
            name: name.to_owned(),
            saved: saved.to_owned(),
            moves: moves.collect(),
            taxes: taxes.collect(),
            shocks,
        }
    }

    /// The text of the file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Reads a scenario file for a town: refused whole, or fitted with warnings.
pub fn open(town: &Town, text: &str) -> Result<Opened, Refused> {
    let refused = |error: serde_json::Error| Refused::NotAScenario(error.to_string());
    // The head first: a newer file may hold keys that this program does not know.
    let head: Head = serde_json::from_str(text).map_err(refused)?;
    if head.format != FORMAT {
        return Err(Refused::NotAScenario(format!("format is `{}`", head.format)));
    }
    if head.version > VERSION {
        return Err(Refused::Newer(head.version));
    }
    let file: ScenarioFile = serde_json::from_str(text).map_err(refused)?;
    if file.pack != town.id {
        return Err(Refused::OtherPack(file.pack));
    }
    let mut opened = Opened { name: file.name, scenario: Scenario::default(), warnings: Vec::new() };
    for entry in &file.moves {
        take_move(town, entry, &mut opened);
    }
    for entry in &file.taxes {
        let Some((index, tax)) = town.taxes.pairs().find(|(_, it)| it.id == entry.tax) else {
            opened.warnings.push(Warning::Unknown(entry.tax.clone()));
            continue;
        };
        let allowed = tax.clamp(entry.multiplier);
        if allowed != entry.multiplier {
            opened.warnings.push(Warning::Limited(entry.tax.clone()));
        }
        if allowed != tax.multiplier {
            opened.scenario.taxes.insert(index, allowed);
        }
    }
    for key in &file.shocks {
        match town.shocks.find(|it| it.id == *key) {
            Some(index) if opened.scenario.shocks.contains(&index) => {}
            Some(index) => opened.scenario.toggle_shock(index),
            None => opened.warnings.push(Warning::Unknown(key.clone())),
        }
    }
    Ok(opened)
}

fn take_move(town: &Town, entry: &MoveEntry, opened: &mut Opened) {
    let Some(lever) = town.levers.find(|it| it.id == entry.lever) else {
        opened.warnings.push(Warning::Unknown(entry.lever.clone()));
        return;
    };
    let cells: Vec<Cell> = match &entry.purpose {
        Some(key) => match town.purpose(key) {
            Some(purpose) => vec![Cell { lever, purpose }],
            None => {
                opened.warnings.push(Warning::Unknown(key.clone()));
                return;
            }
        },
        None => town.purposes().into_iter().map(|purpose| Cell { lever, purpose }).collect(),
    };
    let span =
        (entry.from.unwrap_or(town.year).max(town.year), entry.to.unwrap_or(town.last_year(lever)).min(town.horizon));
    if span.0 > span.1 {
        opened.warnings.push(Warning::Limited(entry.lever.clone()));
        return;
    }
    // Without a purpose the change is spread over all of them in proportion to their room.
    let placement = spread(town, &opened.scenario, &cells, entry.euros_per_year);
    for it in placement.transfers {
        if it.after.is_zero() {
            opened.scenario.moves.remove(&it.cell);
        } else {
            opened.scenario.moves.insert(it.cell, Move { amount: it.after, from: span.0, to: span.1 });
        }
    }
    if placement.unplaced.abs() > Money::from_cents(100) {
        opened.warnings.push(Warning::Limited(entry.lever.clone()));
    }
}
