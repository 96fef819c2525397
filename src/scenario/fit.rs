//! Fitting to a town what comes from outside: within its bounds and years, with a word for everything that changes.

use std::sync::Arc;

use litemap::LiteMap;

use super::file::{CellKey, Draft, FOREIGN, Movable, MoveEntry, Portable, TaxEntry, clean};
use super::place::spread;
use super::problems::{Refused, Subject, Warning};
use super::reasons::{Changed, Reasons, left};
use super::taken::{Span, Taken};
use crate::model::{Cell, Choice, LeverAt, MeasureAt, Money, Scenario, ShockAt, Tax, TaxAt, Town, Year};

/// What a session may take over as it is (eingepasstes Szenario); made by [`fit()`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    scenario: Scenario,
    locks: Vec<Cell>,
    note: String,
    reasons: Arc<Reasons>,
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

    /// The person's reasons for what the scenario changes.
    pub fn reasons(&self) -> &Arc<Reasons> {
        &self.reasons
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
/// let file = r#"{ "format": "zukunftshaushalt-scenario", "version": 5, "pack": "muenster-2026",
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
    let mut fit = Fit { town, is_older: draft.is_older(), reasons: Reasons::default(), warnings: Vec::new() };
    let Portable { moves, taxes, shocks } = &draft.scenario;
    if draft.is_older() && !(moves.is_empty() && taxes.is_empty()) {
        fit.warnings.push(Warning::OlderModel(town.first_year));
    }
    let (cells, measures) = fit.moves(moves)?;
    // Written out whole, so that a new field cannot vanish on the way in.
    let scenario = Scenario {
        moves: cells.into_moves(),
        measures: measures.into_moves(),
        taxes: fit.taxes(taxes)?,
        shocks: fit.shocks(shocks),
    };
    let locks = fit.locks(&draft.locks);
    // What did not fit at all keeps no reason either.
    let reasons = left(&Arc::new(fit.reasons), &scenario);
    let fitted = Fitted { scenario, locks, note: draft.note().to_owned(), reasons };
    let mut warnings = fit.warnings;
    warnings.sort_unstable();
    warnings.dedup();
    Ok(Opened { name: draft.name().to_owned(), fitted, warnings })
}

struct Fit<'a> {
    town: &'a Town,
    is_older: bool,
    reasons: Reasons,
    warnings: Vec<Warning>,
}

