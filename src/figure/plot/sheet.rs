//! A drawing to take away: with the words that stand around it on the page, on white ground.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;
use plotters::style::{RGBColor, WHITE};

use super::cohort::Bar;
use super::dots::{self, DotPlot};
use super::flow::{self, FlowPlot};
use super::indicator::{self, IndicatorPlot};
use super::pen::{Pen, Weight, text_width};
use super::reserve::{self, ReservePlot};
use super::way::{self, WayPlot};
use super::wheel::{self, WheelPlot};
use super::{Drawn, Ink};

/// A drawing with its words (Bildblatt), as wide as [`WIDTH`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// Its parts from top to bottom.
    pub blocks: Vec<Block>,
    /// Where it comes from; a line each.
    pub foot: Vec<String>,
}

/// A part of a sheet (Block).
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Sentences.
    Text(String),
    /// What is to be read first.
    Strong(String),
    /// A drawing of its own width and height, CSS pixels.
    Drawing(Drawing, (f64, f64)),
    /// Columns of one width beside each other, the first of each line being what is to be read first.
    Columns(Vec<Vec<Line>>),
    /// Rows with a bar around a line.
    Bars(Vec<BarRow>),
    /// A flow between the lists that it joins.
    Flow(FlowSides, FlowPlot),
    /// Pieces of a way beside each other, each above its words.
    Way(Vec<(WayPlot, Vec<Line>)>),
}

/// A text in a column, and whether it is strong.
pub type Line = (String, bool);

/// The lists at both ends of a flow (Seiten).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowSides {
    /// What stands above each.
    pub heads: [String; 2],
    /// Name, amount, and what changes, from top to bottom.
    pub rows: [Vec<[String; 3]>; 2],
}

/// A row with a bar (Balkenzeile).
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// What it is of.
    pub name: String,
    /// The bar.
    pub bar: Bar,
    /// What it says.
    pub value: String,
}

/// What is drawn alone (Zeichnung).
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Course of an indicator.
    Course(Box<IndicatorPlot>),
    /// Use of the reserves.
    Reserve(ReservePlot),
    /// Twenty equally likely changes.
    Dots(DotPlot),
    /// Ceiling and foundation.
    Wheel(WheelPlot),
    /// A field of squares: how many, how many of them filled, how many in a row.
    Squares([u32; 3]),
}

/// Width of every sheet, CSS pixels.
pub const WIDTH: f64 = 880.0;
/// Around it.
const MARGIN: f64 = 24.0;
/// Height of a line of text.
const LINE: f64 = 19.0;
/// Between two parts.
const SPACE: f64 = 12.0;
/// How much larger the title is.
const TITLE: f64 = 1.5;
/// Between two columns.
const GUTTER: f64 = 20.0;
/// Height of the pieces of a way.
const PIECE: f64 = 64.0;
/// Least height of a row beside a flow, and how much of the width each list takes.
const ROW: f64 = 46.0;
const LIST: f64 = 0.37;
/// Height of a row with a bar, and which parts of the width its name and its bar take.
const BAR_ROW: f64 = 28.0;
const NAMES: f64 = 0.24;
const BARS: f64 = 0.46;

/// A run of a kind of text.
struct Run<'a> {
    text: &'a str,
    weight: Weight,
}

/// How high a sheet is, CSS pixels.
pub fn height(sheet: &Sheet) -> f64 {
    let blocks: f64 = sheet.blocks.iter().map(|it| SPACE + block_height(it)).sum();
    let foot: f64 = sheet.foot.iter().map(|it| lines(it, Weight::Text, inner()).len() as f64 * LINE).sum();
    (MARGIN * 2.0 + title(sheet).len() as f64 * LINE * TITLE + blocks + SPACE + foot).ceil()
}

/// Draws a sheet on an area of [`WIDTH`] and [`height`].
pub fn draw<DB: DrawingBackend>(sheet: &Sheet, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    pen.fill((0.0, 0.0), pen.size(), WHITE)?;
    let large = Ink { scale: (f64::from(ink.scale) * TITLE).round() as i32, ..ink.clone() };
    let mut y = MARGIN;
    for line in title(sheet) {
        let pen = Pen::new(&large, area);
        let at = (MARGIN / TITLE, (y + LINE * TITLE / 2.0) / TITLE);
        pen.text(&line, at, HPos::Left, Weight::Strong, colours.ink)?;
        y += LINE * TITLE;
    }
    for block in &sheet.blocks {
        y += SPACE;
        draw_block(block, y, ink, area)?;
        y += block_height(block);
    }
    y += SPACE;
    sheet.foot.iter().try_for_each(|it| {
        let run = Run { text: it, weight: Weight::Text };
        y += set(&run, (MARGIN, y), inner(), &pen, colours.ink_2)?;
        Ok(())
    })
}

fn inner() -> f64 {
    WIDTH - 2.0 * MARGIN
}

