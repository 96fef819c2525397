//! What our statistics say about given numbers, as JSON, so that other people's statistics can be held beside it.

use std::process::ExitCode;

use input::Words;
use serde_json::{Value, json};
use zukunftshaushalt::model::ensemble::{Draws, MEMBERS, quantile, select};
use zukunftshaushalt::model::forecast::{back_test, trend};
use zukunftshaushalt::model::{Effect, Grade, Indicator, IndicatorAt, Measured, Town, Year};

#[allow(dead_code, reason = "scenarios and times are for the other programs")]
mod input;

const HELP: &str = "Prints numbers and what the statistics of Zukunftshaushalt say about them, as JSON.

  cargo run --no-default-features --example statistics -- --pack FOLDER

  --pack FOLDER  folder of a pack, such as packs/muenster-2026
  --help         prints this text

`trends` holds every series of the pack and some made up: scale, years, values, and the slope in logit points per year, and how
a forecast of the last three values would have done.
`quantiles` holds made-up numbers, shares, and the quantiles of type 7, by selection and by sorting. `factors` holds by
what the members of the ensemble depart from the central values, row by row with the grade of evidence, and `walk` the
noise of every year.
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
    let graded = of_every_grade(&town);
    let draws = Draws::new(&graded, MEMBERS);
    let told = json!({
        "trends": trends(&town),
        "quantiles": COUNTS.map(quantiles),
        "factors": factors(&graded, &draws),
        "walk": draws.walk,
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

/// The town with effects of every grade in turn; no pack has to have them all.
fn of_every_grade(town: &Town) -> Town {
    let mut town = town.clone();
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D];
    for (effect, grade) in town.effects.iter_mut().filter(|it| it.share != 0.0).zip(grades.into_iter().cycle()) {
        (effect.grade, effect.euro_grade) = (grade, grade);
    }
    town
}

/// All rows of factors with the grade that decides how far they spread (ensemble.md, Draws).
fn factors(town: &Town, draws: &Draws) -> Vec<Value> {
    let row = |what: &str, grade: Grade, may_be_zero: bool, factors: &Vec<f64>| json!({ "what": what, "grade": grade, "may_be_zero": may_be_zero, "factors": factors });
    let with_euros = |it: &Effect| it.grade.max(it.euro_grade);
    let linked = town.numbered_effects();
    let shares =
        linked.zip(&draws.share).map(|(it, row_of)| row("share", with_euros(it), it.grade == Grade::D, row_of));
    let of_indicators = [
        ("decay", &draws.decay, true),
        ("headroom", &draws.headroom, false),
        ("fade", &draws.fade, false),
        ("delay", &draws.delay, false),
    ];
    let of_indicators = of_indicators.into_iter().flat_map(|(what, rows, has_euros)| {
        rows.pairs().map(move |(indicator, factors)| {
            let grade_of = |it: &Effect| if has_euros { with_euros(it) } else { it.grade };
            let grade = town.effects_on(indicator).map(grade_of).max().unwrap_or(Grade::C);
            row(what, grade, false, factors)
        })
    });
    let spills = draws.spill.iter().map(|factors| row("spill", Grade::C, false, factors));
    shares.chain(of_indicators).chain(spills).collect()
}

/// Numbers from zero to below one, the same in every run (linear congruential generator of Knuth's MMIX).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}
