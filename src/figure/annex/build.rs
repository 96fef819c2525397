use super::assumed::assumptions;
use super::budget::{budget, budget_rows, projects};
use super::chain::chain;
use super::follows::{effects, generations, law, reason_table, reasons};
use super::foot::{draft_line, foot};
use super::frame::{AnnexOf, Frame};
use super::motion::{motion, rules};
use super::summary::summary;
use super::title::{cover, title};
use super::value::Annex;
use crate::figure::group::group_section;
use crate::scenario::check_value;

/// The annex of a draft: every sentence and every table of it (Ratsanlage).
pub fn annex(of: &AnnexOf<'_>) -> Annex {
    let it = Frame::new(*of);
    let (town, words, lang) = (it.it.town, it.words, it.lang());
    let (budget_rows, reasons, motion) = (budget_rows(&it), reasons(&it), motion(&it));
    let foot = foot(of.it);
    let mut annex = Annex {
        sheet: (words.sheet)(lang.of(&town.name), town.first_year.0),
        draft: draft_line(of.name, of.date, lang),
        title: title(&it),
        cover: cover(&it),
        before: before(&it),
        motion_title: words.motion,
        resolves: match (it.it.scenario.is_moved(), motion.is_empty()) {
            (false, _) => words.no_motion,
            (true, true) => words.only_goals,
            (true, false) => {
                let is_adopted =
                    of.rows.and_then(|rows| rows.years.last()).is_some_and(|last| *last >= town.first_year);
                (words.resolves)(town.state, is_adopted)
            }
        },
        motion,
        motion_notes: rules(&it),
        years: it.years.iter().map(|it| it.0).collect(),
        budget: budget(&it, &budget_rows),
        projects: projects(&it),
        effects: effects(&it),
        generations: generations(&it),
        law: law(&it),
        reason_table: reason_table(&it, &reasons),
        chain: chain(&it),
        group: of.group.and_then(|talk| group_section(town, it.it.scenario, talk, lang)),
        assumptions: assumptions(&it),
        check: check_value(town, it.it.scenario),
        check_note: words.check_note,
        summary_title: words.summary,
        summary: String::new(),
        reason_place: words.reason_place,
        budget_rows,
        reasons,
        foot,
    };
    annex.summary = summary(&annex, &annex.foot);
    annex
}

/// What must be known before filing.
fn before(it: &Frame<'_>) -> Vec<String> {
    let adopted = it.of.rows.and_then(|rows| rows.years.last()).map(|adopted| {
        let later: Vec<u16> = it.years.iter().filter(|year| *year > adopted).map(|it| it.0).collect();
        (it.words.adopted)(adopted.0, later.first().copied().zip(later.last().copied()))
    });
    std::iter::once(it.words.pattern.to_owned()).chain(adopted).collect()
}
