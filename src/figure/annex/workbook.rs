//! The annex as sheets of a workbook: the motion on the first one, and each table on one of its own.

use super::table::{Cell, Table, Value, unbroken};
use super::value::Annex;
use crate::figure::workbook::{Book, BookCell, BookSheet};

/// Widths of a column of text and of one of numbers, in letters.
const WIDE: f64 = 40.0;
const NARROW: f64 = 16.0;

/// Width of the sheet of the motion: what fits an upright page.
const PAGE: f64 = 95.0;

/// What the workbook of an annex holds (Arbeitsmappe der Anlage); `date` is the day as `YYYY-MM-DD`, possibly empty.
pub fn annex_book(annex: &Annex, date: &str) -> Book {
    let tables = annex.tables().into_iter().map(sheet);
    Book {
        title: unbroken(&annex.title),
        date: date.to_owned(),
        sheets: std::iter::once(motion(annex)).chain(tables).collect(),
    }
}

/// Title, cover, motion, summary and foot, a line each.
fn motion(annex: &Annex) -> BookSheet {
    let text = |it: &str| vec![BookCell::Text(unbroken(it))];
    let bold = |it: &str| vec![BookCell::Bold(unbroken(it))];
    let all = |texts: &[String]| texts.iter().map(|it| text(it)).collect::<Vec<_>>();
    let motion = annex.motion_text();
    let rows = [
        vec![text(&annex.sheet), text(&annex.draft), bold(&annex.title), bold(&annex.cover.said)],
        all(&annex.cover.notes),
        all(&annex.before),
        vec![bold(annex.motion_title)],
        // Its first two lines are the title and a blank.
        motion.lines().skip(2).map(text).collect(),
        all(&annex.motion_notes),
        vec![bold(annex.summary_title), text(&annex.summary)],
        all(&annex.foot),
        vec![text(annex.check_note)],
    ];
    BookSheet {
        title: annex.motion_title.to_owned(),
        widths: vec![PAGE],
        has_head: false,
        rows: rows.into_iter().flatten().collect(),
    }
}

fn sheet(table: &Table) -> BookSheet {
    let cell = |cell: &Cell| match cell.value {
        Value::Empty => BookCell::Empty,
        Value::Text => BookCell::Text(unbroken(&cell.said)),
        Value::Euros(money) => BookCell::Euros(money.euros()),
        Value::Number(number) => BookCell::Number(number),
    };
    let head = table.head.iter().map(|it| BookCell::Bold(unbroken(&it.name))).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    BookSheet {
        title: unbroken(&table.title),
        widths: table.head.iter().map(|it| if it.is_number { NARROW } else { WIDE }).collect(),
        has_head: true,
        rows: std::iter::once(head).chain(rows).collect(),
    }
}
