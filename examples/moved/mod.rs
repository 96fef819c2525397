//! A scenario that leaves no part of the model idle: what is measured.

use zukunftshaushalt::model::{Money, Move, Room, Scenario, Town};

/// Half of the upward room of every lever, investment included, and of every measure beside, in all years that can be decided.
pub fn half_way_up(town: &Town) -> Scenario {
    let half = |room: Room| Move { amount: room.high * 0.5, from: town.first_year, to: town.horizon };
    let cells = town.purposes().into_iter().flat_map(|it| [town.cells(it), town.investment_cells(it)].concat());
    let measures = town.chain.measures.pairs().filter(|(_, it)| !it.is_usual).map(|(at, _)| at);
    Scenario {
        moves: cells.map(|it| (it, half(town.cell_room(it)))).filter(|(_, it)| it.amount > Money::ZERO).collect(),
        measures: measures
            .map(|it| (it, half(town.measure_room(it))))
            .filter(|(_, it)| it.amount > Money::ZERO)
            .collect(),
        ..Scenario::default()
    }
}
