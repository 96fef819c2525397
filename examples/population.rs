//! Files of people on the command line: what they hold, a projection of it, and how far projections would have been off.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use import::population::{
    Control, Group, Method, Migration, National, Population, Projected, Stand, Structure, Total, back_test, pack_csv,
    population, project,
};
use input::Words;
use serde_json::{Map, Value, json};

#[path = "input/files.rs"]
mod files;
#[allow(dead_code, reason = "packs, scenarios and times are for the other programs")]
mod input;

const HELP: &str = r#"Reads files of people by age and prints one JSON object; projects them; tests projections.

  cargo run --release --no-default-features --example population -- FILE… [options]

  FILE…               any number of
                        long tables: year,age_from,age_to,sex?,persons,source? (age_to empty: and older), also with
                          `Alter bis unter`, or Jahr;Alter;Geschlecht;Anzahl with one label for the age
                        pyramids: alter and columns of women and men, also by nationality, the year in the name of the file
                          or in the headers
                        tables with a row for each year (and sex) and a column for each age or group of ages:
                          jahr,bis_18,…,ueber_60; Jahr;Geschlecht;unter 1;1;…;90 und mehr
                        totals without ages: stichtag,bevoelkerung,maennlich,weiblich
                        GENESIS table 12421-0002 of Destatis
                        other tables of the population by age from GENESIS-Online, the Regionaldatenbank or a
                          Landesdatenbank, as CSV or workbook: days, sexes, nationalities and ages in any rows of the header
                          (merged cells empty to the right or repeated) or columns before the figures, for one town
  --help              prints this text

Without further options the object holds "files": for each file its stands (year, source, groups of ages, total), its
totals, its national variants, and the report (rows, skipped lines with reason, footnotes, warnings, refused).

What a refusal means: `refused` says why the people are no structure. Ages are missing or stand twice (keep the finest
groups, or those of the whole town), printed sums contradict the rows (compare them with the source), figures are kept
secret (take wider groups) or given in thousands (take whole persons), or several places, days or kinds of people stand in the file (keep the rows that count everybody
once), or a merged cell of the header may belong to either side (write its word above each of its columns). Then no total is shown, nothing is projected, and the exit code is 2; 1 if a file holds no people at all.

Projection (Fortschreibung, keine amtliche Prognose):
  --national FILE     GENESIS table 12421-0002; needed
  --variant KEY       its variant; left out: the first
  --project METHOD    national      change factors f(a,t) = N(a+1,t+1) / N(a,t) of the nation; births by women of 20 to 44
                      local         the same and the net migration by age between two pyramids
                      student-town  the same as national; people of 18 to 29 keep their number, families move as the town's
                                    share of the nation by age says
                      constant      every age keeps its number
  --base YEAR         the year that it starts from; left out: the last one with ages
  --source WORDS      which source, where a year has several
  --from YEAR         first year; left out: the base. Up to five years before it are taken back with the same factors
  --to YEAR           last year; left out: 2050
  --profile Y1,Y2     pyramids of the local migration; left out: the base and the one before it
  --match Y1,Y2       later years of the files whose known groups or totals every age is scaled to
  --pack-csv FILE     writes the population.csv of a pack as well

  Groups of ages become single years within each group like the nation's in its nearest year, by sex if both know it.
  The object holds "projection": method, base, births_factor (births per woman against the nation's, from the children of
  0 to 2), scaled, notes, and for each year total, under_18, from_65 and by_age (0 … 100, the last for 100 and older).

Back-test:
  --national FILE     as above
  --backtest          every method between every two pyramids; "trials" with the error by group of ages in percent,
                      "misplaced_percent" (sum over ages of the absolute error, of all people) and "total_percent".
                      A local profile knows nothing behind its base.
  --known FILE        published groups or totals; pyramids that differ from them by more than a thousandth are excluded

  cargo run --release --no-default-features --example population -- freiburg_age.csv --national 12421-0002.csv \
    --project student-town --base 2019 --from 2018 --to 2050 --pack-csv packs/freiburg-2018/population.csv"#;

