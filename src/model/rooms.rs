//! How far, and in which years, a town's money can be moved.

use super::{Block, Cell, Lever, LeverAt, MeasureAt, Money, Move, Purpose, Room, Scenario, Town, Year};

impl Town {
    /// Last year in which a lever is moved: investment as long as the plan names the town's own, else to the horizon.
    pub fn last_year(&self, lever: LeverAt) -> Year {
        if self.invests(lever) { self.last_built() } else { self.horizon }
    }

    /// Last year in which a measure is moved, by its own kind like a lever by its.
    pub fn last_year_of(&self, measure: MeasureAt) -> Year {
        if self.builds(measure) { self.last_built() } else { self.horizon }
    }

    /// Last year of what is built: the last one whose own investment the plan names, else the horizon.
    fn last_built(&self) -> Year {
        let planned = self.fairness.assets.last();
        planned.map_or(self.horizon, |it| it.year.max(self.first_year).min(self.horizon))
    }

    /// Room of a cell: that of its lever's lines, upwards at most its part of what can be added in a year.
    ///
    /// The parts are in proportion and rounded down to cents, so that together they stay below; cuts are not limited.
    pub fn cell_room(&self, cell: Cell) -> Room {
        let room = self.levers.get(cell.lever).map_or(Room::default(), |lever| lever.room(cell.purpose));
        self.addable(cell.lever).map_or(room, |(most, wide)| Room { high: part(room.high, most, wide), ..room })
    }

    /// Units of its usual measure per year at which increases of a lever end; none where its lines end before (Obergrenze).
    pub fn ceiling(&self, lever: LeverAt) -> Option<f64> {
        self.addable(lever)?;
        self.chain.measures.get(self.chain.usual(lever)?)?.most_per_year
    }

    /// Euros per year that can be added to a lever, and what its lines would allow; none where that is less.
    fn addable(&self, lever: LeverAt) -> Option<(Money, Money)> {
        let usual = self.chain.measures.get(self.chain.usual(lever)?)?;
        let most = Money::from_cents((usual.most_per_year? * usual.unit_cost * 100.0).floor() as i64);
        let wide = self.widest(lever);
        (most < wide).then_some((most, wide))
    }

    /// What the lines of a lever allow upwards, over all purposes.
    fn widest(&self, lever: LeverAt) -> Money {
        let high = |lever: &Lever| self.purposes().into_iter().map(|purpose| lever.room(purpose).high).sum();
        self.levers.get(lever).map_or(Money::ZERO, high)
    }

    /// Room of a measure that is moved by itself, only upwards: what can be added in a year, in whole euros; where nobody
    /// knows that, what the lines of its lever allow.
    ///
    /// None for the usual measure of a lever, which its cells move, and for one of a fixed lever.
    pub fn measure_room(&self, at: MeasureAt) -> Room {
        let is_movable = |lever: &Lever| lever.block == Block::Goal;
        let moved = self.chain.measures.get(at).filter(|it| !it.is_usual);
        let Some(it) = moved.filter(|it| self.levers.get(it.lever).is_some_and(is_movable)) else {
            return Room::default();
        };
        let most = it.most_per_year.map(|most| Money::from_euros((most * it.unit_cost).floor()));
        Room { low: Money::ZERO, high: most.unwrap_or_else(|| self.widest(it.lever)) }
    }

    /// Half of the upward room of every goal and every measure, in all years that can still be decided, so that no path
    /// of the model is idle: what measurements run.
    pub fn half_of_every_room(&self) -> Scenario {
        let half = |room: Room| Move { amount: room.high * 0.5, from: self.first_year, to: self.horizon };
        let cells = self.fields.places().flat_map(|field| self.cells(Purpose::Field(field)));
        let moves = cells.map(|cell| (cell, half(self.cell_room(cell))));
        let measures = self.chain.measures.places().map(|at| (at, half(self.measure_room(at))));
        Scenario {
            moves: moves.filter(|(_, it)| it.amount > Money::ZERO).collect(),
            measures: measures.filter(|(_, it)| it.amount > Money::ZERO).collect(),
            ..Scenario::default()
        }
    }
}

/// The part of an amount that `most` is of `all`, which is more, rounded down to cents.
fn part(amount: Money, most: Money, all: Money) -> Money {
    let cents = i128::from(amount.cents()) * i128::from(most.cents()) / i128::from(all.cents()).max(1);
    Money::from_cents(i64::try_from(cents).unwrap_or_default())
}
