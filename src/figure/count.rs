use super::Telling;
use crate::model::{CountBase, IndicatorAt};

/// How an indicator counts (Zählung).
pub(super) struct Counting {
    /// Count per unit of the indicator at the horizon.
    pub per_unit: f64,
    /// Count today.
    pub today: f64,
}

/// How an indicator counts; none for one that counts nothing but itself.
pub(super) fn counting(it: Telling<'_>, index: IndicatorAt) -> Option<Counting> {
    let count = it.town.chain.counts.get(index)?.as_ref()?;
    let subject = it.projection.equations.subjects.get(index)?;
    let is_itself = count.per == 1.0 && count.base == CountBase::Fixed(1.0);
    let (first, last) = (*subject.base.first()?, *subject.base.last()?);
    (!is_itself).then(|| Counting { per_unit: last / subject.per, today: subject.start * first / subject.per })
}
