//! Text becomes records (Tabelle als Text): the separator is found, quotes are kept to, and every record knows its line.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord};

use super::encoding::Decoded;
use super::limits;
use super::report::Refusal;
use super::table::{Dialect, Record, Table};

/// Excel's first line that names the separator.
const NAMED: &str = "sep=";

/// Reads a text: every row in which anything stands. Refuses more cells than a budget has.
pub fn read(decoded: Decoded) -> Result<Table, Refusal> {
    let Decoded { text, encoding, mut warnings } = decoded;
    let first = text.lines().next().unwrap_or_default();
    let named = first.strip_prefix(NAMED).and_then(|it| it.chars().next()).filter(char::is_ascii);
    let separator = named.unwrap_or_else(|| separator(&text));
    let cells = text.bytes().filter(|it| *it == b'\n' || char::from(*it) == separator).count();
    if cells > limits::CELLS {
        return Err(Refusal::new(format!("expected at most {} cells, found {cells}", limits::CELLS)));
    }
    let mut records = records(&text, separator);
    if named.is_some() {
        records.retain(|it| it.line > 1);
    }
    if has_runaway(&records, separator) {
        warnings.push("a quote that nothing closes: lines with it are read as they stand".to_owned());
        records = line_by_line(&text, separator);
    }
    let dialect = Dialect { encoding, separator: Some(separator), quoted: is_quoted(&text, separator), sheet: None };
    records.retain(|it| !it.is_blank());
    limits::check(&records)?;
    Ok(Table { dialect, records, warnings, exact: HashSet::new() })
}

/// Separators in the order in which they win a tie: decimal commas must not be taken for separators.
const SEPARATORS: [char; 4] = [';', '\t', '|', ','];

/// Lines that are looked at to find the separator.
const PROBE: usize = 200;

/// Bytes that are looked at to find the separator.
const LONGEST_PROBE: usize = 1 << 20;

/// The separator that gives most rows the same number of cells, two at least.
fn separator(text: &str) -> char {
    let end = text.match_indices('\n').nth(PROBE).map_or(text.len(), |(at, _)| at);
    // One line without an end must not be read four times over.
    let end = (0..=end.min(LONGEST_PROBE)).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
    let probe = text.get(..end).unwrap_or(text);
    let mut best = (0, ',');
    for candidate in SEPARATORS {
        let quoted: Vec<usize> = records(probe, candidate).iter().map(|it| it.cells.len()).collect();
        // A quote that nothing closes hides the rows behind it.
        let plain: Vec<usize> = probe.lines().map(|it| it.matches(candidate).count() + 1).collect();
        let same = agreeing(&quoted).max(agreeing(&plain));
        // A later candidate must be better by a quarter.
        if same * 4 > best.0 * 5 {
            best = (same, candidate);
        }
    }
    best.1
}

/// How many rows have the most frequent length, of those with two cells or more.
fn agreeing(lengths: &[usize]) -> usize {
    let mut sorted: Vec<usize> = lengths.iter().copied().filter(|it| *it > 1).collect();
    sorted.sort_unstable();
    sorted.chunk_by(|one, other| one == other).map(<[usize]>::len).max().unwrap_or(0)
}

fn reader(text: &str, separator: char, quoting: bool) -> csv::Reader<&[u8]> {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).quoting(quoting);
    builder.buffer_capacity(text.len().clamp(64, 1 << 16)).from_reader(text.as_bytes())
}

/// Reads the whole text; the reader cannot fail, for it reads text from memory and any number of cells.
fn records(text: &str, separator: char) -> Vec<Record> {
    let mut reader = reader(text, separator, true);
    let mut found = Vec::new();
    let mut cells = StringRecord::new();
    let (mut line, mut counted) = (1, 0);
    while reader.read_record(&mut cells).unwrap_or(false) {
        // The reader's place lies before empty lines that it passes over.
        let place = cells.position().map_or(0, |it| usize::try_from(it.byte()).unwrap_or(usize::MAX));
        let start = text.get(place..).map_or(place, |rest| place + rest.len() - rest.trim_start_matches('\n').len());
        let passed = text.as_bytes().get(counted..start).unwrap_or_default();
        line += passed.iter().filter(|it| **it == b'\n').count() as u64;
        counted = start.max(counted);
        found.push(record(line, &cells));
    }
    found
}

fn record(line: u64, cells: &StringRecord) -> Record {
    Record { line, cells: cells.iter().map(|it| bare(it).to_owned()).collect() }
}

/// A cell without blanks around it and without the formula that keeps Excel from taking a text for a number (`="0101"`).
fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix("=\"").and_then(|it| it.strip_suffix('"')).unwrap_or(cell)
}

