//! The drafts of a group for others to count (Export): by keys, in an order that tells nothing of who came when.

use std::fmt::Write;

use super::account::Account;
use super::aggregate::{Direction, Together};
use super::hand::Handed;
use crate::model::{Money, Town};
use crate::scenario::{Movable, Portable, Reasons};

/// Drafts in the order of their nonces, numbered from one.
fn numbered(drafts: &[Handed]) -> impl Iterator<Item = (usize, &Handed)> {
    let mut all: Vec<&Handed> = drafts.iter().collect();
    all.sort_by(|one, other| one.nonce.cmp(&other.nonce));
    (1..).zip(all)
}

/// A row for each change of each draft, money in euros a year with a point (CSV).
pub fn csv(town: &Town, drafts: &[Handed]) -> String {
    let mut text = String::from("draft,kind,key,purpose,euros_per_year,from,to,multiplier\r\n");
    for (number, it) in numbered(drafts) {
        let Portable { moves, taxes, shocks } = Portable::of(town, &it.scenario, &Reasons::default());
        let mut row = |kind: &str, key: &str, purpose: &str, rest: String| {
            let _ = write!(text, "{number},{kind},{},{},{rest}\r\n", field(key), field(purpose));
        };
        let year = |it: Option<crate::model::Year>| it.map_or_else(String::new, |it| it.0.to_string());
        for it in moves {
            let rest = format!("{},{},{},", it.euros_per_year, year(it.from), year(it.to));
            match &it.what {
                Movable::Lever { lever, purpose } => row("lever", lever, purpose.as_deref().unwrap_or_default(), rest),
                Movable::Measure { measure } => row("measure", measure, "", rest),
            }
        }
        for it in taxes {
            row("tax", &it.tax, "", format!(",,,{}", it.multiplier));
        }
        for it in &shocks {
            row("shock", it, "", ",,,".to_owned());
        }
        // A draft that keeps to the plan is an answer too.
        if it.scenario.is_untouched() {
            row("none", "", "", ",,,".to_owned());
        }
    }
    text
}

/// A field of a comma-separated row.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The drafts in the manner of pabulib, a format of participatory budgets (pb): a project is a thing and the way it goes, a
/// vote gives it the euros of the draft as points. The cost of a project is the median of those who want it.
pub fn pb(town: &Town, drafts: &[Handed], all: &Together) -> String {
    const WAYS: [(Direction, &str); 2] = [(Direction::More, "more"), (Direction::Less, "less")];
    let mut projects = String::from("PROJECTS\nproject_id;cost;votes;name\n");
    let mut count = 0;
    for (thing, spread) in &all.things {
        let Some((kind, key)) = thing.key(town) else { continue };
        for (direction, way) in WAYS {
            let going: Vec<f64> =
                spread.moved().iter().filter(|it| (**it > 0.0) == (direction == Direction::More)).copied().collect();
            let Some(cost) = going.get(going.len() / 2) else { continue };
            count += 1;
            let _ = writeln!(projects, "{kind}:{key}:{way};{};{};{kind} {key} {way}", whole(*cost), going.len());
        }
    }
    let mut votes = String::from("VOTES\nvoter_id;vote;points\n");
    for (number, it) in numbered(drafts) {
        let (mut names, mut points) = (Vec::new(), Vec::new());
        for (thing, money) in &it.account.things {
            let Some((kind, key)) = thing.key(town) else { continue };
            let way = if *money > Money::ZERO { "more" } else { "less" };
            names.push(format!("{kind}:{key}:{way}"));
            points.push(whole(money.euros()));
        }
        let _ = writeln!(votes, "{number};{};{}", names.join(","), points.join(","));
    }
    let given: f64 = mean_given(drafts.iter().map(|it| &it.account));
    let meta = [
        ("description", format!("Drafts of a group for {}", town.name.en)),
        ("country", "Germany".to_owned()),
        ("unit", town.short_name.clone()),
        ("instance", town.year.0.to_string()),
        ("num_projects", count.to_string()),
        ("num_votes", drafts.len().to_string()),
        ("budget", whole(given)),
        ("vote_type", "cumulative".to_owned()),
        ("rule", "unspecified".to_owned()),
        ("currency", "EUR".to_owned()),
        (
            "comment",
            "points are euros a year; budget is what a draft adds on average; less means money taken".to_owned(),
        ),
        ("edition", town.id.clone()),
    ];
    let meta: String = meta.iter().map(|(key, value)| format!("{key};{value}\n")).collect();
    format!("META\nkey;value\n{meta}{projects}{votes}")
}

/// What a draft adds on average, euros.
fn mean_given<'a>(accounts: impl Iterator<Item = &'a Account>) -> f64 {
    let (mut sum, mut count) = (Money::ZERO, 0_u32);
    for it in accounts {
        sum += it.things.iter().map(|it| it.1).filter(|it| *it > Money::ZERO).sum();
        count += 1;
    }
    sum.euros() / f64::from(count.max(1))
}

/// Whole euros without a sign.
fn whole(euros: f64) -> String {
    format!("{:.0}", euros.abs())
}
