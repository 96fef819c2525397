//! Why something could not be moved as far as was wished for.

use crate::model::{Bilingual, Cell, Choice, LegalClass, Money, Purpose, Town};
use crate::scenario::{Action, Pot};
use crate::text::Lang;

/// What sets a limit (Grenze).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The law.
    Law,
    /// A contract, or what the money is bound to.
    Contract,
    /// A lock of the person.
    Lock,
    /// What can be done in a year.
    Year,
    /// There is nothing in the plan that could be less.
    Nothing,
}

impl Bound {
    /// All of them in the order in which the texts name them.
    pub const ALL: [Self; 5] = [Self::Law, Self::Contract, Self::Lock, Self::Year, Self::Nothing];
}

/// The limits that ended an action, each once: `left` is what did not go, with its sign.
pub fn bounds(town: &Town, locks: &[Cell], action: &Action, left: Money) -> Vec<Bound> {
    let all = met(town, locks, action, left);
    Bound::ALL.into_iter().filter(|bound| all.iter().any(|it| it.0 == *bound)).collect()
}

/// The statutes behind the limits that the law sets, each once, as the pack names them.
pub(super) fn statutes(town: &Town, locks: &[Cell], action: &Action, left: Money, lang: Lang) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let all = met(town, locks, action, left).into_iter().filter(|it| it.0 == Bound::Law);
    for statute in all.filter_map(|it| it.1).map(|it| lang.of(it)) {
        if !found.iter().any(|it| it == statute) {
            found.push(statute.to_owned());
        }
    }
    found
}

/// Each limit that ended an action, with the legal basis of what it limits; a measure has none.
fn met<'a>(town: &'a Town, locks: &[Cell], action: &Action, left: Money) -> Vec<(Bound, Option<&'a Bilingual>)> {
    let of_cell = |cell: Cell| of_cell(town, locks, cell, left);
    let of_goal = |purpose: Purpose| town.cells(purpose).into_iter().map(of_cell).collect::<Vec<_>>();
    match *action {
        Action::MovePurpose(purpose, _) => of_goal(purpose),
        Action::MoveCell(cell, _) => vec![of_cell(cell)],
        Action::MoveLever(cell, _) => town.parts(cell.lever).into_iter().map(of_cell).collect(),
        Action::MoveMeasure(..) => vec![of_measure(left)],
        Action::Shift(from, to, _) => [from, to]
            .into_iter()
            .flat_map(|pot| match pot {
                Pot::Goal(purpose) => of_goal(purpose),
                Pot::One(Choice::Everyday(cell)) => vec![of_cell(cell)],
                Pot::One(Choice::Own(_)) => vec![of_measure(left)],
            })
            .collect(),
        Action::ResetPurpose(_) => vec![(Bound::Lock, None)],
        _ => town.purposes().into_iter().flat_map(of_goal).collect(),
    }
}

fn of_cell<'a>(town: &'a Town, locks: &[Cell], cell: Cell, left: Money) -> (Bound, Option<&'a Bilingual>) {
    if locks.contains(&cell) {
        return (Bound::Lock, None);
    }
    let lines = town.levers.get(cell.lever).map(|lever| lever.lines.as_slice()).unwrap_or_default();
    let main = lines.iter().max_by_key(|line| line.amount(cell.purpose));
    let bound = match main.map(|line| line.class) {
        _ if left > Money::ZERO && town.ceiling(cell.lever).is_some() => Bound::Year,
        Some(LegalClass::VertraglichGebunden | LegalClass::Zweckgebunden) => Bound::Contract,
        Some(LegalClass::Freiwillig) | None => Bound::Year,
        Some(_) => Bound::Law,
    };
    (bound, main.map(|line| &line.legal_basis))
}

/// A measure of its own goes up to what can be added in a year, and down to nothing: the plan names none of it.
fn of_measure<'a>(left: Money) -> (Bound, Option<&'a Bilingual>) {
    (if left > Money::ZERO { Bound::Year } else { Bound::Nothing }, None)
}
