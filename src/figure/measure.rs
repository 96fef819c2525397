//! Measures that are moved by themselves, beside the levers whose everyday money buys the others.

use super::amount::Mode;
use super::evidence::effects_of;
use super::ledger::{Control, control};
use super::outputs::{price_said, unit_price};
use super::row::Row;
use crate::model::{MeasureAt, MeasureKind, Money, Town};
use crate::text::{self, Lang};

/// What a person sees of a measure that is moved by itself (weitere Maßnahme).
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureFigure {
    /// Name.
    pub name: String,
    /// What a unit costs.
    pub price: String,
    /// The same in few words.
    pub unit_price: String,
    /// How many units a year at most, and why no fewer than none.
    pub bound: String,
    /// What a reader must know, possibly empty.
    pub note: String,
    /// Name of the lever that its money belongs to.
    pub lever: String,
    /// Whether it is built and written off.
    pub is_investment: bool,
    /// Whether an effect with a number is known.
    pub is_measured: bool,
    /// What is known of its price and its effects.
    pub effects: Vec<Row>,
}

/// A measure that is moved by itself, all in words.
pub fn measure_figure(town: &Town, at: MeasureAt, lang: Lang) -> Option<MeasureFigure> {
    let (measure, texts) = (town.chain.measures.get(at)?, lang.texts());
    let most = measure.most_per_year.map(|most| text::rounded(most, lang));
    let is_investment = measure.kind == MeasureKind::Investment;
    let until = if is_investment { (texts.invested_until)(town.last_year_of(at).0) } else { String::new() };
    Some(MeasureFigure {
        name: lang.of(&measure.name).to_owned(),
        price: price_said(lang, measure),
        unit_price: unit_price(measure, lang),
        bound: format!("{}{until}", (texts.measure_bound)(most.as_deref())),
        note: lang.of(&measure.note).to_owned(),
        lever: town.levers.get(measure.lever).map_or("", |it| lang.of(&it.name)).to_owned(),
        is_investment,
        is_measured: town.chain.is_measured(at),
        effects: effects_of(town, at, lang),
    })
}

/// The row of a measure: from nothing to what can be added in a year, in steps of whole units.
pub fn measure_control(town: &Town, at: MeasureAt, change: Money, mode: Mode, lang: Lang) -> Control {
    let room = town.measure_room(at);
    let cost = town.chain.measures.get(at).map_or(1.0, |it| it.unit_cost);
    // The plan does not say what it spends on a measure alone, so there is nothing that a percentage could be of.
    let mode = if mode == Mode::Percent { Mode::Total } else { mode };
    let step = Money::from_euros(unit_step(cost, room.high.euros()));
    let row = control(town, Money::ZERO, change, room, false, mode, lang);
    Control { step, step_text: text::amount(step, lang), ..row }
}

/// So many whole units, a power of ten of them, that the room has at most a hundred steps and one at least.
pub(super) fn unit_step(cost: f64, most: f64) -> f64 {
    let units = (most / cost / 100.0).max(1.0).log10().ceil();
    (cost * 10f64.powf(units)).min(most.max(cost)).round().max(1.0)
}
