//! The first thing that the workbench says beside the budget.

use super::changed::touched;
use super::echo::strongest_said;
use super::outputs::counted;
use super::{Telling, own_effect};
use crate::model::{Choice, MeasureAt, Purpose, Town};
use crate::scenario::Touched;
use crate::text::Lang;

/// What the last move changes most, or the question while nothing is moved (Schlagzeile).
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The change, or the question.
    pub said: String,
    /// Of how many, or what to do.
    pub beside: String,
    /// Whether it is a change.
    pub is_change: bool,
}

/// The headline after a move; the question before the first one.
pub fn headline(it: Telling<'_>, last: Option<Touched>) -> Headline {
    let doors = &it.texts().doors;
    if !it.scenario.is_moved() {
        let [said, beside] = [doors.what_differently, doors.how_to_begin].map(str::to_owned);
        return Headline { said, beside, is_change: false };
    }
    let own = match last {
        Some(Touched::Cell(cell) | Touched::Lever(cell)) => {
            own_effect(it, Choice::Everyday(cell)).map(|it| (it.change, it.of))
        }
        Some(Touched::Measure(at)) => own_effect(it, Choice::Own(at)).map(|it| (it.change, it.of)),
        Some(Touched::Purpose(purpose)) => {
            strongest_said(it, purpose).map(|[name, change, year]| (change, format!("{name}, {year}")))
        }
        Some(last @ Touched::Tax(_)) => {
            touched(it, last).map(|it| ((doors.in_the_year)(&it.amount), (doors.tax_moved)(&it.what)))
        }
        None => Some((doors.draft_moved.to_owned(), doors.draft_where.to_owned())),
    };
    let is_change = own.is_some();
    let (said, beside) = own.unwrap_or_else(|| (doors.not_recorded.to_owned(), doors.not_nothing.to_owned()));
    Headline { said, beside, is_change }
}

/// What a million euros more a year buys (Beispiel für eine Million).
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// How many.
    pub number: String,
    /// Of what.
    pub noun: String,
}

/// For each goal the first thing of its own with a known effect that a million euros a year buys, as many as are asked for.
pub fn million_buys(town: &Town, most: usize, lang: Lang) -> Vec<Example> {
    let first = |purpose: Purpose| {
        let known = town.choices(purpose).into_iter().filter(|choice| town.is_effect_known(*choice));
        let can_take = |at: &MeasureAt| {
            let measure = town.chain.measures.get(*at);
            measure.is_some_and(|it| it.most_per_year.is_none_or(|most| 1e6 / it.unit_cost <= most))
        };
        let mut own = known.filter_map(|choice| town.bought_by(choice)).filter(|at| town.goal_of(*at) == Some(purpose));
        own.find(can_take)
    };
    let told = |at: MeasureAt| {
        let measure = town.chain.measures.get(at)?;
        let (count, is_below) = counted(1e6 / measure.unit_cost, lang);
        let noun = lang.of(if count == "1" { &measure.one } else { &measure.many });
        (!is_below).then(|| Example { number: count, noun: noun.to_owned() })
    };
    town.fields.places().map(Purpose::Field).filter_map(first).filter_map(told).take(most).collect()
}
