//! Files of another kind of bookkeeping (fremde Rechnungssysteme): refused by their name, with what to do instead.

use std::collections::{BTreeMap, HashSet};

use super::words::is_sum;
use crate::header::fold;
use crate::report::{Refusal, shown};
use crate::table::{Record, Table};

/// Rows at the beginning in which titles and headers stand.
const TOP: usize = 40;
/// Rows that show what columns hold.
const SAMPLE: usize = 400;

const CAMERAL: &str = "found a cameral budget (Verwaltungs- und Vermögenshaushalt, chapters and titles, Gruppierung): its revenue and expense \
    are payments, not those of a result plan, so that no total is shown. Next step: export the doppic budget \
    (Ergebnisplan), or ask the state office for the converted figures";
const AUSTRIA: &str = "found an Austrian budget (VRV 2015: Ansatz, Post, MVAG): its accounts mean other things than the \
    German ones, so that no total is shown. Next step: use a file of a German town, or a preset and accounts of your own";
const SWITZERLAND: &str = "found a Swiss budget (HRM2, francs): class 3 is expense and class 4 revenue there, and amounts \
    are no euros, so that no total is shown. Next step: use a file of a German town";

/// Words for money that is no euro, in brackets or behind `in`.
const OTHER_MONEY: [&str; 12] =
    ["dm", "cent", "ct", "cents", "usd", "dollar", "gbp", "dkk", "pln", "czk", "ats", "schilling"];

/// Refuses amounts in cents, marks or another money: `Erträge (DM)`, `in Cent`.
fn refuse_other_money(table: &Table) -> Result<(), Refusal> {
    let is_other = |cell: &&String| {
        let lower = cell.to_lowercase();
        let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let is_money = |it: &&str| OTHER_MONEY.contains(it);
        let is_euro = words.iter().any(|it| ["eur", "euro", "euros"].contains(it)) || lower.contains('€');
        let is_unit = words.windows(2).any(|it| matches!(it, ["in", money] if is_money(money)))
            || OTHER_MONEY.iter().any(|it| lower.contains(&format!("({it})")) || lower.contains(&format!("[{it}]")));
        // Cents in a column of their own: without them no sum is right to the cent.
        let is_alone = ["ct", "cent", "cents", "dm"].contains(&lower.trim_end_matches('.'));
        is_alone || is_unit && !is_euro
    };
    match table.records.iter().take(TOP).flat_map(|it| &it.cells).find(is_other) {
        None => Ok(()),
        Some(cell) => Err(Refusal::new(format!(
            "expected amounts in euros, thousands or millions of them, found `{}`. Next step: convert the amounts into euros",
            shown(cell)
        ))),
    }
}

/// Refuses a plan of posts or a list of staff: its costs are a part of the budget.
fn refuse_staff(top: &[String]) -> Result<(), Refusal> {
    const STAFF: [&str; 8] = [
        "besoldung",
        "besoldungsgruppe",
        "entgeltgruppe",
        "dienstbezeichnung",
        "amtsbezeichnung",
        "stellennummer",
        "stellennr",
        "personalnummer",
    ];
    let Some(found) = top.iter().find(|it| STAFF.contains(&it.as_str())) else { return Ok(()) };
    let earns = |it: &String| ["ertr", "einnahm", "revenue"].iter().any(|word| it.contains(word));
    if top.iter().any(earns) || top.iter().any(|it| it.starts_with("sachkonto") || it == "konto") {
        return Ok(());
    }
    Err(Refusal::new(format!(
        "found a plan of posts or a list of staff (column `{found}`): its costs are a part of the budget, no budget. Next \
         step: give the result plan (Ergebnisplan)"
    )))
}

/// Refuses a table of several towns, as the statistical offices give them: their sum is no budget.
fn refuse_towns(table: &Table) -> Result<(), Refusal> {
    const KEYS: [&str; 9] = [
        "ags",
        "ars",
        "gemeindeschluessel",
        "regionalschluessel",
        "amtlichergemeindeschluessel",
        "gemeinde",
        "gemeindename",
        "kommune",
        "gemeinden",
    ];
    let top = table.records.iter().take(TOP);
    let named = top.clone().enumerate().find_map(|(at, it)| {
        let column = it.cells.iter().position(|cell| KEYS.contains(&fold(cell).as_str()))?;
        (it.cells.iter().filter(|it| !it.is_empty()).count() > 2).then_some((at, column))
    });
    // Below the number of a table of GENESIS, keys of towns stand in the first or second column.
    let is_statistics = top.clone().any(|it| is_number_of_table(it.cell(0)));
    let is_key = |it: &str| [5, 8].contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    let is_town = |it: &&Record| {
        it.cells
            .windows(2)
            .take(2)
            .any(|it| matches!(it, [key, name] if is_key(key) && name.contains(char::is_alphabetic)))
    };
    let towns: HashSet<&str> = match named {
        Some((at, column)) => table
            .records
            .iter()
            .skip(at + 1)
            .map(|it| it.cell(column))
            .filter(|it| !it.is_empty() && !is_sum(it))
            .collect(),
        None if is_statistics => {
            let keyed = table.records.iter().filter(is_town);
            keyed.filter_map(|it| it.cells.iter().take(2).find(|it| is_key(it))).map(String::as_str).collect()
        }
        None => HashSet::new(),
    };
    if towns.len() < 2 {
        return Ok(());
    }
    Err(Refusal::new(format!(
        "found a table of {} towns: their sum is no budget. Next step: keep the rows of one town and give its budget by \
         products; tables of people and of indicators are read by `population` and `indicators`",
        towns.len()
    )))
}

