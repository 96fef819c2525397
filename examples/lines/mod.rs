//! From imported lines to the files of a pack: sums of groups, areas and total, the offices, and other years.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use zukunftshaushalt::model::Money;

/// Digits of a product group in both frames, and of its area.
const GROUP: usize = 4;
const AREA: usize = 2;

/// One imported line.
struct Line {
    code: String,
    label: String,
    department: String,
    sub_budget: String,
    office: String,
    year: u16,
    kind: String,
    revenue: Money,
    expense: Money,
}

/// Revenue and expense.
type Sum = (Money, Money);

/// `budget.csv`, `department_lines.csv` and `history.csv`, by name. The plan of `year` is the budget.
pub fn files(lines: &str, labels: &str, year: u16) -> Result<Vec<(&'static str, String)>, String> {
    let lines = read(lines)?;
    let labels = Labels::read(labels)?;
    let is_budget = |line: &&Line| line.year == year && line.kind == "plan";
    let own: Vec<&Line> = lines.iter().filter(is_budget).collect();
    if own.is_empty() {
        return Err(format!("expected lines of the plan {year}, found none"));
    }
    Ok(vec![
        ("budget.csv", budget(&own, &labels)?),
        ("department_lines.csv", offices(&own, &labels)?),
        ("history.csv", history(&lines)?),
    ])
}

fn rows(text: &str, columns: &[&str]) -> Result<Vec<StringRecord>, String> {
    let mut reader = ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?;
    if header.iter().ne(columns.iter().copied()) {
        let found: Vec<&str> = header.iter().collect();
        return Err(format!("expected the header {}, found {}", columns.join(";"), found.join(";")));
    }
    reader.records().collect::<Result<_, _>>().map_err(|error| error.to_string())
}

fn read(text: &str) -> Result<Vec<Line>, String> {
    let columns = ["code", "label", "department", "sub_budget", "office", "year", "kind", "revenue", "expense"];
    let line = |row: &StringRecord| {
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        let wrong = |at: usize, what: &str| {
            let line = row.position().map_or(0, csv::Position::line);
            format!("line {line}: {}: expected {what}, found `{}`", columns[at], cell(at))
        };
        let code = cell(0);
        if code.len() < GROUP || !code.is_char_boundary(GROUP) {
            return Err(wrong(0, "at least four digits"));
        }
        Ok(Line {
            code,
            label: cell(1),
            department: cell(2),
            sub_budget: cell(3),
            office: cell(4),
            year: cell(5).parse().map_err(|_| wrong(5, "a year"))?,
            kind: cell(6),
            revenue: Money::parse(&cell(7)).ok_or_else(|| wrong(7, "euros"))?,
            expense: Money::parse(&cell(8)).ok_or_else(|| wrong(8, "euros"))?,
        })
    };
    rows(text, &columns)?.iter().map(line).collect()
}

/// What a text that begins in a certain way is called.
struct Labels(Vec<[String; 3]>);

impl Labels {
    fn read(text: &str) -> Result<Self, String> {
        let row = |row: &StringRecord| [0, 1, 2].map(|at| row.get(at).unwrap_or_default().to_owned());
        Ok(Self(rows(text, &["what", "begins", "label"])?.iter().map(row).collect()))
    }

    fn find(&self, what: &str, text: &str) -> Option<&str> {
        let fitting = self.0.iter().filter(|[of, begins, _]| of == what && text.starts_with(begins.as_str()));
        fitting.max_by_key(|[_, begins, _]| begins.len()).map(|[_, _, label]| label.as_str())
    }

    fn needed(&self, what: &str, text: &str) -> Result<&str, String> {
        self.find(what, text).ok_or_else(|| format!("expected a label of the {what} `{text}`, found none"))
    }
}

fn add(sum: &mut Sum, line: &Line) {
    *sum = (sum.0 + line.revenue, sum.1 + line.expense);
}

/// Cents as they stand in a file.
fn euros(money: Money) -> String {
    let cents = money.cents();
    format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
}

fn written(rows: &[Vec<String>]) -> Result<String, String> {
    let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn header(columns: &[&str]) -> Vec<Vec<String>> {
    vec![columns.iter().map(|column| (*column).to_owned()).collect()]
}

fn budget(lines: &[&Line], labels: &Labels) -> Result<String, String> {
    let (mut groups, mut areas) = (BTreeMap::<&str, Sum>::new(), BTreeMap::<&str, Sum>::new());
    let mut total = (Money::ZERO, Money::ZERO);
    for line in lines {
        add(groups.entry(&line.code[..GROUP]).or_insert((Money::ZERO, Money::ZERO)), line);
        add(areas.entry(&line.code[..AREA]).or_insert((Money::ZERO, Money::ZERO)), line);
        add(&mut total, line);
    }
    let row = |level: &str, code: &str, label: &str, (revenue, expense): Sum| {
        let result = euros(revenue - expense);
        [level, code, label, &euros(revenue), &euros(expense), &result, "0.00", &result].map(str::to_owned).to_vec()
    };
    let columns = ["level", "code", "label", "revenue", "expense", "ordinary_result", "financial_result", "result"];
    let mut rows = header(&columns);
    for (area, sum) in &areas {
        for (code, sum) in groups.iter().filter(|(code, _)| code.starts_with(area)) {
            rows.push(row("group", code, labels.needed("group", code)?, *sum));
        }
        rows.push(row("area", area, labels.needed("area", area)?, *sum));
    }
    rows.push(row("total", "00", "Summe", total));
    written(&rows)
}

fn offices(lines: &[&Line], labels: &Labels) -> Result<String, String> {
    let mut rows = header(&["code", "product", "department", "sub_budget", "office", "revenue", "expense"]);
    for line in lines {
        rows.push(vec![
            line.code[..GROUP].to_owned(),
            format!("{} {}", line.code, line.label),
            labels.needed("department", &line.department)?.to_owned(),
            line.sub_budget.clone(),
            labels.find("office", &line.office).unwrap_or(&line.office).to_owned(),
            euros(line.revenue),
            euros(line.expense),
        ]);
    }
    written(&rows)
}

fn history(lines: &[Line]) -> Result<String, String> {
    let mut sums = BTreeMap::<(&str, u16, &str), Sum>::new();
    for line in lines {
        let key = (&line.code[..GROUP], line.year, line.kind.as_str());
        add(sums.entry(key).or_insert((Money::ZERO, Money::ZERO)), line);
    }
    let mut rows = header(&["code", "year", "kind", "revenue", "expense"]);
    for ((code, year, kind), (revenue, expense)) in sums {
        rows.push(vec![code.to_owned(), year.to_string(), kind.to_owned(), euros(revenue), euros(expense)]);
    }
    written(&rows)
}
