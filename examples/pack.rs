//! Checks a folder as a pack, says what is missing, and makes the files of the budget from imported lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use input::Words;
use zukunftshaushalt::figure::{Opening, opening};
use zukunftshaushalt::model::plan_rows::PlanRows;
use zukunftshaushalt::model::{Money, Town};
use zukunftshaushalt::pack::every::all;
use zukunftshaushalt::pack::schema::schema;
use zukunftshaushalt::pack::{Files, Problem, collector, load, pack, pack_rows, plan_rows, statement};
use zukunftshaushalt::text::Lang;

mod chain;
#[allow(dead_code, reason = "scenarios and times are for the other programs")]
mod input;
mod lines;

const HELP: &str = "Checks a town's folder as a pack of Zukunftshaushalt.

  cargo run --no-default-features --example pack -- --pack FOLDER [--packed FILE | --opening]
  cargo run --no-default-features --example pack -- --schema | --outside
  cargo run --no-default-features --example pack -- --statement FILE
  cargo run --no-default-features --example pack -- --collector FILE
  cargo run --no-default-features --example pack -- --lines LINES.csv --labels LABELS.csv --year YEAR --into FOLDER

  --pack FOLDER        prints every problem with file and line, or what the pack holds and what it lacks
  --packed FILE        writes the checked pack as the page of the same build reads it: FILE, FILE.en, FILE.notes, and
                       FILE.rows if it holds the printed rows of the plan
  --opening            prints what the page says of the town first, as JSON
  --outside            prints the words of the script around the page, as JSON
  --statement FILE     prints an accessibility statement as the page reads it, or every problem in it
  --collector FILE     prints where drafts are sent, of the same file, as the page reads it, or every problem in it
  --schema             prints the JSON Schema of a pack, with the catalogue of measures
  --lines LINES.csv    lines as the example import prints them with --lines
  --labels LABELS.csv  `what;begins;label`: what is area, group, department or office; a text that begins like that
                       gets this label, the longest beginning wins; departments get their key
  --year YEAR          the budget year
  --into FOLDER        where budget.csv, department_lines.csv and history.csv are written
  --help               prints this text";

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let words = Words::read(
        words,
        &["--pack", "--packed", "--lines", "--labels", "--year", "--into", "--statement", "--collector"],
        &["--opening", "--outside", "--schema", "--help"],
    )?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    if words.has("--schema") {
        return serde_json::to_string_pretty(&schema()).map_err(|error| error.to_string());
    }
    if words.has("--outside") {
        let words = Lang::ALL.map(|lang| (lang.tag(), lang.outside()));
        return serde_json::to_string(&BTreeMap::from(words)).map_err(|error| error.to_string());
    }
    if let Some(file) = words.value("--statement") {
        return checked_statement(file);
    }
    if let Some(file) = words.value("--collector") {
        return checked_collector(file);
    }
    if let Some(file) = words.value("--lines") {
        return from_lines(&words, file);
    }
    let folder = Path::new(words.value("--pack").ok_or("expected --pack FOLDER, found none; --help says more")?);
    let files = input::files(folder)?;
    let refused = |problems: Vec<Problem>| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let problems = if told.len() == 1 { "problem" } else { "problems" };
        format!("{} {problems} in {}:\n{}", told.len(), folder.display(), told.join("\n"))
    };
    let town = load(&files).map_err(refused)?;
    let rows = plan_rows(&files, &town).map_err(|problem| refused(vec![problem]))?;
    if let Some(file) = words.value("--packed") {
        let packed = pack(&town).map_err(|problem| problem.to_string())?;
        let named = ["", ".en", ".notes"].map(|ending| format!("{file}{ending}"));
        for (file, content) in named.iter().zip([&packed.town].into_iter().chain(&packed.later)) {
            fs::write(file, content).map_err(|error| format!("{file}: {error}"))?;
        }
        let file = format!("{file}.rows");
        match rows {
            Some(rows) => {
                let content = pack_rows(&rows).map_err(|problem| problem.to_string())?;
                fs::write(&file, content).map_err(|error| format!("{file}: {error}"))?;
                return Ok(named.into_iter().chain([file]).collect::<Vec<_>>().join("\n"));
            }
            // One of an earlier town would be taken for this one's.
            None if Path::new(&file).exists() => fs::remove_file(&file).map_err(|error| format!("{file}: {error}"))?,
            None => {}
        }
        return Ok(named.join("\n"));
    }
    if words.has("--opening") {
        return serde_json::to_string(&first_screen(&town)).map_err(|error| error.to_string());
    }
    Ok(format!(
        "{}
{}",
        summary(&files, &town, rows.as_ref()),
        chain::summary(&town)
    ))
}

