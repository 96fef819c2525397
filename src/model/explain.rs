//! Why did it move? Exact contributions to an indicator's change at the horizon (explain.md, Contributions).

#![doc = include_str!("explain.md")]

use serde::Serialize;

use super::effects::Path;
use super::indicator::Scale;
use super::{IndicatorAt, LeverAt};

/// Where a contribution comes from (Herkunft).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Cause {
    /// Own money by a lever, as if it arrived at once.
    Lever(LeverAt),
    /// Through another indicator.
    Indicator(IndicatorAt),
    /// Not yet arrived because of the delay.
    Pending,
}

/// One row of the table (Beitrag).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// Where it comes from.
    pub cause: Cause,
    /// In logit points.
    pub logit: f64,
    /// In the indicator's unit.
    pub value: f64,
}

/// Change in the last year of a path and what it is made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Explanation {
    /// Deviation in logit points.
    pub logit: f64,
    /// Change in the unit, equal to the sum of the rows up to rounding.
    pub change: f64,
    /// Rows that are not zero.
    pub rows: Vec<Contribution>,
}

/// Explains the last year of a path; the rows sum to the change.
pub fn explain(scale: Scale, path: &Path) -> Explanation {
    let last = |series: &[f64]| series.last().copied().unwrap_or(0.0);
    let logit = last(&path.deviation);
    let change = last(&path.scenario) - last(&path.baseline);
    // One factor for all rows turns logit points into the unit, so that the rows keep their proportions.
    let factor = if logit.abs() > 1e-9 { change / logit } else { scale.slope(last(&path.reference)) };
    let own = path.own.iter().map(|part| (Cause::Lever(part.from), last(&part.path)));
    let through = path.through.iter().map(|part| (Cause::Indicator(part.from), last(&part.path)));
    let mut rows: Vec<Contribution> = Vec::new();
    for (cause, logit) in own.chain(through).chain([(Cause::Pending, last(&path.pending))]) {
        if logit == 0.0 {
            continue;
        }
        match rows.iter_mut().find(|row| row.cause == cause) {
            Some(row) => {
                row.logit += logit;
                row.value += logit * factor;
            }
            None => rows.push(Contribution { cause, logit, value: logit * factor }),
        }
    }
    // Two ways from the same place may cancel each other.
    rows.retain(|row| row.logit != 0.0);
    Explanation { logit, change, rows }
}
