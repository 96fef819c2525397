use super::told::{Followed, Told};
use crate::figure::Telling;
use crate::figure::goal::{goal_name, short_goal_name};
use crate::model::{AreaStreams, GroupStreams, largest_first};

/// So many of the largest groups are named.
const NAMED: usize = 3;

/// A row of what is followed: where its money goes, or where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowedRow {
    /// What it leads to.
    pub to: Followed,
    /// Its name, millions of euros, change, and where that goes or comes from in turn.
    pub cells: [String; 4],
}

/// What is followed, as a table (Woher und Wohin).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FollowedFigure {
    /// Its heads.
    pub head: [&'static str; 4],
    /// Groups of an area in the order of the plan, or areas of a goal by their amount.
    pub rows: Vec<FollowedRow>,
}

/// Where the money of a product area goes, group by group, or where that for a goal comes from, area by area.
pub fn followed_figure(it: Telling<'_>, followed: Followed) -> FollowedFigure {
    let told = Told::new(it);
    match followed.row(it.town) {
        Followed::Area(at) => {
            let groups = told.areas.get(at).map(|it| it.groups.as_slice()).unwrap_or_default();
            let row = |group: &GroupStreams| {
                let serves = told.uses().filter(|to| !group.of(*to).planned.is_zero());
                let said = |to| format!("{} {}", told.use_name(to, short_goal_name), told.millions(group.of(to)));
                Some(FollowedRow {
                    to: Followed::Group(group.line),
                    cells: [
                        told.line(group)?.label.clone(),
                        told.millions(group.whole()),
                        told.change(group.whole()),
                        serves.map(said).collect::<Vec<_>>().join(" · "),
                    ],
                })
            };
            FollowedFigure { head: told.words.area_head, rows: groups.iter().filter_map(row).collect() }
        }
        Followed::Use(to) => {
            let is_giving = |it: &(usize, &AreaStreams<'_>)| !it.1.of(to).planned.is_zero() || it.1.of(to).is_moved();
            let areas: Vec<_> = told.areas.iter().enumerate().filter(is_giving).collect();
            let areas = largest_first(areas, |(_, area)| area.of(to).planned);
            let row = |(at, area): &(usize, &AreaStreams<'_>)| FollowedRow {
                to: Followed::Area(*at),
                cells: [
                    told.area_name(area.area),
                    told.millions(area.of(to)),
                    told.change(area.of(to)),
                    largest(&told, area, to),
                ],
            };
            FollowedFigure { head: told.words.goal_head, rows: areas.iter().map(row).collect() }
        }
        Followed::All | Followed::Group(_) => FollowedFigure::default(),
    }
}

/// The largest groups of an area for a use, and how many more.
fn largest(told: &Told<'_>, area: &AreaStreams<'_>, to: usize) -> String {
    let groups: Vec<&GroupStreams> = area.groups.iter().filter(|it| !it.of(to).planned.is_zero()).collect();
    let groups = largest_first(groups, |it| it.of(to).planned);
    let said = |group: &&GroupStreams| Some(format!("{} {}", told.line(group)?.label, told.millions(group.of(to))));
    let named: Vec<String> = groups.iter().take(NAMED).filter_map(said).collect();
    let further = groups.len().saturating_sub(named.len());
    let named = named.join(" · ");
    if further > 0 { (told.it.texts().bench.and_further)(&named, further) } else { named }
}

/// What the money of a product group that is followed is for, with the way to each; nothing for anything else.
pub fn group_uses(it: Telling<'_>, followed: Followed) -> Vec<(Followed, String)> {
    let Followed::Group(line) = followed else { return Vec::new() };
    let told = Told::new(it);
    let all = told.areas.iter().flat_map(|area| &area.groups);
    let Some(group) = all.into_iter().find(|group| group.line == line) else { return Vec::new() };
    let served = told.uses().filter(|to| !group.of(*to).planned.is_zero() || group.of(*to).is_moved());
    served
        .map(|to| (Followed::Use(to), format!("{} {}", told.use_name(to, goal_name), told.cell(group.of(to)))))
        .collect()
}
