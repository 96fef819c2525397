//! What the golden pictures show: made-up but plausible values in every shape a chart can take.

use zukunftshaushalt::figure::plot::flow::{FlowPlot, Ribbon};
use zukunftshaushalt::figure::plot::indicator::{IndicatorPlot, Lens, Target};
use zukunftshaushalt::figure::plot::reserve::{Limit, ReserveColumn, ReservePlot};
use zukunftshaushalt::figure::plot::way::WayPlot;
use zukunftshaushalt::figure::plot::wheel::{Sector, WheelPlot};
use zukunftshaushalt::figure::plot::{Ink, Palette};

/// Drawing units per CSS pixel, as on the canvas.
pub const SCALE: i32 = 8;

/// The light tokens of the page.
pub fn paper() -> Ink {
    let token = |name: &str| {
        Some(match name {
            "--paper" => "#F4F5F1",
            "--ink" => "#1B1D1C",
            "--ink-2" => "#484C49",
            "--rule" => "#D5D8D2",
            "--edge" => "#777D78",
            "--plan" => "#7A807B",
            "--accent" => "#006D87",
            "--band" => "#C3E1E8",
            "--band-edge" => "#3E8CA0",
            _ => return None,
        })
    };
    Ink { palette: Palette::from_tokens(token).expect("all tokens are colours"), scale: SCALE, line: 1.0 }
}

/// The indicator shapes by the name of their golden picture.
pub fn indicators() -> Vec<(&'static str, IndicatorPlot)> {
    let up_good = IndicatorPlot {
        measured: vec![(1990.0, 57.0), (1998.0, 60.0), (2007.0, 63.5), (2013.0, 66.0), (2019.0, 69.5), (2022.0, 70.4)],
        plan: vec![(2026.0, 71.0), (2030.0, 71.6), (2038.0, 72.7), (2045.0, 73.6)],
        scenario: Some(vec![(2026.0, 71.0), (2030.0, 72.0), (2038.0, 73.4), (2045.0, 74.5)]),
        range: vec![
            (2026.0, [71.0, 71.0, 71.0, 71.0]),
            (2030.0, [71.0, 71.5, 72.4, 73.0]),
            (2038.0, [71.9, 72.8, 74.1, 75.0]),
            (2045.0, [72.5, 73.6, 75.4, 76.5]),
        ],
        target: Some(Target { value: 75.0, label: "Ziel 75".into(), year: Some(2030.0) }),
        first_label: "1990".into(),
        last_measured_label: "2022".into(),
        end_label: "2045".into(),
        lens: Lens { range: Some([73.8, 74.1, 74.8, 75.3]), ..lens((73.6, "73,6"), Some((74.5, "74,5")), 0.1) },
        higher_is_better: true,
    };
    let down_good = IndicatorPlot {
        measured: vec![
            (1990.0, 637.0),
            (2000.0, 626.0),
            (2010.0, 615.0),
            (2015.0, 590.0),
            (2019.0, 577.0),
            (2022.0, 562.0),
        ],
        plan: vec![(2026.0, 540.0), (2030.0, 520.0), (2038.0, 487.0), (2045.0, 455.0)],
        scenario: Some(vec![(2026.0, 540.0), (2030.0, 517.0), (2038.0, 482.0), (2045.0, 449.0)]),
        range: Vec::new(),
        target: Some(Target { value: 33.0, label: "Ziel 33".into(), year: Some(2030.0) }),
        lens: lens((455.0, "455"), Some((449.0, "449")), 1.0),
        higher_is_better: false,
        ..up_good.clone()
    };
    let without_target = IndicatorPlot {
        measured: vec![(1990.0, 30.0), (1998.0, 37.0), (2007.0, 47.0), (2013.0, 40.0), (2019.0, 36.0), (2022.0, 38.0)],
        plan: vec![(2026.0, 38.2), (2030.0, 38.5), (2045.0, 39.0)],
        range: Vec::new(),
        scenario: Some(vec![(2026.0, 38.2), (2030.0, 38.3), (2045.0, 38.4)]),
        target: None,
        lens: lens((39.0, "39,0"), Some((38.4, "38,4")), 0.1),
        ..up_good.clone()
    };
    let missing = IndicatorPlot {
        measured: vec![(2022.0, 1204.0)],
        plan: vec![(2026.0, 1210.0), (2030.0, 1214.0), (2045.0, 1230.0)],
        range: Vec::new(),
        scenario: Some(vec![(2026.0, 1210.0), (2030.0, 1216.0), (2045.0, 1236.5)]),
        target: None,
        first_label: "2022".into(),
        lens: lens((1230.0, "1.230,0"), Some((1236.5, "1.236,5")), 0.1),
        ..up_good.clone()
    };
    let untouched = IndicatorPlot {
        measured: vec![(1990.0, 18.0), (1998.0, 16.0), (2007.0, 13.5), (2013.0, 12.0), (2019.0, 10.0), (2022.0, 9.4)],
        plan: vec![(2026.0, 9.0), (2030.0, 8.6), (2045.0, 7.6)],
        scenario: None,
        range: vec![(2026.0, [9.0, 9.0, 9.0, 9.0]), (2030.0, [7.8, 8.2, 9.0, 9.4]), (2045.0, [5.6, 6.7, 8.6, 9.9])],
        target: Some(Target { value: 10.0, label: "Ziel 10".into(), year: Some(2030.0) }),
        lens: lens((7.6, "7,60"), None, 0.01),
        higher_is_better: false,
        ..up_good.clone()
    };
    vec![
        ("indicator-up-good", up_good),
        ("indicator-down-good", down_good),
        ("indicator-without-target", without_target),
        ("indicator-missing-data", missing),
        ("indicator-untouched", untouched),
    ]
}