/// Whether a quote swallowed rows: a cell holds a line with as many separators as a row has.
fn has_runaway(records: &[Record], separator: char) -> bool {
    let lengths: Vec<usize> = records.iter().map(|it| it.cells.len()).collect();
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or(0).max(2);
    records.iter().any(|record| {
        let long = record.cells.iter().filter(|it| it.contains('\n'));
        long.flat_map(|it| it.lines().skip(1)).any(|line| line.matches(separator).count() + 1 >= usual)
    })
}

/// Longest quoted cell, in lines, in a file whose quotes cannot be trusted.
const LONGEST_CELL: usize = 20;

/// Reads row by row: a quote may reach over a few lines, but not over a line that looks like a row.
fn line_by_line(text: &str, separator: char) -> Vec<Record> {
    let lines: Vec<&str> = text.lines().collect();
    let mut counts: Vec<usize> = lines.iter().map(|it| it.matches(separator).count()).collect();
    let cells_of = |line: &str| line.matches(separator).count();
    counts.sort_unstable();
    let usual = counts.get(counts.len() / 2).copied().unwrap_or(0).max(1);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let mut end = at + 1;
        let mut block = (*line).to_owned();
        while has_open_quote(&block) && end < lines.len().min(at + LONGEST_CELL) {
            let next = lines.get(end).copied().unwrap_or_default();
            if cells_of(next) >= usual {
                break;
            }
            block.push('\n');
            block.push_str(next);
            end += 1;
        }
        let closed = !has_open_quote(&block);
        if !closed {
            (block, end) = ((*line).to_owned(), at + 1);
        }
        let mut cells = StringRecord::new();
        if reader(&block, separator, closed).read_record(&mut cells).unwrap_or(false) {
            found.push(record(at as u64 + 1, &cells));
        }
        at = end;
    }
    found
}

fn has_open_quote(block: &str) -> bool {
    block.matches('"').count() % 2 == 1
}

/// Whether any cell begins with a double quote.
fn is_quoted(text: &str, separator: char) -> bool {
    text.starts_with('"')
        || text.match_indices('"').any(|(at, _)| text.get(..at).is_some_and(|it| it.ends_with(['\n', separator])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::decode;

    fn table(text: &str) -> Table {
        read(decode(text.as_bytes())).unwrap()
    }

    fn lines(text: &str) -> Vec<(u64, String)> {
        table(text).records.into_iter().map(|it| (it.line, it.cells.join("|"))).collect()
    }

    fn found(text: &str) -> Option<char> {
        table(text).dialect.separator
    }

    #[test]
    fn separators_are_found() {
        assert_eq!(found("a;b\n1,5;2,5\n1,5;2,5"), Some(';'));
        assert_eq!(found("a,b\n\"1,5\",\"x;y\"\n\"1,5\",2"), Some(','));
        assert_eq!(found("a\tb, c\n1\t2"), Some('\t'));
        assert_eq!(found("a|b\n1,5|2,5\n1,5|2,5"), Some('|'));
        assert_eq!(found("Haushalt, Stand 1. Mai\n\na;b;c\n1,5;2;3\n1,5;2;3"), Some(';'));
        assert_eq!(found("sep=|\na|b;c\n"), Some('|'));
        assert_eq!(found("nothing to part"), Some(','));
    }

    #[test]
    fn lines_are_real() {
        let expected = [(2, "a|b".to_owned()), (4, "1\n2|3".to_owned()), (8, "4|5".to_owned())];
        assert_eq!(lines("\na;b\n\n\"1\n2\";3\n\n\n4;5\n"), expected);
        assert_eq!(lines("sep=;\r\na;b\r\n\r\n1;2\r\n"), [(2, "a|b".to_owned()), (4, "1|2".to_owned())]);
    }

    #[test]
    fn quotes_keep_separators_and_are_kept_to() {
        assert_eq!(lines("a;b\n\"x; \"\"y\"\"\";1\n"), [(1, "a|b".to_owned()), (2, "x; \"y\"|1".to_owned())]);
        assert_eq!(lines("a;b\nx \"y\";1\n").last(), Some(&(2, "x \"y\"|1".to_owned())));
    }

    #[test]
    fn a_quote_that_nothing_closes_swallows_no_row() {
        let text = "code;name;amount\n01;\"12 inch;5\n02;b;6\n03;c;7\n";
        let rows = lines(text);
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[1], (2, "01|\"12 inch|5".to_owned()));
        assert_eq!(rows[3], (4, "03|c|7".to_owned()));
        assert!(table(text).warnings.iter().any(|it| it.contains("quote")));
    }

    #[test]
    fn rows_without_anything_are_no_rows() {
        assert_eq!(lines("a;b\n;;\n  ;\n1;2"), [(1, "a|b".to_owned()), (4, "1|2".to_owned())]);
    }
}
