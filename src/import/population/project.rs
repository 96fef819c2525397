//! Cohort-component projection (Kohorten-Komponenten-Fortschreibung) of a place from one base year.

use serde::Serialize;

use super::ages::{ByAge, Group, Layer, OLDEST, Structure};
use super::families::Families;
use super::migration::{Migration, Movement};
use super::national::National;

/// Ages that hold their number in a student town (Hochschulstadt).
pub const STUDENTS: (usize, usize) = (18, 29);
/// Ages of the children from whom the local number of births is taken.
const INFANTS: (usize, usize) = (0, 2);
/// Years that a base may be taken back.
const BACK: u16 = 5;

/// How people move from one year to the next (Verfahren).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// National change factors alone.
    National,
    /// National factors and the local net migration between two pyramids.
    Local(Migration),
    /// National factors, the town's own moves of families, and a constant number of people from 18 to 29.
    StudentTown,
    /// Every age keeps its number.
    Constant,
}

impl Method {
    /// Its name on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Local(_) => "local",
            Self::StudentTown => "student-town",
            Self::Constant => "constant",
        }
    }
}

/// Known persons of a later year (Abgleich), to which every age group is scaled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Control {
    /// End of this year.
    pub year: u16,
    /// Age groups, one from 0 on for a total.
    pub groups: Vec<Group>,
}

/// What was scaled to a control, and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scaled {
    /// Year of the control.
    pub year: u16,
    /// First age of the group.
    pub from: usize,
    /// Last age of the group.
    pub to: Option<usize>,
    /// Persons before.
    pub projected: f64,
    /// Persons after.
    pub known: f64,
}

/// People of a place over the years (Fortschreibung, keine amtliche Prognose).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Projected {
    /// Name of the [`Method`].
    pub method: &'static str,
    /// The year that was given.
    pub base: u16,
    /// First year; before the base if it was taken back.
    pub first: u16,
    /// One after the other from the first year on.
    pub years: Vec<Structure>,
    /// Births per woman against the nation's, from the children of 0 to 2 years in the base; none where none are born.
    pub births_factor: Option<f64>,
    /// Controls and what they changed.
    pub scaled: Vec<Scaled>,
    /// What a reader must know.
    pub notes: Vec<String>,
}

impl Projected {
    /// The people of a year.
    pub fn year(&self, year: u16) -> Option<&Structure> {
        self.years.get(usize::from(year.checked_sub(self.first)?))
    }
}

/// Projects `people`, who lived here at the end of `base`, over the years `first` to `last`.
///
/// Years before the base, at most five, are taken back with the same factors. Refused: a span without the base, more
/// years than a century, controls outside the span.
pub fn project(
    people: &Structure,
    base: u16,
    (first, last): (u16, u16),
    nation: &National,
    method: &Method,
    controls: &[Control],
) -> Result<Projected, String> {
    if first > base || last < base || base - first > BACK || last - base > 100 {
        return Err(format!(
            "expected years around the base {base}, at most {BACK} before and 100 after, found {first} to {last}"
        ));
    }
    if let Some(control) = controls.iter().find(|it| it.year <= base || it.year > last) {
        return Err(format!("expected known figures between {base} and {last}, found some of {}", control.year));
    }
    let has_sexes = nation.has_women() && !matches!(method, Method::Local(it) if !it.has_sexes());
    let people = if has_sexes { people.clone() } else { people.merged() };
    let mut model = Model::new(&people, base, nation, method);
    let mut years = vec![people.clone()];
    for year in (first..base).rev() {
        let before = years.first().map(|later| model.back(later, year)).unwrap_or_else(|| people.clone());
        years.insert(0, before);
    }
    let mut scaled = Vec::new();
    let mut now = people;
    for year in base..last {
        now = model.next(&now, year);
        for control in controls.iter().filter(|it| it.year == year + 1) {
            now = scale(&now, control, &mut scaled);
            model.restart(&now);
        }
        years.push(now.clone());
    }
    let notes = notes(base, (first, last), nation, method);
    Ok(Projected { method: method.name(), base, first, years, births_factor: model.births, scaled, notes })
}

/// What a reader must know of a projection.
fn notes(base: u16, (first, last): (u16, u16), nation: &National, method: &Method) -> Vec<String> {
    let mut notes = vec!["a projection of this program, not an official forecast".to_owned()];
    if *method == Method::Constant {
        notes.push(format!("every year shows the age structure of {base}; nobody ages"));
        return notes;
    }
    if first < nation.first {
        let until = nation.first.min(last);
        notes.push(format!(
            "the national projection starts in {}; its first change factors stand in for {first} to {until}",
            nation.first
        ));
    }
    if last > nation.last() {
        notes.push(format!("the national projection ends in {}; its last factors go on to {last}", nation.last()));
    }
    if first < base {
        let years = if first + 1 == base { first.to_string() } else { format!("{first} to {}", base - 1) };
        notes.push(format!("{years}: taken back from {base} with the factors of those years"));
    }
    notes
}

/// A method made ready for one place.
struct Model<'a> {
    nation: &'a National,
    method: &'a Method,
    families: Families,
    held: Structure,
    births: Option<f64>,
}

