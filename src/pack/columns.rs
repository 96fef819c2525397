//! What a file of a pack is made of: columns and what their cells hold.

/// What a cell of a column holds (Zelle).
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// A number with a decimal point.
    Number,
    /// A whole number from zero to this one.
    Whole(u16),
    /// Whole numbers separated by blanks.
    List,
    /// Euros with at most two decimals.
    Euros,
    /// A number between 0 and 1.
    Share,
    /// One of the words of a type.
    Word(fn() -> &'static [&'static str]),
    /// A key of this file: of its first column, or of the product groups of `budget.csv`.
    Key(&'static str),
    /// Not one column but all that follow, one per year: persons, zero or more.
    Years,
}

/// One or more columns of a file that are declared as one (Spalte).
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name as declared; a word of Rust carries `r#` in front.
    pub(super) stem: &'static str,
    /// What follows the name, one for each column in the file.
    pub(super) suffixes: &'static [&'static str],
    /// What the cells hold.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub may_be_empty: bool,
}

impl Column {
    /// Names in the header.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let stem = self.stem.strip_prefix("r#").unwrap_or(self.stem);
        self.suffixes.iter().map(move |suffix| format!("{stem}{suffix}"))
    }
}

/// A file of a pack (Tabelle).
#[derive(Debug)]
pub struct Table {
    /// Name of the file.
    pub file: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Whether a pack without it is refused.
    pub is_needed: bool,
    /// Whether its first column is a key that stands only once.
    pub is_keyed: bool,
    /// Columns in their order.
    pub columns: &'static [Column],
}

impl Table {
    /// Names of all columns in their order, those of the years left out, and what each holds.
    pub fn names(&self) -> impl Iterator<Item = (String, &'static Column)> {
        self.columns.iter().flat_map(|column| column.names().map(move |name| (name, column)))
    }

    /// Whether one column per year follows the others.
    pub fn has_years(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.kind, Kind::Years))
    }

    /// The header as it stands in the file.
    pub fn header(&self) -> String {
        let names: Vec<String> = self.names().map(|(name, _)| name).collect();
        let years = if self.has_years() { ";one column per year" } else { "" };
        format!("{}{years}", names.join(";"))
    }
}
