use csv::WriterBuilder;

use crate::model::Money;
use crate::text::{self, Lang};

/// What a cell is, for files (Zellwert).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text.
    Text,
    /// Euros, to the cent.
    Euros(Money),
    /// A number.
    Number(f64),
}

/// A cell of a table (Tabellenzelle).
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it is.
    pub value: Value,
    /// What a reader sees.
    pub said: String,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Whether its cells are numbers, which stand right.
    pub is_number: bool,
}

/// A table as data: what is drawn is what is exported (Tabelle).
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Stem of the name of its file; the same in every language.
    pub key: &'static str,
    /// Its title.
    pub title: String,
    /// Columns.
    pub head: Vec<Column>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// Nothing.
    pub fn empty() -> Self {
        Self { value: Value::Empty, said: String::new() }
    }

    /// A text.
    pub fn text(said: impl Into<String>) -> Self {
        Self { value: Value::Text, said: said.into() }
    }

    /// Euros in full, none where nothing is known.
    pub fn euros(money: Option<Money>, lang: Lang) -> Self {
        money.map_or_else(Self::empty, |it| Self { value: Value::Euros(it), said: text::in_full(it, lang) })
    }

    /// A change in euros in full, with its sign.
    pub fn change(money: Money, lang: Lang) -> Self {
        let sign = if money > Money::ZERO { "+" } else { "" };
        Self { said: format!("{sign}{}", text::in_full(money, lang)), ..Self::euros(Some(money), lang) }
    }

    /// A number as it is said.
    pub fn number(value: f64, said: impl Into<String>) -> Self {
        Self { value: Value::Number(value), said: said.into() }
    }

    /// What stands in a file: numbers without marks between their digits, with a decimal comma.
    fn written(&self) -> String {
        match self.value {
            Value::Empty => String::new(),
            Value::Text => plain(&self.said),
            Value::Euros(money) => {
                let (euros, cents) = (money.cents() / 100, money.cents() % 100);
                let sign = if money < Money::ZERO && euros == 0 { "-" } else { "" };
                if cents == 0 { euros.to_string() } else { format!("{sign}{euros},{:02}", cents.abs()) }
            }
            Value::Number(number) => number.to_string().replace('.', ","),
        }
    }
}

/// A text without marks for breaking words, which nobody sees and no search finds its way through.
pub fn unbroken(text: &str) -> String {
    text.replace('\u{ad}', "")
}

/// A text that no spreadsheet takes for a formula.
fn plain(text: &str) -> String {
    let text = &unbroken(text);
    let mut letters = text.chars();
    let is_formula = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !letters.next().is_some_and(|it| it.is_ascii_digit()),
        _ => false,
    };
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

impl Table {
    /// A table without rows.
    pub fn new(key: &'static str, title: impl Into<String>, head: Vec<Column>) -> Self {
        Self { key, title: title.into(), head, rows: Vec::new() }
    }

    /// The table as a file for German spreadsheets: semicolons, decimal commas, UTF-8 without a mark at the beginning.
    pub fn csv(&self) -> String {
        let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        let head = self.head.iter().map(|it| it.name.clone());
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::written).collect());
        for row in std::iter::once(head.collect::<Vec<String>>()).chain(rows) {
            // Into memory, and every row has all columns.
            if writer.write_record(row).is_err() {
                return String::new();
            }
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl Column {
    /// A column of texts.
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_number: false }
    }

    /// A column of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_number: true }
    }
}