/// Whether a title is the number of a table of the statistical offices: `GENESIS-Tabelle: 71137-01-03-5`.
fn is_number_of_table(title: &str) -> bool {
    let number = title.split_once("Tabelle:").map(|it| it.1.trim()).unwrap_or_default();
    let digits = number.split('-').next().unwrap_or_default();
    digits.len() == 5 && digits.bytes().all(|it| it.is_ascii_digit())
}

/// Refuses a cameral, an Austrian or a Swiss budget, lists of staff, and money that is no euro.
pub fn refuse(table: &Table) -> Result<(), Refusal> {
    let top: Vec<String> = table.records.iter().take(TOP).flat_map(|it| &it.cells).map(|it| fold(it)).collect();
    let is = |word: &str| top.iter().any(|it| it == word);
    let holds = |words: &[&str]| top.iter().any(|it| words.iter().any(|word| it.contains(word)));
    let words = |words: &[&str]| {
        let has = |cell: &String| cell.split(|it: char| !it.is_alphanumeric()).any(|it| words.contains(&it));
        table.records.iter().take(TOP).flat_map(|it| &it.cells).any(has)
    };
    let is_swiss = words(&["CHF", "HRM2", "Franken"])
        || holds(&["hrm2"])
        || is("erfolgsrechnung") && holds(&["budget"])
        || ["funktion", "funktionalegliederung", "aufgabe"].iter().any(|it| has_swiss_accounts(table, it));
    let is_austrian = words(&["MVAG", "VRV", "VRV2015", "EHH", "FHH"])
        || holds(&["mvag", "vrv2015", "ergebnisvoranschlag", "finanzierungsvoranschlag", "ansatzuab", "kontougl"])
        || is("ansatz")
            && (is("post") || is("postbezeichnung") || is("posten"))
            && has_keys(table, &["ansatz", "post"])
        || holds(&["voranschlag"]) && (is("ansatz") || is("post")) && !is_swiss;
    if is_swiss {
        return Err(Refusal::new(SWITZERLAND));
    }
    if is_austrian {
        return Err(Refusal::new(AUSTRIA));
    }
    if is_cameral(table, &top) {
        return Err(Refusal::new(CAMERAL));
    }
    refuse_staff(&top)?;
    refuse_towns(table)?;
    refuse_other_money(table)
}

/// What accounts look like that fit no German chart: `class` and whether their names say revenue, by account.
pub fn country(classes: &BTreeMap<char, (usize, usize)>) -> Option<&'static str> {
    let of = |class: char| classes.get(&class).copied().unwrap_or_default();
    let earns = |class: char| of(class).0 > of(class).1;
    let costs = |class: char| of(class).1 > of(class).0;
    if costs('3') && earns('4') {
        Some(SWITZERLAND)
    } else if earns('8') && ['4', '5', '6', '7'].into_iter().any(costs) {
        Some(AUSTRIA)
    } else {
        None
    }
}

fn is_cameral(table: &Table, top: &[String]) -> bool {
    let holds = |words: &[&str]| top.iter().any(|it| words.iter().any(|word| it.contains(word)));
    let is = |words: &[&str]| top.iter().any(|it| words.contains(&it.as_str()));
    if holds(&[
        "verwaltungshaushalt",
        "vermoegenshaushalt",
        "kameral",
        "gruppierungsnu",
        "gruppierungszi",
        "unterabschnitt",
    ]) || is(&["gruppierung", "grupp", "grz", "vwh", "vmh", "vwhh", "vmhh"])
        || top.iter().any(|it| it.contains("vermoegen") && (it.starts_with("einnahm") || it.starts_with("ausgab")))
        || is(&["gl", "glied", "gliederung", "gld"]) && is(&["gr", "grp", "gruppe", "grnr"])
        || is(&["einzelplan", "epl"]) && is(&["abschnitt", "abschn", "ua", "gruppe", "gruppennr", "kapitel", "titel"])
        || is(&["abschnitt"]) && is(&["gruppe", "gruppennr", "ua"])
        // Länder and the Bund keep chapters and titles.
        || is(&["kapitel", "kap"]) && is(&["titel", "haushaltsstelle", "titelnr", "zweckbestimmung"])
        || is(&["fkz", "funktionskennziffer"]) && is(&["titel", "hst", "hhst", "haushaltsstelle", "zweckbestimmung"])
    {
        return true;
    }
    has_positions(table) || has_single_plans(table)
}

