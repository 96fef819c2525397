//! The equations of the chain as XMILE 1.0, the file format of system dynamics (Austauschdatei).
//!
//! The file spells `chain.md` out as it stands there, not as [`super::chain`] rearranges it, so that an engine
//! which arrives at the same numbers proves both. It says only what engines of different origin understand alike: one
//! scalar variable per quantity with an ASCII name, yearly figures in tables of their own that are read at whole years,
//! Euler with a step of one year, and no function beyond `IF`, `EXP`, `LN`, and `MIN` and `MAX` of two. Every
//! kind of name begins with words that no other kind begins with, so that no two names can meet.

mod chain;
mod sheet;

pub use chain::{Labels, write};
pub use sheet::Label;

use super::chain::Equations;
use super::{Scenario, Town, euros};

/// A pack and a scenario as an XMILE file; with its switch `scenario on` at 0 it gives the plan.
pub fn export(town: &Town, scenario: &Scenario) -> String {
    write(&Equations::of(town), &euros(town, scenario), town.real_interest.value, &labels(town))
}

/// What a town calls its measures and indicators.
pub fn labels(town: &Town) -> Labels {
    let label = |key: &str, name: &str, unit: &str| Label { key: key.to_owned(), text: format!("{name} ({unit})") };
    Labels {
        title: format!("{}, {}", town.name.de, town.plan.de),
        start: town.year,
        measures: town.chain.measures.iter().map(|it| label(&it.id, &it.name.de, &it.many.de)).collect(),
        indicators: town.indicators.iter().map(|it| label(&it.id, &it.name.de, &it.unit.de)).collect(),
    }
}
