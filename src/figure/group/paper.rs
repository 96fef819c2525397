use super::consensus::{least_said, options};
use super::responsibility::responsibility_figure;
use crate::figure::annex::{Cell, Column, Section, Table};
use crate::group::{STANCES, Stance, Standing, Talk};
use crate::model::{Scenario, Town};
use crate::scenario::check_value;
use crate::text::{self, Lang};

/// What a group decided, as a part of the annex to a motion; none while it has decided nothing (Ergebnis der Gruppe).
pub fn group_section(town: &Town, scenario: &Scenario, talk: &Talk, lang: Lang) -> Option<Section> {
    let words = lang.group();
    let closed = talk.consensus.as_ref().and_then(|it| {
        let (at, all) = (0..it.rounds()).rev().find_map(|at| Some((at, it.results(at)?)))?;
        Some((it, at, all))
    });
    if closed.is_none() && talk.stances.is_empty() {
        return None;
    }
    let (mut said, mut rows) = (Vec::new(), Vec::new());
    if let Some((it, at, all)) = &closed {
        let names = options(it, lang);
        let people = it.ballots(*at).map_or(0, <[_]>::len);
        said.push((words.paper_round)(at + 1, people, &least_said(&names, all, lang)));
        let check = check_value(town, scenario);
        let own = it.proposals().iter().find(|it| it.check == check);
        said.push(own.map_or_else(|| words.paper_is_none.to_owned(), |it| (words.paper_is)(&it.name)));
        rows.extend(all.iter().map(|it| row(it, all, &names, lang)));
    }
    if !talk.stances.is_empty() {
        let figure = responsibility_figure(town, &talk.stances, lang);
        said.push(figure.said);
        let cells = figure.rows.iter().flat_map(|row| &row.cells);
        said.extend(cells.filter_map(|it| Some(format!("{}: {}.", it.label, stance_said(it.stance?, lang)))));
    }
    let column = |(at, name): (usize, &&str)| Column { name: (*name).to_owned(), is_number: (2..5).contains(&at) };
    Some(Section {
        title: words.paper.to_owned(),
        said,
        table: Table {
            key: "group",
            title: words.paper.to_owned(),
            head: words.result_head.iter().enumerate().map(column).collect(),
            rows,
        },
        notes: vec![words.paper_note.to_owned()],
    })
}

fn row(it: &Standing, all: &[Standing], names: &[String], lang: Lang) -> Vec<Cell> {
    let words = lang.group();
    let is_tied = all.iter().filter(|other| other.rank == it.rank).count() > 1;
    vec![
        Cell::text((words.rank)(it.rank, is_tied)),
        Cell::text(names.get(it.option).cloned().unwrap_or_default()),
        Cell::number(f64::from(it.total), text::whole(f64::from(it.total), lang)),
        Cell::number(it.mean, text::number(it.mean, 1, lang)),
        Cell::number(it.spread, text::number(it.spread, 1, lang)),
        Cell::text((words.from_to)(it.ends.0, it.ends.1)),
    ]
}

/// A stance in a word.
fn stance_said(stance: Stance, lang: Lang) -> &'static str {
    let words = lang.group();
    let at = STANCES.iter().position(|it| *it == stance).map_or(0, |at| at + 1);
    words.stances.get(at).copied().unwrap_or_default()
}
