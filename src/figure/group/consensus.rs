use super::report::whole;
use super::things::draft_said;
use crate::group::{Account, Consensus, Handed, MOST_RESISTANCE, Nonce, OFFERED, Proposal, Standing, Submission};
use crate::model::Town;
use crate::scenario::{Drafted, check_value};
use crate::text::{self, Lang};

/// One option in one round (Zeile).
#[derive(Clone, Debug, PartialEq)]
pub struct RoundRow {
    /// Its place; ties say so.
    pub rank: String,
    /// What it is called.
    pub name: String,
    /// Resistance together, per person, its deviation, from where to where.
    pub cells: [String; 4],
    /// Resistance per person, percent of the most there can be.
    pub bar: f64,
}

/// One round (Runde).
#[derive(Clone, Debug, PartialEq)]
pub struct RoundFigure {
    /// Which one, and how many answered.
    pub title: String,
    /// All options, the least resistance first.
    pub rows: Vec<RoundRow>,
}

/// What came of asking (Ergebnis der Konsensierung).
#[derive(Clone, Debug, PartialEq)]
pub struct ConsensusFigure {
    /// What meets the least resistance.
    pub headline: String,
    /// What to ask where even that meets much of it; possibly empty.
    pub high: String,
    /// All rounds that are closed, the last one first.
    pub rounds: Vec<RoundFigure>,
    /// Places of the proposals that meet the least resistance; without "everything stays".
    pub least: Vec<usize>,
}

/// Resistance that asks for more talk.
const HIGH: u8 = 8;

/// All options by name: that everything stays, then the proposals.
pub fn options(it: &Consensus, lang: Lang) -> Vec<String> {
    std::iter::once(lang.group().stays.to_owned()).chain(it.proposals().iter().map(|it| it.name.clone())).collect()
}

/// Drafts that can be proposed: those on this device that move something, each once, and those that were gathered first.
pub fn candidates(town: &Town, here: &[Drafted], all: &[Handed], day: &str, lang: Lang) -> Vec<Proposal> {
    let words = lang.group();
    let mut own: Vec<Proposal> = Vec::new();
    for Drafted { name, scenario: it, .. } in here.iter().filter(|it| it.scenario.is_moved()) {
        let check = check_value(town, it);
        if own.iter().all(|before| before.check != check) {
            let name = format!("{name} ({})", draft_said(town, &Account::of(town, it), lang));
            let draft = Submission::new(town, it, Nonce::of_text(&name), day).to_json();
            own.push(Proposal { name, draft, check });
        }
    }
    let gathered = (1..).zip(all).take(OFFERED).map(|(at, it)| Proposal {
        name: (words.draft_number)(&whole(at, lang), &draft_said(town, &it.account, lang)),
        draft: it.text.clone(),
        check: check_value(town, &it.scenario),
    });
    own.into_iter().chain(gathered).collect()
}

/// What the last closed round came to, and all rounds before it; none before one is closed.
pub fn consensus_figure(it: &Consensus, lang: Lang) -> Option<ConsensusFigure> {
    let words = lang.group();
    let rounds: Vec<(usize, Vec<Standing>)> = (0..it.rounds()).filter_map(|at| Some((at, it.results(at)?))).collect();
    let (_, last) = rounds.last()?;
    let names = options(it, lang);
    let name = |option: usize| names.get(option).cloned().unwrap_or_default();
    let least: Vec<&Standing> = last.iter().filter(|it| it.rank == 1).collect();
    let high = least.iter().find(|it| it.ends.1 >= HIGH);
    let round = |(at, all): &(usize, Vec<Standing>)| {
        let row = |it: &Standing| {
            let is_tied = all.iter().filter(|other| other.rank == it.rank).count() > 1;
            RoundRow {
                rank: (words.rank)(it.rank, is_tied),
                name: name(it.option),
                cells: [
                    text::whole(f64::from(it.total), lang),
                    text::number(it.mean, 1, lang),
                    text::number(it.spread, 1, lang),
                    (words.from_to)(it.ends.0, it.ends.1),
                ],
                bar: it.mean / f64::from(MOST_RESISTANCE) * 100.0,
            }
        };
        let people = it.ballots(*at).map_or(0, <[_]>::len);
        RoundFigure { title: (words.round)(at + 1, people), rows: all.iter().map(row).collect() }
    };
    Some(ConsensusFigure {
        headline: least_said(&names, last, lang),
        high: high.map(|it| (words.high)(&it.ends.1.to_string(), &name(it.option))).unwrap_or_default(),
        least: least.iter().filter_map(|it| it.option.checked_sub(1)).collect(),
        rounds: rounds.iter().rev().map(round).collect(),
    })
}

/// What meets the least resistance; equals are named together.
pub(super) fn least_said(names: &[String], all: &[Standing], lang: Lang) -> String {
    let (words, [open, close]) = (lang.group(), lang.texts().quotes);
    let least = || all.iter().filter(|it| it.rank == 1);
    let proposed: Vec<String> = least()
        .filter(|it| it.option > 0)
        .filter_map(|it| Some(format!("{open}{}{close}", names.get(it.option)?)))
        .collect();
    match (least().any(|it| it.option == 0), proposed.is_empty()) {
        (true, true) => words.least_stays.to_owned(),
        (true, false) => (words.least_tie_stays)(&proposed),
        _ => (words.least)(&proposed),
    }
}