/// Whether accounts of four digits with two behind a point (`3120.00`) stand beside a column of tasks: the keys of HRM2.
fn has_swiss_accounts(table: &Table, task: &str) -> bool {
    let is_account = |cell: &str| {
        let (whole, rest) = cell.split_once('.').unwrap_or_default();
        let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        whole.len() == 4 && whole.starts_with(['3', '4']) && rest.len() == 2 && is_digits(whole) && is_digits(rest)
    };
    let accounts = || table.records.iter().take(SAMPLE).filter(|it| it.cells.iter().any(|it| is_account(it))).count();
    has_keys(table, &[task, "konto"]) && accounts() * 2 > table.records.len().min(SAMPLE)
}

/// Whether columns of these headers hold keys: whole numbers of three to seven digits.
fn has_keys(table: &Table, names: &[&str]) -> bool {
    let Some((at, header)) = table
        .records
        .iter()
        .take(TOP)
        .enumerate()
        .find(|(_, it)| names.iter().all(|name| it.cells.iter().any(|cell| fold(cell) == *name)))
    else {
        return false;
    };
    let body = table.records.get(at + 1..).unwrap_or_default();
    let is_key = |cell: &str| {
        let digits: String = cell.chars().filter(|it| !matches!(it, '/' | '.' | ' ')).collect();
        (3..=7).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit())
    };
    names.iter().all(|name| {
        let column = header.cells.iter().position(|it| fold(it) == *name);
        let cells = body.iter().take(SAMPLE).filter_map(|it| it.cells.get(column?)).filter(|it| !it.is_empty());
        let (keys, all) = cells.fold((0, 0), |(keys, all), it| (keys + usize::from(is_key(it)), all + 1));
        all > 0 && keys * 5 >= all * 4
    })
}

/// Whether a column holds cameral positions (Haushaltsstellen): `1.4640.7180`, `0.0000.1000`.
fn has_positions(table: &Table) -> bool {
    let is_position = |cell: &str| {
        let groups: Vec<&str> = cell.split('.').collect();
        let is_digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        groups.iter().all(is_digits)
            && matches!(groups.as_slice(), [one, two, three, ..]
                if one.len() == 1 && ["0", "1", "2"].contains(one) && (3..=4).contains(&two.len()) && (3..=6).contains(&three.len()))
    };
    columns(table).into_values().any(|cells| {
        let distinct: HashSet<&str> = cells.iter().copied().collect();
        let count = distinct.iter().filter(|it| is_position(it)).count();
        // SAP's project structure begins alike: `1.100.01.01`, all of one class.
        let classes: HashSet<&str> = distinct.iter().filter_map(|it| it.split('.').nth(1)).collect();
        count >= 3 && count * 5 >= distinct.len() * 4 && classes.len() > 1
    })
}

/// Whether the areas are the single plans 0 to 9 of a cameral budget by their numbers and names.
fn has_single_plans(table: &Table) -> bool {
    const NAMES: [&str; 12] = [
        "allgemeineverwaltung",
        "oeffentlichesicherheit",
        "schulen",
        "wissenschaftforschung",
        "sozialesicherung",
        "gesundheitsportu",
        "gesundheitsport",
        "bauundwohnungswesen",
        "bauwohnungswesen",
        "oeffentlicheeinrichtungen",
        "wirtschaftlicheunternehmen",
        "allgemeinefinanzwirtschaft",
    ];
    let of = |record: &Record| {
        let pairs = record.cells.windows(2);
        pairs
            .filter_map(|it| match it {
                [number, name] if number.len() == 1 && number.bytes().all(|it| it.is_ascii_digit()) => {
                    let name = fold(name);
                    NAMES.iter().any(|it| name.starts_with(it)).then(|| number.clone())
                }
                _ => None,
            })
            .next()
    };
    let found: HashSet<String> = table.records.iter().take(SAMPLE).filter_map(of).collect();
    found.len() >= 3 && found.contains("0") || found.len() >= 4
}

fn columns(table: &Table) -> BTreeMap<usize, Vec<&str>> {
    let mut found: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for record in table.records.iter().take(SAMPLE) {
        for (at, cell) in record.cells.iter().enumerate().filter(|it| !it.1.is_empty()) {
            found.entry(at).or_default().push(cell);
        }
    }
    found
}
