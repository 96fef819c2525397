use leptos::html::P;
use leptos::prelude::*;

use super::held::Held;
use super::state::State;
use crate::platform::storage::{self, Failed};
use crate::scenario::{Draft, Kept, Saved, free_name, next_name, short_id, stem};

/// The saved scenarios as the dialog shows them, and what can be done to them (Regal).
///
/// Whatever is done waits for other tabs, so it takes along what it needs: the row it came from may be gone by then.
#[derive(Clone, Copy)]
pub struct Shelf {
    state: State,
    /// As they were read last.
    pub saved: Held<Vec<Saved>>,
    /// Whether they could be read; an empty list is said to be empty only then.
    pub is_read: Held<bool>,
    /// What was deleted while this page was open, the last one at the end.
    deleted: Held<Vec<Saved>>,
    /// What happened last, for the line that screen readers read out.
    pub said: Held<String>,
    /// That line; it takes the focus of a button that is gone.
    pub line: NodeRef<P>,
}

impl Shelf {
    /// An empty shelf, which follows what other tabs save and delete.
    pub fn new(state: State) -> Self {
        let shelf = Self {
            state,
            saved: Held::new(Vec::new()),
            is_read: Held::new(false),
            deleted: Held::new(Vec::new()),
            said: Held::new(String::new()),
            line: NodeRef::new(),
        };
        storage::on_change(move || {
            if state.saves.get_untracked() {
                shelf.refresh();
            }
            let draft = state.kept.get_untracked().draft;
            if draft.is_some_and(|id| !storage::has(&id)) {
                state.kept.update(Kept::forget);
            }
        });
        shelf
    }

    /// Shows what is saved now; what was shown before stays if that cannot be read.
    pub fn refresh(self) -> bool {
        let list = storage::list();
        let is_read = list.is_ok();
        if let Ok(list) = list {
            self.saved.set(list);
        }
        self.is_read.set(is_read);
        is_read
    }

    /// Begins anew when the dialog opens.
    pub fn open(self) {
        let said = self.last_deleted().map(|name| (self.state.texts().deleted)(&name));
        self.said.set(String::new());
        self.report(said.unwrap_or_default());
    }

    /// Says something. The same words once more are changed invisibly: a line that stays as it is is not read out.
    pub fn say(self, words: String) {
        let is_same = !words.is_empty() && self.said.get_untracked() == words;
        self.said.set(if is_same { format!("{words}\u{a0}") } else { words });
    }

    /// Says what came of an action, and shows what is saved now.
    fn report(self, words: String) {
        let is_read = self.refresh();
        let failed = self.state.lang.get_untracked().texts().list_failed;
        self.say(if is_read { words } else { format!("{words} {failed}").trim().to_owned() });
    }

    /// Takes the focus of a button that is gone with its row.
    fn take_focus(self) {
        if let Some(line) = self.line.get_untracked() {
            let _ = line.focus();
        }
    }

    /// The entry with this key as it is shown.
    pub fn find(self, id: &str) -> Option<Saved> {
        self.saved.with(|all| all.iter().find(|it| it.id == id).cloned())
    }

    /// What an entry is called: its name, or its key where that cannot be read.
    pub fn name(self, saved: &Saved) -> String {
        let number = || (self.state.texts().draft_number)(&short_id(&saved.id));
        saved.draft.as_ref().map_or_else(number, |it| it.name().to_owned())
    }

    /// The name of the next scenario, where the person gives none.
    pub fn next_name(self) -> String {
        self.saved.with(|all| next_name(all, self.state.texts().name_default))
    }

    /// The name of the entry whose deletion can be taken back next.
    pub fn last_deleted(self) -> Option<String> {
        self.deleted.with(|all| all.last().map(|it| self.name(it)))
    }

    fn why(self, failed: Failed, name: &str, refused: &str) -> String {
        let texts = self.state.lang.get_untracked().texts();
        match failed {
            Failed::Refused => refused.to_owned(),
            Failed::Gone => (texts.draft_gone)(name),
            Failed::Changed => (texts.draft_changed)(name),
        }
    }

    /// Saves the scenario of this moment under the name that was typed, or under the next one; then `done`.
    pub fn save(self, typed: String, done: impl FnOnce() + 'static) {
        let (state, draft, moment) = (self.state, self.state.file(""), self.state.moment());
        storage::alone(move || {
            self.refresh();
            let draft = draft.renamed(&if typed.is_empty() { untrack(|| self.next_name()) } else { typed });
            let texts = state.lang.get_untracked().texts();
            match storage::save(&draft) {
                Ok(id) => {
                    state.kept.set(Kept::new(draft.name(), Some(id), moment));
                    done();
                    self.report((texts.saved)(draft.name()));
                }
                Err(failed) => self.report(self.why(failed, draft.name(), texts.save_failed)),
            }
        });
    }

    /// Saves a copy of an entry beside it.
    pub fn copy(self, draft: Draft) {
        storage::alone(move || {
            self.refresh();
            let texts = self.state.lang.get_untracked().texts();
            let original = stem(draft.name());
            let name = free_name(&self.saved.get_untracked(), 1, |count| (texts.copy_of)(&original, count));
            let draft = draft.renamed(&name);
            self.report(match storage::save(&draft) {
                Ok(_) => (texts.saved)(draft.name()),
                Err(failed) => self.why(failed, draft.name(), texts.save_failed),
            });
        });
    }

    /// Gives an entry another name; then `done`.
    pub fn rename(self, seen: Saved, name: String, done: impl FnOnce() + 'static) {
        storage::alone(move || {
            let (texts, old) = (self.state.lang.get_untracked().texts(), untrack(|| self.name(&seen)));
            match storage::rename(&seen, &name) {
                Ok(()) => {
                    let mut kept = self.state.kept.get_untracked();
                    if kept.draft.as_ref() == Some(&seen.id) {
                        kept.name.clone_from(&name);
                        self.state.kept.set(kept);
                    }
                    self.report((texts.renamed)(&old, &name));
                    done();
                }
                Err(failed) => self.report(self.why(failed, &old, texts.save_failed)),
            }
        });
    }

    /// Deletes an entry; that can be taken back while the page is open.
    pub fn delete(self, seen: Saved) {
        storage::alone(move || {
            let (texts, name) = (self.state.lang.get_untracked().texts(), untrack(|| self.name(&seen)));
            let words = match storage::delete(&seen) {
                Ok(()) => {
                    if self.state.kept.get_untracked().draft.as_ref() == Some(&seen.id) {
                        self.state.kept.update(Kept::forget);
                    }
                    self.deleted.update(|all| all.push(seen));
                    (texts.deleted)(&name)
                }
                Err(failed) => self.why(failed, &name, texts.delete_failed),
            };
            self.report(words);
            self.take_focus();
        });
    }

    /// Takes the last deletion back.
    pub fn restore(self) {
        storage::alone(move || {
            let Some(last) = self.deleted.get_untracked().pop() else { return };
            let (texts, name) = (self.state.lang.get_untracked().texts(), untrack(|| self.name(&last)));
            match storage::restore(&last) {
                Ok(()) => {
                    self.deleted.update(|all| drop(all.pop()));
                    self.report((texts.restored)(&name));
                    self.take_focus();
                }
                Err(failed) => self.report(self.why(failed, &name, texts.save_failed)),
            }
        });
    }
}