/// A statement of today, word for word.
fn checked_statement(file: &str) -> Result<String, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    match statement(file, &text, &today()) {
        Ok(_) => Ok(text),
        Err(problems) => Err(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// The collector of a file, nothing where it names none.
fn checked_collector(file: &str) -> Result<String, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    match collector(file, &text) {
        Ok(it) => Ok(it.map(|it| it.to_json()).unwrap_or_default()),
        Err(problems) => Err(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// What `index.html` says before the page runs, by the names of its gaps, in the first language.
fn first_screen(town: &Town) -> serde_json::Value {
    let lang = Lang::default();
    let words = lang.first();
    let Opening { spends, legend, picture, fields, movable, honest, bench } = opening(town, lang);
    let fields = fields.map(|it| {
        let (width, height) = it.size;
        serde_json::json!({
            "size": format!("0 0 {width} {height}"), "grid": it.grid, "filled": it.filled, "filled_grid": it.filled_grid,
            "outline": it.outline,
        })
    });
    let [wide, narrow] = fields;
    serde_json::json!({
        "town": town.name.de, "year": town.year.to_string(), "title": words.title, "privacy": words.privacy,
        "spends": spends, "legend": legend, "picture": picture, "wide": wide, "narrow": narrow, "movable": movable,
        "your_turn": words.your_turn, "quick": words.quick, "quick_holds": words.quick_holds,
        "to_bench": words.to_bench, "bench": bench, "honest": honest,
    })
}

fn from_lines(words: &Words, file: &str) -> Result<String, String> {
    let value = |word: &str| words.value(word).ok_or(format!("expected {word} beside --lines, found none"));
    let read = |file: &str| fs::read_to_string(file).map_err(|error| format!("{file}: {error}"));
    let year = value("--year")?;
    let year: u16 = year.parse().map_err(|_| format!("--year: expected a year, found {year}"))?;
    let labels = value("--labels")?;
    let made = lines::files(&read(file)?, &read(labels)?, year)?;
    let folder = Path::new(value("--into")?);
    let mut told = Vec::new();
    for (name, text) in made {
        let path = folder.join(name);
        fs::write(&path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
        told.push(format!("{}: {} rows", path.display(), text.lines().count() - 1));
    }
    Ok(told.join("\n"))
}

/// What the pack holds, and which of the files that may be missing are missing.
fn summary(files: &Files, town: &Town, rows: Option<&PlanRows>) -> String {
    let euros = |money: Money| format!("{:.2} euros", money.euros());
    let total = &town.budget.total;
    let is_local = |it: &&zukunftshaushalt::model::Indicator| it.series.last().is_some_and(|last| last.is_local);
    let mut told = vec![
        format!("{}: {} {}, in order", town.id, town.name.de, town.year),
        format!(
            "budget: {} groups in {} areas, revenue {}, expense {}, result {}",
            town.budget.lines.len(),
            town.budget.areas.len(),
            euros(total.revenue),
            euros(total.expense),
            euros(total.result)
        ),
        format!("levers: {}, of {} movable downwards at most", town.levers.len(), euros(town.movable())),
        format!("goals: {}", town.fields.len()),
        format!(
            "indicators: {}, measured in the town {}",
            town.indicators.len(),
            town.indicators.iter().filter(is_local).count()
        ),
        format!("departments: {}, lines {}", town.departments.list.len(), town.departments.lines.len()),
    ];
    told.push(rows.map_or_else(
        || "not in the pack: plan/ (the printed rows of the plan, for motions)".to_owned(),
        |rows| format!("printed rows: {} groups, measures of investment {}", rows.groups.len(), rows.projects.len()),
    ));
    let without_indicator = town.fields.pairs().filter(|(at, _)| town.indicators.iter().all(|it| it.field != *at));
    told.extend(without_indicator.map(|(_, field)| format!("note: the goal {} has no indicator", field.id)));
    let missing = all().filter(|table| !table.is_needed && files.text(table.file).is_err());
    told.extend(missing.map(|table| format!("not in the pack: {} ({})", table.file, table.about)));
    told.join("\n")
}

/// Today as `YYYY-MM-DD` where the day begins first: nobody's today is a day to come.
fn today() -> String {
    const AHEAD: u64 = 14 * 3600;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs()) + AHEAD;
    let mut days = seconds / 86_400;
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let mut month = 1;
    for length in [31, 28 + u64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}