impl Fit<'_> {
    fn unknown(&mut self, key: &str) {
        self.warnings.push(Warning::Unknown(clean(key, FOREIGN)));
    }

    /// Takes over why something is changed; of two reasons the later one.
    fn explain(&mut self, it: Changed, reason: Option<&str>) {
        if let Some(reason) = reason {
            self.reasons.insert(it, reason.into());
        }
    }

    fn moves(&mut self, entries: &[MoveEntry]) -> Result<(Taken<Cell>, Taken<MeasureAt>), Refused> {
        let (mut cells, mut measures) = (Taken::default(), Taken::default());
        let mut seen: LiteMap<_, ()> = LiteMap::new();
        for entry in entries {
            let (key, subject) = match &entry.what {
                Movable::Lever { lever, purpose } => ((lever, purpose.as_deref()), Subject::Lever(lever.clone())),
                Movable::Measure { measure } => ((measure, Some("\0")), Subject::Measure(measure.clone())),
            };
            if seen.insert((key, entry.euros_per_year.to_bits(), entry.from, entry.to), ()).is_some() {
                return Err(Refused::Doubled { subject });
            }
            match &entry.what {
                Movable::Lever { lever, purpose } => self.lever(entry, lever, purpose.as_deref(), &mut cells)?,
                Movable::Measure { measure } => self.measure(entry, measure, &mut cells, &mut measures)?,
            }
        }
        Ok((cells, measures))
    }

    fn lever(
        &mut self,
        entry: &MoveEntry,
        key: &str,
        purpose: Option<&str>,
        cells: &mut Taken<Cell>,
    ) -> Result<(), Refused> {
        let town = self.town;
        let Some(lever) = town.levers.find(|it| it.id == key) else {
            self.unknown(key);
            return Ok(());
        };
        let named = match purpose.map(|key| (key, town.purpose(key))) {
            None => whole(town, lever),
            Some((_, Some(purpose))) => vec![Cell { lever, purpose }],
            Some((key, None)) => {
                self.unknown(key);
                return Ok(());
            }
        };
        self.spread(entry, &Subject::Lever(key.to_owned()), &named, cells)
    }

    /// The usual measure of a lever is moved by all its cells, every other one by itself.
    fn measure(
        &mut self,
        entry: &MoveEntry,
        key: &str,
        cells: &mut Taken<Cell>,
        measures: &mut Taken<MeasureAt>,
    ) -> Result<(), Refused> {
        let town = self.town;
        let known = town.chain.measures.pairs().find(|(_, it)| it.id == key);
        let Some((at, measure)) = known else {
            self.unknown(key);
            return Ok(());
        };
        let subject = Subject::Measure(key.to_owned());
        if measure.is_usual {
            return self.spread(entry, &subject, &whole(town, measure.lever), cells);
        }
        let Some(span) = self.span(entry, &subject, town.last_year_of(at)) else { return Ok(()) };
        let wish = measures.amount(&at) + self.money(entry, &subject);
        let allowed = town.measure_room(at).clamp(wish);
        if allowed != measures.amount(&at) {
            self.set(measures, at, allowed, span, &subject)?;
            self.explain(Changed::Choice(Choice::Own(at)), entry.reason.as_deref());
        }
        if allowed != wish {
            self.warnings.push(Warning::Limited(subject));
        }
        Ok(())
    }

    /// Moves cells in proportion to their room.
    fn spread(
        &mut self,
        entry: &MoveEntry,
        subject: &Subject,
        named: &[Cell],
        cells: &mut Taken<Cell>,
    ) -> Result<(), Refused> {
        let Some(first) = named.first() else { return Ok(()) };
        let Some(span) = self.span(entry, subject, self.town.last_year(first.lever)) else { return Ok(()) };
        let wish = self.money(entry, subject);
        let placement = spread(self.town, |cell| cells.amount(cell), named, wish);
        for it in placement.transfers {
            self.set(cells, it.cell, it.after, span, subject)?;
            self.explain(Changed::Choice(Choice::Everyday(it.cell)), entry.reason.as_deref());
        }
        if !placement.unplaced.is_zero() {
            self.warnings.push(Warning::Limited(subject.clone()));
        }
        Ok(())
    }

    /// Takes an amount over; what was named before for the same years is told, for other years refused.
    fn set<K: Ord + Copy>(
        &mut self,
        taken: &mut Taken<K>,
        key: K,
        amount: Money,
        span: Span,
        subject: &Subject,
    ) -> Result<(), Refused> {
        match taken.set(key, amount, span) {
            Some(other) if other != span => {
                return Err(Refused::TwoSpans { subject: subject.clone(), spans: [other, span] });
            }
            Some(_) => self.warnings.push(Warning::Added(subject.clone())),
            None => {}
        }
        Ok(())
    }

    /// The years of an entry within those that can still be decided; none where there are none.
    ///
    /// Older files began with the plan; one warning before all others tells that this is over.
    fn span(&mut self, entry: &MoveEntry, subject: &Subject, last: Year) -> Option<Span> {
        let (first, horizon) = (self.town.first_year, self.town.horizon);
        let (from, to) = (entry.from.unwrap_or(first), entry.to.unwrap_or(last));
        let span = (from.max(first), to.min(horizon));
        if span.0 > span.1 {
            self.warnings.push(Warning::NoYears(subject.clone()));
            return None;
        }
        if to > horizon || from < first && !self.is_older {
            self.warnings.push(Warning::CutYears(subject.clone()));
        }
        Some(span)
    }

    /// The money of an entry in whole cents.
    fn money(&mut self, entry: &MoveEntry, subject: &Subject) -> Money {
        if !is_whole(entry.euros_per_year * 100.0) {
            self.warnings.push(Warning::Rounded(subject.clone()));
        }
        Money::from_euros(entry.euros_per_year)
    }

    fn taxes(&mut self, entries: &[TaxEntry]) -> Result<LiteMap<TaxAt, f64>, Refused> {
        let mut named: LiteMap<TaxAt, f64> = LiteMap::new();
        for TaxEntry { tax: key, multiplier, reason } in entries {
            let Some(index) = self.town.taxes.find(|it| it.id == *key) else {
                self.unknown(key);
                continue;
            };
            if named.insert(index, *multiplier).is_some() {
                return Err(Refused::TwoMultipliers { tax: key.clone() });
            }
            self.explain(Changed::Tax(index), reason.as_deref());
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

/// All cells of a lever.
fn whole(town: &Town, lever: LeverAt) -> Vec<Cell> {
    town.purposes().into_iter().map(|purpose| Cell { lever, purpose }).collect()
}

/// Whether a number is whole but for what its decimal notation leaves in its last bits.
fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() <= value.abs() * f64::EPSILON * 4.0
}
