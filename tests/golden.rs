//! Golden pictures: what every chart looks like is kept as SVG beside this file, in the drawing units of the canvas.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes them anew; look at them before keeping them.

use std::path::Path;

use plotters::prelude::{IntoDrawingArea, SVGBackend};
use proptest::prelude::*;
use zukunftshaushalt::figure::plot::flow::{self, FlowPlot};
use zukunftshaushalt::figure::plot::indicator::{self, IndicatorPlot, Lens, Target};
use zukunftshaushalt::figure::plot::reserve::{self, Limit, ReserveColumn, ReservePlot};
use zukunftshaushalt::figure::plot::way;
use zukunftshaushalt::figure::plot::wheel::{self, Sector, WheelPlot};
use zukunftshaushalt::figure::plot::{Drawn, Ink};

#[path = "golden/plots.rs"]
mod plots;
mod seeded;

use plots::{SCALE, flows, indicators, paper, reserves};

type Svg<'a> = SVGBackend<'a>;
type Area<'a> = plotters::drawing::DrawingArea<Svg<'a>, plotters::coord::Shift>;

/// Draws one picture of the given size in CSS pixels.
pub fn svg<F>(size: (u32, u32), scale: i32, draw: F) -> String
where
    F: for<'a> FnOnce(&Area<'a>) -> Drawn<Svg<'a>>,
{
    let mut picture = String::new();
    {
        let units = scale.unsigned_abs();
        let area = SVGBackend::with_string(&mut picture, (size.0 * units, size.1 * units)).into_drawing_area();
        draw(&area).expect("the drawing answers no error");
        area.present().expect("the picture is complete");
    }
    picture
}

fn compare(name: &str, picture: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name).with_extension("svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, picture).expect("the golden picture can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differing = golden.lines().zip(picture.lines()).find(|(was, is)| was != is);
    assert!(golden == picture, "{name} has changed, first in {differing:?}; UPDATE_GOLDEN=1 keeps the new picture");
}

#[test]
fn indicators_look_as_agreed() {
    for (name, plot) in indicators() {
        compare(name, &svg((210, 69), SCALE, |area| indicator::draw(&plot, &paper(), area)));
    }
}

#[test]
fn reserves_look_as_agreed() {
    for (name, plot) in reserves() {
        compare(name, &svg((315, 110), SCALE, |area| reserve::draw(&plot, &paper(), area)));
    }
}

/// The steps of a way stand side by side, or below each other on a phone; their pieces make one line and one band.
#[test]
fn ways_look_as_agreed() {
    let draw = |size: (u32, u32), parts: (usize, usize)| {
        svg(size, SCALE, |area| {
            let pieces = plots::way();
            let areas = area.split_evenly(parts);
            areas.iter().zip(&pieces).try_for_each(|(area, piece)| way::draw(piece, &paper(), area))
        })
    };
    compare("way-across", &draw((800, 88), (1, 4)));
    compare("way-down", &draw((36, 480), (4, 1)));
}

#[test]
fn flows_look_as_agreed() {
    for (name, plot) in flows() {
        compare(name, &svg((240, 180), SCALE, |area| flow::draw(&plot, &paper(), area)));
    }
}

/// Untouched, nothing is coloured; whatever is to be drawn, numbers that are none draw no fault.
#[test]
fn a_flow_has_colour_only_where_something_changes() {
    let draw = |plot: &FlowPlot| svg((240, 180), SCALE, |area| flow::draw(plot, &paper(), area));
    let [(_, untouched), (_, followed)] = flows();
    assert!(!draw(&untouched).contains("#006D87"));
    assert!(draw(&followed).contains("#006D87"));
    let mut odd = followed.clone();
    odd.left[0] = f64::NAN;
    odd.ribbons[0].amount = f64::INFINITY;
    odd.ribbons[1].to = 9;
    assert!(!draw(&odd).contains("NaN"));
    assert_eq!(draw(&FlowPlot::default()).matches("<p").count(), 0);
}

