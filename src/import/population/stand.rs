//! People of a place at one time, as a file tells them: by age groups of any width, or as a bare total.

use serde::Serialize;

use super::ages::{Group, Layer, Structure, cover, split};

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