impl<'a> Model<'a> {
    fn new(people: &Structure, base: u16, nation: &'a National, method: &'a Method) -> Self {
        let families = match method {
            Method::StudentTown => Families::of(&people.people(), &nation.year(base).people()),
            _ => Families::none(),
        };
        let births = local_births(people, base, nation).filter(|_| *method != Method::Constant);
        Self { nation, method, families, held: people.clone(), births }
    }

    /// The numbers that are held become those of a year with known figures.
    fn restart(&mut self, people: &Structure) {
        self.held = people.clone();
    }

    /// The end of the year after `year`.
    fn next(&self, now: &Structure, year: u16) -> Structure {
        if *self.method == Method::Constant {
            return self.held.clone();
        }
        let grown = now.map(|layer, persons| {
            let aged = age(persons, &self.factors(year, layer));
            let aged = match self.movement(layer) {
                Some(it) => {
                    let stayed = aged.with(&it.stay, |persons, stay| persons * stay);
                    stayed.with(&it.arrivals, |persons, arrivals| persons + arrivals)
                }
                None => aged,
            };
            self.hold(layer, STUDENTS.0, aged)
        });
        self.with_births(grown, year + 1)
    }

    /// The end of `year` from that of the year after it.
    fn back(&self, later: &Structure, year: u16) -> Structure {
        if *self.method == Method::Constant {
            return self.held.clone();
        }
        later.map(|layer, persons| {
            let nation = self.nation.year(year);
            let nation = nation.layer(layer).unwrap_or_else(|| nation.people());
            let movement = self.movement(layer);
            let factors = self.factors(year, layer);
            let before = |age: usize| {
                let (arrivals, stay) = movement.map_or((0.0, 1.0), |it| (it.arrivals.at(age + 1), it.stay.at(age + 1)));
                let divisor = factors.at(age) * stay;
                if divisor > 0.0 { (persons.at(age + 1) - arrivals).max(0.0) / divisor } else { 0.0 }
            };
            // The oldest come from two ages; the nation tells how many from each.
            let oldest = before(99);
            let share = nation.at(OLDEST) / (nation.at(99) + nation.at(OLDEST));
            let found = ByAge::new(|age| match age {
                OLDEST => oldest * share,
                99 => oldest * (1.0 - share),
                _ => before(age),
            });
            self.hold(layer, STUDENTS.0 - 1, found)
        })
    }

    fn factors(&self, year: u16, layer: Layer) -> ByAge {
        self.nation.step(year, layer).with(&self.families.factors, |nation, families| nation * families)
    }

    fn movement(&self, layer: Layer) -> Option<&Movement> {
        match self.method {
            Method::Local(migration) => migration.of(layer),
            _ => None,
        }
    }

    /// In a student town, the ages of students and those just before and after them do not follow cohorts: 18 to 29 keep
    /// their number, so does 30, which is reached from 29 at the ratio of the base; taken back, 17 keeps its own too,
    /// because the people of 18 came from elsewhere.
    fn hold(&self, layer: Layer, from: usize, persons: ByAge) -> ByAge {
        if *self.method != Method::StudentTown {
            return persons;
        }
        let held = self.held.layer(layer).unwrap_or_else(ByAge::zero);
        ByAge::new(|age| if (from..=STUDENTS.1 + 1).contains(&age) { held.at(age) } else { persons.at(age) })
    }

    /// Births (Geburten): N(0, t) = k × D(0, t) / FD(t) × F(t), F and FD women from 20 to 44 here and in the nation.
    fn with_births(&self, grown: Structure, year: u16) -> Structure {
        let children = self.births.unwrap_or_default()
            * self.nation.children_per_mother(year, (0, 0))
            * self.nation.mothers(year, &grown);
        let girls = self.nation.women_share(year).at(0);
        grown.map(|layer, persons| {
            let share = match layer {
                Layer::Women => girls,
                Layer::Men => 1.0 - girls,
                Layer::People => 1.0,
            };
            ByAge::new(|age| if age == 0 { children * share } else { persons.at(age) })
        })
    }
}

/// People one year older: deaths and national migration by `factors`, the last two ages together.
pub fn age(persons: &ByAge, factors: &ByAge) -> ByAge {
    ByAge::new(|age| match age {
        0 => 0.0,
        OLDEST => (persons.at(99) + persons.at(OLDEST)) * factors.at(99),
        _ => persons.at(age - 1) * factors.at(age - 1),
    })
}

/// Births per woman here against the nation's (k), from the children of 0 to 2 years; none without women or children.
fn local_births(people: &Structure, base: u16, nation: &National) -> Option<f64> {
    let here = people.people().within(INFANTS.0, INFANTS.1);
    let expected = nation.children_per_mother(base, INFANTS) * nation.mothers(base, people);
    (expected > 0.0).then_some(here / expected)
}

/// Scales each age group to the known persons; a group of nobody stays empty.
fn scale(now: &Structure, control: &Control, told: &mut Vec<Scaled>) -> Structure {
    let people = now.people();
    let mut factors = ByAge::new(|_| 1.0);
    for group in &control.groups {
        let projected = people.within(group.from, group.last());
        if projected > 0.0 {
            let factor = group.persons / projected;
            factors =
                ByAge::new(|age| if (group.from..=group.last()).contains(&age) { factor } else { factors.at(age) });
        }
        told.push(Scaled { year: control.year, from: group.from, to: group.to, projected, known: group.persons });
    }
    now.map(|_, persons| persons.with(&factors, |persons, factor| persons * factor))
}
