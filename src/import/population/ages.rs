//! Persons by single year of age, and how wider age groups become single years.

use serde::Serialize;

/// Number of ages: 0 … 99 and "100 and older".
pub const AGES: usize = 101;
/// The last age, which stands for itself and all above.
pub const OLDEST: usize = AGES - 1;

/// Persons by single year of age 0 … 100, the last one for 100 and older (Altersaufbau).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByAge(Vec<f64>);

impl ByAge {
    /// What `persons` gives for each age.
    pub fn new(persons: impl FnMut(usize) -> f64) -> Self {
        Self((0..AGES).map(persons).collect())
    }

    /// Nobody.
    pub fn zero() -> Self {
        Self::new(|_| 0.0)
    }

    /// Persons of one age; nobody is older than [`OLDEST`].
    pub fn at(&self, age: usize) -> f64 {
        self.0.get(age).copied().unwrap_or_default()
    }

    /// Adds persons; ages above [`OLDEST`] are counted there.
    pub fn add(&mut self, age: usize, persons: f64) {
        if let Some(cell) = self.0.get_mut(age.min(OLDEST)) {
            *cell += persons;
        }
    }

    /// Persons from one age to another, both included.
    pub fn within(&self, from: usize, to: usize) -> f64 {
        self.0.iter().take(to.saturating_add(1)).skip(from).sum()
    }

    /// All persons.
    pub fn total(&self) -> f64 {
        self.0.iter().sum()
    }

    /// Age by age from 0.
    pub fn iter(&self) -> impl Iterator<Item = f64> + '_ {
        self.0.iter().copied()
    }

    /// Age by age, two together.
    pub fn with(&self, other: &Self, join: impl Fn(f64, f64) -> f64) -> Self {
        Self(self.iter().zip(other.iter()).map(|(one, two)| join(one, two)).collect())
    }
}

/// The people of a place at one time, by sex where it is known (Bevölkerung nach Alter und Geschlecht).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Structure {
    /// Women, where the source tells them apart.
    pub women: Option<ByAge>,
    /// Men, or everybody where the source does not tell them apart.
    pub others: ByAge,
}

/// Part of a [`Structure`] with change factors of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Women alone.
    Women,
    /// Men alone.
    Men,
    /// Women and men together.
    People,
}

impl Structure {
    /// Everybody, sex unknown.
    pub fn of_people(people: ByAge) -> Self {
        Self { women: None, others: people }
    }

    /// Women and men together.
    pub fn people(&self) -> ByAge {
        match &self.women {
            Some(women) => self.others.with(women, |men, women| men + women),
            None => self.others.clone(),
        }
    }

    /// All persons.
    pub fn total(&self) -> f64 {
        self.others.total() + self.women.as_ref().map_or(0.0, ByAge::total)
    }

    /// One layer; none where the source does not tell it apart.
    pub fn layer(&self, layer: Layer) -> Option<ByAge> {
        match layer {
            Layer::People => Some(self.people()),
            Layer::Women => self.women.clone(),
            Layer::Men => self.women.as_ref().map(|_| self.others.clone()),
        }
    }

    /// The same people without their sex.
    pub fn merged(&self) -> Self {
        Self::of_people(self.people())
    }

    /// Every layer changed by `change`, which gets the layer's name and persons.
    pub fn map(&self, mut change: impl FnMut(Layer, &ByAge) -> ByAge) -> Self {
        match &self.women {
            Some(women) => Self { women: Some(change(Layer::Women, women)), others: change(Layer::Men, &self.others) },
            None => Self { women: None, others: change(Layer::People, &self.others) },
        }
    }
}

/// Persons from one age to another (Altersgruppe).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Group {
    /// First age.
    pub from: usize,
    /// Last age, itself included; none means "and older".
    pub to: Option<usize>,
    /// Persons.
    pub persons: f64,
}

impl Group {
    /// Last age within [`AGES`].
    pub fn last(&self) -> usize {
        self.to.map_or(OLDEST, |to| to.min(OLDEST))
    }
}

/// What is wrong with age groups that should cover every age once: gaps, overlaps, a start above 0, an end below.
pub fn cover(groups: &[Group]) -> Result<(), String> {
    let mut sorted = groups.to_vec();
    sorted.sort_by_key(|group| group.from);
    let mut next = 0;
    for group in &sorted {
        if group.from > OLDEST {
            continue;
        }
        if group.from != next || group.last() < group.from {
            return Err(format!(
                "expected age groups that follow each other from 0 on, found {} where {next} was due",
                group.from
            ));
        }
        next = group.last() + 1;
    }
    match next {
        AGES => Ok(()),
        _ => Err(format!("expected age groups up to the oldest, found none from {next} on")),
    }
}

/// Groups that meet in one age (`0-18`, `18-65`, `65+`) follow each other: each ends below where the next begins.
pub fn following(groups: Vec<Group>) -> Vec<Group> {
    let meets = |pair: &[Group]| matches!(pair, [one, next] if one.to == Some(next.from) && one.from < next.from);
    let mut sorted = groups.clone();
    sorted.sort_by_key(|it| it.from);
    if sorted.len() < 2 || !sorted.windows(2).all(meets) {
        return groups;
    }
    let last = sorted.last().map_or(0, |it| it.from);
    let below =
        |it: Group| Group { to: if it.from < last { it.to.and_then(|to| to.checked_sub(1)) } else { it.to }, ..it };
    groups.into_iter().map(below).collect()
}

/// Groups without those that are the sum of finer ones beside them, such as `unter 18` below the single years.
pub fn without_sums(groups: Vec<Group>) -> Vec<Group> {
    if cover(&groups).is_ok() {
        return groups;
    }
    let is_sum = |wide: &Group| {
        let within =
            |it: &&Group| it.from >= wide.from && it.last() <= wide.last() && (it.from, it.to) != (wide.from, wide.to);
        let parts: Vec<&Group> = groups.iter().filter(within).collect();
        // Finest first: parts that hold each other would be added twice.
        let finest = parts.iter().filter(|it| !parts.iter().any(|other| holds(it, other)));
        let sum: f64 = finest.map(|it| it.persons).sum();
        parts.len() > 1 && (sum - wide.persons).abs() <= 0.5
    };
    groups.iter().copied().filter(|it| !is_sum(it)).collect()
}

/// Whether a group holds another that is narrower.
fn holds(wide: &Group, other: &Group) -> bool {
    other.from >= wide.from && other.last() <= wide.last() && (other.from, other.last()) != (wide.from, wide.last())
}

/// Splits age groups into single years (Aufteilung auf Altersjahre): within a group in proportion to `reference`, such
/// as the national structure; evenly where the reference has nobody in the group. Every group keeps its persons.
pub fn split(groups: &[Group], reference: Option<&ByAge>) -> ByAge {
    let mut found = ByAge::zero();
    for group in groups {
        let from = group.from.min(OLDEST);
        let ages = from..=group.last().max(from);
        let known = reference.map_or(0.0, |it| it.within(from, group.last()));
        for age in ages.clone() {
            let share = match reference {
                Some(it) if known > 0.0 => it.at(age) / known,
                _ => 1.0 / ages.clone().count() as f64,
            };
            found.add(age, group.persons * share);
        }
    }
    found
}
