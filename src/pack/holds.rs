//! What a column may be declared to hold, and how such a cell is read: the same for the reader and for the schema.

use std::marker::PhantomData;

use serde::Deserialize;

use super::columns::Kind;
use super::files::Problem;
use super::row::{Cell, Cells, Keyed, Place};
use super::words::words;
use crate::model::{Bilingual, Money, Share, Year};

/// What a column holds.
pub trait Holds {
    /// What its cells become.
    type Value;
    /// What the schema says of them.
    const KIND: Kind;
    /// Whether a cell may be empty.
    const MAY_BE_EMPTY: bool = false;
    /// What follows the name, for what needs more than one column.
    const SUFFIXES: &'static [&'static str] = &[""];

    /// Takes as many cells as it has suffixes.
    fn read(cells: &mut Cells<'_>) -> Result<Self::Value, Problem>;
}

/// A column that one function of a cell reads.
macro_rules! single {
    ($($(#[$doc:meta])* $name:ident: $value:ty = $kind:expr, $read:expr;)+) => {$(
        $(#[$doc])*
        pub enum $name {}

        impl Holds for $name {
            type Value = $value;
            const KIND: Kind = $kind;

            fn read(cells: &mut Cells<'_>) -> Result<$value, Problem> {
                let read: fn(Cell<'_>) -> Result<$value, Problem> = $read;
                read(cells.next())
            }
        }
    )+};
}

single! {
    /// A text that must be there.
    Needed: String = Kind::Text, |cell| cell.needed();
    /// A number with a decimal point.
    Number: f64 = Kind::Number, |cell| cell.number();
    /// A whole number that is small.
    Small: u8 = Kind::Whole(255), |cell| cell.whole();
    /// A whole number.
    Whole: u16 = Kind::Whole(65_535), |cell| cell.whole();
    /// A year.
    InYear: Year = Kind::Whole(65_535), |cell| cell.whole().map(Year);
    /// Whole numbers separated by blanks.
    List: Vec<u8> = Kind::List, list;
    /// Euros with at most two decimals.
    Euros: Money = Kind::Euros, |cell| cell.money();
    /// A share between 0 and 1.
    Part: Share = Kind::Share, |cell| cell.share();
    /// Yes or no.
    YesNo: bool = Kind::Word(words::<Answer>), |cell| cell.word().map(|it| matches!(it, Answer::Yes));
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Yes,
    No,
}

fn list(cell: Cell<'_>) -> Result<Vec<u8>, Problem> {
    let numbers: Option<Vec<u8>> = cell.text.split(' ').map(|it| it.parse().ok()).collect();
    numbers.ok_or_else(|| cell.wrong("numbers such as `7 13`"))
}

/// A text, possibly empty.
pub enum Text {}

impl Holds for Text {
    type Value = String;
    const KIND: Kind = Kind::Text;
    const MAY_BE_EMPTY: bool = true;

    fn read(cells: &mut Cells<'_>) -> Result<String, Problem> {
        Ok(cells.next().text.to_owned())
    }
}

/// What the columns of a text in several languages end in, in the order of [`bilingual`].
const LANGUAGES: [&str; 2] = ["_de", "_en"];

fn bilingual(cells: &mut Cells<'_>, read: fn(Cell<'_>) -> Result<String, Problem>) -> Result<Bilingual, Problem> {
    let [de, en] = LANGUAGES.map(|_| cells.next());
    Ok(Bilingual { de: read(de)?, en: read(en)?.into() })
}

/// A text that must be there in both languages.
pub enum Both {}

impl Holds for Both {
    type Value = Bilingual;
    const KIND: Kind = Kind::Text;
    const SUFFIXES: &'static [&'static str] = &LANGUAGES;

    fn read(cells: &mut Cells<'_>) -> Result<Bilingual, Problem> {
        bilingual(cells, |cell| cell.needed())
    }
}

/// A text in both languages, or in none.
pub enum MaybeBoth {}

impl Holds for MaybeBoth {
    type Value = Bilingual;
    const KIND: Kind = Kind::Text;
    const MAY_BE_EMPTY: bool = true;
    const SUFFIXES: &'static [&'static str] = &LANGUAGES;

    fn read(cells: &mut Cells<'_>) -> Result<Bilingual, Problem> {
        let first = cells.peek();
        let both = bilingual(cells, |cell| Ok(cell.text.to_owned()))?;
        if both.de.trim().is_empty() == both.en.trim().is_empty() {
            Ok(both)
        } else {
            Err(first.wrong("a text in every language or in none"))
        }
    }
}

/// One of the words of a type.
pub struct Word<T>(PhantomData<T>);

impl<T: for<'de> Deserialize<'de>> Holds for Word<T> {
    type Value = T;
    const KIND: Kind = Kind::Word(words::<T>);

    fn read(cells: &mut Cells<'_>) -> Result<T, Problem> {
        cells.next().word()
    }
}

/// A key of another file.
pub struct Of<K>(PhantomData<K>);

impl<K: Keyed> Holds for Of<K> {
    type Value = K::At;
    const KIND: Kind = Kind::Key(K::TABLE.file);

    fn read(cells: &mut Cells<'_>) -> Result<K::At, Problem> {
        cells.next().key::<K>(cells.known)
    }
}

/// A single column whose cells may be empty.
pub struct Maybe<H>(PhantomData<H>);

impl<H: Holds> Holds for Maybe<H> {
    type Value = Option<H::Value>;
    const KIND: Kind = H::KIND;
    const MAY_BE_EMPTY: bool = true;

    fn read(cells: &mut Cells<'_>) -> Result<Option<H::Value>, Problem> {
        if cells.peek().text.is_empty() {
            cells.next();
            return Ok(None);
        }
        H::read(cells).map(Some)
    }
}

/// A cell whose meaning another cell of its row decides.
pub enum Open {}

/// Such a cell, to be read once the meaning is known.
pub struct Entry {
    place: Place,
    column: String,
    text: String,
}

impl Entry {
    /// The cell.
    pub fn cell(&self) -> Cell<'_> {
        Cell::new(self.place, &self.column, &self.text)
    }
}

impl Holds for Open {
    type Value = Entry;
    const KIND: Kind = Kind::Text;
    const MAY_BE_EMPTY: bool = true;

    fn read(cells: &mut Cells<'_>) -> Result<Entry, Problem> {
        let Cell { column, text, .. } = cells.next();
        Ok(Entry { place: cells.place, column: column.to_owned(), text: text.to_owned() })
    }
}

/// All columns that follow, one per year; the header proves that the years follow each other.
pub enum Years {}

/// Persons in the first year and in those after it.
pub struct ByYear {
    /// The first year.
    pub start: Year,
    /// Persons by year.
    pub persons: Vec<f64>,
}

impl Holds for Years {
    type Value = ByYear;
    const KIND: Kind = Kind::Years;
    const SUFFIXES: &'static [&'static str] = &[];

    fn read(cells: &mut Cells<'_>) -> Result<ByYear, Problem> {
        let start = Year(cells.peek().column.parse().unwrap_or_default());
        let person = |cell: Cell<'_>| cell.number().ok().filter(|it| *it >= 0.0).ok_or_else(|| cell.wrong("persons"));
        let persons = (0..cells.left()).map(|_| person(cells.next())).collect::<Result<_, _>>()?;
        Ok(ByYear { start, persons })
    }
}
