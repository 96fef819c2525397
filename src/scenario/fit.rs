//! Fitting to a town what comes from outside: within its bounds and years, with a word for everything that changes.

use std::fmt;

use litemap::LiteMap;

use super::file::{CellKey, Draft, FOREIGN, MoveEntry, Portable, Refused, TaxEntry, clean};
use super::place::spread;
use crate::model::{Cell, Money, Move, Scenario, ShockAt, Tax, TaxAt, Town, Year};

/// What a warning is about, by its key; the town knows its name (Gegenstand).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A lever.
    Lever(String),
    /// A tax.
    Tax(String),
}

/// What did not fit and was left out or changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// The town knows no such lever, purpose, tax or shock; its key, cut short.
    Unknown(String),
    /// The change was limited to the allowed range.
    Limited(Subject),
    /// The change was rounded to whole cents or whole points.
    Rounded(Subject),
    /// It stands in the file more than once for the same years, and was added up.
    Added(Subject),
    /// Its years were cut to the model's.
    CutYears(Subject),
    /// None of its years is one of the model's, and it was left out.
    NoYears(Subject),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Lever(key) | Self::Tax(key)) = self;
        write!(f, "`{key}`")
    }
}

/// For programs; the page has its own words.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(key) => write!(f, "`{key}` is unknown and was left out"),
            Self::Limited(it) => write!(f, "{it} was limited to what the pack allows"),
            Self::Rounded(it) => write!(f, "{it} was rounded to whole cents or points"),
            Self::Added(it) => write!(f, "{it} stands in the file more than once and was added up"),
            Self::CutYears(it) => write!(f, "{it} was cut to the years of the model"),
            Self::NoYears(it) => write!(f, "{it} has no year within the model and was left out"),
        }
    }
}

/// What a session may take over as it is (eingepasstes Szenario); made by [`fit()`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    scenario: Scenario,
    locks: Vec<Cell>,
    note: String,
}

impl Fitted {
    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Locked cells in rising order.
    pub fn locks(&self) -> &[Cell] {
        &self.locks
    }

    /// The person's note.
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// A draft that was opened: what a session takes over, and what had to be changed (geöffneter Entwurf).
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Name of the draft.
    pub name: String,
    /// The scenario, fitted to the town.
    pub fitted: Fitted,
    /// What did not fit, each once, in order.
    pub warnings: Vec<Warning>,
}

/// Reads a file for a town: refused whole, or fitted with warnings.
///
/// ```
/// use zukunftshaushalt::pack::{load, muenster};
/// use zukunftshaushalt::scenario::open;
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let file = r#"{ "format": "zukunftshaushalt-scenario", "version": 1, "pack": "muenster-2026",
///     "moves": [{ "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000 }], "taxes": [] }"#;
/// let opened = open(&town, file).expect("the file fits the town");
/// assert!(opened.warnings.is_empty());
///
/// assert!(open(&town, &file.replace("radwege", "")).is_ok_and(|it| !it.warnings.is_empty()));
/// assert!(open(&town, "no JSON").is_err());
/// ```
pub fn open(town: &Town, text: &str) -> Result<Opened, Refused> {
    fit(town, &Draft::read(text)?)
}

/// Fits a draft to a town (einpassen): the only way in for what comes from outside.
pub fn fit(town: &Town, draft: &Draft) -> Result<Opened, Refused> {
    if draft.pack != town.id {
        return Err(Refused::OtherPack(draft.pack.clone()));
    }
    let mut fit = Fit { town, warnings: Vec::new() };
    let Portable { moves, taxes, shocks } = &draft.scenario;
    // Written out whole, so that a new field cannot vanish on the way in.
    let scenario = Scenario { moves: fit.moves(moves)?, taxes: fit.taxes(taxes)?, shocks: fit.shocks(shocks) };
    let fitted = Fitted { scenario, locks: fit.locks(&draft.locks), note: draft.note().to_owned() };
    let mut warnings = fit.warnings;
    warnings.sort_unstable();
    warnings.dedup();
    Ok(Opened { name: draft.name().to_owned(), fitted, warnings })
}

struct Fit<'a> {
    town: &'a Town,
    warnings: Vec<Warning>,
}

