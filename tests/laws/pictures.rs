//! Drawings to take away: whole files with the words and amounts of the page, whatever is drawn.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zukunftshaushalt::figure::plot::Palette;
use zukunftshaushalt::figure::{
    Followed, Picture, Telling, flow_figure, generations, picture, picture_svg, pictures, wheel_figure,
};
use zukunftshaushalt::model::{Money, Run, Scenario, Study, Town};
use zukunftshaushalt::text::Lang;

use crate::towns::{made, reals};

/// What a file holds, as a reader finds it.
#[derive(Default)]
struct Found {
    title: String,
    description: String,
    /// All texts, one after the other.
    texts: String,
    /// How many shapes there are.
    shapes: usize,
}

impl Found {
    /// Takes a part of a text, or its end.
    fn take(&mut self, of: Option<&String>, part: &str, end: &str) {
        let said = quick_xml::escape::unescape(part).expect("known entities").into_owned() + end;
        match of.map(String::as_str) {
            Some("title") => self.title += &said,
            Some("desc") => self.description += &said,
            _ => self.texts += &said,
        }
    }
}

fn number(it: &BytesStart<'_>, name: &str) -> Option<f64> {
    let found = it.attributes().map(|it| it.expect("an attribute")).find(|it| it.key.as_ref() == name);
    found.map(|it| it.value.parse().expect("a number"))
}

/// Reads a file; everything in it lies on the sheet.
fn read(svg: &str) -> Found {
    let mut found = Found::default();
    let mut reader = Reader::from_str(svg);
    let (mut open, mut size) = (Vec::<String>::new(), (0.0, 0.0));
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(it) => {
                let name = it.name().as_ref().to_owned();
                if name == "svg" {
                    size =
                        (number(&it, "width").expect("a width") * 8.0, number(&it, "height").expect("a height") * 8.0);
                }
                assert_on_sheet(&it, size);
                open.push(name);
            }
            Event::Empty(it) => {
                found.shapes += 1;
                assert_on_sheet(&it, size);
            }
            Event::End(_) => {
                found.take(open.pop().as_ref(), "", " ");
            }
            Event::Text(it) => found.take(open.last(), &it, ""),
            Event::GeneralRef(it) => found.take(open.last(), &format!("&{};", &*it), ""),
            _ => {}
        }
    }
    found
}

fn assert_on_sheet(it: &BytesStart<'_>, size: (f64, f64)) {
    for (names, most) in [(["x", "cx", "x1", "x2"], size.0), (["y", "cy", "y1", "y2"], size.1)] {
        for value in names.iter().filter_map(|name| number(it, name)) {
            assert!((-1.0..=most + 1.0).contains(&value), "{value} of {most}");
        }
    }
}

fn drawn(town: &Town, scenario: &Scenario, lang: Lang, check: &mut dyn FnMut(Telling<'_>, Picture, Option<Found>)) {
    let study = Study::of(town.clone(), 40);
    let mut run = Run::new(&study, scenario.clone());
    run.finish();
    let (now, ranges) = (run.projected(), run.ranges());
    let it = Telling { town, scenario, projection: &now.projection, ranges: &ranges, lang };
    for which in pictures(it) {
        let sheet =
            picture(it, study.uncertainty().members(), which, 0, &["Modellrechnung <Münster> & mehr".to_owned()]);
        let found = sheet.map(|it| read(&picture_svg(&it, lang).expect("it is drawn")));
        if let Some(found) = &found {
            assert_eq!(found.title.trim(), which.name(town, lang).replace("CO2", "CO₂"));
            // A made town may spend less than one square stands for.
            let is_tiny = which == Picture::Opening && town.budget.total.expense < Money::from_euros(1e4);
            assert!(found.shapes > 1 || is_tiny, "{which:?}: nothing drawn");
            assert!(found.texts.contains("<Münster> & mehr"), "{}", found.texts);
            assert!(!found.description.is_empty(), "{which:?}");
        }
        check(it, which, found);
    }
}

/// Spaces as they break.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").replace("CO2", "CO₂").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_drawing_is_a_whole_file_with_the_words_of_the_page() {
    let mut ways = 0;
    for town in reals().into_iter().chain((0..4).map(made)) {
        for scenario in [Scenario::default(), town.half_of_every_room()] {
            for lang in Lang::ALL {
                let mut kinds = [0; 2];
                drawn(&town, &scenario, lang, &mut |it, which, found| {
                    // A way is drawn only where one thing is the largest part of what moves.
                    let Some(found) = found else {
                        assert!(matches!(which, Picture::Way(_) | Picture::Sure(_)), "{which:?}");
                        return;
                    };
                    kinds[usize::from(matches!(which, Picture::Way(_)))] += 1;
                    let texts = plain(&found.texts);
                    match which {
                        Picture::Flow => {
                            let figure = flow_figure(it, Followed::All);
                            for row in figure.areas.iter().chain(&figure.uses) {
                                assert!(texts.contains(&plain(&row.amount)), "{} in {texts}", row.amount);
                                assert!(texts.contains(&plain(&row.change)), "{} in {texts}", row.change);
                            }
                        }
                        Picture::Generations => {
                            let figure = generations(it, 0);
                            assert!(plain(&found.description).contains(&plain(&figure.sentence)));
                            for row in figure.rows {
                                assert!(texts.contains(&plain(&row.value)), "{} in {texts}", row.value);
                            }
                        }
                        Picture::Wheel => {
                            for row in wheel_figure(it).rings.iter().flatten() {
                                assert!(texts.contains(&plain(&row.said)), "{} in {texts}", row.said);
                            }
                        }
                        _ => {}
                    }
                });
                ways += kinds[1];
                assert!(kinds[0] > 0, "{kinds:?}");
            }
        }
    }
    assert!(ways > 20, "{ways} ways drawn");
}

/// In files stand the colours of the light theme, as the page has them.
#[test]
fn files_have_the_colours_of_the_page() {
    let tokens = include_str!("../../style/tokens.css");
    let light = |name: &str| {
        if name == "--paper" {
            return Some("#FFFFFF");
        }
        let (_, rest) = tokens.split_once(&format!("{name}: light-dark("))?;
        rest.split(',').next()
    };
    assert_eq!(Palette::from_tokens(light), Some(Palette::paper()));
}
