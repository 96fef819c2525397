use std::sync::Arc;

use super::{Saved, fit};
use crate::model::{Scenario, Town};

/// Drafts that fit side by side.
pub const MOST_ABREAST: usize = 4;

/// A draft that can be laid beside the plan (Entwurf im Vergleich).
#[derive(Clone, Debug, PartialEq)]
pub struct Drafted {
    /// What names it in the storage; none for the one that stands on the page.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// What it moves.
    pub scenario: Arc<Scenario>,
}

/// All drafts of a town that can be laid beside its plan: the one on the page, then the saved ones that can be read.
pub fn drafted(town: &Town, own: Drafted, saved: &[Saved]) -> Vec<Drafted> {
    let read = |it: &Saved| {
        let draft = it.draft.as_ref()?;
        let opened = fit(town, draft).ok()?;
        let scenario = Arc::new(opened.fitted.scenario().clone());
        Some(Drafted { id: Some(it.id.clone()), name: draft.name().to_owned(), scenario })
    };
    std::iter::once(own).chain(saved.iter().filter_map(read)).collect()
}

/// Which drafts stand side by side (Auswahl zum Vergleich).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Abreast {
    /// Those that somebody put in or took out; while that are none, drafts come by themselves.
    put: Vec<(Option<String>, bool)>,
}

impl Abreast {
    /// Those that stand there: what somebody chose, or what is moved and does not stand there yet.
    pub fn shown(&self, all: &[Drafted]) -> Vec<Drafted> {
        let asked = |it: &Drafted| self.put.iter().rfind(|(id, _)| *id == it.id).map(|(_, is_in)| *is_in);
        let mut shown: Vec<Drafted> =
            all.iter().filter(|it| asked(it) == Some(true)).take(MOST_ABREAST).cloned().collect();
        // Once somebody has chosen, nothing comes by itself.
        let others = all.iter().filter(|it| self.put.is_empty() && it.scenario.is_moved());
        for draft in others {
            if shown.len() < MOST_ABREAST && shown.iter().all(|it| it.scenario != draft.scenario) {
                shown.push(draft.clone());
            }
        }
        let place = |it: &Drafted| all.iter().position(|other| other.id == it.id);
        shown.sort_by_key(place);
        shown
    }

    /// Puts one in or takes it out; false, and nothing changes, if no more fit.
    pub fn put(&mut self, all: &[Drafted], id: Option<String>, is_in: bool) -> bool {
        if is_in && self.shown(all).len() >= MOST_ABREAST {
            return false;
        }
        // What stands there now stays there, whatever else is saved meanwhile.
        for draft in self.shown(all) {
            if !self.put.iter().any(|(other, _)| *other == draft.id) {
                self.put.push((draft.id, true));
            }
        }
        self.put.retain(|(other, _)| *other != id);
        self.put.push((id, is_in));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TaxAt;

    fn draft(id: Option<&str>, multiplier: f64) -> Drafted {
        let mut scenario = Scenario::default();
        if multiplier > 0.0 {
            scenario.taxes.insert(TaxAt(0), multiplier);
        }
        Drafted { id: id.map(str::to_owned), name: String::new(), scenario: Arc::new(scenario) }
    }

    fn names(shown: &[Drafted]) -> Vec<Option<&str>> {
        shown.iter().map(|it| it.id.as_deref()).collect()
    }

    #[test]
    fn what_is_moved_stands_there_once_and_no_more_than_fit() {
        let all = [draft(None, 1.0), draft(Some("a"), 1.0), draft(Some("b"), 2.0), draft(Some("c"), 0.0)];
        assert_eq!(names(&Abreast::default().shown(&all)), [None, Some("b")]);
        let many: Vec<Drafted> =
            ["a", "b", "c", "d", "e"].iter().zip(1..).map(|(id, tax)| draft(Some(id), f64::from(tax))).collect();
        assert_eq!(Abreast::default().shown(&many).len(), MOST_ABREAST);
    }

    #[test]
    fn a_hand_puts_in_and_takes_out_and_hears_when_no_more_fit() {
        let all: Vec<Drafted> =
            ["a", "b", "c", "d", "e"].iter().zip(1..).map(|(id, tax)| draft(Some(id), f64::from(tax))).collect();
        let mut abreast = Abreast::default();
        assert!(!abreast.put(&all, Some("e".to_owned()), true));
        assert_eq!(names(&abreast.shown(&all)), [Some("a"), Some("b"), Some("c"), Some("d")]);
        assert!(abreast.put(&all, Some("b".to_owned()), false));
        assert_eq!(names(&abreast.shown(&all)), [Some("a"), Some("c"), Some("d")]);
        assert!(abreast.put(&all, Some("e".to_owned()), true));
        assert_eq!(names(&abreast.shown(&all)), [Some("a"), Some("c"), Some("d"), Some("e")]);
        // The plan itself can be put in, and a draft that is the same as another.
        let same = [draft(None, 0.0), draft(Some("a"), 1.0), draft(Some("b"), 1.0)];
        let mut abreast = Abreast::default();
        assert_eq!(names(&abreast.shown(&same)), [Some("a")]);
        assert!(abreast.put(&same, Some("b".to_owned()), true) && abreast.put(&same, None, true));
        assert_eq!(names(&abreast.shown(&same)), [None, Some("a"), Some("b")]);
    }
}
