//! Every drawing of the page as a file: with the words that stand around it there.

use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::prelude::SVGBackend;

use super::opening::{COLUMNS, field};
use super::plot::sheet::{self, BarRow, Block, Drawing, FlowSides, Sheet, WIDTH};
use super::plot::{Ink, Palette};
use super::products::{FlowRow, Followed, flow_figure};
use super::summary::order;
use super::wheel::{WheelRow, wheel_figure};
use super::{Telling, generations, indicator, insight, law_figure, opening, why};
use crate::model::chain::Members;
use crate::model::{IndicatorAt, Town};
use crate::text::Lang;

/// A drawing of the page (Bild).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// What of the whole budget could be moved.
    Opening,
    /// Use of the reserves.
    Reserve,
    /// Relief and burden by years of birth.
    Generations,
    /// From products to goals.
    Flow,
    /// Ceiling and foundation.
    Wheel,
    /// Course of an indicator.
    Course(IndicatorAt),
    /// The way from money to an indicator.
    Way(IndicatorAt),
    /// How sure the change of an indicator is.
    Sure(IndicatorAt),
}

impl Picture {
    /// Its name among the others, stable across languages.
    pub fn key(self, town: &Town) -> String {
        let of = |kind: &str, at| match town.indicators.get(at) {
            Some(it) => format!("{kind}-{}", it.id),
            None => kind.to_owned(),
        };
        match self {
            Self::Opening => "umschichten".to_owned(),
            Self::Reserve => "ruecklage".to_owned(),
            Self::Generations => "generationen".to_owned(),
            Self::Flow => "produkte-ziele".to_owned(),
            Self::Wheel => "zielrad".to_owned(),
            Self::Course(at) => of("verlauf", at),
            Self::Way(at) => of("weg", at),
            Self::Sure(at) => of("sicherheit", at),
        }
    }

    /// What it is called.
    pub fn name(self, town: &Town, lang: Lang) -> String {
        let (texts, words) = (lang.texts(), lang.annex());
        let of = |kind: &str, at| {
            let name = town.indicators.get(at).map_or("", |it| lang.of(&it.name));
            format!("{name}: {kind}")
        };
        match self {
            Self::Opening => words.pictures.opening.to_owned(),
            Self::Reserve => texts.law.to_owned(),
            Self::Generations => texts.generations.to_owned(),
            Self::Flow => lang.products().title.to_owned(),
            Self::Wheel => lang.products().wheel.to_owned(),
            Self::Course(at) => of(lang.method().way.course, at),
            Self::Way(at) => of(lang.method().way.question, at),
            Self::Sure(at) => of(texts.how_sure, at),
        }
    }
}

/// All drawings there are now: of what is not moved, the course alone.
pub fn pictures(it: Telling<'_>) -> Vec<Picture> {
    let reserve = (!it.town.reserves.is_empty()).then_some(Picture::Reserve);
    let whole = [Picture::Opening].into_iter().chain(reserve);
    let whole = whole.chain([Picture::Generations, Picture::Flow, Picture::Wheel]);
    let moved = order(it).into_iter().flat_map(|at| [Picture::Course(at), Picture::Way(at), Picture::Sure(at)]);
    let others = it.town.indicators.places().filter(|at| !it.projection.is_moved(*at)).map(Picture::Course);
    whole.chain(moved).chain(others).collect()
}

