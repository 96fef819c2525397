use super::table::{Cell, Table, unbroken};
use crate::model::Money;

/// Whether the changes are paid for (Deckung).
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// In one line.
    pub said: String,
    /// Whether something is missing.
    pub is_missing: bool,
    /// What else to know: years that differ, loans for what is built; possibly empty.
    pub notes: Vec<String>,
}

/// A point of the motion (Antragspunkt).
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// How it is counted: "1.".
    pub number: String,
    /// The sentence; where it ends with a colon the parts follow.
    pub text: String,
    /// Its parts, one per row of the plan.
    pub parts: Vec<String>,
    /// What goes with it by calculation: refunds, posts.
    pub notes: Vec<String>,
}

/// What a row of the table of budgets is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetKind {
    /// A row of a product group.
    Row,
    /// A tax or a fee.
    Tax,
    /// A sum.
    Sum,
}

/// One year of a row, euros (Ansatz alt und neu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCells {
    /// As printed; none where the plan prints nothing.
    pub old: Option<Money>,
    /// The change.
    pub change: Money,
    /// Both together.
    pub new: Option<Money>,
}

/// A row of the table of budgets (Zeile der Ansätze), for a drawing that puts old above new; the table beside it has the same.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetRow {
    /// What it is.
    pub kind: BudgetKind,
    /// Code of the product group; empty for sums and where none is known.
    pub code: String,
    /// Name of the group, the tax or the sum.
    pub label: String,
    /// Number of the row; empty where none is named.
    pub row: String,
    /// Name of the row.
    pub row_label: String,
    /// How long it is changed.
    pub lasting: String,
    /// Year by year as in [`Annex::years`].
    pub years: Vec<YearCells>,
}

/// Columns of the table of budgets before its years.
const TEXTS: usize = 5;

/// A row of the table of budgets as it stands on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// Whether it is a sum.
    pub is_sum: bool,
    /// Product group, tax or sum.
    pub name: String,
    /// Row of the plan, and how long it is changed.
    pub below: String,
    /// Old budget, change and new one of each year; empty where the plan prints nothing.
    pub years: Vec<[String; 3]>,
}

/// A reason for a change (Begründung).
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What is changed.
    pub what: String,
    /// By how much a year, with its sign; a multiplier as planned and as set.
    pub amount: String,
    /// Why, in the person's words; none where nothing was written.
    pub why: Option<String>,
}

/// A part of the annex: sentences and a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What stands before the table.
    pub said: Vec<String>,
    /// The table; without rows where there is nothing to show.
    pub table: Table,
    /// What stands below it.
    pub notes: Vec<String>,
}

/// The annex to a council motion (Ratsanlage). Everything is ready to be shown; a view draws it and adds nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    /// Town, budget and that it is a draft form.
    pub sheet: String,
    /// Name of the draft and date.
    pub draft: String,
    /// The title.
    pub title: String,
    /// Whether the changes are paid for.
    pub cover: Cover,
    /// What must be known before filing: that this is a draft form, and which year is adopted.
    pub before: Vec<String>,
    /// Heading of the motion, and how it begins.
    pub motion_title: &'static str,
    /// Who resolves; that nothing is changed while nothing is.
    pub resolves: &'static str,
    /// The points.
    pub motion: Vec<Point>,
    /// By what rows were chosen; one sentence for each rule that was used.
    pub motion_notes: Vec<String>,
    /// Years of the table of budgets.
    pub years: Vec<u16>,
    /// Rows of the table of budgets.
    pub budget_rows: Vec<BudgetRow>,
    /// Budgets old and new.
    pub budget: Section,
    /// Single measures of the groups whose investment is moved; none where nothing is built or printed.
    pub projects: Option<Section>,
    /// What changes.
    pub effects: Section,
    /// What it means for people by year of birth.
    pub generations: Section,
    /// What the law says.
    pub law: Section,
    /// A reason for each change.
    pub reasons: Vec<Reason>,
    /// What stands where a reason is missing.
    pub reason_place: &'static str,
    /// The reasons as a table.
    pub reason_table: Section,
    /// From money to an effect, step by step.
    pub chain: Section,
    /// What a group decided; none where none did on this device.
    pub group: Option<Section>,
    /// What all of this rests on.
    pub assumptions: Section,
    /// Model calculation, data set, model, check value: the line at the foot of every page.
    pub foot: Vec<String>,
    /// The check value alone.
    pub check: String,
    /// What the check value says.
    pub check_note: &'static str,
    /// Heading of the summary.
    pub summary_title: &'static str,
    /// The whole draft in at most 150 words, to be copied.
    pub summary: String,
}

impl Annex {
    /// The sections in their order, those without anything to show left out.
    pub fn sections(&self) -> Vec<&Section> {
        let before = [Some(&self.budget), self.projects.as_ref()];
        let after = [&self.effects, &self.generations, &self.law, &self.reason_table, &self.chain];
        let last = self.group.iter().chain([&self.assumptions]);
        before.into_iter().flatten().chain(after).chain(last).collect()
    }

    /// The rows of the table of budgets for a sheet of paper: a cell for each year, which holds the old budget, the change and
    /// the new one, as the table has them beside each other.
    pub fn budget_lines(&self) -> Vec<BudgetLine> {
        let line = |(row, cells): (&BudgetRow, &Vec<Cell>)| {
            let said = |at: usize| cells.get(at).map(|it| it.said.clone()).unwrap_or_default();
            let years = (0..row.years.len()).map(|at| [0, 1, 2].map(|part| said(TEXTS + 3 * at + part))).collect();
            let place = [&row.row, &row.row_label].map(String::as_str).join(" ");
            let below = [place.trim(), row.lasting.as_str()].into_iter().filter(|it| !it.is_empty());
            BudgetLine {
                is_sum: row.kind == BudgetKind::Sum,
                name: [&row.code, &row.label].map(String::as_str).join(" ").trim().to_owned(),
                below: below.collect::<Vec<_>>().join(" \u{b7} "),
                years,
            }
        };
        self.budget_rows.iter().zip(&self.budget.table.rows).map(line).collect()
    }

    /// Headings with their numbers: of the motion, of each section, and of the summary.
    pub fn headings(&self) -> (String, Vec<(String, &Section)>, String) {
        let numbered = |at: usize, title: &str| format!("{} {title}", at + 1);
        let sections: Vec<_> =
            self.sections().into_iter().enumerate().map(|(at, it)| (numbered(at + 1, &it.title), it)).collect();
        let summary = numbered(sections.len() + 1, self.summary_title);
        (numbered(0, self.motion_title), sections, summary)
    }

    /// All tables that hold something, for files.
    pub fn tables(&self) -> Vec<&Table> {
        self.sections().into_iter().map(|it| &it.table).filter(|it| !it.rows.is_empty()).collect()
    }

    /// The motion as plain text, to be copied.
    pub fn motion_text(&self) -> String {
        let mut lines = vec![self.title.clone(), String::new(), self.resolves.to_owned()];
        for point in &self.motion {
            lines.push(format!("{} {}", point.number, point.text));
            lines.extend(point.parts.iter().map(|it| format!("   – {it}")));
            lines.extend(point.notes.iter().map(|it| format!("   {it}")));
        }
        unbroken(&lines.join("\n"))
    }
}
