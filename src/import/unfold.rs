//! What the tags of a workbook declare, looked at before they unfold (Entfaltung): repeated rows, cells and texts, tables
//! without an end.

use super::limits;
use super::report::Refusal;

/// A workbook that cannot be read, and what to do.
pub fn broken(kind: &str, error: &impl std::fmt::Display) -> Refusal {
    Refusal::new(format!("expected {kind} that can be read: {error}. Next step: open it and save it anew"))
}

/// The largest number that an attribute of a tag declares, one without it.
pub fn attribute(tag: &str, name: &str) -> usize {
    let number = |(at, _): (usize, &str)| {
        let rest = tag.get(at + name.len()..).unwrap_or_default();
        let digits = rest.trim_start_matches(['=', '"', '\'', ' ', '+']).split(|it: char| !it.is_ascii_digit()).next();
        // More digits than fit are more than anything.
        digits.filter(|it| !it.is_empty()).map(|it| it.parse().unwrap_or(usize::MAX))
    };
    tag.match_indices(name).filter_map(number).max().unwrap_or(1)
}

/// The tags of an XML text without their brackets, each with the bytes up to the next one; none where one has no end.
/// Comments and the like are no tags.
fn tags(text: &str) -> Option<Vec<(&str, usize)>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, inner)) = rest.split_once('<') {
        let end = |mark: &str| inner.split_once(mark).map(|it| it.1);
        if inner.starts_with("!--") {
            rest = end("-->")?;
        } else if inner.starts_with("![CDATA[") {
            rest = end("]]>")?;
        } else if inner.starts_with('?') {
            rest = end("?>")?;
        } else if inner.starts_with('!') {
            // A DOCTYPE may declare anything, and no spreadsheet writes one.
            return None;
        } else {
            let mut quote = None;
            let is_end = |it: char| {
                match quote {
                    None if it == '>' => return true,
                    None if matches!(it, '"' | '\'') => quote = Some(it),
                    Some(open) if open == it => quote = None,
                    _ => {}
                }
                false
            };
            let at = inner.find(is_end)?;
            rest = inner.get(at + 1..)?;
            found.push((inner.get(..at)?, rest.find('<').unwrap_or(rest.len())));
        }
    }
    Some(found)
}

/// Whether every tag that opens is closed in its turn. Otherwise calamine 0.38 looks for the end of a table for ever.
fn is_nested(tags: &[(&str, usize)]) -> bool {
    let name = |tag: &str| tag.split(|it: char| it.is_whitespace() || it == '/').next().unwrap_or_default().to_owned();
    let mut open: Vec<String> = Vec::new();
    tags.iter().all(|(tag, _)| match tag.strip_prefix('/') {
        Some(tag) => open.pop().is_some_and(|it| it == tag.trim_end()),
        None if tag.ends_with('/') => true,
        None => {
            open.push(name(tag));
            true
        }
    }) && open.is_empty()
}

/// Refuses an ODS whose repeated rows and columns stand for more cells than a budget has.
pub fn declared(content: &[u8]) -> Result<(), Refusal> {
    let text = String::from_utf8_lossy(content);
    let tags = tags(&text).filter(|it| is_nested(it));
    let tags = tags.ok_or_else(|| broken("an ODS workbook", &"its content breaks off or is not nested"))?;
    // Of the sheets before, and of this one: rows down to the last in which anything stands, and the widest of them.
    let (mut before, mut rows, mut width) = (0usize, 0usize, 0usize);
    let (mut pending, mut at) = (0usize, 0usize);
    let mut letters = Letters::default();
    for (tag, text) in tags {
        letters.add(tag, text);
        let Some(tag) = tag.strip_prefix("table:") else { continue };
        let name = tag.split(|it: char| it.is_whitespace() || matches!(it, '>' | '/')).next().unwrap_or_default();
        match name {
            "table" => {
                before = before.saturating_add(rows.saturating_mul(width));
                (rows, width, pending) = (0, 0, 0);
            }
            "table-row" => {
                at = 0;
                pending = pending.saturating_add(attribute(tag, "number-rows-repeated"));
            }
            "table-cell" | "covered-table-cell" => {
                at = at.saturating_add(attribute(tag, "number-columns-repeated"));
                let is_blank = !tag.contains("value") && tag.ends_with('/');
                if !is_blank {
                    width = width.max(at);
                    rows = rows.saturating_add(pending);
                    pending = 0;
                }
            }
            _ => continue,
        }
        let found = before.saturating_add(rows.saturating_mul(width));
        if found > limits::CELLS {
            let most = limits::CELLS;
            return Err(Refusal::new(format!(
                "expected at most {most} cells, found rows and columns repeated to {found}"
            )));
        }
    }
    if letters.all as u64 > limits::UNPACKED {
        let most = limits::UNPACKED >> 20;
        return Err(Refusal::new(format!("expected a workbook that unpacks to at most {most} MB, found more")));
    }
    Ok(())
}

/// The letters in the cells of an ODS, as often as they are repeated.
#[derive(Default)]
struct Letters {
    rows: usize,
    /// None outside a cell.
    columns: usize,
    all: usize,
}

impl Letters {
    fn add(&mut self, tag: &str, text: usize) {
        let is_cell = ["table:table-cell", "table:covered-table-cell"].iter().any(|it| tag.starts_with(it));
        let is_alone = tag.ends_with('/');
        if tag.starts_with("table:table-row") {
            self.rows = attribute(tag, "number-rows-repeated");
        } else if is_cell {
            self.columns = attribute(tag, "number-columns-repeated");
        } else if tag.starts_with("/table:table-cell") || tag.starts_with("/table:covered-table-cell") {
            self.columns = 0;
        }
        let value = if is_cell && tag.contains("value=") { tag.len() } else { 0 };
        let blanks = if tag.starts_with("text:s") { attribute(tag, "text:c") } else { 0 };
        let text = if is_cell && is_alone { 0 } else { text };
        let own = value.saturating_add(blanks).saturating_add(text);
        self.all = self.all.saturating_add(own.saturating_mul(self.columns).saturating_mul(self.rows));
        if is_cell && is_alone {
            self.columns = 0;
        }
    }
}
