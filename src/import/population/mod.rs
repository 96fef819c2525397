//! People by age (Bevölkerung): files of several shapes in, one structure by single years out, projected and tested.

mod ages;
mod backtest;
mod destatis;
mod families;
mod long;
mod migration;
mod national;
mod project;
mod pyramid;
mod read;
mod totals;
mod wide;
mod write;

use serde::Serialize;

use super::report::Skipped;
use super::sheet::Form;

pub use ages::{AGES, ByAge, Group, Layer, OLDEST, Structure, cover, split};
pub use backtest::{BackTest, Excluded, GROUPS, GroupError, Trial, back_test, sound};
pub use migration::{Migration, Movement};
pub use national::{MOTHERS, National};
pub use project::{Control, Method, Projected, STUDENTS, Scaled, age, project};
pub use read::population;
pub use write::pack_csv;

/// People of a place at the end of one year, by age groups of any width (Bevölkerungsstand).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stand {
    /// Year.
    pub year: u16,
    /// Source or file.
    pub source: String,
    /// Women, where they are told apart.
    pub women: Option<Vec<Group>>,
    /// Men, or everybody.
    pub others: Vec<Group>,
    /// The columns as they stand in the file, by which copies are found.
    #[serde(skip)]
    pub columns: Vec<(String, Vec<Group>)>,
}

impl Stand {
    /// Women and men together, or everybody.
    pub fn total(&self) -> f64 {
        self.women.iter().flatten().chain(&self.others).map(|group| group.persons).sum()
    }

    /// Number of age groups, single years counting each.
    pub fn width(&self) -> usize {
        self.others.len()
    }

    /// Single years of age: groups are split in proportion to `reference` within each group, evenly without one.
    /// Refused are gaps and overlaps between the groups.
    pub fn structure(&self, reference: Option<&Structure>) -> Result<Structure, String> {
        let place = |problem: String| format!("{} ({}): {problem}", self.year, self.source);
        cover(&self.others).map_err(place)?;
        let layer = |layer: Layer| reference.map(|it| it.layer(layer).unwrap_or_else(|| it.people()));
        match &self.women {
            Some(women) => {
                cover(women).map_err(place)?;
                Ok(Structure {
                    women: Some(split(women, layer(Layer::Women).as_ref())),
                    others: split(&self.others, layer(Layer::Men).as_ref()),
                })
            }
            None => Ok(Structure::of_people(split(&self.others, layer(Layer::People).as_ref()))),
        }
    }

    /// The groups of women and men together, for controls; none where the two are cut differently.
    pub fn groups(&self) -> Option<Vec<Group>> {
        let Some(women) = &self.women else { return Some(self.others.clone()) };
        let joined = self.others.iter().map(|men| {
            let women = women.iter().find(|it| it.from == men.from && it.to == men.to)?;
            Some(Group { persons: men.persons + women.persons, ..*men })
        });
        (women.len() == self.others.len()).then(|| joined.collect::<Option<Vec<Group>>>()).flatten()
    }
}

/// People of a year without their ages (Gesamtzahl).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Total {
    /// Year, its end unless the file says otherwise.
    pub year: u16,
    /// Persons.
    pub persons: f64,
    /// Women, where the file tells them.
    pub women: Option<f64>,
    /// Word of the file for what it is, such as `vorausberechnung`; possibly empty.
    pub basis: String,
}

/// Something to know about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Line of the file, where there is one.
    pub line: Option<u64>,
    /// The matter in words.
    pub message: String,
}

/// How a file was read (Bericht).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Shape of the file.
    pub format: &'static str,
    /// Rows with data.
    pub rows: usize,
    /// Rows left out.
    pub skipped: Vec<Skipped>,
    /// Lines of titles and footnotes.
    pub footnotes: Vec<u64>,
    /// What to know.
    pub warnings: Vec<Warning>,
    /// Printed sums, line and persons: compared, never counted.
    pub sums: Vec<(u64, f64)>,
    /// Encoding, separator and number style; the national table is always in whole thousands.
    pub form: Option<Form>,
}

impl Report {
    fn new(format: &'static str) -> Self {
        Self { format, ..Self::default() }
    }

    fn skip(&mut self, line: u64, reason: impl Into<String>) {
        self.skipped.push(Skipped::new(line, reason));
    }

    fn sum(&mut self, line: u64, persons: f64) {
        self.sums.push((line, persons));
    }

    /// Compares what was read with the printed sums.
    fn compare(&mut self, persons: f64) {
        for (line, printed) in self.sums.clone() {
            if (printed - persons).abs() > 0.5 {
                self.warn(Some(line), format!("the rows add up to {persons}, the printed sum is {printed}"));
            }
        }
    }

    fn foot(&mut self, line: u64) {
        self.footnotes.push(line);
    }

    fn warn(&mut self, line: Option<u64>, message: impl Into<String>) {
        self.warnings.push(Warning { line, message: message.into() });
    }
}

/// What a file of people held: age structures, national projections or bare totals.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Population {
    /// Age structures by year and source.
    pub stands: Vec<Stand>,
    /// Variants of the national projection.
    #[serde(skip)]
    pub nations: Vec<National>,
    /// Totals without ages.
    pub totals: Vec<Total>,
    /// How it was read.
    pub report: Report,
}
