use super::chunk::{CHUNK, Chunk};
use super::gather::Gathered;

/// Which drafts of a group are stored, and under which key the next ones go (Ablage).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    kept: usize,
    /// The entry that is not full yet: its key and its first draft.
    open: Option<(String, usize)>,
}

impl Shelf {
    /// One on which so many lie already, in entries that other visits have written: those stay as they are.
    pub fn holding(count: usize) -> Self {
        Self { kept: count, open: None }
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
            let Some((key, from)) = self.open.take().or_else(|| Some((new_key()?, self.kept))) else { break };
            let drafts: Vec<_> = all.drafts().iter().skip(from).take(CHUNK).collect();
            self.kept = from + drafts.len();
            due.push((key.clone(), Chunk::new(town, day, drafts.iter().copied()).to_json()));
            if drafts.len() < CHUNK {
                self.open = Some((key, from));
            }
        }
        due
    }
}
