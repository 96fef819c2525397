use super::report::{covered_said, whole};
use super::strip::{dots, per_dot, place_of};
use super::table::{mean_rows, table_rows};
use super::things::thing_name;
use crate::figure::{goal_name, short_goal_name};
use crate::group::{Account, Direction, Ranking, Spread, Talk, Thing, Together, most_common, ranking, together};
use crate::model::{Money, Purpose, Town};
use crate::text::{self, Going, Lang};

/// A goal or a thing with all drafts as dots (Streifen).
#[derive(Clone, Debug, PartialEq)]
pub struct StripRow {
    /// Its goal; none for a thing.
    pub purpose: Option<Purpose>,
    /// What it is called.
    pub name: String,
    /// A dot for each draft, as a path on a field of a hundred by a hundred.
    pub dots: String,
    /// Where the draft of this device stands, percent of the width.
    pub ring: Option<f64>,
    /// How many go which way; the first part is the stronger one.
    pub said: [String; 2],
}

/// What a group wants (Gesamtbild der Gruppe).
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFigure {
    /// Where it agrees and where not, in a sentence.
    pub headline: String,
    /// What a dot is.
    pub dot_note: String,
    /// How much the edge is.
    pub scale: String,
    /// Goals on which two of three go the same way.
    pub agreed: Vec<StripRow>,
    /// Those on which they do not.
    pub apart: Vec<StripRow>,
    /// Goals that nobody moves; possibly empty.
    pub untouched: String,
    /// The things that most drafts move.
    pub things: Vec<StripRow>,
    /// How much the edge is of those.
    pub things_scale: String,
    /// What most give more, with how many do.
    pub chosen: Vec<[String; 2]>,
    /// What most give less.
    pub cut: Vec<[String; 2]>,
    /// Rows of the table of all numbers.
    pub table: Vec<Vec<String>>,
    /// How the mean adds up, and whether it is covered.
    pub mean: Vec<[String; 2]>,
    /// See there.
    pub mean_said: String,
}

/// Things that are drawn; the table has all of them.
const DRAWN: usize = 12;

/// Places of the lists of what is chosen or cut most.
const LISTED: usize = 3;

/// Goals that the headline names where people agree, and where they do not.
const NAMED: (usize, usize) = (2, 1);

/// What a room sees of its drafts (Bild der Gruppe).
#[derive(Clone, Debug, PartialEq)]
pub enum GroupPicture {
    /// Nothing yet, and why.
    Covered {
        /// Heading and note.
        said: [String; 2],
        /// Whether it can be revealed; otherwise it is open, and there are too few.
        is_hidden: bool,
        /// Whether there are none at all.
        is_empty: bool,
    },
    /// All of it.
    Shown(Box<GroupFigure>),
}

/// All drafts of a group, as far as the room may see them.
pub fn group_picture(town: &Town, drafts: &[&Account], talk: &Talk, own: Option<&Account>, lang: Lang) -> GroupPicture {
    if talk.shows(drafts.len()) {
        return GroupPicture::Shown(Box::new(group_figure(town, &together(town, drafts), own, lang)));
    }
    let (is_hidden, is_empty) = (!talk.is_revealed, drafts.is_empty());
    GroupPicture::Covered { said: covered_said(drafts.len(), talk.is_revealed, lang), is_hidden, is_empty }
}