/// Words that take a value.
const VALUED: [&str; 11] = [
    "--national",
    "--variant",
    "--project",
    "--base",
    "--source",
    "--from",
    "--to",
    "--profile",
    "--match",
    "--pack-csv",
    "--known",
];

/// Exit code of files that were read but whose people are no structure.
const NO_STRUCTURE: u8 = 2;

fn main() -> ExitCode {
    let mut refused = Vec::new();
    let code = input::answer(|words| run(words, &mut refused));
    if refused.is_empty() {
        return code;
    }
    for reason in refused {
        eprintln!("no structure: {reason}");
    }
    ExitCode::from(NO_STRUCTURE)
}

fn run(words: &[String], refused: &mut Vec<String>) -> Result<String, String> {
    let (files, words) = files::files(words, &VALUED);
    let words = Words::read(&words, &VALUED, &["--backtest", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    if files.is_empty() {
        return Err("expected at least one FILE, found none; --help says more".to_owned());
    }
    let read: Vec<(String, Population)> =
        files.iter().map(|file| Ok((file.clone(), open(file)?))).collect::<Result<_, String>>()?;
    let reasons = read.iter().flat_map(|(file, it)| it.report.refused.iter().map(move |it| format!("{file}: {it}")));
    let reasons: Vec<String> = reasons.collect();
    if let Some(first) = reasons.first().filter(|_| words.has("--backtest") || words.value("--project").is_some()) {
        return Err(format!("{first}; nothing is projected from people who are no structure"));
    }
    refused.extend(reasons);
    let mut told = json!({ "files": read.iter().map(|(file, it)| file_told(file, it)).collect::<Vec<Value>>() });
    let stands: Vec<Stand> = read.iter().flat_map(|(_, it)| it.stands.clone()).collect();
    let totals: Vec<Total> = read.iter().flat_map(|(_, it)| it.totals.clone()).collect();
    let mut add = |name: &str, value: Value| {
        told.as_object_mut().map(|fields| fields.insert(name.to_owned(), value));
    };
    if words.has("--backtest") {
        let known = words.value("--known").map(open).transpose()?.unwrap_or_default();
        let tested = back_test(&stands, &known.stands, &known.totals, &national(&words)?);
        add("backtest", json!(tested));
    }
    if words.value("--project").is_some() {
        let nation = national(&words)?;
        let projected = projected(&words, &stands, &totals, &nation)?;
        if let Some(file) = words.value("--pack-csv") {
            fs::write(file, pack_csv(&projected)).map_err(|error| format!("{file}: {error}"))?;
        }
        add("projection", projection_told(&projected, &nation));
    }
    serde_json::to_string_pretty(&told).map_err(|error| error.to_string())
}

fn open(file: &str) -> Result<Population, String> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    population(&name, &bytes, None).map_err(|problem| format!("{file}: {problem}"))
}

fn national(words: &Words) -> Result<National, String> {
    let file = words.value("--national").ok_or("expected --national FILE, found none; --help says more")?;
    let nations = open(file)?.nations;
    let keys: Vec<String> = nations.iter().map(|it| it.variant.clone()).collect();
    let found = match words.value("--variant") {
        Some(key) => nations.into_iter().find(|it| it.variant == key),
        None => nations.into_iter().next(),
    };
    found.ok_or_else(|| format!("{file}: expected a variant of {}", keys.join(", ")))
}

fn year(words: &Words, word: &str) -> Result<Option<u16>, String> {
    let read = |text: &str| text.parse::<u16>().map_err(|_| format!("{word}: expected a year, found {text}"));
    words.value(word).map(read).transpose()
}

fn years(words: &Words, word: &str) -> Result<Vec<u16>, String> {
    let read = |text: &str| text.trim().parse::<u16>().map_err(|_| format!("{word}: expected years, found {text}"));
    words.value(word).map_or(Ok(Vec::new()), |text| text.split(',').map(read).collect())
}

fn projected(words: &Words, stands: &[Stand], totals: &[Total], nation: &National) -> Result<Projected, String> {
    let source = words.value("--source").unwrap_or_default();
    let stands: Vec<&Stand> = stands.iter().filter(|it| it.source.contains(source)).collect();
    let base = match year(words, "--base")? {
        Some(base) => base,
        None => stands.iter().map(|it| it.year).max().ok_or("expected a file with ages, found none")?,
    };
    let people = structure(&stands, base, nation)?;
    let method = method(words, &stands, base, nation)?;
    let span = (year(words, "--from")?.unwrap_or(base), year(words, "--to")?.unwrap_or(2050));
    let controls = years(words, "--match")?
        .into_iter()
        .map(|year| control(&stands, totals, year))
        .collect::<Result<Vec<Control>, String>>()?;
    project(&people, base, span, nation, &method, &controls)
}

/// The people of a year in single ages; the finest table of the year is taken.
fn structure(stands: &[&Stand], year: u16, nation: &National) -> Result<Structure, String> {
    let of_year = stands.iter().filter(|it| it.year == year);
    let finest = of_year.max_by_key(|it| it.width()).ok_or_else(|| format!("expected ages for {year}, found none"))?;
    finest.structure(Some(nation.year(year)))
}

fn method(words: &Words, stands: &[&Stand], base: u16, nation: &National) -> Result<Method, String> {
    match words.value("--project").unwrap_or_default() {
        "national" => Ok(Method::National),
        "student-town" => Ok(Method::StudentTown),
        "constant" => Ok(Method::Constant),
        "local" => {
            let (from, to) = match years(words, "--profile")?.as_slice() {
                [] => {
                    let earlier = stands.iter().map(|it| it.year).filter(|year| *year < base).max();
                    (earlier.ok_or("expected a pyramid before the base, found none")?, base)
                }
                [from, to] => (*from, *to),
                other => return Err(format!("--profile: expected two years, found {}", other.len())),
            };
            let (before, after) = (structure(stands, from, nation)?, structure(stands, to, nation)?);
            Ok(Method::Local(Migration::between((from, &before), (to, &after), nation)?))
        }
        other => Err(format!("--project: expected national, local, student-town or constant, found {other}")),
    }
}

fn control(stands: &[&Stand], totals: &[Total], year: u16) -> Result<Control, String> {
    let groups = stands.iter().filter(|it| it.year == year).filter_map(|it| it.groups()).max_by_key(Vec::len);
    let whole =
        || totals.iter().find(|it| it.year == year).map(|it| vec![Group { from: 0, to: None, persons: it.persons }]);
    let groups = groups.or_else(whole).ok_or_else(|| format!("--match: expected figures for {year}, found none"))?;
    Ok(Control { year, groups })
}

fn file_told(file: &str, it: &Population) -> Value {
    let stands: Vec<Value> = it
        .stands
        .iter()
        .map(|stand| {
            // Ages that are missing or stand twice make no total.
            let total = it.report.refused.is_empty().then(|| stand.total());
            json!({
                "year": stand.year, "source": stand.source, "total": total,
                "women": stand.women, "others": stand.others, "others_are": if stand.women.is_some() { "men" } else { "everybody" },
            })
        })
        .collect();
    let nations: Vec<Value> = it
        .nations
        .iter()
        .map(|nation| {
            let total = |year: u16| nation.year(year).total();
            json!({
                "variant": nation.variant, "label": nation.label, "first": nation.first, "last": nation.last(),
                "persons_first": total(nation.first), "persons_last": total(nation.last()),
            })
        })
        .collect();
    json!({ "file": file, "stands": stands, "totals": it.totals, "national": nations, "report": it.report })
}

fn projection_told(projected: &Projected, nation: &National) -> Value {
    let years: Map<String, Value> = (projected.first..)
        .zip(&projected.years)
        .map(|(year, structure)| {
            let people = structure.people();
            let told = json!({
                "total": people.total(), "under_18": people.within(0, 17), "from_65": people.within(65, 100),
                "by_age": people.iter().collect::<Vec<f64>>(),
            });
            (year.to_string(), told)
        })
        .collect();
    json!({
        "method": projected.method, "base": projected.base, "variant": nation.variant, "label": nation.label,
        "births_factor": projected.births_factor, "scaled": projected.scaled, "notes": projected.notes, "years": years,
    })
}
