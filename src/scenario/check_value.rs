use xxhash_rust::const_xxh64::xxh64;

use super::file::{Movable, Portable};
use super::reasons::Reasons;
use crate::model::{Money, Scenario, Town};

/// The program whose equations hold.
pub const MODEL: &str = env!("CARGO_PKG_VERSION");

/// A short sum over a scenario, its town and the model (Prüfwert): the same on every machine, and another one after any
/// change. Names and reasons change no number and are no part of it.
///
/// It tells drafts apart; it proves nothing against somebody who wants to deceive.
pub fn check_value(town: &Town, scenario: &Scenario) -> String {
    let sum = xxh64(canonical(town, scenario).as_bytes(), 0).to_be_bytes();
    let [a, b, c, d, ..] = sum;
    format!("{a:02x}{b:02x}-{c:02x}{d:02x}")
}

/// A line for each change, by keys, in the order of the town; money in cents.
fn canonical(town: &Town, scenario: &Scenario) -> String {
    let Portable { moves, taxes, shocks } = Portable::of(town, scenario, &Reasons::default());
    let mut text = format!("{}\n{MODEL}\n", town.id);
    for it in moves {
        let what = match &it.what {
            Movable::Lever { lever, purpose } => format!("lever {lever} {}", purpose.as_deref().unwrap_or_default()),
            Movable::Measure { measure } => format!("measure {measure}"),
        };
        let year = |year: Option<_>| year.map_or_else(String::new, |it: crate::model::Year| it.to_string());
        let cents = Money::from_euros(it.euros_per_year).cents();
        text.push_str(&format!("{what} {cents} {} {}\n", year(it.from), year(it.to)));
    }
    for it in taxes {
        text.push_str(&format!("tax {} {}\n", it.tax, it.multiplier));
    }
    for it in shocks {
        text.push_str(&format!("shock {it}\n"));
    }
    text
}