/// A drawing with its words; `rate` is the position of the discount. None where there is nothing to draw.
pub fn picture(it: Telling<'_>, members: &Members, picture: Picture, rate: usize, foot: &[String]) -> Option<Sheet> {
    let blocks = match picture {
        Picture::Opening => of_opening(it),
        Picture::Reserve => {
            let law = law_figure(it);
            let plot = Block::Drawing(Drawing::Reserve(law.plot), (640.0, 220.0));
            vec![Block::Strong(law.sentence), Block::Text(law.unit), plot, Block::Text(law.chart)]
        }
        Picture::Generations => of_generations(it, rate),
        Picture::Flow => of_flow(it),
        Picture::Wheel => of_wheel(it),
        Picture::Course(at) => {
            let card = indicator(it, at)?;
            let said = if card.is_moved() { card.sentence } else { String::new() };
            let plot = Block::Drawing(Drawing::Course(Box::new(card.plot)), (WIDTH - 48.0, 260.0));
            let beside = card.target.into_iter().chain([card.direction.to_owned()]).collect::<Vec<_>>().join(" · ");
            vec![Block::Strong(said), Block::Text(beside), plot, Block::Text(card.plot_name)]
        }
        Picture::Way(at) => of_way(it, members, at)?,
        Picture::Sure(at) => {
            let certainty = why(it, at)?.certainty;
            let (first, others) = certainty.sentences.split_first()?;
            let plot = Block::Drawing(Drawing::Dots(certainty.dots?), (480.0, 180.0));
            let others = Block::Text(others.join(" "));
            vec![Block::Strong(first.clone()), plot, Block::Text(certainty.note), others]
        }
    };
    let mut sheet = Sheet { title: picture.name(it.town, it.lang), blocks, foot: foot.to_vec() };
    sheet.blocks.retain(|it| !matches!(it, Block::Text(said) | Block::Strong(said) if said.trim().is_empty()));
    clean(&mut sheet);
    Some(sheet)
}

fn of_opening(it: Telling<'_>) -> Vec<Block> {
    let [columns, _] = COLUMNS;
    let (said, [count, filled]) = (opening(it.town, it.lang), field(it.town).1);
    let width = WIDTH - 48.0;
    let rows = f64::from(count.div_ceil(columns));
    let size = (width, width / f64::from(columns) * rows);
    vec![
        Block::Strong(said.spends.concat()),
        Block::Text(said.movable.concat()),
        Block::Drawing(Drawing::Squares([count, filled, columns]), size),
        Block::Text(said.legend.join(" ")),
        Block::Text(said.honest),
    ]
}

fn of_generations(it: Telling<'_>, rate: usize) -> Vec<Block> {
    let told = generations(it, rate);
    let rows = told.rows.into_iter().map(|row| {
        let value = if row.value.is_empty() { row.word.to_owned() } else { format!("{} {}", row.value, row.word) };
        BarRow { name: row.born, bar: row.bar, value }
    });
    let rate = format!("{} {}", it.texts().rate_label, super::rate(rate, it.lang));
    vec![Block::Strong(told.sentence), Block::Text(told.unit), Block::Bars(rows.collect()), Block::Text(rate)]
}

fn of_flow(it: Telling<'_>) -> Vec<Block> {
    let (told, words) = (flow_figure(it, Followed::All), it.lang.products());
    let row = |row: &FlowRow| {
        let name = if row.note.is_empty() { row.name.clone() } else { format!("{} ({})", row.name, row.note) };
        [name, row.amount.clone(), row.change.clone()]
    };
    let sides = FlowSides {
        heads: [words.areas, words.goals].map(str::to_owned),
        rows: [&told.areas, &told.uses].map(|side| side.iter().map(row).collect()),
    };
    let products = super::products_figure(it);
    vec![
        Block::Strong(products.sentence),
        Block::Text(products.moved),
        Block::Flow(sides, told.plot),
        Block::Text(told.lines.to_owned()),
        Block::Text(products.unit),
    ]
}

fn of_wheel(it: Telling<'_>) -> Vec<Block> {
    let (told, words) = (wheel_figure(it), it.lang.products());
    let list = |title: &str, rows: &[WheelRow]| {
        let rows = rows.iter().map(|row| (format!("{} {}: {}", row.number, row.name, row.said), false));
        std::iter::once((title.to_owned(), true)).chain(rows).collect()
    };
    let [ceiling, foundation] = &told.rings;
    let lists = vec![list(words.ceiling, ceiling), list(words.foundation, foundation)];
    vec![
        Block::Strong(told.sentence),
        Block::Text(words.wheel_how.to_owned()),
        Block::Drawing(Drawing::Wheel(told.plot), (520.0, 520.0)),
        Block::Text((words.wheel_drawn)(it.town.horizon.0)),
        Block::Columns(lists),
    ]
}