/// All drafts of a group, and beside them the one on this device, if it moves anything.
fn group_figure(town: &Town, all: &Together, own: Option<&Account>, lang: Lang) -> GroupFigure {
    let words = lang.group();
    let places = ranking(&all.purposes);
    let purposes = town.purposes();
    let of_own = |at: usize| own.map(|it| it.purposes.get(at).copied().unwrap_or(Money::ZERO).euros());
    let owns = (0..purposes.len()).filter_map(of_own).map(f64::abs).fold(0.0, f64::max);
    let (scale, is_beyond) = edge(all.purposes.iter(), owns);
    let mut drawn: Vec<&(Thing, Spread)> = all.things.iter().collect();
    drawn.sort_by_key(|(thing, it)| (std::cmp::Reverse(it.moved().len()), *thing));
    drawn.truncate(DRAWN);
    let own_thing = |thing: Thing| own.map(|it| it.of_thing(thing).euros());
    let own_things = drawn.iter().filter_map(|it| own_thing(it.0)).map(f64::abs).fold(0.0, f64::max);
    let (things_scale, are_beyond) = edge(drawn.iter().map(|it| &it.1), own_things);
    // What nobody moves is not drawn.
    let goals = per_dot(all.purposes.iter().filter(|it| !it.moved().is_empty()), scale);
    let per = goals.max(per_dot(drawn.iter().map(|it| &it.1), things_scale));
    let strip =
        |spread: &Spread, own: Option<f64>, scale: f64| (dots(spread, scale, per), own.map(|it| place_of(it, scale)));
    let goal = |at: usize| {
        let (purpose, spread) = (*purposes.get(at)?, all.purposes.get(at)?);
        let (dots, ring) = strip(spread, of_own(at), scale);
        let name = goal_name(town, purpose, lang);
        Some(StripRow { purpose: Some(purpose), name, dots, ring, said: said(spread, lang) })
    };
    let thing = |(thing, spread): &&(Thing, Spread)| {
        let (dots, ring) = strip(spread, own_thing(*thing), things_scale);
        StripRow { purpose: None, name: thing_name(town, *thing, lang), dots, ring, said: said(spread, lang) }
    };
    let common = |direction| {
        let found = most_common(&all.things, direction, LISTED);
        let row = |(thing, count): (Thing, usize)| [whole(count, lang), thing_name(town, thing, lang)];
        found.into_iter().map(row).collect()
    };
    let untouched: Vec<String> =
        places.untouched.iter().filter_map(|at| Some(goal_name(town, *purposes.get(*at)?, lang))).collect();
    let edge_said = |scale: f64, is_beyond| (words.scale)(&text::about(Money::from_euros(scale), lang), is_beyond);
    let (mean, mean_said) = mean_rows(all, lang);
    GroupFigure {
        headline: headline(town, &places, lang),
        dot_note: (words.each_dot)(&whole(per, lang), own.is_some()),
        scale: edge_said(scale, is_beyond),
        agreed: places.agreed.iter().filter_map(|it| goal(it.0)).collect(),
        apart: places.apart.iter().filter_map(|it| goal(*it)).collect(),
        untouched: if untouched.is_empty() {
            String::new()
        } else {
            (words.untouched)(untouched.len(), &untouched.join(", "))
        },
        things: drawn.iter().map(thing).collect(),
        things_scale: edge_said(things_scale, are_beyond),
        chosen: common(Direction::More),
        cut: common(Direction::Less),
        table: table_rows(town, all, own, lang),
        mean,
        mean_said,
    }
}

/// Of a hundred changes so many lie within the edge of a drawing; one that is far out would press all others together.
const WITHIN: f64 = 0.95;

/// How far the edge of a drawing is, and whether something lies beyond it, which stands at the edge.
fn edge<'a>(all: impl Iterator<Item = &'a Spread>, own: f64) -> (f64, bool) {
    let mut sizes: Vec<f64> = all.flat_map(|it| it.moved()).map(|it| it.abs()).collect();
    sizes.sort_unstable_by(f64::total_cmp);
    let at = ((sizes.len() as f64 * WITHIN).ceil() as usize).saturating_sub(1);
    let edge = sizes.get(at).copied().unwrap_or(own);
    (edge, sizes.last().copied().unwrap_or(0.0).max(own) > edge)
}

/// How many go the way of most; where they disagree, how many go each.
fn said(it: &Spread, lang: Lang) -> [String; 2] {
    let (words, count) = (lang.group(), |way| whole(it.going(way), lang));
    match it.agreed() {
        Some(direction) => (words.going)(&count(direction), &whole(it.count(), lang), going(direction)),
        None => (words.both)(&count(Direction::More), &count(Direction::Less), &count(Direction::Same)),
    }
}

fn going(direction: Direction) -> Going {
    match direction {
        Direction::More => Going::More,
        Direction::Less => Going::Less,
        Direction::Same => Going::Same,
    }
}

/// The sentence that the ranking makes.
fn headline(town: &Town, places: &Ranking, lang: Lang) -> String {
    let (words, texts, purposes) = (lang.group(), lang.texts(), town.purposes());
    let named = |places: Vec<usize>, most: usize| {
        let name = |at: &usize| {
            let [open, close] = texts.quotes;
            Some(format!("{open}{}{close}", short_goal_name(town, *purposes.get(*at)?, lang)))
        };
        places.iter().take(most).filter_map(name).collect::<Vec<String>>()
    };
    // To leave something as it is says less than to change it together.
    let (unmoved, moved): (Vec<&(usize, Direction)>, Vec<_>) =
        places.agreed.iter().partition(|it| it.1 == Direction::Same);
    let agreed = named(moved.into_iter().chain(unmoved).map(|it| it.0).collect(), NAMED.0);
    let apart = named(places.apart.clone(), NAMED.1);
    match (agreed.is_empty(), apart.is_empty()) {
        (true, true) => words.all_same.to_owned(),
        (false, true) => (words.agreed_all)(&(words.at)(&agreed)),
        (true, false) => (words.agreed_none)(&(words.at)(&apart)),
        (false, false) => (words.agreed)(&(words.at)(&agreed), &(words.at)(&apart)),
    }
}
