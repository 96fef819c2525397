use super::chunk::{CHUNK, Chunk};
use super::gather::Gathered;

/// Which drafts of a group are stored, and under which key the next ones go (Ablage).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    kept: usize,
    /// Entries of this visit in their order: their keys and their first drafts.
    own: Vec<(String, usize)>,
}

impl Shelf {
    /// One on which so many lie already, in entries that other visits have written: those stay as they are.
    pub fn holding(count: usize) -> Self {
        Self { kept: count, own: Vec::new() }
    }

    /// What is to be written: keys and texts. Where `new_key` has none to give, nothing further is.
    pub fn due(
        &mut self,
        town: &str,
        day: &str,
        all: &Gathered,
        mut new_key: impl FnMut() -> Option<String>,
    ) -> Vec<(String, String)> {
        let mut due = Vec::new();
        while self.kept < all.count() {
            let open = self.own.last().filter(|(_, from)| self.kept - from < CHUNK).cloned();
            let Some((key, from)) = open.clone().or_else(|| Some((new_key()?, self.kept))) else { break };
            let drafts: Vec<_> = all.drafts().iter().skip(from).take(CHUNK).collect();
            self.kept = from + drafts.len();
            due.push((key.clone(), Chunk::new(town, day, drafts.iter().copied()).to_json()));
            if open.is_none() {
                self.own.push((key, from));
            }
        }
        due
    }

    /// Only so many are left (zurücknehmen): keys of entries that are to go; what stays of one is due again.
    pub fn back_to(&mut self, count: usize) -> Vec<String> {
        let mut gone = Vec::new();
        while let Some((key, from)) = self.own.pop() {
            if from < count {
                if count < self.kept {
                    self.kept = from;
                }
                self.own.push((key, from));
                break;
            }
            gone.push(key);
            self.kept = self.kept.min(from);
        }
        gone
    }
}
