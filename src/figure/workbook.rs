//! A workbook for spreadsheets (Arbeitsmappe): plain sheets in, an XLSX file out. What fills them is no matter here, so that
//! the late part that holds this needs nothing else of the page.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The longest name of a sheet that Excel takes, in letters.
const NAME: usize = 31;

/// Euros to the cent, negative ones with a minus.
const EUROS: &str = "#,##0.00";

/// Paper size DIN A4, as the file format counts it.
const A4: u8 = 9;

/// What a workbook holds (Arbeitsmappe).
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// Title of the document.
    pub title: String,
    /// The day as `YYYY-MM-DD`, possibly empty.
    pub date: String,
    /// The sheets in their order.
    pub sheets: Vec<BookSheet>,
}

/// A sheet of it (Tabellenblatt).
#[derive(Clone, Debug, PartialEq)]
pub struct BookSheet {
    /// Its title, of which its name is made.
    pub title: String,
    /// Width of each column, in letters.
    pub widths: Vec<f64>,
    /// Whether its first row is a head, which stays in sight and stands on every page.
    pub has_head: bool,
    /// Its rows.
    pub rows: Vec<Vec<BookCell>>,
}

/// A cell of it (Zelle).
#[derive(Clone, Debug, PartialEq)]
pub enum BookCell {
    /// Nothing.
    Empty,
    /// A text, never a formula.
    Text(String),
    /// A text that stands out.
    Bold(String),
    /// Euros, to the cent.
    Euros(f64),
    /// A number.
    Number(f64),
}

/// The bytes of the XLSX file; the same workbook is always the same file.
///
/// # Errors
/// What the file format refuses, in its own words.
pub fn workbook(book: &Book) -> Result<Vec<u8>, String> {
    written(book).map_err(|error| error.to_string())
}

fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    // Without a day of its own it would bear the moment of its making, and no file would be like another.
    let day = ExcelDateTime::parse_from_str(&book.date).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    file.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&day));
    for sheet in &book.sheets {
        fill(sheet, file.add_worksheet().set_name(named(&sheet.title))?)?;
    }
    file.save_to_buffer()
}

fn fill(sheet: &BookSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let (bold, euros) = (text.clone().set_bold(), number.clone().set_num_format(EUROS));
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    if sheet.widths.len() > 1 {
        page.set_landscape();
    }
    if sheet.has_head {
        page.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    }
    for (at, width) in (0..).zip(&sheet.widths) {
        page.set_column_width(at, *width)?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(cells) {
            match cell {
                BookCell::Empty => continue,
                BookCell::Text(it) => page.write_string_with_format(row, at, it, &text)?,
                BookCell::Bold(it) => page.write_string_with_format(row, at, it, &bold)?,
                BookCell::Euros(it) => page.write_number_with_format(row, at, *it, &euros)?,
                BookCell::Number(it) => page.write_number_with_format(row, at, *it, &number)?,
            };
        }
    }
    Ok(())
}

/// A title as the name of a sheet: without marks that Excel refuses, whole words as far as there is room.
fn named(title: &str) -> String {
    let kept: String = title.chars().filter(|it| !"[]:*?/\\'".contains(*it)).collect();
    let mut name = String::new();
    for word in kept.split_whitespace() {
        let longer = format!("{name} {word}");
        if longer.trim().chars().count() > NAME {
            break;
        }
        name = longer.trim().to_owned();
    }
    name
}
