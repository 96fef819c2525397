//! What our statistics say about given numbers, as JSON, so that other people's statistics can be held beside it.

use std::process::ExitCode;

use input::Words;
use serde_json::{Value, json};
use zukunftshaushalt::model::chain::{Draw, Draws, Members};
use zukunftshaushalt::model::ensemble::{MEMBERS, Uncertainty, quantile, select};
use zukunftshaushalt::model::forecast::{back_test, trend};
use zukunftshaushalt::model::{Grade, Indicator, IndicatorAt, Measured, Town, Year};

#[allow(dead_code, reason = "scenarios and times are for the other programs")]
mod input;

const HELP: &str = "Prints numbers and what the statistics of Zukunftshaushalt say about them, as JSON.

  cargo run --no-default-features --example statistics -- --pack FOLDER

  --pack FOLDER  folder of a pack, such as packs/muenster-2026
  --help         prints this text

`trends` holds every series of the pack and some made up: scale, years, values, and the slope in logit points per year, and how
a forecast of the last three values would have done.
`quantiles` holds made-up numbers, shares, and the quantiles of type 7, by selection and by sorting. `numbers` holds what each
number of the chain is in every member, row by row with its central value, its range, its grade of evidence and, where its
source gives it per euro, the measure whose unit cost it follows; once as the pack has them, and once with the grades of
effects in turn and without their ranges. `walks` holds how far the reference paths of some indicators have walked from the
central one, in steps of a year.
tests/verify/reference.py compares them with SciPy.";

/// How many numbers quantiles are taken of.
const COUNTS: [usize; 7] = [1, 2, 3, 10, 101, 998, 1000];

/// What the quantiles are taken at.
const SHARES: [f64; 10] = [0.0, 0.025, 0.1, 0.25, 1.0 / 3.0, 0.5, 0.75, 0.9, 0.975, 1.0];

/// Series that are made up.
const MADE_UP: u32 = 40;

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let words = Words::read(words, &["--pack"], &["--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    let town = words.town()?;
    let members = |town: &Town| numbers(town, Uncertainty::new(town, MEMBERS).members());
    let told = json!({
        "trends": trends(&town),
        "quantiles": COUNTS.map(quantiles),
        "numbers": [members(&town), members(&of_every_grade(&town))],
        "walks": walks(&town),
    });
    Ok(told.to_string())
}

fn trends(town: &Town) -> Vec<Value> {
    let made_up =
        (0..MADE_UP).filter_map(|n| made_up(town.indicators.get(IndicatorAt(n as usize % town.indicators.len()))?, n));
    town.indicators
        .iter()
        .cloned()
        .chain(made_up)
        .map(|it| {
            json!({
                "name": it.id,
                "worst": it.scale.worst,
                "best": it.scale.best,
                "years": it.series.iter().map(|it| it.year.0).collect::<Vec<u16>>(),
                "values": it.series.iter().map(|it| it.value).collect::<Vec<f64>>(),
                "slope": trend(&it),
                "damping": town.trend_damping.value,
                "back_test": back_test(&it, town.trend_damping.value),
            })
        })
        .collect()
}

/// The indicator with a series of its own: three to fifteen values with gaps between the years, some of them equal and
/// some beyond the scale.
fn made_up(like: &Indicator, n: u32) -> Option<Indicator> {
    let first = like.series.first()?;
    let mut random = Random(u64::from(n) + 1);
    let mut year = 2000;
    let series = (0..3 + n % 13)
        .map(|_| {
            year += 1 + (random.next() * 2.5) as u16;
            // Steps of a twentieth of the scale, from a tenth before its worst to a tenth beyond its best end.
            let place = (random.next() * 24.0).floor() / 20.0 - 0.1;
            let value = like.scale.worst + (like.scale.best - like.scale.worst) * place;
            Measured { year: Year(year), value, ..first.clone() }
        })
        .collect();
    Some(Indicator { id: format!("made up {n}"), series, ..like.clone() })
}

/// Numbers of both signs, a tenth of them equal to others.
fn quantiles(count: usize) -> Value {
    let mut random = Random(count as u64);
    let numbers: Vec<f64> = (0..count)
        .map(|n| if n % 10 == 9 { 0.25 } else { (random.next() - 0.4) * 10_f64.powf(random.next() * 6.0) })
        .collect();
    let mut sorted = numbers.clone();
    sorted.sort_by(f64::total_cmp);
    json!({
        "numbers": numbers,
        "shares": SHARES,
        "selected": select(&numbers, SHARES, |it| it),
        "sorted": SHARES.map(|share| quantile(&sorted, share)),
    })
}

/// The town with effects of every grade in turn, which alone says how far they spread; no pack has to have them all.
fn of_every_grade(town: &Town) -> Town {
    let mut town = town.clone();
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D].into_iter().cycle();
    for (effect, grade) in town.chain.effects.iter_mut().filter(|it| it.has_number()).zip(grades) {
        (effect.grade, effect.range) = (grade, None);
    }
    town
}

/// What every number is in every member (chain.md, Uncertainty).
fn numbers(town: &Town, members: &Members) -> Vec<Value> {
    let chain = &town.chain;
    let row = |what: &str, key: &str, value: f64, range: Option<(f64, f64)>, grade: Option<Grade>, draw: Draw| {
        let numbers = members.drawn(draw);
        json!({ "what": what, "key": key, "value": value, "range": range, "grade": grade, "numbers": numbers })
    };
    let costs = chain
        .measures
        .pairs()
        .map(|(at, it)| row("cost", &it.id, it.unit_cost, Some(it.cost_range), None, Draw::Cost(at)));
    let lives = chain.measures.pairs().map(|(at, it)| row("life", &it.id, it.life, None, None, Draw::Life(at)));
    let effects = chain.numbered().enumerate().map(|(at, it)| {
        let mut told = row("effect", &it.id, it.per_unit, it.range, Some(it.grade), Draw::Effect(at));
        let follows = chain.measures.get(it.measure).filter(|_| it.is_per_euro);
        told["per_euro_of"] = json!(follows.map(|it| &it.id));
        told
    });
    let delays = chain.numbered().enumerate();
    let delays = delays.map(|(at, it)| row("delay", &it.id, it.delay, None, None, Draw::Delay(at)));
    let links = chain.links.iter().enumerate();
    let links =
        links.map(|(at, it)| row("link", &at.to_string(), it.per_count, it.range, Some(it.grade), Draw::Link(at)));
    costs.chain(lives).chain(effects).chain(delays).chain(links).collect()
}

/// The walks of some indicators through all years, year by year and member by member.
fn walks(town: &Town) -> Vec<Vec<Vec<f64>>> {
    let years: Vec<usize> = (0..town.years().len()).collect();
    let draws = Draws::seeded(MEMBERS);
    town.indicators.places().step_by(9).map(|at| draws.walk(at, &years)).collect()
}

/// Numbers from zero to below one, the same in every run (linear congruential generator of Knuth's MMIX).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}
