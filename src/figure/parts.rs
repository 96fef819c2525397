//! What a goal spreads on when it is moved as a whole.

use super::Telling;
use crate::model::{Cell, Money, Purpose, Town};
use crate::text::{self, Lang};

/// So many levers are named; of the others, how many.
const NAMED: usize = 3;

/// What a goal that is moved as a whole spreads on: before, by the room of its free levers; afterwards, by what moved
/// (verteilt sich auf). Locked levers take no part.
pub fn goal_parts(it: Telling<'_>, purpose: Purpose, is_locked: impl Fn(Cell) -> bool) -> String {
    let bench = &it.texts().bench;
    let moved = |cell: Cell| it.scenario.change(cell);
    if it.town.cells(purpose).into_iter().any(|cell| !moved(cell).is_zero()) {
        return (bench.spreads_on)(&parts_said(it.town, purpose, moved, it.lang));
    }
    let room = |is_more: bool| {
        let towards = |cell: Cell| {
            let room = it.town.cell_room(cell);
            if is_locked(cell) {
                Money::ZERO
            } else if is_more {
                room.high
            } else {
                room.low
            }
        };
        parts_said(it.town, purpose, towards, it.lang)
    };
    match (room(false), room(true)) {
        (less, more) if less.is_empty() && more.is_empty() => String::new(),
        (less, more) if less == more => (bench.would_spread)(&less),
        (less, more) => [(less, false), (more, true)]
            .into_iter()
            .filter(|(parts, _)| !parts.is_empty())
            .map(|(parts, is_more)| (bench.would_spread_one_way)(&parts, is_more))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// The levers of a goal by their part in an amount, the largest first: in percent, or in euros where some go up and some go
/// down. Empty where there is nothing.
pub(super) fn parts_said(town: &Town, purpose: Purpose, amount: impl Fn(Cell) -> Money, lang: Lang) -> String {
    let bench = &lang.texts().bench;
    let mut parts: Vec<(Cell, Money)> =
        town.cells(purpose).into_iter().map(|cell| (cell, amount(cell))).filter(|(_, it)| !it.is_zero()).collect();
    parts.sort_by_key(|(cell, it)| (std::cmp::Reverse(it.abs()), *cell));
    let is_one_way = parts.iter().all(|(_, it)| *it > Money::ZERO) || parts.iter().all(|(_, it)| *it < Money::ZERO);
    let all: Money = parts.iter().map(|(_, it)| it.abs()).sum();
    let said = |(cell, it): &(Cell, Money)| {
        let name = town.levers.get(cell.lever).map_or("", |it| lang.of(&it.name));
        if !is_one_way {
            return (bench.part_in_euros)(&text::signed_amount(*it, lang), name);
        }
        let percent = it.abs().euros() / all.euros() * 100.0;
        (bench.part)(&text::number(percent.max(1.0), 0, lang), name, percent < 1.0)
    };
    let named: Vec<String> = parts.iter().take(NAMED).map(said).collect();
    let further = parts.len() - named.len();
    if further > 0 { (bench.and_further)(&named.join(", "), further) } else { named.join(", ") }
}
