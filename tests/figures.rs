//! What the sentences about moved money say, checked against the money itself.

use zukunftshaushalt::figure::{Telling, bought};
use zukunftshaushalt::model::{Cell, Money, Move, Scenario, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::{Lang, parse_amount};

/// What a number in a sentence stands for at most, in units, and whether it is a bound.
fn said(sentence: &str) -> (f64, bool) {
    let words: Vec<&str> = sentence.split(' ').collect();
    let count = words.get(2).and_then(|count| parse_amount(count, Lang::De)).expect("a count follows `mehr: etwa`");
    (count, words.get(1) == Some(&"unter"))
}

fn sentences(town: &Town, cell: Cell, amount: Money) -> Vec<String> {
    let moved = Move { amount, from: town.year, to: town.horizon };
    let scenario = Scenario { moves: [(cell, moved)].into_iter().collect(), ..Scenario::default() };
    let projection = simulate(town, &scenario);
    let rows = bought(Telling { town, scenario: &scenario, projection: &projection, ranges: &[], lang: Lang::De });
    rows.into_iter().flat_map(|row| row.sentences).map(|sentence| sentence.text).collect()
}

/// Nothing is said to buy more than it does: a small amount is below a tenth, not a tenth.
#[test]
fn what_money_buys_is_never_rounded_up_to_something() {
    for files in [muenster(), freiburg()] {
        assert_never_rounded_up(&load(&files).expect("the pack loads"));
    }
}

fn assert_never_rounded_up(town: &Town) {
    let mut below = 0;
    for purpose in town.purposes() {
        for cell in town.cells(purpose) {
            for euros in [1_000, 10_000, 100_000, 1_000_000] {
                let costs = town.outputs.iter().filter(|it| it.lever == cell.lever);
                let sentences = sentences(town, cell, Money::from_euros(f64::from(euros)));
                for (output, sentence) in costs.zip(&sentences) {
                    let real = f64::from(euros) / output.unit_cost;
                    let (count, is_below) = said(sentence);
                    below += u32::from(is_below);
                    assert_eq!(is_below, real < count && real < 0.1, "{sentence}, really {real}");
                    assert!(
                        is_below || (count - real).abs() <= 0.05 * real.max(1.0) + 1e-9,
                        "{sentence}, really {real}"
                    );
                }
            }
        }
    }
    assert!(below > 0, "no amount was small");
}
