//! What the indicators of a town count, and of how many.

use super::sheets::{Replaced, Sheets};
use super::tables::SharedRow;
use crate::model::{Ages, Basis, Bilingual, Count, CountBase, IndicatorAt, List, OwnNumberOf, Town};
use crate::pack::files::Problem;
use crate::pack::row::Place;

/// The counts by indicator: the base of the town's chain before the one of its page, and that before the catalogue's.
pub fn counts(sheets: &Sheets<'_>) -> List<IndicatorAt, Option<Count>> {
    sheets.town.indicators.places().map(|at| count(sheets, at)).collect()
}

fn count(sheets: &Sheets<'_>, at: IndicatorAt) -> Option<Count> {
    let page = sheets.town.indicators.get(at)?.count.clone();
    let shared = sheets.shared(at).map(|it| &it.row);
    let Some(own) = sheets.own(OwnNumberOf::CountBase, Replaced::Indicator(at)) else {
        return page.or_else(|| shared.and_then(default));
    };
    let (per, noun) = page.map(|it| (it.per, it.noun)).or_else(|| shared.and_then(named))?;
    let source = "chain/numbers.csv".to_owned();
    Some(Count { per, base: CountBase::Fixed(own.value), noun, basis: own.basis, source })
}

fn named(row: &SharedRow) -> Option<(f64, Bilingual)> {
    row.count_per.map(|per| (per, row.count.clone()))
}

/// The catalogue knows people by age, which every town has, and what counts nothing but itself.
fn default(row: &SharedRow) -> Option<Count> {
    let (per, noun) = named(row)?;
    let (base, basis, source) = match (row.count_base, row.count_age_from, row.count_age_to) {
        (Some(base), ..) => (CountBase::Fixed(base), Basis::Assumption, "catalogue/indicators.csv"),
        (None, Some(from), Some(to)) => (CountBase::Ages(Ages { from, to }), Basis::Estimate, "population.csv"),
        _ => return None,
    };
    Some(Count { per, base, noun, basis, source: source.to_owned() })
}

/// Counts of the catalogue are whole, agree with the town about what is better, and what is moved can be counted.
pub fn problems(sheets: &Sheets<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for row in &sheets.shared {
        let ages = (row.count_age_from, row.count_age_to);
        let is_whole = match (row.count_per, ages, row.count_base) {
            (None, (None, None), None) => row.count.de.is_empty(),
            (Some(per), (None, None), None) => per > 0.0 && !row.count.de.is_empty(),
            (Some(per), (Some(from), Some(to)), None) => per > 0.0 && from <= to && !row.count.de.is_empty(),
            (Some(per), (None, None), Some(base)) => per > 0.0 && base > 0.0 && !row.count.de.is_empty(),
            _ => false,
        };
        if !is_whole {
            found.push(row.problem(
                "expected count_per above zero and the noun of the count, with ages or with a base above zero or \
                 with neither, or no count at all",
            ));
        }
        if row.worst.is_some() != row.best.is_some() || row.worst.is_some() && row.worst == row.best {
            found.push(row.problem("expected worst and best, different from each other, or neither"));
        }
        let town = sheets.town.indicators.iter().find(|it| it.id == row.id);
        if town.is_some_and(|it| it.direction != row.direction) {
            found.push(row.problem("direction: expected the one of this indicator in the town’s indicators.csv"));
        }
    }
    for (at, count) in counts(sheets).pairs() {
        let (Some(indicator), Some(place)) = (sheets.town.indicators.get(at), mover(sheets, at)) else { continue };
        let id = &indicator.id;
        match count {
            None => found.push(place.problem(format!(
                "expected a count of {id} in indicators.csv or a count_base in chain/numbers.csv, found neither"
            ))),
            Some(count) if !has_base(sheets.town, &count.base) => {
                found.push(place.problem(format!("expected somebody or something to count {id} of in every year")));
            }
            Some(_) => {}
        }
    }
    found
}

/// The first row that moves an indicator.
fn mover(sheets: &Sheets<'_>, at: IndicatorAt) -> Option<Place> {
    let is_meant = |shared: usize| sheets.indicator(shared) == Some(at);
    let effect = sheets
        .effects
        .iter()
        .find(|it| it.per_unit != 0.0 && sheets.is_used(it.measure) && it.indicator.is_some_and(is_meant));
    let has_ends = |from, to| sheets.indicator(from).is_some() && sheets.indicator(to).is_some();
    let link = sheets.links.iter().find(|it| has_ends(it.from, it.to) && (is_meant(it.from) || is_meant(it.to)));
    effect.map(|it| it.place).or(link.map(|it| it.place))
}

fn has_base(town: &Town, base: &CountBase) -> bool {
    match base {
        CountBase::Fixed(base) => *base > 0.0,
        CountBase::Ages(ages) => (0..town.years().len()).all(|t| town.population.within(*ages, t) > 0.0),
    }
}