fn lens(plan: (f64, &str), scenario: Option<(f64, &str)>, step: f64) -> Lens {
    let scenario = scenario.map(|(value, label)| (value, label.to_owned()));
    Lens { plan: plan.0, plan_label: plan.1.into(), scenario, range: None, step }
}

/// The law chart by the name of its golden picture.
pub fn reserves() -> Vec<(&'static str, ReservePlot)> {
    let plot = |years: [(f64, Option<f64>, &str, bool); 5]| ReservePlot {
        years: (2026..)
            .zip(years)
            .map(|(year, (plan, scenario, label, due))| {
                let year = i32::to_string(&year);
                ReserveColumn { year, plan, scenario, label: label.into(), due }
            })
            .collect(),
        limit: Some(Limit {
            percent: 5.0,
            label: ["Grenze 5\u{a0}%", "zwei Jahre", "in Folge"].map(String::from).to_vec(),
        }),
    };
    let untouched = [
        (4.0, None, "4,0", false),
        (5.7, None, "5,7", false),
        (4.3, None, "4,3", false),
        (3.2, None, "3,2", false),
        (6.4, None, "6,4", false),
    ];
    let changed = [
        (4.0, Some(4.1), "4,1", false),
        (5.7, Some(6.5), "6,5", false),
        (4.3, Some(4.2), "4,2", false),
        (3.2, Some(1.9), "1,9", false),
        (6.4, Some(4.7), "4,7", false),
    ];
    let unused = [
        (4.0, Some(0.0), "0,0", false),
        (5.7, Some(0.0), "0,0", false),
        (4.3, Some(1.0), "1,0", false),
        (0.9, Some(0.0), "0,0", false),
        (6.4, Some(4.4), "4,4", false),
    ];
    let due = [
        (4.0, Some(4.1), "4,1", false),
        (5.7, Some(6.8), "6,8", true),
        (5.3, Some(5.9), "5,9", true),
        (0.0, Some(0.0), "0,0", false),
        (0.6, Some(0.4), "0,4", false),
    ];
    let names = ["reserve-untouched", "reserve-changed", "reserve-due", "reserve-unused"];
    names.into_iter().zip([untouched, changed, due, unused].map(plot)).collect()
}

/// The pieces of a way from money to an indicator: exact at first, then wider, and wider above the line than below it.
pub fn way() -> Vec<WayPlot> {
    let ranges = [[1.0; 4], [0.8, 0.9, 1.1, 1.3], [0.7, 0.9, 1.2, 1.4], [0.45, 0.7, 1.5, 2.2]];
    let next = ranges.iter().skip(1).chain(ranges.last());
    let pieces = ranges.iter().zip(next).enumerate();
    pieces.map(|(at, (here, next))| WayPlot { here: *here, next: *next, is_first: at == 0, reach: 1.2 }).collect()
}

/// Three product areas and two goals, untouched and with one area followed that gets more for one goal and less for the
/// other.
pub fn flows() -> [(&'static str, FlowPlot); 2] {
    let ribbon = |(from, to, amount): (usize, usize, f64)| Ribbon { from, to, amount, followed: amount, change: 0.0 };
    let all = [(0, 0, 30.0), (0, 1, 90.0), (1, 0, 60.0), (2, 0, 0.4), (2, 1, 45.0)];
    let untouched = FlowPlot {
        left: vec![120.0, 60.0, 45.4],
        right: vec![90.4, 135.0],
        ribbons: all.map(ribbon).to_vec(),
        is_followed: false,
    };
    let mut followed = FlowPlot { is_followed: true, ..untouched.clone() };
    for ribbon in &mut followed.ribbons {
        if ribbon.from == 0 {
            ribbon.change = if ribbon.to == 0 { 2.0 } else { -1.0 };
        } else {
            ribbon.followed = 0.0;
        }
    }
    [("flow-untouched", untouched), ("flow-followed", followed)]
}

/// A wheel with everything that a segment can be: far off, near, kept, moved, and not known.
pub fn wheel() -> WheelPlot {
    let sector = |number: usize, missing, changed| Sector { number: number.to_string(), missing, changed };
    WheelPlot {
        ceiling: vec![
            sector(1, Some((0.6, 0.4)), Some(0.35)),
            sector(2, None, None),
            sector(3, Some((0.0, 0.0)), None),
            sector(4, None, None),
        ],
        foundation: vec![
            sector(5, Some((0.3, 0.5)), Some(0.6)),
            sector(6, None, None),
            sector(7, Some((1.0, 1.0)), None),
            sector(8, None, None),
            sector(9, None, None),
        ],
    }
}
