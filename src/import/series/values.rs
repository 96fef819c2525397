//! Values of one thing, in one unit, under one definition.

use serde::Serialize;

use super::units::{Unit, unit};

/// A value so many times its neighbour within so many years cannot be right unless something else is counted.
const JUMP: (f64, u16) = (8.0, 3);

/// What a value is (Art des Werts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Measured or counted (Ist).
    Actual,
    /// Decided or budgeted (Plan, Ansatz, Ziel).
    Plan,
    /// Computed ahead by a statistical body (Prognose).
    Forecast,
}

/// What a series is to the others of its file (Rolle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A figure of its own.
    Single,
    /// Printed sum of the parts beside it: never added to them.
    Total,
    /// Part of the total beside it.
    Part,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Year it stands for.
    pub year: u16,
    /// In the unit of its series.
    pub value: f64,
    /// Word of the source for how firm it is, such as `official`; empty where it says nothing.
    pub basis: String,
    /// Source or note of the row, possibly empty.
    pub source: String,
    /// Line of the file, none in JSON.
    pub line: Option<u64>,
}

/// Values of one thing in one unit under one definition (Zeitreihe), years rising.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Key within the file; plans and later definitions have one of their own.
    pub id: String,
    /// Name in the words of the source.
    pub name: String,
    /// Unit in the words of the source, empty where it gives none.
    pub unit: String,
    /// Place it speaks of, where the file has several.
    pub region: Option<Region>,
    /// Actual, plan or forecast; a series never holds two.
    pub kind: Kind,
    /// Whether it is a sum of others.
    pub role: Role,
    /// What is counted.
    pub definition: Definition,
    /// Values.
    pub points: Vec<Point>,
}

/// A place of a statistical service (Gebietskörperschaft).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Region {
    /// Official key (AGS or ARS).
    pub key: String,
    /// Name.
    pub name: String,
}

/// What exactly a series counts (Definition). Values of different versions are different things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Version: a known one such as `pm2.5`, else the number within the file.
    pub version: String,
    /// Calculation or description in the words of the source.
    pub text: String,
    /// Who publishes it.
    pub source: String,
}

impl Series {
    /// Value of a year.
    pub fn value(&self, year: u16) -> Option<f64> {
        self.points.iter().find(|point| point.year == year).map(|point| point.value)
    }

    /// Years missing between the first and the last one.
    pub fn gaps(&self) -> Vec<u16> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs.flat_map(|(one, next)| one.year.saturating_add(1)..next.year).collect()
    }

    /// Neighbouring values of which one is many times the other: a thousand too much or too little.
    pub(super) fn jumps(&self) -> Vec<(&Point, &Point)> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs
            .filter(|(one, next)| {
                let (small, large) = (one.value.abs().min(next.value.abs()), one.value.abs().max(next.value.abs()));
                next.year - one.year <= JUMP.1 && small > 0.0 && large >= JUMP.0 * small
            })
            .collect()
    }

    /// The same values in a unit without thousands or millions: `1.000 t CO2` becomes `t CO2`.
    pub fn in_plain_units(&self) -> Self {
        let Unit { factor, name } = unit(&self.unit);
        let mut plain = self.clone();
        plain.unit = name;
        for point in &mut plain.points {
            point.value *= factor;
        }
        plain
    }
}
