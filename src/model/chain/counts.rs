use wide::f64x4;

use super::at_work::{AtWork, Span};
use super::kept::Kept;
use super::members::{Acting, Members, Row};
use super::{Euros, PerUnit};
use crate::model::{At as _, IndicatorAt, List, MeasureAt};

/// Change of every indicator's count, year by year and member by member, as far as money reaches it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Of each indicator all members in the first year that is kept, then in the next. What is not reached may hold those of
    /// another scenario, whose room is used again.
    cells: List<IndicatorAt, Row>,
    is_reached: List<IndicatorAt, bool>,
}

impl Counts {
    /// Whether any money reaches an indicator.
    pub fn reach(&self, indicator: IndicatorAt) -> bool {
        self.is_reached.get(indicator) == Some(&true)
    }
}

impl Members {
    /// Change of every indicator's count in every year and member, as far as money reaches it.
    pub fn counts(&self, euros: &Euros) -> Counts {
        let mut counts = self.begin(Counts::default());
        euros.pairs().for_each(|(measure, euros)| self.add(&mut counts, measure, euros));
        self.hand_on(&mut counts);
        counts
    }

    /// Counts that no money has reached yet, in the room of earlier ones.
    pub fn begin(&self, mut counts: Counts) -> Counts {
        counts.cells.resize(self.equations.subjects.len(), Row::new());
        counts.is_reached = vec![false; self.equations.subjects.len()].into();
        counts
    }

    /// Adds what the euros of a measure do by themselves: four members at a time through all years, so that what one needs
    /// stays near.
    pub fn add(&self, counts: &mut Counts, measure: MeasureAt, euros: &[f64]) {
        let acting = self.acting_of(measure);
        let Some(terms) = self.equations.measures.get(measure).filter(|_| !acting.is_empty()) else { return };
        let spans = Span::all(euros);
        if spans.is_empty() {
            return;
        }
        acting.iter().for_each(|(effect, _)| self.reach(counts, effect.indicator));
        let Some(price) = self.price(measure) else { return };
        let at_work = AtWork::of(&spans, self.needed(&acting), terms.starts_after);
        let mut working = vec![f64x4::ZERO; self.equations.years];
        for (four, (life, units_per_euro)) in price.life.iter().zip(&price.units_per_euro).enumerate() {
            at_work.units(&mut working, *life, *units_per_euro);
            for (effect, acting) in &acting {
                let Some(kept) = self.kept.get(effect.indicator) else { continue };
                let cells =
                    counts.cells.get_mut(effect.indicator).and_then(|it| it.get_mut(four..)).into_iter().flatten();
                acting.add(four, &working, kept, cells.step_by(self.fours()));
            }
        }
    }

    /// The years in which it must be known how many units of a measure work.
    fn needed(&self, acting: &[(&PerUnit, &Acting)]) -> Vec<usize> {
        let is_all = |(effect, acting): &(&PerUnit, &Acting)| {
            acting.arriving.is_some() || self.kept.get(effect.indicator) != Some(&self.looked_at)
        };
        if acting.iter().any(is_all) { (0..self.equations.years).collect() } else { self.looked_at.years.clone() }
    }

    /// Zeros where nothing has been added yet.
    fn reach(&self, counts: &mut Counts, indicator: IndicatorAt) {
        let (Some(cells), Some(is_reached), Some(kept)) =
            (counts.cells.get_mut(indicator), counts.is_reached.get_mut(indicator), self.kept.get(indicator))
        else {
            return;
        };
        if !std::mem::replace(is_reached, true) {
            cells.clear();
            cells.resize(self.fours() * kept.years.len(), f64x4::ZERO);
        }
    }

    /// Hands on what is linked, year by year, once everything is added.
    pub fn hand_on(&self, counts: &mut Counts) {
        let links = &self.equations.links;
        // A change passes one more link with each look.
        for link in links.iter().flat_map(|_| links) {
            if counts.reach(link.from) {
                self.reach(counts, link.to);
            }
        }
        if !links.iter().any(|it| counts.reach(it.from)) {
            return;
        }
        let given: Vec<_> = links.iter().zip(self.links()).filter(|(it, _)| counts.reach(it.from)).collect();
        for before in 0..self.equations.years.saturating_sub(1) {
            for (link, per_count) in &given {
                let places = [self.place(link.from, before), self.place(link.to, before + 1)];
                let cells = counts.cells.get_disjoint_mut([link.from.before(), link.to.before()]);
                let ([Some(given), Some(place)], Ok([from, to])) = (places, cells) else { continue };
                let given = from.get(given..).unwrap_or_default().iter().zip(*per_count);
                let cells = to.get_mut(place..).unwrap_or_default().iter_mut();
                cells.zip(given).for_each(|(count, (given, per_count))| *count += *per_count * *given);
            }
        }
    }

    /// Where the cells of an indicator in a year begin, if it is kept.
    fn place(&self, indicator: IndicatorAt, t: usize) -> Option<usize> {
        Some(self.kept.get(indicator)?.place(t)? * self.fours())
    }

    /// Change of an indicator's count in a year, four by four; none where no money reaches it.
    pub(super) fn row<'a>(&self, counts: &'a Counts, indicator: IndicatorAt, t: usize) -> Option<&'a [f64x4]> {
        let first = self.place(indicator, t).filter(|_| counts.reach(indicator))?;
        counts.cells.get(indicator)?.get(first..first + self.fours())
    }
}

impl Acting {
    /// Adds what the working units change for four members (chain.md, Arrival and Count).
    fn add<'a>(&self, four: usize, working: &[f64x4], kept: &Kept, cells: impl Iterator<Item = &'a mut f64x4>) {
        let Some(per_unit) = self.per_unit.get(four) else { return };
        let Some(arriving) = &self.arriving else {
            for (cell, t) in cells.zip(&kept.years) {
                *cell += *per_unit * working.get(*t).copied().unwrap_or_default();
            }
            return;
        };
        let Some(arriving) = arriving.get(four) else { return };
        let (mut arrived, mut working) = (f64x4::ZERO, working.iter());
        for (cell, gap) in cells.zip(&kept.gaps) {
            for working in working.by_ref().take(*gap) {
                arrived += *arriving * (*working - arrived);
            }
            *cell += *per_unit * arrived;
        }
    }
}