fn title(sheet: &Sheet) -> Vec<String> {
    lines(&sheet.title, Weight::Strong, inner() / TITLE)
}

fn weight(is_strong: bool) -> Weight {
    if is_strong { Weight::Strong } else { Weight::Text }
}

/// How much wider than the page's the font may be with which a file is opened elsewhere.
const OTHER_FONT: f64 = 1.3;

/// Breaks a text where a line would be wider than `width` in any usual font; only a single word may be.
fn lines(text: &str, weight: Weight, width: f64) -> Vec<String> {
    let fits = |text: &str| text_width(text, weight) * OTHER_FONT <= width;
    let mut lines: Vec<String> = Vec::new();
    let words = text.split([' ', '\n']).filter(|it| !it.is_empty());
    // What must not break does where the line is too short for it.
    let parts = words.flat_map(|it| {
        let is_whole = fits(it);
        it.split_inclusive(move |letter| !is_whole && ['\u{a0}', '/', '-'].contains(&letter))
    });
    for word in parts {
        if let Some(last) = lines.last_mut() {
            let gap = if last.ends_with(['\u{a0}', '/']) { "" } else { " " };
            let longer = format!("{last}{gap}{word}");
            if fits(&longer) {
                *last = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// Sets a text from its upper left corner; its height.
fn set<DB: DrawingBackend>(
    run: &Run<'_>,
    at: (f64, f64),
    width: f64,
    pen: &Pen<'_, DB>,
    colour: RGBColor,
) -> Result<f64, plotters::drawing::DrawingAreaErrorKind<DB::ErrorType>> {
    let all = lines(run.text, run.weight, width);
    for (line, row) in all.iter().zip(0..) {
        let y = at.1 + (f64::from(row) + 0.5) * LINE;
        pen.text(line, (at.0, y), HPos::Left, run.weight, colour)?;
    }
    Ok(all.len() as f64 * LINE)
}

fn column_width(count: usize) -> f64 {
    let count = count.max(1) as f64;
    (inner() - GUTTER * (count - 1.0)) / count
}

fn column_height(column: &[Line], width: f64) -> f64 {
    column.iter().map(|(it, is_strong)| lines(it, weight(*is_strong), width).len() as f64 * LINE).sum()
}

fn block_height(block: &Block) -> f64 {
    match block {
        Block::Text(it) => lines(it, Weight::Text, inner()).len() as f64 * LINE,
        Block::Strong(it) => lines(it, Weight::Strong, inner()).len() as f64 * LINE,
        Block::Drawing(_, (_, height)) => *height,
        Block::Columns(all) => {
            let width = column_width(all.len());
            all.iter().map(|it| column_height(it, width)).fold(0.0, f64::max)
        }
        Block::Bars(rows) => rows.len() as f64 * BAR_ROW,
        Block::Flow(sides, _) => LINE + SPACE + flow_height(sides),
        Block::Way(steps) => {
            let width = column_width(steps.len());
            PIECE + steps.iter().map(|(_, it)| column_height(it, width)).fold(0.0, f64::max)
        }
    }
}

/// A part of the area, CSS pixels.
fn part<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    ink: &Ink,
    from: (f64, f64),
    size: (f64, f64),
) -> DrawingArea<DB, Shift> {
    let units = |length: f64| (length * f64::from(ink.scale)).round() as i32;
    area.clone().shrink((units(from.0), units(from.1)), (units(size.0), units(size.1)))
}

fn draw_block<DB: DrawingBackend>(block: &Block, y: f64, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    match block {
        Block::Text(text) => {
            set(&Run { text, weight: Weight::Text }, (MARGIN, y), inner(), &pen, colours.ink).map(|_| ())
        }
        Block::Strong(text) => {
            set(&Run { text, weight: Weight::Strong }, (MARGIN, y), inner(), &pen, colours.ink).map(|_| ())
        }
        Block::Drawing(drawing, size) => drawing.draw(ink, &part(area, ink, (MARGIN, y), *size)),
        Block::Columns(columns) => {
            let width = column_width(columns.len());
            let begins = (0..columns.len()).map(|at| MARGIN + at as f64 * (width + GUTTER));
            columns.iter().zip(begins).try_for_each(|(it, x)| column(it, (x, y), width, &pen, ink))
        }
        Block::Bars(rows) => {
            rows.iter().zip(0..).try_for_each(|(row, at)| bar(row, y + f64::from(at) * BAR_ROW, &pen, ink))
        }
        Block::Flow(sides, plot) => flow(sides, plot, y, ink, area),
        Block::Way(steps) => {
            let width = column_width(steps.len());
            steps.iter().enumerate().try_for_each(|(at, (piece, words))| {
                let x = MARGIN + at as f64 * (width + GUTTER);
                // The line goes on through the gap, up to the next step.
                let long = if at + 1 < steps.len() { width + GUTTER } else { width };
                way::draw(piece, ink, &part(area, ink, (x, y), (long, PIECE)))?;
                column(words, (x, y + PIECE), width, &pen, ink)
            })
        }
    }
}

fn column<DB: DrawingBackend>(all: &[Line], at: (f64, f64), width: f64, pen: &Pen<'_, DB>, ink: &Ink) -> Drawn<DB> {
    let mut y = at.1;
    for (text, is_strong) in all {
        y += set(&Run { text, weight: weight(*is_strong) }, (at.0, y), width, pen, ink.palette.ink)?;
    }
    Ok(())
}

fn bar<DB: DrawingBackend>(row: &BarRow, y: f64, pen: &Pen<'_, DB>, ink: &Ink) -> Drawn<DB> {
    let (middle, colours) = (y + BAR_ROW / 2.0, &ink.palette);
    let (from, long) = (MARGIN + inner() * NAMES, inner() * BARS);
    pen.text(&row.name, (MARGIN, middle), HPos::Left, Weight::Text, colours.ink)?;
    let begin = from + long * row.bar.start / 100.0;
    let end = begin + long * row.bar.length / 100.0;
    pen.fill((begin, middle - 5.0), (end, middle + 5.0), colours.accent)?;
    pen.fill((from + long / 2.0 - 0.75, y), (from + long / 2.0 + 0.75, y + BAR_ROW), colours.ink)?;
    pen.text(&row.value, (from + long + GUTTER, middle), HPos::Left, Weight::Text, colours.ink)
}

fn flow_height(sides: &FlowSides) -> f64 {
    sides.rows.iter().map(Vec::len).max().unwrap_or_default() as f64 * ROW
}

/// The lists stand at the ends of the ribbons, row by row as the drawing expects them.
fn flow<DB: DrawingBackend>(
    sides: &FlowSides,
    plot: &FlowPlot,
    y: f64,
    ink: &Ink,
    area: &DrawingArea<DB, Shift>,
) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (high, list) = (flow_height(sides), inner() * LIST);
    let ribbons = (MARGIN + list, inner() - 2.0 * list);
    let top = y + LINE + SPACE;
    flow::draw(plot, ink, &part(area, ink, (ribbons.0, top), (ribbons.1, high)))?;
    let room = list - GUTTER / 2.0;
    let begins = [MARGIN, ribbons.0 + ribbons.1 + GUTTER / 2.0];
    for ((head, rows), x) in sides.heads.iter().zip(&sides.rows).zip(begins) {
        set(&Run { text: head, weight: Weight::Strong }, (x, y), room, &pen, colours.ink)?;
        let slot = high / rows.len().max(1) as f64;
        for ([name, amount, change], at) in rows.iter().zip(0..) {
            let middle = top + (f64::from(at) + 0.5) * slot;
            let wide = |it: &str, weight: Weight| text_width(it, weight) * OTHER_FONT + SPACE;
            let names = lines(name, Weight::Text, room - wide(amount, Weight::Strong));
            // The change stands below the amount, beside the end of the name where there is room.
            let last = names.last().map_or(0.0, |it| wide(it, Weight::Text));
            let is_beside = names.len() > 1 && last + wide(change, Weight::Text) <= room;
            let below = if is_beside { names.len() - 1 } else { names.len() };
            let count = if change.is_empty() { names.len() } else { below + 1 };
            let y = |row: usize| middle + (row as f64 + 0.5 - count as f64 / 2.0) * LINE;
            for (row, line) in names.iter().enumerate() {
                pen.text(line, (x, y(row)), HPos::Left, Weight::Text, colours.ink)?;
            }
            pen.text(amount, (x + room, y(0)), HPos::Right, Weight::Strong, colours.ink)?;
            pen.text(change, (x + room, y(below)), HPos::Right, Weight::Text, colours.ink)?;
        }
    }
    Ok(())
}

impl Drawing {
    fn draw<DB: DrawingBackend>(&self, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        match self {
            Self::Course(plot) => indicator::draw(plot, ink, area),
            Self::Reserve(plot) => reserve::draw(plot, ink, area),
            Self::Dots(plot) => dots::draw(plot, ink, area),
            Self::Wheel(plot) => wheel::draw(plot, ink, area),
            Self::Squares([count, filled, columns]) => squares(*count, *filled, *columns, ink, area),
        }
    }
}

/// Filled from the upper left corner: so many of so many.
fn squares<DB: DrawingBackend>(
    count: u32,
    filled: u32,
    columns: u32,
    ink: &Ink,
    area: &DrawingArea<DB, Shift>,
) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let columns = columns.max(1);
    let side = pen.size().0 / f64::from(columns);
    for at in 0..count {
        let (x, y) = (f64::from(at % columns) * side, f64::from(at / columns) * side);
        let (from, to) = ((x + 0.5, y + 0.5), (x + side - 0.5, y + side - 0.5));
        match at < filled {
            true => pen.fill(from, to, colours.accent)?,
            false => pen.frame(from, to, 0.75, colours.edge)?,
        }
    }
    Ok(())
}
