//! The national projection as change factors from one age and year to the next.

use serde::Serialize;

use super::ages::{ByAge, Layer, OLDEST, Structure};

/// First and last age of the women by whom births are scaled (Frauen von 20 bis 44 Jahren).
pub const MOTHERS: (usize, usize) = (20, 44);

/// One variant of a national projection (Bevölkerungsvorausberechnung), persons at the end of each year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct National {
    /// Key of the variant, such as `BEV-VARIANTE-01`.
    pub variant: String,
    /// Its assumptions in the words of the source.
    pub label: String,
    /// First year.
    pub first: u16,
    start: Structure,
    rest: Vec<Structure>,
}

/// More people of one age than any nation has; sums of such figures stay numbers.
const TOO_MANY: f64 = 1e12;

impl National {
    /// A projection whose years follow each other from `first` on; refused with fewer than two years, with anybody
    /// missing at an age below 100, or with figures that are no numbers: change factors would have no meaning.
    pub fn new(variant: String, label: String, first: u16, years: Vec<Structure>) -> Result<Self, String> {
        if years.len() < 2 || usize::from(first) + years.len() > usize::from(u16::MAX) {
            return Err(format!("expected at least two years of {variant}, found {}", years.len()));
        }
        let with_sexes = years.first().is_some_and(|year| year.women.is_some());
        for (year, people) in (first..).zip(&years) {
            if people.women.is_some() != with_sexes {
                return Err(format!("expected women and men in every year of {variant}, found a year without: {year}"));
            }
            for layer in [people.women.as_ref(), Some(&people.others)].into_iter().flatten() {
                let wrong = |(age, it): (usize, f64)| !((it > 0.0 && it < TOO_MANY) || (age == OLDEST && it == 0.0));
                if let Some(age) = layer.iter().enumerate().position(wrong) {
                    return Err(format!("expected people of age {age} in {year} in {variant}, found none or too many"));
                }
            }
        }
        let mut years = years.into_iter();
        let start = years.next().ok_or("expected years")?;
        Ok(Self { variant, label, first, start, rest: years.collect() })
    }

    /// Last year.
    pub fn last(&self) -> u16 {
        self.first + self.rest.len() as u16
    }

    /// Whether women are told apart.
    pub fn has_women(&self) -> bool {
        self.start.women.is_some()
    }

    /// The people of a year; before the first and after the last year theirs.
    pub fn year(&self, year: u16) -> &Structure {
        let after = usize::from(year.saturating_sub(self.first)).min(self.rest.len());
        after.checked_sub(1).and_then(|at| self.rest.get(at)).unwrap_or(&self.start)
    }

    /// Change factors from `year` to the next (Veränderungsfaktoren), f(a, t) = N(a+1, t+1) / N(a, t) at index a; the
    /// factor at 99 is that of 99 and 100+ together. They hold deaths and national migration. Before the first year
    /// the first factors stand in, after the last but one year the last ones.
    pub fn step(&self, year: u16, layer: Layer) -> ByAge {
        let year = year.clamp(self.first, self.last() - 1);
        let part = |year: u16| self.year(year).layer(layer).unwrap_or_else(|| self.year(year).people());
        let (now, next) = (part(year), part(year + 1));
        ByAge::new(|age| match age {
            OLDEST => 0.0,
            99 => next.at(OLDEST) / (now.at(99) + now.at(OLDEST)),
            _ => next.at(age + 1) / now.at(age),
        })
    }

    /// Share of women at each age; a half where they are not told apart.
    pub fn women_share(&self, year: u16) -> ByAge {
        let people = self.year(year);
        match &people.women {
            Some(women) => women.with(&people.people(), |women, all| if all > 0.0 { women / all } else { 0.5 }),
            None => ByAge::new(|_| 0.5),
        }
    }

    /// Children of an age per woman from 20 to 44 at the end of `year`; the share of women in the nation stands in
    /// where `people` does not tell them apart, and cancels out where the nation does not either.
    pub fn children_per_mother(&self, year: u16, ages: (usize, usize)) -> f64 {
        let people = self.year(year).people();
        people.within(ages.0, ages.1) / self.mothers(year, self.year(year))
    }

    /// Women from 20 to 44 among `people`, by the nation's share of women of each age where sex is missing.
    pub fn mothers(&self, year: u16, people: &Structure) -> f64 {
        let women = match &people.women {
            Some(women) => women.clone(),
            None => people.others.with(&self.women_share(year), |all, share| all * share),
        };
        women.within(MOTHERS.0, MOTHERS.1)
    }
}
