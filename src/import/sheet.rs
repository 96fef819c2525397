//! A table under its header, as the readers of series and people see it: the header is found below titles, numbers are read
//! by the decision of their column.

use serde::Serialize;

use super::header::fold;
use super::number::{Basis, Column, Style, Tally};
use super::table::{Dialect, Table};

/// Rows that may stand above a header.
const TITLES: usize = 30;
/// Letters of a header that a refusal shows.
const SHOWN: usize = 200;

/// How a table was read (Dateiformat).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Encoding and separator.
    #[serde(flatten)]
    pub dialect: Dialect,
    /// Line of the header.
    pub header_line: u64,
    /// Columns in which a point or comma had to be decided upon.
    pub numbers: Vec<Decided>,
}

/// Number style of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// Its header.
    pub column: String,
    /// The decision.
    #[serde(flatten)]
    pub decision: Column,
}

/// A table with a header (Tabelle).
pub struct Sheet {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Line and cells of each row.
    pub rows: Vec<(u64, Vec<String>)>,
    /// How it was read.
    pub form: Form,
    /// What a reader should look at.
    pub warnings: Vec<String>,
    /// What stands above the header.
    pub titles: Vec<String>,
    numbers: Vec<Column>,
}

impl Sheet {
    /// Finds the header, the first row that `is_header` takes; without one the first row is it, so that a refusal can name
    /// what was found. `unit` says what three digits behind a point are where no cell tells: groups for 1, else decimals.
    pub fn of(table: Table, unit: u32, is_header: impl Fn(&[String]) -> bool) -> Result<Self, String> {
        let Table { dialect, records, mut warnings, exact } = table;
        let at = records.iter().take(TITLES).position(|it| is_header(&it.cells)).unwrap_or_default();
        let mut records = records.into_iter();
        let titles = records.by_ref().take(at).flat_map(|it| it.cells).filter(|it| !it.is_empty()).collect();
        let header = records.next().ok_or("expected a header and rows, found nothing")?;
        if at > 0 {
            warnings.push(format!("{at} rows above the header in line {} are titles", header.line));
        }
        let rows: Vec<(u64, Vec<String>)> = records.map(|it| (it.line, it.cells)).collect();
        let tallies: Vec<Tally> = (0..header.cells.len())
            .map(|at| {
                let written = rows.iter().filter(|(line, _)| !exact.contains(&(*line, at)));
                Tally::of(written.filter_map(|(_, cells)| cells.get(at).map(String::as_str)))
            })
            .collect();
        let file = tallies.iter().fold(Tally::default(), |file, own| file.and(*own));
        let numbers: Vec<Column> = tallies.iter().map(|own| Column::decide(*own, file, unit)).collect();
        let decided: Vec<Decided> = header
            .cells
            .iter()
            .zip(&numbers)
            .filter(|(_, it)| it.basis != Basis::NoSeparators)
            .map(|(name, it)| Decided { column: name.clone(), decision: *it })
            .collect();
        warnings.extend(decided.iter().filter_map(doubt));
        let form = Form { dialect, header_line: header.line, numbers: decided };
        Ok(Self { header: header.cells, rows, form, warnings, titles, numbers })
    }

    /// The number in a cell of a column, none in an empty one or a lone dash.
    pub fn number(&self, column: usize, cell: &str) -> Result<Option<f64>, String> {
        let column = self.numbers.get(column).ok_or("expected a cell below a header")?;
        Ok(column.read(cell)?.map(|figure| figure.value()))
    }

    /// Whether no cell of the file tells points from commas in a column that has them: a thousandfold hangs on it.
    pub fn is_open(&self, column: usize) -> bool {
        self.numbers.get(column).is_some_and(|it| it.basis == Basis::Unsettled && it.ambiguous > 0)
    }

    /// Why a column that is open is not read.
    pub fn undecided(&self, column: usize) -> String {
        format!(
            "column `{}`: no cell tells whether `1.234` is one and a bit or more than a thousand. Next step: write one of its \
             values with a decimal, or all of them without points",
            self.header.get(column).map_or("", String::as_str)
        )
    }

    /// Reads a column in the style that something else than its cells tells.
    pub fn settle(&mut self, column: usize, style: Style) {
        let name = self.header.get(column).cloned().unwrap_or_default();
        let Some(own) = self.numbers.get_mut(column) else { return };
        (own.style, own.basis) = (style, Basis::OwnCells);
        for it in self.form.numbers.iter_mut().filter(|it| it.column == name) {
            if let Some(doubt) = doubt(it) {
                self.warnings.retain(|it| *it != doubt);
            }
            it.decision = *own;
        }
    }

    /// Persons in a cell; people are never fewer than nobody, and no place has a million millions.
    pub fn persons(&self, column: usize, cell: &str) -> Option<f64> {
        self.number(column, cell).ok().flatten().filter(|it| (0.0..1e12).contains(it))
    }

    /// What to know of columns that nothing is read from: among them may be one whose name is misspelled, and which would
    /// pass for one that the file does not have. `used` are the places of the others.
    pub fn unread(&self, used: &[Option<usize>]) -> Option<String> {
        let named = self.header.iter().enumerate().filter(|(_, name)| !name.is_empty());
        let unread: Vec<String> =
            named.filter(|(at, _)| !used.contains(&Some(*at))).map(|(_, name)| format!("`{name}`")).collect();
        (!unread.is_empty()).then(|| format!("columns that are not read: {}", shown_list(&unread)))
    }

    /// What says something of all figures: titles, headers, and lines below in which nothing else stands.
    pub fn remarks(&self) -> impl Iterator<Item = &str> {
        let alone = |cells: &Vec<String>| cells.iter().filter(|it| !it.is_empty()).count() == 1;
        let below = self.rows.iter().filter(move |it| alone(&it.1)).flat_map(|it| &it.1);
        self.titles.iter().chain(&self.header).chain(below).map(String::as_str)
    }

    /// The names of the columns, shortened.
    pub fn header_told(&self) -> String {
        shown_list(&self.header)
    }
}

/// Names after each other, shortened.
fn shown_list(names: &[String]) -> String {
    names.join(", ").chars().take(SHOWN).collect()
}

/// The first column that has one of these names, spelling aside.
pub fn column(header: &[String], names: &[&str]) -> Option<usize> {
    header.iter().position(|it| {
        let folded = fold(it);
        names.iter().any(|name| fold(name) == folded)
    })
}

/// What was decided without certainty.
fn doubt(it: &Decided) -> Option<String> {
    let Decided { column, decision } = it;
    let style = match decision.style {
        Style::German => "1.234,56",
        Style::English => "1,234.56",
    };
    if decision.contrary > 0 {
        return Some(format!("column `{column}`: numbers of both styles, the doubtful ones are read as {style}"));
    }
    let is_open = decision.basis == Basis::Unsettled && decision.ambiguous > 0;
    is_open.then(|| format!("column `{column}`: no cell tells points from commas, numbers are read as {style}"))
}