impl Fit<'_> {
    fn unknown(&mut self, key: &str) {
        self.warnings.push(Warning::Unknown(clean(key, FOREIGN)));
    }

    fn moves(&mut self, entries: &[MoveEntry]) -> Result<LiteMap<Cell, Move>, Refused> {
        let mut moves = LiteMap::new();
        // Years of every cell that was named, for those that are named again.
        let mut spans = LiteMap::new();
        for entry in entries {
            self.take(entry, &mut moves, &mut spans)?;
        }
        Ok(moves)
    }

    fn take(
        &mut self,
        entry: &MoveEntry,
        moves: &mut LiteMap<Cell, Move>,
        spans: &mut LiteMap<Cell, (Year, Year)>,
    ) -> Result<(), Refused> {
        let town = self.town;
        let Some(lever) = town.levers.find(|it| it.id == entry.lever) else {
            self.unknown(&entry.lever);
            return Ok(());
        };
        let cells: Vec<Cell> = match entry.purpose.as_deref().map(|key| (key, town.purpose(key))) {
            None => town.purposes().into_iter().map(|purpose| Cell { lever, purpose }).collect(),
            Some((_, Some(purpose))) => vec![Cell { lever, purpose }],
            Some((key, None)) => {
                self.unknown(key);
                return Ok(());
            }
        };
        let mut warn =
            |warning: fn(Subject) -> Warning| self.warnings.push(warning(Subject::Lever(entry.lever.clone())));
        let asked = (entry.from.unwrap_or(town.year), entry.to.unwrap_or(town.last_year(lever)));
        let span = (asked.0.max(town.year), asked.1.min(town.horizon));
        if span.0 > span.1 {
            warn(Warning::NoYears);
            return Ok(());
        }
        if span != asked {
            warn(Warning::CutYears);
        }
        let wish = Money::from_euros(entry.euros_per_year);
        if !is_whole(entry.euros_per_year * 100.0) {
            warn(Warning::Rounded);
        }
        // Without a purpose the change is spread over all of them in proportion to their room.
        let before = |cell: &Cell| moves.get(cell).map_or(Money::ZERO, |it: &Move| it.amount);
        let placement = spread(town, before, &cells, wish);
        for it in placement.transfers {
            match spans.insert(it.cell, span) {
                Some(other) if other != span => {
                    return Err(Refused::TwoSpans { lever: entry.lever.clone(), spans: [other, span] });
                }
                Some(_) => warn(Warning::Added),
                None => {}
            }
            if it.after.is_zero() {
                moves.remove(&it.cell);
            } else {
                moves.insert(it.cell, Move { amount: it.after, from: span.0, to: span.1 });
            }
        }
        if !placement.unplaced.is_zero() {
            warn(Warning::Limited);
        }
        Ok(())
    }

    fn taxes(&mut self, entries: &[TaxEntry]) -> Result<LiteMap<TaxAt, f64>, Refused> {
        let mut named: LiteMap<TaxAt, f64> = LiteMap::new();
        for TaxEntry { tax: key, multiplier } in entries {
            let Some(index) = self.town.taxes.find(|it| it.id == *key) else {
                self.unknown(key);
                continue;
            };
            if named.insert(index, *multiplier).is_some() {
                return Err(Refused::TwoMultipliers { tax: key.clone() });
            }
        }
        let mut taxes = LiteMap::new();
        for (index, asked) in &named {
            let Some(tax) = self.town.taxes.get(*index) else { continue };
            let allowed = self.multiplier(tax, *asked);
            if allowed != tax.multiplier {
                taxes.insert(*index, allowed);
            }
        }
        Ok(taxes)
    }

    fn multiplier(&mut self, tax: &Tax, asked: f64) -> f64 {
        let allowed = tax.clamp(asked);
        let subject = || Subject::Tax(tax.id.clone());
        if allowed != asked {
            let is_rounded = allowed == asked.round();
            self.warnings.push(if is_rounded { Warning::Rounded(subject()) } else { Warning::Limited(subject()) });
        }
        allowed
    }

    fn shocks(&mut self, keys: &[String]) -> Vec<ShockAt> {
        let mut shocks = Vec::new();
        for key in keys {
            match self.town.shocks.find(|it| it.id == *key) {
                Some(index) => shocks.push(index),
                None => self.unknown(key),
            }
        }
        shocks.sort_unstable();
        shocks.dedup();
        shocks
    }

    fn locks(&mut self, keys: &[CellKey]) -> Vec<Cell> {
        let mut locks = Vec::new();
        for CellKey { lever, purpose } in keys {
            match (self.town.levers.find(|it| it.id == *lever), self.town.purpose(purpose)) {
                (Some(lever), Some(purpose)) => locks.push(Cell { lever, purpose }),
                (None, _) => self.unknown(lever),
                (_, None) => self.unknown(purpose),
            }
        }
        locks.sort_unstable();
        locks.dedup();
        locks
    }
}

/// Whether a number is whole but for what its decimal notation leaves in its last bits.
fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() <= value.abs() * f64::EPSILON * 4.0
}