/// What is not known is hatched, never empty: a wheel of nothing known has as many strokes, and no segment that looks fine.
#[test]
fn wheels_look_as_agreed() {
    let draw = |plot: &WheelPlot| svg((300, 300), SCALE, |area| wheel::draw(plot, &paper(), area));
    let known = plots::wheel();
    compare("wheel", &draw(&known));
    let mut unknown = known.clone();
    for sector in unknown.ceiling.iter_mut().chain(&mut unknown.foundation) {
        (sector.missing, sector.changed) = (None, None);
    }
    let strokes = |plot: &WheelPlot| draw(plot).matches("<polyline").count();
    assert!(strokes(&unknown) > strokes(&known) + 9 * 4);
    assert!(!draw(&unknown).contains("<polygon") && !draw(&unknown).contains("#006D87"));
    assert!(draw(&known).contains("#006D87"));
    let odd = Sector { number: String::new(), missing: Some((f64::NAN, f64::INFINITY)), changed: Some(-9.0) };
    draw(&WheelPlot { ceiling: vec![odd], foundation: Vec::new() });
}

/// What is known exactly is a line, however wide the rest is; numbers that are none draw nothing.
#[test]
fn a_way_is_as_wide_as_what_is_not_known() {
    let draw = |plot: &way::WayPlot| svg((200, 88), SCALE, |area| way::draw(plot, &paper(), area));
    let exact = way::WayPlot { here: [1.0; 4], next: [1.0; 4], is_first: true, reach: 1.0 };
    let wide = way::WayPlot { next: [0.0, 0.5, 1.5, 2.0], ..exact.clone() };
    let height = |picture: &str| {
        let corners = picture.split("points=\"").skip(1).filter_map(|it| it.split('"').next());
        let heights = corners.flat_map(|it| it.split(' ').filter_map(|it| it.split_once(',')?.1.parse::<i32>().ok()));
        let all: Vec<i32> = heights.collect();
        all.iter().max().copied().unwrap_or(0) - all.iter().min().copied().unwrap_or(0)
    };
    assert_eq!(height(&draw(&exact)), 0);
    assert!(height(&draw(&wide)) > 80 * SCALE);
    let nothing = way::WayPlot { here: [f64::NAN; 4], ..exact };
    assert!(!draw(&nothing).contains("points"));
}

/// A law without a limit has no dotted line, and no label keeps clear of one.
#[test]
fn a_law_without_a_limit_has_no_line() {
    let (_, with) = reserves().swap_remove(0);
    let without = ReservePlot { limit: None, ..with.clone() };
    let draw = |plot: &ReservePlot| svg((315, 110), SCALE, |area| reserve::draw(plot, &paper(), area));
    let dots = |picture: &str| picture.matches("<rect").count();
    assert!(dots(&draw(&with)) > dots(&draw(&without)) + 20);
    assert!(!draw(&without).contains("Grenze"));
    let unknown = Some(Limit { percent: f64::NAN, label: vec!["Grenze".to_owned()] });
    assert_eq!(draw(&ReservePlot { limit: unknown, ..with }), draw(&without));
}

#[test]
fn an_untouched_picture_has_no_colour() {
    let untouched = |name: &str| name.ends_with("-untouched");
    let line = |plot: &IndicatorPlot| svg((210, 69), SCALE, |area| indicator::draw(plot, &paper(), area));
    let columns = |plot: &ReservePlot| svg((315, 110), SCALE, |area| reserve::draw(plot, &paper(), area));
    let is_coloured = |picture: &String| picture.contains("#006D87");
    let (still, moved): (Vec<_>, Vec<_>) = indicators().into_iter().partition(|(name, _)| untouched(name));
    let (calm, struck): (Vec<_>, Vec<_>) = reserves().into_iter().partition(|(name, _)| untouched(name));
    assert_eq!((still.len(), calm.len()), (1, 1));
    let drawn = |lines: &[(&str, IndicatorPlot)], bars: &[(&str, ReservePlot)]| -> Vec<String> {
        lines.iter().map(|(_, it)| line(it)).chain(bars.iter().map(|(_, it)| columns(it))).collect()
    };
    assert!(!drawn(&still, &calm).iter().any(is_coloured));
    assert!(drawn(&moved, &struck).iter().all(is_coloured), "the colour that is looked for is the one of changes");
}

