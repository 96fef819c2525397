use super::told::{Followed, Told};
use crate::figure::Telling;
use crate::figure::goal::goal_name;
use crate::figure::plot::flow::{FlowPlot, Ribbon};
use crate::model::{AreaStreams, Money, Stream};
use crate::text;

/// A product area or a use in the lists beside the picture (Zeile).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowRow {
    /// Name.
    pub name: String,
    /// That it is no goal; empty for all others.
    pub note: &'static str,
    /// Millions of euros as planned.
    pub amount: String,
    /// The part of it that is followed; empty where nothing is, or all of it.
    pub part: String,
    /// What the scenario changes; empty where nothing.
    pub change: String,
    /// Its length beside the largest of its list, percent.
    pub bar: f64,
    /// Whether nothing of it is followed while something else is.
    pub is_faint: bool,
}

/// The two lists and the picture between them (Fluss).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowFigure {
    /// Product areas.
    pub areas: Vec<FlowRow>,
    /// Goals, overhead, what is never moved.
    pub uses: Vec<FlowRow>,
    /// What is followed, in a sentence; how to follow something while nothing is.
    pub said: String,
    /// How to read the lines of the picture; empty where nothing moves.
    pub lines: &'static str,
    /// The picture.
    pub plot: FlowPlot,
}

/// Both lists and the picture between them, with what is followed.
pub fn flow_figure(it: Telling<'_>, followed: Followed) -> FlowFigure {
    let told = Told::new(it);
    let is_followed = followed != Followed::All;
    let part = |from: usize, to: usize| {
        let area = told.areas.get(from);
        area.map_or_else(Stream::default, |area| told.part(followed, from, area, to))
    };
    let areas = || 0..told.areas.len();
    let row = |name: String, note: &'static str, whole: Stream, part: Stream, most: Money, is_own: bool| FlowRow {
        name,
        note,
        amount: told.millions(whole),
        part: if is_followed && !is_own && !part.planned.is_zero() && part.planned != whole.planned {
            (told.words.of_which)(&told.millions(part))
        } else {
            String::new()
        },
        change: told.change(whole),
        bar: share(whole.planned, most),
        is_faint: is_followed && !is_own && part.planned.is_zero() && !part.is_moved(),
    };
    let most = told.areas.iter().map(|it| it.whole().planned).max().unwrap_or_default();
    let left = told.areas.iter().zip(areas()).map(|(area, at)| {
        let own = told.uses().map(|to| part(at, to)).sum();
        row(told.area_name(area.area), "", area.whole(), own, most, followed == Followed::Area(at))
    });
    let most = told.uses().map(|at| told.of_use(at).planned).max().unwrap_or_default();
    let right = told.uses().map(|at| {
        let own = areas().map(|from| part(from, at)).sum();
        let note = if told.is_goal(at) { "" } else { told.words.no_goal };
        row(told.use_name(at, goal_name), note, told.of_use(at), own, most, followed == Followed::Use(at))
    });
    let ribbon = |(from, area): (usize, &AreaStreams<'_>), to: usize| {
        let (whole, own) = (area.of(to), part(from, to));
        let is_drawn = !whole.planned.is_zero() || own.is_moved();
        is_drawn.then(|| Ribbon {
            from,
            to,
            amount: whole.planned.euros(),
            followed: own.planned.euros(),
            change: (own.change + own.built).euros(),
        })
    };
    let ribbons = told.areas.iter().enumerate().flat_map(|area| told.uses().filter_map(move |to| ribbon(area, to)));
    let plot = FlowPlot {
        left: told.areas.iter().map(|it| it.whole().planned.euros()).collect(),
        right: told.uses().map(|at| told.of_use(at).planned.euros()).collect(),
        ribbons: ribbons.collect(),
        is_followed,
    };
    FlowFigure {
        areas: left.collect(),
        uses: right.collect(),
        said: said(&told, followed),
        lines: if plot.ribbons.iter().any(|it| it.change != 0.0) { told.words.lines } else { "" },
        plot,
    }
}

/// A part in percent of the largest.
fn share(part: Money, most: Money) -> f64 {
    if most > Money::ZERO { (part.euros() / most.euros() * 100.0).clamp(0.0, 100.0) } else { 0.0 }
}

/// What is followed, in a sentence.
fn said(told: &Told<'_>, followed: Followed) -> String {
    let words = told.words;
    let found = match followed {
        Followed::All => None,
        Followed::Area(at) => told.areas.get(at).map(|area| {
            let most = told.uses().max_by_key(|to| area.of(*to).planned).unwrap_or_default();
            let (name, goal) = (told.area_name(area.area), told.use_name(most, goal_name));
            let most = told.amount(area.of(most));
            let said = (words.area_said)(&name, &told.amount(area.whole()), area.groups.len(), &goal, &most);
            (said, area.whole())
        }),
        Followed::Group(line) => {
            let all = told.areas.iter().flat_map(|area| &area.groups);
            all.into_iter().find(|it| it.line == line).and_then(|group| {
                let printed = told.line(group)?;
                let said = (words.group_said)(&printed.label, &printed.code, &told.amount(group.whole()));
                Some((said, group.whole()))
            })
        }
        Followed::Use(at) => {
            let (name, whole) = (told.use_name(at, goal_name), told.of_use(at));
            let givers = told.areas.iter().filter(|area| !area.of(at).planned.is_zero());
            let most = givers.clone().max_by_key(|area| area.of(at).planned);
            let said = most.map_or_else(
                || (words.nothing_planned)(&name),
                |area| {
                    let most = told.amount(area.of(at));
                    (words.goal_said)(&name, &told.amount(whole), givers.count(), &told.area_name(area.area), &most)
                },
            );
            Some((said, whole))
        }
    };
    let Some((said, whole)) = found else { return words.follow.to_owned() };
    let signed = |money: Money| text::signed_amount(money, told.lang());
    let parts = [
        (!whole.change.is_zero()).then(|| signed(whole.change)),
        (!whole.built.is_zero()).then(|| (words.built)(&signed(whole.built))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { said } else { format!("{said} {}", (words.draft)(&parts.join(" · "))) }
}
