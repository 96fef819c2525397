use crate::figure::goal_name;
use crate::group::{STANCES, Stance, Stances, goal_shares};
use crate::model::{Purpose, Town};
use crate::text::{self, Lang};

/// A department's part of a goal (Zelle).
#[derive(Clone, Debug, PartialEq)]
pub struct ShareCell {
    /// Key of the department.
    pub department: String,
    /// Its share of the money, or that it has none.
    pub share: String,
    /// Whether it spends anything on the goal.
    pub has_share: bool,
    /// What it is called where it is asked.
    pub label: String,
    /// What it says.
    pub stance: Option<Stance>,
}

/// A goal with what each department has of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponsibilityRow {
    /// Key of the goal.
    pub goal: String,
    /// Its name.
    pub name: String,
    /// A cell for each department.
    pub cells: Vec<ShareCell>,
}

/// Who carries which goal (Mitverantwortung); without rows where the pack names no departments.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponsibilityFigure {
    /// What has been said so far, or that nobody knows who spends what.
    pub said: String,
    /// Names of the departments.
    pub departments: Vec<String>,
    /// The goals.
    pub rows: Vec<ResponsibilityRow>,
}

/// Departments by goals, with what they say.
pub fn responsibility_figure(town: &Town, stances: &Stances, lang: Lang) -> ResponsibilityFigure {
    let words = lang.group();
    let shares = goal_shares(town);
    let name = |key: &str| {
        let found = town.departments.list.iter().find(|it| it.id == key);
        found.map_or_else(|| key.to_owned(), |it| lang.of(&it.name).to_owned())
    };
    let row = |(at, it): (crate::model::FieldAt, &crate::group::GoalShares)| {
        let goal = goal_name(town, Purpose::Field(at), lang);
        let cell = |(key, share): &(String, f64)| ShareCell {
            department: key.clone(),
            share: if *share > 0.0 { (words.share)(&text::number(*share, 1, lang)) } else { words.no_share.to_owned() },
            has_share: *share > 0.0,
            label: (words.stance_of)(&name(key), &goal),
            stance: stances.get(key, &it.goal),
        };
        ResponsibilityRow { cells: it.shares.iter().map(cell).collect(), goal: it.goal.clone(), name: goal }
    };
    let [carries, condition, not] = STANCES.map(|it| stances.count(it));
    ResponsibilityFigure {
        said: if shares.is_empty() {
            (words.no_departments)(&town.short_name)
        } else {
            (words.stances_said)(carries, condition, not)
        },
        departments: shares.first().map(|it| it.shares.iter().map(|it| name(&it.0)).collect()).unwrap_or_default(),
        rows: town.fields.places().zip(&shares).map(row).collect(),
    }
}