#[test]
fn values_that_are_not_finite_are_left_out() {
    let (_, plot) = indicators().swap_remove(0);
    let mut holed = plot.clone();
    for (at, gap) in [(f64::NAN, 1.0), (2000.0, f64::NAN), (2000.0, f64::INFINITY), (f64::NEG_INFINITY, 1.0)] {
        holed.measured.push((at, gap));
        holed.plan.insert(0, (at, gap));
    }
    let draw = |plot: &IndicatorPlot| svg((210, 69), SCALE, |area| indicator::draw(plot, &paper(), area));
    assert_eq!(draw(&plot), draw(&holed));
}

/// Every number, with a preference for the awkward ones.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1000.0..1000.0f64,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, f64::NAN]),
        1 => prop::sample::select(vec![f64::INFINITY, f64::NEG_INFINITY, 1e-300, 1e300, 5.0, 2022.0]),
    ]
}

fn line() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((prop_oneof![3 => 1990.0..2045.0f64, 1 => number()], number()), 0..12)
}

fn label() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "0", "73,6", "1.234,5", "−12.345,67", "Ziel 2.000.000", "<&ü>"]).prop_map(Into::into)
}

prop_compose! {
    fn any_indicator()(
        measured in line(), plan in line(), scenario in prop::option::of(line()), range in prop::option::of(line()),
        target in prop::option::of((number(), label(), prop::option::of(number()))),
        texts in (label(), label(), label(), label()), lens in (number(), number(), number()), changed in any::<bool>(),
    ) -> IndicatorPlot {
        IndicatorPlot {
            measured, plan, scenario,
            range: range.map(|range| range.into_iter().map(|(x, y)| (x, [y, y / 2.0, y * 2.0, y])).collect()).unwrap_or_default(),
            target: target.map(|(value, label, year)| Target { value, label, year }),
            first_label: texts.0.clone(), last_measured_label: texts.1.clone(), end_label: texts.2,
            lens: Lens {
                plan: lens.0, plan_label: texts.0, scenario: changed.then_some((lens.1, texts.3)), step: lens.2,
                range: changed.then_some([lens.2, lens.1, lens.0, lens.2]),
            },
            higher_is_better: changed,
        }
    }
}

prop_compose! {
    fn any_reserve()(
        years in prop::collection::vec((number(), prop::option::of(number()), label(), any::<bool>()), 0..8),
        limit in prop::option::of((number(), prop::collection::vec(label(), 0..5))),
    ) -> ReservePlot {
        let column = |(plan, scenario, label, due): (f64, Option<f64>, String, bool)| {
            ReserveColumn { year: label.clone(), plan, scenario, label, due }
        };
        let limit = limit.map(|(percent, label)| Limit { percent, label });
        ReservePlot { years: years.into_iter().map(column).collect(), limit }
    }
}

/// All coordinates of a picture lie inside it, up to half a stroke.
fn inside(picture: &str, size: (u32, u32), scale: i32) -> Result<(), TestCaseError> {
    prop_assert!(!picture.contains("NaN") && !picture.contains("inf"));
    let bounds = [("x", size.0), ("cx", size.0), ("x1", size.0), ("y", size.1), ("cy", size.1), ("y1", size.1)];
    for (name, length) in bounds {
        for rest in picture.split(&format!(" {name}=\"")).skip(1) {
            let value: f64 = rest.split('"').next().and_then(|value| value.parse().ok()).expect("a number");
            let (low, high) = (-3.0 * f64::from(scale), (f64::from(length) + 3.0) * f64::from(scale));
            prop_assert!((low..=high).contains(&value), "{name} = {value} is outside");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(seeded::cases(400))]

    #[test]
    fn any_indicator_can_be_drawn(
        plot in any_indicator(), size in (0u32..430, 0u32..120), scale in 1i32..=8, line in number()
    ) {
        let ink = Ink { scale, line: if line.abs() < 4.0 { line } else { 1.7 }, ..paper() };
        inside(&svg(size, scale, |area| indicator::draw(&plot, &ink, area)), size, scale)?;
    }

    #[test]
    fn any_reserve_can_be_drawn(plot in any_reserve(), size in (0u32..430, 0u32..120), scale in 1i32..=8) {
        let ink = Ink { scale, ..paper() };
        inside(&svg(size, scale, |area| reserve::draw(&plot, &ink, area)), size, scale)?;
    }
}
