//! Who answers for a goal together with others (Mitverantwortung): departments by goals.

use serde::{Deserialize, Serialize};

use crate::model::{Money, Town, spending};

/// Whether a department carries a goal (Haltung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It carries it (mittragen).
    Carries,
    /// It carries it on a condition (mit Bedingung).
    OnCondition,
    /// It does not.
    DoesNot,
}

/// All of them, as they are offered.
pub const STANCES: [Stance; 3] = [Stance::Carries, Stance::OnCondition, Stance::DoesNot];

/// What a department says of a goal, by their keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    department: String,
    goal: String,
    stance: Stance,
}

/// What all departments say of all goals (Mitverantwortung).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stances(Vec<Said>);

impl Stances {
    /// What a department says of a goal.
    pub fn get(&self, department: &str, goal: &str) -> Option<Stance> {
        self.0.iter().find(|it| it.department == department && it.goal == goal).map(|it| it.stance)
    }

    /// Sets it, or takes it back.
    pub fn set(&mut self, department: &str, goal: &str, stance: Option<Stance>) {
        self.0.retain(|it| !(it.department == department && it.goal == goal));
        self.0.extend(stance.map(|stance| Said { department: department.to_owned(), goal: goal.to_owned(), stance }));
    }

    /// Whether nothing is said yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many cells say this.
    pub fn count(&self, stance: Stance) -> usize {
        self.0.iter().filter(|it| it.stance == stance).count()
    }
}

/// A goal, and what each department spends of its money, percent (Anteile).
#[derive(Clone, Debug, PartialEq)]
pub struct GoalShares {
    /// Key of the goal.
    pub goal: String,
    /// Keys of the departments, each with its share; together a hundred.
    pub shares: Vec<(String, f64)>,
}

/// Which departments spend the money of each goal; nothing where the pack does not say (Anteile der Dezernate).
pub fn goal_shares(town: &Town) -> Vec<GoalShares> {
    let all = spending(town);
    let row = |(at, goal): (usize, &crate::model::Field)| {
        let spent = |it: &crate::model::Spending| it.purposes.get(at).copied().unwrap_or(Money::ZERO);
        let whole: Money = all.iter().map(spent).sum();
        let share = |it: &crate::model::Spending| {
            let key = town.departments.list.get(it.department)?.id.clone();
            Some((key, if whole > Money::ZERO { spent(it).euros() / whole.euros() * 100.0 } else { 0.0 }))
        };
        GoalShares { goal: goal.id.clone(), shares: all.iter().filter_map(share).collect() }
    };
    let goals = town.fields.iter().enumerate();
    if town.departments.lines.is_empty() { Vec::new() } else { goals.map(row).collect() }
}
