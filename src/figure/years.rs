use super::Telling;
use crate::model::{Choice, Town, Year};

/// First and last year of a change (Zeitraum).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First year.
    pub from: Year,
    /// Last year, included.
    pub to: Year,
}

/// The years of what a choice is moved by; none where it stands as planned.
pub fn span(it: Telling<'_>, choice: Choice) -> Option<Span> {
    let moved = match choice {
        Choice::Everyday(cell) => {
            it.scenario.moves.iter().find(|(other, _)| other.lever == cell.lever).map(|(_, moved)| moved)
        }
        Choice::Own(at) => it.scenario.measures.get(&at),
    }?;
    Some(Span { from: moved.from, to: moved.to })
}

/// The years in which something can still be changed, the horizon included.
pub fn changeable_years(town: &Town) -> impl Iterator<Item = Year> {
    town.years().into_iter().filter(|it| *it >= town.first_year)
}
