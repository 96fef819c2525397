//! The laws of the model: what is written in the first lines of `src/lib.rs`, over random towns and random scenarios.
//!
//! A town is Münster, Freiburg or one made at random that passes the checks of a pack; a scenario is made as people make one, by
//! actions of a session, with targets inside and beyond the bounds. The seed is fixed so that two runs say the same;
//! `PROPTEST_RNG_SEED` tries another one.
//!
//! | file | laws |
//! |---|---|
//! | `model` | nothing from nothing, finite, repeatable, explained, closed, monotone |
//! | `chains` | random chains keep the rules of the catalogue |
//! | `budget_law` | more missing is never milder; limits lie where they are said to lie |
//! | `beyond` | ranges, profile, crises and the exported file: finite, repeatable, nothing from nothing |
//! | `actions` | bounds, locks, years, steps back and forward |
//! | `annex` | the annex to a motion sums to what was moved, and its sentences are whole |
//! | `codes` | what goes into a link comes back to the cent; a changed letter is seen |
//! | `drafts` | what is saved opens as it was |
//! | `easy` | easy German keeps to its rules, whatever is moved |
//! | `group` | drafts added up: means sum to the mean of balances, and the order of people makes no difference |
//! | `matrix` | every lever, every measure and every tax alone, to both ends |
//! | `rooms` | how far something goes: lines of a lever, what can be added in a year |
//! | `pictures` | every drawing can be taken away, with the words and amounts of the page |
//! | `plan` | Münster's own plan |
//! | `sending` | sending ends in bounded time and never says more than was answered |
//! | `products` | by products and by goals the budget is the same money |

mod actions;
mod annex;
mod beyond;
mod budget_law;
mod chains;
mod codes;
mod drafts;
mod easy;
mod group;
#[path = "../linter/mod.rs"]
mod linter;
mod matrix;
mod model;
mod numbers;
mod pictures;
mod plan;
mod products;
mod rooms;
#[path = "../seeded/mod.rs"]
mod seeded;
mod sending;
mod towns;
mod wishes;

use seeded::cases;
