//! What our statistics say about given numbers, as JSON, so that other people's statistics can be held beside it.

use std::process::ExitCode;

use input::Words;
use serde_json::{Value, json};
use zukunftshaushalt::model::{Indicator, Measured, Town, Year};

#[allow(dead_code, reason = "scenarios and times are for the other programs")]
mod input;

const HELP: &str = "Prints numbers and what the statistics of Zukunftshaushalt say about them, as JSON.

  cargo run --no-default-features --example statistics -- --pack FOLDER

  --pack FOLDER  folder of a pack, such as packs/muenster-2026
  --help         prints this text

`trends` holds every series of the pack and some made up: scale, years, values, and the slope in logit points per year.
tests/verify/reference.py compares them with SciPy.";

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
    Ok(json!({ "trends": trends(&town) }).to_string())
}

fn trends(town: &Town) -> Vec<Value> {
    let made_up = (0..MADE_UP).filter_map(|n| made_up(town.indicators.get(n as usize % town.indicators.len())?, n));
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
                "slope": it.trend(),
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

/// Numbers from zero to below one, the same in every run (linear congruential generator of Knuth's MMIX).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}