fn of_way(it: Telling<'_>, members: &Members, at: IndicatorAt) -> Option<Vec<Block>> {
    let told = insight(it, members, at).filter(|it| !it.steps.is_empty())?;
    let steps = told.steps.iter().map(|step| {
        let words = [
            (&step.kind, false),
            (&step.value, true),
            (&step.noun, false),
            (&step.operation, true),
            (&step.range, false),
            (&step.beside, false),
        ];
        let words = words.into_iter().filter(|(it, _)| !it.is_empty()).map(|(it, is_strong)| (it.clone(), is_strong));
        (step.plot.clone(), words.collect())
    });
    let headline = [told.number, told.noun, told.rest].into_iter().filter(|it| !it.is_empty());
    Some(vec![
        Block::Strong(headline.collect::<Vec<_>>().join(" ")),
        Block::Text(told.aloud),
        Block::Way(steps.collect()),
        Block::Text(it.lang.method().way.band.to_owned()),
        Block::Text(told.others),
    ])
}

/// No soft hyphens, and the small two of carbon dioxide.
fn clean(sheet: &mut Sheet) {
    let set = |it: &mut String| *it = it.replace('\u{ad}', "").replace("CO2", "CO₂");
    set(&mut sheet.title);
    sheet.foot.iter_mut().for_each(set);
    for block in &mut sheet.blocks {
        match block {
            Block::Text(it) | Block::Strong(it) => set(it),
            Block::Drawing(..) => {}
            Block::Columns(all) => all.iter_mut().flatten().for_each(|(it, _)| set(it)),
            Block::Bars(rows) => rows.iter_mut().for_each(|it| {
                set(&mut it.name);
                set(&mut it.value);
            }),
            Block::Flow(sides, _) => {
                sides.heads.iter_mut().chain(sides.rows.iter_mut().flatten().flatten()).for_each(set);
            }
            Block::Way(steps) => steps.iter_mut().flat_map(|(_, it)| it).for_each(|(it, _)| set(it)),
        }
    }
}

/// Drawing units per CSS pixel in a file.
const SCALE: i32 = 8;

/// How a file is inked (Tinte auf Papier): in the colours of the light theme, whatever the page looks like.
pub fn paper_ink() -> Ink {
    Ink { palette: Palette::paper(), scale: SCALE, line: 1.0 }
}

/// A sheet as SVG, with its words for those who do not see it.
///
/// # Errors
/// What the drawing refuses, in words for the console.
pub fn picture_svg(it: &Sheet, lang: Lang) -> Result<String, String> {
    let (ink, size) = (paper_ink(), (WIDTH, sheet::height(it)));
    let units = |length: f64| (length * f64::from(SCALE)).round() as u32;
    let mut drawn = String::new();
    let failed = |error: DrawingAreaErrorKind<std::io::Error>| error.to_string();
    {
        let area = SVGBackend::with_string(&mut drawn, (units(size.0), units(size.1))).into_drawing_area();
        sheet::draw(it, &ink, &area).map_err(failed)?;
        area.present().map_err(failed)?;
    }
    let body = drawn.split_once('\n').map_or("", |(_, body)| body);
    let said = it.blocks.iter().filter_map(|it| match it {
        Block::Text(said) | Block::Strong(said) => Some(said.as_str()),
        _ => None,
    });
    let description = said.collect::<Vec<_>>().join(" ");
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{}\" role=\"img\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">\n\
         <title>{}</title>\n<desc>{}</desc>\n{body}",
        lang.tag(),
        size.0,
        size.1,
        units(size.0),
        units(size.1),
        escaped(&it.title),
        escaped(&description),
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
